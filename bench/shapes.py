"""Twelve query shapes, from an ASK to aggregates over the whole graph; `{…}` stands for an IRI of the data."""

import gzip
from pathlib import Path

_PREFIXES = """\
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX vg: <https://w3id.org/valgraf/ns#>
"""

_SHAPES = {
    "ask": "ASK { {proposal} a vg:Proposal }",
    "label": 'SELECT ?label { {concept} skos:prefLabel ?label FILTER (LANG(?label) = "sv") }',
    "entity": "SELECT ?p ?o { {proposal} ?p ?o }",
    "grounds": "CONSTRUCT { {proposal} vg:mention ?m . ?m ?p ?o } WHERE { {proposal} vg:mention ?m . ?m ?p ?o }",
    "document": "SELECT ?s ?quote ?begin { ?s vg:document {document} ; a vg:Proposal ; vg:quote ?quote ; nif:beginIndex ?begin } ORDER BY ?begin",
    "party in municipality": "SELECT ?s ?quote ?stance { ?s vg:municipality {municipality} ; a vg:Proposal ; vg:quote ?quote ; vg:stance ?of . ?of rdfs:label ?stance }",
    "by concept": "SELECT ?s ?quote ?party { ?s vg:actor {concept} ; vg:quote ?quote ; vg:party ?party } LIMIT 500",
    "together": "SELECT ?other (COUNT(?s) AS ?n) { ?s vg:actor {concept} ; vg:targetGroup ?other } GROUP BY ?other ORDER BY DESC(?n)",
    "words": 'SELECT ?s ?quote { ?s a vg:Proposal ; vg:quote ?quote FILTER (CONTAINS(LCASE(?quote), "trygg")) } LIMIT 1000',
    "by theme": "SELECT ?theme (COUNT(?s) AS ?n) { ?s a vg:Proposal ; vg:theme ?theme } GROUP BY ?theme",
    "party and theme": "SELECT ?party ?theme ?stance (COUNT(?s) AS ?n) { ?s a vg:Proposal ; vg:party ?party ; vg:theme ?theme ; vg:stance ?stance } GROUP BY ?party ?theme ?stance",
    "whole graph": "SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?subjects) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n)",
}


def shapes(triples: Path) -> dict[str, str]:
    """Return the queries by name, with IRIs that stand in some gzipped N-Triples of a release."""
    found = {
        "{concept}": "<https://w3id.org/valgraf/id/actor/socialtjansten>",
        "{municipality}": "<https://w3id.org/valgraf/id/municipality/0180>",
    }
    with gzip.open(triples, "rt", encoding="utf-8") as lines:
        for line in lines:
            subject, predicate, value = line.split(" ", 2)
            if predicate.endswith("ns#document>") and "/id/statement/" in subject:
                found |= {"{proposal}": subject, "{document}": value.rstrip(" .\n")}
                break
    return {name: _PREFIXES + _filled(text, found) for name, text in _SHAPES.items()}


def _filled(text: str, terms: dict[str, str]) -> str:
    for name, term in terms.items():
        text = text.replace(name, term)
    return text
