"""Searching quotes and concepts by words."""

from asyncio import to_thread
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import Response

from server.index import Index, Match
from server.pages.listing import Asked, Listing, Named, label
from server.pages.views import Page, View

#: Statements on a page of results; the list of all is a click away.
_SHOWN = 10
_CONCEPTS = 12

#: Letters of a beginning that too much has in common.
_BEGINNING = 3

#: Kinds whose labels are no names that people look for: a stance's are the verbs that show it.
_UNNAMED = frozenset({"kind", "election", "stance"})


@dataclass(frozen=True)
class Group:
    """Concepts, parties or places of one kind that were found."""

    kind: str
    found: tuple[Named, ...]


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """What was found for some words: concepts, parties and places by their labels, and statements by their quotes."""

    template: ClassVar = "search.html"

    words: str
    groups: tuple[Group, ...]
    listing: Listing | None
    total: int
    better: str  # the words with what was misspelt put right


async def search(request: Request) -> Response:
    """Return what is found for the words that are asked for."""
    view = View(request)
    asked = Asked.of({"q": view.asked("q")})
    words, index = asked.words, view.index
    found: Listing | None = None
    matches: Sequence[Match] = ()
    better = None
    if words:
        found = await view.listing(asked, most=_SHOWN)
    if words and index:
        matches = await to_thread(_matches, index, words)
        better = await to_thread(index.suggest, words)
    page = SearchPage(
        title=f"{view.word('search')}: {words}" if words else view.word("search"),
        words=words,
        groups=_groups(view, matches),
        listing=found,
        total=found.counts["proposal"] or 0 if found else 0,
        better=better or "",
    )
    return view.page(page)


def _matches(index: Index, words: str) -> list[Match]:
    """Return what is called so in any inflection, then what begins so, last what such words merely show.

    A beginning of a few letters says little where something is called just so.
    """
    found = list(index.concepts(words))
    if len(words) > _BEGINNING or not any(match.whole for match in found):
        found += index.concepts(words, started=True)
    once = {match.entity: match for match in found}
    return sorted(once.values(), key=lambda match: not match.named)[:_CONCEPTS]


def _groups(view: View, matches: Iterable[Match]) -> tuple[Group, ...]:
    """Return what was found by kind, the kind of the best match first."""
    found: dict[str, list[Named]] = {}
    for match in matches:
        if match.entity.kind not in _UNNAMED:
            iri = f"{view.base}/id/{match.entity.path}"
            found.setdefault(match.entity.kind, []).append(
                Named(iri, label(match.entity, view.language))
            )
    return tuple(Group(kind, tuple(names)) for kind, names in found.items())


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
