"""What is refused before any parser sees it: updates, SERVICE, and queries that crash parsers by their depth.

Measured with pyoxigraph 0.5.13: some 2,200 nested braces and flat chains of 20,000 `||` end the process.
"""

import re
import sys
from dataclasses import dataclass

from server.errors import QueryRefused, QueryTooLarge
from server.settings import Settings

#: SPARQL's tokens as far as the caps need them; comments, strings and IRIs hide what they hold.
_TOKEN = re.compile(
    r"""(?P<hidden>\#[^\n\r]* | <[^<>"{}|^`\\\x00-\x20]*> | \"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' | [?$]\w+ | _:\w[\w.-]* | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | [\w.-]*:[\w.%:\\-]* )
      | (?P<word>[A-Za-z_]\w*) | (?P<open>[({[]) | (?P<close>[)}\]]) | (?P<operator>\|\||&&|[!<>]=|[-+*/|^=<>!.;,]) | (?P<other>\S)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_OPERATORS = frozenset({"UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "GRAPH", "EXISTS", "IN"})
#: Functions whose answer differs from one call to the next.
_VOLATILE = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})


@dataclass(frozen=True, slots=True)
class Checked:
    """What a query's words tell: its form, whether it has FROM clauses, whether its answer lasts as long as the data."""

    form: str
    dataset: bool
    lasting: bool


def check(text: str, settings: Settings) -> Checked:
    """Return what a query's words tell; raises where it is refused or beyond a cap."""
    if (size := len(text.encode())) > settings.query_bytes:
        raise QueryTooLarge(f"The query has {size} bytes; {settings.query_bytes} are allowed.")
    scan = _Scan()
    for token in _TOKEN.finditer(_ESCAPE.sub(_unescaped, text)):
        scan.take(token.lastgroup or "", token.group())
        if scan.depth > settings.query_nesting:
            raise QueryTooLarge(f"The query nests deeper than {settings.query_nesting} brackets.")
        if scan.operators > settings.query_operators:
            raise QueryTooLarge(
                f"The query has more than {settings.query_operators} operators and patterns."
            )
    return Checked(scan.form, "FROM" in scan.words, not _VOLATILE & scan.words)


class _Scan:
    """What has been seen of a query's tokens."""

    def __init__(self) -> None:
        self.depth = self.operators = 0
        self.form = ""
        self.words: set[str] = set()
        self.opener = ""  # the bracket that will open what VALUES or IN lists
        self.values = self.members = 0  # the depth of an open VALUES block, and of an open IN list

    def take(self, kind: str, text: str) -> None:
        """Count one token; raises for what a read-only endpoint without a network does not do."""
        if kind == "word":
            self._word(text.upper())
        elif kind == "open":
            self.depth += 1
            self.operators += not self.values
            if text == self.opener:
                self.values = self.depth if text == "{" else self.values
                self.members = self.depth if text == "(" else self.members
                self.opener = ""
        elif kind == "close":
            self.values = 0 if self.depth <= self.values else self.values
            self.members = 0 if self.depth <= self.members else self.members
            self.depth = max(0, self.depth - 1)
        elif kind == "operator" and not self.values:
            self.operators += text != "," or self.depth != self.members

    def _word(self, word: str) -> None:
        if not self.form and word in _FORMS | _UPDATES:
            self.form = word
        if self.form in _UPDATES:
            raise QueryRefused(f"This endpoint is read-only: {self.form} is an update.")
        if word == "SERVICE":
            raise QueryRefused(
                "SERVICE is not allowed: this endpoint asks no other one. Federate from the client."
            )
        self.operators += word in _OPERATORS and not self.values
        self.opener = {"VALUES": "{", "IN": "("}.get(word, self.opener)
        self.words.add(word)


def _unescaped(escape: re.Match[str]) -> str:
    """Return the character of a code point escape, which SPARQL resolves before all else (SPARQL 1.1 Query, 19.2)."""
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= sys.maxunicode else ""
