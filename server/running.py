"""A server from its start to its end: the engine, the socket, the signals."""

import asyncio
import gc
import logging
import os
import signal
import socket
import sys
from dataclasses import replace

from server.app import create_app
from server.listening import Listener
from server.settings import Settings
from server.takeover import Current


async def run(settings: Settings, bound: socket.socket) -> None:
    """Serve on a socket until SIGINT or SIGTERM; says in one line where, once a worker is there to answer."""
    logging.basicConfig(format="valgraf: %(message)s")
    logging.getLogger("valgraf").setLevel(logging.INFO)
    current = Current(replace(settings, port=bound.getsockname()[1]))
    await current.start()
    try:
        watching = asyncio.create_task(current.watch())
        server = Listener(create_app(current), bound)
        gc.collect()
        gc.freeze()  # what stands now stays: looking through it again would hold the loop for 30 ms
        serving = asyncio.create_task(server.serve())
        sys.stdout.write(
            f"Valgraf is served at {current.settings.local_url} (release {current.now.release.id[:12]})\n"
        )
        sys.stdout.flush()
        await _stopped()
        watching.cancel()
        server.stop()  # type: ignore[no-untyped-call]
        await asyncio.wait({serving}, timeout=settings.grace)
    finally:
        await current.close()
    sys.stdout.flush()
    os._exit(0)  # what is still being sent to a slow reader keeps nobody waiting


async def _stopped() -> None:
    """Return at SIGINT or SIGTERM."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
