"""People told by whose they are: "söner till missbrukare", "maken till en dement", "närstående till sjuka"."""

from loader.links.context import Context
from loader.links.people import kinds
from loader.statements import Mention
from loader.swedish import groups
from loader.swedish.tokens import Token

_CHILDREN = frozenset({"child", "young"})

#: Within how many words after relatives it is told whose they are.
_WHOSE = 5


def relative_of(mention: Mention, context: Context) -> Mention | None:
    """Return the mention, or of people whose children or nearest are meant those: "söner till missbrukare", "maken till en dement"; None where no more than the children are said."""
    at = next(i for i, t in enumerate(context.tokens) if t.start == mention.start)
    low = max(0, at - 8)
    before = context.tokens[low:at]
    places = [
        i
        for i, t in enumerate(before)
        if not kinds(t).isdisjoint(_CHILDREN) or t.form.lemma in groups.NEAREST
    ]
    if not places:
        return mention
    who, between = before[places[-1]], before[places[-1] + 1 :]
    concept = _of_relative(who, mention.concept)
    told = [t.form.text for t in between]
    if not told or any(context.gaps[i].strip() for i in range(low + places[-1], at)):
        return mention
    families = bool(kinds(context.tokens[at]) & {"families", "parents"})
    parents = families or mention.concept in groups.CHILD_OF
    living = told[0] == "som" and bool(
        {"med", "hos", "har", "bland"} & {*told}
    )  # "barn som lever med en pappa som super"
    governed = told[0] in {"till", "vars"} or (
        parents and (told[0] in {"i", "från", "med", "hos"} or living)
    )
    if not governed or (any(t.form.finite for t in between) and not living and told[0] != "vars"):
        return mention
    return mention._replace(concept=concept, start=who.start) if concept else None


def _of_relative(who: Token, concept: str) -> str | None:
    """Return the group of a child, or of another who is near, of people of a group; None for children as any others."""
    if kinds(who).isdisjoint(_CHILDREN):
        return "anhoriga"
    return groups.CHILD_OF.get(concept, "anhoriga" if concept in groups.OLD else None)


def tells_whose(mention: Mention, found: list[Mention], context: Context) -> bool:
    """Return whether the people are those whose relatives are meant: "närstående till missbrukare", "föräldrar till barn med autism"."""
    for other in found:
        relatives = other.concept in groups.RELATIVES
        if not relatives and not (
            other.concept in groups.PARENTS and mention.concept in groups.KIN
        ):
            continue
        between = context.text[other.end : mention.start].split()
        if between[:1] == ["till"] and len(between) < _WHOSE:
            return True
    return False
