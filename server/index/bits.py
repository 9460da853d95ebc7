"""Sets of statements as bits: any combination of filters is counted by ands and population counts."""

import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from server.index.database import Database, OutOfTime

#: Bytes of unpacked sets that are kept; a set of three million statements takes 375 kB.
_KEPT = 128 * 1024 * 1024

#: How many sets are counted between two looks at the clock.
_STRIDE = 16


class Bits:
    """The sets of an index: bit n of a number stands for statement n."""

    def __init__(self, database: Database) -> None:
        self._database = database
        total: int = database.rows("SELECT coalesce(max(id), 0) FROM statement")[0][0]
        self._bytes = total // 8 + 1
        self.every = (2 << total) - 2  # the statements, numbered from 1
        self._members = lru_cache(max(64, _KEPT // self._bytes))(self._read)
        self.of_search = lru_cache(8)(self._search)

    def _read(self, entity: int) -> tuple[int, int, int]:
        """Return an entity's set without the zero bytes at both ends: where it begins, where it ends, its bits."""
        rows = self._database.rows("SELECT skipped, bits FROM members WHERE entity = ?", entity)
        if not rows:
            return 0, 0, 0
        skipped, bits = rows[0][0], zlib.decompress(rows[0][1])
        return skipped, skipped + len(bits), int.from_bytes(bits, "little")

    def _search(self, match: str) -> int:
        """Return the set that an expression of FTS5 matches."""
        bits = bytearray(self._bytes)
        for (id_,) in self._database.rows("SELECT rowid FROM text WHERE text MATCH ?", match):
            bits[id_ >> 3] |= 1 << (id_ & 7)
        return int.from_bytes(bits, "little")

    def union(self, entities: Iterable[int]) -> int:
        """Return the set of what has any of the entities."""
        found = 0
        for entity in entities:
            start, _, bits = self._members(entity)
            found |= bits << (8 * start)
        return found

    def count(self, bits: int, entities: Sequence[int], deadline: float) -> dict[int, int]:
        """Return how many of a set each entity has; raises OutOfTime past the deadline."""
        whole = bits.to_bytes(self._bytes, "little")
        counts = {}
        for place, entity in enumerate(entities):
            if place % _STRIDE == 0 and time.monotonic() > deadline:
                raise OutOfTime
            start, end, own = self._members(entity)
            counts[entity] = (int.from_bytes(whole[start:end], "little") & own).bit_count()
        return counts

    def crossed(
        self, among: int, columns: Iterable[int], rows: Iterable[int], parts: Iterable[int]
    ) -> Iterator[tuple[int, int, int, int]]:
        """Yield row, column, part and the statements that all three have of a set, 0 as the part of those without any."""
        narrowed = {column: among & self.union([column]) for column in columns}
        split = {part: self.union([part]) for part in parts}
        for row in rows:
            own = self.union([row])
            for column, bits in narrowed.items():
                rest = bits & own
                for part, some in split.items():
                    if rest and (both := rest & some):
                        yield row, column, part, both
                        rest ^= both
                if rest:
                    yield row, column, 0, rest


def first(bits: int) -> int:
    """Return the lowest number of a set that is not empty."""
    return (bits & -bits).bit_length() - 1
