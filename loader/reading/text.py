"""Plain text files: UTF-8, with or without a byte order mark."""

from pathlib import Path

from loader.errors import LoaderError
from loader.reading import Text, normalise


def read_text(path: Path) -> Text:
    """Return the text of a UTF-8 file."""
    return Text(normalise(decode(path)))


def decode(path: Path) -> str:
    """Return the characters of a UTF-8 file; LoaderError where it is binary or of another encoding."""
    data = path.read_bytes()
    if not data:
        raise LoaderError("is empty", document=str(path))
    if b"\0" in data[:4096]:
        raise LoaderError("is binary, no text", document=str(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LoaderError(
            "is not UTF-8; save it so", document=str(path), place=f"line {line}"
        ) from error
