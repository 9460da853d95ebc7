"""Descriptions of people, read out of the labels."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from loader.links.situations import descriptions, situations
from loader.swedish.tokens import Token, tokenise


def gaps(sentence: str, tokens: list[Token]) -> list[str]:
    return [sentence[one.end : other.start] for one, other in pairwise(tokens)]


def found(sentence: str) -> dict[str, str]:
    tokens = tokenise(sentence, 0, len(sentence))
    return {
        s.concept: sentence[tokens[s.first].start : tokens[s.last - 1].end]
        for s in situations(gaps(sentence, tokens), tokens)
    }


def test_a_label_of_people_in_a_situation_holds_of_whoever_is_in_it():
    assert found("Hyresgäster som riskerar vräkning ska få råd.") == {
        "vrakningshotade": "Hyresgäster som riskerar vräkning"
    }


def test_a_label_of_children_does_not_hold_of_others():
    assert "barn-i-utsatthet" not in found("Den som behöver stöd ska få det.")
    assert "barn-i-utsatthet" in found("Barn som behöver stöd ska få det.")


def test_a_description_ends_with_its_clause():
    assert found("Den som bor här, i hemlöshet eller ej, ska få rösta.") == {}
    assert found("Personer som är nöjda ska få betala bostad.") == {}


def test_knowledge_of_a_situation_is_not_the_situation():
    assert found("Lyssna på personer med egen erfarenhet av hemlöshet.") == {}


def test_a_dependence_on_benefits_is_no_addiction():
    assert "personer-med-missbruk" not in found("Människor i beroende av bidrag ska få jobb.")


def test_every_opener_has_descriptions():
    assert {opener for opener, step in descriptions().items() if step.following} >= {
        "som", "med", "utan", "i", "på", "till",
    }  # fmt: skip


@given(
    st.lists(
        st.sampled_from(
            [
                "den",
                "de",
                "som",
                "med",
                "utan",
                "i",
                "barn",
                "kvinnor",
                "saknar",
                "bostad",
                "missbruk",
                "våld",
                ",",
                ".",
                "har",
                "lever",
            ]
        ),
        max_size=40,
    )
)
def test_a_situation_lies_within_the_sentence_and_begins_with_people(words):
    sentence = " ".join(words)
    tokens = tokenise(sentence, 0, len(sentence))
    for s in situations(gaps(sentence, tokens), tokens):
        assert 0 <= s.first < s.last <= len(tokens)


def test_a_number_too_long_for_an_age_is_none():
    assert found(f"Den som fyllt {5000 * '9'} ska få stöd.") == {}


def test_a_telling_word_makes_a_situation_whatever_the_verb():
    assert "personer-med-missbruk" in found("Den som brottas med ett beroende ska få vård.")
    assert "barn-i-missbruksmiljo" in found("Barn vars vardag präglas av missbruk ska få stöd.")


def test_who_deals_with_a_situation_is_not_in_it():
    assert found("De som arbetar mot missbruk ska få bidrag.") == {}


def test_a_phrase_ends_where_a_verb_begins_another():
    assert "hemlosa" not in found("Ungdomar som rest hit utan föräldrar bor kvar i sin lägenhet.")


def test_words_alike_read_alike():
    assert "valdsutsatta-kvinnor" in found("Kvinnor som jagas av en tidigare sambo ska få larm.")
    assert "personer-med-missbruk" in found("Den som fastnat i nätkasinon ska få hjälp.")


def test_women_and_children_described_together_are_each_described():
    assert set(found("Kvinnor och barn som lever med våld ska få skydd.")) == {
        "valdsutsatta-kvinnor",
        "barn-som-upplevt-vald",
    }


def test_a_mother_who_flees_with_her_children_is_described():
    assert set(found("Mammor med barn som flytt från en våldsam man går före.")) == {
        "valdsutsatta-kvinnor"
    }


def test_a_family_lodged_for_a_time_is_called_what_it_is():
    assert found("Barnfamiljer som bor på vandrarhem ska få hjälp.") == {}
    assert "hemlosa-familjer" in found("Barnfamiljer utan bostad ska få hjälp.")


def test_the_main_clause_after_a_relative_one_describes_nobody():
    assert set(found("Mammor som missbrukar ska få bo med sina barn.")) == {"kvinnor-med-missbruk"}
