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
        for quad in ox.parse(b"".join(self.lines), format=ox.RdfFormat.N_TRIPLES):
            language = quad.object.language if isinstance(quad.object, ox.Literal) else None
            yield quad.predicate.value, quad.object.value, language or ""


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
