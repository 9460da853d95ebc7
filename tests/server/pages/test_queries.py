"""The example queries' parameters: each of them changes the query, for whatever base."""

import re

import pyoxigraph as ox
import pytest

from server.errors import BadRequest
from server.pages.queries import examples


def by_name(name, base="https://w3id.org/valgraf"):
    return next(e for e in examples(base) if e.name == name)


def test_every_example_has_its_texts_in_both_languages():
    for example in examples():
        assert set(example.title) == set(example.description) == {"sv", "en"}, example.name


def test_a_query_is_filled_with_other_values():
    example = by_name("common-ground")
    assert [(p.name, p.kind) for p in example.parameters] == [("municipality", "municipality"), ("one", "party"), ("other", "party")]  # fmt: skip
    filled = example.filled({"municipality": "1480", "other": "v"})
    assert "{ (municipality:1480 party:l party:v) }" in filled


def test_parameters_with_the_same_value_are_told_apart():
    example = by_name("common-ground")
    same = example.filled({"one": "mp"})
    assert "party:mp party:mp" in same


def test_what_is_no_name_is_refused():
    with pytest.raises(BadRequest):
        by_name("common-ground").filled({"one": "l) } #"})


@pytest.mark.parametrize("base", ["https://w3id.org/valgraf", "https://graf.example/data"])
def test_examples_parse_and_name_iris_under_the_base(base):
    store = ox.Store()
    for example in examples(base):
        store.query(example.filled({}))
        for iri in re.findall(r"<(https://[^>]*?/id/)", example.text):
            assert iri == f"{base}/id/"


def test_a_filled_query_comes_as_a_file(client):
    response = client.get("/queries/common-ground.rq?one=c")
    assert response.headers["content-type"].startswith("application/sparql-query")
    assert "party:c party:mp" in response.text
