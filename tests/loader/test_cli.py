"""The loader's commands as people meet them: help with an example, one line for a fault, exit codes."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from server.cli import main

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = sorted(main.commands)


@pytest.fixture
def run():
    """Return what runs the command in this process."""
    return lambda *arguments: CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "falun.txt"
    path.write_text("Centerpartiet vill:\n • bygga fler bostäder i Falu kommun\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_has_an_example(run, command):
    told = run(command, "--help")
    assert told.exit_code == 0
    assert re.search(rf"Examples?:\s+valgraf {command}", told.output)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_tells_what_it_does_and_has_an_environment_variable(command):
    for parameter in main.commands[command].params:
        if parameter.param_type_name == "option":
            assert parameter.help, parameter.name
            assert re.fullmatch(r"VALGRAF_[A-Z_]+", str(parameter.envvar)), parameter.name


def test_the_program_lists_its_commands(run):
    assert all(f"  {command}" in run("--help").output for command in COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["lad"],
        ["load"],
        ["load", "corpus", "--releses", "x"],
        ["load", "corpus", "--base", "graf.example"],
        ["load", "corpus", "--base", "https://graf.example/a b"],
        ["load", "corpus", "--base", "https://graf.example/#x"],
        ["extract"],
        ["extract", "a.txt", "b.txt"],
        ["evaluate", "gold"],
        ["check", "now"],
    ],
)
def test_a_wrong_use_is_told_and_exits_2(run, arguments):
    told = run(*arguments)
    assert told.exit_code == 2
    assert told.stderr.startswith("Usage: ")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["load", "{}/nothing"], "valgraf: {}/nothing: no such file or folder"),
        (
            ["load", "{}"],
            "valgraf: no document found: give .txt, .html or .pdf files, or folders that hold them",
        ),
        (["extract", "{}/nothing.txt"], "valgraf: {}/nothing.txt: no such file or folder"),
        (["evaluate", "{}", "{}"], "valgraf: {}: holds no NAME.gold.json to compare with"),
    ],
)
def test_a_fault_of_the_input_is_one_line_and_exits_1(valgraf, tmp_path, arguments, line):
    told = valgraf(*(a.replace("{}", str(tmp_path)) for a in arguments))
    assert told.returncode == 1
    assert told.stderr == line.replace("{}", str(tmp_path)) + "\n"


@pytest.mark.parametrize(
    "arguments", [["check"], ["load", "{}"], ["extract", "{}", "--output", "{}"]]
)
def test_an_ontology_that_is_no_turtle_is_one_line(run, monkeypatch, tmp_path, arguments):
    broken = tmp_path / "instruments.ttl"
    broken.write_text("@prefix a: <http://a.example/> .\na:b a:c\n", encoding="utf-8")
    monkeypatch.setattr("loader.triples.ontology_files", lambda: [broken])
    told = run(*(a.replace("{}", str(tmp_path)) for a in arguments))
    assert told.exit_code == 1
    assert told.output.startswith(f"valgraf: {broken}: is no Turtle: Parser error at line 3")
    assert told.output.count("\n") == 1


def test_the_commands_are_told_in_whole_sentences(run):
    listed = run("--help").output.partition("Commands:\n")[2]
    assert all(line.endswith(".") and "..." not in line for line in listed.splitlines())


class TestLoad:
    def test_tells_what_was_found_and_where_the_release_is(self, valgraf, page, tmp_path):
        told = valgraf("load", page, "--releases", tmp_path / "r")
        lines = told.stdout.splitlines()
        assert told.returncode == 0
        assert lines[0] == "1 documents, 1 proposals, 0 achievements"
        assert re.fullmatch(
            r"links: \d+ target-group, \d+ actor, \d+ instrument, \d+ theme, 1 stance", lines[1]
        )
        assert re.fullmatch(r"\d+ triples in \d+\.\d s", lines[2])
        release = (tmp_path / "r" / "current").resolve()
        assert lines[3:] == [f"release {release.name}", f"in {tmp_path / 'r' / release.name}"]
        assert told.stderr == "1 of 1 documents, 1 statements\n"

    def test_of_a_faulty_document_tells_it_and_makes_no_release(self, valgraf, page, tmp_path):
        (tmp_path / "tom.txt").write_bytes(b"")
        told = valgraf("load", tmp_path, "--releases", tmp_path / "r")
        assert told.returncode == 1
        assert f"valgraf: {tmp_path}/tom.txt: is empty\n" in told.stderr
        assert (
            "no release made: 1 of 2 documents cannot be read; mend them or say --keep-going"
            in told.stderr
        )
        assert not (tmp_path / "r" / "current").exists()

    def test_may_keep_going_and_still_exits_1(self, valgraf, page, tmp_path):
        (tmp_path / "tom.txt").write_bytes(b"")
        told = valgraf("load", tmp_path, "--releases", tmp_path / "r", "--keep-going")
        assert told.returncode == 1
        assert told.stdout.startswith("1 documents, 1 not read, 1 proposals")
        assert (tmp_path / "r" / "current").exists()


class TestExtract:
    def test_prints_the_annotations_of_one_file(self, run, page):
        found = json.loads(run("extract", page).output)
        text = page.read_text(encoding="utf-8")
        assert [text[p["start"] : p["end"]] for p in found["proposals"]] == [
            "bygga fler bostäder i Falu kommun"
        ]

    def test_writes_those_of_several_into_a_folder(self, run, page, tmp_path):
        other = tmp_path / "mora.txt"
        other.write_text("Vi vill rusta torget.", encoding="utf-8")
        told = run("extract", page, other, "--output", tmp_path / "found")
        assert (told.exit_code, told.output) == (0, "")
        assert sorted(p.name for p in (tmp_path / "found").iterdir()) == [
            "falun.gold.json",
            "mora.gold.json",
        ]


class TestCheck:
    def test_of_the_bundled_corpus_is_as_it_should_be(self, valgraf, releases):
        told = valgraf("check", "--releases", releases)
        assert told.returncode == 0, told.stderr
        assert told.stdout.startswith("ontology and release ")

    def test_without_a_release_checks_the_ontology(self, valgraf, tmp_path):
        told = valgraf("check", "--releases", tmp_path)
        assert (told.returncode, told.stdout) == (
            0,
            "the ontology is as it should be; there is no release\n",
        )
