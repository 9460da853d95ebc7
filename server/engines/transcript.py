"""A remote endpoint's answer, read as it comes and written anew in the format that the client asked for.

Every answer is parsed, even where the formats agree: endpoints have their dialects (Virtuoso answers
ASK by a table and says `typed-literal`), and half an answer must not pass for a whole one.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from typing import IO, Any, cast

import pyoxigraph as ox

from server.engines.formats import BY_MEDIA_TYPE

#: Bytes gathered before they are passed on; the first go at once.
_CHUNK = 64 * 1024

#: Virtuoso's name for the only variable of an answer to ASK.
_TRUTH = "__ASK_RETVAL"


class Incoming:
    """An asynchronous stream of bytes as a file that another thread reads."""

    def __init__(self, chunks: AsyncIterator[bytes]) -> None:
        self.chunks, self.loop = chunks, asyncio.get_running_loop()
        self.rest = memoryview(b"")
        self.next: Future[bytes] | None = None
        self.stopped = False

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes, none at the end; raises what the stream does."""
        if not self.rest:
            self.next = asyncio.run_coroutine_threadsafe(self._next(), self.loop)
            self.rest = memoryview(self.next.result())
        data, self.rest = self.rest[:size], self.rest[size:]
        return bytes(data)

    async def _next(self) -> bytes:
        if self.stopped:
            raise ConnectionAbortedError("nobody wants the answer any more")
        return await anext(self.chunks, b"")

    def stop(self) -> None:
        """Have the read that waits and those to come fail, so that the thread ends."""
        self.stopped = True
        if self.next:
            self.next.cancel()


class Outgoing:
    """A file that another thread writes; what it gathers is delivered in the loop."""

    def __init__(self, deliver: Callable[[bytes], None]) -> None:
        self.deliver, self.loop = deliver, asyncio.get_running_loop()
        self.parts: list[bytes] = []
        self.size = 0
        self.begun = False

    def write(self, data: bytes) -> int:
        """Take bytes."""
        self.parts.append(bytes(data))
        self.size += len(data)
        if self.size >= _CHUNK or not self.begun:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Deliver what was gathered; raises what its receiver does."""
        self.begun = True
        data, self.parts, self.size = b"".join(self.parts), [], 0
        asyncio.run_coroutine_threadsafe(self._deliver(data), self.loop).result()

    async def _deliver(self, data: bytes) -> None:
        self.deliver(data)


def transcribe(incoming: Incoming, outgoing: Outgoing, given: str, wanted: str) -> None:
    """Write an answer of media type `given` as `wanted`; raises SyntaxError where it is none."""
    source, target = cast("IO[bytes]", incoming), cast("IO[bytes]", outgoing)
    read, write = BY_MEDIA_TYPE[given].serialiser, BY_MEDIA_TYPE[wanted].serialiser
    if isinstance(read, ox.RdfFormat) and isinstance(write, ox.RdfFormat):
        ox.serialize((quad.triple for quad in ox.parse(source, format=read)), target, format=write)
    else:
        _results(source, cast("ox.QueryResultsFormat", read)).serialize(
            target, cast("ox.QueryResultsFormat", write)
        )
    outgoing.flush()


def _results(source: IO[bytes], read: ox.QueryResultsFormat) -> Any:
    """Return the results to be read, Virtuoso's table for an ASK as the truth value that it is."""
    results = ox.parse_query_results(source, format=read)
    if isinstance(results, ox.QuerySolutions) and [v.value for v in results.variables] == [_TRUTH]:
        truth = "true" if any(row[_TRUTH] for row in results) else "false"
        return ox.parse_query_results(
            f'{{"head":{{}},"boolean":{truth}}}', ox.QueryResultsFormat.JSON
        )
    return results
