"""What a document says, as found by the rules: sections, statements and the words that ground them.

All offsets are code points into the document's text; ends are exclusive.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Scheme = Literal["target-group", "actor", "instrument", "theme", "stance"]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading."""

    start: int
    end: int
    heading_end: int


class Mention(NamedTuple):
    """The very words that ground one link from a statement to a concept."""

    scheme: Scheme
    concept: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, bullet or heading in which the party proposes something, or claims it done."""

    kind: Literal["proposal", "achievement"]
    rule: str
    start: int
    end: int
    section: int | None  # index into the extraction's sections
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the rules found in one document, in text order."""

    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
