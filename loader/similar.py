"""The most similar statements of other documents: by how many concepts they share, then by bm25 over lemmas.

Each statement is compared with a bounded number of candidates: such as share two of its rarer
lemmas, two of its concepts, or one of either, some of each. So the cost grows with the number of
statements, not with its square.
"""

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain, combinations, groupby
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
                near = chain.from_iterable(postings.near(number, first, last))
                votes = Counter(near)
                best = sorted(votes, key=lambda other: (-votes[other], other))[:_COMPARED]
                mine = set(self._of(number))
                scored = ((*self._distance(mine, other, weights), other) for other in best)
                yield number, [other for *_, other in nsmallest(BEST, scored)]

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

    def _postings(self, total: int) -> "_Postings":
        """Return which statements each key finds."""
        postings = _Postings()
        for number in range(1, total + 1):
            postings.add(self._keys(number))
        postings.sort()
        return postings

    def _distance(
        self, mine: set[int], other: int, weights: Mapping[int, float]
    ) -> tuple[int, float]:
        """Return how little another statement has in common: concepts shared and bm25, both negative."""
        theirs = self._of(other)
        common = mine.intersection(theirs)
        lemmas = [weights[f] for f in common if not f % 2]
        length = 1 + _K1 * (1 - _B + _B * self.lengths[other] / self.mean)
        return len(lemmas) - len(common), -fsum(lemmas) * (_K1 + 1) / length


class _Postings:
    """Which statements each key finds, in order of keys; sorted by a temporary database, on disk where it is large."""

    def __init__(self) -> None:
        self.database = sqlite3.connect("", isolation_level=None)
        self.database.executescript("PRAGMA journal_mode = OFF; CREATE TABLE posting (key INTEGER, number INTEGER, ordinal INTEGER)")  # fmt: skip
        self.database.execute("BEGIN")
        self.begins = array(
            "Q", [0, 0]
        )  # where the postings of statement n begin, by the order in which they came
        self.numbers = array("I")  # statements, in order of keys
        self.places = array(
            "I"
        )  # of each posting among the numbers, by the order in which they came
        self.keys = array("I")  # where each key's statements begin among the numbers

    def add(self, keys: Iterable[int]) -> None:
        """Add the next statement by its keys."""
        number, ordinal = len(self.begins) - 1, self.begins[-1]
        rows = [(key, number, place) for place, key in enumerate(keys, ordinal)]
        self.database.executemany("INSERT INTO posting VALUES (?, ?, ?)", rows)
        self.begins.append(ordinal + len(rows))

    def sort(self) -> None:
        """Put all in order once they are there."""
        self.places.frombytes(bytes(self.places.itemsize * self.begins[-1]))
        before = None
        rows = self.database.execute("SELECT key, number, ordinal FROM posting ORDER BY key, number")  # fmt: skip
        for place, (key, number, ordinal) in enumerate(rows):
            if key != before:
                before = key
                self.keys.append(place)
            self.numbers.append(number)
            self.places[ordinal] = place
        self.keys.append(len(self.numbers))
        self.database.close()

    def near(self, number: int, first: int, last: int) -> Iterator["array[int]"]:
        """Yield for each key of a statement some that have it, of documents other than that of statements first to last."""
        for place in self.places[self.begins[number] : self.begins[number + 1]]:
            key = bisect_right(self.keys, place)
            begin, end = self.keys[key - 1], self.keys[key]
            after = bisect_left(self.numbers, last, place, end)
            found = self.numbers[after : min(end, after + _WINDOW)]
            if len(found) < _WINDOW:
                before = bisect_left(self.numbers, first, begin, place)
                found += self.numbers[begin : min(before, begin + _WINDOW - len(found))]
            yield found
