"""Modals that tell how things are, side by side with those that demand."""

import pytest

from loader.describing import describes, views
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
    ("text", "tells"),
    [
        ("Många måste vänta till våren.", True),
        ("Hon måste välja mellan medicin och mat.", True),
        ("Du måste själv betala avgiften.", True),
        ("Handläggaren ska numera följa en mall.", True),
        ("De styrande borde skämmas.", True),
        ("Nämnden borde ha svarat i maj.", True),
        ("Det ska erkännas att kön växte.", True),
        ("Kommunen måste korta kön.", False),
        ("För det andra måste städning vara ett golv.", False),
        ("En god arbetsmiljö är A och O och måste prioriteras.", False),
        ("Varje rektor borde veta vem som far illa.", False),
        ("Det borde finnas en jour.", False),
    ],
)
def test_what_is_told_is_no_demand(text: str, *, tells: bool) -> None:
    read = sentence(text)
    modal = next(i for i, t in enumerate(read.tokens) if t.form.text in {"måste", "ska", "borde"})
    assert describes(read, modal) is tells


@pytest.mark.parametrize(
    ("text", "viewed"),
    [
        ("Politiken måste ses som en helhet.", True),
        ("Ett samhälle måste bedömas efter hur barnen har det.", True),
        ("Taxan måste ses över.", False),
    ],
)
def test_how_to_view_a_matter_is_no_demand(text: str, *, viewed: bool) -> None:
    read = sentence(text)
    (modal,) = (i for i, t in enumerate(read.tokens) if t.form.text == "måste")
    assert views(read, modal) is viewed
