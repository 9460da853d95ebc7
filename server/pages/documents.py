"""The page of a document: its whole text with the statements in it, or its outline of headings and quotes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from pyoxigraph import Literal, NamedNode
from starlette.responses import Response

from server.errors import BadRequest
from server.linked_data import Entity
from server.pages.facts import Fact, facts, text
from server.pages.views import Page, View
from server.prefixes import PREFIXES
from server.questions import Labels, Row, Term, ask

#: Characters of a text on one page: with its links it stays below 100 kB.
_LENGTH = 25_000


@dataclass(frozen=True)
class Part:
    """A section or statement in a document: its IRI, class, words, and place in code points."""

    iri: str
    kind: str
    words: str
    begin: int
    end: int

    @property
    def id(self) -> str:
        """Return the fragment of a section's IRI, the fingerprint of a statement."""
        return Term(self.iri).local


@dataclass(frozen=True)
class Stretch:
    """Words of a line, and the statement that they belong to."""

    words: str
    part: Part | None
    first: bool = False  # whether the statement begins here


@dataclass(frozen=True)
class Line:
    """A line of a text: a heading, or its stretches."""

    heading: Part | None
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, kw_only=True)
class DocumentPage(Page):
    """A document: its outline or text, a page of it at a time, its facts and rights."""

    template: ClassVar = "document.html"

    name: Term
    lines: tuple[Line, ...]
    full: bool
    numbers: dict[str, int]
    facts: tuple[Fact, ...]
    rights: Term
    part: int
    parts: int
    slug: str


async def document(view: View, it: Entity) -> Response:
    """Return the page of a document."""
    own = await ask(view.serving, "entity", entity=it.iri)
    labels = await Labels.of(view.serving, (t for row in own for t in row.values()), view.language)
    whole = text(own, "text").value
    length = int(text(own, "textLength").value or 0)
    parts = max(1, -(-length // _LENGTH))
    number = _part(view.asked("part"), parts)
    start, stop = (number - 1) * _LENGTH, number * _LENGTH
    if whole:
        start, stop = _line_start(whole, start), _line_start(whole, stop)
    rows = await ask(
        view.serving, "outline", entity=it.iri, start=_integer(start), stop=_integer(stop)
    )
    found = [_told(row) for row in rows]
    name = text(own, "label", view.language)
    page = DocumentPage(
        title=name.value,
        description=text(own, "rights", view.language).value,
        entity=it,
        name=name,
        lines=tuple(_lines(whole[start:stop], start, found) if whole else _outline(found)),
        full=bool(whole),
        numbers={kind: sum(p.kind == kind for p in found) for kind in ("Proposal", "Achievement")},
        facts=facts(view, own, labels),
        rights=text(own, "rights", view.language),
        part=number,
        parts=parts,
        slug=it.path.partition("/")[2],
    )
    return view.page(page)


def _part(asked: str, parts: int) -> int:
    """Return the number of the part that is asked for, the first where none is."""
    if not asked:
        return 1
    if not re.fullmatch(r"[1-9][0-9]{0,8}", asked) or int(asked) > parts:
        raise BadRequest(f"part is a number from 1 to {parts}.")
    return int(asked)


def _line_start(whole: str, at: int) -> int:
    """Return the start of the line that a place stands in."""
    return min(len(whole), whole.rfind("\n", 0, at) + 1) if at < len(whole) else len(whole)


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(f"{PREFIXES['xsd']}integer"))


def _told(row: Row) -> Part:
    begin, end = int(row["begin"].value), int(row["end"].value)
    return Part(row["part"].value, row["class"].local, row["words"].value, begin, end)


def _outline(found: Iterable[Part]) -> Iterator[Line]:
    """Yield the headings and statements of a document whose text is not published."""
    for part in found:
        if part.kind == "Section":
            yield Line(part, ())
        else:
            yield Line(None, (Stretch(part.words, part, first=True),))


def _lines(whole: str, begin: int, found: list[Part]) -> Iterator[Line]:
    """Yield the lines of a text that begins at `begin`, with the sections and statements in it."""
    headings = {part.begin: part for part in found if part.kind == "Section"}
    statements = [part for part in found if part.kind != "Section"]
    for line in whole.splitlines(keepends=True):
        end = begin + len(line)
        inside = [s for s in statements if s.begin < end and s.end > begin]
        heading = next((p for at, p in headings.items() if begin <= at < end), None)
        if line.strip():
            yield Line(heading, tuple(_stretches(line, begin, inside)))
        begin = end


def _stretches(line: str, begin: int, inside: list[Part]) -> Iterator[Stretch]:
    """Yield a line's words, cut where statements begin and end."""
    at = 0
    for part in inside:
        start, end = max(at, part.begin - begin), min(len(line), part.end - begin)
        if plain := line[at:start]:
            yield Stretch(plain, None)
        yield Stretch(line[start:end], part, first=part.begin >= begin)
        at = end
    if rest := line[at:]:
        yield Stretch(rest, None)
