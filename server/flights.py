"""Queries on their way: whoever asks what is being answered already shares that answer."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from types import TracebackType

from server.engines import Answer


@dataclass(slots=True, eq=False)
class _Flight:
    """An answer that is shared: enter it to hold the answer once it has begun; the last who leaves ends it."""

    answer: Answer
    land: Callable[[], None]
    passengers: int = 0

    async def __aenter__(self) -> Answer:
        self.passengers += 1
        try:
            return await self.answer.begun()
        except BaseException:
            await self._left()
            raise

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._left()

    async def _left(self) -> None:
        self.passengers -= 1
        if not self.passengers:
            self.land()
            await self.answer.close()


class Flights:
    """Answers that are on their way, by key."""

    def __init__(self) -> None:
        self.aloft: dict[Hashable, _Flight] = {}

    def joined(self, key: Hashable, start: Callable[[], Answer]) -> _Flight:
        """Return the flight of that key, started where it is not on its way; entering it raises its fault."""
        flight = self.aloft.get(key)
        if flight is None:
            flight = self.aloft[key] = _Flight(start(), lambda: self._land(key))
        return flight

    def _land(self, key: Hashable) -> None:
        del self.aloft[key]
