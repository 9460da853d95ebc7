"""Pages: the first byte of the first request after a start, and of later ones; requests a second beside /livez."""

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

from bench.endpoint import Subject, rate
from bench.peers import valgraf
from server.releases import current
from server.settings import Settings

PAGES = (
    "",
    "proposals",
    "search?q=heml%C3%B6sa",
    "page/actor/socialtjansten",
    "page/municipality/0180",
    "compare",
    "queries",
)


def _first_byte(client: httpx.Client, url: str) -> float:
    """Return the milliseconds to the first byte of a page."""
    begun = time.perf_counter()
    with client.stream("GET", url) as response:
        response.raise_for_status()
        next(response.iter_raw())
        return (time.perf_counter() - begun) * 1000


def report(work: Path, *, releases: Path) -> Iterator[str]:
    """Yield lines of Markdown: how soon a server answers, each page's time to the first byte beside /livez's, and its rate at 8 connections."""
    directory = work / "pages"
    directory.mkdir(parents=True, exist_ok=True)
    triples = current(Settings(releases=releases)).manifest["counts"]["triples"]
    begun = time.perf_counter()
    with (
        valgraf(directory, "--releases", releases.resolve()) as peer,
        httpx.Client(headers={"Accept": "text/html"}, timeout=60) as client,
    ):
        base = peer.query.removesuffix("sparql")
        while client.get(f"{base}readyz").is_error:
            time.sleep(0.05)
        ready = time.perf_counter() - begun
        yield f"### {triples:,} triples, ready {ready:.1f} s after the start\n"
        nothing = directory / "nothing"
        nothing.write_text("", encoding="ascii")
        alive = Subject("livez", f"{base}livez?")
        floor = statistics.median(_first_byte(client, f"{base}livez") for _ in range(20))
        most = rate(alive, nothing, 8, fresh=False, seconds=2)
        yield "| page | first byte cold, ms | again, ms | again, of /livez | requests a second, of /livez |"
        yield "|---|---:|---:|---:|---:|"
        for page in PAGES:
            url = f"{base}{page}"
            cold = _first_byte(client, url)
            again = statistics.median(_first_byte(client, url) for _ in range(10))
            subject = Subject(page, url + ("&" if "?" in url else "?"))
            share = rate(subject, nothing, 8, fresh=False, seconds=2) / most
            yield f"| /{page} | {cold:.1f} | {again:.1f} | {again / floor:.1f} | {share:.2f} |"
