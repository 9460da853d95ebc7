"""Sorted lines of many parts as one sorted stream, by the stretch: no line is looked at that nothing stands between."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import partial
from heapq import heapify, heappop, heapreplace
from itertools import islice
from typing import IO

#: Bytes of lines that are read at once from a file, and lines that are gathered at once.
_BYTES, _LINES = 1 << 20, 4096

#: A stretch of sorted lines.
Lines = list[bytes]


def stretches(file: IO[bytes]) -> Iterator[Lines]:
    """Yield the lines of a file, many at once."""
    return iter(partial(file.readlines, _BYTES), [])


def gathered(lines: Iterable[bytes]) -> Iterator[Lines]:
    """Yield lines, many at once."""
    some = iter(lines)
    return iter(lambda: list(islice(some, _LINES)), [])


def noted(stretches: Iterable[Lines], file: IO[bytes]) -> Iterator[Lines]:
    """Yield lines as they are, each written to a file."""
    for lines in stretches:
        file.writelines(lines)
        yield lines
    file.flush()


def merged(parts: Iterable[Iterable[Lines]]) -> Iterator[Lines]:
    """Yield the lines of sorted parts in order, each once."""
    heads = ((next(rest, []), number, rest) for number, rest in enumerate(map(iter, parts)))
    heap = [(lines[0], number, 0, lines, rest) for lines, number, rest in heads if lines]
    heapify(heap)
    last = b""
    while heap:
        head, number, at, lines, rest = heap[0]
        others = min((part[0] for part in heap[1:3]), default=None)
        end = len(lines) if others is None else bisect_left(lines, others, at)
        end = max(end, at + 1)  # where the same line begins another part
        if stretch := lines[at + (head == last) : end]:
            yield stretch
        last = lines[end - 1]
        if end == len(lines):
            end, lines = 0, next(rest, [])
        if lines:
            heapreplace(heap, (lines[end], number, end, lines, rest))
        else:
            heappop(heap)
