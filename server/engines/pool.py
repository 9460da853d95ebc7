"""The local engine: a pool of worker processes, each killed and replaced where a query outlives its limits."""

import asyncio
import json
import logging
import os
import re
import signal
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from server import errors
from server.engines import Answer, Query
from server.engines.frames import DATA, END, ERROR, HEAD, LENGTH, whole
from server.engines.lanes import Lanes, Turn
from server.engines.nursery import Nursery, Source, Worker
from server.engines.spool import Spool
from server.settings import Settings

#: Niceness of a worker with a long query; it cannot be taken back, so such a worker answers no other.
_NICE = 10

#: Bytes read at once from a worker.
_CHUNK = 128 * 1024

_log = logging.getLogger("valgraf")

#: How the parser begins a message.
_PLACE = re.compile(r"error at (\d+):(\d+)")
#: The parser lists what would fit, in part and as its grammar's classes of characters; only a reason among it helps.
_REASON = re.compile(r"\b[A-Z]\w*(?: \w+)* [a-z]+\b")


@dataclass(slots=True)
class _Evaluation:
    """A query in a worker: the clock of its evaluation, and what befell it."""

    worker: Worker
    turn: Turn
    clock: asyncio.Timeout
    long: bool = False
    refused: errors.ServerError | None = None
    parking: asyncio.Task[None] | None = None


class Pool:
    """An engine of `settings.workers` processes over one source; `start` it before it is asked."""

    def __init__(self, source: Source, settings: Settings, lanes: Lanes | None = None) -> None:
        self.settings = settings
        self.holds = source.release
        self.lanes = lanes or Lanes(settings)
        self.nursery = Nursery(source, settings)
        self.idle: asyncio.LifoQueue[Worker] = (
            asyncio.LifoQueue()
        )  # the last has the warmest caches
        self.alive: dict[int, Worker] = {}  # those that run or may run; neither parked nor spent
        self.closed = False
        self.kills = self.lanes.kills
        self.starting: set[asyncio.Task[None]] = set()
        self.parking: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Return once the store is open and the first worker is there."""
        await self.nursery.start()
        if guard := self.nursery.greeting["network"]:
            _log.warning("%s", guard)
        await self._spawn()
        self._fill()

    def _fill(self) -> None:
        """Fork workers until there are as many as there should be."""
        while not self.closed and len(self.alive) + len(self.starting) < self.settings.workers:
            _keep(self._spawn(), self.starting)

    async def _spawn(self) -> None:
        worker = await self.nursery.fork()
        self.alive[worker.pid] = worker
        self.idle.put_nowait(worker)

    def evaluate(self, query: Query) -> Answer:
        """Return the answer, which a worker gives once it is the query's turn."""

        async def evaluate(spool: Spool) -> None:
            async with self.lanes.admitted(query) as turn:
                await self._evaluate(await self._idle(), turn, query, spool)

        return Answer(evaluate, self.settings.result_size * 2**20)

    async def _idle(self) -> Worker:
        """Return a worker that waits for a query; those that ended meanwhile are replaced."""
        while True:
            worker = await self.idle.get()
            if not worker.reader.at_eof():
                return worker
            self._discard(worker)

    async def _evaluate(self, worker: Worker, turn: Turn, query: Query, spool: Spool) -> None:
        """Have a worker answer; it is idle again afterwards, or killed and replaced."""
        limit = self.settings.timeout
        evaluation = _Evaluation(worker, turn, asyncio.timeout(limit))
        clock = asyncio.get_running_loop().call_later(
            self.settings.long, self._lengthen, evaluation
        )
        spent = True
        cause = "gone"
        try:
            async with evaluation.clock:
                spent = await _converse(worker, query, spool)
        except TimeoutError:
            cause = "timeout"
            raise evaluation.refused or errors.QueryTimeout(
                f"The query was stopped after {limit:g} seconds of evaluation.", limit=limit
            ) from None
        except ConnectionError:
            cause = "died"
            raise errors.QueryFailed(
                f"The query's process ended: it may use {self.settings.memory} MiB beside the data."
            ) from None
        except errors.ResultTooLarge:
            cause = "size"
            raise
        except errors.ServerError:
            spent = False
            raise
        else:
            cause = "spent"
        finally:
            clock.cancel()
            if evaluation.parking:
                evaluation.parking.cancel()
            if spent or evaluation.long:
                self.kills[cause] += 1
                self._discard(worker)
            else:
                self.idle.put_nowait(worker)

    def _lengthen(self, evaluation: _Evaluation) -> None:
        """Treat a query from now on as a long one."""
        evaluation.long = True
        with suppress(ProcessLookupError, PermissionError):
            os.setpriority(os.PRIO_PROCESS, evaluation.worker.pid, _NICE)
        evaluation.parking = _keep(self._park(evaluation), self.parking)

    async def _park(self, evaluation: _Evaluation) -> None:
        """Hold a long query's process still, and its clock, while too many others run."""
        loop, clock, left = asyncio.get_running_loop(), evaluation.clock, 0.0
        worker = evaluation.worker

        def pause() -> None:
            nonlocal left
            left = (clock.when() or 0) - loop.time()
            clock.reschedule(None)
            worker.signal(signal.SIGSTOP)
            self.alive.pop(worker.pid, None)
            self._fill()

        try:
            await self.lanes.lengthen(evaluation.turn, pause)
        except errors.Busy as error:
            evaluation.refused = error
            clock.reschedule(loop.time())
            return
        if left:
            worker.signal(signal.SIGCONT)
            clock.reschedule(loop.time() + left)

    def _discard(self, worker: Worker) -> None:
        """Kill a worker and have another in its place."""
        worker.end()
        self.alive.pop(worker.pid, None)
        self._fill()

    async def close(self) -> None:
        """End the nursery, and with it the workers."""
        self.closed = True
        for task in self.parking:
            task.cancel()
        await asyncio.gather(*self.starting, *self.parking, return_exceptions=True)
        for worker in self.alive.values():
            worker.end()
        await asyncio.gather(
            *(worker.writer.wait_closed() for worker in self.alive.values()),
            return_exceptions=True,
        )
        await self.nursery.close()


def _keep(work: Coroutine[Any, Any, None], tasks: set[asyncio.Task[None]]) -> asyncio.Task[None]:
    """Return a task that is kept among others until it ends."""
    task = asyncio.create_task(work)
    tasks.add(task)
    task.add_done_callback(tasks.discard)
    return task


async def _converse(worker: Worker, query: Query, spool: Spool) -> bool:
    """Move a worker's answer into a spool; return whether the worker is spent; raises what it says otherwise."""
    request = {
        "text": query.text,
        "solutions": query.solutions,
        "graph": query.graph,
        "default_graphs": query.default_graphs,
        "named_graphs": query.named_graphs,
    }
    data = json.dumps(request).encode()
    worker.writer.write(LENGTH.pack(len(data)) + data)
    await worker.writer.drain()
    rest = b""
    while data := await worker.reader.read(_CHUNK):
        frames, rest = whole(rest + data)
        for kind, content in frames:
            if kind == HEAD:
                spool.begin(content.decode())
            elif kind == DATA:
                spool.write(content)
            elif kind == ERROR:
                raise _error(json.loads(content))
            elif kind == END:
                return bool(content)
    raise ConnectionResetError("the worker ended before its answer did")


def _syntax_error(detail: str) -> errors.QuerySyntaxError:
    """Return a parser's complaint, with line and column where it names them."""
    place = _PLACE.match(detail)
    if place is None:
        return errors.QuerySyntaxError(detail)
    line, column = int(place[1]), int(place[2])
    reason = _REASON.search(detail)
    told = (
        reason[0]
        if reason
        else "what stands just before this place does not fit or is not finished"
    )
    return errors.QuerySyntaxError(
        f"line {line}, column {column}: {told}", line=line, column=column
    )


def _error(told: dict[str, Any]) -> errors.ServerError:
    """Return the error that a worker told."""
    if told["error"] == "QuerySyntaxError":
        return _syntax_error(told["detail"])
    if told["error"] == "NotAcceptable":
        return errors.NotAcceptable("graph" if told["graph"] else "solutions")
    return errors.QueryRefused(told["detail"])
