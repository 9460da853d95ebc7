"""Random queries and random bytes: whatever comes, the status is honest and the server the same process."""

import os
import re
import socket
from contextlib import suppress

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.soak

EXAMPLES = settings(
    max_examples=int(os.environ.get("VALGRAF_SOAK_EXAMPLES", "1500")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

VARIABLES = st.sampled_from(["?a", "?b", "?c", "$d"])
IRIS = st.sampled_from(["<http://example.org/p0>", "<http://example.org/s1>", "<x:y>", "<rel>"])
LITERALS = st.sampled_from(
    ['"värde 1"', "'x'@sv", "1", "-2.5", "1e9", "true", '"""a\n"b"""', '"z"^^<x:t>']
)
TERMS = st.one_of(VARIABLES, IRIS, LITERALS)
STEPS = st.sampled_from(["<http://example.org/p0>", "!<x:y>", "^<http://example.org/p1>", "a"])
PATHS = st.recursive(
    STEPS,
    lambda p: st.one_of(
        st.tuples(p, st.sampled_from("*+?")).map(lambda t: f"({t[0]}){t[1]}"),
        st.tuples(p, st.sampled_from("/|"), p).map(lambda t: f"({t[0]}{t[1]}{t[2]})"),
    ),
    max_leaves=4,
)
UNARY = st.sampled_from(
    ["STR", "LANG", "UCASE", "STRLEN", "ABS", "ISIRI", "BOUND", "!", "-", "NOW", "RAND", "SHA256", "DATATYPE", "BNODE"]
)  # fmt: skip
EXPRESSIONS = st.recursive(
    st.one_of(VARIABLES, LITERALS),
    lambda e: st.one_of(
        st.tuples(e, st.sampled_from(["+", "*", "/", "||", "&&", "=", "<", "IN"]), e).map(
            lambda t: f"({t[0]} IN ({t[2]}))" if t[1] == "IN" else f"({t[0]} {t[1]} {t[2]})"
        ),
        st.tuples(UNARY, e).map(lambda t: f"{t[0]}({t[1]})"),
        st.tuples(e, e, e).map(lambda t: f"IF({t[0]}, {t[1]}, {t[2]})"),
        st.tuples(e, e).map(lambda t: f"REGEX(STR({t[0]}), STR({t[1]}))"),
    ),
    max_leaves=6,
)
TRIPLES = st.tuples(st.one_of(VARIABLES, IRIS), st.one_of(PATHS, VARIABLES), TERMS).map(
    lambda t: f"{t[0]} {t[1]} {t[2]} ."
)
GROUPS = st.recursive(
    st.lists(TRIPLES, max_size=3).map(" ".join),
    lambda g: st.one_of(
        st.tuples(g, st.sampled_from(["UNION", "MINUS", "OPTIONAL"]), g).map(
            lambda t: f"{{ {t[0]} }} {t[1]} {{ {t[2]} }}"
        ),
        st.tuples(g, EXPRESSIONS).map(lambda t: f"{t[0]} FILTER({t[1]})"),
        st.tuples(g, EXPRESSIONS, st.integers(0, 99)).map(
            lambda t: f"{t[0]} BIND({t[1]} AS ?v{t[2]})"
        ),
        g.map(lambda t: f"{{ SELECT * {{ {t} }} LIMIT 3 }}"),
        g.map(lambda t: f"GRAPH ?g {{ {t} }}"),
        g.map(lambda t: f"FILTER NOT EXISTS {{ {t} }}"),
        g.map(lambda t: f"SERVICE SILENT <http://127.0.0.1:1/> {{ {t} }}"),
        st.lists(TERMS, max_size=4).map(lambda v: f"VALUES ?a {{ {' '.join(v)} }}"),
    ),
    max_leaves=8,
)
ENDS = st.sampled_from(
    ["", "LIMIT 5", "ORDER BY ?a DESC(?b)", "ORDER BY RAND() OFFSET 2", "GROUP BY ?a"]
)
QUERIES = st.one_of(
    st.tuples(GROUPS, ENDS).map(lambda t: f"SELECT * {{ {t[0]} }} {t[1]}"),
    st.tuples(GROUPS, ENDS).map(
        lambda t: f"SELECT ?a (COUNT(*) AS ?n) {{ {t[0]} }} GROUP BY ?a {t[1]}"
    ),
    GROUPS.map(lambda g: f"ASK {{ {g} }}"),
    GROUPS.map(lambda g: f"CONSTRUCT {{ ?a <x:y> ?b }} WHERE {{ {g} }}"),
    GROUPS.map(lambda g: f"DESCRIBE ?a {{ {g} }}"),
)


@pytest.fixture(scope="module")
def target(serve, thousand):
    with serve(
        "--rdf", thousand, "--timeout", 0.5, "--long", 0.3, "--memory", 128, "--result-size", 4,
        "--body-time", 2, "--log", "none", "--client-queue", 100,
    ) as running:  # fmt: skip
        yield running
        assert running.process.poll() is None
        assert "Traceback" not in running.log.read_text()


@EXAMPLES
@given(
    query=st.one_of(QUERIES, st.text(max_size=200)),
    format_=st.sampled_from([None, "csv", "ttl", "xml", "x"]),
)
def test_any_query_has_an_honest_answer(target, query, format_):
    parameters = {"query": query} | ({"format": format_} if format_ else {})
    try:
        answer = httpx.post(target.endpoint, data=parameters, timeout=60)
    except httpx.RemoteProtocolError:
        return  # begun and cut
    assert answer.status_code in {200, 400, 406, 413, 503}, answer.text
    assert "Traceback" not in answer.text
    if answer.status_code == 200 and "json" in answer.headers["content-type"]:
        answer.json()


@EXAMPLES
@given(
    data=st.one_of(
        st.binary(max_size=2000),
        st.tuples(
            st.sampled_from([b"GET ", b"POST ", b"HEAD ", b"OPTIONS ", b"BREW "]),
            st.binary(max_size=60),
            st.sampled_from([b" HTTP/1.1\r\nHost: x\r\n", b" HTTP/1.0\r\n", b"\r\n"]),
            st.lists(st.binary(max_size=40), max_size=4).map(b"\r\n".join),
            st.binary(max_size=300),
        ).map(lambda t: t[0] + b"/sparql?" + t[1] + t[2] + t[3] + b"\r\n\r\n" + t[4]),
    )
)
def test_any_bytes_are_answered_or_dropped(target, connect, data):
    with connect(target) as connection:
        with suppress(OSError):
            connection.send(data)
            connection.socket.shutdown(socket.SHUT_WR)
        for status in re.findall(rb"^HTTP/1\.\d (\d{3})", connection.rest(), re.MULTILINE):
            assert int(status) < 500 or status in {b"503", b"505"}
    assert target.process.poll() is None
