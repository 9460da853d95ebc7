"""Errors of pages and data: a page for people, problem+json for programs."""

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from server.errors import ServerError
from server.negotiation import wants_html
from server.pages.views import View


def problem_page(request: Request, error: ServerError) -> Response:
    """Return an error as the client reads best."""
    headers = {"Cache-Control": "no-store", "Access-Control-Allow-Origin": "*", **error.headers}
    if wants_html(request.headers.get("accept", "")):
        return View(request).page("problem.html", status=error.status, headers=headers, error=error)
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
