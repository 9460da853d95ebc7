"""What goes between server and worker: a request after its length; an answer as frames of a kind, a length, bytes."""

import marshal
import struct

from server.engines import Query

LENGTH = struct.Struct("!I")
FRAME = struct.Struct("!cI")

#: The media type of a result, its bytes, an error as JSON, the end (with a byte where the worker is spent).
HEAD, DATA, ERROR, END = b"H", b"D", b"E", b"Z"


def asked(query: Query) -> bytes:
    """Return a query as a worker reads it."""
    data = marshal.dumps(
        (query.text, query.solutions, query.graph, query.default_graphs, query.named_graphs)
    )
    return LENGTH.pack(len(data)) + data


def read(data: bytes) -> Query:
    """Return the query that the server asked."""
    return Query(*marshal.loads(data))  # noqa: S302  # it comes from the process that started this one


def frame(kind: bytes, data: bytes) -> bytes:
    """Return a frame."""
    return FRAME.pack(kind, len(data)) + data


def whole(data: bytes) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """Return the frames that are there to their ends, kind and content each, and what follows them."""
    found, place = [], 0
    while len(data) >= (begin := place + FRAME.size):
        kind, size = FRAME.unpack_from(data, place)
        if len(data) < begin + size:
            break
        place = begin + size
        found.append((kind, data[begin:place]))
    return found, data[place:]
