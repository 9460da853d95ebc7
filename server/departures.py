"""A client that goes away takes its request with it."""

import asyncio
from types import TracebackType
from typing import cast

from server.requests import Receive

#: Seconds before a request is watched: most are answered before.
_PATIENCE = 0.05


class Departed(Exception):
    """The client closed the connection before it had its answer."""


class present:  # noqa: N801  # used as a function is
    """A context for a client, its request's body read; raises Departed from within when the client goes away."""

    def __init__(self, receive: Receive) -> None:
        self.receive = receive
        self.watch: asyncio.Task[None] | None = None
        self.gone = False

    async def __aenter__(self) -> None:
        self.owner = cast("asyncio.Task[None]", asyncio.current_task())
        self.timer = asyncio.get_running_loop().call_later(_PATIENCE, self._begin)

    def _begin(self) -> None:
        self.watch = asyncio.create_task(self._watching())

    async def _watching(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            pass
        self.gone = True
        self.owner.cancel()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.timer.cancel()
        if self.watch:
            self.watch.cancel()
        if self.gone and kind is asyncio.CancelledError:
            self.owner.uncancel()
            raise Departed from None
