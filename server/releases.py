"""Which release is served: the one that `current` leads to, by its resolved path."""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from server.engines.nursery import Source
from server.errors import ServerError
from server.settings import Settings

DEFAULT_BASE = "https://w3id.org/valgraf"


@dataclass(frozen=True, slots=True)
class Release:
    """What is served: a release's directory and manifest, or RDF files without either."""

    id: str
    base: str
    path: Path | None
    manifest: dict[str, Any]
    source: Source


class NoRelease(ServerError):
    """There is nothing to serve."""

    status = 503
    title = "There is no release"


def current(settings: Settings) -> Release:
    """Return what is to be served now; raises NoRelease where there is none."""
    if settings.rdf:
        id_ = _fingerprint(settings.rdf)
        return Release(id_, DEFAULT_BASE, None, {}, Source(settings.rdf, release=id_))
    link = settings.releases / "current"
    if settings.engine and not link.exists():
        return Release("remote", DEFAULT_BASE, None, {}, Source(()))
    if not link.exists():
        raise NoRelease(f"{settings.releases} holds no release; make one with valgraf load")
    return _read(link.resolve())


@lru_cache(2)  # the release that is served and, while it is taken over, the next: neither changes
def _read(path: Path) -> Release:
    """Return the release in a directory."""
    manifest = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
    source = Source(
        (path / "graph.nt.gz",), path / "store", manifest["counts"]["triples"], manifest["id"]
    )
    return Release(manifest["id"], manifest["base"], path, manifest, source)


def _fingerprint(files: tuple[Path, ...]) -> str:
    """Return an id of files as they are now, for those who cite or cache an answer."""
    facts = [(str(path.resolve()), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return f"rdf-{hashlib.sha256(repr(facts).encode()).hexdigest()}"
