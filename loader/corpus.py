"""What is known of each document before it is read: `corpus.toml` and the files themselves."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from loader.corrections import FILE, Correction, by_document, read_corrections
from loader.elections import nearest, term_of
from loader.errors import LoaderError
from loader.names import slug
from loader.register import Entry, Register, register

#: What the readers read; other files of a folder are passed over.
SUFFIXES = frozenset({".txt", ".html", ".htm", ".pdf"})
MANIFEST = "corpus.toml"


@dataclass(frozen=True, kw_only=True)
class Document:
    """What is known of a document; what it does not state is None."""

    file: Path
    slug: str
    party: str | None = None  # a party's id
    municipality: str | None = None  # an SCB code
    county: str | None = None
    election: int | None = None
    term: str | None = None  # "2022/2026"
    title: str | None = None
    url: str | None = None
    archived: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str = "sv"
    rights: str = "quotes"
    withdrawn: bool = False
    note: str | None = None
    inferred: tuple[str, ...] = ()  # properties that the loader inferred
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class Corpus:
    """The documents of a load, in the order of their slugs, and the register with their local parties."""

    documents: tuple[Document, ...]
    register: Register
    stray: tuple[Correction, ...] = ()  # corrections of documents that are not among them


def local_parties(corpus: Corpus) -> Iterator[Entry]:
    """Yield the parties that the corpus declares beside those of the register."""
    return (p for id_, p in corpus.register.parties.items() if id_ not in register().parties)


_KEYS = {f.name for f in fields(Document)} - {"inferred", "corrections"}
_PARTY_KEYS = {"id", "name", "abbreviation", "municipality"}
_DATES = frozenset({"published", "retrieved"})
_TERM = re.compile(r"(\d{4})/(\d{4})$")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")

#: What is wrong with an entry: the key, and the words for it.
Fault = tuple[str, str]


def read_corpus(paths: Sequence[Path]) -> Corpus:
    """Return the documents of files and folders; LoaderError names the file and key of what is wrong."""
    documents: list[Document] = []
    known = register()
    for path in paths:
        if not path.exists():
            raise LoaderError("no such file or folder", document=str(path))
        found, known = _folder(path, known) if path.is_dir() else _file(path, known)
        documents += found
    _check_slugs(documents)
    if not documents:
        raise LoaderError(
            "no document found: give .txt, .html or .pdf files, or folders that hold them"
        )
    corrections = by_document(_corrections(paths))
    documents = [replace(d, corrections=corrections.pop(d.slug, ())) for d in documents]
    stray = tuple(c for those in corrections.values() for c in those)
    return Corpus(tuple(sorted(documents, key=lambda d: d.slug)), known, stray)


def _corrections(paths: Iterable[Path]) -> Iterator[Correction]:
    """Yield the corrections in folders, and those beside single files."""
    files = {
        file
        for path in paths
        for file in (path.rglob(FILE) if path.is_dir() else [path.parent / FILE])
    }
    for file in sorted(files):
        if file.exists():
            yield from read_corrections(file)


def _file(path: Path, known: Register) -> tuple[list[Document], Register]:
    """Return a single file's document, with what a corpus.toml beside it says of it."""
    entries, known = _entries([path.parent / MANIFEST], known)
    return [entries.get(path) or Document(file=path, slug=_slug_of(path, path.parent))], known


def _folder(folder: Path, known: Register) -> tuple[list[Document], Register]:
    """Return a folder's documents, with what each corpus.toml in it says of them."""
    entries, known = _entries(sorted(folder.rglob(MANIFEST)), known)
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    rest = [Document(file=p, slug=_slug_of(p, folder)) for p in files if p not in entries]
    return [*entries.values(), *rest], known


def _entries(manifests: Iterable[Path], known: Register) -> tuple[dict[Path, Document], Register]:
    """Return the documents that corpus.toml files describe, by file, and the register with their local parties."""
    entries: dict[Path, Document] = {}
    for manifest in manifests:
        if not manifest.exists():
            continue
        data = _toml(manifest)
        for number, entry in enumerate(data.get("party", ()), 1):
            _refuse(_party_faults(entry, known), manifest, f"[[party]] {number}")
            party = _local_party(entry)
            known = known.with_parties({party.id: party})
        for number, entry in enumerate(data.get("document", ()), 1):
            name = entry.get("file")
            told = name if isinstance(name, str) else f"[[document]] {number}"
            _refuse(_faults(entry, manifest, known), manifest, told)
            document = _document(entry, manifest, known)
            if document.file in entries:
                _refuse([("file", "has two entries")], manifest, told)
            entries[document.file] = document
    return entries, known


def _toml(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the arrays of tables of a corpus.toml."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LoaderError(f"cannot be read: {error.strerror}", document=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LoaderError(f"is no TOML: {error}", document=str(path)) from error
    for key, value in data.items():
        if key not in {"document", "party"}:
            message = "unknown key; known are [[document]] and [[party]]"
        elif not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            message = f"is written [[{key}]], once for each"
        else:
            continue
        raise LoaderError(message, document=str(path), place=key)
    return data


def _refuse(faults: Iterable[Fault], manifest: Path, told: str) -> None:
    """Raise the first fault of an entry, which is told by its file or number."""
    for key, message in faults:
        raise LoaderError(f"{message} ({told})", document=str(manifest), place=key)


def _local_party(entry: Mapping[str, Any]) -> Entry:
    """Return the register's entry of a local party."""
    name = entry["name"]
    short = entry.get("abbreviation", name)
    names = tuple(dict.fromkeys((name, short)))
    return Entry(slug(entry["id"]), short, name, name, names, None, entry.get("municipality"))


def _party_faults(entry: Mapping[str, Any], known: Register) -> Iterator[Fault]:
    """Yield what is wrong with a [[party]]."""
    yield from _misfits(entry, _PARTY_KEYS, texts=_PARTY_KEYS)
    for key in ("id", "name"):
        if not entry.get(key):
            yield key, "missing"
    if not slug(entry["id"]):
        yield "id", "makes no slug; give letters or digits"
    if slug(entry["id"]) in known.parties:
        yield "id", f"the party {slug(entry['id'])!r} is in the register already"
    if "municipality" in entry and entry["municipality"] not in known.municipalities:
        yield "municipality", f"no municipality has the code {entry['municipality']!r}"


def _misfits(entry: Mapping[str, Any], keys: set[str], *, texts: set[str]) -> Iterator[Fault]:
    """Yield the keys that are unknown, and those that should be text and are not."""
    for key in sorted(entry.keys() - keys):
        yield key, f"unknown key; known are {', '.join(sorted(keys))}"
    for key in sorted(entry.keys() & texts):
        if not isinstance(entry[key], str):
            yield key, "no text; put it between quotation marks"


def _document(entry: Mapping[str, Any], manifest: Path, known: Register) -> Document:
    """Return what an entry without faults says of a document."""
    values = {key: value for key, value in entry.items() if key != "file"}
    values |= {key: str(values[key]) for key in _DATES & values.keys()}
    if party := known.party(entry.get("party", "")):
        values["party"] = party.id
    file = manifest.parent / entry["file"]
    values.setdefault("slug", _slug_of(file, manifest.parent))
    if "election" in values:  # the law gives terms of four years
        values.setdefault("term", term_of(values["election"]))
    return Document(file=file, **values)


def _faults(entry: Mapping[str, Any], manifest: Path, known: Register) -> Iterator[Fault]:
    """Yield what is wrong with a [[document]]."""
    yield from _misfits(entry, _KEYS, texts=_KEYS - _DATES - {"election", "withdrawn"})
    if "file" not in entry:
        yield "file", "missing"
    if not isinstance(entry.get("withdrawn", False), bool):
        yield "withdrawn", "neither true nor false"
    if not entry.get("withdrawn") and not (manifest.parent / entry["file"]).is_file():
        yield "file", "no such file"
    yield from _no_election(entry.get("election", 2022))
    if "published" in entry and not _is_date(str(entry["published"]), partial=True):
        yield "published", "no date such as 2022-09-01, 2022-09 or 2022"
    if "retrieved" in entry and not _is_date(str(entry["retrieved"])):
        yield "retrieved", "no date such as 2022-09-01"
    yield from _unknown(entry, known)


def _no_election(year: Any) -> Iterator[Fault]:
    if not isinstance(year, int) or not 1970 <= year < 2200:
        yield "election", "no year from 1970 on"
    elif term_of(year) is None:
        before, after = nearest(year)
        message = f"no municipal election was held in {year}; the nearest are {before} and {after}"
        yield "election", message


def _is_date(text: str, *, partial: bool = False) -> bool:
    """Return whether a text is a date of the calendar; or a year or month where `partial`."""
    whole = f"{text}-01-01"[:10] if partial and len(text) in {4, 7} else text
    try:
        return date.fromisoformat(whole).isoformat() == whole
    except ValueError:
        return False


def _unknown(entry: Mapping[str, Any], known: Register) -> Iterator[Fault]:
    """Yield the values that stand for nothing."""
    if "party" in entry and known.party(entry["party"]) is None:
        parties = ", ".join(p.notation for p in known.parties.values())
        yield "party", f"unknown party {entry['party']!r}; known are {parties}"
    for key, codes in (("municipality", known.municipalities), ("county", known.counties)):
        if key in entry and entry[key] not in codes:
            yield key, f'unknown code {entry[key]!r}; SCB codes are text such as "0180" or "01"'
    if "municipality" in entry and "county" in entry:
        yield "county", "a document has a municipality or a county, not both"
    term = _TERM.match(entry.get("term", "0000/0001"))
    if not term or term[1] >= term[2]:
        yield "term", 'no term such as "2022/2026"'
    if entry.get("rights", "quotes") not in {"quotes", "full"}:
        yield "rights", 'neither "quotes" nor "full"'
    for key in ("url", "archived"):
        if key in entry and not _is_address(entry[key]):
            yield key, "no web address"
    if not _LANGUAGE.match(entry.get("language", "sv")):
        yield "language", 'no language tag such as "sv"'
    if "slug" in entry and (not entry["slug"] or slug(entry["slug"]) != entry["slug"]):
        yield "slug", f"no slug; {slug(entry['slug'] or entry['file'])!r} would be one"


def _is_address(text: str) -> bool:
    """Return whether a text is an address on the web that can be written as an IRI."""
    try:
        return urlsplit(NamedNode(text).value).scheme in {"http", "https"}
    except ValueError:
        return False


def _slug_of(path: Path, root: Path) -> str:
    relative = path.relative_to(root).with_suffix("")
    found = slug(str(relative))
    if not found:
        raise LoaderError(
            "the file's name makes no slug; rename it or give it one in corpus.toml",
            document=str(path),
        )
    return found


def _check_slugs(documents: Iterable[Document]) -> None:
    seen: dict[str, Path] = {}
    for document in documents:
        if document.slug in seen:
            raise LoaderError(
                f"has the slug {document.slug!r} of {seen[document.slug]}; give one of them another in corpus.toml",
                document=str(document.file),
            )
        seen[document.slug] = document.file


def with_inferred(document: Document, **found: Any) -> Document:
    """Return the document with what was inferred of it, where nothing was told."""
    new = {
        key: value
        for key, value in found.items()
        if value is not None and getattr(document, key) is None
    }
    return replace(document, **new, inferred=tuple(sorted({*document.inferred, *new})))
