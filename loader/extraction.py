"""A document from text to statements."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from loader.lexicon import lexicon
from loader.links.actors import actors
from loader.links.context import Context, Topic
from loader.links.groups import target_groups
from loader.links.instruments import instruments
from loader.links.stances import stance
from loader.links.themes import themes
from loader.passages import Passage, passages
from loader.recognition import Recognised, recognise
from loader.segments import segment
from loader.statements import Extraction, Mention, Section, Statement

#: How many units before a statement may hold what it refers back to.
_NEAR = 8

#: The numbers of a document's parts, and words of headings that only lead in what follows.
_NUMBERS = frozenset(str(n) for n in range(1, 30))
_LEADING_IN = frozenset({"vi", "vill", "ska", "föreslår", "kräver", "yrkar", "förslag", "krav", "lösning", "löften", "prioriteringar"})  # fmt: skip


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
    read = passages(text, segment(text, headings))
    found = {recognised.unit: recognised for recognised in recognise(read, parties)}
    names = frozenset(place.lower() for place in places)
    return Extraction(tuple(sections(read)), tuple(_statements(read, found, names)))


def sections(read: Sequence[Passage]) -> Iterator[Section]:
    """Yield the sections: each heading, up to the next one."""
    heads = [passage for passage in read if passage.unit.kind == "heading"]
    ends = (*(head.start for head in heads[1:]), read[-1].end if read else 0)
    for head, end in zip(heads, ends, strict=False):
        yield Section(head.start, end, head.end)


def _statements(
    read: Sequence[Passage], found: Mapping[int, Recognised], places: Collection[str]
) -> Iterator[Statement]:
    """Yield the statements with their links, each read in the light of its section so far."""
    section, heading, begin, topic = -1, None, 0, Topic()
    whole = Topic()
    for passage in read:
        whole.add(passage)
    lead: Passage | None = None  # what introduces the list
    for i, passage in enumerate(read):
        if passage.unit.kind in {"heading", "lead-in", "sentence"}:
            lead = passage
        section += passage.unit.kind == "heading"
        above = heading
        if _heads(read, i) and not (heading and heading.themes and _stands_under(passage, heading)):
            heading, begin, topic = passage, i + 1, Topic()
        if (recognised := found.get(i)) is not None:
            near = read[max(begin, i - _NEAR) : i]
            context = Context(
                passage,
                recognised.start,
                heading=heading
                if heading is not passage
                else above
                if passage.unit.kind == "bullet"
                else None,
                before=[p for p in near if p.unit.kind in {"sentence", "bullet"}],
                places=places,
                topic=topic,
                document=whole,
                lead=lead if lead is not passage else None,
            )
            yield Statement(
                recognised.kind,
                recognised.rule,
                passage.start,
                passage.end,
                section if section >= 0 else None,
                link(context, recognised),
            )
        if passage is not heading:
            topic.add(passage)


def _heads(read: Sequence[Passage], i: int) -> bool:
    """Return whether a unit heads what follows: a heading, or a numbered line that text stands under ("2. Vad gör ni åt hemlösheten?")."""
    unit = read[i].unit
    if unit.kind != "bullet" or not i or read[i - 1].quote.rstrip(".") not in _NUMBERS:
        return unit.kind == "heading"
    following = read[i + 1].unit if i + 1 < len(read) else None
    apart = i < 2 or read[i - 2].unit.block != unit.block
    return (
        apart
        and following is not None
        and following.kind != "mark"
        and "\n" in read[i].text[unit.end : following.start]
    )


def _stands_under(passage: Passage, heading: Passage) -> bool:
    """Return whether a heading names no matter and leads in what is asked, "Det här vill vi", or numbers what stands under the one before."""
    numbered = passage.unit.kind == "bullet" and heading.unit.kind == "heading"
    silent = not passage.themes and not passage.quote.endswith("?")
    return silent and (numbered or not passage.vocabulary.isdisjoint(_LEADING_IN))


def link(context: Context, recognised: Recognised) -> tuple[Mention, ...]:
    """Return a statement's mentions, one a concept, at the words that first ground it."""
    found = [
        *target_groups(context, lexicon("target-group")),
        *actors(context, lexicon("actor")),
        *instruments(context),
    ]
    found += themes(context, found)
    if recognised.kind == "proposal":
        found.append(stance(context, lexicon("stance")))
    first: dict[tuple[str, str], Mention] = {}
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        first.setdefault((mention.scheme, mention.concept), mention)
    return tuple(first.values())
