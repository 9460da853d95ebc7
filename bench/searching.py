"""Search: the first page from the index against SPARQL's CONTAINS, facets, and what the index costs to make.

The statements are those of generated programmes, as their gold has them, so nothing is extracted.
`python -m bench.searching 300000 DIR` prints the section of RESULTS.md.
"""

import re
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pyoxigraph as ox

from bench.programmes import Programme, programme
from loader.description import PROPERTIES
from loader.index import write_index
from loader.names import NAMESPACE, Names
from loader.register import register
from loader.triples import ontology, term
from server.index import Index

NAMES = Names()
_KINDS = {"target_groups": "target-group", "actors": "actor", "instruments": "instrument", "themes": "theme"}  # fmt: skip

#: Words that many, some and few statements have.
WORDS = ("kommunen", "socialtjänsten", "hemlösa", "personligt ombud", "hemlösa familjer")

#: What a page would ask of SPARQL: the first hits in the order of documents.
_CONTAINS = """
PREFIX vg: <https://w3id.org/valgraf/ns#>
SELECT ?statement ?quote ?document WHERE {{
  ?statement vg:quote ?quote ; vg:document ?document .
  FILTER (CONTAINS(LCASE(STR(?quote)), "{}"))
}} ORDER BY ?document ?statement LIMIT 25"""


def lines(one: Programme) -> Iterator[str]:
    """Yield the N-Triples of a programme's statements and of its document."""
    document = NAMES.iri("document", one.slug)
    place = one.about["municipality"]
    context = (
        f"<{term('vg:party').value}> <{NAMES.iri('party', one.about['party'])}>",
        f"<{term('vg:municipality').value}> <{NAMES.iri('municipality', place)}>",
        f"<{term('vg:county').value}> <{NAMES.iri('county', register().municipalities[place].county or '')}>",
        f'<{term("vg:election").value}> "{one.about["election"]}"^^<http://www.w3.org/2001/XMLSchema#gYear>',
    )
    a = term("rdf:type")
    yield f"<{document}> {a} <{NAMESPACE}Document> .\n"
    yield from (f'<{document}> {term("rdfs:label")} "{one.slug}"@{tag} .\n' for tag in ("sv", "en"))
    yield from (f"<{document}> {fact} .\n" for fact in context)
    for proposal in one.proposals:
        quote = one.text[proposal["start"] : proposal["end"]]
        s = f"<{NAMES.statement(one.slug, quote)}>"
        yield f"{s} {a} <{NAMESPACE}Proposal> .\n"
        yield f"{s} {term('vg:document')} <{document}> .\n"
        yield from (f"{s} {fact} .\n" for fact in context)
        yield f"{s} {term('vg:quote')} {ox.Literal(quote, language='sv')} .\n"
        yield f'{s} {term("nif:beginIndex")} "{proposal["start"]}"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> .\n'
        links = [("stance", proposal["stance"])]
        links += [(kind, id_) for key, kind in _KINDS.items() for id_ in proposal[key]]
        yield from (f"{s} {term(PROPERTIES[k])} <{NAMES.iri(k, id_)}> .\n" for k, id_ in links)  # type: ignore[index]


def write_graph(path: Path, statements: int) -> None:
    """Write the sorted N-Triples of the ontology and at least so many statements."""
    with path.with_suffix(".unsorted").open("w", encoding="utf-8") as file:
        file.writelines(f"{triple} .\n" for triple in ontology(NAMES))
        made = 0
        for number in count():
            one = programme(number)
            made += len({one.text[p["start"] : p["end"]] for p in one.proposals})
            file.writelines(lines(one))
            if made >= statements:
                break
    with path.open("wb") as file:
        subprocess.run(["sort", "-u", path.with_suffix(".unsorted")], stdout=file, env={"LC_ALL": "C"}, check=True)  # fmt: skip
    path.with_suffix(".unsorted").unlink()


def built(graph: Path, index: Path) -> tuple[float, float]:
    """Return seconds of processor time and MiB at the peak that a process of its own takes to make an index."""
    index.unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "bench.searching", "--index", graph, index], check=True, capture_output=True, text=True
    )  # fmt: skip
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)


def best(ask: Callable[[], object], times: int = 3) -> float:
    """Return the milliseconds of the fastest of some runs."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - begun)
    return min(taken) * 1000


def report(work: Path, statements: int) -> Iterator[str]:
    """Yield the lines of the section."""
    costs = {}
    for scale in (statements // 4, statements):
        write_graph(work / "graph.nt", scale)
        costs[scale] = built(work / "graph.nt", work / "index.sqlite")
    store = ox.Store()
    store.bulk_load(path=str(work / "graph.nt"), format=ox.RdfFormat.N_TRIPLES)
    index = Index.open(work)
    total = index.search().total
    yield f"### Search over {total:,} statements ({len(store):,} triples)\n"
    yield "| words | hits | index: first page, ms | SPARQL's CONTAINS, ms | ratio |"
    yield "|---|---|---|---|---|"
    for words in WORDS:
        query = _CONTAINS.format(words)
        page = best(lambda words=words: index.search(words))  # type: ignore[misc]
        contains = best(lambda query=query: list(store.query(query)), 2)  # type: ignore[misc, call-overload]
        yield f"| {words} | {index.search(words).total:,} | {page:.1f} | {contains:.0f} | 1/{contains / page:.0f} |"
    yield "\n| facets of | ms | counted |"
    yield "|---|---|---|"
    for words, filters in (("", {"party": ["c"]}), ("kommunen", {}), ("kommunen", {"theme": ["hemloshet-och-boende"], "stance": ["introduce"]})):  # fmt: skip
        index.facets(words, filters)
        facets = index.facets(words, filters)
        taken = best(lambda words=words, filters=filters: index.facets(words, filters))  # type: ignore[misc]
        yield f"| {words or 'all'}, {filters or 'no filter'} | {taken:.0f} | {'yes' if facets.counted else 'no'} |"
    small, large = costs.values()
    yield f"\nMaking the index takes {large[0] / total * 1e6:.0f} µs a statement ({small[0] / total * 4e6:.0f} µs at a quarter of them);"
    yield f"memory at the peak is {large[1]:.0f} MiB ({small[1]:.0f} MiB at a quarter): {(large[1] - small[1]) * 2**20 / (total * 3 / 4):.0f} bytes a statement."


def _peak() -> float:
    """Return the MiB that this process had at the most: its rusage would count what started it, too."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", told)[1]) / 1024  # type: ignore[index]


def _main() -> None:
    parser = ArgumentParser(prog="python -m bench.searching", description=__doc__)
    parser.add_argument("statements", type=int, nargs="?", default=300_000)
    parser.add_argument("directory", type=Path, nargs="?")
    parser.add_argument("--index", type=Path, nargs=2, help="only make the index of a graph")
    args = parser.parse_args()
    if args.index:
        write_index(*args.index, NAMES)
        print(time.process_time(), _peak())
        return
    args.directory.mkdir(parents=True, exist_ok=True)
    for line in report(args.directory, args.statements):
        print(line, flush=True)


if __name__ == "__main__":
    _main()
