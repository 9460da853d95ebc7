"""Comparing parties or places: a heat map of what they propose, and where they agree and disagree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
#: Steps of the heat map's colour, the darkest for the largest number.
_HEATS = 5
#: Stances for a matter; `oppose` is against it, and the others are neither.
_FOR = ("introduce", "strengthen", "keep")
_AGAINST = "oppose"


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
    """A party or place and its stances on a matter."""

    column: Named
    stances: tuple[Named, ...]
    address: str


@dataclass(frozen=True)
class Matter:
    """An instrument or row that more than one column speaks of: who is for it, and who against."""

    about: Named
    supporting: tuple[Side, ...]
    opposing: tuple[Side, ...]


@dataclass(frozen=True, kw_only=True)
class ComparePage(Page):
    """A comparison and the form that changes it."""

    template: ClassVar = "compare.html"

    by: str
    rows: str
    columns: tuple[Named, ...]
    heat: tuple[HeatRow, ...]
    agreed: tuple[Matter, ...]
    disputed: tuple[Matter, ...]
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
    told = [term for row in counted for term in row.values()]
    labels = await Labels.of(
        view.serving, [*told, *(Term(c, "uri") for c in columns)], view.language
    )
    found = _matters(it, counted, labels, columns)
    page = ComparePage(
        title=view.word("nav_compare"),
        description=view.word("compare_intro"),
        by=by,
        rows=rows,
        columns=tuple(Named(iri, labels[iri]) for iri in columns),
        heat=_heat(it, counted, labels, columns),
        agreed=tuple(m for m in found if not m.opposing),
        disputed=tuple(m for m in found if m.opposing),
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


def _matters(
    it: _Comparison, counted: list[Row], labels: Labels, columns: list[str]
) -> list[Matter]:
    """Return what at least two columns are for, or that one is for and another against."""
    stances: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    sought = {f"{it.view.base}/id/{name}/{slug}" for name, slug in it.asked.filters.items()}
    for row in counted:
        if row["stance"] and row["row"].value not in sought:
            stances[row["row"].value][row["column"].value].append(row["stance"].value)

    def side(matter: str, column: str, held: Iterable[str]) -> Side:
        names = tuple(Named(iri, labels[iri]) for iri in held)
        return Side(Named(column, labels[column]), names, it.address(column, matter))

    found = []
    for matter, by_column in stances.items():
        supporting, opposing = [], []
        for column in columns:
            held = by_column.get(column, [])
            if supports := [iri for iri in held if Term(iri).local in _FOR]:
                supporting.append(side(matter, column, supports))
            if opposes := [iri for iri in held if Term(iri).local == _AGAINST]:
                opposing.append(side(matter, column, opposes))
        against = any(s.column != o.column for s in supporting for o in opposing)
        if len(supporting) > 1 or against:
            sides = tuple(supporting), tuple(opposing) if against else ()
            found.append(Matter(Named(matter, labels[matter]), *sides))
    return sorted(found, key=lambda m: (-len(m.supporting) - len(m.opposing), m.about.label.value))
