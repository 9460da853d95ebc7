"""Where a program spends its time, by looking every few milliseconds: cheap enough to stand beside any figure."""

import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from loader import ROOT

#: Seconds between two looks.
_INTERVAL = 0.005


@contextmanager
def sampled() -> Iterator[Counter[str]]:
    """Count in which of the project's functions this thread is found, as `module.function`, until the block is left."""
    seen: Counter[str] = Counter()
    here, done = threading.get_ident(), threading.Event()

    def look() -> None:
        while not done.wait(_INTERVAL):
            seen[_place(sys._current_frames()[here])] += 1  # noqa: SLF001  # documented, for this use

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        done.set()
        thread.join()


def _place(frame: FrameType | None) -> str:
    """Return the innermost of the project's functions."""
    while frame:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(ROOT) and ".venv" not in path.parts:
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            return f"{module}.{frame.f_code.co_name}"
        frame = frame.f_back
    return "elsewhere"


def told(seen: Counter[str], most: int = 8) -> str:
    """Return the functions seen most, each with its share, in a line."""
    total = seen.total() or 1
    return ", ".join(f"`{name}` {n / total:.0%}" for name, n in seen.most_common(most))
