"""Which entity a name means, by the Reconciliation Service API 0.2 (W3C Entity Reconciliation Community Group)."""

import json
from asyncio import to_thread
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, quote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from server.errors import BadRequest, NotFound
from server.index import Entity, Index, Match, NoIndex
from server.linked_data import OPEN
from server.negotiation import language
from server.pages.views import View
from server.prefixes import PREFIXES
from server.requests import body
from server.serving import Serving

#: Class of our ontology → its kind in IRIs, and its name in Swedish and English.
TYPES = {
    "Party": ("party", "Parti", "Party"),
    "Municipality": ("municipality", "Kommun", "Municipality"),
    "County": ("county", "Län", "County"),
    "TargetGroup": ("target-group", "Målgrupp", "Target group"),
    "Actor": ("actor", "Aktör", "Actor"),
    "Instrument": ("instrument", "Insats", "Instrument"),
    "Theme": ("theme", "Sakområde", "Theme"),
    "Stance": ("stance", "Hållning", "Stance"),
}
_CLASSES = {kind: name for name, (kind, _, _) in TYPES.items()}

_PREVIEW = Markup(
    '<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{name}</title>'
    '<link rel="stylesheet" href="{style}"></head><body><p><a href="{address}" target="_blank">'
    "<strong>{name}</strong></a><br>{about}<br>{number}</p></body></html>"
)

#: Names in one request; OpenRefine sends ten.
_BATCH = 100

#: Characters of a name that are looked at.
_LONG = 200
_MOST = 50

#: From this score on, an entity that no other comes near is what the name means.
_SURE = 95.0


@dataclass(frozen=True, slots=True)
class Service:
    """What answers one request: the index, the address of the server, the language of the client."""

    index: Index
    url: str
    base: str
    language: str

    @classmethod
    def of(cls, request: Request) -> "Service":
        """Return what answers a request; raises NoIndex where names cannot be looked up."""
        index = View(request).index
        if index is None:
            raise NoIndex("What is served here has no search index, so no names to look up.")
        serving: Serving = request.scope["serving"]
        asked = request.query_params.get("lang")
        told = language(request.headers.get("accept-language", ""), asked)
        return cls(index, serving.settings.url, serving.release.base, told)

    def type(self, name: str) -> dict[str, str]:
        """Return a type as the API has it."""
        return {"id": name, "name": TYPES[name][2 if self.language == "en" else 1]}

    def manifest(self) -> dict[str, Any]:
        """Return what the service is and where its parts are."""
        place = f"{self.url}/reconcile"
        return {
            "versions": ["0.2"],
            "name": "Valgraf",
            "identifierSpace": f"{self.base}/id/",
            "schemaSpace": PREFIXES["vg"],
            "documentation": f"{self.url}/about",
            "logo": f"{self.url}/static/icon.svg",
            "defaultTypes": [self.type(name) for name in TYPES],
            "view": {"url": f"{self.url}/page/{{{{id}}}}"},
            "preview": {"url": f"{place}/preview?id={{{{id}}}}", "width": 400, "height": 140},
            "suggest": {
                "entity": {"service_url": place, "service_path": "/suggest/entity"},
                "type": {"service_url": place, "service_path": "/suggest/type"},
            },
            "batchSize": _BATCH,
        }

    def matches(self, words: str, kinds: Sequence[str], *, started: bool = False) -> list[Match]:
        """Return what a name may mean, the best first."""
        found = self.index.concepts(words[:_LONG], kinds, limit=_MOST, started=started)
        return sorted((_weighed(match) for match in found), key=lambda m: -m.score)

    def candidates(self, query: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the answer to one query; raises BadRequest where it is none of the API's."""
        words, limit = query.get("query"), query.get("limit", 10)
        if not isinstance(words, str) or not isinstance(limit, int):
            raise BadRequest("Each query needs a string `query`, and may have a number `limit`.")
        found = self.matches(words, _kinds(query.get("type")))
        rivals = sum(m.score >= min(_SURE, found[0].score) for m in found) if found else 0
        return [
            {
                **self.entity(match.entity),
                "type": [self.type(_CLASSES[match.entity.kind])],
                "score": match.score,
                "match": match.score >= _SURE and rivals == 1,
            }
            for match in found[: max(1, min(limit, _MOST))]
        ]

    def entity(self, entity: Entity) -> dict[str, str]:
        """Return an entity's identifier, name and description."""
        kind = TYPES[_CLASSES[entity.kind]][2 if self.language == "en" else 1]
        other = entity.en if self.language == "sv" else entity.sv
        return {
            "id": entity.path,
            "name": entity.label(self.language),
            "description": f"{kind}: {other}",
        }


def _weighed(match: Match) -> Match:
    """Return a match that counts half where the label is a word that merely shows the entity."""
    return match if match.named else replace(match, score=match.score / 2)


def _kinds(types: Any) -> list[str]:
    """Return the kinds that a query's types name; of all types where it names none that is known."""
    named = types if isinstance(types, list) else [types]
    names = [each.get("id") if isinstance(each, dict) else each for each in named]
    return [TYPES[name][0] for name in names if isinstance(name, str) and name in TYPES] or list(
        _CLASSES
    )


async def reconcile(request: Request) -> Response:
    """Return the manifest, or what each name of a batch may mean."""
    service = Service.of(request)
    fields = dict(request.query_params)
    if request.method == "POST":
        serving: Serving = request.scope["serving"]
        data = await body(request.scope, request.receive, serving.settings)
        fields |= dict(parse_qsl(data.decode("utf-8", errors="replace")))
    if "queries" not in fields:
        return _answer(service.manifest())
    queries = _queries(fields["queries"])
    return _answer(await to_thread(_all, service, queries))


def _queries(text: str) -> dict[str, dict[str, Any]]:
    """Return the queries of a batch by their keys; raises BadRequest where they are none."""
    try:
        queries = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRequest(f"`queries` is not JSON: {error}") from error
    if not isinstance(queries, dict) or not all(isinstance(q, dict) for q in queries.values()):
        raise BadRequest("`queries` is an object of objects, each with a `query`.")
    if len(queries) > _BATCH:
        raise BadRequest(f"There are {len(queries)} queries; send {_BATCH} at most.")
    return queries


def _all(service: Service, queries: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {key: {"result": service.candidates(query)} for key, query in queries.items()}


def _answer(value: Any) -> Response:
    return JSONResponse(value, headers={**OPEN, "Vary": "Accept-Language"})


async def suggest_entity(request: Request) -> Response:
    """Return entities whose names begin as a person has typed."""
    service = Service.of(request)
    words = request.query_params.get("prefix", "")
    found = await to_thread(service.matches, words, list(_CLASSES), started=True)
    start = request.query_params.get("cursor", "0")
    first = int(start) if start.isdigit() else 0
    return _answer({"result": [_suggested(service, m.entity) for m in found[first : first + 10]]})


def _suggested(service: Service, entity: Entity) -> dict[str, Any]:
    return {**service.entity(entity), "notable": [service.type(_CLASSES[entity.kind])]}


async def suggest_type(request: Request) -> Response:
    """Return the types whose names begin as a person has typed, in either language."""
    service = Service.of(request)
    words = request.query_params.get("prefix", "").casefold()
    found = (name for name, names in TYPES.items() if _begins((name, *names[1:]), words))
    return _answer({"result": [service.type(name) for name in found]})


def _begins(names: Iterable[str], words: str) -> bool:
    return any(name.casefold().startswith(words) for name in names)


async def preview(request: Request) -> Response:
    """Return a small page about an entity; raises NotFound where there is none."""
    service = Service.of(request)
    kind, _, key = request.query_params.get("id", "").partition("/")
    entity = service.index.entity(kind, key) if kind in _CLASSES else None
    if entity is None:
        raise NotFound(f"{kind}/{key} is no entity of this service.")
    view = View(request)
    told = service.entity(entity)
    page = _PREVIEW.format(
        language=service.language,
        style=f"{view.root}static/style.css",
        address=f"{service.url}/page/{quote(entity.path)}",
        name=told["name"],
        about=told["description"],
        number=f"{view.number(entity.proposals)} {view.word('proposals_of')}",
    )
    policy = "default-src 'none'; style-src 'self'"
    return HTMLResponse(page, headers={**OPEN, "Content-Security-Policy": policy})
