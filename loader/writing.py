"""The files of a release: N-Triples, Turtle, tables and the store."""

import csv
import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from loader.csvw import metadata
from loader.lexicon import lexicon
from loader.merging import Lines, merged, stretches
from loader.names import NAMESPACE, Names
from loader.packing import packed
from loader.runs import Run

#: How many runs are merged at once: all of them are in memory then, some 500 kB each.
_FAN_IN = 128

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
    "qb": "http://purl.org/linked-data/cube#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


_ONTOLOGY_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def write_live(work: Path, shared: Sequence[bytes], runs: Sequence[Run]) -> Path:
    """Merge sorted lines and runs into live.nt: all but what is counted and what is remembered."""
    parts = list(map(Run.lines, runs))
    while len(parts) > _FAN_IN:  # each merge of many goes to a file of its own
        parts = [
            _spooled(merged(parts[i : i + _FAN_IN]), work / f"{len(parts)}-{i}.merge")
            for i in range(0, len(parts), _FAN_IN)
        ]
    with (work / "live.nt").open("wb") as file:
        file.writelines(chain.from_iterable(merged([[list(shared)], *parts])))
    return work / "live.nt"


def write_graph(work: Path, parts: Iterable[Iterable[Lines]]) -> tuple[str, int]:
    """Merge sorted lines into graph.nt; return the SHA-256 of the N-Triples and their number."""
    digest, count = hashlib.sha256(), 0
    with (work / "graph.nt").open("wb") as file:
        for lines in merged(parts):
            data = b"".join(lines)
            digest.update(data)
            file.write(data)
            count += len(lines)
    return digest.hexdigest(), count


def write_packed(work: Path) -> None:
    """Write graph.nt as graph.nt.gz."""
    with (work / "graph.nt").open("rb") as plain, packed(work / "graph.nt.gz") as zipped:
        shutil.copyfileobj(plain, zipped, 1 << 20)


def write_turtle(work: Path) -> None:
    """Write graph.nt as graph.ttl.gz."""
    with packed(work / "graph.ttl.gz") as zipped:
        graph = str(work / "graph.nt")
        quads = ox.parse(path=graph, format=ox.RdfFormat.N_TRIPLES, lenient=True)
        ox.serialize(quads, zipped, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)


def _spooled(lines: Iterable[Lines], path: Path) -> Iterator[Lines]:
    """Write lines to a file now, and yield them from it later; then it is gone."""
    with path.open("wb") as file:
        file.writelines(chain.from_iterable(lines))

    def read() -> Iterator[Lines]:
        with path.open("rb") as file:
            yield from stretches(file)
        path.unlink()

    return read()


def write_ontology(work: Path, triples: Iterable[ox.Triple]) -> None:
    """Write the ontology, the schemes and the register in Turtle, RDF/XML and JSON-LD."""
    known = sorted(set(triples), key=str)
    for name, format_ in _ONTOLOGY_FORMATS.items():
        ox.serialize(known, work / f"ontology.{name}", format=format_, prefixes=_PREFIXES)


def write_tables(work: Path, runs: Sequence[Run], names: Names) -> None:
    """Write the CSV tables (RFC 4180, UTF-8) from the rows of each document, and what their columns mean."""
    (work / "tables").mkdir()
    with ExitStack() as stack:
        writers = {}
        for table, columns in TABLES.items():
            file = stack.enter_context(
                (work / "tables" / f"{table}.csv").open("w", encoding="utf-8", newline="")
            )
            writers[table] = csv.writer(file, lineterminator="\r\n")
            writers[table].writerow(columns)
        for run in runs:
            for table, rows in (run.read() or {})["tables"].items():
                writers[table].writerows(rows)
        writers["concepts"].writerows(_concepts(names))
    (work / "tables" / "csv-metadata.json").write_text(
        json.dumps(metadata(TABLES, names), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def _concepts(names: Names) -> Iterator[list[Any]]:
    for scheme in ("target-group", "actor", "instrument", "theme", "stance"):
        known = lexicon(scheme)
        for concept, labels in sorted(known.labels.items()):
            broader = " ".join(known.broader.get(concept, ()))
            yield [
                names.iri(scheme, concept),
                scheme,
                concept,
                broader,
                labels.get("sv", ""),
                labels.get("en", ""),
            ]


def write_store(work: Path, live: Path, added: Callable[[], Path]) -> int:
    """Make the RocksDB store of live.nt and of what `added` waits for, and return its number of triples."""
    store = ox.Store(str(work / "store"))
    store.bulk_load(path=str(live), format=ox.RdfFormat.N_TRIPLES, lenient=True)
    store.bulk_load(path=str(added()), format=ox.RdfFormat.N_TRIPLES, lenient=True)
    store.optimize()  # without it look-ups cost two to three times more
    store.flush()
    return len(store)
