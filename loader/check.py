"""Whether a release and the ontology are what MODEL.md promises."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pyoxigraph as ox
import rdflib
from pyshacl import validate
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS

from loader import ROOT
from loader.names import NAMESPACE

_ONTOLOGY = ROOT / "ontology"
_PREFIX = re.compile(r"^\s*PREFIX .*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: where it stands, of what, and what to mend."""

    place: str
    subject: str
    message: str


def check_release(directory: Path) -> list[Finding]:
    """Return what the shapes find wrong with a release, and terms in it that the ontology does not declare."""
    data = rdflib.Graph()
    with gzip.open(directory / "graph.nt.gz") as file:
        data.parse(data=file.read(), format="nt")
    return check_graph(directory.name[:12], data)


def check_graph(place: str, data: rdflib.Graph) -> list[Finding]:
    """Return what the shapes find wrong with a graph, and terms in it that the ontology does not declare."""
    shapes = rdflib.Graph().parse(_ONTOLOGY / "shapes.ttl")
    queried = list(_queried(place, data, shapes))
    shapes.remove((None, SH.sparql, None))
    _, results, _ = validate(data, shacl_graph=shapes, advanced=True)
    found = [
        Finding(
            place,
            str(results.value(result, SH.focusNode)),
            " ".join(
                filter(
                    None,
                    (
                        _local(results.value(result, SH.resultPath)),
                        str(results.value(result, SH.resultMessage)),
                    ),
                )
            ),
        )
        for result in results.subjects(RDF.type, SH.ValidationResult)
    ]
    return sorted(
        [*found, *queried, *_undeclared(place, data)], key=lambda f: (f.subject, f.message)
    )


def _queried(place: str, data: rdflib.Graph, shapes: rdflib.Graph) -> Iterator[Finding]:
    """Yield what the shapes' SPARQL constraints find, each asked once of the whole graph: pyshacl asks once a node."""
    store = ox.Store()
    store.bulk_load(data.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
    prefixes = "".join(
        f"PREFIX {shapes.value(d, SH.prefix)}: <{shapes.value(d, SH.namespace)}>\n"
        for d in shapes.objects(None, SH.declare)
    )
    for shape, constraint in shapes.subject_objects(SH.sparql):
        targets = " ".join(f"<{target}>" for target in shapes.objects(shape, SH.targetClass))
        select = str(shapes.value(constraint, SH.select))
        query = f"SELECT DISTINCT ?this {{ VALUES ?target {{ {targets} }} ?this a ?target . {{ {_PREFIX.sub('', select)} }} }}"
        found = store.query(prefixes + "".join(_PREFIX.findall(select)) + query)
        for solution in cast("ox.QuerySolutions", found):
            node = cast("ox.NamedNode", solution["this"])
            yield Finding(place, node.value, str(shapes.value(constraint, SH.message)))


def _local(path: object) -> str:
    return re.split(r"[#/]", path)[-1] if isinstance(path, rdflib.URIRef) else ""


def check_ontology() -> list[Finding]:
    """Return what is wrong with the ontology: labels, definitions, dangling and undeclared terms."""
    vocabulary = rdflib.Graph().parse(_ONTOLOGY / "valgraf.ttl")
    found = list(_unlabelled(vocabulary))
    for path in sorted(_ONTOLOGY.rglob("*.ttl")):
        graph = rdflib.Graph().parse(path)
        place = path.relative_to(_ONTOLOGY).as_posix()
        found += _undeclared(place, graph)
        found += _incomplete(place, graph)
        found += shared_names(place, graph)
    return found


def _unlabelled(vocabulary: rdflib.Graph) -> Iterator[Finding]:
    """Yield the terms of ours without a label or definition in Swedish or English, or without isDefinedBy."""
    for term in sorted(_declared(vocabulary)):
        for predicate in (RDFS.label, SKOS.definition):
            languages = {
                value.language
                for value in vocabulary.objects(term, predicate)
                if isinstance(value, rdflib.Literal)
            }
            if not {"sv", "en"} <= languages:
                yield Finding(
                    "valgraf.ttl", str(term), f"has no {_local(predicate)} in both sv and en"
                )
        if not vocabulary.value(term, RDFS.isDefinedBy):
            yield Finding("valgraf.ttl", str(term), "has no rdfs:isDefinedBy")


def _declared(vocabulary: rdflib.Graph) -> set[rdflib.URIRef]:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    return {
        subject
        for kind in kinds
        for subject in vocabulary.subjects(RDF.type, kind)
        if isinstance(subject, rdflib.URIRef) and subject.startswith(NAMESPACE)
    }


def _undeclared(place: str, graph: rdflib.Graph) -> Iterator[Finding]:
    """Yield the terms of our namespace that are used but not declared."""
    declared = {str(term) for term in _declared(rdflib.Graph().parse(_ONTOLOGY / "valgraf.ttl"))}
    used = {str(node) for triple in graph for node in triple if str(node).startswith(NAMESPACE)} - {
        NAMESPACE
    }
    yield from (
        Finding(place, term, "is used but not declared in valgraf.ttl")
        for term in sorted(used - declared)
    )


def _incomplete(place: str, graph: rdflib.Graph) -> Iterator[Finding]:
    """Yield concepts without both labels or a scheme, or with a broader concept that is none."""
    for concept in sorted(graph.subjects(RDF.type, SKOS.Concept), key=str):
        languages = {
            value.language
            for value in graph.objects(concept, SKOS.prefLabel)
            if isinstance(value, rdflib.Literal)
        }
        if languages != {"sv", "en"}:
            yield Finding(place, str(concept), "has no prefLabel in both sv and en")
        if not graph.value(concept, SKOS.inScheme):
            yield Finding(place, str(concept), "stands in no scheme")
        for broader in graph.objects(concept, SKOS.broader):
            if (broader, RDF.type, SKOS.Concept) not in graph:
                yield Finding(
                    place, str(concept), f"has the broader concept {broader}, which is none"
                )


def shared_names(place: str, graph: rdflib.Graph) -> Iterator[Finding]:
    """Yield the concepts that are called the same as an earlier one of their scheme; hidden labels may show both."""
    held: dict[tuple[object, str, str | None], rdflib.term.Node] = {}
    named = [
        (concept, name)
        for predicate in (SKOS.prefLabel, SKOS.altLabel)
        for concept, name in graph.subject_objects(predicate)
        if isinstance(name, rdflib.Literal)
    ]
    for concept, name in sorted(named, key=str):
        scheme = graph.value(concept, SKOS.inScheme)
        first = held.setdefault((scheme, name.lower(), name.language), concept)
        if first != concept:
            yield Finding(place, str(concept), f"is called {name!s}, as is {first}")
