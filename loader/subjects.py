"""Sorted N-Triples as a stream of subjects, each with its lines, so that no graph is held in memory."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import IO, NamedTuple

import pyoxigraph as ox

from loader.errors import LoaderError
from loader.packing import unpacked


class Subject(NamedTuple):
    """A subject as N-Triples write it, `<…>`, with its lines in order."""

    name: bytes
    lines: list[bytes]

    @property
    def iri(self) -> str:
        """Return the subject's IRI."""
        return self.name[1:-1].decode()

    def facts(self) -> Iterator[tuple[str, str, str]]:
        """Yield predicate, value and language of each line."""
        for line in self.lines:
            _, predicate, term = line[:-3].decode().split(" ", 2)
            if term[0] == "<":
                yield predicate[1:-1], term[1:-1], ""
            elif "\\" in term:
                yield predicate[1:-1], *_escaped(line)
            else:
                value, _, told = term[1:].rpartition('"')
                yield predicate[1:-1], value, told[1:] if told[:1] == "@" else ""


def _escaped(line: bytes) -> tuple[str, str]:
    """Return the value and language of a literal that holds escapes."""
    (quad,) = ox.parse(line, format=ox.RdfFormat.N_TRIPLES)
    return quad.object.value, getattr(quad.object, "language", None) or ""


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a file of lines, unpacked where its name ends in .gz; LoaderError where it is cut short or no such file."""
    try:
        with unpacked(path) if path.suffix == ".gz" else path.open("rb") as file:
            yield file
    except (EOFError, FileNotFoundError, gzip.BadGzipFile, zlib.error) as error:
        raise LoaderError(f"is broken: {error}", document=str(path)) from error


def subjects(lines: Iterable[bytes]) -> Iterator[Subject]:
    """Yield the subjects of sorted lines.

    No subject's name begins another's, since IRIs have no `>`; so sorted lines have sorted subjects.
    """
    for name, group in groupby(lines, key=_name):
        yield Subject(name, list(group))


def _name(line: bytes) -> bytes:
    return line[: line.index(b" ")]


def paired(
    old: Iterable[bytes], new: Iterable[bytes]
) -> Iterator[tuple[Subject | None, Subject | None]]:
    """Yield each subject of two sorted graphs once: as it is in the old one and in the new one."""
    olds, news = subjects(old), subjects(new)
    a, b = next(olds, None), next(news, None)
    while a or b:
        if b is None or (a is not None and a.name < b.name):
            yield a, None
            a = next(olds, None)
        elif a is None or b.name < a.name:
            yield None, b
            b = next(news, None)
        else:
            yield a, b
            a, b = next(olds, None), next(news, None)
