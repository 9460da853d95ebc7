"""A query worker: a process that holds a store read-only and answers one query at a time.

The nursery is a process started afresh for each store; it forks the workers, so that they share
the pages of a store in memory, and so that none inherits anything of the server. Requests and
answers go through a socket of each worker: a request is a JSON object after its length, an answer
a sequence of frames: a kind, a length, bytes.
"""

import array
import contextlib
import gzip
import json
import os
import signal
import socket
import struct
import sys
from pathlib import Path
from typing import IO, Any, cast

import pyoxigraph as ox

from server.engines import sandbox
from server.engines.formats import BY_MEDIA_TYPE

HEAD, DATA, ERROR, END = b"H", b"D", b"E", b"Z"
FRAME = struct.Struct("!cI")
LENGTH = struct.Struct("!I")

#: Bytes gathered before a frame is sent.
_CHUNK = 64 * 1024


class _Out:
    """A binary file whose writes become frames; the head goes before the first."""

    def __init__(self, sock: socket.socket, media_type: str) -> None:
        self.sock, self.media_type = sock, media_type
        self.parts: list[bytes] = []
        self.size = 0
        self.begun = False

    def write(self, data: bytes) -> int:
        self.parts.append(bytes(data))
        self.size += len(data)
        if self.size >= _CHUNK or not self.begun:
            self.flush()
        return len(data)

    def flush(self) -> None:
        if not self.begun:
            _send(self.sock, HEAD, json.dumps({"media_type": self.media_type}).encode())
            self.begun = True
        if self.parts:
            _send(self.sock, DATA, b"".join(self.parts))
            self.parts, self.size = [], 0


def _send(sock: socket.socket, kind: bytes, data: bytes) -> None:
    sock.sendall(FRAME.pack(kind, len(data)) + data)


def _receive(sock: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        part = sock.recv(size - len(data))
        if not part:
            os._exit(0)  # the server has gone
        data += part
    return data


def _serve(sock: socket.socket, store: ox.Store) -> None:
    """Answer queries until the server closes the socket."""
    while True:
        (size,) = LENGTH.unpack(_receive(sock, LENGTH.size))
        _answer(sock, store, json.loads(_receive(sock, size)))


def _answer(sock: socket.socket, store: ox.Store, request: dict[str, Any]) -> None:
    """Send the frames of one answer."""
    try:
        results = store.query(request["text"], **_dataset(request))
        media_type = request["graph" if isinstance(results, ox.QueryTriples) else "solutions"]
        if media_type is None:
            _send(
                sock,
                ERROR,
                json.dumps(
                    {"error": "NotAcceptable", "graph": isinstance(results, ox.QueryTriples)}
                ).encode(),
            )
            return
        out = _Out(sock, media_type)
        _serialise(results, out, media_type)
        out.flush()
        _send(sock, END, b"")
    except SyntaxError as error:
        told = {
            "error": "QuerySyntaxError",
            "detail": str(error.msg),
            "line": error.lineno,
            "column": error.offset,
        }
        _send(sock, ERROR, json.dumps(told).encode())
    except (ValueError, OSError, RuntimeError) as error:
        _send(sock, ERROR, json.dumps({"error": "QueryRefused", "detail": str(error)}).encode())


def _serialise(results: Any, out: _Out, media_type: str) -> None:
    serialiser = BY_MEDIA_TYPE[media_type].serialiser
    file: IO[bytes] = out  # type: ignore[assignment]  # write and flush are all that the serialisers call
    results.serialize(file, serialiser)


def _dataset(request: dict[str, Any]) -> dict[str, Any]:
    """Return the protocol's dataset as pyoxigraph takes it; where one part is given, the other is empty."""
    if not request["default_graphs"] and not request["named_graphs"]:
        return {}
    return {
        "default_graph": [ox.NamedNode(iri) for iri in request["default_graphs"]],
        "named_graphs": [ox.NamedNode(iri) for iri in request["named_graphs"]],
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
            store.bulk_load(file, format=format_, base_iri=path.resolve().as_uri())
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
    sandbox.die_with_parent()
    if os.getppid() != nursery:
        os._exit(0)
    control.close()
    sock = socket.socket(fileno=descriptors[0])
    opened = store if store is not None else ox.Store.read_only(source["store"])
    sandbox.forbid_network()
    sandbox.limit_memory(source["memory"])
    _serve(sock, opened)


def main() -> None:
    """Be the nursery: load the store, say so, then fork workers as they are asked for."""
    sandbox.die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server decides when
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the dead
    control = socket.socket(fileno=int(sys.argv[1]))
    source = json.loads(sys.argv[2])
    try:
        store = _load(source)
    except (SyntaxError, ValueError, OSError) as error:
        control.sendall(json.dumps({"error": str(error)}).encode() + b"\n")
        return
    control.sendall(
        json.dumps({"triples": len(store) if store is not None else None}).encode() + b"\n"
    )
    with contextlib.suppress(ConnectionError):
        while True:
            _fork(control, store, source)


if __name__ == "__main__":
    main()
