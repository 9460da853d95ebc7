"""PDF programmes: bullets, running heads, page numbers, and files that cannot be read."""

import os
import signal
import threading
import time
from io import BytesIO

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject

from loader.errors import LoaderError
from loader.reading import pdf, read
from loader.segments import segment

#: What the second font's letter "b" stands for: a bullet of Wingdings, as word processors write it.
_BULLET_MAP = b"""/CIDInit /ProcSet findresource begin begincmap /CMapName /B def
1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <62> <F0B7> endbfchar endcmap end"""


def written(*pages):
    """Return a PDF with the lines of each page; a line that begins with * has a bullet of a symbol font."""
    writer = pypdf.PdfWriter()
    cmap = DecodedStreamObject()
    cmap.set_data(_BULLET_MAP)
    name = NameObject
    text = DictionaryObject({
        name("/Type"): name("/Font"), name("/Subtype"): name("/Type1"), name("/BaseFont"): name("/Helvetica"),
        name("/Encoding"): name("/WinAnsiEncoding"),
    })  # fmt: skip
    symbols = DictionaryObject({
        name("/Type"): name("/Font"), name("/Subtype"): name("/Type1"), name("/BaseFont"): name("/Symbol"),
        name("/ToUnicode"): writer._add_object(cmap),
    })  # fmt: skip
    fonts = DictionaryObject(
        {name("/T"): writer._add_object(text), name("/S"): writer._add_object(symbols)}
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        page[name("/Resources")] = DictionaryObject({name("/Font"): fonts})
        content = StreamObject()
        content.set_data(
            b"BT /T 11 Tf 14 TL 50 800 Td " + b" T* ".join(map(_shown, lines)) + b" ET"
        )
        page[name("/Contents")] = writer._add_object(content)
    return writer


def _shown(line):
    data = line.removeprefix("*").encode("cp1252")
    for byte in b"\\()":
        data = data.replace(bytes([byte]), b"\\" + bytes([byte]))
    bullet = b"/S 11 Tf (b) Tj /T 11 Tf " if line.startswith("*") else b""
    return bullet + b"(" + data + b") Tj"


@pytest.fixture
def saved(tmp_path):
    """Return what saves a PDF, or bytes, and gives its path."""

    def save(content, name="a.pdf"):
        data = content
        if isinstance(content, pypdf.PdfWriter):
            content.write(stream := BytesIO())
            data = stream.getvalue()
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return save


def test_the_lines_of_a_page_are_its_text(saved):
    found = read(saved(written(["Äldreomsorg", "Vi vill anställa fler", "undersköterskor."])))
    assert found.text == "Äldreomsorg\nVi vill anställa fler\nundersköterskor.\n\n"


def test_bullets_of_a_symbol_font_are_bullets(saved):
    found = read(saved(written(["Vi vill:", "* bygga fler bostäder", "* riva murar"])))
    assert found.text.splitlines()[:3] == ["Vi vill:", " • bygga fler bostäder", " • riva murar"]
    assert [u.kind for u in segment(found.text, found.headings) if u.kind != "mark"][1:] == [
        "bullet"
    ] * 2


@pytest.mark.parametrize(
    "bullet", ["\x01", "\x7f", "\x83", "\uf0b7", "\uf02d", "\ufffd", "●", "▪", "·", "o  "]
)
def test_a_glyph_without_a_name_before_a_line_is_a_bullet(bullet):
    assert (
        pdf._join([f"Vi vill:\n{bullet} bygga\n{bullet}riva"]).text
        == "Vi vill:\n • bygga\n • riva\n\n"
    )


def test_a_word_that_begins_with_o_is_no_bullet():
    assert pdf._join(["och riva\no boy"]).text == "och riva\no boy\n\n"


def test_running_heads_and_feet_and_page_numbers_are_dropped(saved):
    pages = [
        ["Valprogram 2022", f"Avsnitt {n}", f"Förslag nummer {n}.", f"Sida {n} av 4"]
        for n in "abcd"
    ]
    pages = [[*lines[:3], f"Sida {i} av 4"] for i, lines in enumerate(pages, 1)]
    assert read(saved(written(*pages))).text.split("\n\n") == [
        "Avsnitt a\nFörslag nummer a.", "Avsnitt b\nFörslag nummer b.", "Avsnitt c\nFörslag nummer c.", "Avsnitt d\nFörslag nummer d.", ""
    ]  # fmt: skip


def test_a_bare_page_number_is_dropped_from_a_single_page(saved):
    assert read(saved(written(["Vi vill ha parker.", "7"]))).text == "Vi vill ha parker.\n\n"


def test_a_line_that_stands_on_few_pages_is_kept(saved):
    found = read(
        saved(
            written(
                ["Skola", "Ett."],
                ["Skola", "Två."],
                ["Vård", "Tre."],
                ["Omsorg", "Fyra."],
                ["Kultur", "Fem."],
            )
        )
    )
    assert found.text.count("Skola") == 2


def test_the_page_of_each_offset_is_known(saved):
    found = read(saved(written(["Skola", "Fler lärare."], ["Vård", "Fler sjuksköterskor."])))
    assert [
        found.page(found.text.index(word)) for word in ("Skola", "lärare", "Vård", "sjuksköterskor")
    ] == [1, 1, 2, 2]


def test_a_sentence_that_runs_over_to_the_next_page_is_whole(saved):
    found = read(
        saved(written(["Vi vill att kommunen", "bygger"], ["fler bostäder.", "Skolan", "Mer."]))
    )
    assert "kommunen\nbygger\nfler bostäder." in found.text
    assert found.page(found.text.index("fler")) == 2


def test_a_page_that_begins_a_sentence_begins_a_paragraph(saved):
    found = read(saved(written(["Vi vill bygga."], ["Skolan ska rustas."])))
    assert found.text == "Vi vill bygga.\n\nSkolan ska rustas.\n\n"


def test_a_word_divided_at_a_lines_end_is_one_word():
    assert (
        pdf._join(["Vi vill att kom-\nmunen bygger."]).text.rstrip()
        == "Vi vill att kommunen bygger."
    )


@pytest.mark.parametrize(
    "text",
    ["äldre-\noch handikappomsorgen", "tjej-\neller kvinnojour", "EU-\nmigranter", "2022-\n2026"],
)
def test_a_hyphen_that_belongs_to_the_words_is_kept(text):
    assert pdf._join([text]).text.rstrip() == text


class TestUnreadable:
    def told(self, path):
        with pytest.raises(LoaderError) as raised:
            read(path)
        line = str(raised.value)
        assert line.startswith(f"{path}: ")
        assert "\n" not in line
        assert "Traceback" not in line
        return line

    def test_an_empty_file_is_told_so(self, saved):
        assert self.told(saved(b"")).endswith("is empty")

    def test_a_file_that_is_no_pdf_is_told_so(self, saved):
        assert "is a broken PDF" in self.told(saved(b"Vi vill ha parker. " * 100))

    def test_random_bytes_are_told_so(self, saved):
        assert "is a broken PDF" in self.told(saved(b"%PDF-1.7\n" + os.urandom(2000)))

    def test_a_file_that_was_cut_short_is_told_so(self, saved):
        whole = saved(written(["Vi vill ha parker."])).read_bytes()
        assert "is a broken PDF" in self.told(saved(whole[: len(whole) // 3]))

    def test_a_file_without_text_is_told_so(self, saved):
        assert self.told(saved(written([]))).endswith("holds no text")

    @pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
    def test_a_file_that_needs_a_password_is_told_so(self, saved, algorithm):
        writer = written(["Vi vill ha parker."])
        writer.encrypt("hemligt", algorithm=algorithm)
        assert "is protected by a password; save it without one" in self.told(saved(writer))

    def test_a_reader_that_takes_too_long_is_ended(self, saved, monkeypatch):
        monkeypatch.setattr(pdf, "SECONDS", 0.01)
        assert "took more than 0.01 s" in self.told(saved(written(["Vi vill ha parker."])))

    def test_a_reader_that_is_killed_is_an_error_of_the_document(self):
        assert pdf._reason(-signal.SIGKILL, b"") == "needs more than 2 GiB of memory to read"
        assert (
            pdf._reason(1, b"Traceback\nMemoryError") == "needs more than 2 GiB of memory to read"
        )

    def test_a_stream_that_unpacks_to_hundreds_of_megabytes_ends_within_the_limits(self, saved):
        import zlib

        packer = zlib.compressobj(1)
        bomb = b"".join(packer.compress(b"(x) Tj " * 150_000) for _ in range(300)) + packer.flush()
        writer = written(["Vi vill ha parker."])
        stream = writer.pages[0]["/Contents"].get_object()
        stream._data = bomb
        stream[NameObject("/Filter")] = NameObject("/FlateDecode")
        path = saved(writer)
        begun = time.monotonic()
        self.told(path)
        assert time.monotonic() - begun < pdf.SECONDS


def test_a_file_that_only_forbids_changes_is_read(saved):
    writer = written(["Vi vill ha parker."])
    writer.encrypt("", owner_password="hemligt", algorithm="AES-256")
    assert read(saved(writer)).text == "Vi vill ha parker.\n\n"


def test_files_are_read_from_many_threads_at_once(saved):
    paths = [saved(written([f"Förslag {i}."]), f"{i}.pdf") for i in range(4)]
    found = {}
    threads = [threading.Thread(target=lambda p=p: found.update({p: read(p).text})) for p in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[p] for p in paths] == [f"Förslag {i}.\n\n" for i in range(4)]
