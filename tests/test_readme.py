"""The README keeps what it promises: its code is run, its links and folders exist, it stays short."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest

from loader.corpus import read_corpus

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def blocks(language):
    return [text for name, text in BLOCKS if name == language]


def commands(program):
    lines = "".join(blocks("sh")).splitlines()
    return [line.partition("#")[0].split() for line in lines if line.startswith(program)]


def test_every_block_is_run_by_a_test_of_this_module():
    assert {name for name, _ in BLOCKS} == {"sparql", "csv", "sh", "toml", "turtle", "python"}
    assert {line.split()[0] for text in blocks("sh") for line in text.splitlines()} == {
        "make",
        "valgraf",
    }


def test_it_is_short():
    assert len(README.splitlines()) < 120


def test_the_query_has_the_answer_that_is_shown(releases, tmp_path, valgraf):
    (query,), (answer,) = blocks("sparql"), blocks("csv")
    (tmp_path / "query.rq").write_text(query, encoding="utf-8")
    told = valgraf("query", "--releases", releases, tmp_path / "query.rq")
    assert told.stdout.replace("\r\n", "\n") == answer


@pytest.mark.parametrize("target", [words[1] for words in commands("make")])
def test_the_targets_of_make_exist(target):
    done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder that holds the README's document beside the bundled corpus."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    (folder / "my-documents").mkdir()
    (toml,) = blocks("toml")
    (folder / "my-documents" / "corpus.toml").write_text(toml, encoding="utf-8")
    (name,) = (entry["file"] for entry in tomllib.loads(toml)["document"])
    (folder / "my-documents" / name).write_text(
        "Vi vill:\n • bygga ut hemtjänsten\n", encoding="utf-8"
    )
    return folder


class TestDocument:
    def test_is_described_as_shown(self, folder):
        (document,) = read_corpus([folder / "my-documents"]).documents
        assert (document.party, document.municipality, document.term) == ("v", "2480", "2022/2026")

    def test_is_loaded_and_checked_by_the_commands_shown(self, folder):
        ran = commands("valgraf")
        assert [words[1] for words in ran] == ["load", "check"]
        for words in ran:
            done = subprocess.run(
                [
                    shutil.which("valgraf", path=str(ROOT / ".venv" / "bin")) or "valgraf",
                    *words[1:],
                ],
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr


def test_the_question_that_is_asked_exists(releases, valgraf):
    (question,) = re.findall(r"`valgraf query (\S+)`", README)
    assert valgraf("query", "--releases", releases, ROOT / question).stdout.startswith("proposal,")


def test_the_concept_has_what_the_schemes_concepts_have():
    (turtle,) = blocks("turtle")
    scheme = ROOT / "ontology" / "schemes" / "instruments.ttl"
    prefixes = "".join(
        re.findall(r"^@prefix .*\n", scheme.read_text(encoding="utf-8"), re.MULTILINE)
    )
    added = {
        quad.predicate.value for quad in ox.parse(prefixes + turtle, format=ox.RdfFormat.TURTLE)
    }
    present = {
        quad.predicate.value for quad in ox.parse(path=str(scheme), format=ox.RdfFormat.TURTLE)
    }
    assert added <= present


def test_the_concept_is_new_to_the_schemes():
    (turtle,) = blocks("turtle")
    labels = re.findall(r'"(\w+)"@sv', turtle)
    schemes = (ROOT / "ontology" / "schemes").glob("*.ttl")
    lexicon = "".join(path.read_text(encoding="utf-8") for path in schemes)
    assert labels
    assert not [label for label in labels if f'"{label}"@sv' in lexicon]


def test_the_python_prints_a_table_of_themes_and_parties(server, capsys, monkeypatch):
    (code,) = blocks("python")
    monkeypatch.chdir(ROOT)
    exec(compile(code.replace("http://127.0.0.1:8000", server.url), "README.md", "exec"), {})
    assert "Miljöpartiet" in capsys.readouterr().out


def test_the_folders_that_it_names_exist():
    names = set(re.findall(r"`(\w+)/`", README)) - {"pages"}
    assert all((ROOT / name).is_dir() for name in names)
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    folders = {line.partition("/")[0] for line in tracked.splitlines() if "/" in line}
    assert {f for f in folders if not f.startswith(".")} <= names


@pytest.mark.parametrize("address", re.findall(r"\]\((?!http)(\S+?)\)", README))
def test_its_links_lead_somewhere(address):
    assert (ROOT / address).exists()
