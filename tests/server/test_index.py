"""The search index answers what the graph says, whatever the words, filters and thread."""

import gzip
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.errors import BadRequest
from server.index import FACETS, Index, NoIndex, UnknownFacet
from server.index.words import distance

PROPERTIES = {
    "party": "vg:party", "municipality": "vg:municipality", "county": "vg:county", "branch": "vg:branch", "document": "vg:document",
    "theme": "vg:theme/skos:broader*", "target-group": "vg:targetGroup/skos:broader*", "actor": "vg:actor/skos:broader*",
    "instrument": "vg:instrument/skos:broader*", "stance": "vg:stance",
}  # fmt: skip


@pytest.fixture(scope="module")
def index(releases: Path) -> Iterator[Index]:
    index = Index.open(releases / "current")
    yield index
    index.close()


@pytest.fixture(scope="module")
def graph(releases: Path) -> ox.Store:
    store = ox.Store()
    with gzip.open(releases / "current" / "graph.nt.gz") as file:
        store.bulk_load(file.read(), format=ox.RdfFormat.N_TRIPLES)
    return store


def counted(graph: ox.Store, path: str, where: str = "") -> dict[str, int]:
    rows = graph.query(f"""
        PREFIX vg: <https://w3id.org/valgraf/ns#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?value (COUNT(DISTINCT ?s) AS ?n) WHERE {{
          VALUES ?class {{ vg:Proposal vg:Achievement }} ?s a ?class ; vg:quote ?quote ; {path} ?value . {where}
        }} GROUP BY ?value""")
    return {row["value"].value.rpartition("/id/")[2]: int(row["n"].value) for row in rows}


@pytest.mark.parametrize("facet", PROPERTIES)
def test_the_values_of_a_facet_have_the_numbers_of_sparql(
    index: Index, graph: ox.Store, facet: str
) -> None:
    found = {v.entity.path: v.count for v in index.facets(of=[facet]).values[facet]}
    assert found == counted(graph, PROPERTIES[facet])


@pytest.mark.parametrize("facet", PROPERTIES)
def test_the_values_under_filters_have_the_numbers_of_sparql(
    index: Index, graph: ox.Store, facet: str
) -> None:
    filters = {"stance": ["introduce", "strengthen"], "theme": ["hemloshet-och-boende", "vald"]}
    stance = "?s vg:stance ?stance . FILTER (STRENDS(STR(?stance), '/introduce') || STRENDS(STR(?stance), '/strengthen'))"
    theme = "?s vg:theme/skos:broader* ?theme . FILTER (STRENDS(STR(?theme), '/hemloshet-och-boende') || STRENDS(STR(?theme), '/vald'))"
    where = (stance if facet != "stance" else "") + (theme if facet != "theme" else "")
    found = {v.entity.path: v.count for v in index.facets("", filters, of=[facet]).values[facet]}
    chosen = {f"{facet}/{key}" for key in filters.get(facet, ())}
    expected = counted(graph, PROPERTIES[facet], where)
    assert {path: n for path, n in found.items() if n} == expected
    assert chosen <= found.keys()


def test_a_value_counts_what_choosing_it_gives(index: Index) -> None:
    filters = {"kind": ["proposal"]}
    for facet, values in index.facets("och", filters).values.items():
        for value in values[:5]:
            chosen = filters | {facet: [value.entity.key]}
            assert index.search("och", chosen).total == value.count, value.entity.path


@pytest.mark.parametrize("columns", ["party", "municipality"])
@pytest.mark.parametrize("filters", [{}, {"election": ["2022"]}, {"target-group": ["barn"]}])
def test_cross_tables_by_stance_have_the_numbers_of_sparql(
    index: Index, graph: ox.Store, columns: str, filters: dict[str, list[str]]
) -> None:
    patterns = {
        "election": '?s vg:election "2022"^^xsd:gYear .',
        "target-group": "?s vg:targetGroup/skos:broader* ?group . FILTER (STRENDS(STR(?group), '/target-group/barn'))",
    }
    rows = graph.query(f"""
        PREFIX vg: <https://w3id.org/valgraf/ns#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        SELECT ?column ?row ?stance (COUNT(DISTINCT ?s) AS ?n) WHERE {{
          ?s a vg:Proposal ; vg:{columns} ?column ; vg:instrument|vg:theme ?narrow . ?narrow skos:broader* ?row .
          {"".join(patterns[name] for name in filters)}
          OPTIONAL {{ ?s vg:stance ?stance }}
        }} GROUP BY ?column ?row ?stance""")
    expected = {
        tuple(row[name] and row[name].value.rpartition("/id/")[2] for name in ("column", "row", "stance")): int(row["n"].value)
        for row in rows
    }  # fmt: skip
    found = index.crossed(index.entities(columns), ("instrument", "theme"), filters)
    assert expected == {
        (it.column.path, it.row.path, it.stance and it.stance.path): it.count for it in found
    }
    assert len(expected) > 10


def test_the_first_of_a_cross_table_is_in_its_cell(index: Index) -> None:
    found = index.crossed(index.entities("party"), ("instrument",))
    for it, hit in zip(found, index.hits([it.first for it in found]), strict=True):
        assert (hit.kind, hit.party, hit.stance) == ("proposal", it.column, it.stance)


@pytest.mark.parametrize("sort", ["relevance", "document", "newest"])
@pytest.mark.parametrize("words", ["", "och", "socialtjänst"])
def test_pages_hold_each_hit_once(index: Index, sort: str, words: str) -> None:
    page = index.search(words, sort=sort, limit=7)
    found = [hit.path for hit in page.hits]
    while page.next:
        page = index.search(words, sort=sort, limit=7, after=page.next)
        found += [hit.path for hit in page.hits]
    assert len(found) == len(set(found)) == page.total > 7


def test_many_hits_stand_in_the_order_of_documents_unranked(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranked = index.search("och", limit=500)
    monkeypatch.setattr("server.index.RANKED", ranked.total - 1)
    unranked = index.search("och", limit=500)
    assert (ranked.ranked, unranked.ranked) == (True, False)
    assert [h.path for h in ranked.hits] != [h.path for h in unranked.hits]
    assert unranked.hits == index.search("och", sort="document", limit=500).hits
    assert unranked.total == ranked.total


def test_hits_are_in_the_order_of_documents_and_places(index: Index) -> None:
    hits = index.search("", sort="document", limit=1000).hits
    assert [(h.document.key, h.begin) for h in hits] == sorted(
        (h.document.key, h.begin) for h in hits
    )


def test_a_word_finds_all_its_inflections(index: Index) -> None:
    for form in ("hemlös", "hemlösa", "hemlösas"):
        hits = index.search(form, limit=1000).hits
        assert hits, form
        assert all(hit.marks for hit in hits)
        assert {h.path for h in hits} == {h.path for h in index.search("hemlösa", limit=1000).hits}


def test_a_compound_that_the_release_lacks_is_found_by_its_beginning(index: Index) -> None:
    assert index.search("socialtjän").total >= index.search("socialtjänst").total > 0
    assert index.search("socialtjänstenss").total == index.search("socialtjänsten").total


def test_a_with_ring_is_not_a(index: Index) -> None:
    assert index.search("vård").total > 0
    assert not {h.path for h in index.search("vård", limit=99).hits} & {
        h.path for h in index.search("vard", limit=99).hits if "vard" not in h.quote.lower()
    }


def test_a_phrase_stands_together(index: Index) -> None:
    for hit in index.search('"bostad först"', limit=99).hits:
        assert "bostad först" in hit.quote.lower()


def test_a_misspelt_word_is_put_right(index: Index) -> None:
    assert index.suggest("hemlöshte") == "hemlöshet"
    assert index.suggest("hemlöshet") is None
    assert index.suggest("qqqqqqqq") is None


def test_concepts_are_found_by_inflected_labels(index: Index) -> None:
    best = index.concepts("socialtjänstens", ["actor"])[0]
    assert best.entity.key == "socialtjansten"
    assert best.score >= 95.0
    assert index.concepts("Bostad först", ["instrument"])[0].score == 100.0
    assert index.concepts("bostad fö", ["instrument"], started=True)[0].entity.key == "bostad-forst"
    assert index.concepts("0180")[0].entity.path == "municipality/0180"


def test_a_name_or_notation_of_its_own_comes_first_and_words_that_merely_show_a_concept_last(
    index: Index,
) -> None:
    found = index.concepts("SiS")
    assert (found[0].entity.path, found[0].score) == ("actor/sis", 100.0)
    assert found[-1].entity.kind == "theme"
    assert not found[-1].named
    best = index.concepts("ekonomiskt bistånd", ["instrument", "theme", "target-group"])[0]
    assert best.entity.path == "instrument/forsorjningsstod"
    assert index.concepts("Statens institutionsstyrelse")[0].score == 99.0
    named = [match.named for match in index.concepts("hemlös", limit=50)]
    assert named == sorted(named, reverse=True)
    assert not all(named)


def test_similar_statements_are_of_other_documents_and_most_shared_concepts_first(
    index: Index,
) -> None:
    some = False
    for hit in index.search("", limit=1000).hits:
        similar = index.similar(hit.path)
        some |= bool(similar)
        assert len(similar) <= 10
        assert all(s.hit.document != hit.document for s in similar)
        shared = [len(s.shared) for s in similar]
        assert shared == sorted(shared, reverse=True)
    assert some


def test_without_time_the_values_stand_without_numbers(index: Index) -> None:
    facets = index.facets("och", {"party": ["c"]}, budget=0)
    assert not facets.counted
    assert facets.values["party"]
    assert all(value.count is None for values in facets.values.values() for value in values)


def test_an_unknown_key_has_no_hits_and_an_unknown_facet_is_told(index: Index) -> None:
    assert index.search("", {"party": ["nobody"]}).total == 0
    assert index.facets("", {"party": ["nobody"]}).counted
    with pytest.raises(UnknownFacet, match="colour"):
        index.search("", {"colour": ["red"]})


@pytest.mark.parametrize("after", ["x", "1", "a,b", ",", "1,2,3"])
def test_a_bad_cursor_is_told(index: Index, after: str) -> None:
    with pytest.raises(BadRequest):
        index.search("och", after=after)


def test_a_release_without_an_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match="valgraf load"):
        Index.open(tmp_path)


def test_threads_answer_alike(index: Index) -> None:
    def ask(number: int) -> tuple[int, int]:
        words = ["och", "barn", "vård", ""][number % 4]
        return index.search(words).total, len(index.facets(words).values["theme"])

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(ask, range(64)))
    assert found == [ask(number) for number in range(64)]


@given(st.text(max_size=60), st.sampled_from(FACETS), st.text(max_size=8))
def test_whatever_is_typed_is_answered(index: Index, words: str, facet: str, key: str) -> None:
    page = index.search(words, {facet: [key]}, limit=3)
    assert page.total >= len(page.hits)
    index.search(words, limit=3)
    index.concepts(words, started=True)
    index.suggest(words)


@pytest.mark.parametrize(
    ("a", "b", "steps"), [("vård", "vård", 0), ("vård", "vrad", 2), ("skola", "sokla", 1), ("", "ab", 2), ("barn", "barnen", 2)]
)  # fmt: skip
def test_the_distance_of_words(a: str, b: str, steps: int) -> None:
    assert distance(a, b) == distance(b, a) == steps
