"""The words of a stretch of text, each with its place and its readings."""

import re
from typing import NamedTuple

from loader.swedish.forms import LONGEST, Form, form, known

#: Letters and digits, joined inside a word by hyphens, colons, soft hyphens, or a hyphen at a line's end.
_WORD = re.compile(r"[^\W_]+(?:(?:[-‐\u00ad’:/]|[-‐]\n\s*)[^\W_]+|[-‐](?=\s))*")
_BREAK = re.compile(r"[-‐]\n\s*|\u00ad")


#: What joins a word that lacks its end to the one that has it: "tjej- och kvinnojourer".
_JOINING = frozenset({"och", "eller", "samt"})


class Token(NamedTuple):
    """A word of the text; `start` and `end` are code points into it; a word whose end is left out is given whole."""

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
        found.append(Token(*m.span(), word, form(word)))
    for i in range(len(found) - 2) if text.find("-", start, end) >= 0 else ():
        if found[i].surface[-1] == "-" and found[i + 1].surface in _JOINING:
            found[i] = _completed(found[i], found[i + 2])
    return found


def _completed(token: Token, whole: Token) -> Token:
    """Return a word read with the end that it shares with another, the longest one that is a word itself."""
    text = whole.form.text
    for cut in range(3, len(text) - 3 if len(text) <= LONGEST else 0):
        if known(text[cut:]):
            word = token.surface[:-1] + text[cut:]
            return token._replace(surface=word, form=form(word))
    return token
