"""What a sentence asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.swedish.clauses import finite_verbs
from loader.swedish.demanded import asked
from loader.swedish.tokens import tokenise


def heads(text: str) -> list[str | None]:
    tokens = tokenise(text, 0, len(text))
    return [
        tokens[a.verb].surface if a.verb is not None else None
        for a in asked(text, tokens, finite_verbs(text, tokens))
    ]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Kommunen ska bygga ut och utveckla hemtjänsten.", ["bygga", "utveckla"]),
        ("Vi arbetar för att bryta ensamheten.", ["bryta"]),
        ("Stödet ska kunna ges på kvällar.", ["ges"]),
        ("Underlätta för fler att få jobb.", ["Underlätta"]),
        ("Stärk skolan för att minska klyftorna.", ["Stärk"]),
        ("Vi vill att nämnden inrättar en jour.", ["inrättar"]),
        ("Därför ska kvinnor som har flytt få förtur.", ["få"]),
        ("Har det redan hänt måste vi agera.", ["agera"]),
        ("Chansen att komma ut ska vara densamma.", ["vara"]),
        ("Satsningar på att rekrytera måste fortsätta.", ["fortsätta"]),
        ("En egen mottagning för unga", [None]),
        ("Verka för en ny simhall", [None]),
        ("Det behövs fler fältare.", [None]),
        ("En samordnare behövs.", [None]),
    ],
)
def test_the_demanded_verbs_are_the_main_clauses(text: str, verbs: list[str | None]) -> None:
    assert heads(text) == verbs


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Bolaget ska inte vräka familjer.", True),
        ("Lägg inte ned badet.", True),
        ("Det är ett stöd som inte får urholkas.", True),
        ("Vi ska hjälpa den som inte orkar.", False),
    ],
)
def test_a_negation_counts_where_it_negates_what_is_asked_for(text: str, *, negated: bool) -> None:
    tokens = tokenise(text, 0, len(text))
    assert any(a.negated for a in asked(text, tokens, finite_verbs(text, tokens))) is negated


@given(
    st.lists(
        st.sampled_from(
            [
                "ska",
                "vill",
                "att",
                "som",
                "och",
                "inte",
                "får",
                "behövs",
                "för",
                "vi",
                "barn",
                "utreda",
                "stärka",
                "en",
                "fler",
                ",",
                ".",
                "är",
                "när",
                "har",
                "rätt",
                "till",
            ]
        ),
        max_size=30,
    ).map(" ".join)
)
def test_token_ranges_lie_within_the_sentence(text: str) -> None:
    tokens = tokenise(text, 0, len(text))
    for item in asked(text, tokens, finite_verbs(text, tokens)):
        for a, b in (item.subject, item.object):
            assert 0 <= a <= b <= len(tokens)
        assert item.verb is None or 0 <= item.verb < len(tokens)
