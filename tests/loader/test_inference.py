"""What a page lets one infer of itself: rather absent than wrong."""

import pytest

from loader.inference import infer
from loader.register import register


def inferred(text):
    return infer(text, register())


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Centerpartiet vill bygga mer.", "c"),
        ("Vi moderater i Umeå vill bygga mer.", "m"),
        ("Liberalerna föreslår fler lärare. Till skillnad från Vänsterpartiet.", "l"),
        ("Miljöpartiet är ett parti.", "mp"),
        ("Centerpartiet vill mycket. Liberalerna vill annat.", None),
        ("Vi vill bygga mer.", None),
        ("Socialdemokraternas budget 2024\n\nModeraterna vill sänka skatten. Det säger vi nej till.", "s"),
        ("Kristdemokraterna i Hjo\n\nCenterpartiet vill stänga badet.", "kd"),
    ],
)  # fmt: skip
def test_the_party_is_the_one_that_speaks_or_the_only_one_that_is_named(text, party):
    assert inferred(text).party == party


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Vi vill att Falu kommun bygger.", None),
        ("Umeå kommun ska bygga.", "2480"),
        ("I Solna stad behövs skolor.", "0184"),
        ("Vi vill mer i Sollentuna.", "0163"),
        ("Så gör man i Uppsala, och i Sollentuna kommun också.", None),
        ("Han har mark i Mark.", None),
        ("Marks kommun ska bygga.", "1463"),
        ("Det kan vara bra i Vara.", None),
        ("Skolan ska vara bra.", None),
    ],
)
def test_a_municipality_is_inferred_only_where_one_alone_is_named_as_such(text, code):
    assert inferred(text).municipality == code


@pytest.mark.parametrize(
    ("text", "election", "term"),
    [
        ("Valprogram 2022", 2022, "2022/2026"),
        ("Ur vårt valmanifest inför valet 2018.", 2018, "2018/2022"),
        ("Våra förslag 2022–2026", None, "2022/2026"),
        ("Handlingsprogram 2022-2026", None, "2022/2026"),
        ("Budget 2023–2025", None, None),
        ("Handlingsprogram 2021", None, None),
        ("Valprogram 2018 och valprogram 2022", None, None),
        ("Stockholm den 5 september 2018", None, None),
    ],
)
def test_election_and_term_are_those_that_the_text_says_are_its_own(text, election, term):
    found = inferred(text)
    assert (found.election, found.term) == (election, term)
