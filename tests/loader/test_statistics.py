"""The numbers of a graph, counted from its sorted lines, are those that a store counts."""

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from loader.names import Names
from loader.statistics import statistics

BASE = "https://w3id.org/valgraf"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SAME = "http://www.w3.org/2002/07/owl#sameAs"
SUBJECTS = [f"{BASE}/id/party/c", f"{BASE}/id/party/s", f"{BASE}/ns#Party", "https://example.org/a"]
OBJECTS = [*SUBJECTS, "http://www.wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q2"]
PREDICATES = [TYPE, SAME, "https://example.org/p"]

subjects = st.sampled_from(SUBJECTS).map(ox.NamedNode)
iris = st.builds(
    ox.Triple,
    subjects,
    st.sampled_from(PREDICATES).map(ox.NamedNode),
    st.sampled_from(OBJECTS).map(ox.NamedNode),
)
literals = st.builds(
    ox.Triple, subjects, st.just(ox.NamedNode(PREDICATES[2])), st.text(max_size=3).map(ox.Literal)
)
triples = st.sets(iris | literals)


@given(triples)
def test_they_are_what_a_store_counts(graph):
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in graph)
    told = statistics(sorted(f"{triple} .\n".encode() for triple in graph), Names())

    def rows(query):
        return [[term.value for term in row] for row in store.query(query)]

    assert told["subjects"] == len({t.subject for t in graph})
    assert told["entities"] == len({t.subject for t in graph if "/id/" in t.subject.value})
    by_property = rows("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p")
    assert told["properties"] == {p: int(n) for p, n in by_property}
    by_class = rows(f"SELECT ?c (COUNT(*) AS ?n) {{ ?s <{TYPE}> ?c }} GROUP BY ?c")
    assert told["classes"] == {c: int(n) for c, n in by_class}


def test_links_are_counted_by_property_and_by_where_they_lead():
    lines = [
        f"<{BASE}/id/party/c> <{SAME}> <http://www.wikidata.org/entity/Q1> .\n",
        f"<{BASE}/id/party/s> <{SAME}> <{BASE}/id/party/c> .\n",
        f"<{BASE}/id/party/s> <{SAME}> <http://www.wikidata.org/entity/Q2> .\n",
        f"<{BASE}/id/theme/a> <http://www.w3.org/2004/02/skos/core#closeMatch> <http://eurovoc.europa.eu/7> .\n",
    ]
    told = statistics([line.encode() for line in lines], Names())
    assert [(link["target"], link["links"]) for link in told["links"]] == [
        ("http://www.wikidata.org/entity/", 2),
        ("http://eurovoc.europa.eu/", 1),
    ]
