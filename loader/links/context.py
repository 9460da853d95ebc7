"""A statement with what stands around it, as the linkers read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from loader.swedish.tokens import Token, tokenise


@dataclass(frozen=True)
class Context:
    """A statement's span, its demanding word, its section's heading and the units before it there."""

    text: str
    start: int
    end: int
    demand: int  # where the demanding word starts
    heading: tuple[int, int] | None
    title: tuple[int, int] | None
    before: Sequence[tuple[int, int]]  # spans of earlier units of the section, nearest last
    places: frozenset[str]  # names of the document's municipality, lower case

    @cached_property
    def quote(self) -> str:
        """Return the statement's words."""
        return self.text[self.start : self.end]

    @cached_property
    def tokens(self) -> list[Token]:
        """Return the statement's words with their readings."""
        return tokenise(self.text, self.start, self.end)

    @cached_property
    def heading_tokens(self) -> list[Token]:
        """Return the words of the section's heading."""
        return tokenise(self.text, *self.heading) if self.heading else []

    @cached_property
    def title_tokens(self) -> list[Token]:
        """Return the words of the document's first heading."""
        return tokenise(self.text, *self.title) if self.title else []
