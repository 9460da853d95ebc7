"""What a document lets one infer of itself, cautiously: rather absent than wrong."""

import re
from collections import Counter
from dataclasses import dataclass

from loader.elections import term_of
from loader.register import Register

#: Municipalities whose names are words or other places as well; "i Mark" alone infers none of them.
_WORDS = frozenset(
    {
        "Vara",
        "Mark",
        "Ale",
        "Kil",
        "Hjo",
        "Heby",
        "Hofors",
        "Mora",
        "Nora",
        "Tibro",
        "Tranås",
        "Salem",
        "Boden",
        "Vansbro",
        "Åre",
        "Säter",
        "Öckerö",
        "Grums",
        "Flen",
        "Mullsjö",
        "Sala",
        "Lund",
        "Berg",
        "Tomelilla",
        "Hörby",
        "Håbo",
        "Eda",
    }
)


#: A title is among so many first lines, has at most so many words, and is no sentence.
_FIRST, _TITLE = 3, 10


@dataclass(frozen=True, slots=True)
class Inferred:
    """What was inferred; None where nothing was, or more than one candidate was."""

    party: str | None = None
    municipality: str | None = None
    election: int | None = None
    term: str | None = None


def infer(text: str, register: Register) -> Inferred:
    """Return what a text says of its own party, municipality, election and term."""
    election, term = _election(text), _term(text)
    if election and not term:
        term = term_of(election)
    return Inferred(_party(text, register), _municipality(text, register), election, term)


def _party(text: str, register: Register) -> str | None:
    """Return the one party that the text's title names, or else that says "X vill", or that it names at all."""
    lines = [line for line in text.split("\n") if line.strip()][:_FIRST]
    title = "\n".join(
        ln
        for ln in lines
        if len(ln.split()) <= _TITLE and not ln.rstrip().endswith((".", "!", "?"))
    )
    named: Counter[str] = Counter()
    first: Counter[str] = Counter()
    speaking: Counter[str] = Counter()
    for party in register.parties.values():
        names = "|".join(re.escape(name) for name in party.names if len(name) > 2)
        found = [m.start() for m in re.finditer(rf"\b(?:{names})s?\b", text, re.IGNORECASE)]
        named[party.id] = len(found)
        first[party.id] = len(re.findall(rf"\b(?:{names})s?\b", title, re.IGNORECASE))
        speaking[party.id] = len(
            re.findall(
                rf"\b(?:{names})\b(?: i [\w-]+)? (?:vill|anser|föreslår|arbetar|kräver)\b|\bvi (?:{names})\b",
                text,
                re.IGNORECASE,
            )
        )
    for counts in (first, speaking, named):
        present = [id_ for id_, count in counts.items() if count]
        if len(present) == 1:
            return present[0]
        if present and counts is not first:
            return None
    return None


def _municipality(text: str, register: Register) -> str | None:
    """Return the one municipality named as "X kommun", "X stad" or "i X"."""
    candidates = set()
    for code, municipality in register.municipalities.items():
        name = municipality.name
        if name not in text:
            continue
        stem = re.escape(name)
        strong = rf"\b{stem}s? (?:kommun|stad)s?\b"
        weak = rf"\bi {stem}\b"
        if re.search(strong, text) or (name not in _WORDS and re.search(weak, text)):
            candidates.add(code)
    return candidates.pop() if len(candidates) == 1 else None


def _election(text: str) -> int | None:
    """Return the year of the one election programme that a text says it is."""
    years = {
        int(y)
        for y in re.findall(
            r"\b(?:valprogram|valmanifest|valplattform|handlingsprogram)(?:met|et|en)?,? (?:för |inför valet )?(19[7-9]\d|20[0-4]\d)\b(?!\s*[-–/])",
            text,
            re.IGNORECASE,
        )
    }
    year = years.pop() if len(years) == 1 else 0
    return year if term_of(year) else None


def _term(text: str) -> str | None:
    """Return the one term of four years that a text names as its own."""
    terms = {
        (int(a), int(b)) for a, b in re.findall(r"\b(20[0-4]\d)\s?[-–/]\s?(20[0-4]\d)\b", text)
    }
    terms = {(a, b) for a, b in terms if b - a == 4 and (a - 2018) % 4 == 0}
    first, last = terms.pop() if len(terms) == 1 else (0, 0)
    return f"{first}/{last}" if first else None
