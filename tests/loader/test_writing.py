"""The files of a release: the same input gives the same bytes, whatever the order it comes in."""

import csv
import gzip
import hashlib

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader import writing
from loader.merging import stretches
from loader.runs import Run
from loader.writing import write_graph, write_live, write_packed, write_store, write_turtle

LINES = [f'<urn:s{n}> <urn:p> "förslag {n}"' for n in range(50)]


def run(directory, name, lines):
    directory.mkdir(parents=True, exist_ok=True)
    found = Run(directory / f"{name}.nt.gz")
    found.write(lines, {})
    return found


@pytest.fixture
def graph(tmp_path):
    """Return what writes a graph of runs and shared lines into a folder of its own."""

    def written(name, *runs, shared=()):
        work = tmp_path / name
        work.mkdir()
        parts = [run(tmp_path / "runs", f"{name}{n}", lines) for n, lines in enumerate(runs)]
        live = write_live(work, sorted(f"{line} .\n".encode() for line in shared), parts)
        with live.open("rb") as file:
            told = write_graph(work, [stretches(file)])
        write_packed(work)
        write_turtle(work)
        return work, told

    return written


def test_a_graph_is_sorted_and_holds_each_triple_once(graph):
    work, (id_, count) = graph("a", LINES[:30], LINES[20:], shared=LINES[5:6])
    lines = (work / "graph.nt").read_bytes().splitlines(keepends=True)
    assert lines == sorted(f"{line} .\n".encode() for line in LINES)
    assert (id_, count) == (hashlib.sha256(b"".join(lines)).hexdigest(), 50)


def test_the_order_and_number_of_runs_changes_no_byte(graph):
    one, first = graph("a", LINES)
    many, second = graph("b", *([line] for line in reversed(LINES)))
    assert first == second
    for name in ("graph.nt", "graph.nt.gz", "graph.ttl.gz"):
        assert (one / name).read_bytes() == (many / name).read_bytes()


def test_more_runs_than_may_be_open_at_once_are_merged_in_steps(graph, monkeypatch):
    plain, expected = graph("a", *([line] for line in LINES))
    monkeypatch.setattr(writing, "_FAN_IN", 4)
    stepped, found = graph("b", *([line] for line in LINES))
    assert found == expected
    assert (stepped / "graph.nt").read_bytes() == (plain / "graph.nt").read_bytes()


def test_the_forms_of_a_graph_say_the_same(graph):
    work, _ = graph("a", LINES)
    turtle = set(
        ox.parse(gzip.decompress((work / "graph.ttl.gz").read_bytes()), format=ox.RdfFormat.TURTLE)
    )
    assert turtle == set(ox.parse(path=str(work / "graph.nt"), format=ox.RdfFormat.N_TRIPLES))
    assert write_store(work, work / "live.nt", lambda: work / "graph.nt") == 50
    assert len(ox.Store.read_only(str(work / "store"))) == 50


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters='\n\r"\\'), max_size=5), max_size=20
    )
)
def test_runs_are_sorted_as_the_bytes_that_are_merged(tmp_path_factory, words):
    lines = [f'<urn:s> <urn:p> "{word}"' for word in words]
    (found,) = run(tmp_path_factory.getbasetemp() / "sorted", "x", lines).lines()
    assert found == sorted({f"{line} .\n".encode() for line in lines})


def test_tables_are_csv_that_gives_back_what_was_written(releases):
    current = releases / "current" / "tables"
    for name, columns in writing.TABLES.items():
        data = (current / f"{name}.csv").read_bytes()
        rows = list(csv.reader(data.decode().splitlines(keepends=True)))
        assert tuple(rows[0]) == columns
        assert {len(row) for row in rows} == {len(columns)}
        assert data.endswith(b"\r\n")
