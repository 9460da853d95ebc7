"""A client that goes away takes its request with it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from server.requests import Receive

#: Seconds before a request is watched: most are answered before.
_PATIENCE = 0.05


class Departed(Exception):
    """The client closed the connection before it had its answer."""


@asynccontextmanager
async def present(receive: Receive) -> AsyncIterator[None]:
    """Run a block for a client, its request's body read; raises Departed from within when the client goes away."""
    owner = asyncio.current_task()
    watch: asyncio.Task[None] | None = None
    gone = False

    async def watching() -> None:
        nonlocal gone
        while (await receive())["type"] != "http.disconnect":
            pass
        gone = True
        if owner:
            owner.cancel()

    def begin() -> None:
        nonlocal watch
        watch = asyncio.create_task(watching())

    timer = asyncio.get_running_loop().call_later(_PATIENCE, begin)
    try:
        yield
    except asyncio.CancelledError:
        if not gone:
            raise
        if owner:
            owner.uncancel()
        raise Departed from None
    finally:
        timer.cancel()
        if watch:
            watch.cancel()
