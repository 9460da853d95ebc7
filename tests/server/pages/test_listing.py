"""What a list is asked for, as an address and as SPARQL that gives the same list."""

import pyoxigraph as ox
import pytest

from server.errors import BadRequest
from server.index import Hit, Index
from server.index.values import Entity
from server.pages.listing import FILTERS, Asked, listing, marked

BASE = "https://w3id.org/valgraf"


@pytest.fixture(scope="module")
def release(releases):
    return (releases / "current").resolve()


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"party": "c"},
        {"municipality": "0180", "theme": "hemloshet-och-boende"},
        {"target-group": "barn-och-unga"},
        {"actor": "kommunen", "stance": "strengthen"},
        {"election": "2022"},
        {"kind": "achievement"},
        {"county": "01"},
        {"party": "nobody"},
    ],
)
def test_a_list_and_its_sparql_have_the_same_number(release, parameters):
    index, asked = Index.open(release), Asked.of(parameters)
    store = ox.Store.read_only(str(release / "store"))
    rows = list(store.query(asked.sparql(BASE)))
    found = listing(index, BASE, asked, "sv")
    assert len(rows) == found.counts[asked.kind]
    assert {item.iri for item in found.items} <= {row["statement"].value for row in rows}
    index.close()


def test_every_filter_is_a_facet_of_the_index():
    from server.index import FACETS

    assert set(FILTERS) <= set(FACETS)


def test_the_address_of_a_list_says_what_it_was_asked_for():
    parameters = {"q": "trygg skola", "party": "c", "kind": "achievement", "sort": "newest"}
    assert Asked.of(parameters).parameters() == parameters
    assert Asked.of(parameters).parameters(party="", q="") == {"kind": "achievement", "sort": "newest"}  # fmt: skip


@pytest.mark.parametrize("value", ['c" } #', "C", "<x>", "a b", "å"])
def test_a_filter_that_is_no_slug_is_refused(value):
    with pytest.raises(BadRequest):
        Asked.of({"party": value})


def test_marks_show_the_words_that_were_searched_for_and_nothing_as_markup():
    entity = Entity("document", "a", "A", "A", "", None, 1, 1)
    hit = Hit("statement/a/b", "proposal", "Fler <b>hem</b>.", 0, entity, None, None, None, None, None, (), ((8, 11),))  # fmt: skip
    assert marked(hit) == "Fler &lt;b&gt;<mark>hem</mark>&lt;/b&gt;."
