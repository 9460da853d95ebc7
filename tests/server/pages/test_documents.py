"""A document's text cut into lines and statements: no word is lost, and each statement begins once."""

from hypothesis import given
from hypothesis import strategies as st

from server.pages.documents import Part, _lines


@st.composite
def documents(draw):
    whole = draw(st.text(alphabet="ab \nåé𝄞", max_size=80))
    cuts = sorted(draw(st.sets(st.integers(0, len(whole)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    begin = draw(st.integers(0, 500))
    parts = [
        Part(f"s/{n}", "Proposal", whole[a:b], begin + a, begin + b)
        for n, (a, b) in enumerate(pairs)
    ]
    return whole, begin, parts


@given(documents())
def test_the_lines_hold_the_words_of_the_text_and_of_each_statement(case):
    whole, begin, parts = case
    lines = list(_lines(whole, begin, parts))
    shown = "".join(s.words for line in lines for s in line.stretches)
    assert "".join(shown.split()) == "".join(whole.split())
    for part in parts:
        words = "".join(s.words for line in lines for s in line.stretches if s.part == part)
        assert "".join(words.split()) == "".join(part.words.split())
        firsts = [s for line in lines for s in line.stretches if s.part == part and s.first]
        assert len(firsts) <= 1
