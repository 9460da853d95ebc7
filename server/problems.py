"""Errors as answers of the endpoint: application/problem+json (RFC 9457); a browser has the editor's page."""

import json

from server.errors import ServerError
from server.requests import Send
from server.sending import COMMON


async def send_problem(send: Send, error: ServerError, *, head: bool = False) -> None:
    """Send an error with its status."""
    facts = {
        "type": "about:blank",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        **error.facts,
    }
    data = json.dumps(facts, ensure_ascii=False).encode()
    headers = [
        *COMMON,
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(data)).encode()),
        (b"cache-control", b"no-store"),
        (b"vary", b"Accept"),
        *((key.lower().encode(), value.encode()) for key, value in error.headers.items()),
    ]
    await send({"type": "http.response.start", "status": error.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if head else data})
