"""Searching quotes and concepts by words."""

from dataclasses import dataclass
from typing import ClassVar
from xml.sax.saxutils import escape

from pyoxigraph import Literal
from starlette.requests import Request
from starlette.responses import Response

from server.pages.listing import Asked, Listing, Named, listing
from server.pages.views import Page, View
from server.questions import ask

#: Statements on a page of results; the list of all is a click away.
_SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """What was found for some words: concepts, parties and places by their labels, and statements by their quotes."""

    template: ClassVar = "search.html"

    words: str
    concepts: tuple[tuple[str, Named], ...]  # with their kinds
    listing: Listing | None
    total: int


async def search(request: Request) -> Response:
    """Return what is found for the words that are asked for."""
    view = View(request)
    words = " ".join(view.asked("q").split())[:200]
    found: Listing | None = None
    concepts: tuple[tuple[str, Named], ...] = ()
    if words:
        rows = await ask(view.serving, "named", words=Literal(words.lower()))
        asked = Asked({}, words=words)
        found, labels = await listing(view.serving, asked, view.language, rows, most=_SHOWN)
        iris = dict.fromkeys(row["entity"].value for row in rows)
        concepts = tuple((iri.split("/")[-2], Named(iri, labels[iri])) for iri in iris)
    page = SearchPage(
        title=f"{view.word('search')}: {words}" if words else view.word("search"),
        words=words,
        concepts=concepts,
        listing=found,
        total=found.counts.get("Proposal", 0) if found else 0,
    )
    return view.page(page)


async def opensearch(request: Request) -> Response:
    """Return the OpenSearch description, by which browsers search here."""
    view = View(request)
    url = escape(view.serving.settings.url, {'"': "&quot;"})
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>Valgraf</ShortName>\n<Description>{view.word('tagline')}</Description>\n"
        f'<Url type="text/html" template="{url}/search?q={{searchTerms}}"/>\n'
        f"<Language>{view.language}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
    headers = {"Vary": "Accept-Language", "X-Content-Type-Options": "nosniff"}
    return Response(text, media_type="application/opensearchdescription+xml", headers=headers)
