"""CITATION.cff says of the software what the package says."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_citation_has_what_its_format_asks_for_and_the_version_of_the_package():
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    told = dict(re.findall(r'^([a-z-]+): "?([^"\n]+)"?$', text, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert told["cff-version"] == "1.2.0"
    assert {"message", "title", "license"} <= told.keys()
    assert re.search(r"^authors:\n  - name: ", text, re.MULTILINE)
    assert told["version"] == project["version"]
    assert told["license"] == project["license"]
