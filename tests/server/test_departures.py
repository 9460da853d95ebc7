"""Clients that leave, read slowly, or are cut off: nobody else notices, and no half answer looks whole."""

import json
import time

import httpx
import pytest

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }"
MILLION = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
GONE = 'valgraf_worker_kills_total{cause="gone"}'


@pytest.fixture(scope="module")
def running(serve, thousand):
    with serve("--rdf", thousand, "--timeout", 120, "--cache", 1) as server:
        yield server


def test_a_query_ends_when_its_client_leaves(running, connect, metric, eventually):
    before = metric(running, GONE)
    with connect(running) as connection:
        connection.get(ENDLESS)
        time.sleep(1)
    eventually(lambda: metric(running, GONE) == before + 1, 10)
    assert running.ask("ASK {}").json()["boolean"]


def test_a_query_of_a_page_ends_when_its_browser_leaves(running, connect, metric, eventually):
    before = metric(running, GONE)
    with connect(running) as connection:
        connection.get(ENDLESS, "Accept: text/html")
        time.sleep(1)
    eventually(lambda: metric(running, GONE) == before + 1, 10)


def test_a_query_goes_on_while_somebody_waits_for_it(running, connect, metric):
    before = metric(running, GONE)
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . FILTER(CONTAINS(?c, STR(?f))) }"
    with connect(running) as stays:
        with connect(running) as leaves:
            leaves.get(query)
            stays.get(query, "Connection: close")
            time.sleep(0.2)
        answer = stays.rest()
    assert b" 200 " in answer.partition(b"\r\n")[0]
    assert metric(running, GONE) == before


def test_a_slow_reader_holds_no_worker_and_gets_everything(running, connect, eventually):
    with connect(running, buffer=4096) as slow:
        slow.get(MILLION, "Accept: text/csv", "Connection: close")
        slow.socket.recv(1)
        begun = time.monotonic()
        answers = [running.ask(f"SELECT ({n} AS ?x) {{}}").status_code for n in range(20)]
        assert answers == [200] * 20
        assert time.monotonic() - begun < 60
        body = slow.rest()
    assert body.endswith(b"0\r\n\r\n")  # the last chunk


def shares(running, connect):
    """Yield the share of a million rows' time that passes between the request and the first byte of the body."""
    for number in range(5):
        with connect(running) as connection:
            begun = time.perf_counter()
            connection.get(f"{MILLION} # {number}", "Accept: text/csv", "Connection: close")
            data = b""
            while not data.partition(b"\r\n\r\n")[2]:
                data += connection.socket.recv(4096)
            first = time.perf_counter() - begun
            rows = connection.rest().count(b"\n")
            whole = time.perf_counter() - begun
        assert rows > 990_000
        yield first / whole


def test_the_first_byte_of_a_million_rows_comes_in_a_hundredth_of_the_whole_time(running, connect):
    assert any(share < 0.01 for share in shares(running, connect))  # the machine may be busy


@pytest.fixture(scope="module")
def narrow(serve, thousand):
    """Return a server with limits that are soon reached."""
    with serve(
        "--rdf", thousand, "--result-size", 1, "--body-time", 1, "--timeout", 3, "--log", "none"
    ) as server:
        yield server


def test_an_answer_that_breaks_off_is_cut(narrow, connect):
    with connect(narrow) as connection:
        connection.get(MILLION)
        answer = connection.rest()
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b" 200 " in head.splitlines()[0]
    assert len(body) > 100_000
    assert not body.endswith(b"0\r\n\r\n")
    with pytest.raises(httpx.RemoteProtocolError):
        httpx.get(narrow.endpoint, params={"query": MILLION}, timeout=60)


def test_a_client_of_http_1_0_is_told_by_the_status_instead(narrow, connect):
    with connect(narrow) as connection:
        connection.get(MILLION, version="1.0")
        head, _, body = connection.rest().partition(b"\r\n\r\n")
    assert b" 503 " in head.splitlines()[0]
    assert json.loads(body)["title"] in {"The result is too large", "The query took too long"}


def test_a_body_that_does_not_come_is_not_waited_for(narrow, connect):
    with connect(narrow) as connection:
        connection.send(
            "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
            "Content-Length: 100\r\n\r\nASK"
        )
        begun = time.monotonic()
        assert b" 408 " in connection.rest().partition(b"\r\n")[0]
        assert time.monotonic() - begun < 15


def test_the_deadline_is_told_with_its_limit(narrow):
    answer = narrow.ask(ENDLESS)
    assert answer.status_code == 503
    assert answer.json()["limit"] == 3
    assert answer.headers["cache-control"] == "no-store"
