"""The questions in `queries/`: each is asked of the bundled corpus and answers what the release's tables hold."""

import csv
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = sorted((ROOT / "queries").glob("*.rq"))
ID = "https://w3id.org/valgraf/id/"


@pytest.fixture(scope="session")
def release(releases):
    return (releases / "current").resolve()


@pytest.fixture(scope="session")
def answer(release):
    store = ox.Store.read_only(str(release / "store"))

    @cache
    def answered(name):
        found = store.query((ROOT / "queries" / f"{name}.rq").read_text(encoding="utf-8"))
        if isinstance(found, ox.QueryTriples):
            return list(found)
        names = [variable.value for variable in found.variables]
        return [{n: None if row[n] is None else row[n].value for n in names} for row in found]

    return answered


@pytest.fixture(scope="session")
def table(release):
    @cache
    def read(name):
        with (release / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read


@pytest.fixture(scope="session")
def proposals(table):
    """Return the proposals by IRI, each with its concepts by scheme."""
    found = {
        row["statement"]: row | {"links": defaultdict(set)}
        for row in table("proposals")
        if row["kind"] == "proposal"
    }
    for link in table("links"):
        if link["statement"] in found:
            found[link["statement"]]["links"][link["scheme"]].add(link["concept"])
    return found


@pytest.fixture(scope="session")
def labels(table):
    return {(row["scheme"], row["id"]): row["sv"] for row in table("concepts")}


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
class TestEveryQuestion:
    def test_has_a_title_and_a_description_in_both_languages(self, path):
        heads = re.findall(
            r"^# (title|description)@(sv|en): \S.+$", path.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert heads == [
            ("title", "sv"),
            ("title", "en"),
            ("description", "sv"),
            ("description", "en"),
        ]

    def test_declares_the_prefixes_that_it_uses_and_no_others(self, path):
        text = path.read_text(encoding="utf-8")
        body = re.sub(r'^#.*|^PREFIX .*|"[^"]*"', "", text, flags=re.MULTILINE)
        assert set(re.findall(r"^PREFIX (\w+):", text, re.MULTILINE)) == set(
            re.findall(r"\b([a-z]\w*):", body)
        )

    def test_tells_what_may_be_changed_where_it_has_parameters(self, path):
        text = path.read_text(encoding="utf-8")
        assert ("VALUES-raden" in text) == bool(re.search(r"VALUES .*\b(?!vg)[a-z]+:\w", text))

    def test_is_asked_in_this_module(self, path):
        assert f'"{path.stem}"' in Path(__file__).read_text(encoding="utf-8")

    def test_has_an_answer(self, path, answer):
        assert answer(path.stem)


def test_three_parties_want_housing_first_each_in_its_own_way(answer):
    rows = answer("proposals-of-an-instrument")
    assert {(r["party"], r["municipality"], r["stance"]) for r in rows} == {
        ("Kristdemokraterna", None, "införa"),
        ("Liberalerna", "Stockholm", "behålla"),
        ("Miljöpartiet", "Stockholm", "stärka"),
    }
    assert all("bostad först" in r["quote"].lower() for r in rows)


def test_proposals_with_several_actors_name_two_or_more(answer, proposals):
    found = {r["proposal"]: int(r["actors"]) for r in answer("proposals-with-several-actors")}
    assert found == {
        iri: len(p["links"]["actor"])
        for iri, p in proposals.items()
        if len(p["links"]["actor"]) > 1
    }


def test_the_proposal_with_the_most_actors_comes_first(answer):
    first = answer("proposals-with-several-actors")[0]
    assert set(first["names"].split(", ")) >= {
        "socialtjänsten",
        "förskolan",
        "skolan",
        "polisen",
        "BUP",
    }


def test_groups_of_one_party_are_named_by_no_other(answer, proposals):
    parties = defaultdict(set)
    for p in proposals.values():
        for group in p["links"]["target-group"]:
            parties[group].add(p["party"])
    rows = answer("groups-of-one-party")
    assert {r["group"].rpartition("/")[2] for r in rows} == {
        g for g, by in parties.items() if len(by) == 1
    }
    assert ("romer", "Liberalerna") in {(r["label"], r["party"]) for r in rows}


def test_common_ground_is_named_by_both_parties_with_one_stance(answer, proposals, labels):
    held = defaultdict(Counter)
    for p in proposals.values():
        if p["municipality"] == "0180":
            held[p["party"]].update(
                (scheme, concept, p["stance"])
                for scheme, concepts in p["links"].items()
                if scheme != "stance"
                for concept in concepts
            )
    both = {
        (
            labels[scheme, concept],
            labels["stance", stance],
            str(held["l"][scheme, concept, stance]),
            str(held["mp"][scheme, concept, stance]),
        )
        for scheme, concept, stance in held["l"].keys() & held["mp"].keys()
    }
    assert {
        (r["label"], r["stance"], r["first"], r["second"]) for r in answer("common-ground")
    } == both


def test_the_words_that_ground_an_actor_stand_where_they_are_said_to(answer):
    rows = answer("grounds-of-actor-links")
    for row in rows:
        document = row["proposal"].split("/")[-2]
        text = (ROOT / "corpus" / f"{document}.txt").read_text(encoding="utf-8")
        assert text[int(row["begin"]) : int(row["end"])] == row["words"]
    assert ("BUP", "barn- och ungdomspsykiatrin") in {(r["label"], r["words"]) for r in rows}


def test_every_link_to_an_actor_has_its_ground(answer, proposals):
    links = sum(len(p["links"]["actor"]) for p in proposals.values())
    assert len(answer("grounds-of-actor-links")) == links


def test_a_party_claims_its_ten_achievements(answer):
    rows = [r for r in answer("achievements-by-party") if r["party"] == "Centerpartiet"]
    assert len(rows) == 10
    assert any(r["quote"].startswith("Pressat ned hemlösheten") and r["themes"] for r in rows)


def test_stances_by_instrument_count_every_link(answer, proposals, labels):
    counts = Counter(
        (labels["instrument", i], labels["stance", p["stance"]])
        for p in proposals.values()
        for i in p["links"]["instrument"]
    )
    assert {
        (r["label"], r["stance"]): int(r["proposals"]) for r in answer("stances-by-instrument")
    } == counts


def test_proposals_by_theme_and_party_count_every_link(answer, proposals, labels):
    parties = {
        "c": "Centerpartiet",
        "l": "Liberalerna",
        "mp": "Miljöpartiet",
        "kd": "Kristdemokraterna",
    }
    counts = Counter(
        (labels["theme", t], parties[p["party"]])
        for p in proposals.values()
        for t in p["links"]["theme"]
    )
    assert {
        (r["theme"], r["party"]): int(r["proposals"])
        for r in answer("proposals-by-theme-and-party")
    } == counts


def test_the_five_documents_have_their_counts_and_rights(answer, table):
    counts = Counter((row["document"], row["kind"]) for row in table("proposals"))
    rows = answer("documents")
    assert len(rows) == 5
    for row in rows:
        slug = row["document"].rpartition("/")[2]
        assert (int(row["proposals"]), int(row["achievements"])) == (
            counts[slug, "proposal"],
            counts[slug, "achievement"],
        )
        assert "i sin helhet" in row["rights"]


def test_more_than_a_hundred_proposals_come_out_of_the_bundled_corpus(answer):
    assert sum(int(row["proposals"]) for row in answer("documents")) >= 100


def test_concepts_nobody_names_have_no_narrower_one_that_is_named(answer, proposals, table):
    broader = {(r["scheme"], r["id"]): r["broader"].split() for r in table("concepts")}

    def with_ancestors(scheme, concept):
        above = (with_ancestors(scheme, b) for b in broader[scheme, concept])
        return {(scheme, concept)}.union(*above)

    schemes = ("target-group", "instrument")
    named = {
        one
        for p in proposals.values()
        for scheme in schemes
        for concept in p["links"][scheme]
        for one in with_ancestors(scheme, concept)
    }
    silent = {f"{ID}{s}/{c}" for s, c in broader.keys() - named if s in schemes}
    assert {r["concept"] for r in answer("concepts-nobody-names")} == silent


def test_groups_and_actors_count_the_proposals_that_name_both(answer, proposals, labels):
    counts = Counter(
        (labels["target-group", g], labels["actor", a])
        for p in proposals.values()
        for g in p["links"]["target-group"]
        for a in p["links"]["actor"]
    )
    assert {
        (r["group"], r["actor"]): int(r["proposals"]) for r in answer("groups-and-actors")
    } == counts


def test_proposals_for_a_group_include_those_for_narrower_groups(answer):
    groups = {r["group"] for r in answer("proposals-for-a-group")}
    assert {"barn", "barn och unga", "placerade barn och unga"} <= groups
    assert "äldre" not in groups


def test_refusals_show_the_words_of_refusal(answer):
    rows = answer("refusals")
    assert any(
        r["party"] == "Liberalerna" and "inte" in r["words"] and "bidrag" in r["quote"]
        for r in rows
    )


def test_a_programme_reads_in_the_order_of_its_text(answer):
    rows = answer("programme-in-order")
    assert [int(r["begin"]) for r in rows] == sorted(int(r["begin"]) for r in rows)
    assert [r["heading"] for r in rows][-10:] == ["VÅRA FÖRSLAG 2022-2026"] * 10


def test_what_is_claimed_and_still_wanted_belongs_to_one_branch(answer):
    rows = answer("claimed-and-still-wanted")
    assert ("Centerpartiet", "Stockholm", "polisen") in {
        (r["party"], r["municipality"], r["concept"]) for r in rows
    }
    assert all(r["achieved"] != r["wanted"] for r in rows)


def test_links_grounded_elsewhere_include_an_antecedent(answer):
    rows = answer("links-grounded-elsewhere")
    assert any("målgruppen" in r["quote"] and "EU-medborgare" in r["concept"] for r in rows)


def test_every_statement_was_found_by_one_rule(answer, table):
    assert sum(int(r["statements"]) for r in answer("rules-and-their-precision")) == len(
        table("proposals")
    )


def test_what_the_corpus_states_is_not_said_to_be_inferred(answer):
    assert {r["inferred"] for r in answer("stated-and-inferred")} == {"false"}


def test_the_proposals_of_a_municipality_are_of_its_parties_alone(answer):
    rows = answer("themes-of-a-municipality")
    assert {r["party"] for r in rows} == {"Centerpartiet", "Liberalerna", "Miljöpartiet"}
    assert not any("sollentuna" in r["proposal"] for r in rows)


def test_parties_lead_to_wikidata(answer):
    assert {
        (r["abbreviation"], r["wikidata"].rpartition("/")[2], r["branches"], r["documents"])
        for r in answer("parties-and-wikidata")
    } == {
        ("C", "Q110832", "2", "2"),
        ("KD", "Q213654", "0", "1"),
        ("L", "Q110857", "1", "1"),
        ("MP", "Q213451", "1", "1"),
    }


def test_the_network_of_actors_links_both_ways_and_none_to_itself(answer):
    related = ox.NamedNode("http://www.w3.org/2004/02/skos/core#related")
    pairs = {(t.subject, t.object) for t in answer("network-of-actors") if t.predicate == related}
    assert (ox.NamedNode(f"{ID}actor/socialtjansten"), ox.NamedNode(f"{ID}actor/polisen")) in pairs
    assert all((b, a) in pairs and a != b for a, b in pairs)
