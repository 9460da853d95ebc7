"""Who may run now: fair to every client, pages never behind the public, long queries never in everybody's way."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

from server.engines import Query
from server.errors import Busy, TooManyRequests
from server.settings import Settings


@dataclass(slots=True)
class _Client:
    """A client's queries: how many it has here, and the places in which they run."""

    places: asyncio.Semaphore
    present: int = 0


@dataclass(slots=True)
class Turn:
    """The places that one query holds; given back when its turn ends."""

    held: list[asyncio.Semaphore] = field(default_factory=list)

    async def take(self, places: asyncio.Semaphore) -> None:
        """Wait for a place and hold it."""
        await places.acquire()
        self.held.append(places)

    def give(self, places: asyncio.Semaphore) -> bool:
        """Give a place back; return whether one was held."""
        if places not in self.held:
            return False
        self.held.remove(places)
        places.release()
        return True


class Lanes:
    """The places of a server with `settings.workers` of them.

    One place is kept for pages; long queries have all but two, and as many again may be parked until one is free.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.public = asyncio.Semaphore(max(1, settings.workers - 1))
        self.long = asyncio.Semaphore(max(1, settings.workers - 2))
        self.clients: dict[str, _Client] = {}
        self.waiting = self.parked = 0
        self.kills: Counter[str] = Counter()  # workers that were ended, by cause

    @asynccontextmanager
    async def admitted(self, query: Query) -> AsyncIterator[Turn]:
        """Hold a place for a query once it is its turn; raises TooManyRequests or Busy where the queue is full."""
        turn = Turn()
        try:
            if query.lane == "page":
                yield turn
            else:
                with self._present(query.client) as client:
                    await self._wait(turn, client)
                    yield turn
        finally:
            for places in turn.held:
                places.release()

    @contextmanager
    def _present(self, name: str) -> Iterator[_Client]:
        """Count a client's query among those that are here."""
        client = self.clients.setdefault(name, _Client(asyncio.Semaphore(self.settings.per_client)))
        if client.present >= self.settings.per_client + self.settings.client_queue:
            raise TooManyRequests(
                f"You have {client.present} queries here already; wait for their answers.",
                headers={"Retry-After": "5"},
            )
        client.present += 1
        try:
            yield client
        finally:
            client.present -= 1
            if not client.present:
                self.clients.pop(name, None)

    async def _wait(self, turn: Turn, client: _Client) -> None:
        """Take a place of the client's, then one of everybody's."""
        if self.waiting >= self.settings.queue:
            raise Busy(
                "Too many queries are waiting; try again soon.", headers={"Retry-After": "5"}
            )
        self.waiting += 1
        try:
            await turn.take(client.places)
            await turn.take(self.public)
        finally:
            self.waiting -= 1

    async def lengthen(self, turn: Turn, pause: Callable[[], None]) -> None:
        """Hold a place of those for long queries; where none is free, `pause` the query and wait, its other place given up.

        Raises Busy where as many are parked already as may be.
        """
        if not self.long.locked():
            await turn.take(self.long)
            return
        if self.parked >= self.settings.workers:
            raise Busy(
                "The server has all the long queries that it can take.",
                headers={"Retry-After": "30"},
            )
        self.parked += 1
        public = turn.give(self.public)
        try:
            pause()
            await turn.take(self.long)
            if public:
                await turn.take(self.public)
        finally:
            self.parked -= 1
