"""What a load costs: per stage, per document as the corpus grows, by processes, and beside Oxigraph's own loader."""

import ctypes
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from bench.peers import unpacked
from bench.programmes import programmes, write
from bench.sampling import sampled, told
from loader.corpus import Document, read_corpus
from loader.description import describe
from loader.documents import Task, extracted, handle, rows
from loader.extraction import extract
from loader.names import Names
from loader.passages import passages
from loader.reading import read
from loader.recognition import recognise
from loader.register import Register, register
from loader.release import build
from loader.runs import Run
from loader.segments import segment

BIN = Path(sys.executable).parent


def corpus(work: Path, count: int, statements: int) -> tuple[Path, float]:
    """Return a folder of so many programmes, and its megabytes of text."""
    folder = work / f"programmes-{count}-{statements}"
    if not folder.exists():
        write(folder, programmes(count, statements=statements), gold=False)
    return folder, sum(path.stat().st_size for path in folder.glob("*.txt")) / 1e6


def stages(folder: Path, work: Path) -> tuple[dict[str, float], str]:
    """Return the seconds of processor time that each stage takes over a folder's documents, and a sampled profile."""
    spent: Counter[str] = Counter()
    names, known, runs = Names(), register(), work / "stage-runs"
    runs.mkdir(exist_ok=True)
    documents = read_corpus([folder]).documents
    extract(read(documents[0].file).text)  # the lexicon is read once
    with sampled() as seen:
        for number, document in enumerate(documents):
            spent.update(_stages(document, Run.of(runs, str(number)), names, known))
    shutil.rmtree(runs)
    return dict(spent), told(seen)


def _stages(document: Document, run: Run, names: Names, known: Register) -> Counter[str]:
    """Return the seconds of processor time that each stage takes over a document."""
    parties = known.party_names(document.party)
    marks = [time.process_time()]
    text = read(document.file)
    marks.append(time.process_time())
    units = segment(text.text, text.headings)
    marks.append(time.process_time())
    list(recognise(passages(text.text, units), parties))
    marks.append(time.process_time())
    found = extracted(document, text, known)
    marks.append(time.process_time())
    triples = list(describe(document, text, found, names=names, register=known, activity="0"))
    marks.append(time.process_time())
    run.write(triples, {"tables": rows(document, text, found, names)})
    marks.append(time.process_time())
    took = [b - a for a, b in pairwise(marks)]
    spent = Counter(dict(zip(("read", "segment", "recognise", "link", "describe", "write"), took, strict=True)))  # fmt: skip
    spent["link"] -= took[1] + took[2]  # the whole extraction was timed, its first parts twice
    return spent


def measured(command: list[str]) -> tuple[float, float, int]:
    """Return wall seconds, processor seconds and peak KiB (of its largest process) of a command."""
    ctypes.CDLL(None).prctl(
        36, 1
    )  # PR_SET_CHILD_SUBREAPER: what the command leaves is waited for here
    begun = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        told = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        took = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(told.decode())
    every = [used, *_left(process.pid)]
    return took, sum(u.ru_utime + u.ru_stime for u in every), max(u.ru_maxrss for u in every)


def _left(group: int) -> Iterator[resource.struct_rusage]:
    """Yield what the processes used that a command leaves: what its workers were forked from."""
    with suppress(ChildProcessError):
        while True:
            yield os.wait4(-group, 0)[2]


def by_processes(folder: Path, work: Path) -> dict[int, tuple[float, float]]:
    """Return what one and two processes take to handle a folder's documents: seconds, and seconds of processor time.

    They take turns; of three rounds the best counts.
    """
    documents = read_corpus([folder]).documents
    best: dict[int, tuple[float, float]] = {}
    for turn in range(3):
        for processes in (1, 2):
            runs = work / f"runs-{turn}-{processes}"
            runs.mkdir()
            tasks = [Task(d, (), Names().base, "0", runs) for d in documents]
            before = _spent()
            with ProcessPoolExecutor(processes) as pool:
                list(pool.map(handle, tasks[:processes]))  # started, the lexicon read
                begun = time.perf_counter()
                list(pool.map(handle, tasks, chunksize=4))
                took = time.perf_counter() - begun
            spent = _spent() - before
            best[processes] = min((took, spent), best.get(processes, (took, spent)))
            shutil.rmtree(runs)
    return best


def _spent() -> float:
    """Return the processor seconds of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def release_profile(folder: Path, releases: Path) -> str:
    """Return where the loader itself spends its time once the documents are handled: their runs stand from a load before."""
    with sampled() as seen, ThreadPoolExecutor(1) as executor:
        build(read_corpus([folder]), releases, executor, names=Names())
    return told(seen)


def report(
    work: Path, counts: tuple[int, ...] = (100, 1_000, 10_000), statements: int = 40
) -> Iterator[str]:
    """Yield the figures as Markdown."""
    folder, size = corpus(work, counts[0], statements)
    yield f"### Stages ({counts[0]} programmes, {size:.1f} MB, one process)\n"
    yield "| stage | share | MB/s | documents/s |"
    yield "|---|---|---|---|"
    spent, profile = stages(folder, work)
    for stage, seconds in spent.items():
        yield f"| {stage} | {seconds / sum(spent.values()):.0%} | {size / seconds:.2f} | {counts[0] / seconds:.0f} |"
    extraction = sum(spent[stage] for stage in ("segment", "recognise", "link"))
    yield f"\nExtraction (segment, recognise, link): {size / extraction:.2f} MB of text per second and core."
    yield f"Sampled, most of the time is spent in {profile}."
    (alone, once), (together, twice) = by_processes(folder, work).values()
    yield f"Two processes handle them {alone / together:.2f} times as fast as one, with {twice / once:.2f} times its processor time.\n"
    yield "### Cost as the corpus grows\n"
    yield "| programmes | MB | triples | documents/s | processor ms per document | peak MiB of a process |"
    yield "|---|---|---|---|---|---|"
    for count in counts:
        folder, size = corpus(work, count, statements)
        releases = work / f"releases-{count}"
        wall, cpu, peak = measured(
            [str(BIN / "valgraf"), "load", str(folder), "--releases", str(releases)]
        )
        manifest = json.loads((releases / "current" / "manifest.json").read_text())
        triples = manifest["counts"]["triples"]
        yield f"| {count} | {size:.1f} | {triples} | {count / wall:.1f} | {1000 * cpu / count:.1f} | {peak / 1024:.0f} |"
        if count == counts[min(1, len(counts) - 1)]:
            profile = release_profile(folder, releases)
    yield f"\nOnce {counts[min(1, len(counts) - 1)]} programmes are handled, the loader itself is in {profile}."
    yield "\n### Beside Oxigraph's own loader\n"
    plain = unpacked(releases / "current" / "graph.nt.gz", work / "graph.nt")
    store = work / "loaded"
    theirs, _, _ = measured([str(BIN / "oxigraph"), "load", "--location", str(store), "--file", str(plain)])  # fmt: skip
    shutil.rmtree(store)
    plain.unlink()
    yield f"From text to store, N-Triples, Turtle, tables and index: {theirs / wall:.2f} of the rate at which `oxigraph load` takes the finished {triples} triples in."


if __name__ == "__main__":
    parser = ArgumentParser(prog="python -m bench.loading", description=__doc__)
    parser.add_argument("work", type=Path, help="a directory for what is made")
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--statements", type=int, default=40, help="proposals of each programme")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    for line in report(args.work, tuple(args.counts), args.statements):
        print(line, flush=True)
