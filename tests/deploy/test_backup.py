"""The operations guide's way to back a release up and to restore it, run as it stands."""

import re
import subprocess
from pathlib import Path

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")


def test_a_release_is_backed_up_and_restored(tmp_path, releases, serve):
    section = GUIDE.partition("## Backup and restore")[2].partition("\n## ")[0]
    make, unpack, switch = re.findall(r"^\$ (.+)$", section, re.MULTILINE)
    there = tmp_path / "there"
    there.mkdir()
    id_ = (releases / "current").resolve().name
    subprocess.run(
        ["sh", "-c", make.replace("/srv/valgraf", str(releases))], check=True, cwd=tmp_path
    )
    restored = f"{unpack} && {switch}".replace("/srv/valgraf", str(there))
    restored = re.sub(r" +# on the other machine", "", restored).replace("RELEASE_ID", id_)
    subprocess.run(["sh", "-c", restored], check=True, cwd=tmp_path)
    with serve("--releases", there) as running:
        found = running.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert found.headers["valgraf-release"] == id_
    assert int(found.json()["results"]["bindings"][0]["n"]["value"]) > 10_000
