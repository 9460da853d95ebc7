"""Answers that a release's id vouches for: kept, tagged, in the client's content coding."""

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from server import codings
from server.etags import etag, matches
from server.linked_data import OPEN
from server.serving import Serving


async def answer(
    request: Request,
    media_type: str,
    make: Callable[[], Awaitable[bytes]],
    *parts: str,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return what `make` makes, once for each release, address, media type and `parts`; a 304 where the client has it."""
    serving: Serving = request.scope["serving"]
    sent = {**OPEN, "Vary": "Accept, Accept-Encoding", **(headers or {})}
    if not serving.lasting:
        return Response(
            await make(), media_type=media_type, headers={**sent, "Cache-Control": "no-store"}
        )
    coding = codings.coding(request.headers.get("accept-encoding", ""))
    address = f"{request.url.path}?{request.url.query}"
    tag = etag(serving.release.id, serving.settings.url, address, media_type, *parts, coding=coding)
    sent |= {"ETag": tag, "Cache-Control": "public, max-age=0, must-revalidate"}
    if matches(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=sent)

    async def coded() -> bytes:
        data = await make()
        return codings.packed(data) if coding else data

    data = await serving.cache.fetch(tag, coded)
    if coding:
        sent["Content-Encoding"] = coding
    return Response(data, media_type=media_type, headers=sent)
