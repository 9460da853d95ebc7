"""What differs between two releases: triples added and removed, statements new, changed and gone."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loader.lineage import has_quote, is_withdrawn
from loader.names import NAMESPACE
from loader.packing import packed
from loader.subjects import Subject, opened, paired

_LINKS = {
    f"<{NAMESPACE}{name}>".encode(): name
    for name in ("targetGroup", "actor", "instrument", "theme", "stance")
}
_TYPE = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_REPLACED = "http://purl.org/dc/terms/isReplacedBy"
_QUOTE = f"{NAMESPACE}quote"


@dataclass(frozen=True, slots=True)
class Difference:
    """A subject whose lines differ: as it was and as it is, None where there was or is none."""

    before: Subject | None
    after: Subject | None

    @property
    def removed(self) -> list[bytes]:
        """Return the lines that the new release has not."""
        return _without(self.before, self.after)

    @property
    def added(self) -> list[bytes]:
        """Return the lines that the old release has not."""
        return _without(self.after, self.before)


def _without(these: Subject | None, those: Subject | None) -> list[bytes]:
    other = set(those.lines if those else ())
    return [line for line in (these.lines if these else ()) if line not in other]


def differences(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[Difference]:
    """Yield the subjects of two sorted graphs whose lines differ."""
    for before, after in paired(old, new):
        if before is None or after is None or before.lines != after.lines:
            yield Difference(before, after)


def statement_change(difference: Difference) -> dict[str, Any] | None:
    """Return how a statement changed, as JSON has it; None where the subject is none or its links are as they were."""
    before, after = _alive(difference.before), _alive(difference.after)
    if after is not None and before is None:
        return {"change": "new", "statement": after.iri, "quote": _value(after, _QUOTE)}
    if before is not None and after is None:
        gone = {"change": "gone", "statement": before.iri}
        if difference.after is None or not has_quote(difference.after):
            return gone  # its words are withdrawn with its document
        return gone | {
            "quote": _value(difference.after, _QUOTE),
            "replacedBy": _value(difference.after, _REPLACED),
        }
    if before is None or after is None or not (links := _links(difference)):
        return None
    return {"change": "changed", "statement": after.iri, "quote": _value(after, _QUOTE), "links": links}  # fmt: skip


def _alive(subject: Subject | None) -> Subject | None:
    return subject if subject and has_quote(subject) and not is_withdrawn(subject) else None


def _value(subject: Subject, predicate: str) -> str | None:
    return next((value for name, value, _ in subject.facts() if name == predicate), None)


def _links(difference: Difference) -> list[dict[str, str]]:
    """Return the links, and the classes, that were removed and added."""
    return [
        {"change": change, "property": name, "value": line.split(b" ", 2)[2][1:-4].decode()}
        for change, lines in (("removed", difference.removed), ("added", difference.added))
        for line in lines
        if (name := _property(line))
    ]


def _property(line: bytes) -> str | None:
    predicate = line.split(b" ", 2)[1]
    return "type" if predicate == _TYPE else _LINKS.get(predicate)


def told(change: dict[str, Any]) -> str:
    """Return a statement's change as one line of text."""
    quote = " ".join((change.get("quote") or "").split())
    name = f"{change['statement']} {quote}".rstrip()
    if change["change"] == "new":
        return f"+ {name}"
    if change["change"] == "gone":
        follower = change.get("replacedBy")
        return f"- {name}" + (f" → {follower}" if follower else "")
    signs = {"removed": "-", "added": "+"}
    links = (
        f"{signs[link['change']]}{link['property']} {link['value']}" for link in change["links"]
    )
    return f"~ {name} [{', '.join(links)}]"


@dataclass(slots=True)
class Summary:
    """How many triples and statements differ, and which subjects are there no more."""

    triples: Counter[str] = field(default_factory=Counter)
    statements: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)

    def add(self, difference: Difference, change: dict[str, Any] | None) -> None:
        """Count a difference, and what it means for a statement."""
        self.triples["added"] += len(difference.added)
        self.triples["removed"] += len(difference.removed)
        if change:
            self.statements[change["change"]] += 1
        if difference.before and difference.after is None:
            self.lost.append(difference.before.iri)

    def facts(self) -> dict[str, dict[str, int]]:
        """Return the numbers as JSON has them."""
        return {
            "triples": {key: self.triples[key] for key in ("added", "removed")},
            "statements": {key: self.statements[key] for key in ("new", "changed", "gone")},
        }

    def line(self) -> str:
        """Return the numbers as a line of text."""
        counts = self.facts()
        return ", ".join(f"{n} {what} {key}" for what in counts for key, n in counts[what].items())


#: The files that `write_changes` makes.
FILES = {
    "text": "changes.txt",
    "json": "changes.json",
    "added": "changes-added.nt.gz",
    "removed": "changes-removed.nt.gz",
}


def write_changes(
    old: Path,
    new: Path,
    target: Path,
    *,
    names: tuple[str, str],
    silent: tuple[bytes, ...] = (),
) -> Summary:
    """Write what differs between two sorted graphs as text, JSON and two N-Triples patches into a directory.

    `names` are the names of the old and the new release. Of subjects whose names begin as `silent` says,
    the removed words are not repeated: whoever applies the patch deletes all that a withdrawn subject had.
    """
    summary, first = Summary(), True
    with ExitStack() as stack:
        text, facts = (
            stack.enter_context((target / FILES[name]).open("w", encoding="utf-8"))
            for name in ("text", "json")
        )
        added, removed = (
            stack.enter_context(packed(target / FILES[name])) for name in ("added", "removed")
        )
        sources = (stack.enter_context(opened(path)) for path in (old, new))
        facts.write(f'{{"old": {json.dumps(names[0])}, "new": {json.dumps(names[1])}, "changes": [')
        for difference in differences(*sources):
            change = statement_change(difference)
            summary.add(difference, change)
            added.writelines(difference.added)
            before = difference.before
            quiet = before is not None and before.name.startswith(silent)
            removed.writelines(
                line for line in difference.removed if not quiet or line.endswith(b"> .\n")
            )
            if change:
                text.write(told(change) + "\n")
                facts.write(("\n" if first else ",\n") + json.dumps(change, ensure_ascii=False))
                first = False
        text.write(summary.line() + "\n")
        numbers = json.dumps(summary.facts())[1:]
        facts.write(f"\n], {numbers}\n")
    return summary
