"""The SPARQL endpoint: a bare ASGI route, since it is asked a thousand times a second."""

from collections.abc import Sequence
from functools import partial

from server import errors
from server.clients import client
from server.departures import Departed, present
from server.description import description
from server.engines import Query
from server.engines.formats import DATASETS, GRAPHS, SOLUTIONS, Format
from server.engines.guard import Checked, checked
from server.etags import etag, matches
from server.negotiation import choose
from server.problems import send_problem
from server.requests import Asked, Receive, Scope, Send, asked, header
from server.sending import COMMON, Sending
from server.serving import Serving

_METHODS = "GET, HEAD, POST, OPTIONS"


async def respond(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one request to the endpoint; `scope["serving"]` is what is served."""
    serving: Serving = scope["serving"]
    if serving.lasting and (repeated := serving.repeats.find(scope)):
        headers, data = repeated
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": data})
        return
    try:
        if scope["method"] == "OPTIONS":
            await _send_options(send)
            return
        if scope["method"] not in {"GET", "HEAD", "POST"}:
            raise errors.MethodNotAllowed(f"Use one of {_METHODS}.", headers={"Allow": _METHODS})
        wanted = await asked(scope, receive, serving.settings)
        if wanted.text is None:
            await _describe(serving, wanted, scope, send)
            return
        async with present(receive):
            await _answer(serving, wanted, scope, send)
    except errors.ServerError as error:
        await send_problem(send, error, head=scope["method"] == "HEAD")
    except Departed:
        return


async def _answer(serving: Serving, wanted: Asked, scope: Scope, send: Send) -> None:
    """Answer a query: by 304, from memory, or from the engine."""
    found = await checked(wanted.text or "", serving.settings)
    query = _query(wanted, found, scope, serving)
    lasting = found.lasting and serving.lasting
    sending = Sending(scope, send, query.solutions or query.graph or "")
    if not lasting:
        async with serving.engine.evaluate(query) as answer:
            await sending.answer(answer)
        return
    depends = _dependencies(serving, query)
    tag = sending.validate(etag(*depends, coding=sending.coding))
    if scope["method"] != "POST" and matches(header(scope, b"if-none-match"), tag):
        await sending.unchanged()
    elif (kept := serving.cache.get(tag)) is not None:
        serving.repeats.note(scope, tag, sending.described(kept))
        await sending.whole(kept)
    else:
        start = partial(serving.engine.evaluate, query)
        async with serving.flights.joined(depends, start) as answer:
            data = await sending.answer(answer)
            if data is None and answer.spool.complete and serving.cache.fits(answer.spool.size):
                data = await sending.coded(answer.spool.whole())
            if data is not None:
                serving.cache.put(tag, data)


def _dependencies(serving: Serving, query: Query) -> tuple[str, ...]:
    """Return what an answer depends on, beside the server's build and the content coding."""
    return (
        serving.release.id,
        query.solutions or query.graph or "",
        query.text,
        *(f"default {iri}" for iri in query.default_graphs),
        *(f"named {iri}" for iri in query.named_graphs),
    )


def _query(wanted: Asked, found: Checked, scope: Scope, serving: Serving) -> Query:
    """Return the query for the engine, with the one media type that the client takes best."""
    graph = found.form in {"CONSTRUCT", "DESCRIBE"}
    media_type = _chosen(
        wanted, header(scope, b"accept"), (*GRAPHS, *DATASETS) if graph else SOLUTIONS
    )
    return Query(
        wanted.text or "",
        None if graph else media_type,
        media_type if graph else None,
        wanted.default_graphs,
        wanted.named_graphs,
        client=client(scope, serving.settings.trusted_proxies),
    )


def _chosen(wanted: Asked, accept: str, formats: Sequence[Format]) -> str:
    """Return the media type that the client takes best; raises NotAcceptable with what there is."""
    media_type = choose(accept, wanted.format, formats)
    if media_type is None:
        offered = [f.media_type for f in formats]
        raise errors.NotAcceptable(f"There is {', '.join(offered)}.", available=offered)
    return media_type


async def _describe(serving: Serving, wanted: Asked, scope: Scope, send: Send) -> None:
    """Send the service description."""
    media_type = _chosen(wanted, header(scope, b"accept"), GRAPHS)
    data = description(serving, media_type)
    sending = Sending(scope, send, media_type)
    tag = sending.validate(etag(serving.release.id, media_type, coding=sending.coding))
    if matches(header(scope, b"if-none-match"), tag):
        await sending.unchanged()
    else:
        await sending.whole(await sending.coded(data))


async def _send_options(send: Send) -> None:
    """Send what the endpoint takes, also to a browser that asks before it asks across origins."""
    headers = [
        *COMMON,
        (b"allow", _METHODS.encode()),
        (b"access-control-allow-methods", _METHODS.encode()),
        (b"access-control-allow-headers", b"Accept, Content-Type, If-None-Match"),
        (b"access-control-max-age", b"86400"),
    ]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
