"""The W3C's cases of result formats and functions, asked of the endpoint over HTTP."""

import csv
import io
from collections import Counter
from pathlib import Path

import httpx
import pytest
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
    serialize,
)
from rdflib import Graph, Namespace
from rdflib.collection import Collection

ROOT = Path(__file__).parents[3] / "shared/conformance/sparql11"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
SUITES = ("csv-tsv-res", "json-res", "functions")
ACCEPT = {
    ".srx": "application/sparql-results+xml",
    ".srj": "application/sparql-results+json",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
}

#: What the store does otherwise.
DEVIATIONS = {
    "functions-bnode01": "pyoxigraph 0.5: BNODE(string) is one node in the whole query, not in one solution",
    "csv-tsv-res-tsv03": "pyoxigraph 0.5: integers of derived types are kept as xsd:integer",
}

if not ROOT.exists():
    pytest.skip("the W3C's manifests are not beside this checkout", allow_module_level=True)


def cases():
    """Yield an id, and the files of query, data and result, of each case."""
    for suite in SUITES:
        graph = Graph().parse(ROOT / suite / "manifest.ttl")
        (entries,) = graph.objects(None, MF.entries)
        for case in Collection(graph, entries):
            action = graph.value(case, MF.action)
            files = (
                graph.value(action, QT.query),
                graph.value(action, QT.data),
                graph.value(case, MF.result),
            )
            names = (ROOT / suite / Path(str(f)).name if f else None for f in files)
            id_ = f"{suite}-{str(case).rpartition('#')[2]}"
            reason = DEVIATIONS.get(id_, "")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(*names, id=id_, marks=marks)


@pytest.fixture(scope="module")
def endpoint(serve, tmp_path_factory):
    """Return a server in which each file of data is a graph of its own."""
    quads = []
    for path in sorted(
        p for s in SUITES for p in (ROOT / s).glob("*.[tn]t*") if p.stem != "manifest"
    ):
        graph = parse(path=path, base_iri=path.as_uri(), rename_blank_nodes=True)
        quads += [Quad(*quad.triple, NamedNode(path.as_uri())) for quad in graph]
    path = tmp_path_factory.mktemp("results") / "data.nq"
    serialize(quads, str(path), format=RdfFormat.N_QUADS)
    with serve("--rdf", path) as running:
        yield running


def value(term):
    """Return a term for comparison: numbers by value, blank nodes by what they are only."""
    if term is None or isinstance(term, BlankNode):
        return str(term and "_:")
    if isinstance(term, Literal):
        kind = term.datatype.value.rpartition("#")[2]
        if kind in {"integer", "decimal", "double", "float"}:
            return f"{float(term.value)}^^{kind}"
    return str(term)


def table(data, media_type):
    """Return a result as something that equals another of the same solutions."""
    if media_type == "text/csv":
        head, *rows = csv.reader(io.StringIO(data.decode()))
        columns = sorted(range(len(head)), key=head.__getitem__)  # SELECT * has no order
        return sorted(head), Counter(tuple(cell(row[c]) for c in columns) for row in rows)
    found = parse_query_results(data, format=QueryResultsFormat.from_media_type(media_type))
    if isinstance(found, QueryBoolean):
        return bool(found)
    head = sorted(v.value for v in found.variables)
    rows = [[row[name] for name in head] for row in found]
    nodes = Counter(t.value for row in rows for t in row if isinstance(t, BlankNode))
    return head, Counter(tuple(map(value, row)) for row in rows), sorted(nodes.values())


def cell(text):
    try:
        return str(float(text))
    except ValueError:
        return "_:" if text.startswith("_:") else text


@pytest.mark.parametrize(("query", "data", "result"), list(cases()))
def test_a_case(endpoint, query, data, result):
    accept = ACCEPT[result.suffix]
    answer = httpx.get(
        endpoint.endpoint,
        params={
            "query": query.read_text(),
            "default-graph-uri": data.as_uri() if data else "http://example.org/empty",
        },
        headers={"Accept": accept},
        timeout=60,
    )
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].partition(";")[0] == accept
    assert table(answer.content, accept) == table(result.read_bytes(), accept)
