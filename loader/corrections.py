"""Corrections of single findings, in `corrections.toml`: kept through every later load, whatever the rules find.

A correction names a statement by its IRI, says what to change, and who, when and why:

    [[correction]]
    statement = "https://w3id.org/valgraf/id/statement/v-falun/v5s2l4zzro"
    add = "actor/bup"        # or: remove = "theme/vald", stance = "keep", retract = true
    words = "kuratorerna"    # the words that ground what is added
    who = "Redaktionen"
    when = 2026-11-25
    why = "Kuratorerna hör till BUP."
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

from loader.errors import LoaderError
from loader.lexicon import lexicon
from loader.names import fingerprint
from loader.statements import Extraction, Mention, Scheme, Statement

FILE = "corrections.toml"

#: The rule of what a person has added, by its name in the graph.
RULE = "correction"

_ACTIONS = ("retract", "stance", "add", "remove")
_KEYS = frozenset({"statement", "words", "who", "when", "why", *_ACTIONS})
_STATEMENT = re.compile(r"(?:\S*/id/statement/)?([a-z0-9-]+)/([a-z2-7]{10})$")
_SCHEMES = frozenset(get_args(Scheme))


@dataclass(frozen=True, slots=True)
class Correction:
    """One change of one statement, and who made it, when and why."""

    file: str
    document: str  # a slug
    statement: str  # a fingerprint
    who: str
    when: str
    why: str
    retract: bool = False
    add: tuple[Scheme, str] | None = None  # a stance too, which takes the place of the former
    remove: tuple[Scheme, str] | None = None
    words: str | None = None

    def __str__(self) -> str:
        """Return what the correction is about, for a line that tells of it."""
        return f"{self.file}: {self.document}/{self.statement}"


@dataclass(frozen=True, slots=True)
class Change:
    """A correction as it was carried out on a statement."""

    correction: Correction
    number: int  # counted from 1 among the statement's
    statement: Statement  # as it was before
    added: tuple[Scheme, str] | None = None
    removed: tuple[Scheme, str] | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """An extraction after its corrections, what they changed, and which changed nothing."""

    extraction: Extraction
    changes: tuple[Change, ...]
    idle: tuple[str, ...]  # one line each


def read_corrections(path: Path) -> Iterator[Correction]:
    """Yield the corrections of a file; LoaderError names the file and key of what is wrong."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LoaderError(f"is no TOML: {error}", document=str(path)) from error
    entries = data.pop("correction", [])
    if data or not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise LoaderError(
            "unknown key; known is [[correction]]",
            document=str(path),
            place=next(iter(data), "correction"),
        )
    for number, entry in enumerate(entries, 1):
        for key, message in _faults(entry):
            raise LoaderError(f"{message} ([[correction]] {number})", document=str(path), place=key)
        yield _correction(entry, str(path))


def _faults(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (key, what is wrong) of an entry."""
    for key in sorted(entry.keys() - _KEYS):
        yield key, f"unknown key; known are {', '.join(sorted(_KEYS))}"
    for key in ("statement", "who", "when", "why"):
        if not entry.get(key):
            yield key, "missing"
    for key in sorted(entry.keys() - {"retract", "when"}):
        if not isinstance(entry[key], str):
            yield key, "no text"
    if not _STATEMENT.match(entry["statement"]):
        yield "statement", "no IRI of a statement"
    try:
        date.fromisoformat(str(entry["when"]))
    except ValueError:
        yield "when", "no date such as 2026-11-25"
    if len(entry.keys() & set(_ACTIONS)) != 1:
        yield "statement", f"needs exactly one of {', '.join(_ACTIONS)}"
    if entry.get("retract", True) is not True:
        yield "retract", "is written true"
    if "add" in entry and "words" not in entry:
        yield "words", "missing: the words that ground what is added"
    for key in entry.keys() & {"add", "remove", "stance"}:
        scheme, _, concept = _named(key, entry[key]).partition("/")
        if scheme not in _SCHEMES or concept not in lexicon(cast("Scheme", scheme)).labels:
            yield (
                key,
                f'no concept {entry[key]!r}; it is written such as "actor/bup", a stance "keep"',
            )


def _named(key: str, value: str) -> str:
    return f"stance/{value}" if key == "stance" else value


def _correction(entry: Mapping[str, Any], file: str) -> Correction:
    """Return the correction of an entry without faults."""
    document, statement = cast("re.Match[str]", _STATEMENT.match(entry["statement"])).groups()
    add, remove = (
        next((_concept(_named(key, entry[key])) for key in keys if key in entry), None)
        for keys in (("add", "stance"), ("remove",))
    )
    return Correction(
        file,
        document,
        statement,
        entry["who"],
        str(entry["when"]),
        entry["why"],
        "retract" in entry,
        add,
        remove,
        entry.get("words"),
    )


def _concept(text: str) -> tuple[Scheme, str]:
    scheme, _, concept = text.partition("/")
    return cast("Scheme", scheme), concept


def corrected(extraction: Extraction, text: str, corrections: Iterable[Correction]) -> Corrected:
    """Return the extraction of a text with its corrections carried out, in their order."""
    statements = {fingerprint(text[s.start : s.end]): s for s in extraction.statements}
    changes: list[Change] = []
    idle = []
    for correction in corrections:
        statement = statements.get(correction.statement)
        change = None
        if statement is None:
            idle.append(f"{correction}: matches no statement any more")
        elif correction.retract:
            change = Change(correction, 1, statement)
            del statements[correction.statement]
        else:
            new, change = _changed(statement, correction, text)
            statements[correction.statement] = new
            if change is None:
                idle.append(f"{correction}: changes nothing any more")
        if change:
            number = sum(c.correction.statement == correction.statement for c in changes) + 1
            changes.append(replace(change, number=number))
    kept = replace(extraction, statements=tuple(statements.values()))
    return Corrected(kept, tuple(changes), tuple(idle))


def _changed(
    statement: Statement, correction: Correction, text: str
) -> tuple[Statement, Change | None]:
    """Return a statement with a link added, removed, or its stance set; no change where it is so already."""
    linked = {(m.scheme, m.concept): m for m in statement.mentions}
    gone, new = correction.remove, correction.add
    if new and new[0] == "stance":
        gone = next((link for link in linked if link[0] == "stance"), None)
    if new in linked or (new is None and gone not in linked):
        return statement, None
    mentions = [m for link, m in linked.items() if link != gone]
    if new:
        start, end = _ground(statement, correction, text, linked.get(gone) if gone else None)
        mentions.append(Mention(*new, RULE, start, end))
    mentions.sort(key=lambda m: (m.start, -m.end))
    return replace(statement, mentions=tuple(mentions)), Change(correction, 1, statement, new, gone)


def _ground(
    statement: Statement, correction: Correction, text: str, former: Mention | None
) -> tuple[int, int]:
    """Return where the words of a correction stand: in the statement, or at the last place before it."""
    if correction.words is None:  # a stance stays where the former was grounded
        return (former.start, former.end) if former else (statement.start, statement.end)
    start = text.find(correction.words, statement.start, statement.end)
    if start < 0:
        start = text.rfind(correction.words, 0, statement.start)
    if start < 0:
        raise LoaderError(
            f"the words {correction.words!r} stand neither in the statement nor before it",
            document=correction.file,
            place=f"{correction.document}/{correction.statement}",
        )
    return start, start + len(correction.words)


def by_document(corrections: Iterable[Correction]) -> dict[str, tuple[Correction, ...]]:
    """Return corrections by their document's slug, in their order."""
    found: dict[str, list[Correction]] = {}
    for correction in corrections:
        found.setdefault(correction.document, []).append(correction)
    return {slug: tuple(those) for slug, those in found.items()}
