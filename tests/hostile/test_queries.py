"""Queries that kill or hang other endpoints: each has an honest answer here, and nobody else notices."""

import httpx
import pytest

P = "<http://example.org/p0>"
ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
FOUR = f"{ALL} . ?j ?k ?l"
BIG = "CONCAT(?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x)"
TEN = " ".join(
    f"BIND(REPLACE({'?x0' if n == 0 else f'?x{n}'}, 'a', 'aaaaaaaaaaaaaaaa') AS ?x{n + 1})"
    for n in range(10)
)

#: Refused before any parser sees them.
REFUSED = {
    "nested braces": "ASK " + "{" * 3000 + "}" * 3000,
    "nested parentheses": "ASK { FILTER(" + "(" * 3000 + "1" + ")" * 3000 + ") }",
    "nested brackets": "ASK { ?s ?p " + "[ ?p " * 3000 + "1" + "]" * 3000 + " }",
    "nested collections": "ASK { ?s ?p " + "(" * 3000 + ")" * 3000 + " }",
    "deep OPTIONAL": "ASK { " + "OPTIONAL { ?a ?b ?c " * 500 + "}" * 500 + " }",
    "deep subselects": "SELECT * { " + "{ SELECT * { " * 500 + "}" * 1000 + " }",
    "deep NOT EXISTS": "ASK { " + "FILTER NOT EXISTS { ?a ?b ?c " * 500 + "}" * 500 + " }",
    "deep functions": "SELECT (" + "STR(" * 3000 + "1" + ")" * 3000 + " AS ?x) {}",
    "a chain of ||": "ASK { FILTER(" + " || ".join(["true"] * 20_000) + ") }",
    "a chain of &&": "ASK { FILTER(" + "&&".join(["?x"] * 20_000) + ") }",
    "a chain of +": "SELECT (" + "+".join(["1"] * 20_000) + " AS ?x) {}",
    "a chain of UNION": "ASK { " + " UNION ".join(["{ ?a ?b ?c }"] * 20_000) + " }",
    "a chain of MINUS": "ASK { ?a ?b ?c " + "MINUS { ?a ?b ?c } " * 2_000 + " }",
    "a chain of groups": "ASK { " + "{ ?a ?b ?c } " * 20_000 + " }",
    "a chain of !": "ASK { FILTER(" + "!" * 20_000 + "true) }",
    "a chain of BIND": "SELECT * { " + " ".join(f"BIND({n} AS ?x{n})" for n in range(2_100)) + " }",
    "a path of 3,000 steps": "ASK { ?s " + "/".join([P] * 3_000) + " ?o }",
    "a chain of patterns": "ASK { " + " ".join(f"?a{n} ?b ?c{n} ." for n in range(3_000)) + " }",
    "300 KiB of comment": "ASK {} # " + "x" * 300_000,
    "SERVICE": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "service silent": "SELECT * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SERVICE by a variable": "SELECT * { VALUES ?x { <http://127.0.0.1:1/> } SERVICE ?x { ?s ?p ?o } }",
    "SERVICE by escapes": r"SELECT * { \u0053\U00000045RVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SERVICE after a comment": "SELECT * { # '\"\nSERVICE<http://127.0.0.1:1/>{ ?s ?p ?o } }",
    "SERVICE in NOT EXISTS": "ASK { FILTER NOT EXISTS { SERVICE <http://127.0.0.1:1/> {} } }",
    "LOAD": "LOAD <http://127.0.0.1:1/>",
    "LOAD behind a prologue": "BASE <http://x/> # SELECT\nPREFIX a: <b> LOAD SILENT <http://127.0.0.1:1/>",
    "DROP": "DROP ALL",
}  # fmt: skip

#: Take more than there is: time, memory, or room for the result.
EXHAUSTING = {
    "a triple product counted": f"SELECT (COUNT(*) AS ?n) {{ {FOUR} FILTER(?c != ?l) }}",
    "a triple product counted as distinct": f"SELECT (COUNT(DISTINCT *) AS ?n) {{ {ALL} }}",
    "a triple product sorted": f"SELECT * {{ {ALL} }} ORDER BY ?c ?f ?i",
    "a triple product grouped": f"SELECT ?a ?d ?g (COUNT(*) AS ?n) {{ {ALL} }} GROUP BY ?a ?d ?g",
    "a triple product concatenated": f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) {{ {ALL} }}",
    "a triple product as rows": f"SELECT * {{ {ALL} }}",
    "a triple product constructed": f"CONSTRUCT {{ ?a ?e ?i }} WHERE {{ {ALL} }}",
    "a triple product without duplicates": f"SELECT DISTINCT ?a ?d ?g {{ {ALL} }}",
    "optional products": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f } OPTIONAL { ?g ?h ?i } OPTIONAL { ?j ?k ?l } }",
    "products in NOT EXISTS": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?g ?h ?i . ?j ?k ?l FILTER(?i = ?l && ?a = ?j && ?d = 1) } }",
    "a bomb of CONCAT": "SELECT (STRLEN(?z) AS ?n) { BIND('aaaaaaaaaa' AS ?x) " + " ".join(f"BIND({BIG.replace('?x', '?x' if n == 0 else f'?y{n}')} AS ?y{n + 1})" for n in range(9)) + " BIND(?y9 AS ?z) }",
    "a bomb of REPLACE": f"SELECT (STRLEN(?x10) AS ?n) {{ BIND('aaaa' AS ?x0) {TEN} }}",
    "a bomb of GROUP_CONCAT": "SELECT (STRLEN(GROUP_CONCAT(?x; separator=?y)) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i BIND(CONCAT(STR(?a), STR(?d)) AS ?x) }".replace("separator=?y", "separator='....................'"),
    "a transitive product": "SELECT (COUNT(*) AS ?n) { ?a (<x:p>|!<x:p>)* ?b . ?c (<x:p>|!<x:p>)* ?d . ?e (<x:p>|!<x:p>)* ?f }",
    "a path in both directions": "SELECT (COUNT(*) AS ?n) { ?a (!<x:p>|^!<x:p>)* ?b . ?c (!<x:p>|^!<x:p>)* ?d . ?b (!<x:p>)* ?e . ?d ?p ?f }",
}  # fmt: skip

#: Look dangerous, and have an answer.
ANSWERED = {
    "SERVICE in a comment": "ASK { ?s ?p ?o } # SERVICE <http://127.0.0.1:1/> { }",
    "SERVICE in a string": "ASK { ?s ?p ?o FILTER(STR(?o) != 'SERVICE <http://127.0.0.1:1/> {}') }",
    "SERVICE in an IRI": "ASK { ?s ?p ?o FILTER(?s != <http://example.org/SERVICE>) }",
    "SERVICE as a variable and a prefix": "PREFIX service: <http://x/> ASK { ?service ?p ?o FILTER(?p != service:load) }",
    "20,000 VALUES": "SELECT (COUNT(*) AS ?n) { VALUES ?x { " + " ".join(map(str, range(20_000))) + " } }",
    "99 nested groups": "ASK " + "{" * 99 + "}" * 99,
    "a bomb of SHA512": "SELECT (SHA512(STR(?o)) AS ?x) { ?s ?p ?o } LIMIT 10",
}  # fmt: skip

#: Are answered where there is time, and stopped where there is not.
TRIED = {
    "400 patterns": "ASK { " + " ".join(f"?s{n} {P} ?s{n + 1} ." for n in range(400)) + " }",
    "a path of 1,000 steps": "ASK { <x:s> " + "/".join([P] * 1_000) + " ?o }",
    "everything from everywhere": "SELECT (COUNT(*) AS ?n) { <http://example.org/s1> (<x:p>|!<x:p>)* ?o }",
    "10,000 in an IN list": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(?o IN (" + ",".join(map(str, range(10_000))) + ")) }",
    "backtracking in REGEX": "ASK { FILTER(REGEX('" + "a" * 5_000 + "', '^(a+)+$|(a|a)*b')) }",
}  # fmt: skip


def ask(target, query):
    return httpx.post(
        target.endpoint,
        data={"query": query},
        headers={"Accept-Encoding": "identity"},
        timeout=60,
    )


def of(queries):
    return [pytest.param(query, id=name) for name, query in queries.items()]


@pytest.mark.parametrize("query", of(REFUSED))
def test_is_refused(target, query):
    answer = ask(target, query)
    assert answer.status_code == 400
    assert answer.json()["title"] in {"The query is refused", "The query is too large"}


@pytest.mark.parametrize("query", of(EXHAUSTING))
def test_is_stopped(target, undisturbed, query):
    try:
        answer = ask(target, query)
    except httpx.RemoteProtocolError:
        return  # it had begun: the connection is cut
    assert answer.status_code == 503
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("query", of(ANSWERED))
def test_is_answered(target, query):
    answer = ask(target, query)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("query", of(TRIED))
def test_is_answered_or_stopped(target, undisturbed, query):
    answer = ask(target, query)
    assert answer.status_code in {200, 503}
    assert answer.status_code == 200 or answer.json()["title"] == "The query took too long"
