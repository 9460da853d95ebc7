"""Real stores of others, one each in a process of a test run."""

from collections.abc import Iterator

import pytest

from bench.peers import Peer, oxigraph, virtuoso, virtuoso_program


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    """Return Oxigraph's own server, for reading and writing."""
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as peer:
        yield peer


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    """Return a Virtuoso, for reading and writing."""
    if virtuoso_program() is None:
        pytest.skip("Debian's virtuoso-opensource is not installed")
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as peer:
        yield peer
