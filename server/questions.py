"""What the server asks of the graph: the queries of queries/pages, with terms put in their places."""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple, Self

from pyoxigraph import Literal, NamedNode

from server import ROOT
from server.engines import Query
from server.serving import Serving

_PLACE = re.compile(r"<urn:valgraf:([a-z-]+)>|#filters")


class Term(NamedTuple):
    """A term of an answer: its value, its type (uri, literal, bnode) and its language."""

    value: str
    type: str = "literal"
    language: str = ""

    def __bool__(self) -> bool:
        """Return whether the variable had a value."""
        return bool(self.type)

    @property
    def local(self) -> str:
        """Return what follows the last # or / of an IRI."""
        return re.split(r"[#/]", self.value)[-1]


#: The term of a variable without a value.
NOTHING = Term("", "")

#: Variable → its term; a variable without a value is there as NOTHING, which is false.
Row = dict[str, Term]
Filling = NamedNode | Literal | int | Sequence[NamedNode | Literal]


@cache
def question(name: str) -> str:
    """Return the text of a query that pages ask."""
    return (ROOT / "queries" / "pages" / f"{name}.rq").read_text(encoding="utf-8")


def filled(name: str, terms: dict[str, Filling], filters: str = "") -> str:
    """Return a query with each `<urn:valgraf:NAME>` replaced by a term, or by terms in a VALUES block.

    All are replaced in one pass, so that a term cannot hold syntax nor a place; `filters` are patterns, whose
    terms were written by pyoxigraph as well, for the line that says so.
    """
    return _PLACE.sub(
        lambda place: filters if place[0] == "#filters" else _written(terms[place[1]]),
        question(name),
    )


def _written(terms: Filling) -> str:
    return str(terms) if isinstance(terms, NamedNode | Literal | int) else " ".join(map(str, terms))


async def body(serving: Serving, query: Query) -> bytes:
    """Return the whole answer to a query."""
    async with serving.engine.evaluate(query) as answer:
        return b"".join([part async for part in answer.body])


async def ask(serving: Serving, name: str, *, filters: str = "", **terms: Filling) -> list[Row]:
    """Return the rows of a SELECT query's answer."""
    query = Query(filled(name, dict(terms), filters), lane="page")
    found = json.loads(await body(serving, query))
    names = found["head"]["vars"]
    return [{name: _term(row.get(name)) for name in names} for row in found["results"]["bindings"]]


def _term(told: dict[str, str] | None) -> Term:
    return Term(told["value"], told["type"], told.get("xml:lang", "")) if told else NOTHING


class Labels:
    """What entities are called: in one language, or else in another, or else by the end of their IRIs."""

    def __init__(self, rows: Iterable[Row], language: str) -> None:
        self._found: dict[str, Term] = {}
        for row in rows:
            iri, label = row["entity"].value, row["label"]
            if iri not in self._found or label.language == language:
                self._found[iri] = label

    def __getitem__(self, iri: str) -> Term:
        """Return the label of an entity."""
        return self._found.get(iri) or Term(Term(iri).local)

    @classmethod
    async def of(cls, serving: Serving, terms: Iterable[Term], language: str) -> Self:
        """Return the labels of those terms that are IRIs, by one query."""
        iris = sorted({term.value for term in terms if term.type == "uri"})
        nodes = [NamedNode(iri) for iri in iris]
        return cls(await ask(serving, "labels", entities=nodes) if nodes else (), language)
