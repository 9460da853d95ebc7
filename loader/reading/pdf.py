"""PDF programmes, read in a process of its own that can be killed."""

import json
import re
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from loader.errors import LoaderError
from loader.reading import Text, normalise

#: Limits of the reading process: seconds, and bytes of address space.
SECONDS = 60
MEMORY = 2 * 1024**3

#: Exit status of the reading process where a password is needed.
_PROTECTED = 3

#: What bullets come out as where a font has no proper names for its glyphs.
_BULLET = re.compile(
    r"^[ \t]*(?:[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\uf000-\uf0ff\ufffd●▪■◦∙·]|[o](?=\s\s))\s*",
    re.MULTILINE,
)

#: A word divided at a line's end: "kom-" "munen", but not "äldre-" "och handikappomsorgen".
_HYPHEN = re.compile(r"(?<=[a-zåäöé])-\n[ \t]*(?=[a-zåäöé])(?!(?:och|eller|samt|respektive|som)\b)")
#: A page's number on a line of its own; four digits would be a year.
_NUMBER = re.compile(r"\s*\d{1,3}\s*$")
#: What a sentence or the lead of a list ends with.
_ENDS = frozenset('.!?:…”"')


def read_pdf(path: Path) -> Text:
    """Return the text of a PDF, running heads and feet dropped, with where each page begins."""
    if path.stat().st_size == 0:
        raise LoaderError("is empty", document=str(path))
    try:
        done = subprocess.run(
            [sys.executable, "-m", "loader.reading.pdf", str(path)],
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise LoaderError(f"took more than {SECONDS} s to read", document=str(path)) from error
    if done.returncode != 0:
        raise LoaderError(_reason(done.returncode, done.stderr), document=str(path))
    return _join(json.loads(done.stdout))


def _reason(status: int, stderr: bytes) -> str:
    """Return why the reading process failed: what it was told to say, or the error that ended it."""
    last = (stderr.decode(errors="replace").strip().splitlines() or [""])[-1]
    if status == _PROTECTED:
        return "is protected by a password; save it without one"
    if status < 0 or last.startswith("MemoryError"):
        return f"needs more than {MEMORY // 1024**3} GiB of memory to read"
    return f"is a broken PDF: {last.rpartition(': ')[2] or 'no reason given'}"


def _join(pages: list[str]) -> Text:
    """Return the pages as one text; a sentence that runs over to the next page is not cut."""
    text, starts = "", []
    for lines in _without_running(
        [_BULLET.sub(" • ", page).strip("\n").split("\n") for page in pages]
    ):
        page = _HYPHEN.sub("", normalise("\n".join(lines)).strip("\n"))
        if text and page[:1].islower() and text.rstrip()[-1] not in _ENDS:
            text = text.rstrip() + "\n"
        starts.append(len(text))
        text += page + "\n\n"
    return Text(text, pages=tuple(starts))


def _without_running(lines: list[list[str]]) -> Iterator[list[str]]:
    """Yield the lines of each page without running heads and feet: what most pages begin or end with, and page numbers."""
    running = Counter(
        re.sub(r"\d+", "#", line.strip())
        for page in lines
        for line in {*page[:2], *page[-2:]}
        if line.strip()
    )
    often = {line for line, times in running.items() if times > 2 and times > len(lines) / 2}
    for page in lines:
        last = len(page) - 1
        yield [
            line
            for i, line in enumerate(page)
            if not (
                i in {0, 1, last - 1, last}
                and (re.sub(r"\d+", "#", line.strip()) in often or _NUMBER.match(line))
            )
        ]


def _main(path: str) -> None:
    """Write the text of each page of a PDF as JSON to standard output; any error ends the process, which is meant."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import pypdf

    reader = pypdf.PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        sys.exit(_PROTECTED)
    json.dump([page.extract_text() for page in reader.pages], sys.stdout)


if __name__ == "__main__":
    _main(sys.argv[1])
