"""A document from text to statements."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from loader.lexicon import lexicon
from loader.links.actors import actors
from loader.links.context import LONGEST, Context
from loader.links.groups import target_groups
from loader.links.instruments import instruments
from loader.links.stances import stance
from loader.links.themes import themes
from loader.recognition import Recognised, recognise
from loader.segments import Unit, segment
from loader.statements import Extraction, Mention, Section, Statement


def extract(
    text: str,
    *,
    parties: Collection[str] = (),
    places: Collection[str] = (),
    headings: Collection[tuple[int, int]] = (),
) -> Extraction:
    """Return the sections and statements of a text (NFC, LF).

    `parties` are the names by which the speaker calls itself, `places` the names of its
    municipality, `headings` spans that the document marks as headings (HTML).
    """
    units = segment(text, headings)
    found = sections(units)
    starts = [section.start for section in found]
    names = frozenset(place.lower() for place in places)
    statements = []
    for recognised in recognise(text, units, parties):
        unit = units[recognised.unit]
        index = _section_of(starts, unit.start)
        section = found[index] if index is not None else None
        context = Context(
            text,
            unit.start,
            min(unit.end, unit.start + LONGEST),
            recognised.start,
            (section.start, section.heading_end)
            if section and section.start != unit.start
            else None,
            [(u.start, u.end) for u in _before(units, recognised.unit, section)],
            names,
            (section.heading_end, section.end) if section else (0, len(text)),
        )
        statements.append(
            Statement(
                recognised.kind,
                recognised.rule,
                unit.start,
                unit.end,
                index,
                link(context, recognised),
            )
        )
    return Extraction(tuple(found), tuple(statements))


def sections(units: Sequence[Unit]) -> list[Section]:
    """Return the sections: each heading, up to the next one."""
    heads = [u for u in units if u.kind == "heading"]
    last = max((u.end for u in units), default=0)
    ends = (*(u.start for u in heads[1:]), last)
    return [Section(head.start, end, head.end) for head, end in zip(heads, ends, strict=False)]


def _section_of(starts: Sequence[int], position: int) -> int | None:
    index = bisect_right(starts, position) - 1
    return index if index >= 0 else None


def _before(units: Sequence[Unit], index: int, section: Section | None) -> Iterator[Unit]:
    """Yield the units of the same section that stand before the unit, the nearest last."""
    begin = section.heading_end if section else 0
    for unit in units[max(0, index - 8) : index]:
        if unit.start >= begin and unit.kind in {"sentence", "bullet"}:
            yield unit


def link(context: Context, recognised: Recognised) -> tuple[Mention, ...]:
    """Return a statement's mentions, one a concept, at the words that first ground it."""
    found = [
        *target_groups(context, lexicon("target-group")),
        *actors(context, lexicon("actor")),
        *instruments(context, lexicon("instrument")),
    ]
    found += themes(context, lexicon("theme"))
    if recognised.kind == "proposal":
        found.append(stance(context, lexicon("stance")))
    first: dict[tuple[str, str], Mention] = {}
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        first.setdefault((mention.scheme, mention.concept), mention)
    return tuple(first.values())
