"""A document's text, from whatever file holds it."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from loader.errors import LoaderError

#: No programme is longer; a larger file is no programme. Bytes.
LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text (NFC, LF), spans known to be headings, and where the pages of a PDF begin."""

    text: str
    headings: tuple[tuple[int, int], ...] = ()
    pages: tuple[int, ...] = ()  # offset of the first character of each page

    def page(self, offset: int) -> int | None:
        """Return the number of the page that an offset lies on, counted from 1; None without pages."""
        return sum(start <= offset for start in self.pages) or None


def read(path: Path) -> Text:
    """Return the text of a .txt, .html or .pdf file; LoaderError says what is wrong with it."""
    from loader.reading.html import read_html
    from loader.reading.pdf import read_pdf
    from loader.reading.text import read_text

    readers = {".txt": read_text, ".html": read_html, ".htm": read_html, ".pdf": read_pdf}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise LoaderError(f"is none of {', '.join(readers)}", document=str(path))
    contents(path)
    text = reader(path)
    if not any(c.isalpha() for c in text.text):
        raise LoaderError("holds no text", document=str(path))
    return text


def contents(path: Path) -> bytes:
    """Return the bytes of a file; LoaderError where it cannot be read or is too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise LoaderError(f"is larger than {LARGEST // 1024 // 1024} MiB", document=str(path))
        return path.read_bytes()
    except OSError as error:
        raise LoaderError(f"cannot be read: {error.strerror}", document=str(path)) from error


def normalise(text: str) -> str:
    """Return text in NFC with LF line ends and without control characters."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(
        c for c in text if c in "\n\t" or (c >= " " and c != "\x7f" and not "\x80" <= c <= "\x9f")
    )
