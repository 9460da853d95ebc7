"""Content codings (RFC 9110, 8.4): gzip, for whole answers and for streams."""

import gzip
import zlib
from collections.abc import AsyncIterable, AsyncIterator

from server.negotiation import weights

#: Bytes below which an answer is not worth compressing.
SMALL = 1024
_LEVEL = 5


def coding(accept_encoding: str) -> str:
    """Return "gzip" where the client takes it, "" where it does not."""
    taken = dict(weights(accept_encoding))
    return "gzip" if taken.get("gzip", taken.get("*", 0.0)) > 0 else ""


def packed(data: bytes) -> bytes:
    """Return bytes compressed, without a time stamp: the same bytes each time."""
    return gzip.compress(data, _LEVEL, mtime=0)


async def packing(parts: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """Yield a stream compressed; what comes first goes out at once."""
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    first = True
    async for part in parts:
        data = compressor.compress(part)
        if first:
            data, first = data + compressor.flush(zlib.Z_SYNC_FLUSH), False
        if data:
            yield data
    yield compressor.flush()
