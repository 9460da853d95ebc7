"""The answer to a query as a page shows it: a table, a yes or no, or RDF as text."""

from dataclasses import dataclass
from urllib.parse import urlencode

import pyoxigraph as ox

from server.clients import client
from server.departures import present
from server.engines import Answer, Query
from server.engines.guard import checked
from server.pages.views import View
from server.questions import Term
from server.requests import Asked

#: Rows and bytes that a page shows; the whole answer is a click away.
_ROWS = 150
_BYTES = 40_000
_TSV = "text/tab-separated-values"


@dataclass(frozen=True)
class ResultCell:
    """A term of an answer, shortened where it is one of our IRIs, and where it leads."""

    label: Term
    address: str


@dataclass(frozen=True)
class Result:
    """The beginning of an answer; `boolean` is of ASK, `graph` of CONSTRUCT and DESCRIBE."""

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[ResultCell, ...], ...] = ()
    boolean: bool | None = None
    graph: str = ""
    more: bool = False
    downloads: tuple[tuple[str, str], ...] = ()  # format, address


async def result(view: View, asked: Asked) -> Result:
    """Return the beginning of a query's answer; raises the ServerError of a query that has none."""
    text = asked.text or ""
    await checked(text, view.serving.settings)
    query = Query(
        text,
        _TSV,
        "text/turtle",
        asked.default_graphs,
        asked.named_graphs,
        client=client(view.request.scope, view.serving.settings.trusted_proxies),
    )
    async with present(view.request.receive), view.serving.engine.evaluate(query) as answer:
        begin, more = await _beginning(answer)
    names = (
        ("csv", "json", "tsv", "xml")
        if answer.media_type == _TSV
        else ("ttl", "nt", "jsonld", "rdf")
    )
    downloads = tuple(
        (name, f"{view.root}sparql?{urlencode({'query': text, 'format': name})}") for name in names
    )
    if answer.media_type != _TSV:
        return Result(graph=begin.decode(), more=more, downloads=downloads)
    found = ox.parse_query_results(begin, format=ox.QueryResultsFormat.TSV)
    if isinstance(found, ox.QueryBoolean):
        return Result(boolean=bool(found), downloads=downloads)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("the answer is neither a boolean nor solutions")
    rows = tuple(tuple(_cell(view, term) for term in solution) for solution in found)
    variables = tuple(variable.value for variable in found.variables)
    return Result(variables, rows, more=more, downloads=downloads)


async def _beginning(answer: Answer) -> tuple[bytes, bool]:
    """Return whole lines of an answer up to the limits, and whether there is more of it."""
    data = b""
    async for part in answer.body:
        data += part
        if len(data) > _BYTES or data.count(b"\n") > _ROWS + 1:
            break
    else:
        return data, False
    kept = b""
    for number, line in enumerate(data.splitlines(keepends=True)[:-1]):
        if number > _ROWS or (number > 1 and len(kept) + len(line) > _BYTES):
            break
        kept += line
    return kept, True


def _cell(
    view: View, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None
) -> ResultCell:
    match term:
        case None:
            return ResultCell(Term(""), "")
        case ox.NamedNode():
            prefix = f"{view.serving.release.base}/id/"
            return ResultCell(Term(term.value.removeprefix(prefix)), view.link(term.value))
        case ox.Literal():
            return ResultCell(Term(term.value, language=term.language or ""), "")
        case _:
            return ResultCell(Term(str(term)), "")
