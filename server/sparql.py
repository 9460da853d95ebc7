"""The SPARQL endpoint: a bare ASGI route, since it is asked a thousand times a second."""

from pyoxigraph import RdfFormat

from server import errors
from server.engines import Answer, Query
from server.engines.formats import GRAPHS, SOLUTIONS
from server.engines.guard import check
from server.negotiation import choose, wants_html
from server.problems import COMMON, send_problem
from server.requests import Asked, Receive, Scope, Send, asked, header
from server.serving import Serving

_METHODS = "GET, HEAD, POST, OPTIONS"
_CHARSET = {f.media_type for f in (*SOLUTIONS, *GRAPHS) if f.charset}


class Sparql:
    """The endpoint as an ASGI application; `serving` gives the engine and the release of each moment."""

    def __init__(self, serving: Serving) -> None:
        self.serving = serving

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        accept, head = header(scope, b"accept"), scope["method"] == "HEAD"
        query = ""
        try:
            if scope["method"] == "OPTIONS":
                await _send_options(send)
                return
            if scope["method"] not in {"GET", "HEAD", "POST"}:
                raise errors.MethodNotAllowed(
                    f"Use one of {_METHODS}.", headers={"Allow": _METHODS}
                )
            wanted = await asked(scope, receive, self.serving.settings.body_bytes)
            query = wanted.text or ""
            if wanted.text is None:
                await self._describe(wanted, accept, send, head=head)
                return
            check(wanted.text, self.serving.settings)
            answer = await self._evaluate(wanted, accept, scope)
        except errors.ServerError as error:
            await send_problem(send, error, accept=accept, query=query, head=head)
            return
        await self._send(answer, scope, send)

    async def _evaluate(self, wanted: Asked, accept: str, scope: Scope) -> Answer:
        """Return the engine's answer in the format that the client takes."""
        client = scope.get("client")
        page = (
            wants_html(accept) and wanted.format is None
        )  # a browser is shown JSON where it takes nothing better
        try:
            return await self.serving.engine.evaluate(
                Query(
                    wanted.text or "",
                    SOLUTIONS[0].media_type if page else choose(accept, wanted.format, SOLUTIONS),
                    GRAPHS[0].media_type if page else choose(accept, wanted.format, GRAPHS),
                    wanted.default_graphs,
                    wanted.named_graphs,
                    client=client[0] if client else "",
                )
            )
        except errors.NotAcceptable as error:
            formats = GRAPHS if error.detail == "graph" else SOLUTIONS
            offered = [f.media_type for f in formats]
            raise errors.NotAcceptable(
                f"There is {', '.join(offered)}.", available=offered
            ) from error

    async def _send(self, answer: Answer, scope: Scope, send: Send) -> None:
        """Send an answer as it comes; where it breaks off, so does the connection."""
        media_type = answer.media_type + (
            "; charset=utf-8" if answer.media_type in _CHARSET else ""
        )
        headers = [
            *COMMON,
            (b"content-type", media_type.encode()),
            (b"vary", b"Accept"),
            (b"valgraf-release", self.serving.release.id.encode()),
            (b"access-control-expose-headers", b"Valgraf-Release"),
        ]
        head = scope["method"] == "HEAD"
        try:
            if (
                scope.get("http_version") == "1" and not head
            ):  # such a client cannot see a cut stream
                whole = b"".join([part async for part in answer.body])
                headers.append((b"content-length", str(len(whole)).encode()))
                await send({"type": "http.response.start", "status": 200, "headers": headers})
                await send({"type": "http.response.body", "body": whole})
                return
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            if not head:
                async for part in answer.body:
                    await send({"type": "http.response.body", "body": part, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            await answer.close()

    async def _describe(self, wanted: Asked, accept: str, send: Send, *, head: bool) -> None:
        """Send the service description."""
        media_type = choose("text/turtle" if wants_html(accept) else accept, wanted.format, GRAPHS)
        if media_type is None:
            offered = [f.media_type for f in GRAPHS]
            raise errors.NotAcceptable(f"There is {', '.join(offered)}.", available=offered)
        data = self.serving.description(RdfFormat.from_media_type(media_type) or RdfFormat.TURTLE)
        charset = "; charset=utf-8" if media_type in _CHARSET else ""
        headers = [
            *COMMON,
            (b"content-type", (media_type + charset).encode()),
            (b"content-length", str(len(data)).encode()),
            (b"vary", b"Accept"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if head else data})


async def _send_options(send: Send) -> None:
    headers = [
        *COMMON,
        (b"allow", _METHODS.encode()),
        (b"access-control-allow-methods", _METHODS.encode()),
        (b"access-control-allow-headers", b"Accept, Content-Type"),
        (b"access-control-max-age", b"86400"),
    ]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
