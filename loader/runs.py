"""What each document adds to a release, kept between loads: a load that was cut short goes on where it stopped.

A run is two files named by all that decides its contents: the document's bytes and what is known of
it, the code, the ontology and the base. The sorted N-Triples are written first, gzip without a time
stamp; the JSON with counts and table rows last, so that where it stands the run is whole.
"""

import gzip
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loader.errors import LoaderError
from loader.merging import Lines


@dataclass(frozen=True, slots=True)
class Run:
    """A document's part of a release: sorted N-Triples, and beside them its counts and rows."""

    path: Path  # of the N-Triples; the rest has .json instead of .nt.gz

    @classmethod
    def of(cls, directory: Path, *decisive: object) -> "Run":
        """Return the run of what decides its contents: bytes as they are, all else as JSON."""
        digest = hashlib.sha256()
        for part in decisive:
            data = part if isinstance(part, bytes) else json.dumps(part, sort_keys=True).encode()
            digest.update(len(data).to_bytes(8) + data)
        return cls(directory / f"{digest.hexdigest()}.nt.gz")

    @property
    def told(self) -> Path:
        """Return the file of counts and rows."""
        return self.path.with_name(self.path.name.replace(".nt.gz", ".json"))

    def read(self) -> dict[str, Any] | None:
        """Return the counts and rows of a whole run, None where there is none."""
        try:
            told: dict[str, Any] = json.loads(self.told.read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return None
        return told

    def write(self, triples: Iterable[str], told: dict[str, Any]) -> None:
        """Write the run: triples in any order, each without its final dot."""
        lines = "".join(f"{line} .\n" for line in sorted(set(triples))).encode()
        _replace(self.path, gzip.compress(lines, compresslevel=1, mtime=0))
        _replace(self.told, json.dumps(told, ensure_ascii=False).encode())

    def lines(self) -> Iterator[Lines]:
        """Yield the lines of the N-Triples in order, all at once; LoaderError where the file is broken."""
        try:
            yield gzip.decompress(self.path.read_bytes()).splitlines(keepends=True)
        except (EOFError, OSError, zlib.error) as error:
            raise LoaderError(
                "is a broken part of an earlier load; delete it", document=str(self.path)
            ) from error


def _replace(path: Path, data: bytes) -> None:
    """Write a file so that it is whole or not there, whoever else writes it at the same time."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(data)
    os.replace(file.name, path)  # noqa: PTH105  # the name is text


def prune(directory: Path, kept: Iterable[Run]) -> None:
    """Delete the runs that are not among those kept, and what a killed load left half written."""
    names = {path.name for run in kept for path in (run.path, run.told)}
    for path in directory.iterdir():
        if path.name not in names:
            path.unlink(missing_ok=True)
