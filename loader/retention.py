"""How many releases are kept, and the record of those that are gone."""

import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from loader.errors import LoaderError

#: JSON lines beside the releases: id and creation of each that was deleted, and when.
GONE = "gone.jsonl"

#: How many releases are kept where nothing else is said.
KEEP = 5


def manifests(releases: Path) -> list[Path]:
    """Return the files that tell of the releases in a directory, in the order of their ids."""
    return sorted(releases.glob("[0-9a-f]" * 64 + "/manifest.json"))


def kept(releases: Path) -> list[dict[str, Any]]:
    """Return the manifests of the releases in a directory, the newest first."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in manifests(releases)]
    return sorted(found, key=lambda manifest: (manifest["created"], manifest["id"]), reverse=True)


def retire(releases: Path, keep: int) -> list[str]:
    """Delete all but the newest releases and the current one; return the ids of what is gone.

    The record is written before a release is deleted, so that none goes without a trace.
    """
    current = (releases / "current").resolve().name
    old = [m for m in kept(releases) if m["id"] != current][max(0, keep - 1) :]
    for manifest in old:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        record = {"id": manifest["id"], "created": manifest["created"], "removed": now}
        with (releases / GONE).open("a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")
            file.flush()
            os.fsync(file.fileno())
        shutil.rmtree(releases / manifest["id"])
    return [manifest["id"] for manifest in old]


def find_release(releases: Path, given: str) -> Path:
    """Return the directory of a release by its id, a beginning of it, or its path; LoaderError where it is not one."""
    if (Path(given) / "manifest.json").exists():
        return Path(given).resolve()
    found = [p.parent for p in manifests(releases) if p.parent.name.startswith(given)]
    if len(found) != 1:
        what = "several releases are called so" if found else "no such release"
        raise LoaderError(f"{what}; say more of its id, or its directory", document=given)
    return found[0]
