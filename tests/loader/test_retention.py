"""How many releases stay, and what is recorded of those that go."""

import json
from pathlib import Path

import pytest

from loader.errors import LoaderError
from loader.retention import GONE, find_release, kept, retire


def make(releases: Path, number: int) -> str:
    id_ = f"{number:064x}"
    (releases / id_).mkdir()
    manifest = {"id": id_, "created": f"2026-01-{number:02}T00:00:00+00:00"}
    (releases / id_ / "manifest.json").write_text(json.dumps(manifest))
    return id_


def lead(releases: Path, id_: str) -> None:
    link = releases / "current"
    link.unlink(missing_ok=True)
    link.symlink_to(id_)


@pytest.fixture
def ids(tmp_path: Path) -> list[str]:
    found = [make(tmp_path, number) for number in range(1, 6)]
    lead(tmp_path, found[-1])
    return found


def test_the_newest_stay_and_the_rest_is_recorded(tmp_path: Path, ids: list[str]) -> None:
    assert retire(tmp_path, 2) == ids[2::-1]
    assert [m["id"] for m in kept(tmp_path)] == ids[:2:-1]
    gone = [json.loads(line) for line in (tmp_path / GONE).read_text().splitlines()]
    assert [g["id"] for g in gone] == ids[2::-1]
    assert gone[0]["created"] == "2026-01-03T00:00:00+00:00"
    assert all(g["removed"] for g in gone)


def test_the_current_release_stays_however_old_it_is(tmp_path: Path, ids: list[str]) -> None:
    lead(tmp_path, ids[0])
    retire(tmp_path, 2)
    assert {m["id"] for m in kept(tmp_path)} == {ids[0], ids[-1]}


def test_nothing_goes_while_there_are_few(tmp_path: Path, ids: list[str]) -> None:
    assert retire(tmp_path, 5) == []
    assert not (tmp_path / GONE).exists()


def test_a_release_is_found_by_its_id_the_beginning_of_it_or_its_directory(
    tmp_path: Path, ids: list[str]
) -> None:
    for given in (ids[0], f"{1:064x}", str(tmp_path / ids[0])):
        assert find_release(tmp_path, given).name == ids[0]
    assert find_release(tmp_path, str(tmp_path / "current")).name == ids[-1]


@pytest.mark.parametrize(("given", "what"), [("0000", "several releases"), ("f", "no such release"), ("*", "no such release"), ("../..", "no such release")])  # fmt: skip
def test_what_is_no_release_is_told(tmp_path: Path, ids: list[str], given: str, what: str) -> None:
    with pytest.raises(LoaderError, match=what):
        find_release(tmp_path, given)
