"""The local engine: a pool of worker processes, each killed and replaced where a query outlives its limits."""

import array
import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server import errors
from server.engines import Answer, Query
from server.engines.spool import Spool
from server.engines.worker import DATA, END, ERROR, FRAME, HEAD, LENGTH
from server.settings import Settings


@dataclass(frozen=True, slots=True)
class Source:
    """What a pool serves: RDF files, or a release's store with the N-Triples that it was made of."""

    files: tuple[Path, ...]
    store: Path | None = None
    triples: int | None = None


@dataclass(slots=True)
class _Worker:
    pid: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


class Pool:
    """An engine of `settings.workers` processes over one source; `start` it before it is asked."""

    def __init__(self, source: Source, settings: Settings) -> None:
        self.source, self.settings = source, settings
        self.idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self.workers: set[int] = set()
        self.forking = asyncio.Lock()
        self.waiting = 0
        self.kills: Counter[str] = Counter()
        self.clients: dict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(settings.per_client)
        )
        self.public = asyncio.Semaphore(max(1, settings.workers - 1))  # pages always have a worker
        self.tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start the nursery, wait until the store is open, and fork the workers."""
        ours, theirs = socket.socketpair()
        small = self.source.triples is None or self.source.triples <= self.settings.in_memory
        told = {
            "files": [str(path) for path in self.source.files],
            "store": str(self.source.store) if self.source.store else None,
            "in_memory": small,
            "memory": self.settings.memory * 1024 * 1024,
        }
        with theirs:
            self.nursery = subprocess.Popen(  # noqa: ASYNC220  # once, before anybody is served
                [
                    sys.executable,
                    "-m",
                    "server.engines.worker",
                    str(theirs.fileno()),
                    json.dumps(told),
                ],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )
        self.control = ours
        greeting = await asyncio.to_thread(_line, ours)
        if "error" in greeting:
            raise errors.EngineFailed(str(greeting["error"]))
        for _ in range(self.settings.workers):
            await self._spawn()

    async def _spawn(self) -> None:
        """Have the nursery fork a worker and put it among the idle ones."""
        ours, theirs = socket.socketpair()
        async with self.forking:
            pid = await asyncio.to_thread(_fork, self.control, theirs)
        reader, writer = await asyncio.open_unix_connection(sock=ours)
        self.workers.add(pid)
        await self.idle.put(_Worker(pid, reader, writer))

    async def evaluate(self, query: Query) -> Answer:
        """Return the answer once its first bytes stand."""
        lane = self._lane(query)
        worker = await lane.__aenter__()
        spool = Spool()
        begun: asyncio.Future[str] = asyncio.get_running_loop().create_future()

        async def run() -> None:
            try:
                await self._run(worker, query, spool, begun)
            finally:
                await lane.__aexit__(None, None, None)

        task = asyncio.create_task(run())
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

        async def close() -> None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            spool.close()

        try:
            media_type = await asyncio.shield(begun)
        except BaseException:
            await close()
            raise
        return Answer(media_type, spool.read(), close)

    @asynccontextmanager
    async def _lane(self, query: Query) -> AsyncIterator[_Worker]:
        """Hold a worker for a query: pages first come, the public within its share and each client within its own."""
        if query.lane == "page":
            yield await self.idle.get()
            return
        if self.waiting >= self.settings.queue:
            raise errors.Busy(
                "Too many queries are waiting; try again soon.", headers={"Retry-After": "5"}
            )
        self.waiting += 1
        waiting = True
        try:
            async with self.clients[query.client], self.public:
                worker = await self.idle.get()
                self.waiting -= 1
                waiting = False
                yield worker
        finally:
            self.waiting -= waiting
            if not self.clients[query.client].locked():
                del self.clients[query.client]

    async def _run(
        self, worker: _Worker, query: Query, spool: Spool, begun: "asyncio.Future[str]"
    ) -> None:
        """Move a worker's frames into the spool; give the worker back, or kill it."""
        healthy = False
        try:
            async with asyncio.timeout(self.settings.timeout):
                healthy = await self._converse(worker, query, spool, begun)
        except TimeoutError:
            self.kills["timeout"] += 1
            _fail(
                spool,
                begun,
                errors.QueryTimeout(
                    f"The query was stopped after {self.settings.timeout:g} seconds of evaluation."
                ),
            )
        except (asyncio.IncompleteReadError, ConnectionError):
            self.kills["died"] += 1
            _fail(
                spool,
                begun,
                errors.QueryFailed(
                    f"The query's process ended: it may use {self.settings.memory} MiB beside the data."
                ),
            )
        except errors.ServerError as error:
            self.kills["size"] += isinstance(error, errors.ResultTooLarge)
            healthy = not isinstance(error, errors.ResultTooLarge)
            _fail(spool, begun, error)
        except asyncio.CancelledError:
            self.kills["gone"] += 1
            if not begun.done():
                begun.cancel()
            raise
        finally:
            if healthy:
                self.idle.put_nowait(worker)
            else:
                self._replace(worker)

    async def _converse(
        self, worker: _Worker, query: Query, spool: Spool, begun: "asyncio.Future[str]"
    ) -> bool:
        """Return True when the worker has answered whole; raises what it said otherwise."""
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
        while True:
            kind, size = FRAME.unpack(await worker.reader.readexactly(FRAME.size))
            frame = await worker.reader.readexactly(size)
            if kind == HEAD:
                begun.set_result(json.loads(frame)["media_type"])
            elif kind == DATA:
                spool.write(frame)
                if spool.size > self.settings.result_size * 1024 * 1024:
                    raise errors.ResultTooLarge(
                        f"The result is larger than {self.settings.result_size} MiB; ask with LIMIT."
                    )
            elif kind == ERROR:
                raise _error(json.loads(frame))
            elif kind == END:
                spool.end()
                return True

    def _replace(self, worker: _Worker) -> None:
        """Kill a worker and fork another in its place."""
        worker.writer.close()
        self.workers.discard(worker.pid)
        with suppress(ProcessLookupError):
            os.kill(worker.pid, signal.SIGKILL)
        if not self.control.fileno() < 0:
            task = asyncio.create_task(self._spawn())
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def close(self) -> None:
        """End the nursery, and with it the workers."""
        for task in tuple(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.control.close()
        self.nursery.kill()
        await asyncio.to_thread(self.nursery.wait)
        while not self.idle.empty():
            self.idle.get_nowait().writer.close()


def _line(sock: socket.socket) -> dict[str, Any]:
    data = b""
    while not data.endswith(b"\n"):
        part = sock.recv(4096)
        if not part:
            return {"error": "the process that loads the data ended"}
        data += part
    found: dict[str, Any] = json.loads(data)
    return found


def _fork(control: socket.socket, theirs: socket.socket) -> int:
    """Return the process id of a new worker at the other end of a socket."""
    with theirs:
        control.sendmsg(
            [b"f"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [theirs.fileno()]))]
        )
    data = control.recv(LENGTH.size, socket.MSG_WAITALL)
    if len(data) < LENGTH.size:
        raise errors.EngineFailed("the process that holds the data ended")
    (pid,) = LENGTH.unpack(data)
    return int(pid)


def _fail(spool: Spool, begun: "asyncio.Future[str]", error: errors.ServerError) -> None:
    """Tell an error before the first byte where it still can be told, and from the body where not."""
    if begun.done():
        spool.end(error)
    else:
        begun.set_exception(error)


def _error(told: dict[str, Any]) -> errors.ServerError:
    """Return the error that a worker told."""
    if told["error"] == "QuerySyntaxError":
        return errors.QuerySyntaxError(told["detail"], line=told["line"], column=told["column"])
    if told["error"] == "NotAcceptable":
        return errors.NotAcceptable("graph" if told["graph"] else "solutions")
    return errors.QueryRefused(told["detail"])
