"""Agreement is claimed only where stances towards the same instrument go together."""

from types import SimpleNamespace

import pytest

from server.index import Crossed, Entity
from server.pages.compare import _agreement, _mentioned

IT = SimpleNamespace(rows="theme", asked=SimpleNamespace(filters={}))


def entity(kind, key):
    return Entity(kind, key, key, key, "", None, 1, 1)


C, L = entity("party", "c"), entity("party", "l")


def shared(column, stance, *, kind="instrument"):
    of = entity("stance", stance) if stance else None
    return Crossed(column, entity(kind, "x"), of, 1, 1)


@pytest.mark.parametrize(
    ("one", "other", "agreed", "disputed"),
    [
        ("introduce", "keep", 1, 0),
        ("oppose", "oppose", 1, 0),
        ("strengthen", "oppose", 0, 1),
        ("oppose", "introduce", 0, 1),
        ("strengthen", "goal", 0, 0),
        ("investigate", "investigate", 0, 0),
        ("keep", "", 0, 0),
    ],
)
def test_agreement_is_a_compatible_stance_on_one_instrument(one, other, agreed, disputed):
    found = _agreement(IT, [shared(C, one), shared(L, other)], [C, L])
    assert (len(found[0]), len(found[1])) == (agreed, disputed)


def test_a_party_of_two_minds_neither_agrees_nor_disagrees_with_itself():
    assert _agreement(IT, [shared(C, "keep"), shared(C, "oppose")], [C]) == ([], [])


def test_the_same_stance_on_a_theme_is_no_agreement_but_something_that_both_speak_of():
    counted = [shared(C, "keep", kind="theme"), shared(L, "keep", kind="theme")]
    assert _agreement(IT, counted, [C, L]) == ([], [])
    (found,) = _mentioned(IT, counted, [C, L], set())
    assert list(found.sides) == [C, L]
    assert _mentioned(IT, counted, [C, L], {found.row}) == []
