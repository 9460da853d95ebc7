"""Each table of the cube of counts as two queries: read from its observations, and computed from the proposals."""

from loader.counts import DIMENSIONS, TABLES

__all__ = ["TABLES", "computed", "held"]

Table = tuple[str, ...]

_PREFIXES = """\
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX vg: <https://w3id.org/valgraf/ns#>
"""

#: Kinds whose property in the graph is written with a capital inside, or that have narrower concepts.
_PROPERTIES = {"target-group": "targetGroup"}
_CONCEPTS = frozenset({"theme", "target-group", "actor", "instrument"})


def held(table: Table) -> str:
    """Return the query that reads a table's keys and numbers from its observations."""
    keys = " ; ".join(f"vg:{DIMENSIONS[kind][0]} ?v{i}" for i, kind in enumerate(table))
    dataset = f"<https://w3id.org/valgraf/id/counts/{'-'.join(table)}>"
    return f"{_PREFIXES}SELECT {_keys(table)} ?n {{ ?o qb:dataSet {dataset} ; vg:proposals ?n ; {keys} }}"


def computed(table: Table, *, narrower: bool = False) -> str:
    """Return the query that counts a table's proposals; with those linked to something narrower it is what the cube holds."""
    paths = " ; ".join(
        f"vg:{_PROPERTIES.get(kind, kind)}{'/skos:broader*' if narrower and kind in _CONCEPTS else ''} ?v{i}"
        for i, kind in enumerate(table)
    )
    keys = _keys(table)
    return f"{_PREFIXES}SELECT {keys} (COUNT(DISTINCT ?p) AS ?n) {{ ?p a vg:Proposal ; {paths} }} GROUP BY {keys}"


def _keys(table: Table) -> str:
    return " ".join(f"?v{i}" for i in range(len(table)))
