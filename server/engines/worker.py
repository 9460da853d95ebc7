"""A query worker: a process that holds a store read-only and answers one query at a time.

The nursery is a process started afresh for each store; it forks the workers, so that they share
the pages of a store in memory, and so that none inherits anything of the server.
"""

import array
import contextlib
import gzip
import json
import os
import resource
import signal
import socket
import sys
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, Any, cast

import pyoxigraph as ox

from server.engines import Query, sandbox
from server.engines.formats import BY_MEDIA_TYPE
from server.engines.frames import DATA, END, ERROR, HEAD, LENGTH, frame, read

#: Bytes gathered before a frame is sent, from the second on.
_CHUNK = 64 * 1024
_FIRST = 4 * 1024
#: Bytes of a request that are received at once: most have fewer.
_REQUEST = 16 * 1024
#: Bytes by which a worker may have grown before it is replaced.
_GROWTH = 64 * 2**20


class _Out:
    """A binary file whose writes become frames; the first go at once, later ones gathered."""

    def __init__(self, sock: socket.socket, media_type: str) -> None:
        self.sock = sock
        self.parts = [frame(HEAD, media_type.encode())]
        self.data: list[bytes] = []
        self.size = 0
        self.begun = False

    def write(self, data: bytes) -> int:
        self.data.append(bytes(data))
        self.size += len(data)
        if self.size >= (_CHUNK if self.begun else _FIRST):
            self.send()
        return len(data)

    def flush(self) -> None:
        """Do nothing: the serialisers call it at their end, where the last frame is still to come."""

    def send(self, *ends: bytes) -> None:
        if self.data:
            self.parts.append(frame(DATA, b"".join(self.data)))
        self.sock.sendall(b"".join((*self.parts, *ends)))
        self.parts, self.data, self.size, self.begun = [], [], 0, True


def _received(sock: socket.socket) -> bytes:
    """Return the next request; the server sends none before the last one is answered."""
    data, begin = b"", LENGTH.size
    while len(data) < begin or len(data) < begin + LENGTH.unpack_from(data)[0]:
        part = sock.recv(_REQUEST)
        if not part:
            os._exit(0)  # the server has gone
        data += part
    return data[begin:]


def _serve(sock: socket.socket, store: ox.Store, base_iri: str) -> None:
    """Answer queries until the server closes the socket."""
    limit = _peak() + _GROWTH
    ask = partial(store.query, base_iri=base_iri)
    while True:
        _answer(sock, ask, read(_received(sock)), limit)


def _answer(sock: socket.socket, ask: Callable[..., Any], query: Query, limit: int) -> None:
    """Send the frames of one answer; the last says whether the process has outgrown `limit` bytes."""
    try:
        results = ask(query.text, **_dataset(query))
        graph = isinstance(results, ox.QueryTriples)
        media_type = query.graph if graph else query.solutions
        if media_type is None:
            _fail(sock, error="NotAcceptable", graph=graph)
            return
        out = _Out(sock, media_type)
        _serialise(results, out, media_type)
        out.send(frame(END, b"spent" if _peak() > limit else b""))
    except SyntaxError as error:
        _fail(sock, error="QuerySyntaxError", detail=error.msg)
    except (ValueError, OSError, RuntimeError) as error:
        _fail(sock, error="QueryRefused", detail=str(error))


def _fail(sock: socket.socket, **told: object) -> None:
    sock.sendall(frame(ERROR, json.dumps(told).encode()))


def _peak() -> int:
    """Return the most bytes of memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _serialise(results: Any, out: _Out, media_type: str) -> None:
    file: IO[bytes] = out  # type: ignore[assignment]  # write and flush are all that the serialisers call
    results.serialize(file, BY_MEDIA_TYPE[media_type].serialiser)


def _dataset(query: Query) -> dict[str, Any]:
    """Return the protocol's dataset as pyoxigraph takes it; where one part is given, the other is empty."""
    if not query.default_graphs and not query.named_graphs:
        return {}
    return {
        "default_graph": [ox.NamedNode(iri) for iri in query.default_graphs],
        "named_graphs": [ox.NamedNode(iri) for iri in query.named_graphs],
    }


def _load(source: dict[str, Any]) -> ox.Store | None:
    """Return the store in memory, or None where each worker opens it on disk."""
    if source["store"] and not source["in_memory"]:
        return None
    store = ox.Store()
    for path in map(Path, source["files"]):
        packed = path.suffix == ".gz"
        name = path.with_suffix("").name if packed else path.name
        format_ = ox.RdfFormat.from_extension(name.rpartition(".")[2])
        if format_ is None:
            raise ValueError(f"{path}: of no RDF format that is known by its name")
        with cast("IO[bytes]", gzip.open(path) if packed else path.open("rb")) as file:
            try:
                store.bulk_load(file, format=format_, base_iri=path.resolve().as_uri())
            except SyntaxError as error:
                raise ValueError(f"{path}: {error.msg}") from error
    return store


def _fork(control: socket.socket, store: ox.Store | None, source: dict[str, Any]) -> None:
    """Fork a worker on the socket that came with the request and send its process id."""
    _, ancillary, _, _ = control.recvmsg(1, socket.CMSG_LEN(array.array("i").itemsize))
    if not ancillary:
        os._exit(0)
    descriptors = array.array("i")
    descriptors.frombytes(ancillary[0][2][: descriptors.itemsize])
    nursery = os.getpid()
    pid = os.fork()
    if pid:
        os.close(descriptors[0])
        control.sendall(LENGTH.pack(pid))
        return
    sandbox.die_with_parent(nursery)
    control.close()
    sock = socket.socket(fileno=descriptors[0])
    opened = store if store is not None else ox.Store.read_only(source["store"])
    sandbox.limit_memory(source["memory"])
    sandbox.forbid_network(on_disk=store is None)
    _serve(sock, opened, source["base_iri"])


def main() -> None:
    """Be the nursery: load the store, say so, then fork workers as they are asked for."""
    source = json.loads(sys.argv[2])
    sandbox.die_with_parent(source["parent"])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server decides when
    control = socket.socket(fileno=int(sys.argv[1]))
    try:
        store = _load(source)
    except (ValueError, OSError, EOFError, zlib.error) as error:  # no RDF, no file, no gzip
        control.sendall(json.dumps({"error": str(error)}).encode() + b"\n")
        return
    told = {
        "triples": len(store) if store is not None else None,
        "network": sandbox.network_guard(on_disk=store is None),
    }
    control.sendall(json.dumps(told).encode() + b"\n")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the dead
    with contextlib.suppress(ConnectionError):
        while True:
            _fork(control, store, source)


if __name__ == "__main__":
    main()
