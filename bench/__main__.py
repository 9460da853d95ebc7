"""`python -m bench`: makes its data, measures side by side, and writes RESULTS.md."""

import os
import platform
import shutil
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from bench import endpoint, extraction, loading, lookups, pages, searching
from bench.peers import BENCH_BIN, virtuoso_program
from bench.programmes import programmes, write
from loader.cli import load_paths

HERE = Path(__file__).resolve().parent

#: Triples of a generated programme, about; the ontology and the register come on top.
_PER_PROGRAMME = 2100


def _release(work: Path, triples: int) -> Path:
    """Return a directory of releases whose current one has about so many triples."""
    count = max(1, triples // _PER_PROGRAMME)
    documents, releases = work / f"documents-{count}", work / f"releases-{count}"
    if not documents.exists():
        write(documents, programmes(count), gold=False)
    if not (releases / "current").exists():
        load_paths((documents,), releases)
    return releases


def _machine() -> Iterator[str]:
    """Yield the lines that say what was measured on what."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    yield f"Machine: {os.cpu_count()} processors ({cpu}), {memory:.0f} GiB, {platform.system()} {platform.release()}."
    names = ("valgraf", "pyoxigraph", "granian", "oxigraph")
    versions = [f"{name} {version(name)}" for name in names]
    for name, command in {
        "Virtuoso": [virtuoso_program(), "--version"] if virtuoso_program() else None,
        "rdflib-endpoint": [
            BENCH_BIN / "python",
            "-c",
            "from importlib.metadata import version; print(version('rdflib-endpoint'))",
        ],
    }.items():
        if command and Path(str(command[0])).exists():
            told = subprocess.run(
                [str(part) for part in command], check=False, capture_output=True, text=True
            )
            said = (told.stdout + told.stderr).strip().splitlines()
            number = next((w for line in said for w in line.split() if w[:1].isdigit()), "?")
            versions.append(f"{name} {number}")
    yield f"Versions: Python {platform.python_version()}, {', '.join(versions)}."


def _endpoint(work: Path, asked: Namespace) -> Iterator[str]:
    for triples in asked.triples:
        yield f"### About {triples:,} triples\n"
        peers = work / f"peers-{triples}"
        yield from endpoint.report(peers, releases=_release(work, triples), rounds=asked.rounds)
        yield ""


def _lookups(work: Path, asked: Namespace) -> Iterator[str]:
    sizes = min(asked.triples), max(asked.triples)
    yield from lookups.report(work, [_release(work, triples) for triples in sizes])


def _pages(work: Path, asked: Namespace) -> Iterator[str]:
    yield from pages.report(work, releases=_release(work, min(asked.triples)))
    country = work / f"releases-{max(asked.programmes)}"
    if country.exists():  # what Loading made
        yield ""
        yield from pages.report(work, releases=country)


def _searching(work: Path, asked: Namespace) -> Iterator[str]:
    yield from searching.report(work, max(asked.triples) // 25)


#: Section → what yields its lines; each is kept in a file, so that they may be measured one by one.
_SECTIONS = {
    "Extraction": lambda work, _: extraction.report(work),
    "Loading": lambda work, asked: loading.report(work, tuple(asked.programmes)),
    "Endpoint": _endpoint,
    "Look-ups": _lookups,
    "Pages": _pages,
    "Search": _searching,
}


def main() -> None:
    """Measure and write the results."""
    parser = ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("sections", nargs="*", help=f"of {', '.join(_SECTIONS)}; all by default")
    parser.add_argument(
        "--triples",
        type=int,
        nargs="+",
        default=[100_000, 1_000_000, 5_000_000],
        help="of the data",
    )
    parser.add_argument(
        "--programmes", type=int, nargs="+", default=[100, 1_000, 10_000], help="to load"
    )
    parser.add_argument(
        "--rounds", type=int, default=1, help="measurements of which the median counts"
    )
    parser.add_argument("--work", type=Path, default=HERE / "work", help="where data are kept")
    parser.add_argument("--output", type=Path, default=HERE / "RESULTS.md")
    asked = parser.parse_args()
    if unknown := set(asked.sections) - set(_SECTIONS):
        parser.error(f"no section {', '.join(unknown)}; there are {', '.join(_SECTIONS)}")
    if shutil.which("wrk") is None:
        parser.error("there is no wrk, which makes the load; on Debian: apt-get install wrk")
    asked.work.mkdir(parents=True, exist_ok=True)
    for name in asked.sections or _SECTIONS:
        with (asked.work / f"{name}.md").open("w", encoding="utf-8") as file:
            for line in _SECTIONS[name](asked.work, asked):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()
                file.write(f"{line}\n")
    lines = ["# Results", "", *_machine(), "Times are beside the point; ratios in one run are not."]
    for name in _SECTIONS:
        if (asked.work / f"{name}.md").exists():
            lines += ["", f"## {name}", "", (asked.work / f"{name}.md").read_text("utf-8").strip()]
    asked.output.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
