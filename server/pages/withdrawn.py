"""The page of a tombstone: what stood here, and what took its place."""

from dataclasses import dataclass
from typing import ClassVar

from starlette.responses import Response

from server.linked_data import Entity
from server.pages.corrections import Correction, asked, corrections
from server.pages.listing import Named
from server.pages.views import Page, View
from server.questions import NOTHING, Labels, Term, ask


@dataclass(frozen=True, kw_only=True)
class WithdrawnPage(Page):
    """A statement or document that an earlier release held."""

    template: ClassVar = "withdrawn.html"

    quote: Term
    document: Named | None
    release: str
    successor: Named | None
    corrections: tuple[Correction, ...]


async def withdrawn(view: View, it: Entity) -> Response:
    """Return a tombstone's page, with the status of what is gone."""
    row = (await ask(view.serving, "successor", entity=it.iri))[0]
    corrected = await asked(view.serving, it.iri)
    terms = (term for each in [row, *corrected] for term in each.values())
    labels = await Labels.of(view.serving, terms, view.language)

    def named(term: Term, words: Term) -> Named | None:
        return Named(term.value, words or labels[term.value]) if term else None

    page = WithdrawnPage(
        title=view.word("title_410"),
        description=view.word("help_410"),
        entity=it,
        quote=row["quote"],
        document=named(row["document"], NOTHING),
        release=row["release"].value,
        successor=named(row["successor"], row["words"]),
        corrections=corrections(corrected, labels),
    )
    return view.page(page, status=410)
