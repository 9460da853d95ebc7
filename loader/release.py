"""A release: written once, checked, switched to last; the former one serves until then."""

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from loader.changes import write_changes
from loader.corpus import Corpus, local_parties
from loader.counts import observations
from loader.documents import Outcome, Task, code_hash, handle, ontology_hash
from loader.errors import LoaderError
from loader.index import write_index
from loader.lineage import hidden, tombstones
from loader.names import Names
from loader.retention import KEEP, retire
from loader.runs import prune
from loader.subjects import opened
from loader.triples import local_party, ontology
from loader.writing import merged, write_graph, write_live, write_store, write_tables

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


@dataclass(frozen=True)
class Predecessor:
    """The release that was current before."""

    path: Path
    manifest: dict[str, Any]

    @property
    def id(self) -> str:
        """Return the release's id."""
        found: str = self.manifest["id"]
        return found

    @property
    def graph(self) -> Path:
        """Return the file of its sorted N-Triples."""
        return self.path / "graph.nt.gz"


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
            manifest = _write(
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


def _write(
    work: Path,
    corpus: Corpus,
    names: Names,
    outcomes: Sequence[Outcome],
    predecessor: Predecessor | None,
) -> dict[str, Any]:
    """Write all files of a release into `work` and return its manifest."""
    runs = [outcome.run for outcome in outcomes if outcome.run]
    if predecessor and predecessor.manifest["base"] != names.base:
        predecessor = None  # other IRIs: another lineage
    write_tables(work, runs, names)
    live = write_live(work, _shared(corpus, names), runs)
    write_index(live, work / "index.sqlite", names)
    id_, count = _write_graph(work, live, corpus, names, predecessor)
    live.unlink()
    if predecessor and predecessor.id != id_:
        _write_changes(work, corpus, names, predecessor, id_)
    stored = write_store(work)
    if stored != count:
        raise RuntimeError(f"the store holds {stored} triples, the graph {count}")
    (work / "graph.nt").unlink()
    counts: Counter[str] = sum((o.counts for o in outcomes), Counter())
    manifest = {
        "id": id_,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "base": names.base,
        "predecessor": predecessor.id if predecessor and predecessor.id != id_ else None,
        "versions": _versions(),
        "code": code_hash(),
        "ontology": ontology_hash(),
        "counts": {
            **{key: counts[key] for key in ("documents", "proposals", "achievements")},
            "links": {
                key: counts[key]
                for key in ("target-group", "actor", "instrument", "theme", "stance")
            },
            "triples": count,
        },
        "inputs": [
            {"slug": o.slug, "file": Path(o.file).name, "sha256": o.sha256, "textHash": o.text_hash}
            for o in outcomes
        ],
        "files": {path.relative_to(work).as_posix(): _file(path) for path in _files(work)},
    }
    (work / "manifest.json").write_text(
        json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    return manifest


def _shared(corpus: Corpus, names: Names) -> list[bytes]:
    """Return the sorted lines of what no document adds: the ontology and the corpus's local parties."""
    triples = {str(t) for t in ontology(names)}
    triples |= {str(t) for party in local_parties(corpus) for t in local_party(party, names)}
    return sorted(f"{line} .\n".encode() for line in triples)


def _write_graph(
    work: Path, live: Path, corpus: Corpus, names: Names, predecessor: Predecessor | None
) -> tuple[str, int]:
    """Write the graph with its counts, and the tombstones of what it lost; return its id and number of triples."""
    counted = sorted(f"{t} .\n".encode() for t in observations(work / "index.sqlite", names))
    with ExitStack() as stack:
        parts: list[Iterable[bytes]] = [stack.enter_context(opened(live)), counted]
        if predecessor:
            again = stack.enter_context(opened(live))
            parts.append(
                tombstones(
                    stack.enter_context(opened(predecessor.graph)),
                    merged([again, counted]),
                    predecessor=predecessor.id,
                    names=names,
                    withdrawn=_withdrawn(corpus),
                )
            )
        return write_graph(work, parts)


def _withdrawn(corpus: Corpus) -> set[str]:
    return {document.slug for document in corpus.documents if document.withdrawn}


def _write_changes(
    work: Path, corpus: Corpus, names: Names, predecessor: Predecessor, id_: str
) -> None:
    """Write what changed since the predecessor; a bug where an IRI of it is lost."""
    summary = write_changes(
        predecessor.graph,
        work / "graph.nt",
        work,
        names=(predecessor.id, id_),
        silent=hidden(_withdrawn(corpus), names),
    )
    if lost := [iri for iri in summary.lost if iri.startswith(names.iri(""))]:
        raise RuntimeError(f"{len(lost)} IRIs of the predecessor are lost, such as {lost[0]}")


def _versions() -> dict[str, str]:
    from importlib.metadata import version
    from platform import python_version

    return {"python": python_version()} | {
        name: version(name) for name in ("valgraf", "pyoxigraph", "simplemma")
    }


def _files(work: Path) -> list[Path]:
    """Return the files of a release that its manifest vouches for: all but the store's, which differ by build."""
    return sorted(
        p for p in work.rglob("*") if p.is_file() and "store" not in p.relative_to(work).parts
    )


def _file(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return {
            "bytes": path.stat().st_size,
            "sha256": hashlib.file_digest(file, "sha256").hexdigest(),
        }


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
