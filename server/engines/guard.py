"""What is refused before any parser sees it: updates, SERVICE, and queries that crash parsers by their depth.

Measured with pyoxigraph 0.5.13: some 2,200 nested braces and flat chains of 20,000 `||` end the process.
"""

import asyncio
import re
import sys
from dataclasses import dataclass

from server.errors import QueryRefused, QueryTooLarge
from server.settings import Settings

#: SPARQL's tokens as far as the caps need them; comments, strings, IRIs and names hide what they hold, and are no group.
#: A string may lack its end, and a prefix has up to 60 characters, so that no text is scanned from each of its places to its end.
_TOKENS = r"""(?:\#[^\n\r]* | <[^<>"{}|^`\\\x00-\x20%s]*> | \"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
      | "(?:[^"\\\n\r]|\\.)*+"? | '(?:[^'\\\n\r]|\\.)*+'? | [?$]\w+ | _:\w[\w.-]* | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | [\w.-]{0,60}+:[\w.%%:\\-]* )
      | ([A-Za-z_]\w* | \|\| | && | [!<>]= | \S)"""
_TOKEN = re.compile(_TOKENS % "", re.VERBOSE | re.DOTALL)
#: The other reading of `?a <?b#> …`: less than, and a comment. A parser may take either.
_LESS_THAN = re.compile(_TOKENS % r"\#", re.VERBOSE | re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
_VERBS = _UPDATES | {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_OPERATORS = frozenset({"UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "GRAPH", "EXISTS", "IN"})
_SYMBOLS = frozenset(
    ["||", "&&", "!=", "<=", ">=", "-", "+", "*", "/", "|", "^", "=", "<", ">", "!", ".", ";", ","]
)
#: Functions whose answer differs from one call to the next.
_VOLATILE = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})


#: Characters of a query from which its check is left to a thread.
_LONG = 8 * 1024


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
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    parts = [part.upper() for part in _tokens(_TOKEN, text) if part]
    form = next((part for part in parts if part in _VERBS), "")
    if form in _UPDATES:
        raise QueryRefused(f"This endpoint is read-only: {form} is an update.")
    if "SERVICE" in parts or ("service" in text.lower() and _calls(_tokens(_LESS_THAN, text))):
        raise QueryRefused(
            "SERVICE is not allowed: this endpoint asks no other one. Federate from the client."
        )
    if len(parts) > min(settings.query_nesting, settings.query_operators):  # or it is within both
        _measure(parts, settings)
    return Checked(form, "FROM" in parts, _VOLATILE.isdisjoint(parts))


async def checked(text: str, settings: Settings) -> Checked:
    """Return what a query's words tell, as `check`; the loop is not kept from others meanwhile."""
    if len(text) < _LONG:
        return check(text, settings)
    return await asyncio.to_thread(check, text, settings)


def _tokens(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return a text's tokens; those of a long one step by step, so that other threads have their turns."""
    if len(text) < _LONG:
        return pattern.findall(text)
    return [match[1] or "" for match in pattern.finditer(text)]


def _calls(parts: list[str]) -> bool:
    """Return whether another endpoint is called."""
    return any(part.upper() == "SERVICE" for part in parts)


def _measure(parts: list[str], settings: Settings) -> None:
    """Raise where the parts nest too deeply or are too many."""
    scan = _Scan()
    for part in parts:
        scan.take(part)
        if scan.depth > settings.query_nesting:
            raise QueryTooLarge(f"The query nests deeper than {settings.query_nesting} brackets.")
        if scan.operators > settings.query_operators:
            raise QueryTooLarge(
                f"The query has more than {settings.query_operators} operators and patterns."
            )


class _Scan:
    """What has been counted of a query's parts."""

    def __init__(self) -> None:
        self.depth = self.operators = 0
        self.opener = ""  # the bracket that will open what VALUES or IN lists
        self.values = self.members = 0  # the depth of an open VALUES block, and of an open IN list

    def take(self, part: str) -> None:
        """Count one part."""
        if part in {"(", "{", "["}:
            self.depth += 1
            self.operators += not self.values
            if part == self.opener:
                self.values = self.depth if part == "{" else self.values
                self.members = self.depth if part == "(" else self.members
                self.opener = ""
        elif part in {")", "}", "]"}:
            self.values = 0 if self.depth <= self.values else self.values
            self.members = 0 if self.depth <= self.members else self.members
            self.depth = max(0, self.depth - 1)
        elif part in _OPERATORS or part in _SYMBOLS:
            self.operators += not self.values and (part != "," or self.depth != self.members)
        self.opener = {"VALUES": "{", "IN": "("}.get(part, self.opener)


def _unescaped(escape: re.Match[str]) -> str:
    """Return the character of a code point escape, which SPARQL resolves before all else (SPARQL 1.1 Query, 19.2)."""
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= sys.maxunicode else ""
