"""One document from file to sorted N-Triples and table rows: what each worker process does."""

import ctypes
import hashlib
import json
import signal
from collections import Counter
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from loader import ROOT
from loader.corpus import Document, with_inferred
from loader.errors import LoaderError
from loader.extraction import extract
from loader.inference import infer
from loader.names import Names
from loader.reading import Text, read
from loader.register import Register
from loader.statements import Extraction
from loader.triples import describe, withdrawn


@dataclass(frozen=True)
class Task:
    """A document to be handled, and where its run goes."""

    document: Document
    register: Register
    base: str
    activity: str
    run: Path  # the sorted N-Triples; the table rows go beside it, with .json added


@dataclass(frozen=True)
class Outcome:
    """What became of a document: its counts, or the one line that says what is wrong with it."""

    slug: str
    file: str
    error: str | None
    counts: Counter[str]
    sha256: str = ""
    text_hash: str = ""


def die_with_parent() -> None:
    """Have the kernel end this worker when the loader dies, however it dies (Linux)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def handle(task: Task) -> Outcome:
    """Write a document's run and return its outcome; a faulty document is an outcome, a bug raises."""
    document, names = task.document, Names(task.base)
    if document.withdrawn:
        _write(task, {str(t) for t in withdrawn(document, names)}, {})
        return Outcome(document.slug, str(document.file), None, Counter(withdrawn=1))
    try:
        text = read(document.file)
        data = document.file.read_bytes()
    except LoaderError as error:
        return Outcome(document.slug, str(document.file), str(error), Counter())
    document = inferred(document, text, task.register)
    extraction = extracted(document, text, task.register)
    triples = describe(
        document, text, extraction, names=names, register=task.register, activity=task.activity
    )
    _write(task, {str(triple) for triple in triples}, rows(document, text, extraction, names))
    return Outcome(
        document.slug,
        document.file.name,
        None,
        _counts(extraction),
        hashlib.sha256(data).hexdigest(),
        hashlib.sha256(text.text.encode()).hexdigest(),
    )


def inferred(document: Document, text: Text, register: Register) -> Document:
    """Return the document with what its text says of it, where nothing was told."""
    found = infer(text.text, register)
    place = None if document.county else found.municipality
    return with_inferred(
        document, party=found.party, municipality=place, election=found.election, term=found.term
    )


def extracted(document: Document, text: Text, register: Register) -> Extraction:
    """Return the statements of a document."""
    place = register.municipalities.get(document.municipality or "")
    return extract(
        text.text,
        parties=register.party_names(document.party),
        places=(place.name,) if place else (),
        headings=text.headings,
    )


def rows(
    document: Document, text: Text, extraction: Extraction, names: Names
) -> dict[str, list[list[Any]]]:
    """Return the rows that the document adds to the tables of proposals, links and documents."""
    slug = document.slug
    proposals, links, seen = [], [], set()
    for s in extraction.statements:
        quote = text.text[s.start : s.end]
        iri = names.statement(slug, quote)
        if iri in seen:
            continue
        seen.add(iri)
        stance = next((m.concept for m in s.mentions if m.scheme == "stance"), "")
        proposals.append(
            [
                iri,
                s.kind,
                slug,
                document.party,
                document.municipality,
                document.election,
                document.term,
                stance,
                quote,
                s.start,
                s.end,
                s.rule,
            ]
        )
        links += [
            [iri, m.scheme, m.concept, text.text[m.start : m.end], m.start, m.end, m.rule]
            for m in s.mentions
        ]
    about = [
        names.iri("document", slug),
        slug,
        document.title,
        document.party,
        document.municipality,
        document.county,
        document.election,
        document.term,
        document.url,
        document.rights,
    ]
    return {"proposals": proposals, "links": links, "documents": [about]}


def _write(task: Task, triples: set[str], tables: dict[str, list[list[Any]]]) -> None:
    task.run.write_text("".join(f"{line} .\n" for line in sorted(triples)), encoding="utf-8")
    task.run.with_suffix(".json").write_text(
        json.dumps(tables, ensure_ascii=False), encoding="utf-8"
    )


def _counts(extraction: Extraction) -> Counter[str]:
    counts: Counter[str] = Counter(documents=1, proposals=0, achievements=0)
    for statement in extraction.statements:
        counts[f"{statement.kind}s"] += 1
        counts.update(mention.scheme for mention in statement.mentions)
    return counts


def code_hash() -> str:
    """Return the SHA-256 of the loader's code, its record of rules, and the libraries that shape its answers."""
    digest = hashlib.sha256(f"{ox.__version__} {version('simplemma')}".encode())
    for path in sorted((*(ROOT / "loader").rglob("*.py"), *(ROOT / "loader").rglob("*.json"))):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def ontology_hash() -> str:
    """Return the SHA-256 of the ontology's files."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "ontology").rglob("*.ttl")):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
