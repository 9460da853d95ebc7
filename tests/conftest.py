"""Fixtures that every test may use: a release of the bundled corpus, and real servers over it."""

import fcntl
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, settings

# No example is timed: the machine may be busy, and what is read once is read within the first.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
VALGRAF = Path(sys.executable).with_name("valgraf")


@dataclass(frozen=True)
class Running:
    """A server that runs: its address without a slash at the end, its process, what it wrote on standard error."""

    url: str
    process: "subprocess.Popen[str]"
    log: Path

    @property
    def endpoint(self) -> str:
        return f"{self.url}/sparql"

    def ask(self, query: str, accept: str = "application/sparql-results+json") -> httpx.Response:
        return httpx.get(
            self.endpoint, params={"query": query}, headers={"Accept": accept}, timeout=60
        )


Serve = Callable[..., AbstractContextManager[Running]]


@pytest.fixture(scope="session")
def shared_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory that all processes of one test run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def valgraf() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Return what runs the command `valgraf` with arguments to its end."""

    def run(*arguments: object) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [VALGRAF, *map(str, arguments)], check=False, capture_output=True, text=True
        )

    return run


@pytest.fixture(scope="session")
def releases(shared_directory: Path) -> Path:
    """Return a directory of releases whose `current` is made of the bundled corpus, once in a test run."""
    directory = shared_directory / "releases"
    with (shared_directory / "releases.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (directory / "current").exists():
            corpus = ROOT / "corpus" if (ROOT / "corpus").exists() else SHARED / "corpus"
            subprocess.run(
                [VALGRAF, "load", corpus, "--releases", directory], check=True, capture_output=True
            )
    return directory


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Serve:
    """Return a context manager that starts `valgraf serve` with options on a free port and ends it."""

    @contextmanager
    def started(*options: object, **environment: str) -> Iterator[Running]:
        log = tmp_path_factory.mktemp("server") / "stderr"
        with log.open("w") as stderr:
            process = subprocess.Popen(
                [VALGRAF, "serve", "--port", "0", *map(str, options)],
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                env=os.environ | environment,
            )
        with process:
            try:
                told = re.search(r"served at (\S+)", process.stdout.readline())
                assert told, log.read_text()
                yield Running(told[1], process, log)
            finally:
                process.terminate()
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    process.kill()

    return started


@pytest.fixture(scope="session")
def server(serve: Serve, releases: Path) -> Iterator[Running]:
    """Return a server over the bundled corpus; tests must leave it as they found it."""
    with serve("--releases", releases) as running:
        yield running


@pytest.fixture(scope="session")
def client(server: Running) -> Iterator[httpx.Client]:
    """Return an HTTP client of that server, to be asked for paths; it follows no redirects."""
    with httpx.Client(base_url=server.url, timeout=60) as session:
        yield session


@pytest.fixture(scope="session")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of 1,000 triples: two of them joined make a million rows, three a query without end."""
    path = tmp_path_factory.mktemp("rdf") / "thousand.nt"
    path.write_text(
        "".join(
            f'<http://example.org/s{n}> <http://example.org/p{n % 3}> "värde {n % 97}" .\n'
            for n in range(1000)
        )
    )
    return path


@dataclass(frozen=True)
class Connection:
    """A bare connection to a server."""

    socket: socket.socket

    def get(self, query: str, *headers: str, version: str = "1.1") -> None:
        self.send(
            f"GET /sparql?query={quote(query)} HTTP/{version}\r\nHost: localhost\r\n"
            + "".join(f"{header}\r\n" for header in headers)
            + "\r\n"
        )

    def send(self, data: str | bytes) -> None:
        self.socket.sendall(data.encode() if isinstance(data, str) else data)

    def rest(self) -> bytes:
        """Return what comes until the server closes; a reset ends it as well."""
        parts = []
        try:
            while part := self.socket.recv(1 << 20):
                parts.append(part)
        except ConnectionResetError:
            pass
        return b"".join(parts)


@pytest.fixture(scope="session")
def connect() -> Callable[..., AbstractContextManager[Connection]]:
    """Return a context manager that opens a bare connection to a server."""

    @contextmanager
    def opened(running: Running, *, timeout: float = 60, buffer: int = 0) -> Iterator[Connection]:
        url = httpx.URL(running.url)
        with socket.socket() as bare:
            if buffer:
                bare.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
            bare.settimeout(timeout)
            bare.connect((url.host, url.port))
            yield Connection(bare)

    return opened


@pytest.fixture(scope="session")
def metric() -> Callable[..., float]:
    """Return what reads one of a running server's metrics by its name with its labels; 0 where it is not there."""

    def read(running: Running, name: str) -> float:
        text = httpx.get(f"{running.url}/metrics", timeout=60).text
        found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
        return float(found[1]) if found else 0.0

    return read


@pytest.fixture(scope="session")
def memory() -> Callable[[int], float]:
    """Return what tells the MiB that a process and all below it hold of their own."""

    def held(pid: int) -> float:
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        except (FileNotFoundError, ProcessLookupError):
            return 0.0
        own = sum(int(kib) for kib in re.findall(r"^Private_\w+: +(\d+)", rollup, re.MULTILINE))
        return own / 1024 + sum(held(int(child)) for child in below)

    return held


@pytest.fixture(scope="session")
def eventually() -> Callable[[Callable[[], bool]], None]:
    """Return what waits until a condition holds, for 30 seconds at most."""

    def wait(condition: Callable[[], bool], seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "it did not come to that"
            time.sleep(0.05)

    return wait
