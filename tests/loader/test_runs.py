"""What is kept between loads: a load goes on where it stopped, and a changed document costs one document."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bench.programmes import programmes, write
from loader.corpus import read_corpus
from loader.errors import LoaderError
from loader.names import Names
from loader.release import RUNS, build
from loader.runs import Run, prune


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    write(folder, programmes(4, statements=6), gold=False)
    return folder


def load(folder, releases, told=lambda _: None):
    with ThreadPoolExecutor(1) as executor:
        return build(read_corpus([folder]), releases, executor, names=Names(), told=told)


def written(releases):
    return {path: path.stat().st_ino for path in (releases / RUNS).iterdir()}


def test_a_second_load_writes_no_run_again(corpus, tmp_path):
    load(corpus, tmp_path / "releases")
    before = written(tmp_path / "releases")
    load(corpus, tmp_path / "releases")
    assert written(tmp_path / "releases") == before
    assert len(before) == 2 * 4


def test_a_changed_document_costs_one_document_and_leaves_no_run_behind(corpus, tmp_path):
    load(corpus, tmp_path / "releases")
    before = written(tmp_path / "releases")
    changed = min(corpus.glob("*.txt"))
    changed.write_text(changed.read_text() + "\nVi vill införa Bostad först.\n")
    load(corpus, tmp_path / "releases")
    after = written(tmp_path / "releases")
    assert len(after) == len(before)
    assert len(after.items() - before.items()) == 2


def test_an_interrupted_load_goes_on_where_it_stopped_to_the_same_release(corpus, tmp_path):
    done = []

    def interrupt(outcome):
        done.append(outcome.run)
        if len(done) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(corpus, tmp_path / "releases", interrupt)
    before = written(tmp_path / "releases")
    resumed = load(corpus, tmp_path / "releases")
    assert before.items() <= written(tmp_path / "releases").items()
    assert resumed.manifest["id"] == load(corpus, tmp_path / "fresh").manifest["id"]


def test_what_is_known_of_a_document_decides_its_run_as_its_bytes_do(tmp_path):
    one = Run.of(tmp_path, b"text", {"party": "c"})
    assert one == Run.of(tmp_path, b"text", {"party": "c"})
    assert len({one, Run.of(tmp_path, b"text", {"party": "v"}), Run.of(tmp_path, b"texts", {"party": "c"})}) == 3  # fmt: skip


def test_a_run_is_read_only_when_it_is_whole(tmp_path):
    run = Run.of(tmp_path, b"text")
    assert run.read() is None
    run.write(["<b> <p> <o>", "<a> <p> <o>"], {"counts": {}})
    assert list(run.lines()) == [[b"<a> <p> <o> .\n", b"<b> <p> <o> .\n"]]
    run.told.write_text('{"counts"')
    assert run.read() is None


def test_a_broken_run_is_told_with_its_file(tmp_path):
    run = Run.of(tmp_path, b"text")
    run.write(["<a> <p> <o>"] * 9, {})
    run.path.write_bytes(run.path.read_bytes()[:-8])
    with pytest.raises(LoaderError, match=f"{run.path.name}.*delete it"):
        list(run.lines())


def test_what_a_killed_load_left_half_written_is_pruned(tmp_path):
    (tmp_path / ".half").write_bytes(b"<a>")
    run = Run.of(tmp_path, b"text")
    run.write([], {})
    prune(tmp_path, [run])
    assert set(tmp_path.iterdir()) == {run.path, run.told}
