"""Real stores of others, one each in a process of a test run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.peers import Peer, oxigraph, virtuoso, virtuoso_program
from server.publishing import Store, publish
from server.releases import current
from server.settings import Settings


def _filled(peer: Peer, releases: Path) -> Peer:
    """Return the peer with the bundled release published to the graph that is the release's base."""
    release = current(Settings(releases=releases))
    with Store(peer.query, store=peer.store, user=peer.user, password=peer.password) as store:
        publish(release, store, release.base, lambda _: None)
    return peer


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory, releases: Path) -> Iterator[Peer]:
    """Return Oxigraph's own server, for reading and writing, the bundled release in it."""
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as peer:
        yield _filled(peer, releases)


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory, releases: Path) -> Iterator[Peer]:
    """Return a Virtuoso, for reading and writing, the bundled release in it."""
    if virtuoso_program() is None:
        pytest.skip("Debian's virtuoso-opensource is not installed")
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as peer:
        yield _filled(peer, releases)
