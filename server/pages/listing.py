"""Lists of statements: filtered, counted by facet, one page at a time."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode

from server.errors import BadRequest
from server.prefixes import PREFIXES
from server.questions import Labels, Row, Term, ask
from server.serving import Serving

#: Filter → property. A filter's value is the last part of an entity's path, or a year.
FILTERS = {
    "party": "party",
    "municipality": "municipality",
    "theme": "theme",
    "target-group": "targetGroup",
    "actor": "actor",
    "instrument": "instrument",
    "stance": "stance",
    "election": "election",
    "branch": "branch",
    "county": "county",
    "term": "term",
    "document": "document",
    "rule": "rule",
}
#: The filters that pages offer with their counts.
FACETS = tuple(FILTERS)[:8]
CONCEPTS = frozenset({"theme", "target-group", "actor", "instrument", "stance"})

#: Order → the property that the list is ordered by; the statement's IRI (its document and words) decides after it.
SORTS = {
    "document": "document",
    "party": "party",
    "municipality": "municipality",
    "newest": "election",
}

#: Statements on a page; listing.rq asks for one more.
PAGE = 25

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_FACET_OF = {f"{PREFIXES['vg']}{name}": facet for facet, name in FILTERS.items()}


@dataclass(frozen=True)
class Named:
    """An entity and what it is called."""

    iri: str
    label: Term

    @property
    def slug(self) -> str:
        """Return the last part of its path."""
        return Term(self.iri).local


@dataclass(frozen=True)
class Item:
    """A statement as lists show it."""

    iri: str
    quote: Term
    proposal: bool
    document: Named
    party: Named | None
    place: Named | None
    stance: Named | None
    election: str
    marked: Markup | None = None  # the quote with the words that were searched for


@dataclass(frozen=True)
class Value:
    """A value of a facet: its slug or year, its label, how many statements have it, and of those with most what share."""

    slug: str
    label: Term
    n: int
    share: float  # percent
    iri: str = ""


@dataclass(frozen=True)
class Listing:
    """One page of statements, the facets of them all, and the key that the next page starts after."""

    items: tuple[Item, ...]
    facets: Mapping[str, tuple[Value, ...]]
    counts: Counter[str]  # by class: Proposal, Achievement
    after: str


@dataclass(frozen=True)
class Asked:
    """What a list is asked for: the class of statements, filters, order, and the key to start after."""

    filters: Mapping[str, str]
    kind: str = "Proposal"
    sort: str = "document"
    after: str = ""
    words: str = ""  # that the quote must hold

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> "Asked":
        """Return what a request's parameters ask; raises BadRequest for values that cannot be."""
        filters = {name: parameters[name] for name in FILTERS if parameters.get(name)}
        for name, value in filters.items():
            if not _SLUG.fullmatch(value):
                raise BadRequest(f"{name} is a name of small letters, digits and hyphens.")
        if "election" in filters and not re.fullmatch(r"\d{4}", filters["election"]):
            raise BadRequest("election is a year of four digits.")
        kind = parameters.get("kind", "proposal").capitalize()
        sort = parameters.get("sort") or "document"
        if kind not in {"Proposal", "Achievement"}:
            raise BadRequest("kind is proposal or achievement.")
        if sort not in SORTS:
            raise BadRequest(f"sort is one of {', '.join(SORTS)}.")
        words = parameters.get("q", "").strip()
        return cls(filters, kind, sort, parameters.get("after", ""), words)

    def parameters(self, **changed: str) -> dict[str, str]:
        """Return the parameters of this list's address with some changed; an empty one is left out."""
        own = {
            "q": self.words,
            **self.filters,
            "kind": "" if self.kind == "Proposal" else self.kind.lower(),
            "sort": "" if self.sort == "document" else self.sort,
        }
        return {name: value for name, value in {**own, **changed}.items() if value}

    def iri(self, base: str, name: str) -> str:
        """Return the IRI that a filter asks for."""
        return f"{base}/id/{name}/{self.filters[name]}"

    def patterns(self, base: str, *, any_kind: bool = False) -> Iterator[str]:
        """Yield the triple patterns that a statement must match, in SPARQL."""
        if not any_kind:
            yield f"?statement a vg:{self.kind} ."
        if self.words:
            yield "?statement vg:quote ?words ."
        for word in self.words.lower().split():
            yield f"FILTER (CONTAINS(LCASE(?words), {Literal(word)}))"
        for name, value in self.filters.items():
            if name == "election":
                year = Literal(value, datatype=NamedNode(f"{PREFIXES['xsd']}gYear"))
                yield f"?statement vg:election {year} ."
            else:
                path = f"vg:{FILTERS[name]}" + ("/skos:broader*" if name in CONCEPTS else "")
                yield f"?statement {path} {NamedNode(self.iri(base, name))} ."

    def sparql(self, base: str) -> str:
        """Return the whole list as a query that people can read and change."""
        lines = "\n  ".join(self.patterns(base))
        prefixes = "".join(f"PREFIX {p}: <{PREFIXES[p]}>\n" for p in ("rdfs", "skos", "vg", "xsd"))
        return (
            f"{prefixes}\nSELECT ?statement ?quote ?party ?municipality ?election ?stance ?document\nWHERE {{\n"
            f"  {lines}\n  ?statement vg:quote ?quote ; vg:document ?document .\n"
            '  OPTIONAL { ?statement vg:party/skos:prefLabel ?party . FILTER (LANG(?party) = "sv") }\n'
            '  OPTIONAL { ?statement vg:municipality/skos:prefLabel ?municipality . FILTER (LANG(?municipality) = "sv") }\n'
            "  OPTIONAL { ?statement vg:election ?election }\n"
            '  OPTIONAL { ?statement vg:stance/skos:prefLabel ?stance . FILTER (LANG(?stance) = "sv") }\n'
            "}\nORDER BY ?statement\n"
        )


async def listing(
    serving: Serving,
    asked: Asked,
    language: str,
    beside: Iterable[Row] = (),
    *,
    most: int = PAGE,
) -> tuple[Listing, Labels]:
    """Return a page of the list that is asked for, by three queries, and the labels of it and of the rows beside it."""
    base = serving.release.base
    rows = await ask(
        serving,
        "listing",
        filters="\n      ".join(asked.patterns(base)),
        sort=NamedNode(PREFIXES["vg"] + SORTS[asked.sort]),
        after=Literal(asked.after),
    )
    counted = await ask(serving, "facets", filters="\n  ".join(asked.patterns(base, any_kind=True)))
    named = chain.from_iterable(row.values() for row in chain(rows, counted, beside))
    labels = await Labels.of(serving, named, language)
    after = rows[PAGE - 1]["key"].value if len(rows) > PAGE else ""
    of_kind = [row for row in counted if row["class"].local == asked.kind]
    found = Listing(
        tuple(item(row, labels) for row in rows[:most]),
        facets(of_kind, labels),
        counts(counted),
        after,
    )
    return found, labels


def counts(rows: list[Row]) -> Counter[str]:
    """Return the number of statements by the local name of their class."""
    numbers = (row for row in rows if row["property"].local == "type")
    return Counter({row["value"].local: int(row["n"].value) for row in numbers})


def facets(rows: list[Row], labels: Labels) -> dict[str, tuple[Value, ...]]:
    """Return the values of each facet, those with most statements first."""
    found: dict[str, list[Value]] = defaultdict(list)
    for row in rows:
        if name := _FACET_OF.get(row["property"].value):
            found[name].append(_value(row, labels, found[name]))
    return {name: tuple(found[name]) for name in FACETS if name in found}


def _value(row: Row, labels: Labels, before: list[Value]) -> Value:
    value, n = row["value"], int(row["n"].value)
    share = 100 * n / (before[0].n if before else n)
    if value.type == "uri":
        return Value(value.local, labels[value.value], n, share, value.value)
    return Value(value.value, Term(value.value), n, share)


def item(row: Row, labels: Labels) -> Item:
    """Return a statement from a row of listing.rq."""

    def named(name: str) -> Named | None:
        return Named(row[name].value, labels[row[name].value]) if row[name] else None

    return Item(
        row["statement"].value,
        row["quote"],
        row["class"].local == "Proposal",
        Named(row["document"].value, labels[row["document"].value]),
        named("party"),
        named("place"),
        named("stance"),
        row["election"].value,
    )


def marked(found: Item, words: Markup) -> Item:
    """Return a statement with the words in it that were searched for."""
    return replace(found, marked=words)
