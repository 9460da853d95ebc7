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

#: Look-ups of each kind at the most, every one of another proposal; as many again of proposals whose data was read just before.
_NUMBER = 100

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
    "a proposal as Turtle": lambda iri: f"data/{iri.partition('/id/')[2]}.ttl",
    "a proposal's page": lambda iri: f"page/{iri.partition('/id/')[2]}",
}


def _data(iri: str) -> str:
    """Return what reads everything of a proposal, so that the store's blocks with it are in memory."""
    return f"data/{iri.partition('/id/')[2]}.nt"


class Server:
    """A running server over one release, asked over one connection, and the proposals it has."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.connection = HTTPConnection(str(parts.hostname), parts.port, timeout=60)
        answer = httpx.get(
            f"{url}sparql", params={"query": _PROPOSALS, "format": "csv"}, timeout=60
        )
        found = answer.raise_for_status().text.split()[1:]
        #: Of how many proposals each kind of look-up may be, read before or not.
        self.most = min(_NUMBER, len(found) // (2 * len(_KINDS)))
        random.Random(0).shuffle(found)
        self.proposals = iter(found)

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
        number = min(server.most for server in servers)
        yield f"Medians of {number} look-ups, each of another proposal and for the first time, taken in turns: of one that nothing"
        yield "was asked about, and of one whose data was read just before, so that the store finds it in memory.\n"
        yield f"| look-up, {sizes[-1]:,} triples, of {sizes[0]:,} | not read before | read before |"
        yield "|---|---:|---:|"
        for kind, path in _KINDS.items():
            cells = [_ratio(servers, path, number, read=read) for read in (False, True)]
            yield f"| {kind} | {' | '.join(f'{cell:.2f}' for cell in cells)} |"


def _ratio(servers: list[Server], path: Callable[[str], str], number: int, *, read: bool) -> float:
    """Return what so many look-ups of a kind take the last server, in the median, of what they take the first."""
    taken: list[list[float]] = [[] for _ in servers]
    for _ in range(number):
        for server, times in zip(servers, taken, strict=True):
            proposal = next(server.proposals)
            if read:
                server.seconds(_data(proposal))
            times.append(server.seconds(path(proposal)))
    return statistics.median(taken[-1]) / statistics.median(taken[0])
