"""The server as an ASGI application: the endpoint by a bare route, pages and data by FastAPI."""

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from server import ROOT
from server.errors import NotFound, ServerError
from server.pages import router as pages
from server.pages.problem import problem_page
from server.requests import Receive, Scope, Send
from server.serving import Serving
from server.sparql import Sparql

App = Callable[[Scope, Receive, Send], Awaitable[None]]


def create_app(serving: Serving) -> App:
    """Return the application that serves what `serving` holds."""
    sparql = Sparql(serving)
    site = _site(serving)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/sparql":
            await sparql(scope, receive, send)
        else:
            await site(scope, receive, send)

    return app


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
    site.include_router(pages)

    @site.get("/livez", response_class=PlainTextResponse, include_in_schema=False)
    async def livez() -> str:
        """Say that the server's loop turns."""
        return "alive\n"

    @site.exception_handler(ServerError)
    async def told(request: Request, error: ServerError) -> Response:
        return problem_page(request, error)

    @site.exception_handler(HTTPException)
    async def not_found(request: Request, error: HTTPException) -> Response:
        found = (
            NotFound("Här finns ingenting. There is nothing here.")
            if error.status_code == 404
            else ServerError(str(error.detail))
        )
        found.status = error.status_code
        return problem_page(request, found)

    return site
