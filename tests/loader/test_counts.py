"""Each table of counts is what SPARQL counts, and the cube is well formed."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from bench.cube import computed, held
from loader.counts import DIMENSIONS, TABLES

PREFIXES = """
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX vg: <https://w3id.org/valgraf/ns#>
"""

#: The constraints of RDF Data Cube (section 11.1) that apply to a cube without slices, as questions with no answer.
CONSTRAINTS = {
    "IC-1 one data set": "?o a qb:Observation . OPTIONAL { ?o qb:dataSet ?d } } GROUP BY ?o HAVING (COUNT(?d) != 1)",
    "IC-2 one structure": "?o a qb:DataSet . OPTIONAL { ?o qb:structure ?d } } GROUP BY ?o HAVING (COUNT(?d) != 1)",
    "IC-3 a measure": "?o a qb:DataStructureDefinition . FILTER NOT EXISTS { ?o qb:component/qb:measure ?m } }",
    "IC-4 dimensions have a range": "?o a qb:DimensionProperty . FILTER NOT EXISTS { ?o <http://www.w3.org/2000/01/rdf-schema#range> ?r } }",
    "IC-11 all dimensions": "?o qb:dataSet/qb:structure/qb:component/qb:dimension ?d . FILTER NOT EXISTS { ?o ?d ?v } }",
    "IC-14 all measures": "?o qb:dataSet/qb:structure/qb:component/qb:measure ?m . FILTER NOT EXISTS { ?o ?m ?v } }",
    "IC-19 codes from the list": "?d qb:codeList ?list . ?o ?d ?v . FILTER NOT EXISTS { ?v skos:inScheme ?list } }",
    "no dimension beyond the structure": "?d a qb:DimensionProperty . ?o ?d ?v ; qb:dataSet ?s . FILTER NOT EXISTS { ?s qb:structure/qb:component/qb:dimension ?d } }",
}  # fmt: skip


@pytest.fixture(scope="module")
def graph(releases: Path) -> ox.Store:
    store = ox.Store()
    with gzip.open(releases / "current" / "graph.nt.gz") as file:
        store.bulk_load(file.read(), format=ox.RdfFormat.N_TRIPLES)
    return store


def cells(graph: ox.Store, query: str) -> dict[tuple[str, ...], int]:
    solutions = graph.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    names = [v.value for v in solutions.variables]
    return {
        tuple(row[name].value for name in names[:-1]): int(row[names[-1]].value)
        for row in solutions
    }


@pytest.mark.parametrize("table", TABLES, ids="-".join)
def test_a_table_is_what_sparql_counts(graph: ox.Store, table: tuple[str, ...]) -> None:
    found = cells(graph, held(table))
    expected = cells(graph, computed(table, narrower=True))
    assert found == expected
    assert found
    dataset = f"<https://w3id.org/valgraf/id/counts/{'-'.join(table)}>"
    (number,) = graph.query(f"{PREFIXES} SELECT (COUNT(?o) AS ?n) {{ ?o qb:dataSet {dataset} }}")
    assert int(number["n"].value) == len(found), "no cell stands there twice"


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_the_cube_is_well_formed(graph: ox.Store, constraint: str) -> None:
    found = graph.query(f"{PREFIXES} SELECT ?o {{ {CONSTRAINTS[constraint]} LIMIT 1")
    assert list(found) == []


def test_the_constraints_have_something_to_hold_of(graph: ox.Store) -> None:
    kinds = cells(graph, PREFIXES + "SELECT ?class (COUNT(?s) AS ?n) { ?s a ?class . FILTER (STRSTARTS(STR(?class), STR(qb:))) } GROUP BY ?class")  # fmt: skip
    named = {iri.rpartition("#")[2]: n for (iri,), n in kinds.items()}
    assert named["DataSet"] == named["DataStructureDefinition"] == len(TABLES)
    assert named["DimensionProperty"] == len(DIMENSIONS)
    assert named["Observation"] > named["DataSet"]
