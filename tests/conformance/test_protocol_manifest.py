"""The W3C's cases of the SPARQL 1.1 Protocol, request by request as they stand in the manifest."""

import http.client
from pathlib import Path

import httpx
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize
from rdflib import Graph, Namespace
from rdflib.collection import Collection

PROTOCOL = Path(__file__).parents[3] / "shared/conformance/sparql11/protocol"
MANIFEST = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest#"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
FORMATS = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    },
    "RDF": {"text/turtle", "application/n-triples", "application/rdf+xml"},
}

if not (PROTOCOL / "manifest.ttl").exists():
    pytest.skip("the W3C's manifests are not beside this checkout", allow_module_level=True)

GRAPH = Graph().parse(PROTOCOL / "manifest.ttl")
(ENTRIES,) = GRAPH.objects(None, MF.entries)
CASES = [str(case).removeprefix(MANIFEST) for case in Collection(GRAPH, ENTRIES)]


def node(case):
    return next(s for s in GRAPH.subjects(MF.action) if str(s) == MANIFEST + case)


@pytest.fixture(scope="module")
def endpoint(serve, tmp_path_factory):
    """Return a server over the graphs that the manifest names."""
    quads = set()
    for data in GRAPH.objects(None, UT.graphData):
        name, file = GRAPH.value(data, RDFS.label), Path(GRAPH.value(data, UT.graph)).name
        for quad in parse(path=PROTOCOL / file):
            quads.add(Quad(quad.subject, quad.predicate, quad.object, NamedNode(str(name))))
    path = tmp_path_factory.mktemp("protocol") / "data.nq"
    serialize(sorted(quads, key=str), str(path), format=RdfFormat.N_QUADS)
    with serve("--rdf", path) as running:
        yield running


def send(endpoint, request):
    """Return status, media type and body of the answer to a request of the manifest."""
    url = httpx.URL(endpoint.url)
    connection = http.client.HTTPConnection(url.host, url.port, timeout=30)
    path = str(GRAPH.value(request, HT.absolutePath)).replace("/sparql/", "/sparql", 1)
    connection.putrequest(str(GRAPH.value(request, HT.methodName)), path)
    headers = GRAPH.value(request, HT.headers)
    for header in Collection(GRAPH, headers) if headers else ():
        connection.putheader(
            str(GRAPH.value(header, HT.fieldName)), str(GRAPH.value(header, HT.fieldValue))
        )
    body = GRAPH.value(request, HT.body)
    data = (
        str(GRAPH.value(body, CNT.chars)).encode(str(GRAPH.value(body, CNT.characterEncoding)))
        if body
        else b""
    )
    if body:
        connection.putheader("Content-Length", str(len(data)))
    connection.endheaders(data)
    answer = connection.getresponse()
    found = (answer.status, answer.getheader("content-type", "").partition(";")[0], answer.read())
    connection.close()
    return found


@pytest.mark.parametrize("case", [c for c in CASES if not c.startswith("update_")])
def test_a_case_of_queries_and_of_what_is_no_query(endpoint, case):
    (connection,) = GRAPH.objects(node(case), MF.action)
    for request in Collection(GRAPH, GRAPH.value(connection, HT.requests)):
        expected = GRAPH.value(request, HT.resp)
        status, media_type, body = send(endpoint, request)
        classes = {str(s)[-3] for s in GRAPH.objects(expected, MF.expectedStatus)}
        assert str(status)[0] in classes, body
        format_ = GRAPH.value(expected, MF.expectedFormat)
        assert format_ is None or media_type in FORMATS[str(format_)]
        boolean = GRAPH.value(expected, MF.expectedBoolean)
        assert boolean is None or (b"true" if boolean else b"false") in body


@pytest.mark.parametrize("case", [c for c in CASES if c.startswith("update_")])
def test_an_update_is_refused(endpoint, case):
    (connection,) = GRAPH.objects(node(case), MF.action)
    status, media_type, _ = send(
        endpoint, Collection(GRAPH, GRAPH.value(connection, HT.requests))[0]
    )
    assert 400 <= status < 500
    assert media_type == "application/problem+json"


def test_all_cases_are_there():
    assert len(CASES) == 34
    assert sum(case.startswith("update_") for case in CASES) == 7
