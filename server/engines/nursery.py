"""The process that holds a store and forks workers, as the server sees it."""

import array
import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from server.engines import Query
from server.engines.frames import LENGTH, asked
from server.errors import EngineFailed
from server.settings import Settings


@dataclass(frozen=True, slots=True)
class Source:
    """What a pool serves: RDF files, or a release's store with the N-Triples that it was made of."""

    files: tuple[Path, ...]
    store: Path | None = None
    triples: int | None = None
    release: str | None = None  # the id of the release whose files these are


class Worker(asyncio.Protocol):
    """A forked process that answers one query at a time, and whoever listens to it: told what it says, and that it is gone."""

    transport: asyncio.WriteTransport

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.heard: Callable[[bytes], None] = _nothing
        self.lost: Callable[[], None] = _nothing

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Be ready to be asked."""
        self.transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        """Pass on what the process says."""
        self.heard(data)

    def connection_lost(self, _: Exception | None) -> None:
        """Tell that the process is gone."""
        self.lost()

    def ask(self, query: Query) -> None:
        """Send a query."""
        self.transport.write(asked(query))

    def signal(self, number: signal.Signals) -> None:
        """Send the process a signal, where it is still there."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def end(self) -> None:
        """Kill the process."""
        self.transport.abort()
        self.signal(signal.SIGKILL)


class Nursery:
    """A process over one source; `greeting` is what it says once the store is open."""

    def __init__(self, source: Source, settings: Settings) -> None:
        small = source.triples is None or source.triples <= settings.in_memory
        self.told = {
            "files": [str(path) for path in source.files],
            "store": str(source.store) if source.store else None,
            "in_memory": small,
            "memory": settings.memory * 1024 * 1024,
            "parent": os.getpid(),
            "base_iri": f"{settings.url}/sparql",
        }
        self.greeting: dict[str, Any] = {}
        self.forking = asyncio.Lock()

    async def start(self) -> None:
        """Return once the store is open; raises EngineFailed where it cannot be."""
        self.control, theirs = socket.socketpair()
        arguments = [str(theirs.fileno()), json.dumps(self.told)]
        with theirs:
            # Not by a thread: the process dies with the thread that started it (prctl(2), PR_SET_PDEATHSIG).
            self.process = subprocess.Popen(  # noqa: ASYNC220
                [sys.executable, "-m", "server.engines.worker", *arguments],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )
        self.greeting = await asyncio.to_thread(_line, self.control)
        if "error" in self.greeting:
            raise EngineFailed(str(self.greeting["error"]))

    async def fork(self) -> Worker:
        """Return a new worker, of a new nursery where the last one died; raises EngineFailed where there is none to be had."""
        async with self.forking:
            try:
                return await self._forked()
            except EngineFailed:
                await self.close()
                await self.start()
                return await self._forked()

    async def _forked(self) -> Worker:
        ours, theirs = socket.socketpair()
        try:
            pid = await asyncio.to_thread(_fork, self.control, theirs)
        except BaseException:
            ours.close()
            raise
        loop = asyncio.get_running_loop()
        _, worker = await loop.create_unix_connection(lambda: Worker(pid), sock=ours)
        return worker

    async def close(self) -> None:
        """End the process, and with it the workers."""
        self.control.close()
        self.process.kill()
        await asyncio.to_thread(self.process.wait)


def _nothing(*_: object) -> None:
    """Hear nothing, and miss nobody."""


def _line(sock: socket.socket) -> dict[str, Any]:
    """Return the JSON object that comes in a line."""
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
        try:
            passed = array.array("i", [theirs.fileno()])
            control.sendmsg([b"f"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, passed)])
            data = control.recv(LENGTH.size, socket.MSG_WAITALL)
        except OSError as error:
            raise EngineFailed("the process that holds the data ended") from error
    if len(data) < LENGTH.size:
        raise EngineFailed("the process that holds the data ended")
    (pid,) = LENGTH.unpack(data)
    return int(pid)
