"""From one release to the next: noticed, opened beside the old one, taken over without dropping a request."""

import asyncio
import logging
from contextlib import suppress

from server.cache import Cache
from server.engines import Engine
from server.engines.lanes import Lanes
from server.engines.pool import Pool
from server.engines.remote import Remote
from server.errors import ServerError
from server.index import NoIndex, opened
from server.releases import Release, current
from server.serving import Serving
from server.settings import Settings

#: Seconds between two looks at `current`.
_INTERVAL = 0.5

_log = logging.getLogger("valgraf")


class Current:
    """What is served now; `start` it first."""

    now: Serving

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.lanes = Lanes(settings)
        self.cache = Cache(settings.cache * 2**20)
        self.refused = ""
        self.leaving: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Return once the current release can be asked; raises a ServerError where it cannot."""
        self.now = await self._opened(current(self.settings))

    async def watch(self) -> None:
        """Take over each new release, for ever."""
        complaint = ""
        while True:
            await asyncio.sleep(_INTERVAL)
            try:
                release = current(self.settings)
                if release.id not in {self.now.release.id, self.refused}:
                    await self._switch(release)
            except (ServerError, OSError, ValueError, KeyError) as error:
                if str(error) != complaint:
                    _log.error("the new release cannot be served, the old one stays: %s", error)
                complaint = str(error)

    async def _switch(self, release: Release) -> None:
        self.refused = release.id
        serving = await self._opened(release)
        old, self.now, self.refused = self.now, serving, ""
        _log.info("release %s is served from now on", release.id[:12])
        task = asyncio.create_task(self._leave(old))
        self.leaving.add(task)
        task.add_done_callback(self.leaving.discard)

    async def _opened(self, release: Release) -> Serving:
        engine = self._engine(release)
        try:
            await engine.start()
        except BaseException:
            await engine.close()
            raise
        if release.path:
            with suppress(NoIndex):  # the pages say so; SPARQL needs none
                await asyncio.to_thread(opened, release.path, self.settings.facet_time)
        return Serving(self.settings, release, engine, self.cache)

    def _engine(self, release: Release) -> Engine:
        """Return what is to answer for a release: the remote endpoint where one is set, or else a pool of its own."""
        if self.settings.engine:
            graph = self.settings.engine_graph or release.base
            return Remote(graph, self.settings, self.lanes)
        return Pool(release.source, self.settings, self.lanes)

    async def _leave(self, old: Serving) -> None:
        """Close what was served before, once the requests that began on it are answered."""
        try:
            while old.users:  # noqa: ASYNC110  # a slow reader may take its time
                await asyncio.sleep(_INTERVAL)
        finally:
            await old.engine.close()

    async def close(self) -> None:
        """End every engine."""
        for task in self.leaving:
            task.cancel()
        await asyncio.gather(*self.leaving, return_exceptions=True)
        await self.now.engine.close()
