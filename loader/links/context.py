"""A statement with what stands around it, as the linkers read it."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from loader.links.situations import situations
from loader.passages import Passage
from loader.swedish.affairs import affairs

#: A phrase that names what shall make no difference.
_REGARDLESS = re.compile(
    r"\boavsett om\b[^.;:!?]{0,300}?(?=\b(?:ska|skall|måste|bör)\b)|\boavsett\b[^.,;:!?–]*"
    r"|(?:^|(?<=[.!?] ))[^.,;:!?–]{0,80}? (?:ska|får|skall|bör) (?:inte|aldrig) (?:få )?(?:avgöra|styra|bestämma)\b"
    r"|\b(?:avgöras av|(?:o?beroende) (?:av|på)|bero på|styras av|bestämmas av) (?:hur|vem|vilk\w+|om|var|vad|vart)\b[^.,;:!?–]*",
    re.IGNORECASE,
)

#: The words without which no such phrase stands.
_IRRELEVANT = frozenset(
    {
        "oavsett",
        "avgöras",
        "beroende",
        "oberoende",
        "bero",
        "styras",
        "bestämmas",
        "avgöra",
        "styra",
        "bestämma",
    }
)

#: A short quotation inside a statement: a name, not people who are meant.
_MARKS = '”"»“'
_QUOTED = re.compile(r"[”\"»“][^”\"«“»]{2,40}[”\"«]")

#: Clauses that tell circumstances, not what is to be done for whom.
_BACKGROUND = re.compile(
    r"(?:\b(?:även om|även när|trots att|eftersom|i takt med att|medan|än vad|varje gång|genom att låta|utan att)\b"
    r"|(?:^|(?<=[.!?,–(] )|(?<=\boch )|(?<=\bsärskilt ))(?:när|om|då)\b"
    r"|(?<=\w )(?:när|ifall)\b|(?<=\w )hur\b)"
    r"(?!,)(?:(?! (?:ska|bör|måste|vill|behöver|får|så) )[^.,;:!?–])*",
    re.IGNORECASE,
)
#: Of these, the clauses in which not even a body acts.
_CIRCUMSTANCE = re.compile(
    r"\b(?:även om|trots att|eftersom|i takt med att|medan|än vad|som inte)\b[^.,;:!?–]*"
    r"|\b(?:när|där|om|då) [^.;:!?–]{0,80}? inte (?:räcker|klarar|kan|förmår|orkar|hinner|fungerar)\b",
    re.IGNORECASE,
)
#: The words without which no such clauses stand.
_OF_BACKGROUND = frozenset({"trots", "eftersom", "takt", "medan", "än", "varje", "låta", "utan", "när", "om", "då", "ifall", "hur"})  # fmt: skip
_OF_CIRCUMSTANCE = frozenset({"även", "trots", "eftersom", "takt", "medan", "än", "inte"})

_NONE: frozenset[int] = frozenset()


class Topic:
    """What the passages read so far have shown: how many each theme, and by which words first."""

    def __init__(self) -> None:
        self.first: dict[str, tuple[int, int]] = {}
        self.passages = 0
        self.subject: str | None = None  # of a whole document, once it is known
        self._counts: dict[str, int] = {}
        self._uncounted: list[Passage] = []

    def add(self, passage: Passage) -> None:
        """Take in the section's next passage."""
        if passage.tokens:
            self._uncounted.append(passage)

    def counts(self) -> Mapping[str, int]:
        """Return how many passages have shown each theme, in the order of the text."""
        self.passages += len(self._uncounted)
        for passage in self._uncounted:
            for theme, words in passage.themes.items():
                self._counts[theme] = self._counts.get(theme, 0) + 1
                self.first.setdefault(theme, words)
        self._uncounted.clear()
        return self._counts


class Context:
    """A statement with its demanding word, its section's heading and topic, and the passages before it there."""

    def __init__(
        self,
        passage: Passage,
        demand: int,  # where the demanding word starts
        *,
        heading: Passage | None = None,
        before: Sequence[Passage] = (),  # earlier passages of the section, nearest last
        places: Collection[str] = (),  # names of the document's municipality, lower case
        topic: Topic | None = None,
        document: Topic | None = None,  # of the whole document
        lead: Passage | None = None,  # what introduces the list that the statement is an item of
    ) -> None:
        self.passage, self.demand = passage, demand
        self.heading, self.before = heading, before
        self.places, self.topic, self.lead = places, topic or Topic(), lead
        self.document = document or Topic()
        self.text, self.start, self.end = passage.text, passage.start, passage.end
        self.quote, self.vocabulary = passage.quote, passage.vocabulary
        self.tokens, self.labels = passage.tokens, passage.labels
        #: The starts of words in an "oavsett …" phrase, which names nobody.
        regardless = not self.vocabulary.isdisjoint(_IRRELEVANT)
        self.unmentioned = self.starts(_REGARDLESS) if regardless else _NONE
        #: The starts of words in short quotations that are not the whole statement.
        self.quoted = _NONE if self.quote[0] in _MARKS else self.starts(_QUOTED)
        #: The starts of words in clauses that tell circumstances.
        told = not self.vocabulary.isdisjoint(_OF_BACKGROUND)
        self.background = self.starts(_BACKGROUND) if told else _NONE
        #: The starts of words in clauses where not even a body acts.
        apart = not self.vocabulary.isdisjoint(_OF_CIRCUMSTANCE)
        self.circumstance = self.starts(_CIRCUMSTANCE) if apart else _NONE
        #: What stands between the words; around an "oavsett …" phrase but space.
        text = self.text
        self.gaps = [text[one.end : other.start] for one, other in pairwise(self.tokens)]
        for i, (one, other) in enumerate(pairwise(self.tokens) if self.unmentioned else ()):
            if one.start in self.unmentioned or other.start in self.unmentioned:
                self.gaps[i] = " "
        #: The people whom the statement describes.
        self.situations = list(situations(self.gaps, self.tokens))
        #: The places of words by the kinds that tell together what a statement is about.
        self.affairs: dict[str, list[int]] = {}
        for i, token in enumerate(self.tokens):
            for kind in affairs(token.form.text, token.form.lemma):
                self.affairs.setdefault(kind, []).append(i)

    def starts(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """Return the starts of the words in what the pattern finds."""
        found: set[int] = set()
        for m in pattern.finditer(self.quote):
            low, high = self.start + m.start(), self.start + m.end()
            found.update([t.start for t in self.tokens if low <= t.start < high])
        return frozenset(found)
