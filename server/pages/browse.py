"""Browsing: all proposals, narrowed by facets, one page at a time, and the same as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from server.pages.listing import FILTERS, KINDS, OFFERED, Asked, Listing, Value, label
from server.pages.views import Page, View
from server.questions import Term


@dataclass(frozen=True)
class Chosen:
    """A filter in use: its kind, its value's label, and the address of the list without it."""

    name: str
    label: Term
    without: str


@dataclass(frozen=True)
class Choice:
    """A value that the list can be narrowed to, with its number and address; chosen where it is narrowed to it."""

    label: Term
    n: int | None
    address: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class BrowsePage(Page):
    """A page of statements, with the filters in use and those to be had."""

    template: ClassVar = "browse.html"

    asked: Asked
    listing: Listing
    total: int
    chosen: tuple[Chosen, ...]
    facets: Mapping[str, tuple[Choice, ...]]
    sorts: Mapping[str, str]  # order → address
    kinds: Mapping[str, tuple[int | None, str]]  # kind → number, address
    sparql: str


async def browse(request: Request) -> Response:
    """Return a page of the proposals that pass the filters."""
    view = View(request)
    asked = Asked.of(view.request.query_params)
    found = await view.listing(asked)

    def to(**changed: str) -> str:
        return view.to("proposals", asked.parameters(**changed))

    def chosen(name: str) -> Chosen:
        slug = asked.filters[name]
        entity = view.index.entity(name, slug) if view.index else None
        return Chosen(
            name, label(entity, view.language) if entity else Term(slug), to(**{name: ""})
        )

    def choice(name: str, value: Value) -> Choice:
        here = asked.filters.get(name) == value.slug
        return Choice(value.label, value.n, to(**{name: "" if here else value.slug}), here)

    page = BrowsePage(
        title=view.word("proposals" if asked.kind == "proposal" else "achievements"),
        description=view.word("tagline"),
        asked=asked,
        listing=found,
        total=found.counts[asked.kind] or 0,
        chosen=tuple(chosen(name) for name in FILTERS if name in asked.filters),
        facets={
            name: tuple(choice(name, value) for value in found.facets[name])
            for name in OFFERED
            if found.facets[name]
        },
        sorts={name: to(sort=name) for name in asked.orders},
        kinds={
            kind: (found.counts[kind], to(kind="" if kind == "proposal" else kind))
            for kind in KINDS
        },
        sparql=asked.sparql(view.base),
    )
    return view.page(page)
