"""What a release takes in memory does not follow its size: graphs are streamed, the index keeps numbers only."""

import gc
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.programmes import programmes
from bench.searching import lines
from loader.changes import write_changes
from loader.index import write_index
from loader.lineage import tombstones
from loader.names import Names
from loader.subjects import opened
from loader.triples import ontology

NAMES = Names()
SMALL, LARGE = 8, 48  # programmes


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Path, Path, int]]:
    """Return for each size two sorted graphs without a statement in common, and how many statements each has."""
    folder = tmp_path_factory.mktemp("graphs")
    known = {f"{triple} .\n" for triple in ontology(NAMES)}
    found = {}
    for size in (SMALL, LARGE):
        paths = folder / f"old-{size}.nt", folder / f"new-{size}.nt"
        for path, seed in zip(paths, (1, 2), strict=True):
            text = {line for one in programmes(size, seed=seed) for line in lines(one)}
            path.write_text("".join(sorted(known | text)), encoding="utf-8")
        number = sum("ns#Proposal>" in line for line in text)
        found[size] = (*paths, number)
    return found


def index(old: Path, new: Path) -> None:
    target = new.with_suffix(".sqlite")
    target.unlink(missing_ok=True)
    write_index(new, target, NAMES)


def gone(old: Path, new: Path) -> None:
    with opened(old) as before, opened(new) as after:
        assert sum(1 for _ in tombstones(before, after, predecessor="0" * 64, names=NAMES)) > 500


def changed(old: Path, new: Path) -> None:
    assert write_changes(old, new, new.parent, names=("old", "new")).statements["gone"] > 100


def peak(work: Callable[[Path, Path], None], old: Path, new: Path) -> int:
    """Return the bytes that Python holds at the peak."""
    gc.collect()
    tracemalloc.start()
    try:
        work(old, new)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.fixture(params=[(index, 400), (gone, 100), (changed, 300)], ids=lambda p: p[0].__name__)
def limited(request: pytest.FixtureRequest) -> tuple[Callable[[Path, Path], None], int]:
    """Return a part of making a release, and how many bytes a statement it may take."""
    return request.param


def test_memory_hardly_grows_with_the_statements(
    limited: tuple[Callable[[Path, Path], None], int],
    graphs: dict[int, tuple[Path, Path, int]],
) -> None:
    work, allowed = limited
    work(*graphs[LARGE][:2])  # what is kept once, such as lemmas, is there then
    small, large = (peak(work, *graphs[size][:2]) for size in (SMALL, LARGE))
    more = graphs[LARGE][2] - graphs[SMALL][2]
    assert more > 1000
    print(f"{(large - small) / more:.0f} bytes a statement")
    assert (large - small) / more < allowed
