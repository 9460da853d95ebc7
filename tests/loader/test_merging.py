"""Parts that are sorted come out as one, in order, each line once, however they are cut into stretches."""

import io
from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from loader.merging import gathered, merged, noted, stretches

lines = st.sets(st.sampled_from([f"{n}\n".encode() for n in "abcdefghij"])).map(sorted)


@st.composite
def cut(draw):
    """Return the sorted lines of a part, cut into stretches that are not empty."""
    part = draw(lines)
    places = sorted({0, *draw(st.sets(st.integers(1, 9))), len(part)})
    return [part[a:b] for a, b in pairwise(places) if part[a:b]]


@given(st.lists(cut(), max_size=6))
def test_merged_lines_are_sorted_and_there_once(parts):
    found = list(merged(parts))
    assert all(found)
    assert list(chain(*found)) == sorted(set(chain(*chain(*parts))))


def test_lines_stay_what_they_are_in_stretches(tmp_path):
    expected = [b"a\n", b"b\n", b"c"]
    path = tmp_path / "lines"
    path.write_bytes(b"".join(expected))
    with path.open("rb") as file:
        assert list(chain(*stretches(file))) == expected
    assert list(chain(*gathered(expected))) == expected
    copy = io.BytesIO()
    assert list(noted([expected], copy)) == [expected]
    assert copy.getvalue() == b"a\nb\nc"
