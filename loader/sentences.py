"""One sentence as the criteria read it: its words, its finite verbs, and whether the party is a verb's subject."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from loader.segments import Unit
from loader.swedish.clauses import Verb
from loader.swedish.tokens import Token


@dataclass(frozen=True)
class Sentence:
    """One sentence with its words, its finite verbs, and the names by which the party speaks."""

    text: str
    unit: Unit
    tokens: Sequence[Token]
    verbs: Sequence[Verb]
    voice: re.Pattern[str]

    @cached_property
    def quote(self) -> str:
        """Return the sentence as it stands in the text."""
        return self.text[self.unit.start : self.unit.end]

    @cached_property
    def vocabulary(self) -> Set[str]:
        """Return the word forms, each once."""
        return {t.form.text for t in self.tokens}

    @cached_property
    def main(self) -> Sequence[int]:
        """Return the indices of the finite verbs of main clauses."""
        return [verb.index for verb in self.verbs if verb.main]

    def word(self, i: int) -> str:
        """Return the word at `i`, lower case; empty outside the sentence."""
        return self.tokens[i].form.text if 0 <= i < len(self.tokens) else ""

    def after(self, i: int, n: int = 3) -> set[str]:
        """Return the n words after `i`."""
        return {t.form.text for t in self.tokens[i + 1 : i + 1 + n]}

    def clause_start(self, i: int) -> int:
        """Return the index after the finite verb before `i`."""
        return max((v.index for v in self.verbs if v.index < i), default=-1) + 1

    def subject_is_party(self, i: int) -> bool:
        """Return whether the finite verb at `i` has the party as its subject."""
        if i + 1 < len(self.tokens) and self.voice.fullmatch(self.tokens[i + 1].surface):
            return True
        start = self.clause_start(i)
        if start >= i:  # "allt vi gör bygger på": of the verb before
            return False
        before = [index for index in self.main if index < i]
        if before and self.word(i - 1) in {"och", "men", "utan"}:
            return self.subject_is_party(before[-1])  # "vi delar oron och vill"
        return any(self.voice.fullmatch(t.surface) for t in self.tokens[start:i])

    def at(self, match: re.Match[str]) -> int | None:
        """Return the index of the word at which a match in the quote starts."""
        start = self.unit.start + match.start()
        return next((k for k, t in enumerate(self.tokens) if t.end > start), None)
