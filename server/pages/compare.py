"""Comparing parties or places: where they agree and disagree, in whose words, and a heat map of what they propose."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response

from server.errors import BadRequest
from server.pages.facts import alphabetical
from server.pages.listing import FILTERS, Asked, Listing, Named, Value
from server.pages.views import Page, View
from server.prefixes import PREFIXES
from server.questions import Labels, Row, Term, ask

#: What can be compared, and against what.
COLUMNS = ("party", "municipality")
ROWS = ("theme", "target-group", "instrument", "actor")
#: What a comparison can be narrowed to.
NARROWED = ("municipality", "party", "theme", "target-group", "election")

_MOST = 8
#: Matters of a list, those that most columns speak of.
_MATTERS = 10
#: Steps of the heat map's colour, the darkest for the largest number.
_HEATS = 5
#: Stances for an instrument, and against it; others are neither.
_FOR = frozenset({"introduce", "strengthen", "keep"})
_AGAINST = frozenset({"oppose"})

#: Column → what it was counted with: a row for each of its stances.
_Sides = dict[str, list[Row]]


@dataclass(frozen=True)
class Cell:
    """A number of the heat map: its heat from 0 to 5, and the address of its proposals."""

    n: int
    heat: int
    address: str


@dataclass(frozen=True)
class HeatRow:
    """A theme, group, instrument or actor, with its number in each column."""

    row: Named
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True)
class Side:
    """A party or place, its stances on a matter, and one of its proposals."""

    column: Named
    stances: tuple[Named, ...]
    proposal: str  # its IRI
    quote: str
    address: str


@dataclass(frozen=True)
class Matter:
    """What more than one column speaks of: those of one mind or of any, and those against them."""

    about: Named
    sides: tuple[Side, ...]
    opposing: tuple[Side, ...]


@dataclass(frozen=True)
class _Found:
    """A matter before anything is called by its name, or quoted."""

    row: str
    sides: _Sides
    opposing: _Sides

    @property
    def rows(self) -> Iterable[Row]:
        """Return all that its sides were counted with."""
        return chain(*self.sides.values(), *self.opposing.values())


@dataclass(frozen=True, kw_only=True)
class ComparePage(Page):
    """A comparison and the form that changes it."""

    template: ClassVar = "compare.html"

    by: str
    rows: str
    columns: tuple[Named, ...]
    short: Mapping[
        str, str
    ]  # slugs of the columns → what they are called where there is little room
    heat: tuple[HeatRow, ...]
    agreed: tuple[Matter, ...]
    disputed: tuple[Matter, ...]
    mentioned: tuple[Matter, ...]
    choices: Mapping[str, tuple[Value, ...]]
    narrowed: Mapping[str, str]
    compared: frozenset[str]  # slugs of the columns
    total: int


@dataclass(frozen=True)
class _Comparison:
    """What is compared: columns of a kind against rows of a kind, among the statements that pass the filters."""

    view: View
    by: str
    rows: str
    asked: Asked

    async def count(self, columns: Iterable[str]) -> list[Row]:
        """Return the numbers of compare.rq for some columns: of the rows, and of instruments."""
        vg = PREFIXES["vg"]
        return await ask(
            self.view.serving,
            "compare",
            filters="\n  ".join(self.asked.patterns(self.view.base)),
            chosen=[NamedNode(iri) for iri in columns],
            columns=NamedNode(vg + FILTERS[self.by]),
            kinds=[
                NamedNode(vg + FILTERS[kind]) for kind in dict.fromkeys(("instrument", self.rows))
            ],
        )

    def address(self, column: str, row: str) -> str:
        """Return the address of the proposals of one cell."""
        changed = {self.by: Term(column).local, row.split("/")[-2]: Term(row).local}
        return self.view.to("proposals", self.asked.parameters(**changed))


async def compare(request: Request) -> Response:
    """Return the comparison that is asked for, by default of the parties with most proposals against themes."""
    view = View(request)
    parameters = request.query_params
    by, rows = parameters.get("by") or "party", parameters.get("rows") or "theme"
    if by not in COLUMNS or rows not in ROWS:
        raise BadRequest(f"by is one of {', '.join(COLUMNS)}; rows one of {', '.join(ROWS)}.")
    narrowed = {n: parameters[n] for n in NARROWED if n != by and parameters.get(n)}
    asked = Asked.of(narrowed)
    it = _Comparison(view, by, rows, asked)
    of = tuple(dict.fromkeys(value for value in parameters.getlist("of") if value))
    if len(of) > _MOST:
        raise BadRequest(f"Up to {_MOST} can be compared.")
    every = await view.listing(Asked({}), most=1)
    among = await view.listing(asked, most=1)
    known = {value.slug: value.iri for value in every.facets[by]}
    columns = [known[slug] for slug in of if slug in known] or _largest(among, by)
    counted = await it.count(columns)
    agreed, disputed = _agreement(it, counted, columns)
    mentioned = _mentioned(it, counted, columns, {m.row for m in (*agreed, *disputed)})
    held = [row for matter in (*agreed, *disputed, *mentioned) for row in matter.rows]
    told = [
        *(Term(column, "uri") for column in columns),
        *(row["row"] for row in counted if row["kind"].local == FILTERS[rows]),
        *(term for row in held for term in (row["row"], row["stance"])),
    ]
    labels = await Labels.of(view.serving, told, view.language)
    quotes = await _quotes(view, held)
    page = ComparePage(
        title=view.word("nav_compare"),
        description=view.word("compare_intro"),
        by=by,
        rows=rows,
        columns=tuple(Named(iri, labels[iri]) for iri in columns),
        short=_short(view, columns) if by == "party" else {},
        heat=_heat(it, counted, labels, columns),
        agreed=_named(it, agreed, labels, quotes),
        disputed=_named(it, disputed, labels, quotes),
        mentioned=_named(it, mentioned, labels, quotes),
        choices={
            name: tuple(sorted(values, key=_by_label)) for name, values in every.facets.items()
        },
        narrowed=narrowed,
        compared=frozenset(Term(column).local for column in columns),
        total=among.counts["proposal"] or 0,
    )
    return view.page(page)


def _by_label(value: Value) -> str:
    return alphabetical(value.label.value)


def _largest(among: Listing, by: str) -> list[str]:
    """Return the IRIs of the columns with most proposals, in the order of their labels."""
    return [value.iri for value in sorted(among.facets[by][:_MOST], key=_by_label)]


def _heat(
    it: _Comparison, counted: list[Row], labels: Labels, columns: list[str]
) -> tuple[HeatRow, ...]:
    """Return the rows of the heat map, the largest first."""
    numbers: dict[str, Counter[str]] = defaultdict(Counter)
    for row in counted:
        if row["kind"].local != FILTERS[it.rows]:
            continue
        numbers[row["row"].value][row["column"].value] += int(row["n"].value)
    top = max((n for counter in numbers.values() for n in counter.values()), default=1)

    def cell(row: str, column: str, n: int) -> Cell:
        return Cell(n, -(-n * _HEATS // top), it.address(column, row) if n else "")

    found = [
        HeatRow(
            Named(row, labels[row]),
            tuple(cell(row, column, counter[column]) for column in columns),
            counter.total(),
        )
        for row, counter in numbers.items()
    ]
    return tuple(sorted(found, key=lambda r: (-r.total, r.row.label.value))[:40])


async def _quotes(view: View, held: Iterable[Row]) -> dict[str, str]:
    """Return the words of the statements that rows name, by one query."""
    nodes = [NamedNode(iri) for iri in sorted({row["one"].value for row in held})]
    rows = await ask(view.serving, "quotes", statements=nodes) if nodes else ()
    return {row["statement"].value: row["quote"].value for row in rows}


def _short(view: View, columns: Iterable[str]) -> dict[str, str]:
    """Return the parties' letters."""
    slugs = [Term(column).local for column in columns]
    found = {slug: view.index and view.index.entity("party", slug) for slug in slugs}
    return {slug: entity.notation for slug, entity in found.items() if entity and entity.notation}


def _spoken(it: _Comparison, counted: list[Row], kind: str) -> dict[str, _Sides]:
    """Return who speaks of each row of a kind, but for those that all statements were filtered by."""
    sought = {f"{it.view.base}/id/{name}/{slug}" for name, slug in it.asked.filters.items()}
    found: dict[str, _Sides] = defaultdict(lambda: defaultdict(list))
    for row in counted:
        if row["kind"].local == FILTERS[kind] and row["row"].value not in sought:
            found[row["row"].value][row["column"].value].append(row)
    return found


def _of(spoken: _Sides, columns: list[str], stances: frozenset[str]) -> _Sides:
    """Return the columns that hold any of some stances."""
    held = {c: [r for r in spoken.get(c, ()) if r["stance"].local in stances] for c in columns}
    return {column: rows for column, rows in held.items() if rows}


def _agreement(
    it: _Comparison, counted: list[Row], columns: list[str]
) -> tuple[list[_Found], list[_Found]]:
    """Return the instruments that more than one is for, or against, and those that one is for and another against."""
    agreed, disputed = [], []
    for row, spoken in _spoken(it, counted, "instrument").items():
        supporting, opposing = _of(spoken, columns, _FOR), _of(spoken, columns, _AGAINST)
        if any(s != o for s in supporting for o in opposing):
            disputed.append(_Found(row, supporting, opposing))
        elif len(alike := max(supporting, opposing, key=len)) > 1:
            agreed.append(_Found(row, alike, {}))
    return _largest_of(agreed), _largest_of(disputed)


def _mentioned(
    it: _Comparison, counted: list[Row], columns: list[str], told: set[str]
) -> list[_Found]:
    """Return the rows that more than one proposes something about, whatever it is."""
    spoken = _spoken(it, counted, it.rows)
    found = [
        _Found(row, {c: sides[c] for c in columns if c in sides}, {})
        for row, sides in spoken.items()
        if row not in told and len(sides) > 1
    ]
    return _largest_of(found)


def _largest_of(found: list[_Found]) -> list[_Found]:
    return sorted(found, key=lambda m: (-len(m.sides) - len(m.opposing), m.row))[:_MATTERS]


def _named(
    it: _Comparison, found: list[_Found], labels: Labels, quotes: Mapping[str, str]
) -> tuple[Matter, ...]:
    """Return matters by name and in quotes; a side's quote is of the stance that it holds most often."""

    def named(iri: str) -> Named:
        return Named(iri, labels[iri])

    def side(matter: str, column: str, rows: list[Row]) -> Side:
        stances = tuple(named(row["stance"].value) for row in rows if row["stance"])
        one = max(rows, key=_weight)["one"].value
        return Side(named(column), stances, one, quotes[one], it.address(column, matter))

    def sides(matter: str, held: _Sides) -> tuple[Side, ...]:
        return tuple(side(matter, column, rows) for column, rows in held.items())

    return tuple(
        Matter(named(m.row), sides(m.row, m.sides), sides(m.row, m.opposing)) for m in found
    )


def _weight(row: Row) -> tuple[int, str]:
    return int(row["n"].value), row["stance"].value
