"""Gzip files of lines, read and written through buffers: several times faster than a line at a time."""

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

_BUFFER = 256 * 1024


@contextmanager
def packed(path: Path) -> Iterator[IO[bytes]]:
    """Open a file to be packed, whose bytes depend on its contents alone: no name, no time."""
    with path.open("wb") as file:
        zipped = gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6, mtime=0)
        with zipped, io.BufferedWriter(cast("io.RawIOBase", zipped), _BUFFER) as buffered:
            yield buffered


def unpacked(path: Path) -> IO[bytes]:
    """Open a packed file to be read."""
    return io.BufferedReader(cast("io.RawIOBase", gzip.open(path)), _BUFFER)
