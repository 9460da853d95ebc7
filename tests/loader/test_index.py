"""The index that the loader writes: the same graph gives the same bytes, and similar statements are the most similar."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.programmes import programmes
from bench.searching import lines
from loader.index import words, write_index
from loader.names import Names
from loader.similar import BEST, Similar
from loader.subjects import paired, subjects
from loader.triples import ontology

NAMES = Names()


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "graph.nt"
    found = {f"{triple} .\n".encode() for triple in ontology(NAMES)}
    for one in programmes(12):
        found |= {line.encode() for line in lines(one)}
    path.write_bytes(b"".join(sorted(found)))
    return path


@pytest.fixture(scope="module")
def index(graph: Path) -> Path:
    path = graph.with_name("index.sqlite")
    write_index(graph, path, NAMES)
    return path


def test_the_same_graph_gives_the_same_bytes_in_any_process(graph: Path, index: Path) -> None:
    again = graph.with_name("again.sqlite")
    code = f"from loader.index import *; write_index(Path({str(graph)!r}), Path({str(again)!r}), Names())"
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONHASHSEED": "7"})
    assert again.read_bytes() == index.read_bytes()


def test_statements_are_numbered_by_document_and_place(index: Path) -> None:
    rows = sqlite3.connect(index).execute(
        "SELECT statement.id, entity.key, begin FROM statement JOIN entity ON entity.id = document ORDER BY statement.id"
    )
    found = rows.fetchall()
    assert [id_ for id_, *_ in found] == list(range(1, len(found) + 1))
    assert found == sorted(found, key=lambda row: row[1:])


def test_each_form_of_a_quote_leads_to_a_lemma_and_inflections_that_it_lacks_too(
    index: Path,
) -> None:
    database = sqlite3.connect(index)
    forms = dict(database.execute("SELECT form, lemma FROM form"))
    for (quote,) in database.execute("SELECT quote FROM statement"):
        assert set(words(quote)) <= forms.keys()
    assert forms["hemlösas"] == forms["hemlös"]
    assert "hemlosa" not in forms


def test_similar_statements_are_those_that_a_full_comparison_finds(index: Path) -> None:
    """Candidates are only some: what a comparison with all finds first must nearly always be among them."""
    database = sqlite3.connect(index)
    rows = database.execute("SELECT id, document, concepts, similar FROM statement").fetchall()
    concepts = {id_: set(text.split()) for id_, _, text, _ in rows}
    document = {id_: of for id_, of, *_ in rows}
    met = total = 0
    for id_, of, _, similar in rows:
        most = max(len(concepts[id_] & concepts[o]) for o in concepts if document[o] != of)
        others = [int(other) for other in similar.split()]
        assert len(others) <= BEST
        assert all(document[other] != of for other in others)
        total += 1
        met += bool(others) and len(concepts[id_] & concepts[others[0]]) == most
    assert met / total > 0.95


def test_shared_concepts_count_before_words() -> None:
    similar = Similar()
    similar.add(1, [7, 8], ["införa", "bostad", "först"])
    similar.add(2, [7, 8], ["något", "annat"])
    similar.add(3, [7], ["införa", "bostad", "först"])
    similar.add(4, [], ["införa", "bostad", "först"])
    similar.add(5, [9], ["skola"])
    assert dict(similar.best()) == {1: [2, 3, 4], 2: [1, 3], 3: [1, 2, 4], 4: [1, 3], 5: []}


@given(st.lists(st.tuples(st.integers(1, 4), st.sets(st.integers(1, 5), max_size=3), st.lists(st.sampled_from("abcdefg"), max_size=5)), max_size=30))  # fmt: skip
@settings(deadline=None)
def test_similarity_never_leads_into_the_same_document(
    statements: list[tuple[int, set[int], list[str]]],
) -> None:
    similar, documents = Similar(), {}
    for number, (document, concepts, lemmas) in enumerate(sorted(statements, key=lambda s: s[0]), 1):  # fmt: skip
        similar.add(document, sorted(concepts), lemmas)
        documents[number] = document
    found = dict(similar.best())
    assert found.keys() == documents.keys()
    for number, others in found.items():
        assert len(set(others)) == len(others)
        assert all(documents[other] != documents[number] for other in others)


names = st.sampled_from(["a", "ab", "a#b", "a/b", "b", "bå"]).map(lambda n: f"<https://x/{n}>")
graphs = st.sets(st.tuples(names, st.sampled_from("pq")).map(lambda t: f"{t[0]} <{t[1]}> <o> .\n".encode()))  # fmt: skip


@given(graphs, graphs)
def test_two_graphs_are_paired_subject_by_subject(old: set[bytes], new: set[bytes]) -> None:
    pairs = list(paired(sorted(old), sorted(new)))
    assert [line for a, _ in pairs if a for line in a.lines] == sorted(old)
    assert [line for _, b in pairs if b for line in b.lines] == sorted(new)
    assert all(a is None or b is None or a.name == b.name for a, b in pairs)
    found = [(a or b).name for a, b in pairs]  # type: ignore[union-attr]
    assert len(found) == len(set(found))
    assert [s.name for s in subjects(sorted(new))] == [b.name for _, b in pairs if b]
