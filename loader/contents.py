"""What a release holds: the graph with its counts and tombstones, tables, index, changes, store and manifest."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from typing import Any

from loader.changes import write_changes
from loader.corpus import Corpus, local_parties
from loader.counts import observations
from loader.documents import Outcome, code_hash, ontology_hash
from loader.examples import examples
from loader.index import write_index
from loader.lineage import hidden, tombstones
from loader.names import Names
from loader.packing import packed
from loader.statistics import statistics
from loader.subjects import opened
from loader.triples import local_party, ontology
from loader.writing import (
    merged,
    write_graph,
    write_live,
    write_ontology,
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
    write_tables(work, runs, names)
    write_ontology(work, ontology(names))
    live = write_live(work, _shared(corpus, names), runs)
    write_index(live, work / "index.sqlite", names)
    id_, count = _write_graph(work, live, corpus, names, predecessor)
    live.unlink()
    with ThreadPoolExecutor(1) as beside:  # the store is made without the interpreter's lock
        storing = beside.submit(write_store, work)
        write_turtle(work)
        if predecessor and predecessor.id != id_:
            _write_changes(work, corpus, names, predecessor, id_)
        with opened(work / "graph.nt") as lines:
            numbers = statistics(lines, names)
        stored = storing.result()
    if stored != count:
        raise RuntimeError(f"the store holds {stored} triples, the graph {count}")
    (work / "graph.nt").unlink()
    manifest = {
        "id": id_,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "base": names.base,
        "predecessor": predecessor.id if predecessor and predecessor.id != id_ else None,
        "versions": _versions(),
        "code": code_hash(),
        "ontology": ontology_hash(),
        "counts": _counts(outcomes, count),
        "statistics": numbers,
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


def _write_graph(
    work: Path, live: Path, corpus: Corpus, names: Names, predecessor: Predecessor | None
) -> tuple[str, int]:
    """Write the graph with its counts, and the tombstones of what it lost; return its id and number of triples."""
    counted = sorted(f"{t} .\n".encode() for t in observations(work / "index.sqlite", names))
    with packed(work / "counts.nt.gz") as file:
        file.writelines(counted)
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
