"""VoID: its shapes, and that every number in it is what the endpoint answers."""

from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from rdflib.namespace import RDF, VOID

ROOT = Path(__file__).resolve().parents[3]
ENTITIES = "https://w3id.org/valgraf/id/"
MAPPINGS = (
    "owl:sameAs skos:exactMatch skos:closeMatch skos:broadMatch skos:narrowMatch skos:relatedMatch"
)


@pytest.fixture(scope="module")
def void(client):
    """Return the description, from the address where VoID says that it is."""
    answer = client.get("/.well-known/void")
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    return rdflib.Graph().parse(data=answer.content, format="turtle")


@pytest.fixture(scope="module")
def dataset(server):
    return rdflib.URIRef(f"{server.url}/.well-known/void#dataset")


@pytest.fixture(scope="module")
def count(server):
    """Return what asks the endpoint for numbers: the first row's, or by the first column."""

    def rows(query):
        prefixes = "PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        found = server.ask(prefixes + query).json()
        names = found["head"]["vars"]
        return [tuple(row[name]["value"] for name in names) for row in found["results"]["bindings"]]

    return rows


def partitions(void, dataset, part, what, number):
    return {
        str(void.value(node, what)): int(void.value(node, number))
        for node in void.objects(dataset, part)
    }


def test_the_description_keeps_its_shapes(void):
    shapes = rdflib.Graph().parse(ROOT / "ontology" / "catalogue-shapes.ttl")
    keeps, _, told = validate(void, shacl_graph=shapes)
    assert keeps, told
    assert list(void.subjects(RDF.type, VOID.Linkset))


def test_triples_subjects_and_entities_are_what_the_endpoint_counts(void, dataset, count):
    assert count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [(str(void.value(dataset, VOID.triples)),)]  # fmt: skip
    subjects = count("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }")
    assert subjects == [(str(void.value(dataset, VOID.distinctSubjects)),)]
    entities = count(f'SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s ?p ?o FILTER STRSTARTS(STR(?s), "{ENTITIES}") }}')  # fmt: skip
    assert entities == [(str(void.value(dataset, VOID.entities)),)]


def test_every_class_has_as_many_entities_as_the_endpoint_counts(void, dataset, count):
    told = partitions(void, dataset, VOID.classPartition, VOID["class"], VOID.entities)
    asked = count("SELECT ?class (COUNT(DISTINCT ?s) AS ?n) { ?s a ?class } GROUP BY ?class")
    assert told == {class_: int(n) for class_, n in asked}
    assert int(void.value(dataset, VOID.classes)) == len(told)


def test_every_property_has_as_many_triples_as_the_endpoint_counts(void, dataset, count):
    told = partitions(void, dataset, VOID.propertyPartition, VOID.property, VOID.triples)
    asked = count("SELECT ?property (COUNT(*) AS ?n) { ?s ?property ?o } GROUP BY ?property")
    assert told == {property_: int(n) for property_, n in asked}
    assert int(void.value(dataset, VOID.properties)) == len(told)


def test_links_to_other_data_are_as_many_as_the_endpoint_counts(void, count):
    told = {
        (str(void.value(s, VOID.linkPredicate)), str(void.value(void.value(s, VOID.objectsTarget), VOID.uriSpace))): int(void.value(s, VOID.triples))
        for s in void.subjects(RDF.type, VOID.Linkset)
    }  # fmt: skip
    for (predicate, target), number in told.items():
        asked = count(f'SELECT (COUNT(*) AS ?n) {{ ?s <{predicate}> ?o FILTER STRSTARTS(STR(?o), "{target}") }}')  # fmt: skip
        assert asked == [(str(number),)]
    everything = count(f'SELECT (COUNT(*) AS ?n) {{ VALUES ?p {{ {MAPPINGS} }} ?s ?p ?o FILTER (!STRSTARTS(STR(?o), "https://w3id.org/valgraf/")) }}')  # fmt: skip
    assert everything == [(str(sum(told.values())),)]


def test_examples_and_dumps_are_there(void, dataset, client, server):
    samples = list(void.objects(dataset, VOID.exampleResource))
    assert len(samples) == 4
    for sample in samples:
        path = str(sample).removeprefix("https://w3id.org/valgraf")
        assert client.get(path, headers={"Accept": "text/turtle"}).status_code == 303
    for dump in void.objects(dataset, VOID.dataDump):
        assert client.head(str(dump).removeprefix(server.url)).status_code == 200


def test_every_entity_s_data_links_back_to_the_description(client, server, dataset):
    answer = client.get("/data/theme/skola.ttl")
    graph = rdflib.Graph().parse(data=answer.content, format="turtle")
    assert list(graph.objects(None, VOID.inDataset)) == [dataset]
