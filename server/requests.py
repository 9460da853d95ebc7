"""What a request asks of the SPARQL Protocol (W3C, 2013): a query and its dataset, from GET or POST."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from server import errors
from server.settings import Settings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

#: Parameters that a request may have.
_MOST = 1000
#: Bytes of parameters from which their decoding is left to a thread.
_LONG = 16 * 1024

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it was asked, and the format that `?format=` names; no query: the service description is asked for."""

    text: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str | None = None


def header(scope: Scope, name: bytes) -> str:
    """Return a request header's value, the values of repeated ones joined; "" where there is none."""
    return ", ".join([value.decode("latin-1") for key, value in scope["headers"] if key == name])


async def body(scope: Scope, receive: Receive, settings: Settings) -> bytes:
    """Return a request's body; raises where it is too large, too slow, or ends too early."""
    limit = settings.body_bytes
    if header(scope, b"content-length").isdigit() and int(header(scope, b"content-length")) > limit:
        raise errors.PayloadTooLarge(f"The body is larger than {limit} bytes.")
    data = bytearray()
    try:
        async with asyncio.timeout(settings.body_time):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise errors.BadRequest("The request ended before its body did.")
                data += message.get("body", b"")
                if len(data) > limit:
                    raise errors.PayloadTooLarge(f"The body is larger than {limit} bytes.")
                if not message.get("more_body", False):
                    return bytes(data)
    except TimeoutError as error:
        raise errors.RequestTimeout(
            f"The body did not come within {settings.body_time:g} seconds.",
            headers={"Connection": "close"},
        ) from error


async def asked(scope: Scope, receive: Receive, settings: Settings) -> Asked:
    """Return what a GET, HEAD or POST request asks; raises for what the protocol does not allow."""
    pairs = await _parameters(scope["query_string"])
    if scope["method"] in {"GET", "HEAD"}:
        if any(key == "update" for key, _ in pairs):
            raise errors.QueryRefused("This endpoint is read-only, and updates by GET are none.")
        return _asked(pairs)
    if header(scope, b"content-encoding") not in {"", "identity"}:
        raise errors.UnsupportedMediaType(
            "A request body with a Content-Encoding is not read; send it plain."
        )
    media_type, _, parameters = header(scope, b"content-type").partition(";")
    charset = parameters.lower().replace('"', "").partition("charset=")[2].strip()
    if charset not in {"", "utf-8", "utf8"}:
        raise errors.UnsupportedMediaType("Send the query in UTF-8.")
    data = await body(scope, receive, settings)
    match media_type.strip().lower():
        case "application/x-www-form-urlencoded":
            form = await _parameters(data)
            if any(key == "update" for key, _ in form):
                raise errors.QueryRefused("This endpoint is read-only: updates are refused.")
            return _asked([*pairs, *form])
        case "application/sparql-query":
            if any(key == "query" for key, _ in pairs):
                raise errors.BadRequest("The query stands both in the address and in the body.")
            return _asked([*pairs, ("query", _decoded(data))])
        case "application/sparql-update":
            raise errors.QueryRefused("This endpoint is read-only: updates are refused.")
    raise errors.UnsupportedMediaType(f"Post the query as {_FORM} or as {_QUERY}.")


def _asked(pairs: list[tuple[str, str]]) -> Asked:
    queries = [value for key, value in pairs if key == "query"]
    if len(queries) > 1:
        raise errors.BadRequest("There is more than one query.")
    return Asked(
        queries[0] if queries else None,
        tuple(value for key, value in pairs if key == "default-graph-uri"),
        tuple(value for key, value in pairs if key == "named-graph-uri"),
        next((value for key, value in pairs if key == "format"), None),
    )


async def _parameters(data: bytes) -> list[tuple[str, str]]:
    """Return the parameters of an address or a form; the loop is not kept from others meanwhile."""
    return _pairs(data) if len(data) < _LONG else await asyncio.to_thread(_pairs, data)


def _pairs(data: bytes) -> list[tuple[str, str]]:
    """Return parameters as parse_qsl does, in half its time; raises where they are too many or not UTF-8."""
    if data.count(b"&") >= _MOST:
        raise errors.BadRequest(f"There are more than {_MOST} parameters.")
    parts = [part.partition(b"=") for part in data.replace(b"+", b" ").split(b"&") if part]
    try:
        return [(unquote_to_bytes(k).decode(), unquote_to_bytes(v).decode()) for k, _, v in parts]
    except UnicodeDecodeError as error:
        raise errors.BadRequest("The parameters are not percent-encoded UTF-8.") from error


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise errors.BadRequest("The query is not UTF-8.") from error
