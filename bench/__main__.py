"""`python -m bench`: makes its data, measures side by side, and writes RESULTS.md."""

import os
import platform
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from bench import endpoint
from bench.peers import BENCH_BIN, virtuoso_program
from bench.programmes import programmes, write
from loader.cli import load_paths

HERE = Path(__file__).resolve().parent

#: Triples of a generated programme, about; the ontology and the register come on top.
_PER_PROGRAMME = 1100


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


def main() -> None:
    """Measure and write the results."""
    parser = ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000, help="of the endpoint's data")
    parser.add_argument(
        "--rounds", type=int, default=3, help="measurements of which the median counts"
    )
    parser.add_argument("--work", type=Path, default=HERE / "work", help="where data are kept")
    parser.add_argument("--output", type=Path, default=HERE / "RESULTS.md")
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    releases = _release(asked.work, asked.triples)
    lines = [
        "# Results",
        "",
        *_machine(),
        "Times are beside the point; ratios in one run are not.",
        "",
    ]
    lines += ["## Endpoint", ""]
    for line in endpoint.report(asked.work, releases=releases, rounds=asked.rounds):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        lines.append(line)
    asked.output.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
