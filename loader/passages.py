"""A unit of a text with its words and the labels among them, each read once."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from loader.lexicon import Match, found
from loader.segments import Unit, sentences
from loader.statements import Scheme
from loader.swedish.clauses import Verb, finite_verbs
from loader.swedish.tokens import Token, tokenise


class Passage:
    """A unit with its words; `vocabulary` is each of them once, as it stands and by its lemma."""

    def __init__(self, text: str, unit: Unit) -> None:
        self.text, self.unit = text, unit
        self.start, self.end = unit.start, unit.end
        self.quote = text[unit.start : unit.end]
        self.tokens = [] if unit.kind == "mark" else tokenise(text, unit.start, unit.end)
        forms = [token.form for token in self.tokens]
        self.vocabulary = frozenset([f.text for f in forms] + [f.lemma for f in forms])
        self._verbs: dict[tuple[int, int], Sequence[Verb]] = {}

    @cached_property
    def labels(self) -> dict[Scheme, list[Match]]:
        """Return the labels among the words, by their scheme."""
        return found(self.tokens)

    @cached_property
    def themes(self) -> dict[str, tuple[int, int]]:
        """Return the themes whose labels stand among the words, each with the span of the first."""
        themes: dict[str, tuple[int, int]] = {}
        for m in self.labels["theme"]:
            span = (self.tokens[m.first].start, self.tokens[m.last - 1].end)
            themes.setdefault(m.concept, span)
        return themes

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Return the spans of the sentences; a unit of prose is one."""
        if self.unit.kind == "sentence":
            return [(self.start, self.end)]
        return list(sentences(self.text, self.start, self.end))

    def words(self, start: int, end: int) -> list[Token]:
        """Return the words in text[start:end]."""
        if start <= self.start and end >= self.end:
            return self.tokens
        return [token for token in self.tokens if start <= token.start and token.end <= end]

    def verbs(self, start: int, end: int) -> Sequence[Verb]:
        """Return the finite verbs of the sentence text[start:end]."""
        if (start, end) not in self._verbs:
            self._verbs[start, end] = finite_verbs(self.text, self.words(start, end))
        return self._verbs[start, end]


def passages(text: str, units: Iterable[Unit]) -> list[Passage]:
    """Return the units of a text with their words."""
    return [Passage(text, unit) for unit in units]
