"""The page of a party, place, concept or rule: what it is, what it is linked with, and what is proposed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from server.linked_data import Entity, moved
from server.pages.documents import document
from server.pages.facts import Fact, alphabetical, facts, text, texts
from server.pages.listing import CONCEPTS, FILTERS, Asked, Item, Listing, Named
from server.pages.statements import statement
from server.pages.views import Page, View
from server.pages.withdrawn import withdrawn
from server.questions import Labels, Row, Term, ask

#: Statements that an entity's page shows; the list of all is a click away.
_SHOWN = 12


@dataclass(frozen=True, kw_only=True)
class EntityPage(Page):
    """An entity: its texts, its relatives, its facts, and its statements with their counts."""

    template: ClassVar = "entity.html"

    kind: str
    name: Term
    definition: Term
    note: Term
    others: tuple[Term, ...]  # what else it is called
    broader: tuple[Named, ...]
    narrower: tuple[Named, ...]
    branches: tuple[Named, ...]
    documents: tuple[Named, ...]
    places: tuple[Named, ...]
    facts: tuple[Fact, ...]
    listing: Listing | None
    examples: tuple[Item, ...]  # statements of what lists cannot be filtered by
    filters: dict[str, str]


async def entity(request: Request) -> Response:
    """Return an entity's page."""
    if found := moved(request, "page"):
        return found
    view = View(request)
    it = await Entity.find(view.serving, request.path_params["path"])
    if it.kind == "query":  # it has a page of its own, where it can be run
        return RedirectResponse(f"{view.root}{quote(it.path.replace('query', 'queries', 1))}", 303)
    if it.withdrawn:
        return await withdrawn(view, it)
    if it.kind == "query":
        name = it.path.partition("/")[2]
        return RedirectResponse(view.to(f"queries/{name}"), 303)
    if it.kind == "statement":
        return await statement(view, it)
    if it.kind == "document":
        return await document(view, it)
    return await _entity(view, it)


async def _entity(view: View, it: Entity) -> Response:
    own = await ask(view.serving, "entity", entity=it.iri)
    related = await ask(view.serving, "related", entity=it.iri)
    filters = {it.kind: it.path.partition("/")[2]} if it.kind in FILTERS else {}
    found = await view.listing(Asked(filters), most=_SHOWN) if filters and view.index else None
    others = await ask(view.serving, "found", entity=it.iri) if it.kind in {"rule", "term"} else []
    rows = [*own, *related, *others]
    labels = await Labels.of(view.serving, (t for row in rows for t in row.values()), view.language)
    name = text(own, "label", view.language) or Term(it.path)
    definition = text(own, "definition", view.language)
    page = EntityPage(
        title=_capital(name.value),
        description=definition.value,
        entity=it,
        kind=it.kind,
        name=Term(_capital(name.value), language=name.language),
        definition=definition,
        note=text(own, "scopeNote", view.language),
        others=tuple(_others(own, it.kind)),
        broader=_named((row["value"] for row in own if row["property"].local == "broader"), labels),
        narrower=_of_class(related, "Concept", labels),
        branches=_of_class(related, "PartyBranch", labels),
        documents=_of_class(related, "Document", labels),
        places=_of_class(related, "Municipality", labels),
        facts=facts(view, [row for row in own if row["property"].local != "broader"], labels),
        listing=found,
        examples=tuple(_item(row, labels) for row in others),
        filters=filters,
    )
    return view.page(page)


def _others(own: list[Row], kind: str) -> Iterator[Term]:
    """Yield a party's other names, and the words that a concept is recognised by; parts of words with their hyphen."""
    if kind in CONCEPTS or kind == "party":
        yield from texts(own, "altLabel")
    if kind in CONCEPTS:
        yield from texts(own, "hiddenLabel")


def _item(row: Row, labels: Labels) -> Item:
    """Return a statement from a row of found.rq."""

    def named(name: str) -> Named | None:
        return Named(row[name].value, labels[row[name].value]) if row[name] else None

    return Item(
        row["statement"].value,
        row["quote"],
        row["class"].local == "Proposal",
        Named(row["document"].value, labels[row["document"].value]),
        named("party"),
        named("place"),
        named("stance"),
        row["election"].value,
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _of_class(related: list[Row], name: str, labels: Labels) -> tuple[Named, ...]:
    return _named((row["entity"] for row in related if row["class"].local == name), labels)


def _named(terms: Iterable[Term], labels: Labels) -> tuple[Named, ...]:
    """Return entities by their labels, in the order of these."""
    found = {term.value: Named(term.value, labels[term.value]) for term in terms}
    return tuple(sorted(found.values(), key=lambda named: alphabetical(named.label.value)))
