"""Agreement is claimed only where stances towards the same instrument go together."""

from types import SimpleNamespace

import pytest

from server.pages.compare import _agreement, _mentioned
from server.questions import NOTHING, Term

ID = "https://w3id.org/valgraf/id/"
NS = "https://w3id.org/valgraf/ns#"
IT = SimpleNamespace(
    rows="theme", view=SimpleNamespace(base=ID[:-4]), asked=SimpleNamespace(filters={})
)


def row(party, stance, *, kind="instrument"):
    return {
        "kind": Term(NS + kind, "uri"),
        "column": Term(f"{ID}party/{party}", "uri"),
        "row": Term(f"{ID}{kind}/x", "uri"),
        "stance": Term(f"{ID}stance/{stance}", "uri") if stance else NOTHING,
        "n": Term("1"),
        "one": Term(f"{ID}statement/d/{party}", "uri"),
    }


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
    counted, columns = [row("c", one), row("l", other)], [f"{ID}party/c", f"{ID}party/l"]
    found = _agreement(IT, counted, columns)
    assert (len(found[0]), len(found[1])) == (agreed, disputed)


def test_a_party_of_two_minds_neither_agrees_nor_disagrees_with_itself():
    counted = [row("c", "keep"), row("c", "oppose")]
    assert _agreement(IT, counted, [f"{ID}party/c"]) == ([], [])


def test_the_same_stance_on_a_theme_is_no_agreement_but_something_that_both_speak_of():
    counted = [row("c", "keep", kind="theme"), row("l", "keep", kind="theme")]
    columns = [f"{ID}party/c", f"{ID}party/l"]
    assert _agreement(IT, counted, columns) == ([], [])
    (found,) = _mentioned(IT, counted, columns, set())
    assert list(found.sides) == columns
    assert _mentioned(IT, counted, columns, {found.row}) == []
