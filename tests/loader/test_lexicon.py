"""The labels of the schemes as the loader finds them in words."""

import pytest

from loader.lexicon import Match, labels, lexicon
from loader.swedish.tokens import tokenise

SCHEME = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix t: <https://w3id.org/valgraf/id/theme/> .
t:boende skos:prefLabel "boende"@sv, "housing"@en ; skos:hiddenLabel "vräknings-"@sv, "-härbärge"@sv .
t:hem skos:prefLabel "eget hem"@sv ; skos:broader t:boende .
t:stod skos:prefLabel "stöd"@sv .
t:boendestod skos:prefLabel "boendestöd"@sv ; skos:broader t:hem, t:stod .
"""


@pytest.fixture
def words(tmp_path):
    (tmp_path / "themes.ttl").write_text(SCHEME, encoding="utf-8")
    return lexicon("theme", tmp_path)


def found(words, text: str) -> list[Match]:
    return list(words.matches(tokenise(text, 0, len(text))))


def test_a_label_is_found_by_its_lemmas(words):
    assert found(words, "Alla boenden") == [Match("boende", 1, 2)]


def test_the_longest_label_is_found_and_none_inside_it(words):
    assert found(words, "ett eget hem här") == [Match("hem", 1, 3)]


@pytest.mark.parametrize("word", ["vräkningshotet", "natthärbärge"])
def test_a_label_with_a_hyphen_at_its_end_or_beginning_names_a_part_of_compounds(words, word):
    assert found(words, word) == [Match("boende", 0, 1)]


def test_a_part_is_no_word_of_its_own(words):
    assert found(words, "vräknings härbärget") == []


def test_labels_come_with_their_concepts_in_swedish_alone(tmp_path, words):
    assert ("hem", "eget hem") in set(labels("theme", tmp_path))
    assert not any(label == "housing" for _, label in labels("theme", tmp_path))


def test_broader_concepts_are_known(words):
    assert list(words.ancestors("hem")) == ["boende"]


def test_a_concept_with_two_broader_ones_has_both_and_what_is_above_them(words):
    assert list(words.ancestors("boendestod")) == ["hem", "stod", "boende"]
