"""The endpoint as a client sees it: negotiation, validators, codings, errors."""

import gzip
import http.client
import socket
from html import escape
from urllib.parse import quote

import httpx
import pytest
from rdflib import Graph

ASK = "ASK { ?s ?p ?o }"
SELECT = "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3"
JSON = "application/sparql-results+json"


def get(client, query, accept="*/*", **parameters):
    return client.get("/sparql", params={"query": query, **parameters}, headers={"Accept": accept})


def raw(server, data):
    """Return everything that comes back on a connection of its own."""
    with socket.create_connection((httpx.URL(server.url).host, httpx.URL(server.url).port)) as sock:
        sock.settimeout(30)
        sock.sendall(data)
        parts = []
        while part := sock.recv(65536):
            parts.append(part)
    return b"".join(parts)


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (SELECT, "*/*", JSON),
        (SELECT, "", JSON),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        (SELECT, "text/*", "text/csv"),
        (
            SELECT,
            "application/sparql-results+json;q=0, */*;q=0.1",
            "application/sparql-results+xml",
        ),
        (CONSTRUCT, "*/*", "text/turtle"),
        (CONSTRUCT, "application/ld+json, text/turtle;q=0.9", "application/ld+json"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/trig", "application/trig"),
        (CONSTRUCT, "application/n-quads", "application/n-quads"),
    ],
)
def test_the_format_that_the_client_likes_best_is_sent(client, query, accept, media_type):
    answer = get(client, query, accept)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert "accept" in answer.headers["vary"].lower()


@pytest.mark.parametrize("name", ["csv", "text/csv"])
def test_the_format_parameter_overrides_accept(client, name):
    answer = get(client, SELECT, "application/sparql-results+xml", format=name)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize(("query", "accept"), [(SELECT, "text/turtle"), (CONSTRUCT, "text/csv")])
def test_nothing_acceptable_is_a_406_that_lists_what_there_is(client, query, accept):
    answer = get(client, query, accept)
    assert answer.status_code == 406
    assert len(answer.json()["available"]) >= 4
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_format_that_there_is_not_is_a_406(client):
    assert get(client, SELECT, format="yaml").status_code == 406


def test_head_is_get_without_the_body(client):
    answers = [client.request(m, "/sparql", params={"query": SELECT}) for m in ("GET", "HEAD")]
    kept = ("content-type", "etag", "content-length", "cache-control", "vary", "valgraf-release")
    assert [answers[0].headers[k] for k in kept] == [answers[1].headers[k] for k in kept]
    assert not answers[1].content


def test_options_says_what_is_taken_and_lets_any_origin_in(client):
    answer = client.options(
        "/sparql", headers={"Origin": "https://x.example", "Access-Control-Request-Method": "POST"}
    )
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "access-control-allow-credentials" not in answer.headers


def test_another_method_is_a_405_that_says_which_there_are(client):
    answer = client.put("/sparql", content=b"x")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_a_body_with_a_content_encoding_is_a_415(client):
    answer = client.post(
        "/sparql",
        content=gzip.compress(ASK.encode()),
        headers={"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"},
    )
    assert answer.status_code == 415


def test_gzip_has_a_tag_of_its_own_and_holds_the_same(client):
    plain, packed = (
        client.get("/sparql", params={"query": SELECT}, headers={"Accept-Encoding": c})
        for c in ("identity", "gzip")
    )
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]


def test_an_answer_that_the_client_has_is_a_304(client):
    first = get(client, SELECT)
    again = client.get(
        "/sparql",
        params={"query": SELECT},
        headers={"If-None-Match": f'"x", {first.headers["etag"]}'},
    )
    assert again.status_code == 304
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert get(client, SELECT, "text/csv").headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize("function", ["NOW()", "RAND()", "UUID()", "STRUUID()"])
def test_an_answer_that_differs_each_time_is_stored_by_nobody(client, function):
    answers = [get(client, f"SELECT ({function} AS ?x) {{}}") for _ in range(2)]
    assert answers[0].headers["cache-control"] == "no-store"
    assert "etag" not in answers[0].headers
    assert answers[0].content != answers[1].content


def test_a_syntax_error_has_line_and_column_and_is_stored_by_nobody(client):
    answer = get(client, "SELECT *\n{ ?s ?p }")
    assert answer.status_code == 400
    problem = answer.json()
    assert (problem["status"], problem["line"]) == (400, 2)
    assert problem["column"] > 1
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "query", ["SELECT * { SERVICE <http://x/> {} }", "DROP ALL", "LOAD <http://127.0.0.1/>"]
)
def test_what_a_public_endpoint_does_not_do_is_refused_with_a_reason(client, query):
    answer = get(client, query)
    assert answer.status_code == 400
    assert answer.json()["title"] == "The query is refused"


def test_each_answer_names_its_release(client):
    named = {
        client.get(path).headers["valgraf-release"]
        for path in (
            "/sparql",
            "/",
            "/nowhere",
            "/livez",
            f"/sparql?query={quote(ASK)}",
            "/sparql?query=x",
        )
    }
    assert len(named) == 1


def test_the_same_question_is_answered_from_memory(client):
    def hits():
        text = client.get("/metrics").text
        return float(text.split("\nvalgraf_cache_hits_total ")[1].split()[0])

    query = "SELECT ?hits { ?hits ?p ?o } LIMIT 1"
    first, before = get(client, query), hits()
    assert get(client, query).content == first.content
    assert hits() == before + 1


@pytest.mark.parametrize("slash", ["", "/"])
def test_swedish_letters_are_decoded_once(client, slash):
    text = "Äldreomsorg på Öckerö, 100 %25"
    query = f'SELECT ("{text}" AS ?x) {{}}'
    posted = client.post(f"/sparql{slash}", data={"query": query, "format": "csv"}).text
    got = get(client, query, "text/csv").text
    direct = client.post(
        f"/sparql{slash}",
        content=query.encode(),
        headers={"Content-Type": "application/sparql-query; charset=UTF-8", "Accept": "text/csv"},
    ).text
    assert posted == got == direct == f'x\r\n"{text}"\r\n'


def test_a_client_of_http_1_0_has_the_length_of_its_answer(server):
    head, _, body = raw(
        server,
        f"GET /sparql?query={quote(SELECT)} HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n".encode(),
    ).partition(b"\r\n\r\n")
    assert b" 200 " in head.splitlines()[0]
    assert f"content-length: {len(body)}".encode() in head.lower()
    assert b"chunked" not in head.lower()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own reader of JSON-LD
@pytest.mark.parametrize(
    "media_type",
    ["text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"],
)
def test_the_service_description_names_endpoint_dataset_and_limits(client, server, media_type):
    answer = client.get("/sparql", headers={"Accept": media_type})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    graph = Graph().parse(data=answer.content, format=media_type)
    found = graph.query(
        """PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
        PREFIX void: <http://rdfs.org/ns/void#> PREFIX schema: <http://schema.org/>
        SELECT ?endpoint ?triples ?seconds {
          ?service a sd:Service ; sd:endpoint ?endpoint ; sd:supportedLanguage sd:SPARQL11Query ;
            sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON>, <http://www.w3.org/ns/formats/Turtle> ;
            sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph ?graph ] ;
            schema:additionalProperty [ schema:name "evaluation time" ; schema:maxValue ?seconds ] .
          ?graph void:triples ?triples ; void:classes ?classes ; void:entities ?entities }"""
    )
    ((endpoint, triples, seconds),) = found
    assert str(endpoint) == server.endpoint
    assert int(triples) > 1000
    assert float(seconds) == 30


def test_a_public_address_is_the_one_that_is_described(serve, releases):
    with serve("--releases", releases, "--public-url", "https://data.example/valgraf/") as running:
        answer = httpx.get(running.endpoint, headers={"Host": "evil.example"})
        assert "<https://data.example/valgraf/sparql>" in answer.text
        assert "evil" not in answer.text


def test_one_connection_serves_many_requests(server):
    url = httpx.URL(server.url)
    connection = http.client.HTTPConnection(url.host, url.port, timeout=30)
    for number in range(5):
        connection.request("GET", f"/sparql?query={quote(f'SELECT ({number} AS ?x) {{}}')}")
        answer = connection.getresponse()
        assert str(number).encode() in answer.read()
    connection.close()


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("SELECT *\n{ ?s ?p }", 400, "2"),
        ("SELECT * { SERVICE <http://x/> {} }", 400, "SERVICE"),
        ("ASK " + "{" * 101 + "}" * 101, 400, "100"),
    ],
)
def test_a_browser_has_its_error_as_a_page_that_keeps_the_query(client, query, status, told):
    answer = get(client, query, "text/html,application/xhtml+xml,*/*;q=0.8")
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert told in answer.text
    assert escape(query) in answer.text
