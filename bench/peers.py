"""Real SPARQL servers, each started on a free port over a directory of its own and ended with its context.

Used by the benchmarks as peers to measure against, and by the tests as stores to publish into.
"""

import gzip
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

BIN = Path(sys.executable).parent

#: Where the peers that users do not need are installed, by `make bench`.
BENCH_BIN = Path(__file__).resolve().parent.parent / ".venv-bench" / "bin"

#: Virtuoso as Debian packages it reads 10,000 rows at the most and 10 connections; here nothing is cut.
_VIRTUOSO_INI = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
MaxClientConnections = 64
MaxQueryMem = 2G
DirsAllowed = .
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 64
MaxClientConnections = 64
MaxKeepAlives = 64
KeepAliveTimeout = 10
[URIQA]
DefaultHost = 127.0.0.1:{port}
[SPARQL]
{limits}
"""


@dataclass(frozen=True)
class Peer:
    """A SPARQL server: where it answers queries, where it takes updates and graphs, and as whom."""

    query: str
    update: str = ""
    store: str = ""
    user: str = ""
    password: str = ""
    process: "subprocess.Popen[bytes] | None" = None


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def unpacked(packed: Path, plain: Path) -> Path:
    """Return a file to which a gzipped one was unpacked."""
    with gzip.open(packed) as source, plain.open("wb") as file:
        shutil.copyfileobj(source, file)
    return plain


def virtuoso_program() -> str | None:
    """Return the path of Virtuoso's server, or None where Debian's virtuoso-opensource is not installed."""
    return shutil.which("virtuoso-t")


@contextmanager
def _running(
    command: Sequence[object], directory: Path, url: str, *, patience: float = 120
) -> "Iterator[subprocess.Popen[bytes]]":
    """Run a server until the context ends; returns once its address answers, whatever it says."""
    with (directory / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [str(part) for part in command], cwd=directory, stdout=log, stderr=log
        )
    try:
        _wait(process, url, time.monotonic() + patience, directory / "server.log")
        yield process
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: "subprocess.Popen[bytes]", url: str, until: float, log: Path) -> None:
    while True:
        try:
            httpx.get(url, timeout=5)
        except httpx.TransportError:
            if process.poll() is not None or time.monotonic() > until:
                said = log.read_text(errors="replace")[-1000:]
                raise RuntimeError(f"{process.args!r} does not answer: {said}") from None
            time.sleep(0.05)
        else:
            return


@contextmanager
def oxigraph(directory: Path, *, read_only: bool = False) -> Iterator[Peer]:
    """Run Oxigraph's own server over the store in a directory."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    mode = "serve-read-only" if read_only else "serve"
    command = [BIN / "oxigraph", mode, "--location", directory / "store", "--bind", url[7:]]
    with _running(command, directory, url) as process:
        yield Peer(f"{url}/query", f"{url}/update", f"{url}/store", process=process)


@contextmanager
def virtuoso(directory: Path, *, limits: str = "", buffers: int = 20_000) -> Iterator[Peer]:
    """Run Virtuoso over an empty database, or over the one that a former run left in the directory.

    `buffers` are pages of 8 KiB; the administrator's password is the user's name, on loopback only.
    """
    port, sql = free_port(), free_port()
    ini = _VIRTUOSO_INI.format(
        sql=sql, port=port, buffers=buffers, dirty=buffers * 3 // 4, limits=limits
    )
    (directory / "virtuoso.ini").write_text(ini, encoding="ascii")
    url = f"http://127.0.0.1:{port}"
    command = [
        virtuoso_program() or "virtuoso-t",
        "+foreground",
        "+wait",
        "+configfile",
        "virtuoso.ini",
    ]
    with _running(command, directory, f"{url}/sparql?query=ASK%7B%7D") as process:
        yield Peer(
            f"{url}/sparql",
            f"{url}/sparql-auth",
            f"{url}/sparql-graph-crud-auth",
            "dba",
            "dba",
            process,
        )


@contextmanager
def rdflib_endpoint(directory: Path, data: Path) -> Iterator[Peer]:
    """Run rdflib-endpoint over a file that it holds in memory."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [BENCH_BIN / "rdflib-endpoint", "serve", "--host", "127.0.0.1", "--port", port, data]
    with _running(command, directory, url, patience=1800) as process:
        yield Peer(f"{url}/", process=process)


@contextmanager
def valgraf(directory: Path, *options: object) -> Iterator[Peer]:
    """Run this server; a client may have as many queries at once as the load generator has connections."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    many = ("--per-client", 64, "--log", "none")
    command = [BIN / "valgraf", "serve", "--port", port, *many, *options]
    with _running(command, directory, f"{url}/livez", patience=600) as process:
        yield Peer(f"{url}/sparql", process=process)
