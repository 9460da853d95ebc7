"""A document's statements are the same on every machine."""

import os
import subprocess
import sys

CODE = """
from pathlib import Path
from loader.extraction import extract
for path in sorted(Path("tests/loader/gold").glob("*.txt")):
    print(extract(path.read_text(encoding="utf-8")))
"""


def extracted(seed: str) -> str:
    """Return what is extracted of the gold documents in an interpreter that hashes by the seed."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", CODE], check=True, capture_output=True, text=True, env=environment)  # fmt: skip
    return done.stdout


def test_the_order_of_hashes_changes_nothing():
    first = extracted("1")
    assert first.count("Statement(") > 100
    assert extracted("2") == first
