"""Typed units of a text: headings, lead-ins, bullets, sentences, page debris.

A unit is what the guideline calls one: a bullet, a sentence or a heading, cut mechanically. Units
and the marks of bullets together cover every character that is no white space, once.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, NamedTuple

from loader.boilerplate import is_debris
from loader.swedish import words
from loader.swedish.tokens import tokenise

Kind = Literal["heading", "lead-in", "bullet", "sentence", "debris", "mark"]


class Unit(NamedTuple):
    """A stretch of text without white space at its ends; `block` numbers the paragraph or bullet run."""

    kind: Kind
    start: int
    end: int
    block: int


class Line(NamedTuple):
    """A logical line: physical lines that a narrow column broke are one."""

    start: int
    end: int
    indent: int
    mark: int | None  # where the bullet mark stands, or None
    block: int
    lines: int


_MARK = re.compile(
    r"(?:[•▪●◦·‣∙*►▶→✓✔➢\uf0b7]|[^\w\s\"'”’“„(\[{<.,:;!?/&@%$€£©=|_\-–—§](?=\s)|[-–—](?=\s|[A-ZÅÄÖ][a-zåäö])|o(?=\s+[A-ZÅÄÖ])|(?:\d{1,2}|[a-h])[.)](?=\s|[A-ZÅÄÖ]))\s*"
)

#: Columns narrower than this are no prose that was wrapped; wider ones were not wrapped by hand.
_NARROWEST, _WIDEST = 45, 120

#: A line of fewer characters is no line of prose.
_SHORT = 30

#: A line over a list that breaks off in these words leads it in, colon or not.
_BREAKS_OFF = (" att", " besluta", " föreslår", " yrkar", " för", " vill", " kräver", " på", " till", " yrkar vi", " föreslår vi", " vill vi", " vill vi bland annat", " vill bland annat", " kräver vi", " hemställer vi", " yrkar jag", " yrkas", " hemställs")  # fmt: skip

#: A heading is short: the longest in real programmes have about this many characters.
_HEADING = 95

#: A chapter's topic: a noun or two.
_TOPIC = re.compile(r"[\w-]+(?:(?:, [\w-]+)* (?:och|&) [\w-]+)?")

#: An item that goes on over several lines has at most as many sentences.
_ITEM = 2

#: No abbreviation that is not listed has more letters.
_ABBREVIATED = 4

#: What is longer has no sentences: a table, code, or a text without punctuation.
_LONGEST = 1200

#: Present tenses with which a heading may say what the party wants or does.
_WILLING = frozenset({"vill", "gör", "kan", "tycker", "anser", "är", "har"})


def segment(text: str, headings: Collection[tuple[int, int]] = ()) -> list[Unit]:
    """Return the units of a text in order; `headings` are spans known to be headings (from HTML)."""
    known = {start for start, _ in headings}
    lines = list(_logical_lines(text))
    return [
        unit if unit.end - unit.start <= _LONGEST else unit._replace(kind="debris")
        for unit in _units(text, lines, known)
    ]


def _units(text: str, lines: Sequence[Line], known: Collection[int]) -> Iterator[Unit]:
    """Yield the units of the lines in order."""
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        if line.mark is not None:
            yield Unit("mark", line.mark, _rstrip(text, line.mark, line.start), line.block)
        kind: Kind
        if line.mark is not None and _is_numbered_heading(text, lines, i):
            kind = "heading"
        elif line.mark is not None and (_speaks(text, lines, i) or _is_numbered_prose(text, line)):
            kind = "sentence"
        elif line.mark is not None or _is_att_item(text, lines, i):
            kind = "debris" if is_debris(text[line.start : line.end]) else "bullet"
        else:
            att = _is_att_item(text, lines, i + 1)
            introduces = att or (following is not None and following.mark is not None)
            kind = _kind(
                text, line, following, known=line.start in known, introduces=introduces, att=att
            )
            if kind == "heading" and _is_caption(text, lines, i):
                kind = "debris"
        if kind == "sentence":
            for start, end in sentences(text, line.start, line.end):
                yield Unit(kind, start, end, line.block)
        else:
            yield Unit(kind, line.start, line.end, line.block)


def _is_caption(text: str, lines: Sequence[Line], i: int) -> bool:
    """Return whether a line glued under the last bullet of a list tells what a picture shows: "Två barn läser".

    A heading has a line to itself, or something under it; and where it is a clause, it demands.
    """
    line, before = lines[i], lines[i - 1] if i else None
    following = lines[i + 1] if i + 1 < len(lines) else None
    if before is None or before.mark is None or before.block != line.block:
        return False
    if following is not None and following.block == line.block:
        return False
    finite = [t.form for t in tokenise(text, line.start, line.end) if t.form.finite]
    asks = any(f.text in words.DEMANDING or f.text in _WILLING for f in finite)
    return bool(finite) and not asks


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _physical_lines(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, indent) of each line, white space stripped; a blank line has start == end."""
    position = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        lead = len(raw) - len(raw.lstrip()) if stripped else 0
        yield position + lead, position + lead + len(stripped), lead
        position += len(raw) + 1


def _logical_lines(text: str) -> Iterator[Line]:
    """Yield the lines of each block of text between blank lines, wrapped ones joined."""
    block: list[tuple[int, int, int]] = []
    number = 0
    for physical in (*_physical_lines(text), (len(text), len(text), 0)):
        if physical[0] < physical[1]:
            block.append(physical)
            continue
        yield from _join(text, block, number)
        number += bool(block)
        block = []


def _join(text: str, block: list[tuple[int, int, int]], number: int) -> Iterator[Line]:
    """Yield a block's logical lines."""
    width = max((end - start for start, end, _ in block), default=0)
    wrapped = _NARROWEST <= width <= _WIDEST
    current: Line | None = None
    last = (0, 0)
    for k, (start, end, indent) in enumerate(block):
        mark = _MARK.match(text, start, end)
        body = mark.end() if mark and mark.end() < end else start
        broken = current is None or is_debris(text[last[0] : last[1]])
        if (
            current is not None
            and not broken
            and body == start
            and not _leads_att_items(text, block, k)
            and _continues(text, current, last, (start, end, indent), width * wrapped)
        ):
            current = Line(
                current.start, end, current.indent, current.mark, number, current.lines + 1
            )
        else:
            if current is not None:
                yield current
            current = Line(body, end, indent, start if body > start else None, number, 1)
        last = (start, end)
    if current is not None:
        yield current


def _leads_att_items(text: str, block: Sequence[tuple[int, int, int]], k: int) -> bool:
    """Return whether line k begins the att-clauses that the line before it leads in: "Vi vill / att … / att …"."""
    both = [text.startswith(("att ", "Att "), start) for start, _, _ in block[k : k + 2]]
    return both == [True, True] and text[: block[k - 1][1]].endswith(_BREAKS_OFF)


def _continues(
    text: str, line: Line, last: tuple[int, int], new: tuple[int, int, int], width: int
) -> bool:
    """Return whether a physical line goes on with the logical line before it."""
    start, end, indent = new
    before = text[last[0] : last[1]]
    if line.mark is not None and indent > line.indent:
        return True
    if text.startswith(("att ", "Att "), start) and text.startswith(("att ", "Att "), line.start):
        return False  # one demand of a motion below another: "att …, / att …"
    if line.mark is not None and before.endswith((".", "!", "?")):
        return False  # a bullet that is not indented ends with its sentence
    if (
        text[start].isdigit()
        and width > 0
        and len(before) > _SHORT
        and not before.endswith((".", "!", "?", ":"))
    ):
        return True
    if text[start].islower() and not before.endswith((".", "!", "?", ":")):
        return True
    if before.endswith((",", "-", "\u00ad")) and len(before) > _SHORT:
        return True
    first_word = text[start:end].split(maxsplit=1)[0]
    return width > 0 and len(before) + 1 + len(first_word) > width and len(before) >= _NARROWEST


def _speaks(text: str, lines: Sequence[Line], i: int) -> bool:
    """Return whether a dash opens speech, as in a press release: alone, before sentences."""
    line = lines[i]
    near = [lines[k] for k in (i - 1, i + 1) if 0 <= k < len(lines)]
    alone = line.mark is not None and not any(n.mark is not None for n in near)
    return (
        alone
        and text[line.mark : line.start].strip() in {"-", "–", "—"}
        and len(list(sentences(text, line.start, line.end))) > 1
    )


def _is_numbered_prose(text: str, line: Line) -> bool:
    """Return whether a number stands before a wrapped paragraph rather than an item."""
    numbered = line.mark is not None and text[line.mark].isdigit()
    return numbered and line.lines > 1 and len(list(sentences(text, line.start, line.end))) > _ITEM


def _is_numbered_heading(text: str, lines: Sequence[Line], i: int) -> bool:
    """Return whether a number stands before a chapter's topic, in a paragraph of its own: "3. Äldre", "4. Barn och unga"."""
    line, near = lines[i], lines[max(0, i - 1) : i + 2]
    alone = all(
        n is line or (n.block != line.block and (n.mark is None or not text[n.mark].isdigit()))
        for n in near
    )
    return (
        alone
        and text[line.mark or 0].isdigit()
        and _TOPIC.fullmatch(text, line.start, line.end) is not None
    )


def _is_att_item(text: str, lines: Sequence[Line], i: int) -> bool:
    """Return whether the line is one of several att-clauses that stand one below another without marks.

    Those of a motion may be paragraphs of their own, for a paragraph never begins with a small letter.
    """

    def begins(k: int) -> bool:
        if not 0 <= k < len(lines) or lines[k].mark is not None:
            return False
        capital = text.startswith("Att ", lines[k].start) and lines[k].block == lines[i].block
        return capital or text.startswith("att ", lines[k].start)

    return begins(i) and (begins(i - 1) or begins(i + 1))


def _kind(
    text: str, line: Line, following: Line | None, *, known: bool, introduces: bool, att: bool
) -> Kind:
    """Return the kind of a line that is no bullet."""
    words_ = text[line.start : line.end]
    if is_debris(words_):
        return "debris"
    if known:
        return "lead-in" if words_.endswith(":") else "heading"
    one_sentence = len(list(sentences(text, line.start, line.end))) == 1
    if (
        words_.endswith((":", "..", "…"))
        and one_sentence
        and (introduces or len(words_) <= _HEADING)
    ):
        return "lead-in"
    if introduces and one_sentence and words_.endswith(_BREAKS_OFF):
        return "lead-in"
    if att and one_sentence and not words_.endswith((".", "!", "?")):
        finite = any(t.form.finite for t in tokenise(text, line.start, line.end))
        return "lead-in" if finite else "heading"
    if len(words_) > _HEADING or not one_sentence or line.lines > 2:
        return "sentence"
    if words_.endswith((".", ";", ",")):
        return "sentence"
    if following is None and len(words_.split()) > 6:
        return "sentence"  # cut off in the middle rather than a heading over nothing
    return "heading"


_BOUNDARY = re.compile(r"([.!?…]+)([\"”’')\]*]*)(\s+|(?=[A-ZÅÄÖ][a-zåäö]))")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences in text[start:end], also where the space after a full stop is missing."""
    begin = start
    for m in _BOUNDARY.finditer(text, start, end):
        after = text[m.end() : m.end() + 1]
        if m.end() >= end or not _ends_sentence(text, begin, m, after):
            continue
        yield begin, m.end(2)
        begin = m.end()
    if begin < end:
        yield begin, _rstrip(text, begin, end)


def _ends_sentence(text: str, begin: int, m: re.Match[str], after: str) -> bool:
    """Return whether the stop that `m` matched ends a sentence, given the character after it."""
    before = _last_word(text[begin : m.start(1)]).lower()
    glued = not m.group(3)
    if glued:  # "slut.Nästa" is two sentences; "www.Namn" and "t.Ex" are none
        return len(before) > 2 and "." not in before and "@" not in before and m.group(1) == "."
    if m.group(1) == "." and (
        before in words.ABBREVIATIONS or (before.isdigit() and after.islower())
    ):
        return before in words.CLOSING_ABBREVIATIONS and after.isupper()
    if m.group(1) == "." and before in words.CLOSING_ABBREVIATIONS:
        return after.isupper()
    if m.group(1) == "." and len(before) == 1 and before.isalpha():
        return False  # an initial
    if text[begin].islower() and len(before) > _ABBREVIATED and before.isalpha():
        return True  # a writer who uses no capitals: "vi vill ha buss. den ska gå sent."
    return not after.islower() or (m.group(1) != "." and after.isupper())


def _last_word(text: str) -> str:
    """Return the word that ends a text, without a bracket or quotation mark before it; empty after white space."""
    if not text or text[-1].isspace():
        return ""
    word = text.rsplit(None, 1)[-1]
    for mark in '("”':
        word = word.rpartition(mark)[2]
    return word
