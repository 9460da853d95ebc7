"""Where documents are handled: the release is the same, and a lost worker costs only its documents."""

import json
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.programmes import programmes, write

BIN = Path(sys.executable).parent
QUIET = ("--no-dashboard", "--host", "127.0.0.1")


@contextmanager
def running(*command):
    process = subprocess.Popen(
        [BIN / "dask", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def scheduler(tmp_path):
    """Return the address of a real scheduler, and the file by which its workers find it."""
    told = tmp_path / "scheduler.json"
    with running("scheduler", "--port", "0", "--scheduler-file", told, "--no-show", *QUIET):
        while not told.exists() or not told.read_text().strip():
            time.sleep(0.05)
        address = json.loads(told.read_text())["address"]
        yield address.replace("tcp://", "dask://"), told


def worker(told):
    return running("worker", "--scheduler-file", told, "--no-nanny", "--nthreads", "1", *QUIET)


def load(corpus, releases, *options):
    return subprocess.Popen(
        [BIN / "valgraf", "load", corpus, "--releases", releases, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_dask_worker_lost_midway_costs_only_its_documents(scheduler, tmp_path):
    address, told = scheduler
    write(tmp_path / "corpus", programmes(60, statements=20), gold=False)
    with worker(told) as first, worker(told):
        with load(tmp_path / "corpus", tmp_path / "dask", "--executor", address) as loading:
            assert loading.stderr.readline().startswith("6 of 60")
            first.kill()
            _, rest = loading.communicate(timeout=200)
        assert loading.returncode == 0, rest
    with load(tmp_path / "corpus", tmp_path / "local") as loading:
        loading.communicate(timeout=200)
    found = [(tmp_path / where / "current").resolve().name for where in ("dask", "local")]
    assert found[0] == found[1]


def test_a_scheduler_that_does_not_answer_is_told_in_one_line(tmp_path, valgraf):
    write(tmp_path / "corpus", programmes(1, statements=6), gold=False)
    for address, fault in (
        ("dask://127.0.0.1:1", "no Dask scheduler answers at 127.0.0.1:1"),
        ("slurm://x", "no executor 'slurm://x'; there is dask://host:port"),
    ):
        done = valgraf(
            "load", tmp_path / "corpus", "--releases", tmp_path / "r", "--executor", address
        )
        assert (done.returncode, done.stderr) == (1, f"valgraf: {fault}\n")
