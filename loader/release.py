"""A release: written once, checked, switched to last; the former one serves until then."""

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loader.contents import Predecessor, write_release
from loader.corpus import Corpus, local_parties
from loader.documents import Outcome, Task, code_hash, handle, ontology_hash
from loader.errors import LoaderError
from loader.names import Names
from loader.retention import KEEP, retire
from loader.runs import prune

_BUILDING = ".building-"

#: Where the runs of documents are kept from one load to the next.
RUNS = ".runs"

#: The share of its predecessor's documents that a release may lose without `--replace`.
_LOSS = 0.1


@dataclass(frozen=True)
class Built:
    """A finished release, and the documents that could not be read."""

    path: Path
    manifest: dict[str, Any]
    failed: tuple[Outcome, ...]
    seconds: float


def current(releases: Path) -> Path | None:
    """Return the directory of the current release, or None where there is none."""
    link = releases / "current"
    return link.resolve() if link.exists() else None


@contextmanager
def locked(releases: Path) -> Iterator[None]:
    """Hold the lock of a directory of releases; LoaderError where another loader holds it."""
    releases.mkdir(parents=True, exist_ok=True)
    with (releases / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LoaderError(
                "another load is at work there; wait until it ends", document=str(releases)
            ) from error
        yield


def build(
    corpus: Corpus,
    releases: Path,
    executor: Executor,
    *,
    names: Names,
    replace: bool = False,
    keep_going: bool = False,
    keep: int = KEEP,
    told: Callable[[Outcome], None] = lambda _: None,
) -> Built | Sequence[Outcome]:
    """Make a release of exactly the corpus's documents, switch to it, and keep the `keep` newest.

    Returns the failed outcomes instead where a document is faulty and `keep_going` is not set.
    """
    begun = time.monotonic()
    with locked(releases):
        for left in releases.glob(f"{_BUILDING}*"):  # of a loader that was killed
            shutil.rmtree(left)
        predecessor = _predecessor(releases)
        if not replace:
            _refuse_loss({document.slug for document in corpus.documents}, predecessor)
        work = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=releases))
        work.chmod(0o755)
        try:
            outcomes = _handle_all(corpus, releases / RUNS, executor, names, told)
            failed = tuple(o for o in outcomes if o.error)
            if failed and not keep_going:
                return failed
            if len(failed) == len(outcomes):
                return failed
            if not replace:
                _refuse_loss({o.slug for o in outcomes if not o.error}, predecessor)
            manifest = write_release(
                work, corpus, names, [o for o in outcomes if not o.error], predecessor
            )
            path = _switch(work, releases, manifest)
            retire(releases, keep)
            prune(releases / RUNS, (o.run for o in outcomes if o.run))
        finally:
            shutil.rmtree(work, ignore_errors=True)
    return Built(path, manifest, failed, time.monotonic() - begun)


def _predecessor(releases: Path) -> Predecessor | None:
    path = current(releases)
    if path is None:
        if (releases / "current").is_symlink():
            raise LoaderError(
                "leads to no release; let it lead to one, so that no IRI is lost, or delete it",
                document=str(releases / "current"),
            )
        return None
    try:
        manifest = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
        return Predecessor(path, manifest)
    except (OSError, json.JSONDecodeError) as error:
        raise LoaderError(
            f"the current release is broken ({error}); let `current` lead to another",
            document=str(path),
        ) from error


def _refuse_loss(slugs: set[str], predecessor: Predecessor | None) -> None:
    """Raise where the release would lose more than a tenth of its predecessor's documents."""
    if predecessor is None:
        return
    before = {entry["slug"] for entry in predecessor.manifest["inputs"]}
    lost = before - slugs
    if len(lost) > _LOSS * len(before):
        raise LoaderError(
            f"the new release would lose {len(lost)} of {len(before)} documents of the current one"
            f" ({', '.join(sorted(lost)[:3])}{' …' if len(lost) > 3 else ''}); say --replace if that is meant"
        )


def _handle_all(
    corpus: Corpus, runs: Path, executor: Executor, names: Names, told: Callable[[Outcome], None]
) -> list[Outcome]:
    """Return the outcome of each document, its run kept beside the releases."""
    runs.mkdir(exist_ok=True)
    activity = hashlib.sha256((code_hash() + ontology_hash()).encode()).hexdigest()
    parties = tuple(local_parties(corpus))
    tasks = [
        Task(document, parties, names.base, activity, runs.resolve())
        for document in corpus.documents
    ]
    outcomes = []
    for outcome in executor.map(handle, tasks):
        told(outcome)
        outcomes.append(outcome)
    return outcomes


def _switch(work: Path, releases: Path, manifest: dict[str, Any]) -> Path:
    """Put the finished directory in its place, then make it current; an id that exists already is a success."""
    path: Path = releases / manifest["id"]
    for entry in (*(p for p in work.rglob("*")), work):
        _sync(entry)
    if not path.exists():
        work.rename(path)
        _sync(releases)
    link = releases / ".current-new"
    link.unlink(missing_ok=True)
    link.symlink_to(path.name)
    link.replace(releases / "current")
    _sync(releases)
    return path


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
