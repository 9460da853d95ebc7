"""The stance of a demanded verb, by its class, its object and its subject."""

import re
from collections.abc import Callable

from loader.links.matters import Matter, mentions
from loader.links.phrases import ARTICLES, QUALITY, SOCIETY, is_ill, is_life, is_new, of_quality
from loader.swedish import words
from loader.swedish.tokens import Token

#: Loads that are eased for those who work: fewer in a group, shorter queues.
LOAD = re.compile(
    r"\b(?:\b\w*grupp(?:er|erna|en|storlek\w*)?\b|\w*(?:klass|ärende|väntetid|arbetsbörda|administration|pappersarbete|byråkrati|krångel|vikarie)\w*|\w*kö(?:n|er|erna)?\b|per \w+)",
    re.IGNORECASE,
)

#: Verbs that only take what their object names: "göra en översyn".
_LIGHT = frozenset(
    {"göra", "genomföra", "tillsätta", "initiera", "beställa", "låta", "ta", "begära"}
)

#: Whoever gets what these words say gets an outcome: whatever is needed, the same as others, a chance.
_OUTCOME = re.compile(
    r"\b(?:som (?:krävs|behövs)|(?:de|hen|man|han|hon|du|som) behöver|i tid|lika|likvärdig\w*|möjlighet\w*|förutsättning\w*|villkor\w*|inflytande"
    r"|medbestämmande|delaktighet|trygghet|livskvalitet|självbestämmande|respekt|värdighet|start i)\b",
    re.IGNORECASE,
)
_ENTITLED = re.compile(r"\brätt (?:till|att)\b", re.IGNORECASE)


#: Verbs of how a body works, whatever their object: "bedriva ett gott arbete", "ta ett ansvar".
_WORKING = frozenset({"bedriva", "hålla", "ta", "spela", "utgöra", "visa", "föra", "ha", "vara", "bli"})  # fmt: skip

#: What a thing is made by a new rule.
_RULED = re.compile(r"\b(?:gratis|\w*fria?|fritt|obligatorisk\w*|tillåt\w+)\b", re.IGNORECASE)

#: What people get to do with a service: "får träffa någon inom en vecka".
_DOING = frozenset({"hyra", "träffa", "komma", "flytta", "gå", "åka", "pröva", "prova", "möta", "söka", "använda", "byta", "låna"})  # fmt: skip

_ALL = frozenset({"alla", "ingen", "inga", "inget", "varje", "var"})

_LETTING = frozenset({"låta", "låt", "låter"})


def by_verb(matter: Matter) -> str:
    """Return the stance of a demanded verb by its class, its object, and who is its subject."""
    first, last = matter.span
    load = matter.label == "goal" and LOAD.search(matter.clause)
    if matter.lemma in _LIGHT and any(
        matter.labelled(matter.tokens.index(t)) == "investigate" for t in matter.object
    ):
        return "investigate"
    if matter.label and last - first > 1 and not load:
        ends = any(t.form.lemma == "slut" for t in matter.tokens[first:last])
        practice = ends and not is_ill([*matter.object, *matter.subject])
        return "oppose" if practice else matter.label  # "det måste bli slut på att …"
    if _by_society(matter):
        return "goal"
    stated = matter.labelled(matter.head + 1) if matter.lemma == "vara" else None
    if stated in {"investigate", "oppose"}:
        return stated  # "ska vara utrett", "ska vara avskaffade"
    if matter.lemma in _BY_VERB:
        return _BY_VERB[matter.lemma](matter)
    if load:
        return "strengthen"
    if matter.label and (matter.label != "introduce" or matter.passive or not matter.of_people()):
        return matter.label
    return _unclassed(matter)


def _unclassed(matter: Matter) -> str:
    """Return the stance of a verb of no class: what people do is an outcome, and what it makes is new."""
    if _LETTING & set(matter.before(4)):
        more = any(t.form.more for t in matter.tokens[max(0, matter.head - 4) : matter.head])
        return "strengthen" if more else "introduce"
    treated = matter.passive and not (matter.subject and matter.subject[0].form.text in _ALL)
    people = matter.of_people() and not treated
    if (
        people
        and "kunna" in matter.before(4)
        and is_new(matter.object)
        and not is_life(matter.object)
    ):
        return "introduce"  # "ska kunna ringa en jour"
    if people or is_ill(matter.subject) or _of_society(matter):
        return "goal"
    works = matter.lemma in _WORKING and is_new(matter.object[:1])
    new = is_new(matter.subject) or _by_new(matter) or (is_new(matter.object) and not works)
    return "introduce" if new else "strengthen"


def _by_new(matter: Matter) -> bool:
    """Return whether something is done by, or joined to, what is not there yet: "följas av en coach"."""
    after = matter.tokens[matter.head + 1 : min(matter.item.object[1], matter.head + 6)]
    joined = [t.form.text for t in after[:1]] in (["av"], ["till"])
    return matter.passive and joined and is_new(after[1:])


def _getting(matter: Matter) -> str:
    """Return the stance of somebody getting something: an outcome, or a service."""
    after = next(
        (t for t in matter.tokens[matter.head + 1 :] if t.form.text not in words.ADVERBS), None
    )
    verbal = after.form if after and after.form.infinitive else None
    if after and verbal and matter.labelled(matter.tokens.index(after)) == "keep":
        return "keep"
    if verbal and verbal.lemma in _DOING:
        return "introduce"
    if not matter.object or verbal or _is_outcome(matter):
        return "goal" if matter.of_people() else "strengthen"
    return "strengthen" if of_quality(matter.object) else "introduce"


def _having(matter: Matter) -> str:
    """Return the stance of having: a right that one has, a state of people, or a thing that a service shall have."""
    infinitive = matter.tokens[matter.head].form.infinitive
    if not infinitive and _ENTITLED.search(matter.sentence):
        return "goal"
    if any(matter.labelled(i) == "goal" for i in range(matter.head + 1, matter.head + 4)):
        return "goal"  # "har en nollvision"
    object_ = matter.object[0].form.text if matter.object else ""
    if matter.of_people():
        following = matter.tokens[matter.head + 2 : matter.head + 6]
        good = any(t.form.lemma in QUALITY for t in following)
        entitled = object_ == "rätt" and infinitive and not good
        new = (object_ in ARTICLES or entitled) and not _is_outcome(matter)
        return "introduce" if new else "goal"
    if matter.object and object_ not in ARTICLES and _is_definite(matter.object[-1]):
        return "strengthen"  # "ha barnet i centrum": how it works
    return _giving(matter)


def _is_outcome(matter: Matter) -> bool:
    """Return whether what is had or given is a state of life, no service."""
    return mentions(_OUTCOME, matter) or is_life(matter.object)


def _is_definite(token: Token) -> bool:
    form = token.form
    return form.text != form.lemma and form.text.endswith(("en", "et", "an", "na"))


def _giving(matter: Matter) -> str:
    """Return the stance of giving: better conditions, or something new."""
    following = [t.form.text for t in matter.tokens[matter.head + 1 : matter.head + 2]]
    if _by_new(matter):
        return "introduce"
    if matter.passive and following and following[0] in {"på", "i", "av", "genom"}:
        return "strengthen"  # how what exists is given
    better = any(t.form.more or t.form.text == "samma" for t in matter.phrase)
    if better or _is_outcome(matter) or of_quality(matter.object):
        return "goal" if matter.of_people() else "strengthen"
    return "introduce"


def _existing(matter: Matter) -> str:
    """Return the stance of "ska finnas": that society is there is an outcome, a service is new."""
    there = matter.rest.lstrip().startswith("där") and _by_society(matter, "stödet", "hjälpen")
    return "goal" if there else "introduce"


def _building(matter: Matter) -> str:
    """Return the stance of building: a home for the old is new, more homes are more of what exists."""
    return "introduce" if matter.object and matter.object[0].form.text in ARTICLES else "strengthen"


def _guaranteeing(matter: Matter) -> str:
    return "goal" if matter.of_people() else matter.label or "strengthen"


def _making(matter: Matter) -> str:
    """Return the stance of making something other than it is: free of charge is a new rule, as is what was not done before."""
    made = matter.passive and is_new(matter.object)  # "en barnkonsekvensanalys ska göras"
    return "introduce" if made or mentions(_RULED, matter) else "strengthen"


def _sparing(matter: Matter) -> str:
    """Return the stance of being spared: a fee is abolished by a new rule, a trouble is an outcome."""
    if any(t.form.lemma in {"betala", "avgift"} for t in matter.tokens[matter.head + 1 :][:4]):
        return "introduce"
    return "goal" if matter.of_people() else "strengthen"


_BY_VERB: dict[str, Callable[[Matter], str]] = {
    "få": _getting,
    "ha": _having,
    "ge": _giving,
    "finnas": _existing,
    "garantera": _guaranteeing,
    "bygga": _building,
    "göra": _making,
    "slippa": _sparing,
}


def _by_society(matter: Matter, *others: str) -> bool:
    """Return whether the subject begins with society, or one of the other words."""
    return bool(matter.subject) and matter.subject[0].form.text.startswith(("samhäll", *others))


def _of_society(matter: Matter) -> bool:
    """Return whether a place or community shall be something."""
    if matter.lemma == "vara" and not matter.subject and re.match(r"\s*\w+t att\b", matter.rest):
        return True  # "det ska vara lätt att få hjälp"
    rest = matter.core((matter.head + 1, matter.item.object[1]))
    return matter.lemma in {"vara", "bli"} and any(t.form.lemma in SOCIETY for t in rest[:3])
