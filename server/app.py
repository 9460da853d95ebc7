"""The server as an ASGI application: the endpoint by a bare route, pages and data by FastAPI."""

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from server import ROOT
from server.errors import NotFound, ServerError
from server.negotiation import wants_html
from server.pages import ROUTES
from server.pages.problem import problem_page, refused
from server.requests import Receive, Scope, Send, header
from server.serving import Serving
from server.sparql import Sparql

App = Callable[[Scope, Receive, Send], Awaitable[None]]


def create_app(serving: Serving) -> App:
    """Return the application that serves what `serving` holds."""
    sparql = Sparql(serving)
    site = _site(serving)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/sparql" and not _browsed(scope):
            await sparql(scope, receive, send)
        else:
            await site(scope, receive, send)

    return app


def _browsed(scope: Scope) -> bool:
    """Return whether a browser asks the endpoint for a page: by its form, or for the editor."""
    formatted = any(
        key == "format" for key, _ in parse_qsl(scope["query_string"].decode("latin-1"))
    )
    return (
        scope["method"] in {"GET", "HEAD", "POST"}
        and wants_html(header(scope, b"accept"))
        and not formatted
    )


def _site(serving: Serving) -> FastAPI:
    """Return everything but the endpoint."""
    site = FastAPI(
        title="Valgraf",
        description="What Swedish political parties propose in municipal social policy.",
        docs_url=None,
        redoc_url=None,
    )
    site.state.serving = serving
    site.mount("/static", StaticFiles(directory=ROOT / "server" / "static"))
    site.router.routes.extend(ROUTES)

    @site.get("/livez", response_class=PlainTextResponse, include_in_schema=False)
    async def livez() -> str:
        """Say that the server's loop turns."""
        return "alive\n"

    @site.exception_handler(ServerError)
    async def told(request: Request, error: ServerError) -> Response:
        return problem_page(request, error)

    @site.exception_handler(HTTPException)
    async def not_found(request: Request, error: HTTPException) -> Response:
        missing = NotFound(f"{request.url.path}: there is nothing here.")
        found = missing if error.status_code == 404 else refused(error)
        return problem_page(request, found)

    @site.exception_handler(Exception)
    async def failed(request: Request, _: Exception) -> Response:
        return problem_page(request, ServerError("The server made a mistake; it is in its log."))

    return site
