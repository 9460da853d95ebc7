"""What can be wrong with the material that a load is given."""

from functools import partial
from typing import Any


class LoaderError(Exception):
    """A fault of the input, told in one line: which document, which place, what to do."""

    def __init__(self, message: str, *, document: str = "", place: str = "") -> None:
        self.message, self.document, self.place = message, document, place
        super().__init__(": ".join(part for part in (document, place, message) if part))

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what makes it again in another process: an exception's own way forgets what is given by name."""
        return partial(LoaderError, document=self.document, place=self.place), (self.message,)
