"""Queries on their way: whoever asks what is being answered already shares that answer."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from server.engines import Answer
from server.errors import ServerError


@dataclass(slots=True)
class _Flight:
    answer: asyncio.Task[Answer]
    passengers: int = 0


class Flights:
    """Answers that are on their way, by key; each ends when nobody waits for it any more."""

    def __init__(self) -> None:
        self.aloft: dict[Hashable, _Flight] = {}

    @asynccontextmanager
    async def joined(
        self, key: Hashable, start: Callable[[], Awaitable[Answer]]
    ) -> AsyncIterator[Answer]:
        """Hold the answer of that key, started where it is not on its way; raises what starting it raises."""
        flight = self.aloft.get(key)
        if flight is None:
            flight = self.aloft[key] = _Flight(asyncio.ensure_future(start()))
        flight.passengers += 1
        try:
            yield await asyncio.shield(flight.answer)
        finally:
            flight.passengers -= 1
            if not flight.passengers:
                if self.aloft.get(key) is flight:
                    del self.aloft[key]
                await _landed(flight.answer)


async def _landed(task: "asyncio.Task[Answer]") -> None:
    """End an answer, or what would have become one."""
    task.cancel()
    with suppress(asyncio.CancelledError, ServerError):
        answer = await task
        await answer.close()
