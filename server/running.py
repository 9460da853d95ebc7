"""A server from its start to its end: the engine, the socket, the signals."""

import asyncio
import signal
import sys
from dataclasses import replace

from server.app import create_app
from server.engines.pool import Pool
from server.listening import Listener, listen
from server.releases import current
from server.serving import Serving
from server.settings import Settings


async def run(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM; says in one line where, once a worker is there to answer."""
    bound = listen(settings.host, settings.port)
    settings = replace(settings, port=bound.getsockname()[1])
    release = current(settings)
    engine = Pool(release.source, settings)
    try:
        await engine.start()
        server = Listener(create_app(Serving(settings, release, engine)), bound)
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        serving = asyncio.create_task(server.serve())
        stopping = asyncio.create_task(stop.wait())
        sys.stdout.write(f"Valgraf is served at {settings.local_url} (release {release.id[:12]})\n")
        sys.stdout.flush()
        await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
        server.stop()  # type: ignore[no-untyped-call]
        await serving
    finally:
        bound.close()
        await engine.close()
