"""Errors as answers: application/problem+json (RFC 9457) for programs, a page for people."""

import json
from html import escape

from server.errors import ServerError
from server.negotiation import wants_html
from server.requests import Send
from server.sending import COMMON


async def send_problem(
    send: Send, error: ServerError, *, accept: str, query: str = "", head: bool = False
) -> None:
    """Send an error with its status; a browser gets a page that keeps the query."""
    if wants_html(accept):
        data, media_type = _page(error, query).encode(), b"text/html; charset=utf-8"
    else:
        facts = {
            "type": "about:blank",
            "title": error.title,
            "status": error.status,
            "detail": error.detail,
            **error.facts,
        }
        data, media_type = (
            json.dumps(facts, ensure_ascii=False).encode(),
            b"application/problem+json",
        )
    headers = [
        *COMMON,
        (b"content-type", media_type),
        (b"content-length", str(len(data)).encode()),
        (b"cache-control", b"no-store"),
        (b"vary", b"Accept"),
        *((key.lower().encode(), value.encode()) for key, value in error.headers.items()),
    ]
    await send({"type": "http.response.start", "status": error.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if head else data})


def _page(error: ServerError, query: str) -> str:
    where = (
        f" (line {error.facts['line']}, column {error.facts['column']})"
        if error.facts.get("line")
        else ""
    )
    form = (
        f'<form action="sparql"><p><label>SPARQL<br><textarea name="query" rows="12" cols="80">{escape(query)}</textarea></label></p>'
        "<p><button>Kör igen / Run again</button></p></form>"
        if query
        else ""
    )
    return (
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{escape(error.title)}</title><link rel="stylesheet" href="static/style.css"><main><h1>{escape(error.title)}</h1>'
        f'<p>{escape(error.detail)}{where}</p>{form}<p><a href="./">Valgraf</a></p></main></html>'
    )
