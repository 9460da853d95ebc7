"""Plain text files: UTF-8, with or without a byte order mark."""

import codecs
import re
from pathlib import Path

from loader.errors import LoaderError
from loader.reading import Text, contents, normalise

#: Where a page says in which encoding it is written: within its first 1024 bytes (HTML Standard, 4.2.5.4).
_CHARSET = re.compile(rb"""<meta[^>]{1,200}charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)


def read_text(path: Path) -> Text:
    """Return the text of a UTF-8 file."""
    return Text(normalise(decode(path)))


def decode(path: Path, *, declared: bool = False) -> str:
    """Return the characters of a file: UTF-8, or what its markup declares; LoaderError where it is neither."""
    data = contents(path)
    if not data:
        raise LoaderError("is empty", document=str(path))
    if b"\0" in data[:4096]:
        raise LoaderError("is binary, no text", document=str(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if declared and (encoding := _declared(data)):
            return data.decode(encoding, errors="replace")
        line = data.count(b"\n", 0, error.start) + 1
        raise LoaderError(
            "is not UTF-8; save it so", document=str(path), place=f"line {line}"
        ) from error


def _declared(data: bytes) -> str | None:
    """Return the encoding that a page declares, None where it is UTF-8 or unknown."""
    found = _CHARSET.search(data[:1024])
    try:
        name = codecs.lookup(found[1].decode()).name if found else "utf-8"
    except LookupError:
        return None
    # Pages that say ISO 8859-1 mean Windows 1252 (Encoding Standard, 4.2).
    return {"utf-8": None, "iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)
