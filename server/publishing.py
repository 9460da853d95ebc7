"""Fills a remote store with a release, in batches; what is done is written there, so a second run continues.

Beside the graph stands another, GRAPH#publication, which says of which release the graph is made
(`prov:wasDerivedFrom`), how far it has come (`void:triples`) and, once the count was checked, that
it is that release (`dct:identifier`). The server trusts a remote graph by that last triple.
"""

import gzip
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import IO, Any, ClassVar, Protocol, cast

import httpx
from pyoxigraph import NamedNode

from server.errors import EngineFailed
from server.releases import Release

_IDENTIFIER = "<http://purl.org/dc/terms/identifier>"
_DERIVED = "<http://www.w3.org/ns/prov#wasDerivedFrom>"
_TRIPLES = "<http://rdfs.org/ns/void#triples>"
_JSON = "application/sparql-results+json"

#: Seconds that a store may take for one batch, or for the count.
_PATIENCE = 900.0


def publication(graph: str) -> str:
    """Return the IRI of the graph that says what a graph holds."""
    return f"{graph}#publication"


def which_release(graph: str) -> str:
    """Return the query that asks a graph's publication which release the graph holds."""
    return f"SELECT ?id {{ {NamedNode(graph)} {_IDENTIFIER} ?id }}"


class _Writer(Protocol):
    """How a store is written to, in batches of how many triples."""

    batch: ClassVar[int]

    def clear(self, graph: str) -> None: ...
    def add(self, graph: str, triples: bytes) -> None: ...


@dataclass(frozen=True)
class Store(AbstractContextManager["Store"]):
    """A remote store: where it answers queries, and where it takes triples by either protocol; it is closed by `with`."""

    query: str
    update: str = ""  # SPARQL 1.1 Update
    store: str = ""  # SPARQL 1.1 Graph Store Protocol
    user: str = ""
    password: str = ""

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self.client.close()

    @cached_property
    def client(self) -> httpx.Client:
        """Return the client that all requests go through."""
        return httpx.Client(timeout=_PATIENCE, follow_redirects=True)

    @cached_property
    def auth(self) -> httpx.Auth | None:
        """Return what the store wants to see of user and password: Digest where it says so, or else Basic."""
        if not self.user:
            return None
        challenge = self.client.get(self.store or self.update or self.query)
        digest = challenge.headers.get("www-authenticate", "").lower().startswith("digest")
        return (httpx.DigestAuth if digest else httpx.BasicAuth)(self.user, self.password)

    def send(self, method: str, url: str, **request: Any) -> httpx.Response:
        """Return the answer to a request; EngineFailed tells in one line what the store said."""
        try:
            response = self.client.request(method, url, auth=self.auth, **request)
        except httpx.HTTPError as error:
            raise EngineFailed(f"{url}: {error or type(error).__name__}") from error
        if response.is_error and not (method == "DELETE" and response.status_code == 404):
            said = next(iter(response.text.strip().splitlines()), "")[:200]
            raise EngineFailed(f"{url}: {response.status_code} {response.reason_phrase}: {said}")
        return response

    def ask(self, query: str, graph: str) -> list[dict[str, str]]:
        """Return the rows of a SELECT over one graph."""
        form = {"query": query, "default-graph-uri": graph}
        response = self.send("POST", self.query, data=form, headers={"Accept": _JSON})
        try:
            rows = response.json()["results"]["bindings"]
        except (ValueError, KeyError) as error:
            raise EngineFailed(f"{self.query}: no SPARQL endpoint answers there") from error
        return [{name: term["value"] for name, term in row.items()} for row in rows]

    @property
    def writer(self) -> _Writer:
        """Return the protocol to write by."""
        return (
            _ByStore(self, self.store) if self.store else _ByUpdate(self, self.update or self.query)
        )


@dataclass(frozen=True)
class _ByStore:
    batch: ClassVar[int] = 20_000
    store: Store
    url: str

    def clear(self, graph: str) -> None:
        self.store.send("DELETE", self.url, params={"graph": graph})

    def add(self, graph: str, triples: bytes) -> None:
        headers = {"Content-Type": "text/turtle"}  # every store reads it, and N-Triples are Turtle
        self.store.send("POST", self.url, params={"graph": graph}, content=triples, headers=headers)


@dataclass(frozen=True)
class _ByUpdate:
    batch: ClassVar[int] = 1000  # Virtuoso runs out of memory over an INSERT DATA of some thousands
    store: Store
    url: str

    def _send(self, update: bytes) -> None:
        headers = {"Content-Type": "application/sparql-update"}
        self.store.send("POST", self.url, content=update, headers=headers)

    def clear(self, graph: str) -> None:
        self._send(f"DROP SILENT GRAPH {NamedNode(graph)}".encode())

    def add(self, graph: str, triples: bytes) -> None:
        self._send(f"INSERT DATA {{ GRAPH {NamedNode(graph)} {{\n".encode() + triples + b"} }")


def publish(release: Release, store: Store, graph: str, told: Callable[[int], None]) -> int:
    """Fill a graph with a release and return its number of triples; `told` hears how many more are there."""
    total = int(release.manifest["counts"]["triples"])
    done = _begun(release, store, graph)
    told(done)
    writer = store.writer
    for triples in _batches(release, done, writer.batch):
        writer.add(graph, b"".join(triples))
        done += len(triples)
        _note(release, store, graph, done)
        told(len(triples))
    (row,) = store.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", graph)
    if int(row["n"]) != total:
        store.writer.clear(publication(graph))  # so that the next run begins anew
        raise EngineFailed(
            f"{graph} holds {row['n']} triples, the release {total}; somebody else writes there? Publish again"
        )
    store.writer.add(
        publication(graph), f'{NamedNode(graph)} {_IDENTIFIER} "{release.id}" .\n'.encode()
    )
    return total


def _begun(release: Release, store: Store, graph: str) -> int:
    """Return how many of the release's triples stand in the graph; what else it held is removed."""
    rows = store.ask(
        f"SELECT ?from (MAX(?n) AS ?done) {{ {NamedNode(graph)} {_DERIVED} ?from ; {_TRIPLES} ?n }} GROUP BY ?from",
        publication(graph),
    )
    if [row["from"] for row in rows] == [f"urn:sha256:{release.id}"]:
        return int(rows[0]["done"])
    store.writer.clear(publication(graph))
    store.writer.clear(graph)
    return 0


def _note(release: Release, store: Store, graph: str, done: int) -> None:
    """Write how far the graph has come; the largest number counts, so that nothing need be deleted."""
    node = NamedNode(graph)
    state = f"{node} {_DERIVED} <urn:sha256:{release.id}> .\n{node} {_TRIPLES} {done} .\n"
    store.writer.add(publication(graph), state.encode())


def _batches(release: Release, done: int, size: int) -> Iterator[list[bytes]]:
    """Yield the lines of the release's N-Triples after the first `done`."""
    with cast("IO[bytes]", gzip.open(release.source.files[0])) as lines:
        for _ in islice(lines, done):
            pass
        while batch := list(islice(lines, size)):
            yield batch
