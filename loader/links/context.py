"""A statement with what stands around it, as the linkers read it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Self

from loader.lexicon import Lexicon, Match
from loader.links.situations import Situation, situations
from loader.swedish.tokens import Token, tokenise

#: How much of a statement is read for links, in code points: what is longer is no sentence.
LONGEST = 4000

#: A phrase that names what shall make no difference.
_REGARDLESS = re.compile(
    r"\boavsett om\b[^.;:!?]{0,300}?(?=\b(?:ska|skall|måste|bör)\b)|\boavsett\b[^.,;:!?–]*",
    re.IGNORECASE,
)

#: A short quotation inside a statement: a name, not people who are meant.
_MARKS = '”"»“'
_QUOTED = re.compile(r"[”\"»“][^”\"«“»]{2,40}[”\"«]")

#: Clauses that tell circumstances, not what is to be done for whom.
_BACKGROUND = re.compile(
    r"(?:\b(?:även om|även när|trots att|eftersom|i takt med att|medan|än vad|varje gång|genom att låta)\b"
    r"|(?:^|(?<=[.!?,–(] )|(?<=\boch )|(?<=\bsärskilt ))(?:när|om|då)\b"
    r"|(?<=\w )(?:när|ifall)\b|(?<=\w )hur\b)"
    r"(?!,)(?:(?! (?:ska|bör|måste|vill|behöver|får|så) )[^.,;:!?–])*",
    re.IGNORECASE,
)
#: Of these, the clauses in which not even a body acts.
_CIRCUMSTANCE = re.compile(
    r"\b(?:även om|trots att|eftersom|i takt med att|medan|än vad|som inte)\b[^.,;:!?–]*",
    re.IGNORECASE,
)
#: The words without which no such clause stands.
_OPENING = frozenset(
    [
        "även",
        "trots",
        "eftersom",
        "i",
        "medan",
        "än",
        "varje",
        "genom",
        "när",
        "om",
        "då",
        "ifall",
        "hur",
        "som",
    ]
)


@dataclass(frozen=True)
class Context:
    """A statement's span, its demanding word, its section's heading and the units before it there."""

    text: str
    start: int
    end: int
    demand: int  # where the demanding word starts
    heading: tuple[int, int] | None
    before: Sequence[tuple[int, int]]  # spans of earlier units of the section, nearest last
    places: frozenset[str]  # names of the document's municipality, lower case
    section: tuple[int, int]  # the section's body, up to the next heading

    @cached_property
    def quote(self) -> str:
        """Return the statement's words."""
        return self.text[self.start : self.end]

    @cached_property
    def tokens(self) -> list[Token]:
        """Return the statement's words with their readings."""
        return tokenise(self.text, self.start, self.end)

    def matches(self, lexicon: Lexicon) -> list[Match]:
        """Return the labels of a scheme among the statement's words."""
        key = id(lexicon)
        if key not in self._matches:
            self._matches[key] = list(lexicon.matches(self.tokens))
        return self._matches[key]

    @cached_property
    def _matches(self) -> dict[int, list[Match]]:
        return {}

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(t.form.text for t in self.tokens)

    @cached_property
    def situations(self) -> list[Situation]:
        """Return the people whom the statement describes."""
        return list(situations(self.gaps, self.tokens))

    @cached_property
    def heading_tokens(self) -> list[Token]:
        """Return the words of the section's heading."""
        return tokenise(self.text, *self.heading) if self.heading else []

    @cached_property
    def gaps(self) -> list[str]:
        """Return what stands between the words; around an "oavsett …" phrase but space."""
        aside = self.unmentioned
        return [
            " " if {one.start, other.start} & aside else self.text[one.end : other.start]
            for one, other in pairwise(self.tokens)
        ]

    @cached_property
    def unmentioned(self) -> frozenset[int]:
        """Return the starts of words in an "oavsett …" phrase, which names nobody."""
        return frozenset(self._starts(_REGARDLESS) if "oavsett" in self._forms else ())

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Return the starts of words in short quotations that are not the whole statement."""
        return frozenset() if self.quote[0] in '”"»“' else frozenset(self._starts(_QUOTED))

    @cached_property
    def background(self) -> frozenset[int]:
        """Return the starts of words in clauses that tell circumstances."""
        return frozenset(self._starts(_BACKGROUND) if _OPENING & self._forms else ())

    @cached_property
    def circumstance(self) -> frozenset[int]:
        """Return the starts of words in clauses where not even a body acts."""
        return frozenset(self._starts(_CIRCUMSTANCE) if _OPENING & self._forms else ())

    def at(self, start: int, end: int) -> Self:
        """Return another stretch of the same text, read without its surroundings."""
        end = min(end, start + LONGEST)
        return replace(self, start=start, end=end, heading=None, before=())

    def _starts(self, pattern: re.Pattern[str]) -> Iterator[int]:
        for m in pattern.finditer(self.quote):
            low, high = self.start + m.start(), self.start + m.end()
            yield from (t.start for t in self.tokens if low <= t.start < high)
