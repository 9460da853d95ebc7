"""What coordination says of people: "A, B och andra C" is C, children and young people are one group."""

import re

from loader.lexicon import lexicon
from loader.links.context import Context
from loader.statements import Mention
from loader.swedish import groups

_BESIDE = re.compile(r"\s+(?:och|eller|samt)\s+(?:(?:deras|sina|medföljande)\s+)?", re.IGNORECASE)
_NARROWER = groups.PARENTS | frozenset({"kvinnor-med-missbruk", "valdsutsatta-kvinnor"})

_YOUNG = frozenset({"barn", "unga", "barn-och-unga"})

#: Both sexes named together are people.
_BOTH = re.compile(
    r"\b(?:kvinnor och män|män och kvinnor|kvinnors och mäns|kvinnor som män)\b", re.IGNORECASE
)

#: Children and young people named one after the other are one group: "barn såväl som ungdomar".
_BOTH_AGES = re.compile(
    r"\s*(?:,|/|&|-|–|och|eller|samt|som|likaväl som|såväl som|liksom|och även|och också)\s*(?:(?:våra|alla|även|de|äldre)\s+)?",
    re.IGNORECASE,
)

#: "A, B och andra C": A and B are C.
_OTHERS = re.compile(r"(?:,\s+\w+)*,?\s+(?:och|eller|samt)\s+(?:andra|övriga)\s+$", re.IGNORECASE)


def coordinated(found: list[Mention], context: Context) -> list[Mention]:
    """Return the mentions with what coordination says of them: "A, B och andra C" is C, a victim's children are victims."""
    men = not context.vocabulary.isdisjoint({"män", "mäns"})
    both = (
        [m.span() for m in _BOTH.finditer(context.text, context.start, context.end)] if men else []
    )
    if len(found) < 2 and not both:
        return found
    result: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not any(a <= mention.start and mention.end <= b for a, b in both):
            result.append(_joined(result, mention, context))
    return result


def _joined(before: list[Mention], mention: Mention, context: Context) -> Mention:
    """Return the mention as the one before it makes it; take that one away where both are one."""
    if not before:
        return mention
    last = before[-1]
    between = context.text[last.end : mention.start]
    if _BOTH_AGES.fullmatch(between) and _ages(last, mention):
        return before.pop()._replace(concept="barn-och-unga", end=mention.end)
    if (
        between == " "
        and mention.concept in _YOUNG
        and "barn" in lexicon("target-group").ancestors(last.concept)
    ):
        return last  # "LVU-placerade ungdomar"
    if _OTHERS.fullmatch(between):
        first = before.pop()
        while before and context.text[before[-1].end : first.start].strip() == ",":
            first = before.pop()
    elif _BESIDE.fullmatch(between) and mention.concept == "barn":
        return mention._replace(concept=groups.BESIDE.get(last.concept, "barn"))
    elif between == " " and last.concept == "unga" and mention.concept in _NARROWER:
        before.pop()  # "unga kvinnor med missbruk"
    elif _homeless(before, mention, context):
        before[:] = [m for m in before if m.concept not in groups.HOUSEHOLDS]
        return mention._replace(concept="hemlosa-familjer", rule="group-merger")
    return mention


def _ages(one: Mention, other: Mention) -> bool:
    """Return whether the one names children and the other young people."""
    return {one.concept, other.concept} & groups.CHILDREN != set() and "unga" in {one.concept, other.concept}  # fmt: skip


def _homeless(before: list[Mention], mention: Mention, context: Context) -> bool:
    """Return whether homelessness is told of a family: "inga föräldrar ska gå utan eget hem"."""
    if mention.concept != "hemlosa" or mention.rule != "group-label":
        return False
    of_families = [m for m in before if m.concept in groups.HOUSEHOLDS]
    between = context.text[of_families[-1].end : mention.start] if of_families else ","
    words_between = between.split()
    return not re.search(r"[.,;:!?–]|\b(?:och|eller|samt|för|till|åt)\b", between) and bool(words_between)  # fmt: skip
