"""A new release while everybody asks."""

import shutil
import threading
import time

import httpx
import pytest

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c FILTER(STRLEN(STR(?o)) < STRLEN(STR(?c))) } "


@pytest.fixture(scope="module")
def both(releases, valgraf, tmp_path_factory):
    """Return releases of the bundled corpus and of other documents, the first current."""
    folder = tmp_path_factory.mktemp("documents")
    (folder / "program.txt").write_text(
        "Vallentunapartiet\n\nVi vill anställa fler fältassistenter i Vallentuna kommun.\n"
    )
    directory = tmp_path_factory.mktemp("both") / "releases"
    shutil.copytree(releases, directory, symlinks=True)
    first = (directory / "current").readlink()
    told = valgraf("load", folder, "--releases", directory, "--replace")
    assert told.returncode == 0, told.stderr
    (directory / "other").symlink_to((directory / "current").readlink())
    switch(directory, first)
    return directory


@pytest.fixture
def own(both, tmp_path):
    """Return a copy of the releases, to be changed."""
    shutil.copytree(both, tmp_path / "releases", symlinks=True)
    return tmp_path / "releases"


def switch(directory, name):
    """Make a release the current one, as the loader does."""
    (directory / "next").symlink_to(name)
    (directory / "next").replace(directory / "current")


def test_no_request_is_dropped_and_no_answer_mixed(serve, own, eventually):
    seen, failed, ended = {}, [], threading.Event()

    def ask(number):
        with httpx.Client(timeout=60) as client:
            while not ended.is_set():
                query = f"{COUNT} # {number}"
                answer = client.get(running.endpoint, params={"query": query, "format": "csv"})
                if answer.status_code == 200:
                    seen.setdefault(answer.headers["valgraf-release"], set()).add(answer.text)
                else:
                    failed.append(answer.text)

    with serve("--releases", own, "--timeout", 60) as running:
        first = running.ask("ASK {}").headers["valgraf-release"]
        threads = [threading.Thread(target=ask, args=(number,)) for number in range(3)]
        for thread in threads:
            thread.start()
        try:
            switch(own, (own / "other").readlink())
            eventually(lambda: len(seen) == 2)
            time.sleep(1)
        finally:
            ended.set()
            for thread in threads:
                thread.join()
        assert not failed
        assert first in seen
        assert all(len(answers) == 1 for answers in seen.values())
        assert len(set.union(*seen.values())) == 2


def test_what_began_on_the_old_release_ends_on_it(serve, own, eventually):
    with serve("--releases", own, "--timeout", 60) as running:
        first = running.ask("ASK {}").headers["valgraf-release"]
        answers = []
        thread = threading.Thread(
            target=lambda: answers.append(
                httpx.get(
                    running.endpoint,
                    params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 300000"},
                    timeout=120,
                )
            )
        )
        thread.start()
        time.sleep(0.2)
        switch(own, (own / "other").readlink())
        eventually(lambda: running.ask("ASK {}").headers["valgraf-release"] != first)
        thread.join()
        assert answers[0].status_code == 200
        assert answers[0].headers["valgraf-release"] == first
        assert answers[0].content.rstrip().endswith(b"}")


def test_a_release_that_cannot_be_opened_leaves_the_old_one(serve, own, eventually):
    broken = own / "broken"
    shutil.copytree((own / "current").resolve(), broken)
    manifest = (broken / "manifest.json").read_text()
    release = (own / "current").resolve().name
    (broken / "manifest.json").write_text(manifest.replace(release[:12], "0" * 12))
    for store in (broken / "graph.nt.gz",):
        store.write_bytes(b"nothing of the kind")
    with serve("--releases", own) as running:
        switch(own, "broken")
        eventually(lambda: "cannot be served" in running.log.read_text())
        assert running.ask("ASK { ?s ?p ?o }").json()["boolean"]
        assert running.log.read_text().count("cannot be served") == 1
