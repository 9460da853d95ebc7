"""How many proposals there are by party, place, election and concept: cross tables as RDF Data Cube observations.

A concept counts the proposals that are linked to it or to anything narrower, as the facets of the pages do.
"""

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from loader.names import NAMESPACE, Names

_QB = "http://purl.org/linked-data/cube#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_RDFS_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_MEASURE = NamedNode(f"{NAMESPACE}proposals")

#: Kind of entity → its dimension, and how a table's label names it.
DIMENSIONS = {
    "party": ("ofParty", "parti", "party"),
    "municipality": ("ofMunicipality", "kommun", "municipality"),
    "county": ("ofCounty", "län", "county"),
    "election": ("ofElection", "val", "election"),
    "theme": ("ofTheme", "sakområde", "theme"),
    "target-group": ("ofTargetGroup", "målgrupp", "target group"),
    "actor": ("ofActor", "aktör", "actor"),
    "instrument": ("ofInstrument", "insats", "instrument"),
    "stance": ("ofStance", "hållning", "stance"),
}

#: The tables: what home, entities' pages and comparisons show, and what is asked most; not the full product.
TABLES: tuple[tuple[str, ...], ...] = (
    *((kind,) for kind in DIMENSIONS),
    *(("party", kind) for kind in DIMENSIONS if kind != "party"),
    *(("municipality", kind) for kind in ("election", "theme", "target-group", "actor", "instrument", "stance")),
    *(("county", kind) for kind in ("theme", "target-group")),
    *(("election", kind) for kind in ("theme", "target-group")),
    *(("theme", kind) for kind in ("target-group", "actor", "instrument", "stance")),
    *(("target-group", kind) for kind in ("actor", "instrument", "stance")),
    *(("actor", kind) for kind in ("instrument", "stance")),
    ("instrument", "stance"),
    ("party", "instrument", "stance"),
    ("municipality", "instrument", "stance"),
)  # fmt: skip


#: Kind → key → the statements that an entity of a release has, as the bits of a number.
Sets = Mapping[str, Mapping[str, int]]


def observations(sets: Sets, names: Names) -> Iterator[Triple]:
    """Yield the structures and the observations of all tables, counted from the statements of each entity."""
    proposals = sets["kind"].get("proposal", 0)
    for table in TABLES:
        yield from _structure(table, names)
        for keys, number in _cells(table, sets, proposals):
            yield from _observation(table, keys, number, names)


def _cells(kinds: Sequence[str], sets: Sets, bits: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the keys and the number of each cell of a table that is not empty."""
    if not kinds:
        yield (), bits.bit_count()
        return
    for key, own in sets.get(kinds[0], {}).items():
        if both := bits & own:
            for keys, number in _cells(kinds[1:], sets, both):
                yield (key, *keys), number


def _structure(table: Sequence[str], names: Names) -> Iterator[Triple]:
    """Yield a table's data set and the structure of its observations."""
    name = "-".join(table)
    dataset = NamedNode(names.iri("counts", name))
    structure = NamedNode(names.iri("structure", name))
    labels = [DIMENSIONS[kind][1:] for kind in table]
    for subject, sv, en in (
        (dataset, "Antal förslag efter", "Number of proposals by"),
        (structure, "Struktur: antal förslag efter", "Structure: number of proposals by"),
    ):
        yield Triple(subject, _RDFS_LABEL, Literal(f"{sv} {_listed([s for s, _ in labels], 'och')}", language="sv"))  # fmt: skip
        yield Triple(subject, _RDFS_LABEL, Literal(f"{en} {_listed([e for _, e in labels], 'and')}", language="en"))  # fmt: skip
    yield Triple(dataset, _RDF_TYPE, NamedNode(f"{_QB}DataSet"))
    yield Triple(dataset, NamedNode(f"{_QB}structure"), structure)
    yield Triple(structure, _RDF_TYPE, NamedNode(f"{_QB}DataStructureDefinition"))
    properties = [NamedNode(NAMESPACE + DIMENSIONS[kind][0]) for kind in table]
    for order, found in enumerate((*properties, _MEASURE), 1):
        component = NamedNode(f"{structure.value}#{found.value.removeprefix(NAMESPACE)}")
        role = "measure" if found == _MEASURE else "dimension"
        yield Triple(structure, NamedNode(f"{_QB}component"), component)
        yield Triple(component, _RDF_TYPE, NamedNode(f"{_QB}ComponentSpecification"))
        yield Triple(component, NamedNode(f"{_QB}{role}"), found)
        yield Triple(component, NamedNode(f"{_QB}order"), _integer(order))


def _listed(words: Sequence[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else words[0]


def _observation(
    table: Sequence[str], keys: Sequence[str], number: int, names: Names
) -> Iterator[Triple]:
    """Yield one cell; its IRI is that of the table and the keys."""
    name = "-".join(table)
    s = NamedNode(names.iri("observation", name, *keys))
    yield Triple(s, _RDF_TYPE, NamedNode(f"{_QB}Observation"))
    yield Triple(s, NamedNode(f"{_QB}dataSet"), NamedNode(names.iri("counts", name)))
    for kind, key in zip(table, keys, strict=True):
        year = kind == "election"
        value = Literal(key, datatype=NamedNode(f"{_XSD}gYear")) if year else NamedNode(names.iri(kind, key))  # fmt: skip
        yield Triple(s, NamedNode(NAMESPACE + DIMENSIONS[kind][0]), value)
    yield Triple(s, _MEASURE, _integer(number))


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(f"{_XSD}integer"))
