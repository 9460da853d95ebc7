"""How a load is told: a bar on a terminal, plain lines elsewhere, each fault once."""

import os
import pty
import re
import subprocess
import sys
from collections import Counter

from loader.documents import Outcome
from loader.progress import progress


def outcome(number, error=None, idle=()):
    return Outcome(
        f"d{number}", f"d{number}.txt", error, Counter(proposals=2, achievements=1), idle=idle
    )


def test_plain_lines_say_how_far_and_how_many(capsys):
    with progress(3) as told:
        for number in range(3):
            told(outcome(number))
    assert capsys.readouterr().err.splitlines() == [
        "1 of 3 documents, 3 statements",
        "2 of 3 documents, 6 statements",
        "3 of 3 documents, 9 statements",
    ]


def test_of_many_documents_about_ten_lines_are_told(capsys):
    with progress(1003) as told:
        for number in range(1003):
            told(outcome(number))
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 11
    assert lines[-1].startswith("1003 of 1003 ")


def test_a_fault_and_an_idle_correction_are_told_at_once(capsys):
    with progress(100) as told:
        told(
            outcome(
                1,
                error="d1.txt: is empty",
                idle=("corrections.toml: d1/x: changes nothing any more",),
            )
        )
    assert capsys.readouterr().err.splitlines() == [
        "valgraf: d1.txt: is empty",
        "valgraf: corrections.toml: d1/x: changes nothing any more",
    ]


def test_a_terminal_shows_a_bar_and_the_faults_above_it():
    code = (
        "from collections import Counter\nfrom loader.documents import Outcome\nfrom loader.progress import progress\n"
        "with progress(2) as told:\n"
        " told(Outcome('a', 'a.txt', None, Counter(proposals=5)))\n"
        " told(Outcome('b', 'b.txt', 'b.txt: is [empty]', Counter()))\n"
    )
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stderr=theirs,
        stdout=theirs,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "100"},
    ):
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # the other side is closed
                break
            if not part:
                break
            shown += part
    os.close(ours)
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.decode())
    assert "2/2" in text
    assert "5 statements" in text
    assert text.count("valgraf: b.txt: is [empty]") == 1
