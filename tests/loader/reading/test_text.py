"""Text files: UTF-8 in, NFC with LF out, and one clear error for everything else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.errors import LoaderError
from loader.reading import LARGEST, Text, normalise, read


@pytest.fixture
def page(tmp_path):
    """Return what writes bytes to a file and reads it."""

    def written(data, name="a.txt"):
        (tmp_path / name).write_bytes(data)
        return read(tmp_path / name)

    return written


def test_line_ends_become_lf_and_letters_are_composed(page):
    assert (
        page("Vi vill:\r\n• a\u030alderdom\r• ro\n".encode()).text == "Vi vill:\n• ålderdom\n• ro\n"
    )


def test_a_byte_order_mark_is_no_text(page):
    assert page("\ufeffSkola".encode()).text == "Skola"


def test_control_characters_are_dropped_and_tabs_kept(page):
    assert page(b"A\x07\x1b\tB\x7f").text == "A\tB"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"\n \n", "holds no text"),
        (b"12 - 34", "holds no text"),
        (b"PK\x03\x04\x00\x00", "is binary, no text"),
        ("Vi vill ha\nträd i Östersund".encode("latin-1"), "line 2: is not UTF-8; save it so"),
        ("Träd".encode("utf-16"), "is binary, no text"),
    ],
)
def test_what_is_no_text_is_one_line_that_names_the_file(page, data, told):
    with pytest.raises(LoaderError, match=r"a\.txt: .*") as raised:
        page(data)
    assert told in str(raised.value)


def test_a_file_of_another_kind_is_refused(page):
    with pytest.raises(LoaderError, match=r"a\.docx: is none of \.txt, \.html"):
        page(b"x", name="a.docx")


def test_a_file_that_is_gone_is_one_line(tmp_path):
    with pytest.raises(LoaderError, match=r"gone\.txt: cannot be read: No such file"):
        read(tmp_path / "gone.txt")


def test_a_file_larger_than_any_programme_is_refused_unread(tmp_path):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(LoaderError, match=r"huge\.txt: is larger than 64 MiB"):
        read(huge)


@given(st.text())
def test_normalised_text_stays_as_it_is(text):
    found = normalise(text)
    assert normalise(found) == found
    assert "\r" not in found
    assert unicodedata.is_normalized("NFC", found)


def test_an_offset_lies_on_the_page_that_begins_last_before_it():
    text = Text("förstaandra", pages=(0, 6))
    assert [text.page(0), text.page(5), text.page(6), text.page(10)] == [1, 1, 2, 2]
    assert Text("utan sidor").page(3) is None
