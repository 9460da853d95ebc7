"""What is refused before any parser sees it, and what is not."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.engines.guard import check
from server.errors import QueryRefused, QueryTooLarge
from server.settings import Settings

LIMITS = Settings()
WHERE = "SELECT * { ?s ?p ?o }"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { service\n?s { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://x/> {} }",
        'ASK { ?x ?p ?y FILTER(?x<?y#>"""\n) SERVICE <http://x/> {} #"""\n }',
        "SELECT * {SERVICE<http://x/>{}}",
        "SELECT * { # nothing\nSERVICE <http://x/> {} }",
        r"SELECT * { \u0053ERVICE <http://x/> {} }",
        r"SELECT * { \U00000053ERVICE <http://x/> {} }",
        "PREFIX a: <x:> ASK { FILTER(EXISTS { SERVICE a:b { ?s ?p ?o } }) }",
        'SELECT * { ?s ?p "a\\"b" . SERVICE <http://x/> {} }',
        "SELECT * { ?s ?p '''a''b''' . SERVICE <http://x/> {} }",
    ],
)
def test_service_is_refused_however_it_is_spelt(text):
    with pytest.raises(QueryRefused, match="SERVICE"):
        check(text, LIMITS)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o } # SERVICE <http://x/> {}",
        'ASK { ?s ?p "SERVICE <http://x/> {}" }',
        "ASK { ?s ?p '''a\nSERVICE' <x> ''' }",
        "ASK { ?SERVICE ?p $service }",
        "PREFIX service: <http://x/> ASK { ?s service:SERVICE service:service }",
        "ASK { <http://x/SERVICE> ?p ?o }",
        "ASK { <http://x/a#SERVICE> ?p ?o }",
        "PREFIX a: <http://x/a#>\nASK { a:service ?p 'SERVICE' # service\n }",
        "PREFIX insert: <http://x/> ASK { ?s insert:delete ?o }",
        'ASK { ?s ?p "DROP ALL"@sv }',
    ],
)
def test_words_in_comments_strings_names_and_iris_are_no_keywords(text):
    assert check(text, LIMITS).form in {"SELECT", "ASK"}


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX a: <x:>\n# SELECT\ndelete where { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/>",
        "CLEAR ALL",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(text):
    with pytest.raises(QueryRefused, match="read-only"):
        check(text, LIMITS)


@pytest.mark.parametrize(
    "text",
    [
        "ASK " + "{" * 101 + "}" * 101,
        "ASK { FILTER(" + "(" * 3000 + "1" + ")" * 3000 + ") }",
        "ASK { FILTER(" + " || ".join(["1"] * 20_000) + ") }",
        "ASK { FILTER(1 IN (" + "+".join(["1"] * 20_000) + ")) }",
        "ASK { " + " UNION ".join(["{}"] * 20_000) + " }",
        "ASK { " + "{} " * 20_000 + " }",
        "ASK { ?s " + "/".join(["<x:p>"] * 2_100) + " ?o }",
        "ASK { FILTER(" + "!" * 2_100 + "1) }",
        "ASK { FILTER(" + "- " * 2_100 + "1) }",
        "ASK { " + "?s ?p ?o . " * 2_100 + "}",
        "ASK { # " + "å" * 140_000 + "\n}",
    ],
)
def test_what_crashes_parsers_is_too_large(text):
    with pytest.raises(QueryTooLarge):
        check(text, LIMITS)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { VALUES ?x { " + "-1.5 " * 10_000 + "} }",
        "SELECT * { VALUES (?x ?y) { " + "(<a:b> 'a'@sv) " * 5_000 + "} }",
        "SELECT * { ?s ?p ?o FILTER(?o IN (" + ",".join(map(str, range(10_000))) + ")) }",
        "SELECT * { ?s ?p ?o FILTER(?o NOT IN (" + ",".join(["<a:b>"] * 10_000) + ")) }",
    ],
)
def test_lists_of_values_are_not_operators(text):
    check(text, LIMITS)


@pytest.mark.parametrize("part", ["a.", "-", '"\\', "'\\", "<", '"""\\""', "_:", "?"])
def test_a_scan_takes_no_longer_than_a_text_is_long(part):
    with suppress(QueryTooLarge):
        check(part * (LIMITS.query_bytes // len(part)), LIMITS)  # minutes, were it quadratic


def test_operators_after_a_list_of_values_count_again():
    with pytest.raises(QueryTooLarge):
        check("SELECT * { VALUES ?x { 1 2 } " + "{} UNION " * 2_000 + "{} }", LIMITS)


@pytest.mark.parametrize("word", ["NOW()", "rand()", "UUID()", "StrUUID()", "BNODE('a')"])
def test_an_answer_by_a_volatile_function_does_not_last(word):
    assert not check(f"SELECT ({word} AS ?x) {{}}", LIMITS).lasting


def test_a_query_tells_its_form_and_its_dataset():
    checked = check("PREFIX a: <x:> CONSTRUCT {} FROM <a:g> WHERE {}", LIMITS)
    assert (checked.form, checked.dataset, checked.lasting) == ("CONSTRUCT", True, True)
    assert not check('SELECT * { ?s ?p "FROM NOW" }', LIMITS).dataset


@given(st.text(max_size=400))
def test_any_text_is_passed_or_refused_and_never_crashes(text):
    with suppress(QueryRefused, QueryTooLarge):
        check(text, LIMITS)
