"""Fixtures that every test may use: a release of the bundled corpus, and real servers over it."""

import fcntl
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

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
