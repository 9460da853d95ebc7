"""The stance of what shall go on, and of what somebody shall be let do."""

import re

from loader.links.matters import Matter
from loader.links.phrases import is_new
from loader.swedish import words
from loader.swedish.people import is_people

#: Verbs by which what goes on grows: "fortsätta utveckla" strengthens.
_GROWING = frozenset(
    {
        "utveckla",
        "vidareutveckla",
        "bygga",
        "stärka",
        "förbättra",
        "öka",
        "förstärka",
        "utöka",
        "höja",
        "skapa",
        "tillskapa",
        "anlägga",
        "anställa",
        "rekrytera",
        "rusta",
        "fördjupa",
        "bredda",
        "effektivisera",
        "modernisera",
        "korta",
    }
)
_LASTING = re.compile(
    r"\b(?:(?:även|också) (?:framöver|framgent|härefter|i framtiden|i år|(?:nästa|kommande|de närmaste|under (?:nästa|kommande)) \w+)|i fortsättningen|fortsättningsvis|alltjämt(?! att)|oförändra[dt]e?"
    r"|(?:även|också|ännu) om \w+ år|inte heller framöver|som (?:förr|hittills)|ännu (?:en|ett) (?:omgång|år|period|säsong|termin|gång))\b",
    re.IGNORECASE,
)
#: The words one of which every such phrase has.
_OF_LASTING = frozenset({"även", "också", "ännu", "fortsättningen", "fortsättningsvis", "alltjämt", "oförändrad", "oförändrat", "oförändrade", "heller", "förr", "hittills"})  # fmt: skip
#: What may stand between a verb and the one that it carries on.
_BETWEEN = words.ADVERBS | {"att", "med"}
_LEVEL = re.compile(r"\bnivån\b|\b(?:dagens|nuvarande|samma|årets) nivå\b", re.IGNORECASE)
_LETTING = frozenset({"låta", "låt", "låter"})
_OUTSIDERS = frozenset({"någon", "extern", "externa", "oberoende", "utomstående", "revisor", "revisorer", "förvaltningen"})  # fmt: skip
_REMAINING = frozenset({"stanna", "kvar", "behålla", "bestå", "vidare", "kvarstå", "fred"})


def letting(matter: Matter) -> str | None:
    """Return the stance of letting somebody do something: "låta de äldre bo kvar" keeps, "låta fler delta" is more; None for others."""
    if matter.vocabulary.isdisjoint(_LETTING):
        return None
    near = range(matter.head, max(-1, matter.head - 8), -1)
    let = next((i for i in near if matter.tokens[i].form.text in _LETTING), None)
    if (
        let is None
        or (
            let < matter.head
            and all(t.form.text in words.ADVERBS for t in matter.tokens[let + 1 : matter.head])
        )
        or (matter.label == "investigate" and _OUTSIDERS & set(matter.before(4)))
    ):
        return None  # "låta göra en översyn"
    after = [t.form for t in matter.tokens[let + 1 :]]
    ends = (k for k, f in enumerate(after) if f.text in {"så", "för", "genom"})
    after = after[: next(ends, len(after))]
    if _REMAINING & {f.text for f in after}:
        return "keep"
    if {f.text for f in after[:1]} == {"ingen"}:
        return "goal"
    more = any(f.more for f in after) or (matter.passive and not is_new(matter.object))
    return "strengthen" if more else "introduce"


def lasts(matter: Matter) -> bool:
    """Return whether the sentence says that something goes on: "även framöver", "som hittills"."""
    stands = not matter.vocabulary.isdisjoint(_OF_LASTING)
    return stands and _LASTING.search(matter.sentence) is not None


def stays(matter: Matter) -> bool:
    """Return whether what is asked for is there already: "vara kvar", "även framöver gälla"."""
    if "fortsatt" in matter.vocabulary and "fortsatt" in matter.before(4):
        return True
    if matter.lemma == "hålla" and _LEVEL.search(matter.clause):
        return True
    if "kvar" in matter.vocabulary:
        after = matter.tokens[matter.head : matter.item.object[1]]
        if any(t.form.text == "kvar" for t in after):
            return True
    return lasts(matter)


def continued(matter: Matter) -> str:
    """Return keep, or the stance of the verb that shall go on: "fortsätta utveckla" strengthens."""
    following = matter.span[1]
    if any(t.form.more for t in matter.tokens[following : following + 1]):
        return "strengthen"  # "värna mer skog"
    while following < len(matter.tokens) and matter.tokens[following].form.text in _BETWEEN:
        following += 1
    if matter.lemma == "skydda" and any(map(is_people, (t.form for t in matter.object))):
        return "strengthen"
    growing = following < len(matter.tokens) and matter.tokens[following].form.lemma in _GROWING
    return "strengthen" if growing or matter.lemma in _GROWING else "keep"
