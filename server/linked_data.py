"""Linked data: /id leads to a page or to data, as the client likes best; /data is an entity in RDF."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from server import errors
from server.engines import Query
from server.engines.formats import GRAPHS, Format
from server.negotiation import best
from server.prefixes import PREFIXES
from server.questions import ask, body, filled
from server.serving import Serving

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

#: Headers of every answer with data.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Link, Valgraf-Release",
    "X-Content-Type-Options": "nosniff",
}

_HTML = ("text/html", "application/xhtml+xml")

#: Incoming links on one page of data, as incoming.rq asks for them.
_MOST = 500


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of the release that is served, by its path under /id/."""

    iri: ox.NamedNode
    path: str
    classes: frozenset[str]

    @property
    def kind(self) -> str:
        """Return the first part of its path: party, statement, theme."""
        return self.path.partition("/")[0]

    @property
    def withdrawn(self) -> bool:
        """Return whether it is the tombstone of what an earlier release held."""
        return "Withdrawn" in self.classes

    @classmethod
    async def find(cls, serving: Serving, path: str) -> Self:
        """Return the entity of a path; raises NotFound for what never was."""
        iri = f"{serving.release.base}/id/{path}"
        try:
            node = ox.NamedNode(iri)
        except ValueError as error:
            raise errors.NotFound(f"{iri} is no IRI.") from error
        rows = await ask(serving, "standing", entity=node)
        if not rows:
            raise errors.NotFound(f"{iri}: no entity has this IRI in the release that is served.")
        return cls(node, path, frozenset(row["class"].local for row in rows if row["class"]))


def up(request: Request) -> str:
    """Return the relative way from a request's address to the root: it holds behind any prefix."""
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    return "../" * (raw.count(b"/") - 1) or "./"


def canonical(path: str) -> str:
    """Return a path as IRIs spell it: in lower case, with single slashes and none at its end."""
    return re.sub("/+", "/", path.lower()).strip("/")


def moved(request: Request, room: str) -> Response | None:
    """Return a redirect to the canonical spelling of the requested path under a room, None where it has it."""
    path: str = request.path_params["path"]
    if path == canonical(path):
        return None
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(
        f"{up(request)}{room}/{quote(canonical(path), safe='/.')}{query}", 301, OPEN
    )


def wanted(accept: str) -> Format | None:
    """Return the format of RDF that a client likes best, None where it likes a page better; raises NotAcceptable."""
    offered = [*(f.media_type for f in GRAPHS), *_HTML]
    media_type = best(accept, offered)
    if media_type is None:
        raise errors.NotAcceptable(
            f"There is {', '.join(offered[:-1])}.",
            available=offered[:-1],
            headers={"Vary": "Accept"},
        )
    return next((f for f in GRAPHS if f.media_type == media_type), None)


async def identify(request: Request) -> Response:
    """Redirect from an entity's IRI to its page or data; a tombstone answers itself."""
    if found := moved(request, "id"):
        return found
    serving: Serving = request.scope["serving"]
    entity = await Entity.find(serving, request.path_params["path"])
    format_ = wanted(request.headers.get("accept", ""))
    path = quote(entity.path)
    if entity.withdrawn and format_:
        return await _data(serving, entity, format_, 1)
    location = f"data/{path}.{format_.name}" if format_ else f"page/{path}"
    return RedirectResponse(up(request) + location, 303, {"Vary": "Accept", **OPEN})


async def data(request: Request) -> Response:
    """Return an entity's triples, its parts, what links to it, and the labels of what it links to."""
    if found := moved(request, "data"):
        return found
    name, _, extension = request.path_params["path"].rpartition(".")
    format_ = next((f for f in GRAPHS if f.name == extension), None)
    if format_ is None:
        endings = ", ".join("." + f.name for f in GRAPHS)
        raise errors.NotFound(f"Data ends in one of {endings}; /id/… chooses by Accept.")
    serving: Serving = request.scope["serving"]
    entity = await Entity.find(serving, name)
    return await _data(serving, entity, format_, _page(request.query_params.get("page", "1")))


def _page(asked: str) -> int:
    """Return the number of a page; raises BadRequest where it is none."""
    if not re.fullmatch(r"[1-9][0-9]{0,8}", asked):
        raise errors.BadRequest("page is a number from 1 on.")
    return int(asked)


async def _data(serving: Serving, entity: Entity, format_: Format, page: int) -> Response:
    """Return an entity's data with one page of what links to it."""
    own = await body(
        serving,
        Query(filled("data", {"entity": entity.iri}), graph="application/n-triples", lane="page"),
    )
    offset = (page - 1) * _MOST
    incoming = await ask(serving, "incoming", entity=entity.iri, offset=offset)
    count = (await ask(serving, "incoming-count", entity=entity.iri))[0]["n"].value
    triples = {quad.triple for quad in ox.parse(own, format=ox.RdfFormat.N_TRIPLES)}
    triples |= {
        ox.Triple(
            ox.NamedNode(row["subject"].value), ox.NamedNode(row["property"].value), entity.iri
        )
        for row in incoming
        if row["subject"].type == "uri"  # a blank node's name says nothing outside its store
    }
    address = f"{serving.settings.url}/data/{quote(entity.path)}"
    more = offset + len(incoming) < int(count) and bool(incoming)
    follower = f"{address}.{format_.name}?page={page + 1}" if more else ""
    triples |= set(_about(serving, entity, address, count, follower))
    whole = ox.serialize(sorted(triples, key=str), format=_rdf(format_), prefixes=PREFIXES)
    links = [
        f'<{entity.iri.value}>; rel="describes"',
        f'<{serving.settings.url}/page/{quote(entity.path)}>; rel="alternate"; type="text/html"',
        f'<{LICENCE}>; rel="license"',
        f'<{serving.settings.url}/datasets/dcat>; rel="collection"',
    ]
    if follower:
        links.append(f'<{follower}>; rel="next"')
    headers = {**OPEN, "Link": ", ".join(links)}
    if entity.withdrawn:
        headers["Vary"] = "Accept"
    return Response(
        whole,
        status_code=410 if entity.withdrawn else 200,
        media_type=format_.media_type,
        headers=headers,
    )


def _rdf(format_: Format) -> ox.RdfFormat:
    found = ox.RdfFormat.from_media_type(format_.media_type)
    if found is None:
        raise ValueError(f"{format_.media_type} is no format of RDF")
    return found


def _about(
    serving: Serving, entity: Entity, address: str, count: str, follower: str
) -> Iterator[ox.Triple]:
    """Yield what the data says of itself: its subject, licence, release, and the number of incoming links."""

    def term(name: str) -> ox.NamedNode:
        prefix, _, local = name.partition(":")
        return ox.NamedNode(PREFIXES[prefix] + local)

    document = ox.NamedNode(address)
    integer = ox.NamedNode(PREFIXES["xsd"] + "integer")
    yield ox.Triple(document, term("rdf:type"), term("foaf:Document"))
    yield ox.Triple(document, term("foaf:primaryTopic"), entity.iri)
    yield ox.Triple(document, term("dct:license"), ox.NamedNode(LICENCE))
    yield ox.Triple(document, term("owl:versionInfo"), ox.Literal(serving.release.id))
    dataset = ox.NamedNode(f"{serving.settings.url}/.well-known/void#dataset")
    yield ox.Triple(document, term("void:inDataset"), dataset)
    yield ox.Triple(document, term("hydra:totalItems"), ox.Literal(count, datatype=integer))
    if follower:
        yield ox.Triple(document, term("hydra:next"), ox.NamedNode(follower))
