"""What is known of each document before it is read: `corpus.toml` and the files themselves."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

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


@dataclass(frozen=True)
class Corpus:
    """The documents of a load, in the order of their slugs, and the register with their local parties."""

    documents: tuple[Document, ...]
    register: Register


_KEYS = {f.name for f in fields(Document)} - {"inferred"}
_PARTY_KEYS = {"id", "name", "abbreviation", "municipality"}
_DATES = frozenset({"published", "retrieved"})
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")
_TERM = re.compile(r"(\d{4})/(\d{4})$")


def read_corpus(paths: Iterable[Path]) -> Corpus:
    """Return the documents of files and folders; LoaderError names the file and key of what is wrong."""
    documents: list[Document] = []
    known = register()
    for path in paths:
        if not path.exists():
            raise LoaderError("no such file or folder", document=str(path))
        if path.is_dir():
            found, known = _folder(path, known)
            documents += found
        else:
            documents.append(
                _described(path, known) or Document(file=path, slug=_slug_of(path, path.parent))
            )
    _check_slugs(documents)
    if not documents:
        raise LoaderError(
            "no document found: give .txt, .html or .pdf files, or folders that hold them"
        )
    return Corpus(tuple(sorted(documents, key=lambda d: d.slug)), known)


def _described(path: Path, known: Register) -> Document | None:
    """Return what a corpus.toml beside a single file says of it."""
    manifest = path.parent / MANIFEST
    if not manifest.exists():
        return None
    found, _ = _folder(path.parent, known)
    return next((d for d in found if d.file == path), None)


def _folder(folder: Path, known: Register) -> tuple[list[Document], Register]:
    """Return a folder's documents, with what its corpus.toml says of them."""
    manifest = folder / MANIFEST
    entries: dict[Path, Document] = {}
    if manifest.exists():
        data = _toml(manifest)
        if extra := sorted(data.keys() - {"document", "party"}):
            raise LoaderError(
                "unknown key; known are [[document]] and [[party]]",
                document=str(manifest),
                place=extra[0],
            )
        known = known.with_parties(dict(_local_parties(data, manifest, known)))
        for number, entry in enumerate(data.get("document", []), 1):
            document = _document(entry, manifest, number, known)
            if document.file in entries:
                raise LoaderError(
                    f"two entries for {document.file.name}", document=str(manifest), place="file"
                )
            entries[document.file] = document
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    rest = [Document(file=p, slug=_slug_of(p, folder)) for p in files if p not in entries]
    return [*entries.values(), *rest], known


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LoaderError(f"is no TOML: {error}", document=str(path)) from error


def _local_parties(
    data: Mapping[str, Any], manifest: Path, known: Register
) -> Iterator[tuple[str, Entry]]:
    """Yield the local parties that a corpus.toml declares, by id."""
    for number, entry in enumerate(data.get("party", []), 1):
        place = f"[[party]] {number}"
        for key in entry.keys() - _PARTY_KEYS:
            raise LoaderError(
                f"unknown key in {place}; known are {', '.join(sorted(_PARTY_KEYS))}",
                document=str(manifest),
                place=key,
            )
        for key in ("id", "name"):
            if not isinstance(entry.get(key), str) or not entry[key]:
                raise LoaderError(
                    f"missing in {place}, or no text", document=str(manifest), place=key
                )
        code = entry.get("municipality")
        if code is not None and code not in known.municipalities:
            raise LoaderError(
                f"no municipality has the code {code!r} in {place}",
                document=str(manifest),
                place="municipality",
            )
        id_ = slug(entry["id"])
        if id_ in known.parties:
            raise LoaderError(
                f"the party {id_!r} is in the register already", document=str(manifest), place="id"
            )
        short = str(entry.get("abbreviation", entry["name"]))
        yield (
            id_,
            Entry(
                id_,
                short,
                entry["name"],
                entry["name"],
                tuple(dict.fromkeys((entry["name"], short))),
                None,
                code,
            ),
        )


def _document(entry: Mapping[str, Any], manifest: Path, number: int, known: Register) -> Document:
    """Return one entry of a corpus.toml, checked."""
    name = entry.get("file")
    told = f"({name if isinstance(name, str) else f'[[document]] {number}'})"
    for key, message in _faults(entry, manifest, known):
        raise LoaderError(f"{message} {told}", document=str(manifest), place=key)
    values = {key: value for key, value in entry.items() if key != "file"}
    values |= {key: str(values[key]) for key in ("published", "retrieved") if key in values}
    if "party" in values:
        party = known.party(values["party"])
        values["party"] = party.id if party else None
    file = manifest.parent / str(name)
    values.setdefault("slug", _slug_of(file, manifest.parent))
    if values.get("election") and "term" not in values:  # the law gives terms of four years
        values["term"] = f"{values['election']}/{values['election'] + 4}"
    return Document(file=file, **values)


def _faults(entry: Mapping[str, Any], manifest: Path, known: Register) -> Iterator[tuple[str, str]]:
    """Yield (key, what is wrong) of an entry."""
    yield from (
        (key, f"unknown key; known are {', '.join(sorted(_KEYS))}")
        for key in sorted(entry.keys() - _KEYS)
    )
    if not isinstance(entry.get("withdrawn", False), bool):
        yield "withdrawn", "neither true nor false"
    if "election" in entry and not (
        isinstance(entry["election"], int) and 1900 < entry["election"] < 2200
    ):
        yield "election", "no year"
    for key in sorted(entry.keys() & _DATES):
        if not _DATE.match(str(entry[key])):
            yield key, "no date such as 2022-09-01"
    for key in sorted(entry.keys() - {"election", "withdrawn"} - _DATES):
        if not isinstance(entry[key], str):
            yield key, "no text"
    if "file" not in entry:
        yield "file", "missing"
    elif not entry.get("withdrawn") and not (manifest.parent / entry["file"]).is_file():
        yield "file", "no such file"
    yield from _unknown(entry, known)


def _unknown(entry: Mapping[str, Any], known: Register) -> Iterator[tuple[str, str]]:
    """Yield (key, what is wrong) of values that stand for something else."""
    if "party" in entry and known.party(entry["party"]) is None:
        yield (
            "party",
            f"unknown party {entry['party']!r}; known are {', '.join(p.notation for p in known.parties.values())}",
        )
    for key, codes in (("municipality", known.municipalities), ("county", known.counties)):
        if key in entry and entry[key] not in codes:
            yield key, f'unknown code {entry[key]!r}; SCB codes are text such as "0180" or "01"'
    if "term" in entry and not _TERM.match(entry["term"]):
        yield "term", 'no term such as "2022/2026"'
    if entry.get("rights", "quotes") not in {"quotes", "full"}:
        yield "rights", 'neither "quotes" nor "full"'
    for key in ("url", "archived"):
        if key in entry and not entry[key].startswith(("http://", "https://")):
            yield key, "no web address"
    if "slug" in entry and slug(entry["slug"]) != entry["slug"]:
        yield "slug", f"no slug; {slug(entry['slug'])!r} would be one"


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
