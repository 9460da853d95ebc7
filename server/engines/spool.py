"""A result on its way: written as fast as the worker gives it, read as fast as the client takes it."""

import asyncio
import tempfile
from collections.abc import AsyncIterator

#: Bytes held in memory before a spool goes to disk, and bytes read at once.
_MEMORY = 1024 * 1024
_CHUNK = 64 * 1024


class Spool:
    """Bytes between a worker and a client, in memory first, then on disk."""

    def __init__(self) -> None:
        self.file = tempfile.SpooledTemporaryFile(max_size=_MEMORY)  # noqa: SIM115  # closed by `close`
        self.size = self.taken = 0
        self.ended = False
        self.error: Exception | None = None
        self.changed = asyncio.Event()

    def write(self, data: bytes) -> None:
        """Add bytes to the end."""
        self.file.seek(self.size)
        self.file.write(data)
        self.size += len(data)
        self.changed.set()

    def end(self, error: Exception | None = None) -> None:
        """Say that nothing more comes, and why where that is a fault."""
        self.ended, self.error = True, error
        self.changed.set()

    async def read(self) -> AsyncIterator[bytes]:
        """Yield the bytes as they come; raises the fault that ended them early."""
        while True:
            if self.taken < self.size:
                self.file.seek(self.taken)
                data = self.file.read(min(_CHUNK, self.size - self.taken))
                self.taken += len(data)
                yield data
            elif self.ended:
                if self.error:
                    raise self.error
                return
            else:
                self.changed.clear()
                await self.changed.wait()

    def close(self) -> None:
        """Let the memory and the file go."""
        self.file.close()
