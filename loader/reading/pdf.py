"""PDF programmes, read in a process of its own that can be killed."""

import json
import re
import resource
import subprocess
import sys
from collections import Counter
from pathlib import Path

from loader.errors import LoaderError
from loader.reading import Text, normalise

#: Limits of the reading process: seconds, and bytes of address space.
SECONDS = 60
MEMORY = 2 * 1024**3

#: What bullets come out as where a font has no proper names for its glyphs.
_BULLET = re.compile(
    r"^[ \t]*(?:[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\uf000-\uf0ff\ufffd●▪■◦∙·]|[o](?=\s\s))\s*",
    re.MULTILINE,
)


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
        told = done.stderr.decode(errors="replace").strip().splitlines()
        reason = (
            told[-1]
            if done.returncode == 3 and told
            else "is a broken PDF, or needs too much memory"
        )
        raise LoaderError(reason, document=str(path))
    return _join(json.loads(done.stdout))


def _join(pages: list[str]) -> Text:
    """Return the pages as one text."""
    lines = [_BULLET.sub(" • ", page).split("\n") for page in pages]
    running = Counter(
        re.sub(r"\d+", "#", line.strip())
        for page in lines
        for line in {*page[:2], *page[-2:]}
        if line.strip()
    )
    often = {line for line, times in running.items() if times > 2 and times > len(pages) / 2}
    text, starts = "", []
    for page in lines:
        last = len(page) - 1
        body = [
            line
            for i, line in enumerate(page)
            if not (
                i in {0, 1, last - 1, last}
                and (re.sub(r"\d+", "#", line.strip()) in often or line.strip().isdigit())
            )
        ]
        starts.append(len(text))
        text += normalise("\n".join(body)).strip("\n") + "\n\n"
    return Text(text, pages=tuple(starts))


def _main(path: str) -> None:
    """Write the text of each page of a PDF as JSON to standard output; status 3 and a line where it cannot be read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import pypdf
    from pypdf.errors import FileNotDecryptedError, PyPdfError

    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            sys.exit(_told("is protected by a password; save it without one"))
        json.dump([page.extract_text() for page in reader.pages], sys.stdout)
    except FileNotDecryptedError:
        sys.exit(_told("is protected by a password; save it without one"))
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        RecursionError,
        OSError,
        IndexError,
        AttributeError,
    ) as error:
        sys.exit(_told(f"is a broken PDF: {' '.join(str(error).split()) or type(error).__name__}"))


def _told(reason: str) -> int:
    sys.stderr.write(reason + "\n")
    return 3


if __name__ == "__main__":
    _main(sys.argv[1])
