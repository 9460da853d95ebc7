"""What the search index answers with."""

from collections.abc import Mapping
from dataclasses import dataclass

#: What statements can be filtered by, in the order of pages; the names are the kinds in IRIs.
FACETS = (
    "party", "municipality", "county", "theme", "target-group", "actor", "instrument", "stance", "election", "kind", "branch", "document",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entity:
    """A party, place, document, concept, election or kind of statement, with the numbers of its statements."""

    kind: str
    key: str  # what follows the kind in the IRI
    sv: str
    en: str
    notation: str
    broader: str | None  # the key of the next broader concept
    proposals: int  # of it or of anything narrower
    total: int

    @property
    def path(self) -> str:
        """Return what follows `base/id/` in the IRI."""
        return f"{self.kind}/{self.key}"

    def label(self, language: str) -> str:
        """Return the label in a language, sv or en."""
        return self.en if language == "en" else self.sv


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement, with all that a row of a list shows."""

    path: str
    kind: str  # proposal or achievement
    quote: str
    begin: int
    document: Entity
    party: Entity | None
    municipality: Entity | None
    county: Entity | None
    election: str | None
    stance: Entity | None
    concepts: tuple[Entity, ...]  # target groups, actors, instruments and themes
    marks: tuple[tuple[int, int], ...] = ()  # where words of the search stand in the quote


@dataclass(frozen=True, slots=True)
class Page:
    """Some hits of a search, how many there are in all, and the cursor of the next page."""

    hits: tuple[Hit, ...]
    total: int
    next: str | None
    ranked: bool


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet and the number of hits that have it; None where the budget did not allow to count."""

    entity: Entity
    count: int | None


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of each facet, the most frequent first."""

    values: Mapping[str, tuple[Value, ...]]
    counted: bool


@dataclass(frozen=True, slots=True)
class Crossed:
    """How many proposals two entities share by stance, and the first of them in index order."""

    column: Entity
    row: Entity
    stance: Entity | None
    count: int
    first: int  # its number in the index


@dataclass(frozen=True, slots=True)
class Similar:
    """A statement of another document, and the concepts that it shares."""

    hit: Hit
    shared: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An entity found by a label, and how well the label fits: 100 for its own name, from 95 for the same words."""

    entity: Entity
    label: str
    score: float
    named: bool  # whether the label is a name of it, not a word that merely shows it

    @property
    def whole(self) -> bool:
        """Return whether the label is what was asked for, in some inflection."""
        return self.score >= 95
