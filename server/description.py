"""The SPARQL 1.1 Service Description (W3C, 2013) of the endpoint: what it speaks, holds and allows."""

from collections.abc import Iterator
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from server.engines.formats import DATASETS, GRAPHS, SOLUTIONS
from server.serving import Serving
from server.settings import Settings

_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "formats": "http://www.w3.org/ns/formats/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

#: Format name → the name by which the W3C knows it.
_FORMATS = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdf": "RDF_XML",
    "nq": "N-Quads",
    "trig": "TriG",
}


def _iri(name: str) -> NamedNode:
    """Return the IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return NamedNode(_PREFIXES[prefix] + local)


def description(serving: Serving, media_type: str) -> bytes:
    """Return the description in a format of graphs."""
    service = NamedNode(f"{serving.settings.url}/sparql")
    format_ = RdfFormat.from_media_type(media_type) or RdfFormat.TURTLE
    triples = (*_service(service), *_dataset(service, serving), *_limits(service, serving.settings))
    return bytes(serialize(triples, format=format_, prefixes=_PREFIXES) or b"")


def _service(service: NamedNode) -> Iterator[Triple]:
    yield Triple(service, _iri("rdf:type"), _iri("sd:Service"))
    yield Triple(service, _iri("sd:endpoint"), service)
    yield Triple(service, _iri("sd:supportedLanguage"), _iri("sd:SPARQL11Query"))
    for result in (*SOLUTIONS, *GRAPHS, *DATASETS):
        yield Triple(service, _iri("sd:resultFormat"), _iri(f"formats:{_FORMATS[result.name]}"))


def _dataset(service: NamedNode, serving: Serving) -> Iterator[Triple]:
    """Yield the default dataset, whose graph is the one that /.well-known/void describes, with its numbers."""
    dataset = BlankNode("dataset")
    graph = NamedNode(f"{serving.settings.url}/.well-known/void#dataset")
    yield Triple(service, _iri("sd:defaultDataset"), dataset)
    yield Triple(dataset, _iri("rdf:type"), _iri("sd:Dataset"))
    yield Triple(dataset, _iri("sd:defaultGraph"), graph)
    yield Triple(graph, _iri("rdf:type"), _iri("sd:Graph"))
    yield Triple(graph, _iri("rdf:type"), _iri("void:Dataset"))
    yield Triple(graph, _iri("dcterms:identifier"), Literal(serving.release.id))
    for name, number in _numbers(serving.release.manifest):
        yield Triple(graph, _iri(f"void:{name}"), Literal(number))


def _numbers(manifest: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield what a release's manifest counts, by VoID's names."""
    if "counts" in manifest:
        yield "triples", manifest["counts"]["triples"]
    if numbers := manifest.get("statistics"):
        yield "distinctSubjects", numbers["subjects"]
        yield "entities", numbers["entities"]
        yield "classes", len(numbers["classes"])
        yield "properties", len(numbers["properties"])


def _limits(service: NamedNode, settings: Settings) -> Iterator[Triple]:
    """Yield each limit in force as a schema.org PropertyValue; no vocabulary of endpoints has any."""
    for number, (name, value, unit) in enumerate(settings.limits):
        limit = BlankNode(f"limit{number}")
        yield Triple(service, _iri("schema:additionalProperty"), limit)
        yield Triple(limit, _iri("rdf:type"), _iri("schema:PropertyValue"))
        yield Triple(limit, _iri("schema:name"), Literal(name))
        yield Triple(limit, _iri("schema:maxValue"), Literal(value))
        yield Triple(limit, _iri("schema:unitText"), Literal(unit))
