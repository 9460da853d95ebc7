"""How a load is told: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from loader.documents import Outcome
from loader.release import Built


class Told(Protocol):
    """What is called with each document's outcome."""

    def __call__(self, outcome: Outcome) -> None:
        """Tell one outcome."""
        ...


@contextmanager
def progress(total: int) -> Iterator[Told]:
    """Show how many of `total` documents are done and how many statements were found."""
    console = Console(stderr=True)
    if console.is_terminal:
        with _bar(console, total) as told:
            yield told
    else:
        yield _Lines(total)


@contextmanager
def _bar(console: Console, total: int) -> Iterator[Told]:
    columns = (
        TextColumn("documents"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[found]} statements"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("load", total=total, found=0)
        found = 0

        def told(outcome: Outcome) -> None:
            nonlocal found
            found += _statements(outcome)
            bar.update(task, advance=1, found=found)
            for line in _faults(outcome):
                bar.console.print(line, markup=False, highlight=False)

        yield told


class _Lines:
    """Plain lines: each fault at once, and about ten others in all."""

    def __init__(self, total: int) -> None:
        self.total, self.done, self.found = total, 0, 0

    def __call__(self, outcome: Outcome) -> None:
        self.done += 1
        self.found += _statements(outcome)
        for line in _faults(outcome):
            sys.stderr.write(f"{line}\n")
        if self.done % max(1, self.total // 10) == 0 or self.done == self.total:
            sys.stderr.write(f"{self.done} of {self.total} documents, {self.found} statements\n")
            sys.stderr.flush()


def _faults(outcome: Outcome) -> list[str]:
    """Return the lines that tell what is wrong with a document, and with corrections of it."""
    return [f"valgraf: {line}" for line in (outcome.error, *outcome.idle) if line]


def _statements(outcome: Outcome) -> int:
    return outcome.counts["proposals"] + outcome.counts["achievements"]


def summary(built: Built) -> str:
    """Return the lines that close a load."""
    counts = built.manifest["counts"]
    links = ", ".join(f"{number} {scheme}" for scheme, number in counts["links"].items())
    failed = f", {len(built.failed)} not read" if built.failed else ""
    return (
        f"{counts['documents']} documents{failed}, {counts['proposals']} proposals, {counts['achievements']} achievements\n"
        f"links: {links}\n"
        f"{counts['triples']} triples in {built.seconds:.1f} s\n"
        f"release {built.manifest['id']}\n"
        f"in {built.path}"
    )
