"""The releases that a deployment keeps, and those that it kept once."""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from server.releases import Release


@dataclass(frozen=True, slots=True)
class Kept:
    """A release whose files can be had."""

    path: Path
    manifest: dict[str, Any]

    @property
    def id(self) -> str:
        """Return the release's id."""
        return self.path.name

    @property
    def created(self) -> str:
        """Return when it was made, in ISO 8601."""
        found: str = self.manifest["created"]
        return found

    @property
    def files(self) -> dict[str, dict[str, Any]]:
        """Return the files that can be had, each with its bytes and sha256: all but the server's own."""
        return {n: f for n, f in self.manifest["files"].items() if not n.endswith(".sqlite")}


@lru_cache(256)
def _kept(path: Path) -> Kept:
    return Kept(path, json.loads((path / "manifest.json").read_text(encoding="utf-8")))


def kept(release: Release) -> tuple[Kept, ...]:
    """Return the releases that lie where the one that is served does, the newest first."""
    if release.path is None:
        return ()
    found = []
    for path in release.path.parent.iterdir():
        if re.fullmatch("[0-9a-f]{64}", path.name):
            with suppress(FileNotFoundError):  # the loader removes it at this moment
                found.append(_kept(path))
    return tuple(sorted(found, key=lambda k: (k.created, k.id), reverse=True))


def gone(release: Release) -> dict[str, dict[str, Any]]:
    """Return the releases that are kept no more, by id: when each was created and removed."""
    path = release.path.parent / "gone.jsonl" if release.path else None
    if path is None or not path.exists():
        return {}
    entries = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {entry["id"]: entry for entry in entries}
