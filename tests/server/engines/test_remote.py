"""The remote engine before Oxigraph's own server and a Virtuoso: answers are those of the local engine."""

import asyncio
import re
import time
from collections import Counter
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs

import httpx
import pyoxigraph as ox
import pytest

from bench.peers import virtuoso, virtuoso_program
from server.engines.remote import Remote
from server.publishing import Store, publication
from server.releases import current
from server.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
QUESTIONS = sorted((ROOT / "queries").glob("*.rq"))
XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {XSD + name for name in ("integer", "decimal", "double", "float", "nonNegativeInteger")}


@pytest.fixture(scope="module", params=["oxigraph_server", "virtuoso_server"])
def peer(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def remote(peer, serve, releases):
    """Return a server whose engine is the peer."""
    with serve("--releases", releases, "--engine", peer.query) as running:
        yield running


def _term(term, *, joined):
    """Return a term in canonical form.

    A number is its value to nine digits, a truth value 1 or 0, as Virtuoso knows them; what
    GROUP_CONCAT joined has no order of its own, and no language in the standard.
    """
    if term.get("datatype") == f"{XSD}boolean":
        return ("number", Decimal(term["value"] == "true"))
    if term.get("datatype") in NUMBERS:
        return ("number", Decimal(f"{Decimal(term['value']):.9g}"))
    if joined:
        return ("joined", tuple(sorted(term["value"].split(", "))))
    return (term["type"], term["value"], term.get("datatype"), term.get("xml:lang"))


def _rows(response, text=""):
    """Return the multiset of the rows of an answer to a query."""
    assert response.status_code == 200, response.text
    # What joins nothing is empty for Virtuoso and unbound for Oxigraph.
    joined = set(re.findall(r"GROUP_CONCAT\(.*? AS \?(\w+)\)", text))
    return Counter(
        frozenset(
            (name, _term(term, joined=name in joined))
            for name, term in row.items()
            if term["value"] or name not in joined
        )
        for row in response.json()["results"]["bindings"]
    )


def _triples(response):
    assert response.status_code == 200, response.text
    return set(ox.parse(response.content, format=ox.RdfFormat.N_TRIPLES))


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_answers_every_question_as_the_local_engine_does(path, remote, server):
    text = path.read_text(encoding="utf-8")
    if "CONSTRUCT" in text:
        accept = "application/n-triples"
        assert _triples(remote.ask(text, accept)) == _triples(server.ask(text, accept))
    else:
        expected = _rows(server.ask(text), text)
        assert expected, "a question without an answer compares nothing"
        assert _rows(remote.ask(text), text) == expected


def test_more_rows_than_virtuoso_gives_by_default_come_whole(remote, server):
    text = "SELECT * { ?s ?p ?o }"
    found = _rows(remote.ask(text))
    assert found.total() > 10_000
    assert found == _rows(server.ask(text))


def test_the_default_graph_is_the_published_graph_alone(remote, releases):
    total = current(Settings(releases=releases)).manifest["counts"]["triples"]
    found = remote.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").json()
    assert found["results"]["bindings"][0]["n"]["value"] == str(total)


def test_there_are_no_named_graphs_as_there_are_none_in_a_release(remote):
    found = remote.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert _rows(found) == Counter()


@pytest.mark.parametrize("dataset", ["clause", "parameter"])
def test_a_dataset_that_the_client_names_is_asked_instead(dataset, remote, peer, releases):
    base = current(Settings(releases=releases)).base
    clause = f"FROM <{publication(base)}>" if dataset == "clause" else ""
    parameter = {"default-graph-uri": publication(base)} if dataset == "parameter" else {}
    query = {"query": f"SELECT ?p {clause} {{ <{base}> ?p ?o }}"} | parameter
    found = httpx.get(remote.endpoint, params=query, headers={"Accept": "text/csv"}, timeout=60)
    assert "http://purl.org/dc/terms/identifier" in found.text


@pytest.mark.parametrize(("pattern", "truth"), [("?s ?p ?o", True), ("?s <urn:x:no> ?o", False)])
@pytest.mark.parametrize("form", ["json", "xml"])
def test_ask_is_answered_in_the_standard_s_form(pattern, truth, form, remote):
    found = remote.ask(f"ASK {{ {pattern} }}", f"application/sparql-results+{form}")
    assert found.headers["content-type"] == f"application/sparql-results+{form}"
    if form == "json":
        assert found.json()["boolean"] is truth
    else:
        assert f"<boolean>{str(truth).lower()}</boolean>" in found.text


@pytest.mark.parametrize(
    "media_type",
    ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"],
)
def test_graphs_come_in_every_format(media_type, remote, server):
    text = "CONSTRUCT { ?s ?p ?o } WHERE { ?s a <https://w3id.org/valgraf/ns#Theme> ; ?p ?o }"
    found = remote.ask(text, media_type)
    assert found.headers["content-type"].partition(";")[0] == media_type
    graph = set(ox.parse(found.content, format=ox.RdfFormat.from_media_type(media_type)))
    assert len(graph) > 50
    assert graph == _triples(server.ask(text, "application/n-triples"))


@pytest.mark.parametrize("form", ["csv", "tab-separated-values"])
def test_tables_of_text_are_written_as_the_local_engine_writes_them(form, remote, server):
    text = "SELECT ?s ?o { ?s <http://www.w3.org/2004/02/skos/core#notation> ?o } ORDER BY ?s ?o"
    assert remote.ask(text, f"text/{form}").text == server.ask(text, f"text/{form}").text


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p",
        'define get:soft "soft" SELECT * { ?s ?p ?o }',
        "SELECT * { ?s ?p ?o . ?o bif:contains 'vård' }",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    ],
)
def test_what_is_no_query_is_refused_in_the_same_words_as_by_the_local_engine(text, remote, server):
    found, local = remote.ask(text), server.ask(text)
    assert (found.status_code, found.json()) == (400, local.json())


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/proposals",
        "/page/actor/socialtjansten",
        "/page/party/c",
        "/page/document/mp-stockholm-sociala-fragor",
    ],
)
def test_pages_are_those_of_the_local_engine(path, remote, server):
    found, local = (
        httpx.get(f"{each.url}{path}", headers={"Accept": "text/html"}, timeout=60)
        for each in (remote, server)
    )
    assert found.status_code == 200
    assert found.text.replace(remote.url, "") == local.text.replace(server.url, "")


class TestWhichRelease:
    @staticmethod
    def held(peer, graph):
        async def look():
            engine = Remote(graph, Settings(engine=peer.query))
            try:
                await engine.start()
                return engine.holds
            finally:
                await engine.close()

        return asyncio.run(look())

    def test_is_known_of_a_published_graph(self, peer, releases):
        release = current(Settings(releases=releases))
        assert self.held(peer, release.base) == release.id

    def test_is_not_known_of_a_graph_that_nobody_published(self, peer):
        assert self.held(peer, "https://example.org/nobody") is None


def test_a_virtuoso_that_cuts_answers_is_refused_at_the_start(tmp_path, valgraf):
    if virtuoso_program() is None:
        pytest.skip("Debian's virtuoso-opensource is not installed")
    many = "".join(f"<urn:x:{n}> <urn:x:is> <urn:x:one> .\n" for n in range(200)).encode()
    graph = "https://example.org/many"
    with virtuoso(tmp_path, limits="ResultSetMaxRows = 100") as peer:
        with Store(peer.query, store=peer.store, user="dba", password=peer.password) as store:
            store.writer.add(graph, many)
        done = valgraf("serve", "--port", "0", "--engine", peer.query, "--engine-graph", graph)
    assert done.returncode == 1
    assert done.stderr.startswith(f"valgraf: {peer.query} cuts answers at 100 rows")


def test_an_endpoint_that_is_not_there_is_told_in_one_line(valgraf):
    done = valgraf("serve", "--port", "0", "--engine", "http://127.0.0.1:1/sparql")
    assert done.returncode == 1
    assert done.stderr.startswith("valgraf: ")
    assert done.stderr.count("\n") == 1


class _Faulty(BaseHTTPRequestHandler):
    """An endpoint that errs as a query's last comment says, and otherwise answers with no rows."""

    protocol_version = "HTTP/1.1"
    whole = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'
    row = b'{"s":{"type":"literal","value":"' + b"x" * 1000 + b'"}}'

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        getattr(self, form["query"][0].rpartition("# ")[2], self.nothing)()

    def nothing(self):
        self.answer(200, "application/sparql-results+json", self.whole)

    def answer(self, status, media_type, body, length=None):
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)

    def failing(self):
        self.answer(500, "text/plain", b"out of order\nat line 7 of engine.c")

    def refusing(self):
        self.answer(400, "text/plain", b"no such function")

    def changing(self):
        self.answer(200, "text/html", b"<p>Please sign in</p>")

    def babbling(self):
        self.answer(200, "application/sparql-results+json", b"{]")

    def departing(self):
        self.close_connection = True

    def breaking(self):
        begun = b'{"head":{"vars":["s"]},"results":{"bindings":[' + self.row
        self.answer(200, "application/sparql-results+json", begun, length=1_000_000)
        self.wfile.write((b"," + self.row) * 500)
        self.wfile.flush()
        self.close_connection = True

    def hanging(self):
        time.sleep(6)
        self.nothing()

    def flooding(self):
        rows = b",".join([self.row] * 2500)
        self.answer(
            200,
            "application/sparql-results+json",
            b'{"head":{"vars":["s"]},"results":{"bindings":[' + rows + b"]}}",
        )

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def before_faults(serve, releases):
    """Return a server before an endpoint that errs as it is asked to."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Faulty) as endpoint:
        Thread(target=endpoint.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{endpoint.server_port}/"
        limits = ("--timeout", 3, "--result-size", 2)
        with serve("--releases", releases, "--engine", url, *limits) as running:
            yield running
        endpoint.shutdown()


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        ("failing", 502, "The endpoint answered with 500: out of order"),
        ("refusing", 400, "The endpoint behind this server refuses the query: no such function"),
        ("changing", 502, "The endpoint answered with text/html."),
        ("babbling", 502, "The endpoint's answer breaks off or is none"),
        ("departing", 502, "The endpoint does not answer"),
        ("hanging", 503, "The query was stopped after 3 seconds of evaluation."),
    ],
)
def test_a_fault_of_the_endpoint_is_an_honest_status(fault, status, said, before_faults):
    found = before_faults.ask(f"SELECT ?s {{ ?s ?p ?o }} # {fault}")
    assert found.status_code == status
    assert found.headers["content-type"] == "application/problem+json"
    assert found.json()["detail"].startswith(said)
    assert found.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("fault", ["breaking", "flooding"])
def test_an_answer_that_ends_early_never_passes_for_a_whole_one(fault, before_faults):
    with pytest.raises(httpx.TransportError):
        before_faults.ask(f"SELECT ?s {{ ?s ?p ?o }} # {fault}")


def test_answers_are_not_kept_where_the_endpoint_does_not_hold_the_release(before_faults):
    found = before_faults.ask("SELECT ?s { ?s ?p ?o }")
    assert found.status_code == 200
    assert "etag" not in found.headers


def test_answers_are_kept_while_the_endpoint_holds_the_release(remote):
    text = "SELECT ?s { ?s a <https://w3id.org/valgraf/ns#Theme> }"
    tag = remote.ask(text).headers["etag"]
    again = httpx.get(
        remote.endpoint,
        params={"query": text},
        headers={"Accept": "application/sparql-results+json", "If-None-Match": tag},
    )
    assert again.status_code == 304
