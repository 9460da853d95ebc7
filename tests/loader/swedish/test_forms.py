"""What a word form may be."""

import pytest

from loader.swedish.forms import form, is_infinitive, lemma
from loader.swedish.people import is_people


@pytest.mark.parametrize(
    "word",
    [
        "bygga",
        "dricka",
        "driva",
        "sänka",
        "stötta",
        "föra",
        "återgå",
        "ses",
        "ges",
        "erbjudas",
        "vidareutveckla",
        "kunna",
    ],
)
def test_verbs_are_known_by_their_base_form_active_or_passive(word: str) -> None:
    assert is_infinitive(word)


@pytest.mark.parametrize("word", ["inte", "kvinna", "skola", "hälsa", "flicka", "bostad", "också"])
def test_nouns_and_adverbs_are_no_infinitives(word: str) -> None:
    assert not is_infinitive(word)


@pytest.mark.parametrize(
    ("word", "finite"),
    [
        ("uteblir", True),
        ("vårdar", True),
        ("dricker", True),
        ("framgår", True),
        ("killar", False),
        ("ökade", False),
        ("kvar", False),
        ("skolor", False),
    ],
)
def test_present_tenses_are_told_from_plurals_and_participles(word: str, *, finite: bool) -> None:
    assert form(word).finite is finite


@pytest.mark.parametrize(
    ("word", "more"),
    [("fler", True), ("enklare", True), ("stärkt", True), ("arbetare", False), ("snabb", False)],
)
def test_comparatives_are_told_from_agents(word: str, *, more: bool) -> None:
    assert form(word).more is more


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("familjecentralen", "familjecentral"),
        ("ska", "ska"),
        ("äldre", "äldre"),
        ("x" * 100_000, "x" * 100_000),
    ],
)
def test_a_compound_has_the_base_form_of_its_tail(word: str, base: str) -> None:
    assert lemma(word) == base


@pytest.mark.parametrize(
    ("word", "people"),
    [
        ("alla", True),
        ("barnfamiljer", True),
        ("göteborgare", True),
        ("ekeröbor", True),
        ("trygghetslarm", False),
        ("socialtjänsten", False),
        ("handläggare", False),
    ],
)
def test_people_are_told_from_bodies_and_things(word: str, *, people: bool) -> None:
    assert is_people(form(word)) is people
