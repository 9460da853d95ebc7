"""A result on its way: written as fast as the engine gives it, read as fast as each client takes it."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from io import BytesIO
from typing import IO

from server.errors import ResultTooLarge

#: Bytes held in memory before a spool goes to disk, and bytes read at once.
_MEMORY = 1024 * 1024
_CHUNK = 64 * 1024


class Spool:
    """Bytes between an engine and any number of readers, in memory first, then on disk, up to `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.file: IO[bytes] = BytesIO()
        self.size = 0
        self.media_type = ""  # until it has begun
        self.ended = False
        self.error: Exception | None = None
        self.changed = asyncio.Event()

    def begin(self, media_type: str) -> None:
        """Say that there is a result, and of which media type."""
        self.media_type = media_type
        self._tell()

    def write(self, data: bytes) -> None:
        """Add bytes to the end; raises ResultTooLarge beyond the limit."""
        if self.size + len(data) > self.limit:
            raise ResultTooLarge(
                f"The result is larger than {self.limit // 2**20} MiB; ask for less, by LIMIT."
            )
        self.file.seek(self.size)
        if self.size <= _MEMORY < self.size + len(data):
            kept = self.whole()
            self.file = tempfile.TemporaryFile()  # noqa: SIM115  # closed by `close`
            self.file.write(kept)
        self.file.write(data)
        self.size += len(data)
        self._tell()

    def end(self, error: Exception | None = None) -> None:
        """Say that nothing more comes, and why where that is a fault."""
        self.ended, self.error = True, error
        self._tell()

    @property
    def complete(self) -> bool:
        """Return whether everything is there."""
        return self.ended and self.error is None

    def _tell(self) -> None:
        self.changed.set()  # wakes those who wait now
        self.changed.clear()

    async def begun(self) -> None:
        """Return when there is a result; raises the fault that there is instead."""
        while not self.media_type:
            if self.error:
                raise self.error
            await self.changed.wait()

    async def wait(self) -> None:
        """Return when the result is whole; raises the fault that ended it early."""
        while not self.ended:
            await self.changed.wait()
        if self.error:
            raise self.error

    async def read(self) -> AsyncIterator[bytes]:
        """Yield the bytes from the first as they come; raises the fault that ended them early."""
        taken = 0
        while True:
            if taken < self.size:
                self.file.seek(taken)
                data = self.file.read(min(_CHUNK, self.size - taken))
                taken += len(data)
                yield data
            elif not self.ended:
                await self.changed.wait()
            elif self.error:
                raise self.error
            else:
                return

    def whole(self) -> bytes:
        """Return all bytes so far at once."""
        self.file.seek(0)
        return self.file.read()

    def close(self) -> None:
        """Let the memory and the file go."""
        self.file.close()
