"""A server from its start to its end: the engine, the socket, the signals."""

import asyncio
import signal
import sys

from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.embed import Server

from server.app import create_app
from server.engines.pool import Pool
from server.releases import current
from server.serving import Serving
from server.settings import Settings


async def run(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM; says in one line where, once a worker is there to answer."""
    release = current(settings)
    engine = Pool(release.source, settings)
    try:
        await engine.start()
        server = Server(
            create_app(Serving(settings, release, engine)),
            address=settings.host,
            port=settings.port,
            interface=Interfaces.ASGINL,
            websockets=False,
            log_level=LogLevels.error,  # a bug is loud
            backlog=1024,
            http1_settings=HTTP1Settings(header_read_timeout=10_000, max_buffer_size=64 * 1024),
        )
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        serving = asyncio.create_task(server.serve())
        stopping = asyncio.create_task(stop.wait())
        await _listening(settings)
        sys.stdout.write(f"Valgraf is served at {settings.url} (release {release.id[:12]})\n")
        sys.stdout.flush()
        await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
        server.stop()  # type: ignore[no-untyped-call]
        await serving
    finally:
        await engine.close()


async def _listening(settings: Settings) -> None:
    """Return once the port takes connections."""
    while True:
        try:
            _, writer = await asyncio.open_connection(settings.host, settings.port)
        except ConnectionError:
            await asyncio.sleep(0.02)
        else:
            writer.close()
            return
