"""Two releases, one after the other: what is new, changed and gone is told right, and nothing is lost."""

import gzip
import json
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CompletedProcess
from typing import NamedTuple

import pytest

from loader.changes import differences, statement_change, told
from loader.check import check_release
from loader.corpus import read_corpus
from loader.errors import LoaderError
from loader.names import NAMESPACE, Names
from loader.release import Built, build
from server.index import Index

Run = Callable[..., "CompletedProcess[str]"]
NAMES = Names()


FIRST = {
    "ale": "Trygghet i Ale\n\nVi vill:\n\n- Anställa fler fältassistenter i hela kommunen.\n- Öppna en ny mottagning för personer med missbruk.\n- Säga nej till att stänga fritidsgården.\n",
    "boden": "Ett Boden för alla\n\nVi vill:\n\n- Införa Bostad först.\n- Ge hemlösa en egen bostad.\n",
    "eda": "Äldre i Eda\n\nVi vill:\n\n- Bygga ett nytt trygghetsboende för äldre.\n- Stärka stödet till anhöriga.\n",
    "tyreso": "Tyresö\n\nVi vill:\n\n- Utreda en egen jourlägenhet för våldsutsatta.\n",
}
SECOND = {
    "ale": "Trygghet i Ale\n\nVi vill:\n\n- Anställa många fler fältassistenter i hela kommunen.\n- Säga nej till att stänga fritidsgården.\n- Skolan ska få fler kuratorer.\n",
    "eda": FIRST["eda"],
    "falun": "Falun\n\nVi vill:\n\n- Starta en egen kvinnojour.\n",
    "tyreso": FIRST["tyreso"],
}


def write_corpus(folder: Path, texts: dict[str, str], withdrawn: Iterable[str] = ()) -> Path:
    folder.mkdir()
    entries = ['[[party]]\nid = "tyresopartiet"\nname = "Tyresöpartiet"\nmunicipality = "0138"\n']
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        party = "tyresopartiet" if name == "tyreso" else "C"
        entries.append(f'[[document]]\nfile = "{name}.txt"\nslug = "{name}"\nparty = "{party}"\nelection = 2022\nwithdrawn = {str(name in withdrawn).lower()}\n')  # fmt: skip
    (folder / "corpus.toml").write_text("\n".join(entries), encoding="utf-8")
    return folder


def load(corpus: Path, releases: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        done = build(read_corpus([corpus]), releases, executor, names=NAMES, replace=True)
    assert isinstance(done, Built)


class Loads(NamedTuple):
    releases: Path
    first: Path
    second: Path


@pytest.fixture(scope="module")
def loads(tmp_path_factory: pytest.TempPathFactory) -> Loads:
    folder = tmp_path_factory.mktemp("loads")
    releases = folder / "releases"
    paths = []
    corpora = (
        write_corpus(folder / "one", FIRST),
        write_corpus(folder / "two", SECOND, withdrawn=["eda"]),
    )
    for corpus in corpora:
        load(corpus, releases)
        paths.append((releases / "current").resolve())
    return Loads(releases, *paths)


def changes(loads: Loads) -> dict[str, dict[str, object]]:
    found = json.loads((loads.second / "changes.json").read_text(encoding="utf-8"))
    return {change["statement"]: change for change in found["changes"]}


def test_the_release_names_its_predecessor(loads: Loads) -> None:
    manifests = [json.loads((p / "manifest.json").read_text()) for p in (loads.first, loads.second)]
    assert manifests[0]["predecessor"] is None
    assert manifests[1]["predecessor"] == loads.first.name
    assert {"changes.txt", "changes.json", "changes-added.nt.gz", "changes-removed.nt.gz"} <= manifests[1]["files"].keys()  # fmt: skip


def test_statements_are_told_as_new_and_gone_with_what_took_their_place(loads: Loads) -> None:
    found = changes(loads)
    old = NAMES.statement("ale", "Anställa fler fältassistenter i hela kommunen.")
    new = NAMES.statement("ale", "Anställa många fler fältassistenter i hela kommunen.")
    assert found[old]["change"] == "gone"
    assert found[old]["replacedBy"] == new
    assert found[new]["change"] == "new"
    assert found[NAMES.statement("ale", "Öppna en ny mottagning för personer med missbruk.")]["replacedBy"] is None  # fmt: skip
    assert found[NAMES.statement("falun", "Starta en egen kvinnojour.")]["change"] == "new"
    assert found[NAMES.statement("boden", "Införa Bostad först.")]["change"] == "gone"
    assert NAMES.statement("ale", "Säga nej till att stänga fritidsgården.") not in found


def test_a_withdrawn_documents_words_are_in_no_file(loads: Loads) -> None:
    gone = NAMES.statement("eda", "Stärka stödet till anhöriga.")
    assert changes(loads)[gone] == {"change": "gone", "statement": gone}
    for path in loads.second.rglob("*"):
        if path.is_file():
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            assert "trygghetsboende för äldre".encode() not in data, path.name


def test_the_patches_lead_from_the_old_graph_to_the_new(loads: Loads) -> None:
    def lines(path: Path) -> set[bytes]:
        with gzip.open(path) as file:
            return set(file)

    old, new = (lines(path / "graph.nt.gz") for path in (loads.first, loads.second))
    assert lines(loads.second / "changes-added.nt.gz") == new - old
    silent = {line for line in old - new if b"/eda" in line.split(b" ")[0] and not line.endswith(b"> .\n")}  # fmt: skip
    assert lines(loads.second / "changes-removed.nt.gz") == (old - new) - silent


def test_no_iri_is_lost(loads: Loads) -> None:
    def names(path: Path) -> set[bytes]:
        with gzip.open(path / "graph.nt.gz") as file:
            return {line.split(b" ")[0] for line in file}

    lost = names(loads.first) - names(loads.second)
    assert lost == set()


def test_search_finds_the_new_and_not_the_gone(loads: Loads) -> None:
    old, new = Index.open(loads.first), Index.open(loads.second)
    for words, before, after in (("kvinnojour", 0, 1), ("Bostad först", 1, 0), ("trygghetsboende", 1, 0), ("fältassistent", 1, 1)):  # fmt: skip
        assert (old.search(words).total, new.search(words).total) == (before, after), words
    assert {e.key for e in new.entities("document")} == {"ale", "falun", "tyreso"}
    for index in (old, new):
        index.close()


def test_the_counts_follow(loads: Loads) -> None:
    def proposals(path: Path) -> str:
        name = b"<https://w3id.org/valgraf/id/observation/party/c> <https://w3id.org/valgraf/ns#proposals> "
        with gzip.open(path / "graph.nt.gz") as file:
            return next(line for line in file if line.startswith(name)).split(b'"')[1].decode()

    assert (proposals(loads.first), proposals(loads.second)) == ("7", "4")


def test_the_same_again_from_the_same_predecessor_is_the_same_release(
    loads: Loads, tmp_path: Path
) -> None:
    again = tmp_path / "again"
    again.mkdir()
    shutil.copytree(loads.first, again / loads.first.name)
    (again / "current").symlink_to(loads.first.name)
    corpus = write_corpus(tmp_path / "two", SECOND, withdrawn=["eda"])
    for _ in range(2):  # the second time, the release is its own predecessor
        load(corpus, again)
        assert (again / "current").resolve().name == loads.second.name
    for name in ("graph.ttl.gz", "index.sqlite", "changes.json", "changes-added.nt.gz"):
        same = (again / loads.second.name / name).read_bytes()
        assert same == (loads.second / name).read_bytes(), name


def test_the_release_is_as_the_shapes_want_it(loads: Loads) -> None:
    assert check_release(loads.second) == []


def test_diff_prints_what_the_release_holds(loads: Loads, valgraf: Run) -> None:
    given = (loads.first.name[:12], loads.second, "--releases", loads.releases)
    assert valgraf("diff", *given).stdout == (loads.second / "changes.txt").read_text()
    assert json.loads(valgraf("diff", *given, "--format", "json").stdout) == json.loads((loads.second / "changes.json").read_text())  # fmt: skip
    added = gzip.decompress((loads.second / "changes-added.nt.gz").read_bytes()).decode()
    assert valgraf("diff", *given, "--format", "added").stdout == added
    assert "0 triples added, 0 triples removed" in valgraf("diff", given[0], given[0], *given[2:]).stdout  # fmt: skip


def test_diff_tells_a_release_that_there_is_not(loads: Loads, valgraf: Run) -> None:
    done = valgraf("diff", "nothing", loads.second, "--releases", loads.releases)
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr == "valgraf: nothing: no such release; say more of its id, or its directory\n"
    )


def line(subject: str, predicate: str, value: str) -> bytes:
    return f"<{subject}> <{predicate}> {value} .\n".encode()


def test_a_changed_link_is_told() -> None:
    quote = line("https://x/s", f"{NAMESPACE}quote", '"Fler platser."@sv')
    old = sorted([quote, line("https://x/s", f"{NAMESPACE}actor", "<https://x/id/actor/bup>")])
    new = sorted([quote, line("https://x/s", f"{NAMESPACE}actor", "<https://x/id/actor/sis>")])
    (difference,) = differences(old, new)
    change = statement_change(difference)
    assert change is not None
    assert told(change) == "~ https://x/s Fler platser. [-actor https://x/id/actor/bup, +actor https://x/id/actor/sis]"  # fmt: skip


def test_a_statement_that_only_moved_has_not_changed() -> None:
    quote = line("https://x/s", f"{NAMESPACE}quote", '"Fler platser."@sv')
    (difference,) = differences([line("https://x/s", "https://n/begin", '"1"'), quote], [line("https://x/s", "https://n/begin", '"9"'), quote])  # fmt: skip
    assert statement_change(difference) is None


def test_a_broken_predecessor_is_told(loads: Loads, tmp_path: Path) -> None:
    shutil.copytree(loads.first, tmp_path / loads.first.name)
    (tmp_path / "current").symlink_to(loads.first.name)
    graph = tmp_path / loads.first.name / "graph.nt.gz"
    graph.write_bytes(graph.read_bytes()[:-1000])
    corpus = write_corpus(tmp_path / "two", SECOND)
    with pytest.raises(LoaderError, match="is broken") as told_:
        load(corpus, tmp_path)
    assert told_.value.document.endswith(f"{loads.first.name}/graph.nt.gz")
    assert (tmp_path / "current").resolve().name == loads.first.name


def test_a_current_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to("0" * 64)
    with pytest.raises(LoaderError, match="no IRI is lost"):
        load(write_corpus(tmp_path / "one", FIRST), tmp_path)


def test_only_as_many_releases_stay_as_are_kept(loads: Loads, tmp_path: Path) -> None:
    shutil.copytree(loads.first, tmp_path / loads.first.name)
    (tmp_path / "current").symlink_to(loads.first.name)
    corpus = read_corpus([write_corpus(tmp_path / "two", SECOND)])
    with ThreadPoolExecutor(1) as executor:
        done = build(corpus, tmp_path, executor, names=NAMES, replace=True, keep=1)
    assert isinstance(done, Built)
    assert not (tmp_path / loads.first.name).exists()
    assert json.loads((tmp_path / "gone.jsonl").read_text())["id"] == loads.first.name
