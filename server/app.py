"""The server as an ASGI application: the endpoint by a bare route, pages and data by FastAPI."""

import time
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl, quote

from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from server import ROOT, operation, sparql
from server.access import AccessLog
from server.errors import NotFound, ServerError
from server.linked_data import up
from server.metrics import Metrics
from server.negotiation import wants_html
from server.pages import ROUTES
from server.pages.problem import problem_page, refused
from server.portals.routes import ROUTES as PORTALS
from server.portals.texts import texts
from server.requests import Message, Receive, Scope, Send, header
from server.takeover import Current

App = Callable[[Scope, Receive, Send], Awaitable[None]]


def create_app(current: Current) -> App:
    """Return the application that serves what is current at each request's beginning."""
    texts(current.settings.url, current.settings.catalogue)  # a faulty file is told at the start
    metrics, log = Metrics(current), AccessLog(current.settings)
    site = _site(metrics)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["path"] in {"/sparql", "/sparql/"} and not _browsed(scope)
        part = "sparql" if asked else "site"
        begun, status, size = time.perf_counter(), 0, 0
        with current.now as serving:
            release = serving.release.id

            async def counted(message: Message) -> None:
                nonlocal status, size
                if message["type"] == "http.response.start":
                    status = message["status"]
                    message["headers"] = [
                        *message.get("headers", ()),
                        (b"valgraf-release", release.encode()),
                    ]
                else:
                    size += len(message.get("body", b""))
                await send(message)

            scope["serving"] = serving
            try:
                await (sparql.respond if asked else site)(scope, receive, counted)
            finally:
                seconds = time.perf_counter() - begun
                metrics.count(part, status, seconds)
                log.write(scope, status=status, size=size, seconds=seconds, release=release)

    return app


def _browsed(scope: Scope) -> bool:
    """Return whether a browser asks the endpoint for a page: by its form, or for the editor."""
    return (
        scope["method"] in {"GET", "HEAD", "POST"}
        and wants_html(header(scope, b"accept"))
        and not any(
            key == "format" for key, _ in parse_qsl(scope["query_string"].decode("latin-1"))
        )
    )


def _site(metrics: Metrics) -> FastAPI:
    """Return everything but the endpoint."""
    site = FastAPI(
        title="Valgraf",
        description="What Swedish political parties propose in municipal social policy.",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # it would redirect to the Host header's host
    )
    site.state.metrics = metrics
    site.mount("/static", StaticFiles(directory=ROOT / "server" / "static"))
    site.include_router(operation.router)
    site.router.routes.extend([*PORTALS, *ROUTES])

    @site.exception_handler(ServerError)
    async def told(request: Request, error: ServerError) -> Response:
        return problem_page(request, error)

    @site.exception_handler(HTTPException)
    async def not_found(request: Request, error: HTTPException) -> Response:
        path = request.url.path
        if error.status_code == 404 and path.rstrip("/") and path.endswith("/"):
            return RedirectResponse(up(request) + quote(path.strip("/")), 301)
        missing = NotFound(f"{path}: there is nothing here.")
        return problem_page(request, missing if error.status_code == 404 else refused(error))

    @site.exception_handler(Exception)
    async def failed(request: Request, _: Exception) -> Response:
        return problem_page(request, ServerError("The server made a mistake; it is in its log."))

    return site
