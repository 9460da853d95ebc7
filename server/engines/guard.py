"""What is refused before any parser sees it: updates, SERVICE, and queries that crash parsers by their depth.

Measured with pyoxigraph 0.5.13: some 2,200 nested braces and flat chains of 20,000 `||` end the process.
"""

import re

from server.errors import QueryRefused, QueryTooLarge
from server.settings import Settings

#: SPARQL's tokens as far as the caps need them; comments, strings and IRIs hide what they hold.
_TOKEN = re.compile(
    r"""(?P<hidden>\#[^\n\r]* | <[^<>"{}|^`\\\x00-\x20]*> | \"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' | [?$]\w+ | _:\w[\w.-]* | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | [\w.-]*:[\w.%:\\-]* )
      | (?P<word>[A-Za-z_]\w*) | (?P<open>[({[]) | (?P<close>[)}\]]) | (?P<operator>\|\||&&|[!<>]=|[-+*/|^=<>!.;,]) | (?P<other>\S)""",
    re.VERBOSE | re.DOTALL,
)
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_OPERATORS = frozenset({"UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "GRAPH", "EXISTS", "IN"})
#: Functions whose answer differs from one call to the next.
_VOLATILE = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})


def check(text: str, settings: Settings) -> bool:
    """Return whether the answer may be cached; raise where the query is refused or beyond a cap."""
    if (size := len(text.encode())) > settings.query_bytes:
        raise QueryTooLarge(f"The query has {size} bytes; {settings.query_bytes} are allowed.")
    depth = operators = values = 0
    form = ""
    lasting = True
    previous = ""
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "word":
            word = token.group().upper()
            form = form or (word if word in _FORMS | _UPDATES else "")
            _refuse(word, form)
            operators += word in _OPERATORS and not values
            lasting = lasting and word not in _VOLATILE
            previous = word
        elif kind == "open":
            depth += 1
            if previous in {"VALUES", "IN"} and not values:
                values = depth
            if depth > settings.query_nesting:
                raise QueryTooLarge(
                    f"The query nests deeper than {settings.query_nesting} brackets."
                )
        elif kind == "close":
            values = 0 if depth <= values else values
            depth = max(0, depth - 1)
            previous = ""
        elif kind == "operator" and not values:
            operators += 1
        if operators > settings.query_operators:
            raise QueryTooLarge(
                f"The query has more than {settings.query_operators} operators and patterns."
            )
    return lasting


def _refuse(word: str, form: str) -> None:
    """Raise for what a read-only endpoint without a network does not do."""
    if form in _UPDATES:
        raise QueryRefused(f"This endpoint is read-only: {form} is an update.")
    if word == "SERVICE":
        raise QueryRefused(
            "SERVICE is not allowed: this endpoint asks no other one. Federate from the client."
        )
