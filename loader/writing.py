"""The files of a release: N-Triples, Turtle, tables and the store."""

import csv
import gzip
import hashlib
import heapq
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import pyoxigraph as ox

from loader.lexicon import lexicon
from loader.names import NAMESPACE, Names

#: How many runs are merged at once: below the usual limit of open files.
_FAN_IN = 256

#: Table name → its columns.
TABLES = {
    "proposals": ("statement", "kind", "document", "party", "municipality", "election", "term", "stance", "quote", "begin", "end", "rule"),
    "links": ("statement", "scheme", "concept", "words", "begin", "end", "rule"),
    "documents": ("document", "slug", "title", "party", "municipality", "county", "election", "term", "source", "rights"),
    "concepts": ("concept", "scheme", "id", "broader", "sv", "en"),
}  # fmt: skip

_PREFIXES = {
    "vg": NAMESPACE,
    "dct": "http://purl.org/dc/terms/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def write_graph(work: Path, runs: Sequence[Path]) -> tuple[str, int]:
    """Merge sorted runs into graph.nt, graph.nt.gz and graph.ttl.gz; return the SHA-256 of the N-Triples and their number."""
    while len(runs) > _FAN_IN:
        runs = [
            _merge(runs[i : i + _FAN_IN], runs[i].with_suffix(f".{len(runs)}"))
            for i in range(0, len(runs), _FAN_IN)
        ]
    digest, count = hashlib.sha256(), 0
    with (
        (work / "graph.nt").open("wb") as plain,
        (work / "graph.nt.gz").open("wb") as file,
        _gzip(file) as packed,
    ):
        for line in _merged(runs):
            digest.update(line)
            plain.write(line)
            packed.write(line)
            count += 1
    with (work / "graph.ttl.gz").open("wb") as file, _gzip(file) as packed:
        triples = (
            quad.triple
            for quad in ox.parse(path=str(work / "graph.nt"), format=ox.RdfFormat.N_TRIPLES)
        )
        ox.serialize(triples, packed, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return digest.hexdigest(), count


def _gzip(file: BinaryIO) -> IO[bytes]:
    """Return a packed stream whose bytes depend on its contents alone: no name, no time."""
    return cast(
        "IO[bytes]", gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6, mtime=0)
    )


def _merge(runs: Sequence[Path], target: Path) -> Path:
    with target.open("wb") as file:
        file.writelines(_merged(runs))
    return target


def _merged(runs: Sequence[Path]) -> Iterator[bytes]:
    """Yield the lines of sorted runs in order, each once."""
    with ExitStack() as stack:
        last = b""
        for line in heapq.merge(*(stack.enter_context(run.open("rb")) for run in runs)):
            if line != last:
                yield line
                last = line


def write_tables(work: Path, parts: Sequence[Path], names: Names) -> None:
    """Write the CSV tables (RFC 4180, UTF-8) from the rows of each document."""
    (work / "tables").mkdir()
    with ExitStack() as stack:
        writers = {}
        for table, columns in TABLES.items():
            file = stack.enter_context(
                (work / "tables" / f"{table}.csv").open("w", encoding="utf-8", newline="")
            )
            writers[table] = csv.writer(file, lineterminator="\r\n")
            writers[table].writerow(columns)
        for part in parts:
            for table, rows in json.loads(part.read_text(encoding="utf-8")).items():
                writers[table].writerows(rows)
        writers["concepts"].writerows(_concepts(names))


def _concepts(names: Names) -> Iterator[list[Any]]:
    for scheme in ("target-group", "actor", "instrument", "theme", "stance"):
        known = lexicon(scheme)
        for concept, labels in sorted(known.labels.items()):
            broader = known.broader.get(concept, "")
            yield [
                names.iri(scheme, concept),
                scheme,
                concept,
                broader,
                labels.get("sv", ""),
                labels.get("en", ""),
            ]


def write_store(work: Path) -> int:
    """Make the RocksDB store of graph.nt and return its number of triples."""
    store = ox.Store(str(work / "store"))
    store.bulk_load(path=str(work / "graph.nt"), format=ox.RdfFormat.N_TRIPLES)
    store.optimize()  # without it look-ups cost two to three times more
    store.flush()
    return len(store)
