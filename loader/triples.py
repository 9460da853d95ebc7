"""What no document adds: the ontology, the schemes, the register, the rules and local parties, as RDF."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from loader import ROOT
from loader.errors import LoaderError
from loader.names import Names
from loader.register import Entry
from loader.rules import rules
from loader.terms import XSD, expanded


@cache
def term(name: str) -> NamedNode:
    """Return the IRI of a prefixed name."""
    return NamedNode(expanded(name))


def _typed(value: object, datatype: str) -> Literal:
    return Literal(str(value), datatype=NamedNode(XSD + datatype))


def _decimal(value: float) -> str:
    """Return a number with up to three decimals in its canonical form, which every store gives back as it is."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _both(subject: NamedNode, name: str, sv: str, en: str) -> Iterator[Triple]:
    yield Triple(subject, term(name), Literal(sv, language="sv"))
    yield Triple(subject, term(name), Literal(en, language="en"))


def ontology_files() -> list[Path]:
    """Return the files that go into the graph: all but the shapes and the catalogue's texts."""
    files = sorted((ROOT / "ontology").rglob("*.ttl"))
    return [f for f in files if not f.name.endswith("shapes.ttl") and f.name != "dataset.ttl"]


def check_turtle() -> None:
    """Raise LoaderError for the first file of the ontology that is not Turtle, with its line."""
    for path in ontology_files():
        try:
            for _ in parse(path=str(path), format=RdfFormat.TURTLE):
                pass
        except SyntaxError as error:
            raise LoaderError(f"is no Turtle: {error.msg}", document=str(path)) from error


def ontology(names: Names) -> Iterator[Triple]:
    """Yield the ontology, the schemes, the register and the rules, under the deployment's base."""
    for path in ontology_files():
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            yield Triple(
                _rebased(quad.subject, names), quad.predicate, _rebased(quad.object, names)
            )
    for rule in rules():
        subject = NamedNode(names.iri("rule", rule.name))
        yield Triple(subject, term("rdf:type"), term("vg:Rule"))
        yield from _both(subject, "rdfs:label", rule.label_sv, rule.label_en)
        yield from _both(subject, "skos:definition", rule.definition_sv, rule.definition_en)
        yield Triple(subject, term("vg:support"), _typed(rule.support, "nonNegativeInteger"))
        if rule.precision is not None:
            yield Triple(subject, term("vg:precision"), _typed(_decimal(rule.precision), "decimal"))


def _rebased(node: Any, names: Names) -> Any:
    return NamedNode(names.rebase(node.value)) if isinstance(node, NamedNode) else node


def local_party(party: Entry, names: Names) -> Iterator[Triple]:
    """Yield a party that a corpus.toml declares."""
    subject = NamedNode(names.iri("party", party.id))
    yield Triple(subject, term("rdf:type"), term("vg:Party"))
    for name in ("rdfs:label", "skos:prefLabel"):
        yield from _both(subject, name, party.name, party.name_en)
    yield Triple(subject, term("skos:notation"), Literal(party.notation))
