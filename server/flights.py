"""Queries on their way: whoever asks what is being answered already shares that answer."""

from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from server.engines import Answer


@dataclass(slots=True)
class _Flight:
    answer: Answer
    passengers: int = 0


class Flights:
    """Answers that are on their way, by key; each ends when nobody waits for it any more."""

    def __init__(self) -> None:
        self.aloft: dict[Hashable, _Flight] = {}

    @asynccontextmanager
    async def joined(self, key: Hashable, start: Callable[[], Answer]) -> AsyncIterator[Answer]:
        """Hold the answer of that key once it has begun, started where it is not on its way; raises its fault."""
        flight = self.aloft.get(key)
        if flight is None:
            flight = self.aloft[key] = _Flight(start())
        flight.passengers += 1
        try:
            yield await flight.answer.begun()
        finally:
            flight.passengers -= 1
            if not flight.passengers:
                if self.aloft.get(key) is flight:
                    del self.aloft[key]
                await flight.answer.close()
