"""The register of parties, municipalities and counties, read from the ontology."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from loader import ROOT

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_VG = "https://w3id.org/valgraf/ns#"


@dataclass(frozen=True, slots=True)
class Entry:
    """A party, municipality or county: its id, notation, name and all names by language-blind text."""

    id: str
    notation: str
    name: str
    name_en: str
    names: tuple[str, ...]
    county: str | None = None  # a municipality's
    municipality: str | None = None  # a local party's


@dataclass(frozen=True, slots=True)
class Register:
    """All entries by id; a municipality's and a county's id is its SCB code."""

    parties: Mapping[str, Entry]
    municipalities: Mapping[str, Entry]
    counties: Mapping[str, Entry]

    def party(self, key: str) -> Entry | None:
        """Return the party of an id or abbreviation, in any case."""
        return self.parties.get(key.lower()) or next(
            (p for p in self.parties.values() if p.notation.lower() == key.lower()), None
        )

    def with_parties(self, local: Mapping[str, Entry]) -> "Register":
        """Return the register with local parties added."""
        return Register({**self.parties, **local}, self.municipalities, self.counties)

    def party_names(self, party: str | None) -> tuple[str, ...]:
        """Return the names of a party; none where it is not known, for then no name is the speaker's own."""
        known = self.parties.get(party or "")
        return known.names if known else ()


@cache
def register(directory: Path = ROOT / "ontology" / "register") -> Register:
    """Return the register that the ontology's Turtle files hold."""
    return Register(
        _entries(directory / "parties.ttl"),
        _entries(directory / "municipalities.ttl"),
        _entries(directory / "counties.ttl"),
    )


def _entries(path: Path) -> Mapping[str, Entry]:
    facts: dict[str, dict[str, list[Any]]] = {}
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        facts.setdefault(quad.subject.value.rpartition("/")[2], {}).setdefault(
            quad.predicate.value, []
        ).append(quad.object)
    return {id_: _entry(id_, about) for id_, about in facts.items()}


def _entry(id_: str, about: Mapping[str, list[Any]]) -> Entry:
    labels = [
        o
        for name in ("prefLabel", "altLabel", "hiddenLabel")
        for o in about.get(_SKOS + name, [])
        if o.language == "sv"
    ]
    english = next((o.value for o in about[_RDFS_LABEL] if o.language == "en"), labels[0].value)
    county = about.get(_VG + "county", [None])[0]
    return Entry(
        id_,
        about[_SKOS + "notation"][0].value,
        labels[0].value,
        english,
        tuple(dict.fromkeys(label.value for label in labels)),
        county.value.rpartition("/")[2] if county else None,
    )
