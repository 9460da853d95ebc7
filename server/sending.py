"""A 200 on its way to one client: at once or as it comes, in the client's content coding."""

import asyncio

from server import codings
from server.engines import Answer
from server.engines.formats import GRAPHS, SOLUTIONS
from server.errors import ServerError
from server.requests import Scope, Send, header

#: Headers of every answer: any origin may read it and these headers of it, no type is guessed.
COMMON = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag, Retry-After, Valgraf-Release"),
    (b"x-content-type-options", b"nosniff"),
)
_CHARSET = {f.media_type for f in (*SOLUTIONS, *GRAPHS) if f.charset}

#: Bytes up to which an answer that is complete goes out in one piece.
_PIECE = 1024 * 1024
#: Bytes from which compressing is left to a thread: they take some milliseconds.
_LONG = 128 * 1024


class Sending:
    """What is sent of one media type; `validate` says by which tag, otherwise nobody may store it."""

    def __init__(self, scope: Scope, send: Send, media_type: str) -> None:
        self.send = send
        self.head = scope["method"] == "HEAD"
        self.old = scope.get("http_version") == "1"  # HTTP/1.0
        self.coding = "" if self.old else codings.coding(header(scope, b"accept-encoding"))
        charset = "; charset=utf-8" if media_type in _CHARSET else ""
        self.headers = [
            *COMMON,
            (b"content-type", (media_type + charset).encode()),
            (b"vary", b"Accept, Accept-Encoding"),
        ]
        self.storing = [(b"cache-control", b"no-store")]

    def validate(self, tag: str) -> str:
        """Return the tag that goes with the answer, which may be stored by it."""
        fresh = (b"cache-control", b"public, max-age=0, must-revalidate")
        self.storing = [(b"etag", tag.encode()), fresh]
        return tag

    async def coded(self, data: bytes) -> bytes:
        """Return bytes in the client's content coding; the loop is not kept from others meanwhile."""
        if not self.coding:
            return data
        if len(data) < _LONG:
            return codings.packed(data)
        return await asyncio.to_thread(codings.packed, data)

    async def unchanged(self) -> None:
        """Send a 304."""
        await self._start(304)
        await self.send({"type": "http.response.body", "body": b""})

    def described(self, data: bytes) -> list[tuple[bytes, bytes]]:
        """Return the header of an answer that is coded already."""
        length = (b"content-length", str(len(data)).encode())
        return [*self.headers, *self.storing, *self._coding(), length]

    async def whole(self, data: bytes) -> None:
        """Send an answer that is coded already."""
        headers = self.described(data)
        await self.send({"type": "http.response.start", "status": 200, "headers": headers})
        await self.send({"type": "http.response.body", "body": b"" if self.head else data})

    async def answer(self, answer: Answer) -> bytes | None:
        """Send an answer, at once or as it comes; return its coded bytes where they went out at once.

        Raises what ended the answer before anything was sent; where it breaks off later, so does the connection.
        A client of HTTP/1.0 cannot see that, so it waits for the end.
        """
        spool = answer.spool
        if self.old:
            await spool.wait()
        if spool.ended and spool.error:
            raise spool.error
        if spool.complete and spool.size <= _PIECE:
            data = await self.coded(spool.whole())
            await self.whole(data)
            return data
        known = spool.complete and not self.coding
        await self._start(
            200,
            *self._coding(),
            *([(b"content-length", str(spool.size).encode())] if known else []),
        )
        if not self.head:
            try:
                async for part in codings.packing(answer.body) if self.coding else answer.body:
                    await self.send({"type": "http.response.body", "body": part, "more_body": True})
            except ServerError:
                return None  # without a last message the connection is cut
        await self.send({"type": "http.response.body", "body": b""})
        return None

    def _coding(self) -> list[tuple[bytes, bytes]]:
        return [(b"content-encoding", self.coding.encode())] if self.coding else []

    async def _start(self, status: int, *more: tuple[bytes, bytes]) -> None:
        headers = [*self.headers, *self.storing, *more]
        await self.send({"type": "http.response.start", "status": status, "headers": headers})
