"""What those who run a server ask it: does it live, is it ready, what does it count."""

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST

from server.engines import Query
from server.errors import Busy, ServerError

router = APIRouter(include_in_schema=False)

#: Seconds in which a worker must answer for a server to be ready.
_READY = 5.0
_FRESH = {"Cache-Control": "no-store"}


@router.get("/livez")
async def livez() -> Response:
    """Say that the server's loop turns."""
    return PlainTextResponse("alive\n", headers=_FRESH)


@router.get("/readyz")
async def readyz(request: Request) -> Response:
    """Say that a worker has just answered on the current release."""
    try:
        async with asyncio.timeout(_READY):
            query = Query("ASK {}", lane="page")
            async with request.scope["serving"].engine.evaluate(query) as answer:
                await answer.spool.wait()
    except (TimeoutError, ServerError) as error:
        raise Busy("No worker answers.", headers={"Retry-After": "5"}) from error
    return PlainTextResponse("ready\n", headers=_FRESH)


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """Return what the server has counted, for Prometheus."""
    return Response(
        request.app.state.metrics.text(), media_type=CONTENT_TYPE_LATEST, headers=_FRESH
    )
