"""Lists of statements: filtered, counted by facet, one page at a time."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode

from server.errors import BadRequest
from server.index import Entity, Hit, Index
from server.index import values as index_values
from server.prefixes import PREFIXES
from server.questions import Term

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
    "county": "county",
    "branch": "branch",
    "document": "document",
}
#: The filters that pages offer with their counts.
OFFERED = tuple(FILTERS)[:8]
CONCEPTS = frozenset({"theme", "target-group", "actor", "instrument", "stance"})
KINDS = ("proposal", "achievement")
SORTS = ("relevance", "document", "newest")

#: Statements on a page.
PAGE = 25

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")


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
    """A value of a facet: its slug or year, and how many statements have it, and of those of the largest what share."""

    slug: str
    label: Term
    n: int | None  # None where counting would have taken too long
    share: float  # percent
    iri: str  # "" of a year


@dataclass(frozen=True)
class Listing:
    """One page of statements, how many there are of each kind, the facets of them all, and the cursor of the next page."""

    items: tuple[Item, ...]
    facets: Mapping[str, tuple[Value, ...]]
    counts: Mapping[str, int | None]
    after: str
    ranked: bool


@dataclass(frozen=True)
class Asked:
    """What a list is asked for: the kind of statements, filters, words, order, and the cursor to start after."""

    filters: Mapping[str, str]
    kind: str = "proposal"
    words: str = ""
    sort: str = ""
    after: str = ""

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> Self:
        """Return what a request's parameters ask; raises BadRequest for values that cannot be."""
        filters = {name: parameters[name] for name in FILTERS if parameters.get(name)}
        for name, value in filters.items():
            if not _SLUG.fullmatch(value):
                raise BadRequest(f"{name} is a name of small letters, digits and hyphens.")
        if not re.fullmatch(r"\d{4}", filters.get("election", "2022")):
            raise BadRequest("election is a year of four digits.")
        kind, sort = parameters.get("kind") or "proposal", parameters.get("sort", "")
        if kind not in KINDS:
            raise BadRequest(f"kind is one of {', '.join(KINDS)}.")
        if sort and sort not in SORTS:
            raise BadRequest(f"sort is one of {', '.join(SORTS)}.")
        words = " ".join(parameters.get("q", "").split())[:200]
        return cls(filters, kind, words, sort, parameters.get("after", ""))

    @property
    def order(self) -> str:
        """Return the order that is asked for, by default the best first where there are words."""
        return self.sort or ("relevance" if self.words else "document")

    @property
    def orders(self) -> tuple[str, ...]:
        """Return the orders that make sense: by relevance for words alone."""
        return SORTS if self.words else SORTS[1:]

    def parameters(self, **changed: str) -> dict[str, str]:
        """Return the parameters of this list's address with some changed; an empty one is left out."""
        own = {
            "q": self.words,
            **self.filters,
            "kind": "" if self.kind == "proposal" else self.kind,
            "sort": self.sort,
        }
        return {name: value for name, value in {**own, **changed}.items() if value}

    def patterns(self, base: str) -> Iterator[str]:
        """Yield the patterns that a statement must match, in SPARQL."""
        yield f"?statement a vg:{self.kind.capitalize()} ."
        if self.words:
            yield "?statement vg:quote ?words ."
        for word in self.words.lower().replace('"', " ").split():
            yield f"FILTER (CONTAINS(LCASE(?words), {Literal(word)}))"
        for name, value in self.filters.items():
            if name == "election":
                year = Literal(value, datatype=NamedNode(f"{PREFIXES['xsd']}gYear"))
                yield f"?statement vg:election {year} ."
            else:
                path = f"vg:{FILTERS[name]}" + ("/skos:broader*" if name in CONCEPTS else "")
                yield f"?statement {path} {NamedNode(f'{base}/id/{name}/{value}')} ."

    def sparql(self, base: str) -> str:
        """Return the whole list as a query that people can read and change."""
        lines = "\n  ".join(self.patterns(base))
        prefixes = "".join(f"PREFIX {p}: <{PREFIXES[p]}>\n" for p in ("skos", "vg", "xsd"))
        label = (
            '  OPTIONAL {{ ?statement vg:{0}/skos:prefLabel ?{0} . FILTER (LANG(?{0}) = "sv") }}\n'
        )
        return (
            f"{prefixes}\nSELECT DISTINCT ?statement ?quote ?party ?municipality ?election ?stance ?document\nWHERE {{\n"
            f"  {lines}\n  ?statement vg:quote ?quote ; vg:document ?document .\n"
            + "".join(label.format(name) for name in ("party", "municipality", "stance"))
            + "  OPTIONAL { ?statement vg:election ?election }\n}\nORDER BY ?statement\n"
        )


def listing(index: Index, base: str, asked: Asked, language: str, *, most: int = PAGE) -> Listing:
    """Return a page of the list that is asked for."""
    chosen = {name: [value] for name, value in asked.filters.items()}
    page = index.search(
        asked.words,
        {**chosen, "kind": [asked.kind]},
        sort=asked.order,
        after=asked.after or None,
        limit=most,
    )
    found = index.facets(asked.words, {**chosen, "kind": [asked.kind]}, of=(*OFFERED, "kind"))
    numbers = {value.entity.key: value.count for value in found.values["kind"]}
    return Listing(
        tuple(item(hit, base, language) for hit in page.hits),
        {name: values(found.values[name], base, language) for name in OFFERED},
        {**dict.fromkeys(KINDS, 0), **numbers, asked.kind: page.total},
        page.next or "",
        page.ranked,
    )


def values(found: Iterable[index_values.Value], base: str, language: str) -> tuple[Value, ...]:
    """Return the values of a facet, those with most statements first."""
    counted = tuple(found)
    top = max((value.count or 0 for value in counted), default=0) or 1

    def value(it: index_values.Value) -> Value:
        iri = "" if it.entity.kind == "election" else f"{base}/id/{it.entity.path}"
        share = 100 * (it.count or 0) / top
        return Value(it.entity.key, label(it.entity, language), it.count, share, iri)

    return tuple(value(it) for it in counted)


def label(entity: Entity, language: str) -> Term:
    """Return what an entity is called."""
    return Term(entity.label(language), language="" if entity.kind == "election" else language)


def named(entity: Entity, base: str, language: str) -> Named:
    """Return an entity and what it is called."""
    return Named(f"{base}/id/{entity.path}", label(entity, language))


def item(hit: Hit, base: str, language: str) -> Item:
    """Return a statement of the index as lists show it."""
    return Item(
        f"{base}/id/{hit.path}",
        Term(hit.quote, language="sv"),
        hit.kind == "proposal",
        named(hit.document, base, language),
        named(hit.party, base, language) if hit.party else None,
        named(hit.municipality, base, language) if hit.municipality else None,
        named(hit.stance, base, language) if hit.stance else None,
        hit.election or "",
        marked(hit) if hit.marks else None,
    )


def marked(hit: Hit) -> Markup:
    """Return a quote with the words marked that were searched for."""
    found, at = Markup(""), 0
    for start, end in hit.marks:
        found += Markup("{}<mark>{}</mark>").format(hit.quote[at:start], hit.quote[start:end])
        at = end
    return found + hit.quote[at:]
