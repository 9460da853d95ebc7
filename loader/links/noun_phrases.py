"""The stance of a demand that is but a noun phrase."""

import re
from collections.abc import Sequence

from loader.links.keeping import lasts
from loader.links.matters import Matter, mentions
from loader.links.phrases import (
    ARTICLES,
    exists,
    is_case,
    is_life,
    is_society,
    of_means,
    of_quality,
)
from loader.links.refusing import NOBODY
from loader.links.verbs import WORKING_HOURS
from loader.swedish.people import is_people
from loader.swedish.removals import refused
from loader.swedish.tokens import Token

_WHO = re.compile(r"^\W*som\b", re.IGNORECASE)
_FREE = re.compile(r"^[^.;:]{0,40}\b(?:gratis|avgiftsfri\w*|kostnadsfri\w*|utan (?:avgift|kostnad))\b", re.IGNORECASE)  # fmt: skip
_BETTER_SUCH = re.compile(
    r"^\W*(?:\w+ ){0,3}?(?:som|där) (?:\w+ ){0,5}?(?:\w{4,}are|öppn?a|öppen|öppet)\b|^\W*(?:\w+ ){0,3}?med (?:\w+ )?(?:fler|mer|längre|större|högre|\w{3,}(?:ig|lig|sam|bb|rr|gg|tt|rk|nk)are)\b|\b(?:fort|snabbt|snarast|i rask takt|i (?:god|rätt) tid)\b",
    re.IGNORECASE,
)


def noun_phrase(matter: Matter) -> str:
    """Return the stance of a noun phrase: more or better of something, or something new."""
    core = matter.core(matter.item.object)
    places = (matter.item.object[0], *(matter.tokens.index(t) for t in core[:3]))
    labels = (matter.labelled(i) for i in places if matter.tokens[i].form.lemma != "skydda")
    label = next((concept for concept in labels if concept), None)
    stated = _refused(matter, core) or _ruled(matter, core, label)
    if stated:
        return stated
    if is_life(core) and label in {None, "strengthen"}:
        return "goal"
    if label in {None, "introduce"} and _is_better(matter, core):
        return "strengthen"
    if label == "oppose":
        return refused(matter.tokens[matter.span[1] :])
    return label or ("goal" if is_society(core) else "introduce")


def _refused(matter: Matter, core: Sequence[Token]) -> str | None:
    """Return the stance of what goes on, of none of a thing, or of what is to be gone."""
    if lasts(matter):
        return "keep"
    if core and core[0].form.text in NOBODY:
        counted = [t.form for t in core[1:3] if not t.form.more]
        return "goal" if any(map(is_people, counted)) else refused(core[1:])
    gone = any(t.form.text == "bort" for t in matter.tokens[slice(*matter.item.object)])
    return "oppose" if gone else None


def _ruled(matter: Matter, core: Sequence[Token], label: str | None) -> str | None:
    """Return introduce for a thing by a new rule: shorter hours, free of charge; goal for people as they shall be."""
    hours = any(t.form.text.startswith(WORKING_HOURS) for t in core)
    free = mentions(_FREE, matter) or any(_FREE.match(t.form.text) for t in core[:3])
    if hours or (free and label in {None, "introduce"}):
        return "introduce"  # "färdtjänst utan avgift"
    people = core[:1] and is_people(core[0].form) and core[0].form.text != "någon"
    doing = any(t.form.finite for t in matter.tokens[matter.head + 2 : matter.head + 5])
    return (
        "goal" if people and doing and mentions(_WHO, matter) else None
    )  # "barn som vågar drömma"


def _is_better(matter: Matter, core: Sequence[Token]) -> bool:
    """Return whether the phrase is of what exists, or of how good it shall be."""
    known = matter.item.needed and not (core and core[0].form.text in ARTICLES)
    better = mentions(_BETTER_SUCH, matter) or of_quality(core) or of_means(core[:3])
    return better or known or is_case(core[:2]) or exists(core)
