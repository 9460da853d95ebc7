"""Who may run now: fair to every client, pages never behind the public, long queries never in everybody's way."""

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from server.engines import Query
from server.errors import Busy, TooManyRequests
from server.settings import Settings


class Places:
    """A number of places; whoever waits longest has the next that comes free."""

    def __init__(self, free: int) -> None:
        self.free = free
        self.queue: deque[Turn] = deque()

    def taken(self) -> bool:
        """Take a place; return whether there was one."""
        self.free -= bool(found := self.free > 0)
        return found

    def give(self) -> None:
        """Give a place back, or rather on."""
        if self.queue:
            self.queue.popleft().hold(self)
        else:
            self.free += 1


class _Client(Places):
    """A client: how many of its queries are here, and the places in which they run."""

    def __init__(self, name: str, free: int) -> None:
        super().__init__(free)
        self.name, self.present = name, 0


@dataclass(slots=True, eq=False)
class Turn:
    """The places that one query holds, and those that it waits for one after the other; `come` is told of the last."""

    wanted: list[Places]
    come: Callable[[], None]
    client: _Client | None = None
    held: list[Places] = field(default_factory=list)

    def hold(self, places: Places) -> None:
        """Hold a place that was waited for, and go on."""
        self.wanted.remove(places)
        self.held.append(places)
        self.wait()

    def wait(self) -> None:
        """Take what is wanted and free; queue for the first that is not."""
        while self.wanted and self.wanted[0].taken():
            self.held.append(self.wanted.pop(0))
        if self.wanted:
            self.wanted[0].queue.append(self)
        else:
            self.come()

    def give(self, places: Places) -> bool:
        """Give a place back; return whether one was held."""
        if places not in self.held:
            return False
        self.held.remove(places)
        places.give()
        return True

    def end(self) -> None:
        """Give everything back, and wait for nothing."""
        for places in self.wanted[:1]:
            places.queue.remove(self)
        self.wanted.clear()
        while self.held:
            self.held.pop().give()


class Lanes:
    """The places of a server with `settings.workers` of them.

    One place is kept for pages; long queries have all but two, and as many again may be parked until one is free.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.public = Places(max(1, settings.workers - 1))
        self.long = Places(max(1, settings.workers - 2))
        self.clients: dict[str, _Client] = {}
        self.kills: Counter[str] = Counter()  # workers that were ended, by cause

    @property
    def waiting(self) -> int:
        """Return how many queries wait for their turn."""
        return len(self.public.queue) + sum(len(c.queue) for c in self.clients.values())

    @property
    def parked(self) -> int:
        """Return how many long queries are held still."""
        return len(self.long.queue)

    def turn(self, query: Query, come: Callable[[], None]) -> Turn:
        """Return the turn of a query, which must `wait` for it, and be told when it has `left`.

        Raises TooManyRequests or Busy where the queue is full.
        """
        if query.lane == "page":
            return Turn([], come)
        name, places = query.client, self.settings.per_client
        client = self.clients.get(name) or _Client(name, places)
        if client.present >= places + self.settings.client_queue:
            raise TooManyRequests(
                f"You have {client.present} queries here already; wait for their answers.",
                headers={"Retry-After": "5"},
            )
        queues = not self.public.free or client.present >= places
        if queues and self.waiting >= self.settings.queue:
            raise Busy(
                "Too many queries are waiting; try again soon.", headers={"Retry-After": "5"}
            )
        client.present += 1
        self.clients[name] = client
        return Turn([client, self.public], come, client)

    def left(self, turn: Turn) -> None:
        """Take back what a query holds and forget what it waits for; those who waited for it have their turn."""
        if client := turn.client:
            client.present -= 1
            if not client.present:
                del self.clients[client.name]
        turn.end()

    def lengthen(self, turn: Turn, pause: Callable[[], None], go_on: Callable[[], None]) -> None:
        """Have a query hold a place of those for long ones; where none is free, `pause` it until there is, its other place given up.

        Raises Busy where as many are parked already as may be.
        """
        turn.wanted, turn.come = [self.long], go_on
        if not self.long.free:
            if self.parked >= self.settings.workers:
                turn.wanted = []
                raise Busy(
                    "The server has all the long queries that it can take.",
                    headers={"Retry-After": "30"},
                )
            pause()
            if turn.give(self.public):
                turn.wanted.append(self.public)
        turn.wait()
