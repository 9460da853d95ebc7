"""Publishing into real stores: Oxigraph's own server, and Virtuoso where it is installed."""

import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from subprocess import CompletedProcess

import httpx
import pyoxigraph as ox
import pytest

from bench.peers import Peer
from server.errors import EngineFailed
from server.publishing import Store, publication, publish, which_release
from server.releases import Release, current
from server.settings import Settings

Open = Callable[[Peer, str], Store]
GRAPH = "https://example.org/published"


@pytest.fixture(scope="module")
def release(releases: Path) -> Release:
    return current(Settings(releases=releases))


@pytest.fixture
def opened() -> Iterator[Open]:
    """Return what opens a peer by a protocol; all are closed at the end."""
    with ExitStack() as stack:

        def open_(peer: Peer, protocol: str) -> Store:
            where = {protocol: getattr(peer, protocol)}
            store = Store(peer.query, user=peer.user, password=peer.password, **where)
            return stack.enter_context(store)

        yield open_


def _parsed(data: bytes) -> set[ox.Triple]:
    """Return triples; Oxigraph's store keeps the integer types as xsd:integer, so they are all read so."""
    integer = b"<http://www.w3.org/2001/XMLSchema#integer>"
    data = data.replace(b"<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>", integer)
    return {quad.triple for quad in ox.parse(data, format=ox.RdfFormat.N_TRIPLES)}


def _triples(peer: Peer, graph: str) -> set[ox.Triple]:
    query = {"query": "CONSTRUCT WHERE { ?s ?p ?o }", "default-graph-uri": graph}
    headers = {"Accept": "application/n-triples"}
    return _parsed(httpx.post(peer.query, data=query, headers=headers, timeout=60).content)


def _original(release: Release) -> set[ox.Triple]:
    return _parsed(gzip.decompress(release.source.files[0].read_bytes()))


@pytest.mark.parametrize("protocol", ["store", "update"])
@pytest.mark.parametrize("peer", ["oxigraph_server", "virtuoso_server"])
def test_a_published_graph_holds_the_release_exactly(
    peer: str, protocol: str, release: Release, opened: Open, request: pytest.FixtureRequest
) -> None:
    server = request.getfixturevalue(peer)
    graph = f"{GRAPH}/{protocol}"
    store = opened(server, protocol)
    told: list[int] = []
    total = publish(release, store, graph, told.append)
    assert total == sum(told) == release.manifest["counts"]["triples"]
    assert _triples(server, graph) ^ _original(release) == set()  # told by what differs alone
    assert store.ask(which_release(graph), publication(graph)) == [{"id": release.id}]


class _Gone(Exception):
    """The publisher is interrupted."""


def test_a_publication_that_was_interrupted_is_continued(
    oxigraph_server: Peer, release: Release, opened: Open
) -> None:
    store = opened(oxigraph_server, "update")
    graph = f"{GRAPH}/interrupted"
    steps: list[int] = []

    def interrupt(done: int) -> None:
        steps.append(done)
        if len(steps) == 4:
            raise _Gone

    with pytest.raises(_Gone):
        publish(release, store, graph, interrupt)
    assert store.ask(which_release(graph), publication(graph)) == []
    told: list[int] = []
    publish(release, store, graph, told.append)
    assert told[0] == sum(steps) > 0
    assert _triples(oxigraph_server, graph) == _original(release)


def test_a_graph_that_holds_something_else_is_emptied_first(
    oxigraph_server: Peer, release: Release, opened: Open
) -> None:
    store = opened(oxigraph_server, "store")
    graph = f"{GRAPH}/former"
    store.writer.add(graph, b"<urn:x:former> <urn:x:is> <urn:x:here> .\n")
    publish(release, store, graph, lambda _: None)
    assert _triples(oxigraph_server, graph) == _original(release)


def test_a_count_that_differs_is_an_error_and_the_graph_is_not_trusted(
    oxigraph_server: Peer, release: Release, opened: Open
) -> None:
    store = opened(oxigraph_server, "store")
    graph = f"{GRAPH}/disturbed"

    def disturb(_: int) -> None:
        store.writer.add(graph, b"<urn:x:a> <urn:x:stranger> <urn:x:b> .\n")

    with pytest.raises(EngineFailed, match=r"holds \d+ triples"):
        publish(release, store, graph, disturb)
    assert store.ask(which_release(graph), publication(graph)) == []
    publish(release, store, graph, lambda _: None)
    assert _triples(oxigraph_server, graph) == _original(release)


def test_the_command_publishes_and_tells_the_release(
    oxigraph_server: Peer,
    release: Release,
    releases: Path,
    valgraf: Callable[..., "CompletedProcess[str]"],
) -> None:
    done = valgraf(
        *("publish", oxigraph_server.query, "--store", oxigraph_server.store),
        *("--releases", releases, "--graph", f"{GRAPH}/command"),
    )
    assert done.returncode == 0, done.stderr
    assert f"{release.manifest['counts']['triples']} triples in {GRAPH}/command" in done.stdout
    assert release.id in done.stdout


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:1/sparql", "http://127.0.0.1:1/sparql: .*refused"),
        ("{server}/nowhere", "/nowhere: 404 Not Found"),
    ],
)
def test_a_store_that_cannot_be_had_is_told_in_one_line(
    url: str,
    said: str,
    oxigraph_server: Peer,
    releases: Path,
    valgraf: Callable[..., "CompletedProcess[str]"],
) -> None:
    server = oxigraph_server.query.rpartition("/")[0]
    done = valgraf("publish", url.format(server=server), "--releases", releases)
    assert done.returncode == 1
    assert re.fullmatch(rf"valgraf: .*{said}.*\n", done.stderr)


def test_a_wrong_password_is_told_in_one_line(
    virtuoso_server: Peer, release: Release, opened: Open
) -> None:
    stranger = replace(virtuoso_server, password="no")
    store = opened(stranger, "store")
    with pytest.raises(EngineFailed, match="401"):
        publish(release, store, f"{GRAPH}/refused", lambda _: None)
