"""The endpoint beside its peers, interleaved: twelve queries and every question, first time and repeated, and the cube."""

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx

from bench.cube import TABLES, computed, held
from bench.peers import (
    BENCH_BIN,
    Peer,
    oxigraph,
    rdflib_endpoint,
    unpacked,
    valgraf,
    virtuoso,
    virtuoso_program,
)
from bench.shapes import shapes
from server.publishing import Store, publish
from server.releases import Release, current
from server.settings import Settings

CONNECTIONS = (1, 8, 32)
_FEW = (1, 8)
OURS, YARDSTICK = "valgraf", "oxigraph"

#: Seconds of one measurement at the least, and those of work that a peer is asked for at once, at the most twice over:
#: most go on with what nobody waits for any more, which would stand in the way of what is measured next.
_SECONDS, _PATIENCE = 1.0, 20.0

#: Triples up to which rdflib-endpoint takes part: it takes minutes to read more, and gigabytes to hold them.
_RDFLIB_MOST = 1_500_000

QUERIES = Path(__file__).resolve().parent.parent / "queries"
_LUA = Path(__file__).with_name("load.lua")

#: What is to be reached against Oxigraph's own server: by its own time in ms, first time and repeated.
_FLOORS = ((1.0, 0.25, 0.45), (10.0, 0.7, 1.0), (float("inf"), 1.0, 20.0))


@dataclass(frozen=True)
class Subject:
    """A peer under measurement: its name, and the address before a query."""

    name: str
    prefix: str

    def once(self, query: str) -> float | None:
        """Return the seconds that one query takes, the best of two; None where it fails or takes too long."""
        try:
            return min(self._once(f"{query}\n#{n}") for n in range(2))
        except httpx.HTTPError:
            return None

    def _once(self, query: str) -> float:
        begun = time.perf_counter()
        _CLIENT.get(self.prefix + quote(query)).raise_for_status()
        return time.perf_counter() - begun


_HEADERS = {"Accept": "application/sparql-results+json, application/n-triples"}
_CLIENT = httpx.Client(headers=_HEADERS, timeout=_PATIENCE)


def rate(subject: Subject, query: Path, connections: int, *, fresh: bool, seconds: float) -> float:
    """Return the answers a second that wrk counts; 0 where any was an error."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds:.0f}s", "--timeout", "60s"]
    headers = [f"-H{name}: {value}" for name, value in _HEADERS.items()]
    scheme, _, host, path = subject.prefix.split("/", 3)
    script = ["-s", str(_LUA), f"{scheme}//{host}"]
    asked = ["--", str(query), "fresh" if fresh else "same", f"/{path}"]
    done = subprocess.run(
        [*command, *headers, *script, *asked], check=True, capture_output=True, text=True
    )
    told = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", done.stdout)
    if told is None:
        raise RuntimeError(done.stdout + done.stderr)
    requests, microseconds, errors, timeouts, _ = map(int, told.groups())
    return 0.0 if errors or timeouts or not requests else requests / microseconds * 1e6


def measured(
    subjects: list[Subject],
    queries: dict[str, str],
    work: Path,
    *,
    rounds: int,
    connections: tuple[int, ...] = CONNECTIONS,
) -> Iterator[tuple[str, int, bool, dict[str, float]]]:
    """Yield query, connections, whether asked for the first time, and each subject's answers a second.

    The subjects take turns, so that what else the machine does meets all of them.
    """
    for name, text in queries.items():
        file = work / "query"
        file.write_text(quote(text), encoding="ascii")
        alone = {s.name: s.once(text) for s in subjects}
        for number in connections:
            able = [s for s in subjects if number * (alone[s.name] or _PATIENCE) < _PATIENCE / 2]
            for fresh in (True, False):
                rates: dict[str, list[float]] = {s.name: [] for s in able}
                for turn in range(rounds):
                    first = turn % max(1, len(able))
                    for subject in able[first:] + able[:first]:
                        seconds = max(_SECONDS, max(2, number) * (alone[subject.name] or 0))
                        rates[subject.name].append(
                            rate(subject, file, number, fresh=fresh, seconds=seconds)
                        )
                found = {s: statistics.median(values) for s, values in rates.items()}
                sys.stderr.write(f"{name}, {number} connections, {'first' if fresh else 'again'}\n")
                yield name, number, fresh, found


def _subjects(stack: ExitStack, release: Release, releases: Path, work: Path) -> list[Subject]:
    """Return this server and its peers, started over the same data."""

    def directory(name: str) -> Path:
        path = work / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    def plain(name: str, peer: Peer) -> Subject:
        return Subject(name, f"{peer.query}?query=")

    triples = release.source.files[0]
    found = [
        plain(OURS, stack.enter_context(valgraf(directory(OURS), "--releases", releases.resolve())))
    ]
    if not (directory(YARDSTICK) / "store").exists():
        (work / YARDSTICK / "store").symlink_to((releases / "current" / "store").resolve())
    found.append(plain(YARDSTICK, stack.enter_context(oxigraph(work / YARDSTICK, read_only=True))))
    if virtuoso_program():
        peer = stack.enter_context(virtuoso(directory("virtuoso"), buffers=300_000))
        with Store(peer.query, store=peer.store, user=peer.user, password=peer.password) as store:
            publish(release, store, release.base, lambda _: None)
        graph = quote(release.base, safe="")
        found.append(Subject("virtuoso", f"{peer.query}?default-graph-uri={graph}&query="))
    many = release.manifest["counts"]["triples"] > _RDFLIB_MOST
    if (BENCH_BIN / "rdflib-endpoint").exists() and not many:
        data = unpacked(triples, directory("rdflib") / "graph.nt")
        found.append(plain("rdflib", stack.enter_context(rdflib_endpoint(work / "rdflib", data))))
    return found


def report(work: Path, *, releases: Path, rounds: int = 3) -> Iterator[str]:
    """Yield lines of Markdown: how many answers this server gives for each one of a peer's, by query."""
    release = current(Settings(releases=releases))
    triples = release.manifest["counts"]["triples"]
    queries = shapes(release.source.files[0])
    with ExitStack() as stack:
        subjects = _subjects(stack, release, releases, work)
        peers = [s.name for s in subjects if s.name != OURS]
        yield f"{triples:,} triples. Answers a second of this server, divided by the peer's, at 1 · 8 · 32"
        yield "connections: asked for the first time, and asked again. A dash: one of the two erred, or that many would take longer than 10 s.\n"
        yield f"| query | {YARDSTICK} alone, ms |{''.join(f' {p}, first | {p}, again |' for p in peers)}"
        yield f"|---|---:|{'---|---|' * len(peers)}"
        by_query: dict[str, list[tuple[bool, dict[str, float]]]] = {}
        for name, _, fresh, rates in measured(subjects, queries, work, rounds=rounds):
            by_query.setdefault(name, []).append((fresh, rates))
            if len(by_query[name]) == 2 * len(CONNECTIONS):
                cells = (_ratios(by_query[name], p, fresh=f) for p in peers for f in (True, False))
                yield f"| {name} | {_alone(by_query[name]):.2f} | {' | '.join(cells)} |"
        yield ""
        yield from _floors(by_query)
        yield ""
        yield from _questions(subjects, work)
        yield ""
        yield from _cube(subjects)


def _cube(subjects: list[Subject]) -> Iterator[str]:
    """Yield how much faster the tables of the cube are read here than a peer computes them, both for the first time.

    A peer counts direct links only, which is less than the cube holds: it counts narrower concepts too.
    """
    ours, *peers = (s for s in subjects if s.name != "rdflib")
    taken = {table: ours.once(held(table)) for table in TABLES}
    for peer in peers:
        ratios = [
            theirs / own
            for table in TABLES
            if (theirs := peer.once(computed(table))) and (own := taken[table])
        ]
        yield (
            f"{len(ratios)} tables of the cube are read {statistics.geometric_mean(ratios):.1f} times as fast as "
            f"{peer.name} computes them (least {min(ratios):.1f}, most {max(ratios):.0f}); "
            f"{sum(r > 1 for r in ratios)} of them faster.\n"
        )


def _questions(subjects: list[Subject], work: Path) -> Iterator[str]:
    """Yield the table of the questions in `queries/`, at one and at eight connections."""
    asked = {p.stem: p.read_text(encoding="utf-8") for p in sorted(QUERIES.glob("*.rq"))}
    able = [s for s in subjects if s.name != "rdflib"]  # it takes minutes for most
    peers = [s.name for s in able if s.name != OURS]
    yield f"| question, 1 · 8 connections |{''.join(f' {p}, first | {p}, again |' for p in peers)}"
    yield f"|---|{'---|---|' * len(peers)}"
    found: dict[str, list[tuple[bool, dict[str, float]]]] = {}
    for name, _, fresh, rates in measured(able, asked, work, rounds=1, connections=_FEW):
        found.setdefault(name, []).append((fresh, rates))
        if len(found[name]) == 2 * len(_FEW):
            cells = (_ratios(found[name], p, fresh=f) for p in peers for f in (True, False))
            yield f"| {name} | {' | '.join(cells)} |"


def _alone(found: list[tuple[bool, dict[str, float]]]) -> float:
    """Return the milliseconds that an answer of the yardstick's takes over one connection."""
    rate = found[0][1].get(YARDSTICK, 0.0)
    return 1000 / rate if rate else float("inf")


def _ratios(found: list[tuple[bool, dict[str, float]]], peer: str, *, fresh: bool) -> str:
    """Return our rate over a peer's at each number of connections."""
    return " · ".join(
        f"{rates[OURS] / rates[peer]:.2f}" if rates.get(peer) and rates.get(OURS) else "–"
        for asked, rates in found
        if asked is fresh
    )


def _floors(found: dict[str, list[tuple[bool, dict[str, float]]]]) -> Iterator[str]:
    """Yield the geometric means against what is to be reached, by the time that the yardstick takes alone."""
    yield f"| queries that take {YARDSTICK} | first, reached | to reach | again, reached | to reach |"
    yield "|---|---:|---:|---:|---:|"
    low = 0.0
    for high, first, again in _FLOORS:
        within = [name for name, rates in found.items() if low <= _alone(rates) < high]
        cells = []
        for fresh in (True, False):
            ratios = [
                rates[OURS] / rates[YARDSTICK]
                for name in within
                for asked, rates in found[name]
                if asked is fresh and rates.get(YARDSTICK) and rates.get(OURS)
            ]
            cells.append(f"{statistics.geometric_mean(ratios):.2f}" if ratios else "–")
        label = f"{low:g} to {high:g} ms" if high < float("inf") else f"{low:g} ms and more"
        yield f"| {label} | {cells[0]} | {first} | {cells[1]} | {again} |"
        low = high
