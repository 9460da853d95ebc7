"""Entities: /id redirects to a page or to data, as the client likes best; /ns is the ontology."""

from typing import Any, NamedTuple

import pyoxigraph as ox
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from server import ROOT, errors
from server.engines import Query
from server.engines.formats import GRAPHS, Format
from server.negotiation import best, choose, wants_html
from server.pages.home import by_facet
from server.pages.questions import Row, Term, ask, filled
from server.pages.views import View

router = APIRouter()

#: More statements than these are told by their number.
_MOST = 200

_SHOWN_APART = frozenset(
    {
        "label",
        "prefLabel",
        "definition",
        "scopeNote",
        "type",
        "quote",
        "mention",
        "altLabel",
        "hiddenLabel",
        "text",
        "isDefinedBy",
    }
)


class Piece(NamedTuple):
    """A stretch of a quote: plain, or the words of a mention."""

    words: str
    mention: Row | None


def _iri(view: View, kind: str, path: str) -> str:
    """Return the IRI of an entity; NotFound where no IRI can be so."""
    iri = f"{view.serving.release.base}/id/{kind}/{path}"
    try:
        ox.NamedNode(iri)
    except ValueError as error:
        raise errors.NotFound(f"{iri} is no IRI.") from error
    return iri


async def _must_exist(view: View, iri: str) -> None:
    if not await ask(view.serving, "exists", entity=iri):
        raise errors.NotFound(f"{iri}: no entity has this IRI in the release that is served.")


@router.get("/id/{kind}/{path:path}", include_in_schema=False)
async def identify(request: Request, kind: str, path: str) -> Response:
    """Redirect to the entity's page or data."""
    view = View(request)
    await _must_exist(view, _iri(view, kind, path))
    accept = request.headers.get("accept", "")
    up = "../" * (2 + path.count("/"))
    if wants_html(accept):
        location = f"{up}page/{kind}/{path}"
    else:
        location = f"{up}data/{kind}/{path}.{_format(accept, None).name}"
    return RedirectResponse(location, 303, {"Vary": "Accept", "Access-Control-Allow-Origin": "*"})


def _format(accept: str, name: str | None) -> Format:
    """Return the format of a graph that the client takes; NotAcceptable tells what there is."""
    media_type = choose(accept, name, GRAPHS)
    if media_type is None:
        offered = ["text/html", *(f.media_type for f in GRAPHS)]
        raise errors.NotAcceptable(f"There is {', '.join(offered)}.", available=offered)
    return next(f for f in GRAPHS if f.media_type == media_type)


@router.get("/data/{kind}/{path:path}", include_in_schema=False)
async def data(request: Request, kind: str, path: str) -> Response:
    """Return an entity's triples, its mentions, and the labels of what it links to."""
    view = View(request)
    name, _, extension = path.rpartition(".")
    if extension not in {f.name for f in GRAPHS}:
        raise errors.NotFound(f"Data ends in one of {', '.join('.' + f.name for f in GRAPHS)}.")
    iri = _iri(view, kind, name)
    await _must_exist(view, iri)
    format_ = _format("", extension)
    query = Query(
        filled("data", {"entity": ox.NamedNode(iri)}), graph=format_.media_type, lane="page"
    )
    answer = await view.serving.engine.evaluate(query)
    try:
        whole = b"".join([part async for part in answer.body])
    finally:
        await answer.close()
    headers = {
        "Access-Control-Allow-Origin": "*",
        "Link": f'<{iri}>; rel="about"',
        "Valgraf-Release": view.serving.release.id,
    }
    return Response(whole, media_type=format_.media_type, headers=headers)


@router.get("/page/{kind}/{path:path}", include_in_schema=False)
async def page(request: Request, kind: str, path: str) -> Response:
    """Return an entity's page."""
    view = View(request)
    iri = _iri(view, kind, path)
    own = await ask(view.serving, "entity", entity=iri, language=view.language)
    if not own:
        raise errors.NotFound(f"{iri}: no entity has this IRI in the release that is served.")
    context: dict[str, Any] = {
        "iri": iri,
        "kind": kind,
        "path": path,
        "title": _text(own, "label", view.language) or path,
        "definition": _text(own, "definition", view.language),
        "note": _text(own, "scopeNote", view.language),
        "facts": _facts(own, view.language),
        "formats": GRAPHS,
    }
    if kind == "statement":
        return await _statement(view, context, own)
    if kind == "document":
        return await _document(view, context, own)
    statements = await ask(view.serving, "statements", entity=iri, language=view.language)
    return view.page(
        "entity.html",
        statements=statements[:_MOST],
        more=len(statements) > _MOST,
        narrower=await ask(view.serving, "narrower", entity=iri, language=view.language),
        together=by_facet(await ask(view.serving, "together", entity=iri, language=view.language)),
        **context,
    )


async def _statement(view: View, context: dict[str, Any], own: list[Row]) -> Response:
    """Return the page of a proposal or achievement: its quote, and the words that ground each link."""
    mentions = await ask(view.serving, "mentions", entity=context["iri"], language=view.language)
    quote, begin = _text(own, "quote", "sv"), int(_text(own, "beginIndex", ""))
    return view.page(
        "statement.html",
        quote=quote,
        pieces=pieces(quote, begin, mentions),
        mentions=mentions,
        outside=[m for m in mentions if not begin <= int(m["begin"].value) < begin + len(quote)],
        section=next((row for row in own if _local(row["property"]) == "section"), None),
        document=next(row for row in own if _local(row["property"]) == "document"),
        proposal=any(_local(row["value"]) == "Proposal" for row in own),
        **context,
    )


def pieces(quote: str, begin: int, mentions: list[Row]) -> list[Piece]:
    """Return a quote cut at its mentions; of mentions that overlap, the first is marked."""
    found, at = [], 0
    for mention in mentions:
        start, end = int(mention["begin"].value) - begin, int(mention["end"].value) - begin
        if start < at or end > len(quote):
            continue
        found += [Piece(quote[at:start], None), Piece(quote[start:end], mention)]
        at = end
    return [piece for piece in (*found, Piece(quote[at:], None)) if piece.words]


async def _document(view: View, context: dict[str, Any], own: list[Row]) -> Response:
    """Return a document's page: its outline of headings and statements."""
    rights = _text(own, "rights", view.language)
    return view.page(
        "document.html",
        outline=await ask(view.serving, "outline", entity=context["iri"]),
        rights=rights,
        **context,
    )


def _local(term: Term) -> str:
    return term.value.rpartition("#")[2].rpartition("/")[2]


def _text(rows: list[Row], name: str, language: str) -> str:
    """Return a property's text in a language, or in any."""
    found = [row["value"] for row in rows if _local(row["property"]) == name]
    return next((t.value for t in found if t.language == language), found[0].value if found else "")


def _facts(rows: list[Row], language: str) -> list[tuple[str, Row]]:
    """Return the properties that the page does not show elsewhere, texts in its language only."""
    return [
        (_local(row["property"]), row)
        for row in rows
        if _local(row["property"]) not in _SHOWN_APART and row["value"].language in {"", language}
    ]


@router.get("/ns", include_in_schema=False)
async def vocabulary(request: Request) -> Response:
    """Return the ontology: as RDF, or as a page to read."""
    view = View(request)
    path = ROOT / "ontology" / "valgraf.ttl"
    accept = request.headers.get("accept", "")
    if wants_html(accept):
        return view.page(
            "vocabulary.html", title=view.word("vocabulary"), terms=_terms(view.language)
        )
    media_type = best(accept, [f.media_type for f in GRAPHS])
    if media_type is None:
        _format(accept, None)
    if media_type in {None, "text/turtle"}:
        whole = path.read_bytes()
    else:
        triples = (quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
        whole = ox.serialize(triples, format=ox.RdfFormat.from_media_type(media_type or "")) or b""
    return Response(
        whole, media_type=media_type, headers={"Vary": "Accept", "Access-Control-Allow-Origin": "*"}
    )


def _terms(language: str) -> list[dict[str, str]]:
    """Return name, label and definition of the terms of our namespace."""
    namespace = "https://w3id.org/valgraf/ns#"
    found: dict[str, dict[str, str]] = {}
    for quad in ox.parse(path=str(ROOT / "ontology" / "valgraf.ttl"), format=ox.RdfFormat.TURTLE):
        if (
            quad.subject.value.startswith(namespace)
            and isinstance(quad.object, ox.Literal)
            and quad.object.language == language
        ):
            term = found.setdefault(quad.subject.value.removeprefix(namespace), {})
            term[quad.predicate.value.rpartition("#")[2]] = quad.object.value
    return [{"name": name, **texts} for name, texts in sorted(found.items())]
