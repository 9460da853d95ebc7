"""What pages ask of the graph: named queries with terms put in their places."""

import json
from functools import cache
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from server import ROOT
from server.engines import Query
from server.serving import Serving


class Term(NamedTuple):
    """A term of an answer: its value, its type (uri, literal, bnode) and its language."""

    value: str
    type: str = "literal"
    language: str = ""

    def __bool__(self) -> bool:
        """Return whether the variable had a value."""
        return bool(self.type)


#: Variable → its term; a variable without a value is there as an empty term, which is false.
Row = dict[str, Term]


def _term(told: dict[str, str] | None) -> Term:
    return Term(told["value"], told["type"], told.get("xml:lang", "")) if told else Term("", "")


@cache
def question(name: str) -> str:
    """Return the text of a query that pages ask."""
    return (ROOT / "queries" / "pages" / f"{name}.rq").read_text(encoding="utf-8")


def filled(name: str, terms: dict[str, NamedNode | Literal]) -> str:
    """Return a query with each `<urn:valgraf:NAME>` replaced by a term; a term cannot hold syntax."""
    text = question(name)
    for key, term in terms.items():
        text = text.replace(f"<urn:valgraf:{key}>", str(term))
    return text


async def ask(
    serving: Serving, name: str, *, language: str = "sv", entity: str | None = None
) -> list[Row]:
    """Return the rows of a query's answer; an ASK gives one row with `boolean`, or none."""
    terms: dict[str, NamedNode | Literal] = {"language": Literal("", language=language)}
    if entity is not None:
        terms["entity"] = NamedNode(entity)
    answer = await serving.engine.evaluate(Query(filled(name, terms), lane="page"))
    try:
        found = json.loads(b"".join([part async for part in answer.body]))
    finally:
        await answer.close()
    if "boolean" in found:
        return [{"boolean": Term("true")}] if found["boolean"] else []
    names = found["head"]["vars"]
    return [{name: _term(row.get(name)) for name in names} for row in found["results"]["bindings"]]
