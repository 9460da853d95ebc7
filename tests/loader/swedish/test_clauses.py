"""Which finite verbs stand in main clauses."""

import pytest

from loader.swedish.clauses import begins_with_imperative, begins_with_infinitive, finite_verbs
from loader.swedish.tokens import tokenise


def main_verbs(text: str) -> list[str]:
    tokens = tokenise(text, 0, len(text))
    return [tokens[v.index].surface for v in finite_verbs(text, tokens) if v.main]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Den som utan skäl uteblir ska få besked.", ["ska"]),
        ("Barn till föräldrar som dricker ska erbjudas stöd.", ["ska"]),
        ("Om hyran är obetald måste någon ringa.", ["måste"]),
        ("När trean är slut bör alla kunna läsa.", ["bör"]),
        ("Var och en ska få råda över sin egen dag.", ["ska"]),
        ("Vården har rutiner som ska hindra fel.", ["har"]),
        ("Vi ser hur många som bor trångt, och de bör bli färre.", ["ser", "bör"]),
        ("Vi vet inte hur fort; en grupp tillsätts.", ["vet", "tillsätts"]),
        ("Vi ser att kön växer, och vill ha en plan.", ["ser", "vill"]),
        ("Ökade kunskaper behövs.", ["behövs"]),
        ("Kommunen som arbetsgivare ska gå före.", ["ska"]),
        ("Det är bra att nämnden ska svara.", ["är"]),
        ("Vi inför rast och paus.", ["inför"]),
        ("Vi kräver att nämnden inför besök.", ["kräver"]),
        ("Att barnen inför beslut får tala är viktigt.", ["är"]),
    ],
)
def test_main_clauses_keep_their_verbs_and_others_theirs(text: str, verbs: list[str]) -> None:
    assert main_verbs(text) == verbs


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Bygga ut jouren", True),
        ("Aktivt söka upp unga", True),
        ("Trygga uppväxtvillkor", False),
        ("Våra äldre", False),
        ("Öppna fler mottagningar", True),
        ("Kvinnor i arbete", False),
    ],
)
def test_an_infinitive_at_the_start_is_told_from_an_adjective(text: str, *, begins: bool) -> None:
    assert begins_with_infinitive(tokenise(text, 0, len(text))) is begins


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Stoppa vräkningarna", True),
        ("TRYGGA UPPVÄXTVILLKOR", False),
        ("Lägg inte ned badet", True),
        ("Stödet", False),
        ("Inför en fritidsbank", True),
        ("Inför fritt val av hemtjänst", True),
        ("Inför valet 2026", False),
        ("Inför kommande mandatperiod", False),
        ("Inför höstens budgetbeslut", True),
    ],
)
def test_an_imperative_at_the_start_is_told_from_an_adjective(text: str, *, begins: bool) -> None:
    assert begins_with_imperative(tokenise(text, 0, len(text))) is begins
