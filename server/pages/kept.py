"""Pages that depend on the release alone: tagged before they are made, made once, kept, packed, never sent twice."""

import json
from collections.abc import Awaitable, Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import Response

from server.codings import SMALL, coding, packed
from server.etags import etag, matches
from server.negotiation import language
from server.serving import Serving

Handler = Callable[[Request], Awaitable[Response]]

#: What every kept answer says: caches may hold it, and must ask whether it still stands.
_ASK = "public, max-age=0, must-revalidate"


class _UnkeptError(Exception):
    """An answer that is not to be kept: a redirect, or what is gone."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.status_code)
        self.response = response


def kept(handler: Handler) -> Handler:
    """Return a handler of GET that answers from memory, or by 304, where it can."""

    @wraps(handler)
    async def answer(request: Request) -> Response:
        serving: Serving = request.scope["serving"]
        if not serving.lasting:
            return await handler(request)
        coded = coding(request.headers.get("accept-encoding", ""))
        tag = _tag(request, serving, coded)
        headers = {"ETag": tag, "Cache-Control": _ASK}
        if matches(request.headers.get("if-none-match", ""), tag):
            vary = "Accept, Accept-Language, Accept-Encoding"
            return Response(status_code=304, headers={**headers, "Vary": vary})

        async def make() -> bytes:
            return _packed(await handler(request), coded)

        try:
            found = await serving.cache.fetch(tag, make)
        except _UnkeptError as unkept:
            return unkept.response
        told, _, body = found.partition(b"\n")
        return Response(body, headers={**json.loads(told), **headers})

    return answer


def _tag(request: Request, serving: Serving, coded: str) -> str:
    """Return the tag of a page: what it depends on beside the release is its address and its language."""
    spoken = language(request.headers.get("accept-language", ""), request.query_params.get("lang"))
    address = f"{request.url.path}?{request.url.query}"
    return etag(serving.release.id, serving.settings.url, "page", address, spoken, coding=coded)


def _packed(response: Response, coded: str) -> bytes:
    """Return an answer's headers as a line of JSON, then its body; raises _UnkeptError where it is not to be kept."""
    if response.status_code != 200:
        raise _UnkeptError(response)
    headers = {name: value for name, value in response.headers.items() if name != "content-length"}
    headers["vary"] = ", ".join(filter(None, (headers.get("vary"), "Accept-Encoding")))
    body = bytes(response.body)
    if coded and len(body) >= SMALL:
        headers["content-encoding"] = coded
        body = packed(body)
    return json.dumps(headers).encode() + b"\n" + body
