"""Errors of pages and data: a page for people, problem+json for programs."""

from dataclasses import dataclass
from typing import ClassVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from server.errors import ServerError
from server.negotiation import wants_html
from server.pages.views import Page, View

#: Statuses that have a title and advice of their own; the others share those of "other".
_KNOWN = frozenset({400, 404, 405, 406, 410, 429, 503})


@dataclass(frozen=True, kw_only=True)
class ProblemPage(Page):
    """An error: its status, what helps, what exactly was wrong, what there is instead."""

    template: ClassVar = "problem.html"

    status: int
    help: str
    detail: str
    choices: tuple[str, ...]


def problem_page(request: Request, error: ServerError) -> Response:
    """Return an error as the client reads best."""
    headers = {
        "Cache-Control": "no-store",
        "Access-Control-Allow-Origin": "*",
        "X-Content-Type-Options": "nosniff",
        "Vary": "Accept, Accept-Language",
        **error.headers,
    }
    if wants_html(request.headers.get("accept", "")):
        return _page(View(request), error, headers)
    facts = {
        "type": "about:blank",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        **error.facts,
    }
    return JSONResponse(
        facts, status_code=error.status, headers=headers, media_type="application/problem+json"
    )


def _page(view: View, error: ServerError, headers: dict[str, str]) -> Response:
    help_ = str(error.status) if error.status in _KNOWN else "other"
    available = error.facts.get("available", ())
    page = ProblemPage(
        title=view.word(f"title_{help_}"),
        status=error.status,
        help=help_,
        detail=error.detail,
        choices=tuple(available) if isinstance(available, list | tuple) else (),
    )
    return view.page(page, status=error.status, headers=headers)


def refused(error: HTTPException) -> ServerError:
    """Return an error of the framework as one of ours."""
    found = ServerError(str(error.detail), headers=dict(error.headers or {}))
    found.status, found.title = error.status_code, str(error.detail)
    return found
