"""Where documents are handled: in processes of this machine, or on a Dask cluster."""

import ctypes
import multiprocessing
import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from loader.errors import LoaderError

_DASK = "dask://"

#: Seconds within which a scheduler must answer.
_PATIENCE = 5


@contextmanager
def executor(address: str, documents: int) -> Iterator[Executor]:
    """Give what handles so many documents: `dask://host:port`, or processes of this machine where empty.

    A Dask worker needs Valgraf installed and the same files at the same paths.
    """
    if address.startswith(_DASK):
        with _dask(address.removeprefix(_DASK)) as cluster:
            yield cluster
        return
    if address:
        raise LoaderError(f"no executor {address!r}; there is dask://host:port")
    with workers(min(documents, os.cpu_count() or 1)) as pool:
        yield pool


@contextmanager
def workers(number: int) -> Iterator[ProcessPoolExecutor]:
    """Give so many processes, forked from one that has read what all of them need; they end when this one does."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["loader.warmth"])
    with ProcessPoolExecutor(number, context, initializer=_begin) as pool:
        yield pool


def bind_to_parent() -> None:
    """Have the kernel end this process when the one that started it dies, however it dies (Linux)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _begin() -> None:
    """Bind a worker to the process that it was forked from, which `loader.warmth` bound to the loader."""
    bind_to_parent()
    loader = multiprocessing.parent_process()
    if loader is None or not loader.is_alive():  # it died before this could be asked for
        os._exit(1)


@contextmanager
def _dask(place: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as error:
        raise LoaderError("Dask is not installed; pip install 'valgraf[dask]'") from error
    try:
        client = Client(f"tcp://{place}", timeout=_PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise LoaderError(f"no Dask scheduler answers at {place}") from error
    with client, client.get_executor(pure=False) as cluster:  # type: ignore[no-untyped-call]
        yield cluster
