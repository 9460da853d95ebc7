"""Whose verb it is: the party's own, or somebody else's in the same sentence."""

import pytest

from loader.recognition import voices
from loader.segments import Unit
from loader.sentences import Sentence
from loader.swedish.clauses import finite_verbs
from loader.swedish.tokens import tokenise

VOICE = voices(("Centerpartiet",))


def sentence(text: str) -> Sentence:
    tokens = tokenise(text, 0, len(text))
    unit = Unit("sentence", 0, len(text), 0)
    return Sentence(text, unit, tokens, finite_verbs(text, tokens), VOICE)


@pytest.mark.parametrize(
    ("text", "verb", "own"),
    [
        ("Vi delar oron och vill öppna badet.", "vill", True),
        ("Centerpartiet står bakom idén och kräver en plan.", "kräver", True),
        ("Därför föreslår vi en ny jour.", "föreslår", True),
        ("Allt vi gör bygger på omtanke.", "bygger", False),
        ("Föreningarna ser behovet och vill hjälpa till.", "vill", False),
        ("När vi frågar säger ingen nej.", "säger", False),
    ],
)
def test_a_verb_has_the_subject_of_its_own_clause(text: str, verb: str, *, own: bool) -> None:
    read = sentence(text)
    (at,) = (i for i, token in enumerate(read.tokens) if token.form.text == verb)
    assert read.subject_is_party(at) is own
