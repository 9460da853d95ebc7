"""The most similar statements of other documents: by how many concepts they share, then by bm25 over lemmas.

Each statement is compared with a bounded number of candidates: such as share two of its rarer
lemmas, two of its concepts, or one of either, some of each. So the cost grows with the number of
statements, not with its square.
"""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import combinations, groupby
from math import fsum, log

#: How many similar statements are kept of each.
BEST = 10

#: Candidates are looked for by the rarest lemmas and concepts, this many of each; each key gives so many at most.
_RAREST, _WINDOW = 3, 8

#: So many candidates are compared: those that most keys find.
_COMPARED = 20

#: Parameters of bm25, as in SQLite's FTS5.
_K1, _B = 1.2, 0.75

#: A pair of features is one key: feature * _PAIR + feature.
_PAIR = 1 << 31


class Similar:
    """The statements of a release, numbered from 1, with their features: an odd number is a concept, an even one a lemma."""

    def __init__(self) -> None:
        self.lemmas: dict[str, int] = {}
        self.features = array("I")
        self.starts = array("Q", [0])  # where the features of statement n begin
        self.documents = array("I", [0])
        self.lengths = array("I", [0])  # in different lemmas
        self.frequency: dict[int, int] = {}
        self.mean = 0.0

    def add(self, document: int, concepts: Sequence[int], lemmas: Sequence[str]) -> None:
        """Add the next statement; those of one document come together."""
        self.starts.append(len(self.features))
        self.documents.append(document)
        numbers = {2 * self.lemmas.setdefault(lemma, len(self.lemmas)) for lemma in lemmas}
        self.lengths.append(len(numbers))
        for feature in sorted({*(2 * concept + 1 for concept in concepts), *numbers}):
            self.features.append(feature)
            self.frequency[feature] = self.frequency.get(feature, 0) + 1

    def best(self) -> Iterator[tuple[int, list[int]]]:
        """Yield each statement's number with those of its most similar ones, the most similar first."""
        total = len(self.documents) - 1
        self.mean = sum(self.lengths) / max(1, total) or 1.0
        self.starts.append(len(self.features))
        weights = {f: log(1 + (total - n + 0.5) / (n + 0.5)) for f, n in self.frequency.items()}
        postings = self._postings(total)
        for first, last in self._runs(total):
            for number in range(first, last):
                keys = self._keys(number)
                votes = Counter(o for key in keys for o in _near(postings, key, first, last))
                near = sorted(votes, key=lambda other: (-votes[other], other))[:_COMPARED]
                mine = set(self._of(number))
                scored = ((*self._distance(mine, other, weights), other) for other in near)
                yield number, [other for *_, other in nsmallest(BEST, scored)]
        postings.close()

    def _of(self, number: int) -> "array[int]":
        return self.features[self.starts[number] : self.starts[number + 1]]

    def _runs(self, total: int) -> Iterator[tuple[int, int]]:
        """Yield the first statement of each document and the one after its last."""
        for _, run in groupby(range(1, total + 1), key=self.documents.__getitem__):
            numbers = list(run)
            yield numbers[0], numbers[-1] + 1

    def _keys(self, number: int) -> Iterator[int]:
        """Yield what a statement is found by: its rarest features that others have too, and pairs of them."""
        shared = sorted((f for f in self._of(number) if self.frequency[f] > 1), key=self._rarity)
        concepts = [f for f in shared if f % 2][:_RAREST]
        lemmas = [f for f in shared if not f % 2][:_RAREST]
        pairs = (*combinations(lemmas, 2), *combinations(concepts, 2), *zip(concepts, lemmas, strict=False))  # fmt: skip
        yield from (min(pair) * _PAIR + max(pair) for pair in pairs)
        yield from (*concepts[:2], *lemmas[:2])

    def _rarity(self, feature: int) -> tuple[int, int]:
        return self.frequency[feature], feature

    def _postings(self, total: int) -> sqlite3.Connection:
        """Return a temporary database, on disk where it is large, of which statements each key finds."""
        database = sqlite3.connect("", isolation_level=None)
        database.executescript("PRAGMA journal_mode = OFF; CREATE TABLE posting (key INTEGER, number INTEGER)")  # fmt: skip
        database.execute("BEGIN")
        database.executemany(
            "INSERT INTO posting VALUES (?, ?)",
            ((key, number) for number in range(1, total + 1) for key in self._keys(number)),
        )
        database.execute("CREATE INDEX posting_by_key ON posting (key, number)")
        database.execute("COMMIT")
        return database

    def _distance(
        self, mine: set[int], other: int, weights: Mapping[int, float]
    ) -> tuple[int, float]:
        """Return how little another statement has in common: concepts shared and bm25, both negative."""
        theirs = self._of(other)
        common = mine.intersection(theirs)
        lemmas = [weights[f] for f in common if not f % 2]
        length = 1 + _K1 * (1 - _B + _B * self.lengths[other] / self.mean)
        return len(lemmas) - len(common), -fsum(lemmas) * (_K1 + 1) / length


def _near(postings: sqlite3.Connection, key: int, first: int, last: int) -> list[int]:
    """Return some statements with a key, of documents other than that of statements first to last."""
    after = "SELECT number FROM posting WHERE key = ? AND number >= ? ORDER BY number LIMIT ?"
    found = postings.execute(after, (key, last, _WINDOW)).fetchall()
    if len(found) < _WINDOW:
        before = "SELECT number FROM posting WHERE key = ? AND number < ? ORDER BY number LIMIT ?"
        found += postings.execute(before, (key, first, _WINDOW - len(found))).fetchall()
    return [number for (number,) in found]
