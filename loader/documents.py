"""One document from file to sorted N-Triples and table rows: what each worker process does."""

import hashlib
from collections import Counter
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from loader import ROOT
from loader.corpus import Document, with_inferred
from loader.corrections import corrected
from loader.description import describe, withdrawn
from loader.errors import LoaderError
from loader.extraction import extract
from loader.inference import infer
from loader.names import Names, fingerprint
from loader.reading import Text, contents, read
from loader.register import Entry, Register, register
from loader.runs import Run
from loader.statements import Extraction, Statement
from loader.triples import ontology_files


@dataclass(frozen=True)
class Task:
    """A document to be handled, and the directory of the runs."""

    document: Document
    parties: tuple[Entry, ...]  # those that a corpus.toml declares
    base: str
    activity: str
    runs: Path


@dataclass(frozen=True)
class Outcome:
    """What became of a document: its counts, or the one line that says what is wrong with it."""

    slug: str
    file: str
    error: str | None
    counts: Counter[str]
    sha256: str = ""
    text_hash: str = ""
    run: Run | None = None  # None where there is an error
    idle: tuple[str, ...] = ()  # a line for each correction that changes nothing


def handle(task: Task) -> Outcome:
    """Return a document's outcome, its run written unless it stands already; a bug raises."""
    document = task.document
    try:
        data = b"" if document.withdrawn else contents(document.file)
        known = {**asdict(document), "file": document.file.name}
        local = [asdict(party) for party in task.parties]
        run = Run.of(task.runs, data, known, local, task.base, task.activity)
        told = run.read()
        if told is None:
            told = _withdrawn(task, run) if document.withdrawn else _found(task, run)
    except LoaderError as error:
        return Outcome(document.slug, str(document.file), str(error), Counter())
    return Outcome(
        document.slug,
        document.file.name,
        None,
        Counter(told["counts"]),
        hashlib.sha256(data).hexdigest(),
        told["textHash"],
        run,
        tuple(told["idle"]),
    )


def _withdrawn(task: Task, run: Run) -> dict[str, Any]:
    """Write the run of a withdrawn document and return its counts and rows."""
    told: dict[str, Any] = {"counts": {"withdrawn": 1}, "textHash": "", "tables": {}, "idle": []}
    run.write(withdrawn(task.document, Names(task.base)), told)
    return told


def _found(task: Task, run: Run) -> dict[str, Any]:
    """Write the run of a document that is read and return its counts and rows."""
    names = Names(task.base)
    known = register().with_parties({party.id: party for party in task.parties})
    text = read(task.document.file)
    document = inferred(task.document, text, known)
    found = distinct(extracted(document, text, known), text)
    mended = corrected(found, text.text, document.corrections)
    triples = describe(
        document,
        text,
        mended.extraction,
        mended.changes,
        names=names,
        register=known,
        activity=task.activity,
    )
    told = {
        "counts": _counts(mended.extraction),
        "textHash": hashlib.sha256(text.text.encode()).hexdigest(),
        "tables": rows(document, text, mended.extraction, names),
        "idle": mended.idle,
    }
    run.write(triples, told)
    return told


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


def distinct(extraction: Extraction, text: Text) -> Extraction:
    """Return the extraction with equal words as one statement, at their first place."""
    first: dict[str, Statement] = {}
    for statement in extraction.statements:
        first.setdefault(fingerprint(text.text[statement.start : statement.end]), statement)
    return replace(extraction, statements=tuple(first.values()))


def rows(
    document: Document, text: Text, extraction: Extraction, names: Names
) -> dict[str, list[list[Any]]]:
    """Return the rows that the document adds to the tables of proposals, links and documents."""
    slug = document.slug
    proposals, links = [], []
    for s in extraction.statements:
        quote = text.text[s.start : s.end]
        iri = names.statement(slug, quote)
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


def _counts(extraction: Extraction) -> Counter[str]:
    counts: Counter[str] = Counter(documents=1, proposals=0, achievements=0)
    for statement in extraction.statements:
        counts[f"{statement.kind}s"] += 1
        counts.update(mention.scheme for mention in statement.mentions)
    return counts


def code_hash() -> str:
    """Return the SHA-256 of the loader's code, its record of rules, and the libraries that shape its answers."""
    digest = hashlib.sha256(f"{ox.__version__} {version('simplemma')}".encode())
    patterns = ("*.py", "*.json", "*.sql")
    for path in sorted(p for pattern in patterns for p in (ROOT / "loader").rglob(pattern)):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def ontology_hash() -> str:
    """Return the SHA-256 of the ontology's files that go into the graph."""
    digest = hashlib.sha256()
    for path in ontology_files():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
