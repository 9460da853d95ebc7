"""The page of a proposal or achievement: its words, what they ground, how to cite it."""

from asyncio import to_thread
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from starlette.responses import Response

from server.linked_data import Entity
from server.pages.corrections import Correction, asked, corrections
from server.pages.facts import Fact, facts, text
from server.pages.listing import Item, Named, item
from server.pages.views import Page, View
from server.questions import Labels, Row, Term, ask

#: Similar statements that the page shows, of the ten that the index has.
_SIMILAR = 5

#: Properties that the page shows above the facts.
_ABOVE = frozenset(
    {"party", "municipality", "election", "section", "stance", "theme", "targetGroup", "actor", "instrument", "county"}
)  # fmt: skip


@dataclass(frozen=True)
class Ground:
    """A mention: its number on the page, the words, the concept, and the rule with its measured precision."""

    number: int
    id: str  # the fragment of its IRI
    kind: str
    words: str
    concept: Named
    rule: Named
    precision: str
    support: str
    inside: bool  # whether the words stand in the quote itself
    begin: int
    end: int


@dataclass(frozen=True)
class Piece:
    """A stretch of a quote between the ends of mentions, and the mentions that end with it."""

    words: str
    marked: bool
    ending: tuple[Ground, ...]


@dataclass(frozen=True, kw_only=True)
class StatementPage(Page):
    """A statement with its grounds, its document, and similar ones."""

    template: ClassVar = "statement.html"

    proposal: bool
    quote: Term
    pieces: tuple[Piece, ...]
    grounds: tuple[Ground, ...]
    corrections: tuple[Correction, ...]
    document: Named
    section: Named | None
    party: Named | None
    place: Named | None
    election: str
    facts: tuple[Fact, ...]
    similar: tuple[Item, ...]
    key: str  # of the citation in BibTeX


async def statement(view: View, it: Entity) -> Response:
    """Return the page of a statement."""
    own = await ask(view.serving, "entity", entity=it.iri)
    mentions = await ask(view.serving, "mentions", entity=it.iri)
    corrected = await asked(view.serving, it.iri)
    terms = [term for row in [*own, *mentions, *corrected] for term in row.values()]
    labels = await Labels.of(view.serving, terms, view.language)

    def named(name: str) -> Named | None:
        found = text(own, name)
        return Named(found.value, labels[found.value]) if found else None

    quote, begin = text(own, "quote"), int(text(own, "beginIndex").value)
    grounds = _grounds(mentions, labels, begin, begin + len(quote.value))
    document = text(own, "document")
    page = StatementPage(
        title=text(own, "label").value,
        description=quote.value[:300],
        entity=it,
        proposal="Proposal" in it.classes,
        quote=quote,
        pieces=pieces(quote.value, begin, grounds),
        grounds=grounds,
        corrections=corrections(corrected, labels),
        document=Named(document.value, labels[document.value]),
        section=named("section"),
        party=named("party"),
        place=named("municipality"),
        election=text(own, "election").value,
        facts=facts(view, [row for row in own if row["property"].local not in _ABOVE], labels),
        similar=await _similar(view, it.path),
        key=it.path.replace("/", "-"),
    )
    return view.page(page)


async def _similar(view: View, path: str) -> tuple[Item, ...]:
    """Return the most similar statements of other documents, as the release's index has them."""
    if view.index is None:
        return ()
    found = await to_thread(view.index.similar, path)
    return tuple(item(it.hit, view.base, view.language) for it in found[:_SIMILAR])


def _grounds(mentions: list[Row], labels: Labels, begin: int, end: int) -> tuple[Ground, ...]:
    """Return the mentions of a statement whose quote runs from begin to end, numbered as they are read."""

    def ground(number: int, row: Row) -> Ground:
        concept, rule = row["concept"].value, row["rule"].value
        start, stop = int(row["begin"].value), int(row["end"].value)
        return Ground(
            number,
            row["mention"].value.partition("#")[2],
            concept.split("/")[-2],
            row["words"].value,
            Named(concept, labels[concept]),
            Named(rule, labels[rule]),
            row["precision"].value,
            row["support"].value,
            begin <= start and stop <= end,
            start,
            stop,
        )

    return tuple(ground(number, row) for number, row in enumerate(mentions, 1))


def pieces(quote: str, begin: int, grounds: tuple[Ground, ...]) -> tuple[Piece, ...]:
    """Return a quote, which begins at `begin` of its document, cut where mentions begin and end; they may overlap."""
    inside = [g for g in grounds if g.inside]
    cuts = {0, len(quote)} | {at - begin for g in inside for at in (g.begin, g.end)}
    found = []
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        marked = any(g.begin - begin <= start and end <= g.end - begin for g in inside)
        ending = tuple(g for g in inside if g.end - begin == end)
        found.append(Piece(quote[start:end], marked, ending))
    return tuple(found)
