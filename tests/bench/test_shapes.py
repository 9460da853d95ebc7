"""The shapes that the endpoint is measured by: each asks something that a release answers."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from bench.shapes import shapes


@pytest.fixture(scope="module")
def asked(releases: Path):
    release = releases / "current"
    store = ox.Store.read_only(str((release / "store").resolve()))
    return store, shapes(release / "graph.nt.gz")


def test_there_are_twelve(asked):
    assert len(asked[1]) == 12


def test_each_has_an_answer(asked):
    store, queries = asked
    for name, text in queries.items():
        found = store.query(text)
        assert bool(found) if isinstance(found, ox.QueryBoolean) else any(True for _ in found), name
