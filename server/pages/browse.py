"""Browsing: all proposals, narrowed by facets, one page at a time, and the same as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from server.pages.listing import FACETS, FILTERS, SORTS, Asked, Listing, listing
from server.pages.views import Page, View
from server.questions import Row, Term


@dataclass(frozen=True)
class Chosen:
    """A filter in use: its kind, its value's label, and the address of the list without it."""

    name: str
    label: Term
    without: str


@dataclass(frozen=True)
class Choice:
    """A value that the list can be narrowed to, with its number and address."""

    label: Term
    n: int
    address: str


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
    kinds: Mapping[str, tuple[int, str]]  # class → number, address
    sparql: str


async def browse(request: Request) -> Response:
    """Return a page of the proposals that pass the filters."""
    view = View(request)
    asked = Asked.of(view.request.query_params)
    base = view.serving.release.base
    beside: list[Row] = [
        {"entity": Term(asked.iri(base, name), "uri")}
        for name in asked.filters
        if name != "election"
    ]
    found, labels = await listing(view.serving, asked, view.language, beside)

    def to(**changed: str) -> str:
        return view.to("proposals", asked.parameters(**changed))

    def without(name: str) -> Chosen:
        year = name == "election"
        label = Term(asked.filters[name]) if year else labels[asked.iri(base, name)]
        return Chosen(name, label, to(**{name: ""}))

    page = BrowsePage(
        title=view.word("proposals" if asked.kind == "Proposal" else "achievements"),
        description=view.word("tagline"),
        asked=asked,
        listing=found,
        total=found.counts.get(asked.kind, 0),
        chosen=tuple(without(name) for name in FILTERS if name in asked.filters),
        facets={
            name: tuple(Choice(v.label, v.n, to(**{name: v.slug})) for v in found.facets[name])
            for name in FACETS
            if name in found.facets and name not in asked.filters
        },
        sorts={name: to(sort="" if name == "document" else name) for name in SORTS},
        kinds={
            kind: (found.counts.get(kind, 0), to(kind="" if kind == "Proposal" else kind.lower()))
            for kind in ("Proposal", "Achievement")
        },
        sparql=asked.sparql(base),
    )
    return view.page(page)
