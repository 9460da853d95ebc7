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
    workers = min(documents, os.cpu_count() or 1)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        workers, mp_context=context, initializer=die_with_parent, initargs=(os.getpid(),)
    ) as pool:
        yield pool


def die_with_parent(parent: int) -> None:
    """Have the kernel end this worker when the loader dies, however it dies (Linux)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:  # it died before it could be asked for
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
