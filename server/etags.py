"""Strong entity tags (RFC 9110, 8.8.3): made of what an answer depends on, so that they stand before the answer does."""

import hashlib
from functools import cache

from server import ROOT


@cache
def build() -> str:
    """Return the fingerprint of the server's files: other code may answer otherwise."""
    digest = hashlib.sha256()
    for folder in ("server", "queries"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def etag(*parts: str, coding: str = "") -> str:
    """Return the tag of an answer that depends on `parts` and the server's build, of one content coding."""
    digest = hashlib.sha256(build().encode())
    for part in parts:
        data = part.encode()
        digest.update(len(data).to_bytes(8) + data)
    return f'"{digest.hexdigest()[:32]}{coding and "-"}{coding}"'


def matches(if_none_match: str, tag: str) -> bool:
    """Return whether an If-None-Match header names the tag (RFC 9110, 13.1.2: weak comparison)."""
    named = (each.strip().removeprefix("W/") for each in if_none_match.split(","))
    return bool(if_none_match) and any(each in {tag, "*"} for each in named)
