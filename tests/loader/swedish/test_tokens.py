"""Words stand where they are in the text; one whose end another word has is read whole."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.swedish.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("kvinno- och tjejjourerna", ["kvinnojour", "och", "tjejjour"]),
        ("Äldre- och handikappomsorgen", ["äldreomsorg", "och", "handikappomsorg"]),
        ("budget- eller skuldrådgivning", ["budgetrådgivning", "eller", "skuldrådgivning"]),
        ("fritids- samt ungdomsgårdar", ["fritidsgård", "samt", "ungdomsgård"]),
        ("alkohol- och drogförebyggande", ["alkoholförebyggande", "och", "drogförebyggande"]),
    ],
)
def test_a_word_takes_the_end_that_it_shares(text, lemmas):
    assert [token.form.lemma for token in tokenise(text, 0, len(text))] == lemmas


@pytest.mark.parametrize(
    "text",
    ["barn- nu", "barn- och", "sen- kväll och natt", "in- och ut", "barn- och " + 500 * "vård"],
)
def test_a_word_stays_as_it_is_where_no_end_is_shared(text):
    first = tokenise(text, 0, len(text))[0]
    assert first.surface == text[first.start : first.end]


@given(st.text(alphabet="abö- ochnr\n", max_size=60))
def test_words_lie_in_order_inside_the_text(text):
    found = tokenise(text, 0, len(text))
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
