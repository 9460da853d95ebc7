"""Look-ups as the graph grows: what one takes in large data, as a multiple of what it takes in small."""

import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx

from bench.peers import valgraf
from server.releases import current
from server.settings import Settings

#: Look-ups of each kind, every one of another proposal.
_NUMBER = 200

_PROPOSALS = "SELECT ?s { ?s a <https://w3id.org/valgraf/ns#Proposal> } ORDER BY ?s"

#: Kind of look-up → what comes after the server's address, of a proposal's IRI; `{iri}` and `{page}` stand for it.
_KINDS: dict[str, Callable[[str], str]] = {
    "ASK": lambda iri: f"sparql?query={quote(f'ASK {{ <{iri}> ?p ?o }}')}",
    "a proposal's triples": lambda iri: (
        f"sparql?query={quote(f'SELECT ?p ?o {{ <{iri}> ?p ?o }}')}"
    ),
    "a proposal's grounds": lambda iri: (
        f"sparql?query={quote(f'SELECT ?m ?p ?o {{ <{iri}> <https://w3id.org/valgraf/ns#mention> ?m . ?m ?p ?o }}')}"
    ),
    "DESCRIBE": lambda iri: f"sparql?query={quote(f'DESCRIBE <{iri}>')}",
    "a proposal as Turtle": lambda iri: f"{iri.partition('/id/')[2].join(('data/', '.ttl'))}",
    "a proposal's page": lambda iri: f"page/{iri.partition('/id/')[2]}",
}


class Server:
    """A running server over one release, asked over one connection, and the proposals it has."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.connection = HTTPConnection(str(parts.hostname), parts.port, timeout=60)
        answer = httpx.get(
            f"{url}sparql", params={"query": _PROPOSALS, "format": "csv"}, timeout=60
        )
        found = answer.raise_for_status().text.split()[1:]
        self.proposals = random.Random(0).sample(found, min(_NUMBER, len(found)))

    def seconds(self, path: str) -> float:
        """Return the seconds until a look-up's answer is whole; raises RuntimeError where it is not a 200."""
        begun = time.perf_counter()
        self.connection.request("GET", f"/{path}")
        response = self.connection.getresponse()
        response.read()
        if response.status != 200:
            raise RuntimeError(f"{response.status} for /{path}")
        return time.perf_counter() - begun


def report(work: Path, releases: Sequence[Path]) -> Iterator[str]:
    """Yield lines of Markdown: the median time of each kind of look-up in the last release, of that in the first."""
    sizes = [current(Settings(releases=each)).manifest["counts"]["triples"] for each in releases]
    with ExitStack() as stack:
        servers = []
        for number, each in enumerate(releases):
            directory = work / f"lookups-{number}"
            directory.mkdir(parents=True, exist_ok=True)
            peer = stack.enter_context(valgraf(directory, "--releases", each.resolve()))
            servers.append(Server(peer.query.removesuffix("sparql")))
        yield f"Medians of {_NUMBER} look-ups, each of another proposal and for the first time, taken in turns.\n"
        yield f"| look-up | {sizes[-1]:,} triples, of {sizes[0]:,} |"
        yield "|---|---:|"
        for kind, path in _KINDS.items():
            taken: list[list[float]] = [[] for _ in servers]
            for number in range(min(len(s.proposals) for s in servers)):
                for server, times in zip(servers, taken, strict=True):
                    times.append(server.seconds(path(server.proposals[number])))
            few, many = (statistics.median(times) for times in (taken[0], taken[-1]))
            yield f"| {kind} | {many / few:.2f} |"
