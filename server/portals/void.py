"""What the graph holds, by VoID (W3C, 2011): numbers that the loader counted, dumps, links to other data."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple
from starlette.requests import Request
from starlette.responses import Response

from server.portals.answers import answer
from server.portals.catalogue import Facts, serialised, term, typed, wanted
from server.questions import ask
from server.serving import Serving

#: What VoID takes of what people wrote of a dataset.
_SHARED = frozenset(map(term, ("dct:title", "dct:description", "dct:publisher", "dct:creator")))
_LICENCE = NamedNode("http://creativecommons.org/licenses/by/4.0/")
_DATASET = ".well-known/void#dataset"
_PARTS = (".well-known/void#ontology", ".well-known/void#counts")


def description(facts: Facts, base: str, numbers: dict[str, Any], triples: int, samples: Sequence[str]) -> Iterator[Triple]:  # fmt: skip
    """Yield the description of what is served, whose IRIs begin with `base`; `numbers` are the manifest's statistics."""
    document, dataset = facts.node(".well-known/void"), facts.node(_DATASET)
    yield Triple(document, term("rdf:type"), term("void:DatasetDescription"))
    yield Triple(document, term("foaf:primaryTopic"), dataset)
    for part in (_DATASET, *_PARTS):
        yield Triple(facts.node(part), term("rdf:type"), term("void:Dataset"))
        yield Triple(facts.node(part), term("dct:license"), _LICENCE)
    yield from (t for t in facts.texts if t.predicate in _SHARED and "/void#" in str(t.subject))
    yield Triple(dataset, term("foaf:homepage"), facts.node(""))
    yield Triple(dataset, term("void:sparqlEndpoint"), facts.node("sparql"))
    yield Triple(dataset, term("void:uriSpace"), Literal(f"{base}/id/"))
    for part in _PARTS:
        yield Triple(dataset, term("void:subset"), facts.node(part))
    for sample in samples:
        yield Triple(dataset, term("void:exampleResource"), NamedNode(sample))
    for name in ("graph.nt.gz", "graph.ttl.gz"):
        if name in facts.files:
            dump = facts.node(f"dumps/{facts.release}/{name}")
            yield Triple(dataset, term("void:dataDump"), dump)
    if numbers:
        yield Triple(dataset, term("void:triples"), typed(triples, "integer"))
        yield from _numbers(dataset, numbers)
        yield from _links(dataset, numbers)


def _numbers(dataset: NamedNode, numbers: dict[str, Any]) -> Iterator[Triple]:
    """Yield how many subjects, entities, classes and properties there are, and how many of each."""
    for name, key in (("void:distinctSubjects", "subjects"), ("void:entities", "entities")):
        yield Triple(dataset, term(name), typed(numbers[key], "integer"))
    for key, part, what, counted in (
        ("classes", "void:classPartition", "void:class", "void:entities"),
        ("properties", "void:propertyPartition", "void:property", "void:triples"),
    ):
        yield Triple(dataset, term(f"void:{key}"), typed(len(numbers[key]), "integer"))
        for iri, n in numbers[key].items():
            node = _part(dataset, iri)
            yield Triple(dataset, term(part), node)
            yield Triple(node, term(what), NamedNode(iri))
            yield Triple(node, term(counted), typed(n, "integer"))
    for namespace in namespaces([*numbers["classes"], *numbers["properties"]]):
        yield Triple(dataset, term("void:vocabulary"), NamedNode(namespace))


def _links(dataset: NamedNode, numbers: dict[str, Any]) -> Iterator[Triple]:
    """Yield the sets of links to other data."""
    for link in numbers["links"]:
        linkset = _part(dataset, f"{link['property']} {link['target']}")
        target = _part(dataset, link["target"])
        yield Triple(linkset, term("rdf:type"), term("void:Linkset"))
        yield Triple(dataset, term("void:subset"), linkset)
        yield Triple(linkset, term("void:linkPredicate"), NamedNode(link["property"]))
        yield Triple(linkset, term("void:subjectsTarget"), dataset)
        yield Triple(linkset, term("void:objectsTarget"), target)
        yield Triple(linkset, term("void:triples"), typed(link["links"], "integer"))
        yield Triple(target, term("rdf:type"), term("void:Dataset"))
        yield Triple(target, term("void:uriSpace"), Literal(link["target"]))


def namespaces(iris: Iterable[str]) -> list[str]:
    """Return the namespaces of terms, sorted."""
    return sorted({re.split(r"(?<=[/#])[^/#]*$", iri)[0] for iri in iris})


def _part(dataset: NamedNode, name: str) -> NamedNode:
    """Return the IRI of a part of a dataset, the same in each release."""
    digest = hashlib.sha256(name.encode()).hexdigest()[:12]
    return NamedNode(f"{dataset.value.partition('#')[0]}#part-{digest}")


async def void(request: Request) -> Response:
    """Return the description, as Turtle where the client does not say."""
    serving: Serving = request.scope["serving"]
    format_ = wanted(request, first="ttl")
    manifest = serving.release.manifest

    async def made() -> bytes:
        facts = await Facts.of(serving)
        samples = [row["entity"].value for row in await ask(serving, "samples")]
        triples = manifest.get("counts", {}).get("triples", 0)
        numbers = manifest.get("statistics", {})
        told = description(facts, serving.release.base, numbers, triples, samples)
        return serialised(told, format_)

    return await answer(request, format_.media_type, made)
