"""A quote cut at its mentions: nothing is lost, and each mention ends where its number stands."""

from hypothesis import given
from hypothesis import strategies as st

from server.pages.listing import Named
from server.pages.statements import Ground, pieces
from server.questions import Term


def ground(number, begin, end, inside):
    named = Named("https://w3id.org/valgraf/id/theme/vald", Term("våld"))
    return Ground(number, f"theme-{number}", "theme", "", named, named, "", "", inside, begin, end)


@st.composite
def quotes(draw):
    quote = draw(st.text(min_size=1, max_size=40))
    begin = draw(st.integers(0, 1000))
    places = draw(st.lists(st.tuples(st.integers(-5, 45), st.integers(1, 10)), max_size=6))
    grounds = [
        ground(n, begin + at, begin + at + length, at >= 0 and at + length <= len(quote))
        for n, (at, length) in enumerate(places)
    ]
    return quote, begin, tuple(grounds)


@given(quotes())
def test_the_pieces_are_the_quote_and_each_mention_inside_ends_once(case):
    quote, begin, grounds = case
    found = pieces(quote, begin, grounds)
    assert "".join(piece.words for piece in found) == quote
    ending = [g.number for piece in found for g in piece.ending]
    assert sorted(ending) == [g.number for g in grounds if g.inside]
    at = 0
    for piece in found:
        covered = any(g.inside and g.begin - begin <= at < g.end - begin for g in grounds)
        assert piece.marked == (covered and bool(piece.words))
        at += len(piece.words)
        assert all(g.end - begin == at for g in piece.ending)
