"""Whose quoted words are the party's own."""

import pytest

from loader.passages import passages
from loader.recognition import recognise
from loader.segments import segment

NEWS = "Liberalerna i Motala: Mer tid i skolan\n\nI går presenterades budgeten av gruppledaren Maja Ek.\n\n– {}\n\nMer i nästa vecka.\n"


def demands(text: str) -> list[str]:
    read = passages(text, segment(text))
    return [read[r.unit].quote for r in recognise(read, ("L", "Liberalerna"))]


@pytest.mark.parametrize(
    "said",
    [
        "Det är hög tid att anställa fler kuratorer, säger gruppledaren Maja Ek.",
        "Badet ska vara kvar, säger Maja Ek.",
        "Hemtjänsten måste få fast personal, menar oppositionsrådet.",
        "Kön till BUP måste bort, säger Liberalernas talesperson.",
        "Läxhjälp ska finnas på varje skola, säger Per Alm (L).",
    ],
)
def test_what_the_partys_own_people_say_is_the_partys(said: str) -> None:
    assert demands(NEWS.format(said)) == [said]


@pytest.mark.parametrize(
    "said",
    [
        "Badet ska vara kvar, säger rektorn Eva Lind.",
        "Hemtjänsten måste få fast personal, säger en granne.",
        "Vi ska anställa fler kuratorer, säger socialchefen Bo Gran.",
        "Kön ska bort, sa hon till oss.",
        "Läxhjälp ska finnas på varje skola, säger Per Alm (M).",
    ],
)
def test_what_others_say_is_theirs(said: str) -> None:
    assert demands(NEWS.format(said)) == []
