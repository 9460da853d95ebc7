"""Comparing parties or places: where they agree and disagree, in whose words, and a heat map of what they propose."""

from asyncio import to_thread
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from server.errors import BadRequest
from server.index import Crossed, Entity, Hit
from server.pages.facts import alphabetical
from server.pages.listing import Asked, Listing, Named, Value, named
from server.pages.views import Page, View

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

#: Column → what it was counted with: one for each of its stances.
_Sides = dict[Entity, list[Crossed]]


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

    row: Entity
    sides: _Sides
    opposing: _Sides

    @property
    def counts(self) -> Iterable[Crossed]:
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
    """What is compared: columns of a kind against rows of a kind, among the proposals that pass the filters."""

    view: View
    by: str
    rows: str
    asked: Asked

    def count(self, columns: Iterable[Entity]) -> tuple[Crossed, ...]:
        """Return how many proposals some columns share with each of the rows, and with each instrument."""
        filters = {name: [value] for name, value in self.asked.filters.items()}
        kinds = dict.fromkeys(("instrument", self.rows))
        return self.view.searched.crossed(columns, kinds, filters)

    def quoted(self, found: Iterable[_Found]) -> dict[int, Hit]:
        """Return the statements that stand for what matters were counted with, by their numbers."""
        numbers = sorted({it.first for matter in found for it in matter.counts})
        return dict(zip(numbers, self.view.searched.hits(numbers), strict=True))

    def named(self, entity: Entity) -> Named:
        """Return an entity by its name in the page's language."""
        return named(entity, self.view.base, self.view.language)

    def address(self, column: Entity, row: Entity) -> str:
        """Return the address of the proposals of one cell."""
        changed = {column.kind: column.key, row.kind: row.key}
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
    among = await view.listing(asked, most=1) if narrowed else every
    entity = view.searched.entity
    known = [e for slug in of if (e := entity(by, slug)) and e.proposals]
    columns = known or [e for slug in _largest(among, by) if (e := entity(by, slug))]
    counted = await to_thread(it.count, columns)
    agreed, disputed = _agreement(it, counted, columns)
    mentioned = _mentioned(it, counted, columns, {m.row for m in (*agreed, *disputed)})
    quoted = await to_thread(it.quoted, (*agreed, *disputed, *mentioned))
    page = ComparePage(
        title=view.word("nav_compare"),
        description=view.word("compare_intro"),
        by=by,
        rows=rows,
        columns=tuple(map(it.named, columns)),
        short={c.key: c.notation for c in columns if c.notation} if by == "party" else {},
        heat=_heat(it, counted, columns),
        agreed=_told(it, agreed, quoted),
        disputed=_told(it, disputed, quoted),
        mentioned=_told(it, mentioned, quoted),
        choices={
            name: tuple(sorted(values, key=_by_label)) for name, values in every.facets.items()
        },
        narrowed=narrowed,
        compared=frozenset(column.key for column in columns),
        total=among.counts["proposal"] or 0,
    )
    return view.page(page)


def _by_label(value: Value) -> str:
    return alphabetical(value.label.value)


def _largest(among: Listing, by: str) -> list[str]:
    """Return the slugs of the columns with most proposals, in the order of their labels."""
    return [value.slug for value in sorted(among.facets[by][:_MOST], key=_by_label)]


def _heat(
    it: _Comparison, counted: Iterable[Crossed], columns: list[Entity]
) -> tuple[HeatRow, ...]:
    """Return the rows of the heat map, the largest first."""
    numbers: dict[Entity, Counter[Entity]] = defaultdict(Counter)
    for each in counted:
        if each.row.kind == it.rows:
            numbers[each.row][each.column] += each.count
    top = max((n for counter in numbers.values() for n in counter.values()), default=1)

    def cell(row: Entity, column: Entity, n: int) -> Cell:
        return Cell(n, -(-n * _HEATS // top), it.address(column, row) if n else "")

    found = [
        HeatRow(
            it.named(row),
            tuple(cell(row, column, counter[column]) for column in columns),
            counter.total(),
        )
        for row, counter in numbers.items()
    ]
    return tuple(sorted(found, key=lambda r: (-r.total, r.row.label.value))[:40])


def _spoken(it: _Comparison, counted: Iterable[Crossed], kind: str) -> dict[Entity, _Sides]:
    """Return who speaks of each row of a kind, but for those that all statements were filtered by."""
    found: dict[Entity, _Sides] = defaultdict(lambda: defaultdict(list))
    for each in counted:
        if each.row.kind == kind and it.asked.filters.get(kind) != each.row.key:
            found[each.row][each.column].append(each)
    return found


def _of(spoken: _Sides, columns: list[Entity], stances: frozenset[str]) -> _Sides:
    """Return the columns that hold any of some stances."""
    held = {
        c: [each for each in spoken.get(c, ()) if each.stance and each.stance.key in stances]
        for c in columns
    }
    return {column: counts for column, counts in held.items() if counts}


def _agreement(
    it: _Comparison, counted: Iterable[Crossed], columns: list[Entity]
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
    it: _Comparison, counted: Iterable[Crossed], columns: list[Entity], told: set[Entity]
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
    return sorted(found, key=lambda m: (-len(m.sides) - len(m.opposing), m.row.path))[:_MATTERS]


def _told(it: _Comparison, found: list[_Found], quoted: Mapping[int, Hit]) -> tuple[Matter, ...]:
    """Return matters by name and in quotes; a side's quote is of the stance that it holds most often."""

    def side(row: Entity, column: Entity, counts: list[Crossed]) -> Side:
        stances = tuple(it.named(each.stance) for each in counts if each.stance)
        one = quoted[max(counts, key=_weight).first]
        iri = f"{it.view.base}/id/{one.path}"
        return Side(it.named(column), stances, iri, one.quote, it.address(column, row))

    def sides(row: Entity, held: _Sides) -> tuple[Side, ...]:
        return tuple(side(row, column, counts) for column, counts in held.items())

    return tuple(
        Matter(it.named(m.row), sides(m.row, m.sides), sides(m.row, m.opposing)) for m in found
    )


def _weight(counted: Crossed) -> tuple[int, str]:
    return counted.count, counted.stance.key if counted.stance else ""
