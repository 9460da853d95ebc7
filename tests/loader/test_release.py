"""A release is whole or not there: whatever ends a loader, whoever else loads, whatever was there before."""

import gzip
import hashlib
import json
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest

from loader.corpus import read_corpus
from loader.errors import LoaderError
from loader.names import Names
from loader.release import Built, build, current, locked

ROOT = Path(__file__).resolve().parents[2]
VALGRAF = Path(sys.executable).with_name("valgraf")
PAGE = "Skola\n\nCenterpartiet i Falun vill:\n • anställa fler skolkuratorer i Falu kommun\n • låta elevhälsan ha öppet på {day}\n"


def pages(folder, days):
    """Write a folder with one page a day."""
    folder.mkdir(parents=True, exist_ok=True)
    for day in days:
        (folder / f"{day}.txt").write_text(PAGE.format(day=day), encoding="utf-8")
    return folder


def load(folder, releases, **options):
    with ThreadPoolExecutor(1) as executor:
        return build(read_corpus([folder]), releases, executor, names=Names(), **options)


def assert_whole(release):
    """Fail unless every file is as the manifest says, and the store holds the graph."""
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    assert release.name == manifest["id"]
    for name, told in manifest["files"].items():
        assert hashlib.sha256((release / name).read_bytes()).hexdigest() == told["sha256"], name
    graph = gzip.decompress((release / "graph.nt.gz").read_bytes())
    assert hashlib.sha256(graph).hexdigest() == manifest["id"]
    assert len(ox.Store.read_only(str(release / "store"))) == manifest["counts"]["triples"]
    assert graph.count(b"\n") == manifest["counts"]["triples"]


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """Return a directory of releases with one release of two pages, to be copied."""
    base = tmp_path_factory.mktemp("first")
    load(pages(base / "corpus", ["mondag", "tisdag"]), base / "releases")
    return base / "releases"


@pytest.fixture
def releases(first, tmp_path):
    return Path(shutil.copytree(first, tmp_path / "releases", symlinks=True))


class TestBuild:
    def test_makes_a_release_that_is_whole_and_current(self, first):
        assert_whole(current(first))

    def test_keeps_no_current_where_nothing_was_loaded(self, tmp_path):
        assert current(tmp_path) is None

    def test_of_the_same_documents_is_the_same_release_and_a_success(self, releases, tmp_path):
        before = current(releases)
        built = load(pages(tmp_path / "corpus", ["mondag", "tisdag"]), releases)
        assert built.path == before == current(releases)
        assert_whole(before)

    def test_elsewhere_and_in_another_order_has_the_same_bytes(self, first, tmp_path):
        folder = pages(tmp_path / "annan", ["tisdag", "mondag"])
        other = load(folder, tmp_path / "releases")
        mine = json.loads((current(first) / "manifest.json").read_text(encoding="utf-8"))
        assert other.manifest["files"] == mine["files"]
        assert (other.path / "graph.ttl.gz").read_bytes() == (
            current(first) / "graph.ttl.gz"
        ).read_bytes()

    def test_under_another_base_names_everything_there(self, tmp_path):
        corpus = read_corpus([pages(tmp_path / "corpus", ["mondag"])])
        with ThreadPoolExecutor(1) as executor:
            built = build(
                corpus, tmp_path / "releases", executor, names=Names("https://graf.example")
            )
        graph = gzip.decompress((built.path / "graph.nt.gz").read_bytes())
        assert b"<https://graf.example/id/statement/mondag/" in graph
        assert b"<https://w3id.org/valgraf/id/" not in graph

    def test_counts_what_the_graph_holds(self, first):
        manifest = json.loads((current(first) / "manifest.json").read_text(encoding="utf-8"))
        store = ox.Store.read_only(str(current(first) / "store"))
        proposals = store.query(
            "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/valgraf/ns#Proposal> }"
        )
        assert manifest["counts"]["proposals"] == int(next(iter(proposals))["n"].value) > 0
        assert manifest["counts"]["documents"] == len(manifest["inputs"]) == 2

    def test_names_its_predecessor(self, releases, tmp_path):
        before = current(releases)
        built = load(pages(tmp_path / "corpus", ["mondag", "tisdag", "onsdag"]), releases)
        assert built.manifest["predecessor"] == before.name


class TestLoss:
    def test_of_more_than_a_tenth_of_the_documents_is_refused(self, releases, tmp_path):
        before = current(releases)
        with pytest.raises(
            LoaderError, match=r"would lose 1 of 2 documents .*\(tisdag\); say --replace"
        ):
            load(pages(tmp_path / "corpus", ["mondag"]), releases)
        assert current(releases) == before

    def test_is_allowed_where_it_is_meant(self, releases, tmp_path):
        built = load(pages(tmp_path / "corpus", ["mondag"]), releases, replace=True)
        assert [entry["slug"] for entry in built.manifest["inputs"]] == ["mondag"]

    def test_of_documents_that_cannot_be_read_counts_too(self, releases, tmp_path):
        folder = pages(tmp_path / "corpus", ["mondag", "tisdag"])
        (folder / "tisdag.txt").write_bytes(b"")
        with pytest.raises(LoaderError, match="would lose 1 of 2 documents"):
            load(folder, releases, keep_going=True)

    def test_of_a_document_that_is_withdrawn_is_none(self, releases, tmp_path):
        folder = pages(tmp_path / "corpus", ["mondag"])
        (folder / "corpus.toml").write_text(
            '[[document]]\nfile = "tisdag.txt"\nwithdrawn = true', encoding="utf-8"
        )
        built = load(folder, releases)
        graph = gzip.decompress((built.path / "graph.nt.gz").read_bytes()).decode()
        assert (
            "/id/document/tisdag> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/valgraf/ns#Withdrawn>"
            in graph
        )


class TestFaultyDocument:
    def test_prevents_a_release_and_is_returned(self, releases, tmp_path):
        folder = pages(tmp_path / "corpus", ["mondag", "tisdag", "onsdag"])
        (folder / "onsdag.txt").write_bytes(b"\x00\x01")
        (failed,) = load(folder, releases)
        assert failed.error == f"{folder}/onsdag.txt: is binary, no text"
        assert not (current(releases) / "onsdag.txt").exists()
        assert len(json.loads((current(releases) / "manifest.json").read_text())["inputs"]) == 2

    def test_is_left_out_and_counted_where_the_rest_is_wanted(self, tmp_path):
        folder = pages(tmp_path / "corpus", ["mondag"])
        (folder / "onsdag.txt").write_bytes(b"\x00\x01")
        built = load(folder, tmp_path / "releases", keep_going=True)
        assert [o.slug for o in built.failed] == ["onsdag"]
        assert [entry["slug"] for entry in built.manifest["inputs"]] == ["mondag"]

    def test_alone_makes_no_release_even_then(self, tmp_path):
        folder = tmp_path / "corpus"
        folder.mkdir()
        (folder / "onsdag.txt").write_bytes(b"\x00\x01")
        assert not isinstance(load(folder, tmp_path / "releases", keep_going=True), Built)
        assert current(tmp_path / "releases") is None


class TestTwoLoaders:
    def test_the_second_says_so_and_stops(self, releases, tmp_path, valgraf):
        folder = pages(tmp_path / "corpus", ["mondag", "tisdag", "onsdag"])
        before = current(releases)
        with locked(releases):
            told = valgraf("load", folder, "--releases", releases)
        assert told.returncode == 1
        assert (
            told.stderr
            == f"valgraf: {releases}: another load is at work there; wait until it ends\n"
        )
        assert current(releases) == before

    def test_the_lock_goes_with_the_loader_that_held_it(self, releases):
        holder = subprocess.Popen(
            [sys.executable, "-c", f"from loader.release import locked\nfrom pathlib import Path\nwith locked(Path({str(releases)!r})):\n print(flush=True); input()"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
        )  # fmt: skip
        with holder:
            holder.stdout.readline()
            with pytest.raises(LoaderError), locked(releases):
                pass
            holder.kill()
        with locked(releases):
            pass


#: Builds a release and looks, before every change of the file system, at what a loader killed there would leave.
_WATCHED = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_release import assert_whole, current, load
releases, seen, busy = Path({releases!r}), [], False
def watch(event, arguments):
    global busy
    changes = event in {{"os.rename", "os.remove", "os.symlink", "os.mkdir", "os.rmdir", "os.chmod"}}
    if busy or not (changes or event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax")):
        return
    busy = True
    assert_whole(current(releases))
    seen.append(current(releases).name)
    busy = False
sys.addaudithook(watch)
load(Path({folder!r}), releases)
assert_whole(current(releases))
print(len(seen), len(set(seen)), seen[0])
"""


class TestKilledLoader:
    def test_would_leave_a_whole_release_at_every_change_it_makes(self, releases, tmp_path):
        before = current(releases)
        folder = pages(tmp_path / "corpus", ["mondag", "tisdag", "onsdag"])
        code = _WATCHED.format(
            tests=str(Path(__file__).parent), releases=str(releases), folder=str(folder)
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
        )
        assert done.returncode == 0, done.stderr
        steps, _, stood = done.stdout.split()
        assert int(steps) > 10
        assert stood == before.name != current(releases).name

    def test_leaves_the_former_release_and_the_next_load_cleans_up(self, releases, tmp_path):
        before = current(releases)
        folder = pages(tmp_path / "corpus", ["mondag", "tisdag", "onsdag"])
        for seconds in (0.5, *(random.Random(7).uniform(1, 4) for _ in range(4))):
            loader = subprocess.Popen(
                [VALGRAF, "load", folder, "--releases", releases], cwd=ROOT,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            time.sleep(seconds)
            loader.send_signal(signal.SIGKILL)
            loader.wait()
            assert_whole(current(releases))
        built = load(folder, releases)
        assert built.manifest["predecessor"] in {before.name, None}
        assert_whole(current(releases))
        assert not list(releases.glob(".building-*"))

    def test_takes_its_workers_with_it(self, tmp_path):
        folder = pages(tmp_path / "corpus", [f"dag{n}" for n in range(3)])
        loader = subprocess.Popen(
            [VALGRAF, "load", folder, "--releases", tmp_path / "releases"], cwd=ROOT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        children, deadline = [], time.monotonic() + 30
        while not children and time.monotonic() < deadline:
            time.sleep(0.05)
            children = Path(f"/proc/{loader.pid}/task/{loader.pid}/children").read_text().split()
        time.sleep(1)
        loader.kill()
        loader.wait()
        deadline = time.monotonic() + 90
        while any(_alive(child) for child in children) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert children
        assert not any(_alive(child) for child in children)


def _alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
