"""A document from text to statements."""

from collections.abc import Collection

from loader.statements import Extraction


def extract(text: str, *, parties: Collection[str] = ()) -> Extraction:
    """Return the statements of a text (NFC, LF) whose speaker is known by the names `parties`."""
    raise NotImplementedError
