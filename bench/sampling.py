"""Where a program spends its time, by looking every few milliseconds: cheap enough to stand beside any figure."""

import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from loader import ROOT

#: Seconds of processor time between two looks.
_INTERVAL = 0.005


@contextmanager
def sampled() -> Iterator[Counter[str]]:
    """Count in which of the project's functions the main thread is, as `module.function`, until the block is left.

    By the kernel's timer, not by a thread: one would look where the interpreter's lock is given up.
    """
    seen: Counter[str] = Counter()

    def look(_: int, frame: FrameType | None) -> None:
        seen[_place(frame)] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _INTERVAL, _INTERVAL)
    try:
        yield seen
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


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
