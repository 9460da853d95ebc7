"""The words of a stretch of text, each with its place and its readings."""

import re
from typing import NamedTuple

from loader.swedish.forms import Form, form

#: Letters and digits, joined inside a word by hyphens, colons, soft hyphens, or a hyphen at a line's end.
_WORD = re.compile(r"[^\W_]+(?:(?:[-‐\u00ad’:/]|[-‐]\n\s*)[^\W_]+|[-‐](?=\s))*")
_BREAK = re.compile(r"[-‐]\n\s*|\u00ad")


class Token(NamedTuple):
    """A word of the text; `start` and `end` are code points into it."""

    start: int
    end: int
    surface: str
    form: Form


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the words of text[start:end]; a word broken at a line's end is one word."""
    found = []
    for m in _WORD.finditer(text, start, end):
        word = m.group()
        if not word.isalnum():
            word = _BREAK.sub("", word)
        found.append(Token(m.start(), m.end(), word, form(word)))
    return found
