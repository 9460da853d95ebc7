"""What a release holds: the graph with its counts and tombstones, tables, index, changes, store and manifest."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from platform import python_version
from typing import IO, Any

from loader.changes import write_changes
from loader.corpus import Corpus, local_parties
from loader.counts import Sets, observations
from loader.documents import Outcome, code_hash, ontology_hash
from loader.examples import examples
from loader.executors import workers
from loader.index import index
from loader.lineage import hidden, tombstones
from loader.merging import Lines, gathered, merged, noted, stretches
from loader.names import Names
from loader.packing import packed, unpacked
from loader.runs import Run
from loader.statistics import statistics
from loader.subjects import opened
from loader.triples import local_party, ontology
from loader.writing import (
    write_graph,
    write_live,
    write_ontology,
    write_packed,
    write_store,
    write_tables,
    write_turtle,
)


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


def write_release(
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
    graph = _write_graphs(work, corpus, names, runs, predecessor)
    manifest = {
        "id": graph.id,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "base": names.base,
        "predecessor": predecessor.id if predecessor and predecessor.id != graph.id else None,
        "versions": _versions(),
        "code": code_hash(),
        "ontology": ontology_hash(),
        "counts": _counts(outcomes, graph.triples),
        "statistics": graph.numbers,
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


@dataclass(frozen=True)
class _Graph:
    """What was written of a graph: its id, its number of triples, and its statistics."""

    id: str
    triples: int
    numbers: dict[str, Any]


def _write_graphs(
    work: Path, corpus: Corpus, names: Names, runs: Sequence[Run], predecessor: Predecessor | None
) -> _Graph:
    """Write the graph in all its forms, and the index.

    The store is made in a thread, without the interpreter's lock, and begins before the counts are known; what follows
    from these is written by a process of its own while the index is finished here.
    """
    live = write_live(work, _shared(corpus, names), runs)
    added: Future[Path] = Future()
    with ThreadPoolExecutor(1) as beside, workers(1) as apart:
        try:
            storing = beside.submit(write_store, work, live, added.result)
            with index(live, work / "index.sqlite", names) as written:
                _write_counts(work, written.sets(), names)
                writing = apart.submit(_write_forms, work, live, corpus, names, predecessor)
                write_tables(work, runs, names)
                write_ontology(work, ontology(names))
            graph = writing.result()
            added.set_result(work / "added.nt")
        except BaseException as error:
            added.set_exception(error)
            raise
        stored = storing.result()
    if stored != graph.triples:
        raise RuntimeError(f"the store holds {stored} triples, the graph {graph.triples}")
    for name in ("live.nt", "added.nt", "graph.nt"):
        (work / name).unlink()
    return graph


def _write_forms(
    work: Path, live: Path, corpus: Corpus, names: Names, predecessor: Predecessor | None
) -> _Graph:
    """Write the graph with its counts and the tombstones of what it lost, packed and as Turtle, and what changed."""
    id_, count = _write_graph(work, live, corpus, names, predecessor)
    with ThreadPoolExecutor(1) as beside:  # packing needs no interpreter's lock
        packing = beside.submit(write_packed, work)
        write_turtle(work)
        if predecessor and predecessor.id != id_:
            _write_changes(work, corpus, names, predecessor, id_)
        with opened(work / "graph.nt") as lines:
            numbers = statistics(lines, names)
        packing.result()
    return _Graph(id_, count, numbers)


def _counts(outcomes: Sequence[Outcome], triples: int) -> dict[str, Any]:
    """Return how many documents, statements, links and triples there are."""
    counts: Counter[str] = sum((o.counts for o in outcomes), Counter())
    schemes = ("target-group", "actor", "instrument", "theme", "stance")
    return {
        **{key: counts[key] for key in ("documents", "proposals", "achievements")},
        "links": {scheme: counts[scheme] for scheme in schemes},
        "triples": triples,
    }


def _shared(corpus: Corpus, names: Names) -> list[bytes]:
    """Return the sorted lines of what no document adds: the ontology, the questions, the corpus's local parties."""
    triples = {str(t) for t in (*ontology(names), *examples(names))}
    triples |= {str(t) for party in local_parties(corpus) for t in local_party(party, names)}
    return sorted(f"{line} .\n".encode() for line in triples)


def _write_counts(work: Path, sets: Sets, names: Names) -> None:
    """Write the sorted lines of the counts."""
    with packed(work / "counts.nt.gz") as file:
        file.writelines(sorted(f"{t} .\n".encode() for t in observations(sets, names)))


def _write_graph(
    work: Path, live: Path, corpus: Corpus, names: Names, predecessor: Predecessor | None
) -> tuple[str, int]:
    """Write graph.nt, and apart what it has beside live.nt: counts and tombstones; return its id and number of triples."""
    with ExitStack() as stack:

        def part(file: IO[bytes]) -> Iterator[Lines]:
            return stretches(stack.enter_context(file))

        counts = work / "counts.nt.gz"
        if predecessor:
            remains = tombstones(
                stack.enter_context(opened(predecessor.graph)),
                chain.from_iterable(merged([part(live.open("rb")), part(unpacked(counts))])),
                predecessor=predecessor.id,
                names=names,
                withdrawn=_withdrawn(corpus),
            )
            parts = [part(unpacked(counts)), gathered(remains)]
        else:
            parts = [part(unpacked(counts))]
        added = stack.enter_context((work / "added.nt").open("wb"))
        return write_graph(work, [part(live.open("rb")), noted(merged(parts), added)])


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
