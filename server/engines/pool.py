"""The local engine: a pool of worker processes, each killed and replaced where a query outlives its limits."""

import asyncio
import json
import logging
import os
import re
import signal
from collections import deque
from contextlib import suppress
from functools import partial
from typing import Any

from server import errors
from server.engines import Answer, Query
from server.engines.frames import DATA, END, ERROR, HEAD, whole
from server.engines.lanes import Lanes
from server.engines.nursery import Nursery, Source, Worker
from server.engines.spool import Spool
from server.settings import Settings

#: Niceness of a worker with a long query; it cannot be taken back, so such a worker answers no other.
_NICE = 10

#: Seconds until it is tried again to start a worker.
_AGAIN = 1.0

_log = logging.getLogger("valgraf")

#: How the parser begins a message.
_PLACE = re.compile(r"error at (\d+):(\d+)")
#: The parser lists what would fit, in part and as its grammar's classes of characters; only a reason among it helps.
_REASON = re.compile(r"\b[A-Z]\w*(?: \w+)* [a-z]+\b")


class _Evaluation:
    """A query on its way through a pool: it waits for its turn and a worker, has its answer spooled, and gives both back.

    Nothing here is a task: a worker's answer is in its spool before the loop turns again.
    """

    def __init__(self, pool: "Pool", query: Query) -> None:
        self.pool, self.query = pool, query
        self.spool = Spool(pool.settings.result_size * 2**20)
        self.turn = pool.lanes.turn(query, lambda: pool.lend(self))
        self.loop = asyncio.get_running_loop()
        self.clock: asyncio.TimerHandle | None = None
        self.worker: Worker | None = None
        self.long = self.ended = False
        self.rest = b""

    def run(self, worker: Worker) -> None:
        """Ask a worker; the clock of the evaluation begins."""
        settings, self.worker = self.pool.settings, worker
        worker.heard, worker.lost = self._heard, self._lost
        worker.ask(self.query)
        if settings.long < settings.timeout:
            self.clock = self.loop.call_later(settings.long, self._lengthen, worker)
        else:
            self.clock = self.loop.call_later(settings.timeout, self._time_out)

    def _heard(self, data: bytes) -> None:
        """Move what a worker says into the spool."""
        frames, self.rest = whole(self.rest + data)
        try:
            for kind, content in frames:
                if kind == HEAD:
                    self.spool.begin(content.decode())
                elif kind == DATA:
                    self.spool.write(content)
                elif kind == ERROR:
                    self._end("", _error(json.loads(content)))
                elif kind == END:
                    self._end("spent" if content else "")
        except errors.ResultTooLarge as error:
            self._end("size", error)

    def _lengthen(self, worker: Worker) -> None:
        """Treat a query from now on as a long one."""
        self.long = True
        with suppress(ProcessLookupError, PermissionError):
            os.setpriority(os.PRIO_PROCESS, worker.pid, _NICE)
        try:
            self.pool.lanes.lengthen(self.turn, self._pause, self._go_on)
        except errors.Busy as error:
            self._end("timeout", error)

    def _pause(self) -> None:
        """Hold the process still while too many others run; another takes its place."""
        if self.worker:
            self.pool.set_aside(self.worker)

    def _go_on(self) -> None:
        """Have the process go on, for the rest of its time."""
        settings = self.pool.settings
        if self.worker:
            self.worker.signal(signal.SIGCONT)
        self.clock = self.loop.call_later(settings.timeout - settings.long, self._time_out)

    def _time_out(self) -> None:
        limit = self.pool.settings.timeout
        told = f"The query was stopped after {limit:g} seconds of evaluation."
        self._end("timeout", errors.QueryTimeout(told, limit=limit))

    def _lost(self) -> None:
        told = f"The query's process ended: it may use {self.pool.settings.memory} MiB beside the data."
        self._end("died", errors.QueryFailed(told))

    async def stop(self) -> None:
        """Let go of a query that nobody waits for any more."""
        if not self.ended:
            self._end("gone", errors.QueryFailed("The query was given up."))

    def _end(self, cause: str, error: errors.ServerError | None = None) -> None:
        """End a query, once: its worker is killed for that cause, or idle again where there is none."""
        if self.ended:
            return
        self.ended = True
        self.spool.end(error)
        if self.clock:
            self.clock.cancel()
        if self.worker:
            self.pool.take_back(self.worker, cause or ("spent" if self.long else ""))
        else:
            self.pool.forget(self)
        self.pool.lanes.left(self.turn)


class Pool:
    """An engine of `settings.workers` processes over one source; `start` it before it is asked."""

    def __init__(self, source: Source, settings: Settings, lanes: Lanes | None = None) -> None:
        self.settings = settings
        self.holds = source.release
        self.lanes = lanes or Lanes(settings)
        self.nursery = Nursery(source, settings)
        self.idle: list[Worker] = []  # the last, which is asked next, has the warmest caches
        self.queue: deque[_Evaluation] = deque()  # whose turn it is, without a worker
        self.alive: dict[int, Worker] = {}  # those that run or may run; neither parked nor spent
        self.closed = False
        self.kills = self.lanes.kills
        self.starting: set[asyncio.Task[None]] = set()

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
            task = asyncio.create_task(self._spawn())
            self.starting.add(task)
            task.add_done_callback(self.starting.discard)

    async def _spawn(self) -> None:
        try:
            worker = await self.nursery.fork()
        except errors.EngineFailed as error:
            _log.error("no worker can be started, which is tried again: %s", error)
            asyncio.get_running_loop().call_later(_AGAIN, self._fill)
            return
        self.alive[worker.pid] = worker
        self.take_back(worker)

    def evaluate(self, query: Query) -> Answer:
        """Return the answer, which a worker gives once it is the query's turn."""
        evaluation = _Evaluation(self, query)
        evaluation.turn.wait()
        return Answer(evaluation.spool, evaluation.stop)

    def lend(self, evaluation: _Evaluation) -> None:
        """Have a worker evaluate a query whose turn it is, as soon as there is one."""
        if self.idle:
            evaluation.run(self.idle.pop())
        else:
            self.queue.append(evaluation)

    def forget(self, evaluation: _Evaluation) -> None:
        """Look for no worker any more."""
        if evaluation in self.queue:
            self.queue.remove(evaluation)

    def take_back(self, worker: Worker, cause: str = "") -> None:
        """Have a worker that is free ask for more; where there is a cause, kill it and have another in its place."""
        if cause:
            self.kills[cause] += 1
            self._discard(worker)
        elif self.queue:
            self.queue.popleft().run(worker)
        else:
            worker.lost = partial(self._discard, worker)
            self.idle.append(worker)

    def set_aside(self, worker: Worker) -> None:
        """Hold a worker still, and have another in its place meanwhile."""
        worker.signal(signal.SIGSTOP)
        self.alive.pop(worker.pid, None)
        self._fill()

    def _discard(self, worker: Worker) -> None:
        if worker in self.idle:
            self.idle.remove(worker)
        worker.end()
        self.alive.pop(worker.pid, None)
        self._fill()

    async def close(self) -> None:
        """End the nursery, and with it the workers."""
        self.closed = True
        await asyncio.gather(*self.starting, return_exceptions=True)
        for worker in tuple(self.alive.values()):
            worker.end()
        await self.nursery.close()


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
