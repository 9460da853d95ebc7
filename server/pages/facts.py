"""What an entity says of itself, as pages show it: properties with their values, each by its label."""

from collections import defaultdict
from dataclasses import dataclass

from server.pages.views import View
from server.pages.words import WORDS
from server.questions import NOTHING, Labels, Row, Term

#: Properties that pages show in places of their own, or not at all.
_APART = frozenset(
    {
        "label", "prefLabel", "altLabel", "hiddenLabel", "definition", "scopeNote", "type", "quote", "mention", "text",
        "isDefinedBy", "topConceptOf", "inScheme", "hasTopConcept", "beginIndex", "endIndex", "title", "rights",
        "unitOf", "notation", "document", "lastRelease", "isReplacedBy", "correction",
    }
)  # fmt: skip


@dataclass(frozen=True)
class FactValue:
    """One value: its label, and the IRI that it leads to where it is an entity."""

    label: Term
    iri: str


@dataclass(frozen=True)
class Fact:
    """A property and its values."""

    name: Term
    values: tuple[FactValue, ...]


def alphabetical(name: str) -> str:
    """Return a key that sorts as Swedish does: å, ä, ö after z."""
    return name.lower().translate(str.maketrans("åäö", "{|}"))


def text(rows: list[Row], name: str, language: str = "sv") -> Term:
    """Return a property's text in a language, or else in any; an empty term where there is none."""
    found = [row["value"] for row in rows if row["property"].local == name]
    return next((t for t in found if t.language == language), found[0] if found else NOTHING)


def texts(rows: list[Row], name: str) -> list[Term]:
    """Return all texts of a property."""
    return [row["value"] for row in rows if row["property"].local == name]


def facts(view: View, rows: list[Row], labels: Labels) -> tuple[Fact, ...]:
    """Return the facts that a page does not show elsewhere, texts in its own language only."""
    found: dict[str, list[FactValue]] = defaultdict(list)
    for row in rows:
        property_, value = row["property"], row["value"]
        if property_.local in _APART or value.language not in {"", view.language}:
            continue
        iri = value.value if value.type == "uri" else ""
        label = labels[iri] if iri else value
        found[property_.value].append(FactValue(_address(label, iri), iri))
    return tuple(Fact(_name(view, iri, labels), tuple(found[iri])) for iri in found)


def _address(label: Term, iri: str) -> Term:
    """Return the whole address in place of a label that is but the end of it."""
    foreign = iri and label == Term(Term(iri).local)
    return Term(iri) if foreign else label


def _name(view: View, iri: str, labels: Labels) -> Term:
    """Return what a property is called: by the ontology, or by a word of the interface."""
    word = f"property_{Term(iri).local}"
    return Term(view.word(word)) if word in WORDS else labels[iri]
