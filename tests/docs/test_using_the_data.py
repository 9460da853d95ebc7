"""The walk-through keeps what it promises: its Python and its commands are run against a real server."""

import contextlib
import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "using-the-data.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
HERE = "http://127.0.0.1:8000"


def test_the_python_prints_what_is_shown_below_it(server):
    code = [text for language, text in BLOCKS if language == "python"]
    shown = [text for language, text in BLOCKS if language == "text"]
    assert len(code) == len(shown) >= 5
    names: dict[str, object] = {}
    for block, output in zip(code, shown, strict=True):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(block.replace(HERE, server.url), DOCUMENT.name, "exec"), names)
        assert printed.getvalue() == output


def test_the_commands_end_well(server, tmp_path):
    if shutil.which("curl") is None:
        pytest.skip("there is no curl")
    (script,) = [text for language, text in BLOCKS if language == "sh"]
    ended = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script.replace(HERE, server.url)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("n\n")
    assert '"bindings"' in ended.stdout
    assert "dcat:Catalog" in ended.stdout
    assert (tmp_path / "graph.nt.gz").stat().st_size > 0


def test_every_address_in_it_is_there(client):
    paths = set(re.findall(rf"{HERE}(/[\w./-]*)", TEXT)) | {"/.well-known/void", "/dumps/feed.atom", "/sitemap.xml", "/linkset", "/about"}  # fmt: skip
    for path in paths - {"/dumps/latest/tables", "/data/"}:
        assert client.get(path).status_code in {200, 302}, path
