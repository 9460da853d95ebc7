"""How fast text becomes statements, beside what spaCy's PhraseMatcher takes for the mere labels of the schemes."""

import json
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from bench.peers import BENCH_BIN
from bench.programmes import programmes
from loader import ROOT
from loader.extraction import extract

_SKOS = "http://www.w3.org/2004/02/skos/core#"


def labels() -> list[str]:
    """Return the Swedish labels of all schemes."""
    names = {f"{_SKOS}{name}Label" for name in ("pref", "alt", "hidden")}
    return sorted({
        quad.object.value
        for path in (ROOT / "ontology" / "schemes").glob("*.ttl")
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        if quad.predicate.value in names and quad.object.language == "sv"
    })  # fmt: skip


def texts() -> dict[str, list[str]]:
    """Return texts by what they are: the documents that come with the project, and generated programmes."""
    folders = (ROOT / "corpus", ROOT / "tests" / "loader" / "gold")
    written = [
        p.read_text(encoding="utf-8") for folder in folders for p in sorted(folder.glob("*.txt"))
    ]
    return {
        "pages and programmes": written * 4,
        "generated, a demand a line": [one.text for one in programmes(200)],
    }


def seconds(given: Sequence[str]) -> float:
    """Return the processor time that extraction takes, the best of three."""
    took = []
    for _ in range(3):
        begun = time.process_time()
        for text in given:
            extract(text)
        took.append(time.process_time() - begun)
    return min(took)


def report(_: Path) -> Iterator[str]:
    """Yield the figures as Markdown."""
    known = labels()
    yield f"Megabytes of text a second and core; spaCy looks for {len(known)} labels and does no more.\n"
    yield "| text | MB | extraction | spaCy's PhraseMatcher | ratio |"
    yield "|---|---|---|---|---|"
    for name, given in texts().items():
        size = sum(len(text.encode()) for text in given) / 1e6
        ours = size / seconds(given)
        told = subprocess.run(
            [BENCH_BIN / "python", "-m", "bench.phrases"],
            input=json.dumps({"labels": known, "texts": given}),
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        theirs = size / float(told.stdout)
        yield f"| {name} | {size:.1f} | {ours:.2f} | {theirs:.2f} | {ours / theirs:.2f} |"


if __name__ == "__main__":
    for line in report(Path()):
        print(line, flush=True)
