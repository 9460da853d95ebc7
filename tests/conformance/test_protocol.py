"""The SPARQL 1.1 Protocol in cases of our own: what a read-only endpoint must take, and what it must not."""

import http.client
from urllib.parse import quote, urlencode

import httpx
import pytest

BASE = "https://w3id.org/valgraf/example/"
ETT, TVA, TRE = (f"{BASE}{name}" for name in ("ett", "två", "tre"))
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}


def holds(*names):
    """Return a question whether the default graph names each of the graphs."""
    return "ASK { " + " ".join(f"<{name}> a ?kind ." for name in names) + " }"


BOTH_NAMED = f"ASK {{ GRAPH ?g {{ <{ETT}> a ?k }} GRAPH ?h {{ <{TVA}> a ?l }} }}"


@pytest.fixture(scope="module")
def endpoint(serve, tmp_path_factory):
    path = tmp_path_factory.mktemp("protocol") / "data.trig"
    path.write_text("".join(f"<{g}> {{ <{g}> a <{BASE}Graf> }}\n" for g in (ETT, TVA, TRE)))
    with serve("--rdf", path) as running:
        yield running


def send(endpoint, method, path, headers=None, body=None):
    """Return status, media type and body; no header is sent that is not given."""
    url = httpx.URL(endpoint.url)
    connection = http.client.HTTPConnection(url.host, url.port, timeout=30)
    connection.putrequest(method, path)
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    answer = connection.getresponse()
    found = (answer.status, answer.getheader("content-type", "").partition(";")[0], answer.read())
    connection.close()
    return found


def address(*pairs):
    return "/sparql?" + urlencode(pairs)


@pytest.mark.parametrize(
    ("method", "path", "headers", "body"),
    [
        ("GET", address(("query", "ASK {}")), {}, None),
        ("GET", address(("query", "ASK {}"), ("default-graph-uri", f"{BASE}okänd")), {}, None),
        ("POST", "/sparql", FORM, urlencode({"query": "ASK {}"})),
        ("POST", "/sparql", QUERY, "ASK {}"),
        ("POST", "/sparql", {"Content-Type": "Application/SPARQL-Query ; charset=UTF-8"}, "ASK {}"),
        ("GET", address(("query", holds(ETT, TVA)), ("default-graph-uri", ETT), ("default-graph-uri", TVA)), {}, None),
        ("POST", address(("default-graph-uri", ETT), ("default-graph-uri", TVA)), QUERY, holds(ETT, TVA)),
        ("POST", "/sparql", FORM, urlencode([("query", holds(ETT, TVA)), ("default-graph-uri", ETT), ("default-graph-uri", TVA)])),
        ("GET", address(("query", BOTH_NAMED), ("named-graph-uri", ETT), ("named-graph-uri", TVA)), {}, None),
        ("POST", address(("named-graph-uri", ETT), ("named-graph-uri", TVA)), QUERY, BOTH_NAMED),
        ("POST", address(("default-graph-uri", TRE), ("named-graph-uri", ETT)), QUERY, f"ASK {{ <{TRE}> a ?k GRAPH ?g {{ <{ETT}> a ?l }} }}"),
        # The protocol's dataset overrides the query's.
        ("POST", address(("named-graph-uri", ETT), ("named-graph-uri", TVA)), QUERY, BOTH_NAMED.replace("ASK", f"ASK FROM <{TRE}>")),
        ("GET", address(("query", f"ASK FROM <{TRE}> {{ <{ETT}> a ?k }}"), ("default-graph-uri", ETT)), {}, None),
        # Without one, the query's own.
        ("GET", address(("query", f"ASK FROM <{TVA}> {{ <{TVA}> a ?k }}")), {}, None),
    ],
)  # fmt: skip
def test_a_query_is_true_of_its_dataset(endpoint, method, path, headers, body):
    status, media_type, answer = send(
        endpoint, method, path, headers, body.encode() if body is not None else None
    )
    assert (status, media_type) == (200, "application/sparql-results+json")
    assert b"true" in answer


@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        (holds(ETT, TVA), [("default-graph-uri", ETT)]),
        (holds(ETT), [("named-graph-uri", ETT)]),
        (BOTH_NAMED, [("named-graph-uri", ETT)]),
        (f"ASK FROM <{ETT}> {{ <{ETT}> a ?k }}", [("default-graph-uri", TVA)]),
        (holds(ETT), [("default-graph-uri", f"{BASE}okänd")]),
    ],
)
def test_a_dataset_holds_nothing_else(endpoint, query, parameters):
    status, _, answer = send(endpoint, "GET", address(("query", query), *parameters))
    assert status == 200
    assert b"false" in answer


@pytest.mark.parametrize(
    ("query", "media_types"),
    [
        ("SELECT (1 AS ?value) {}", {"application/sparql-results+json"}),
        ("DESCRIBE <http://example.org/>", {"text/turtle"}),
        ("CONSTRUCT { <s> <p> 1 } WHERE {}", {"text/turtle"}),
    ],
)
def test_an_answer_has_a_registered_media_type(endpoint, query, media_types):
    status, media_type, _ = send(endpoint, "POST", "/sparql", QUERY, query.encode())
    assert status == 200
    assert media_type in media_types


def test_relative_iris_are_resolved_against_the_endpoint(endpoint):
    query = "CONSTRUCT { <s> <p> 1 } WHERE {}"
    _, _, answer = send(
        endpoint, "POST", "/sparql", QUERY | {"Accept": "application/n-triples"}, query.encode()
    )
    assert f"<{endpoint.url}/s>".encode() in answer


@pytest.mark.parametrize(
    ("method", "path", "headers", "body"),
    [
        ("PUT", address(("query", "ASK {}")), {}, None),
        ("DELETE", "/sparql", {}, None),
        ("GET", address(("query", "ASK {}"), ("query", "SELECT * {}")), {}, None),
        ("POST", "/sparql", FORM, b"query=ASK%20%7B%7D&query=ASK%20%7B%7D"),
        ("POST", address(("query", "ASK {}")), QUERY, b"ASK {}"),
        ("POST", "/sparql", {"Content-Type": "text/plain"}, b"ASK {}"),
        ("POST", "/sparql", {}, b"query=ASK%20%7B%7D"),
        ("POST", "/sparql", {}, b"ASK {}"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query; charset=UTF-16"}, "ASK {}".encode("utf-16")),
        ("POST", "/sparql", QUERY, "ASK {}".encode("utf-16")),
        ("POST", "/sparql", QUERY, b'ASK { ?s ?p "\xe4" }'),
        ("GET", "/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%22%E4%22%20%7D", {}, None),
        ("GET", address(("query", "ASK {")), {}, None),
        ("GET", address(("query", "")), {}, None),
        ("GET", address(("query", "ASK {}"), ("default-graph-uri", "not an IRI")), {}, None),
        ("GET", address(("update", "CLEAR ALL")), {}, None),
        ("GET", address(("query", "CLEAR ALL")), {}, None),
        ("POST", "/sparql", FORM, b"update=CLEAR%20ALL"),
        ("POST", "/sparql", FORM, b"update=CLEAR%20ALL&using-graph-uri=http%3A%2F%2Fexample.org%2F"),
        ("POST", "/sparql", FORM, b"update=CLEAR%20NAMED&update=CLEAR%20DEFAULT"),
        ("POST", "/sparql", FORM, b"update=CLEAR%20XYZ"),
        ("POST", "/sparql", UPDATE, b"INSERT DATA { <a:s> <a:p> <a:o> }"),
        ("POST", address(("using-graph-uri", ETT)), UPDATE, b"CLEAR ALL"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-update; charset=UTF-16"}, "CLEAR ALL".encode("utf-16")),
        ("POST", "/sparql", {"Content-Type": "text/plain"}, b"CLEAR NAMED"),
        ("POST", "/sparql", {}, b"update=CLEAR%20NAMED"),
    ],
)  # fmt: skip
def test_what_the_protocol_does_not_allow_is_the_clients_fault(
    endpoint, method, path, headers, body
):
    status, media_type, answer = send(endpoint, method, path, headers, body)
    assert 400 <= status < 500, answer
    assert media_type == "application/problem+json"


def test_percent_signs_in_a_form_are_decoded_once(endpoint):
    query = 'SELECT ("100 %C3%A5 + å" AS ?x) {}'
    _, _, answer = send(
        endpoint, "POST", "/sparql", FORM | {"Accept": "text/csv"}, f"query={quote(query)}".encode()
    )
    assert answer == "x\r\n100 %C3%A5 + å\r\n".encode()
