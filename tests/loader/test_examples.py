"""The example queries in the graph: found as SIB's editor finds them, and every one runs as it stands."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from loader.examples import examples
from loader.names import Names

QUERIES = Path(__file__).resolve().parents[2] / "queries"

#: What SIB's editor asks an endpoint for its examples and prefixes.
EXAMPLES = """
PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?sq ?comment ?query WHERE {
  ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?query .
} ORDER BY ?sq"""
PREFIXES = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?prefix ?namespace WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix } ORDER BY ?prefix"""


@pytest.fixture(scope="module")
def store():
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in examples(Names("https://example.org/graf")))
    return store


def test_an_editor_finds_every_question_in_both_languages(store):
    rows = list(store.query(EXAMPLES))
    names = {path.stem for path in QUERIES.glob("*.rq")}
    assert {row["sq"].value for row in rows} == {f"https://example.org/graf/id/query/{n}" for n in names}  # fmt: skip
    assert sorted(row["comment"].language for row in rows) == ["en"] * len(names) + ["sv"] * len(names)  # fmt: skip


def test_every_query_runs_as_it_stands_under_the_base_of_the_deployment(store):
    for row in store.query(EXAMPLES):
        store.query(row["query"].value)
        assert "https://w3id.org/valgraf/id/" not in row["query"].value
        assert "@sv" not in row["query"].value.partition("PREFIX")[0]


def test_every_prefix_is_declared_once(store):
    rows = [(row["prefix"].value, row["namespace"].value) for row in store.query(PREFIXES)]
    assert len({prefix for prefix, _ in rows}) == len(rows)
    assert ("vg", "https://w3id.org/valgraf/ns#") in rows
    assert ("party", "https://example.org/graf/id/party/") in rows


def test_each_kind_of_query_has_its_class(store):
    sh = "http://www.w3.org/ns/shacl#"
    for class_, text in (("SPARQLSelectExecutable", "select"), ("SPARQLConstructExecutable", "construct")):  # fmt: skip
        found = {q.subject for q in store.quads_for_pattern(None, None, ox.NamedNode(sh + class_))}
        holding = {q.subject for q in store.quads_for_pattern(None, ox.NamedNode(sh + text), None)}
        assert found == holding
        assert found
