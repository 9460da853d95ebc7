"""Complete answers in memory: the last that were asked for, up to a number of bytes, each made once."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

#: Bytes that an entry costs beside its key and its content.
_OVERHEAD = 200


class Cache:
    """Answers by their entity tags; what was asked for longest ago goes first."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = self.hits = self.misses = 0
        self.kept: OrderedDict[str, bytes] = OrderedDict()
        self.making: dict[str, asyncio.Task[bytes]] = {}

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key."""
        found = self.kept.get(key)
        if found is None:
            self.misses += 1
            return None
        self.hits += 1
        self.kept.move_to_end(key)
        return found

    def fits(self, size: int) -> bool:
        """Return whether an answer of that many bytes is kept: no single one takes more than an eighth."""
        return size <= self.limit // 8

    def put(self, key: str, data: bytes) -> None:
        """Keep an answer, where it fits."""
        if not self.fits(len(data)):
            return
        self._forget(key)
        self.kept[key] = data
        self.size += _cost(key, data)
        while self.size > self.limit:
            self._forget(next(iter(self.kept)))

    def _forget(self, key: str) -> None:
        data = self.kept.pop(key, None)
        self.size -= 0 if data is None else _cost(key, data)

    async def fetch(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """Return what is kept under a key, or else is made now, once for all who ask meanwhile."""
        found = self.get(key)
        if found is not None:
            return found
        task = self.making.get(key)
        if task is None:
            task = asyncio.ensure_future(make())
            self.making[key] = task
            task.add_done_callback(lambda done: self._made(key, done))
        return await asyncio.shield(task)

    def _made(self, key: str, task: "asyncio.Future[bytes]") -> None:
        del self.making[key]
        if not task.cancelled() and task.exception() is None:
            self.put(key, task.result())


def _cost(key: str, data: bytes) -> int:
    return len(key) + len(data) + _OVERHEAD
