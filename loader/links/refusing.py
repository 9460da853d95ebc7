"""The stance of what shall not be: a refusal, an outcome, or a requirement on how things are done."""

import re

from loader.links.matters import Matter, mentions
from loader.links.phrases import is_ill, is_value
from loader.links.verbs import LOAD, by_society
from loader.swedish import words
from loader.swedish.removals import refused

_LIMIT = re.compile(r"\b(?:mer|längre|fler|högre|mindre) än\b", re.IGNORECASE)
#: What must have come first.
_UNTIL = re.compile(r"\b(?:förrän|utan att|utan (?:hänsyn|samråd|samtycke|prövning|föregående|först)|innan)\b", re.IGNORECASE)  # fmt: skip
_BURDEN = re.compile(r"\b(?:behöva|riskera|tvingas|få)\b", re.IGNORECASE)
#: Lengths of time: what takes no longer is better done.
_IN_TIME = re.compile(r"\b(?:minut|timm|dag|dygn|veck|månad|år)\w*\b", re.IGNORECASE)
#: Shortcomings, and a price: not to show or have them is to do well.
_NEGLECT = frozenset({"snåla", "tumma", "slarva", "kompromissa", "glömma", "missa", "vänta", "dröja", "tveka", "försumma", "ducka", "brista", "kosta"})  # fmt: skip
#: What is concluded, not ended: "sluta avtal".
_AGREED = re.compile(r"^\W*(?:(?:en|nya?|\w+iga?|\w+ala?|\w+t) )*(?:avtal|partnerskap|överenskommelse|förbund)", re.IGNORECASE)  # fmt: skip
_INSTEAD = re.compile(r"\butan\b(?! att)", re.IGNORECASE)
_RID = re.compile(r"^\W*av med\b", re.IGNORECASE)
NOBODY = frozenset({"inga", "ingen", "inget"})


def nobody(matter: Matter) -> str:
    """Return the stance of what no one and nothing shall: "ingen ska frysa" tells an outcome, "inga avgifter ska tas ut" refuses."""
    people = matter.of_people
    if matter.lemma == "bli" and mentions(_RID, matter) and "som har" in matter.sentence:
        return "keep"  # "ingen som har ledsagning ska bli av med den"
    if is_ill(matter.subject) or (people and _BURDEN.search(matter.clause)):
        return "goal"
    if mentions(_UNTIL, matter):
        return "introduce" if people else "strengthen"
    if mentions(_LIMIT, matter) and mentions(_IN_TIME, matter):
        return "goal" if people else "strengthen"
    return "goal" if people else refused(matter.tokens[matter.head :])


def negated(matter: Matter) -> str | None:
    """Return the stance of what shall not be: an outcome for people, or a refusal; None for X in "inte X utan Y"."""
    if mentions(_INSTEAD, matter):
        return None
    if "behöva" in matter.before(3) and not matter.of_people:
        return "strengthen"  # "jouren ska inte behöva söka bidrag varje år"
    if mentions(_LIMIT, matter):
        in_time = "strengthen" if mentions(_IN_TIME, matter) else "oppose"
        return "goal" if matter.of_people else in_time
    if is_value(matter.subject) or by_society(matter):
        return "goal"
    if (matter.lemma in _NEGLECT and not matter.passive) or _is_too_much(matter):
        return "strengthen"
    turned = refused(matter.tokens[matter.head :])
    if turned != "oppose":
        return turned  # "ska inte läggas ner"
    before = matter.before(4)
    forbidden = "får" in before and before[-1] in words.NEGATIONS
    got = matter.object[:1] if matter.lemma == "få" else []
    denied = any(not t.form.infinitive and not t.form.more for t in got)
    outcome = matter.of_people or is_ill(matter.subject)
    return "goal" if outcome and not forbidden and not denied else "oppose"


def _is_too_much(matter: Matter) -> bool:
    """Return whether something shall only be less so: "köerna ska inte vara så långa"."""
    return (
        matter.lemma == "vara"
        and re.match(r"\s*(?:så(?! att)|för|alltför)\b", matter.rest) is not None
    )


def averted(matter: Matter) -> str:
    """Return the stance of a verb of refusal: "ingen ska nekas hjälp" tells an outcome."""
    if is_ill((*matter.subject, *matter.object)):
        return "goal"
    if matter.lemma == "sluta" and mentions(_AGREED, matter):
        return "introduce"
    if LOAD.search(matter.clause):
        return "strengthen"
    if matter.lemma == "bli" and matter.of_people and mentions(_RID, matter):
        return "goal"
    return refused(matter.tokens[matter.span[1] :])
