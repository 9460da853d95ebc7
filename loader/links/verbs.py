"""The stance of a demanded verb, by its class, its object and its subject."""

import re
from collections.abc import Callable
from itertools import pairwise

from loader.links.matters import Matter, mentions
from loader.links.phrases import (
    ARTICLES,
    QUALITY,
    exists,
    is_care,
    is_community,
    is_homely,
    is_ill,
    is_life,
    is_new,
    is_value,
    of_means,
    of_quality,
)
from loader.links.unclassed import (
    CHOOSING,
    DOING,
    TOGETHER,
    by_new,
    choice,
    chooses,
    is_definite,
    unclassed,
)
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

_AGREEING = frozenset({"skriva", "teckna", "ingå", "träffa", "upprätta"})
_AGREEMENTS = frozenset({"avtal", "överenskommelse", "partnerskap", "kontrakt"})

#: Whoever gets what these words say gets an outcome: whatever is needed, the same as others, a chance.
_OUTCOME = re.compile(
    r"\b(?:som (?:krävs|behövs)|all(?:t|a)? (?:den|det|tänkbar\w*|möjlig\w*)|så \w+ (?:\w+ )?att|så \w+ att|utifrån (?:sin|sitt|sina|egna)\b|efter (?:sina |egna )?behov|att (?:komma (?:ur|tillbaka|loss|vidare|på fötter)|bli (?:av med|fria?|kvitt|drogfria?|nyktra?)|ta sig ur|leva|resa sig|bygga upp)|(?:de|hen|man|han|hon|du|som) behöver|i tid|lika|likvärdig\w*|möjlighet\w*|förutsättning\w*|villkor\w*|inflytande"
    r"|medbestämmande|delaktighet|trygghet|livskvalitet|självbestämmande|respekt|värdighet|start i)\b",
    re.IGNORECASE,
)
_ENTITLED = re.compile(r"\brätt (?:till|att)\b", re.IGNORECASE)


#: What a thing is made by a new rule.
_RULED = re.compile(r"\b(?:gratis|\w*fria?|fritt|obligatorisk\w*|tillåt\w+)\b", re.IGNORECASE)


#: Verbs of being somewhere or something, and of reaching it.
_BEING = frozenset({"vara", "bli", "gå", "stå", "höra", "tillhöra", "räkna", "ligga", "hänga", "leva", "kännas"})  # fmt: skip
_REACHING = frozenset({"nå", "uppnå", "skapa", "få", "bygga", "ha", "forma", "se"})
_EQUAL = re.compile(r"\s*(?:precis |minst |helt )?(?:lika|samma)\b", re.IGNORECASE)
_GONE = re.compile(r"^\W*bort\b", re.IGNORECASE)
_REPLACING = frozenset({"ersätta", "byta"})
_REPLACED_BY_GOOD = re.compile(r"\b(?:mot|av|med) (?:\w+a och )?(?:ljusa|moderna|ändamålsenliga|fräscha|bättre|nya|trygga|goda|riktiga|bra|fasta|(?:något |annat )?\w+are)\b", re.IGNORECASE)  # fmt: skip
_SAY = frozenset({"roll", "inflytande", "utrymme"})
_EXAMPLE = re.compile(r"\b(?:t\.? ?ex|till exempel|exempelvis)\b", re.IGNORECASE)
_GOING_ON = frozenset({"fortsätta", "fortsätt", "fortsätter"})
#: After a new thing follows what it is for: "ett besök för samtal om trygghet".
_PURPOSE = re.compile(r"\b(?:för|om)\b", re.IGNORECASE)
#: "möjlighet att gå en kurs" is a chance of something new.
_CHANCE = re.compile(r"\bmöjlighet att (?:få |kunna )?(?:gå|delta i|träffa|boka|hyra|låna|prova|besöka) (?:en|ett)\b", re.IGNORECASE)  # fmt: skip
_WAYS = frozenset({"väg", "dörr", "chans", "möjlighet", "villkor", "förutsättning"})
WORKING_HOURS = ("arbetstid", "arbetsveck", "arbetsdag")


def by_verb(matter: Matter) -> str:
    """Return the stance of a demanded verb by its class, its object, and who is its subject."""
    stated = next((concept for rule in _RULES if (concept := rule(matter))), None)
    if stated:
        return stated
    plain = matter.label != "introduce" or matter.passive or matter.lemma == "tillbaka"
    if matter.label and (plain or not matter.of_people):
        return matter.label
    return unclassed(matter)


def _phrased(matter: Matter) -> str | None:
    """Return the stance that a verb has with its object or particle: "göra en översyn", "få slut på"."""
    if matter.lemma in _LIGHT:
        found = {matter.labelled(matter.tokens.index(t)) for t in matter.object}
        if "investigate" in found:
            return "investigate"
    first, last = matter.span
    if matter.lemma in _AGREEING and any(t.form.lemma in _AGREEMENTS for t in matter.object[:4]):
        return "introduce"  # "skriva fleråriga avtal"
    if not matter.label or last - first == 1 or _is_load(matter):
        return None
    ends = any(t.form.lemma == "slut" for t in matter.tokens[first:last])
    practice = ends and not is_ill([*matter.object, *matter.subject])
    return "oppose" if practice else matter.label  # "det måste bli slut på att …"


def _is_load(matter: Matter) -> bool:
    return matter.label == "goal" and LOAD.search(matter.clause) is not None


def _wanted(matter: Matter) -> str | None:
    """Return the stance of what is done by something new, of a state of society, of shorter hours, of more means."""
    if by_new(matter):
        return "introduce"  # "hållas ihop av en samordnare"
    if by_society(matter) or _is_state(matter):
        return "goal"
    if matter.label and any(t.form.text.startswith(WORKING_HOURS) for t in matter.object):
        return "introduce"  # "korta arbetsveckan"
    means = matter.label in {None, "introduce"} and not matter.of_people
    if not (means and of_means(_unpriced(matter))):
        return None
    return None if "tillbaka" in [t.form.text for t in matter.phrase] else "strengthen"


def _unpriced(matter: Matter) -> list[Token]:
    """Return the object's words before what it costs: "två handläggare (1,3 mnkr)"."""
    start = matter.tokens[matter.head].start
    return [t for t in matter.object if "(" not in matter.text[start : t.start]]


def _classed(matter: Matter) -> str | None:
    """Return the stance of a verb that has a class of its own."""
    stated = matter.labelled(matter.head + 1) if matter.lemma == "vara" else None
    if stated in {"investigate", "oppose"}:
        return stated  # "ska vara utrett", "ska vara avskaffade"
    return _BY_VERB[matter.lemma](matter) if matter.lemma in _BY_VERB else None


def _replaced(matter: Matter) -> str | None:
    """Return the stance of less of a load, of getting rid of a practice, of better in the place of worse."""
    if _is_load(matter):
        return "strengthen"
    if matter.label == "goal" and mentions(_GONE, matter) and not is_ill(matter.object):
        return "oppose"  # "få bort de delade turerna"
    good = matter.lemma in _REPLACING and _REPLACED_BY_GOOD.search(matter.rest + matter.clause)
    return "strengthen" if good else None


_RULES = (_phrased, _wanted, _classed, _replaced)


def _is_state(matter: Matter) -> bool:
    """Return whether a town, a value or a way shall be something, or a community shall be reached: "livet ska vara gott", "nå ett samhälle utan våld"."""
    if matter.lemma in _REACHING and is_community(matter.object):
        return True
    if matter.passive and matter.lemma != "räkna":
        return False
    if matter.label in {None, "introduce"} and is_value(
        matter.subject[:1] if len(matter.subject) > 2 else matter.subject[-1:]
    ):
        return True
    name = matter.subject[0] if len(matter.subject) == 1 else None
    town = (
        name
        and name.surface[0].isupper()
        and name is not matter.tokens[0]
        and not is_definite(name)
    )
    if town and matter.lemma in _BEING:
        return True
    equal = matter.lemma in _BEING and _EQUAL.match(matter.rest) is not None
    ways = any(t.form.lemma in _WAYS for t in matter.subject[:1])
    return equal and (ways or not matter.subject)


def _getting(matter: Matter) -> str:
    """Return the stance of somebody getting something: an outcome, or a service."""
    after = next(
        (t for t in matter.tokens[matter.head + 1 :] if t.form.text not in words.ADVERBS), None
    )
    verbal = after.form if after and after.form.infinitive else None
    if after and verbal and matter.labelled(matter.tokens.index(after)) == "keep":
        return "keep"
    if after and matter.labelled(matter.tokens.index(after)) == "strengthen" and verbal:
        return "strengthen"  # "få vara med och påverka"
    if verbal and verbal.lemma in CHOOSING:
        return choice(matter, matter.object[1:])
    if verbal and (verbal.lemma in DOING or mentions(TOGETHER, matter)):
        return "introduce"
    if not matter.object and not verbal and is_new(matter.tokens[:3]):
        return "introduce"  # "en kontaktperson, det ska alla kunna få"
    if _EXAMPLE.search(matter.sentence) and is_care(matter.object):
        return "strengthen"  # "får hjälp, t.ex. genom dagverksamhet"
    if not matter.object or verbal or _is_outcome(matter):
        return "goal" if matter.of_people else "strengthen"
    return "strengthen" if of_quality(matter.object) else "introduce"


def _having(matter: Matter) -> str:
    """Return the stance of having: a right that one has, a state of people, or a thing that a service shall have."""
    infinitive = matter.tokens[matter.head].form.infinitive or matter.tokens[0].form.text == "att"
    if not infinitive and _ENTITLED.search(matter.sentence):
        return "goal"
    if any(matter.labelled(i) == "goal" for i in range(matter.head + 1, matter.head + 4)):
        return "goal"  # "har en nollvision"
    object_ = matter.object[0].form.text if matter.object else ""
    if matter.of_people:
        following = matter.tokens[matter.head + 2 : matter.head + 6]
        good = any(t.form.lemma in QUALITY for t in following)
        entitled = object_ == "rätt" and infinitive and not good
        new = (object_ in ARTICLES or entitled) and not _is_outcome(matter)
        if entitled and any(chooses(matter, t.form.lemma) for t in following):
            return "strengthen"
        return "introduce" if new else "goal"
    if exists(matter.object):
        return "strengthen"  # "ha en socialtjänst som man kan lita på"
    if matter.object and object_ not in ARTICLES and is_definite(matter.object[-1]):
        return "strengthen"  # "ha barnet i centrum": how it works
    return _giving(matter)


def _is_outcome(matter: Matter) -> bool:
    """Return whether what is had or given is a state of life, no service."""
    home = matter.lemma == "ha" and matter.of_people and is_homely(matter.object)
    said = _PURPOSE.split(matter.rest)[0] if is_new(matter.object) else matter.rest
    return home or _OUTCOME.search(said) is not None or is_life(matter.object)


def _giving(matter: Matter) -> str:
    """Return the stance of giving: better conditions, or something new."""
    following = [t.form.text for t in matter.tokens[matter.head + 1 : matter.head + 2]]
    if following in (["upp"], ["sig"], ["vika"], ["efter"]):
        return unclassed(matter)
    if matter.passive and following and following[0] in {"på", "i", "av", "genom", "utan"}:
        return "strengthen"  # how what exists is given
    if mentions(_CHANCE, matter):
        return "introduce"
    better = any(
        t.form.more or t.form.text == "samma"
        for before, t in pairwise((matter.tokens[matter.head], *matter.phrase))
        if before.form.text not in {"i", "på"}  # "i fler stadsdelar"
    )
    article = next((i for i, t in enumerate(matter.object) if t.form.text in ARTICLES), -1)
    if any(t.form.lemma in _SAY for t in matter.object):
        return "strengthen"  # "ges en större roll"
    good = of_quality(matter.object) or (article > 0 and of_quality(matter.object[article + 1 :]))
    if better or _is_outcome(matter) or good:
        return "goal" if matter.of_people else "strengthen"
    return "introduce"


def _existing(matter: Matter) -> str:
    """Return the stance of "ska finnas": that society is there is an outcome, a service is new."""
    if matter.rest.lstrip().startswith(("med ", "nära ", "tillgänglig")) and matter.subject:
        return "strengthen"  # "barnperspektivet ska finnas med"
    if is_homely(matter.object) and " som " in matter.rest:
        return "goal"  # "det ska finnas någon som bryr sig"
    there = matter.rest.lstrip().startswith("där") and by_society(
        matter, "stödet", "hjälpen", "kommunen", "vi"
    )
    return "goal" if there else "introduce"


def _building(matter: Matter) -> str:
    """Return the stance of building: homes with certain features are new, more homes or known ones are more of what exists."""
    more = any(t.form.more or t.form.text == "till" for t in matter.phrase)
    more = more or not _GOING_ON.isdisjoint(matter.before(3))
    return (
        "strengthen" if more or not matter.object or is_definite(matter.object[-1]) else "introduce"
    )


def _guaranteeing(matter: Matter) -> str:
    """Return the stance of a guarantee: of a good life an outcome, of a service to people new, to a body more of it."""
    if not matter.of_people:
        return matter.label or "strengthen"
    outcome = (
        _is_outcome(matter)
        or of_quality(matter.object)
        or is_value(matter.object)
        or is_homely(matter.object)
    )
    return "goal" if outcome else "introduce"


def _making(matter: Matter) -> str:
    """Return the stance of making something other than it is: free of charge is a new rule, as is what was not done before."""
    made = matter.passive and is_new(matter.object)  # "en barnkonsekvensanalys ska göras"
    return "introduce" if made or mentions(_RULED, matter) else "strengthen"


def _training(matter: Matter) -> str | None:
    """Return introduce for those who shall be trained: "vikarierna ska utbildas i lyft"."""
    return "introduce" if matter.passive else None


def _sparing(matter: Matter) -> str:
    """Return the stance of being spared: a fee is abolished by a new rule, a trouble is an outcome."""
    if any(t.form.lemma in {"betala", "avgift"} for t in matter.tokens[matter.head + 1 :][:4]):
        return "introduce"
    return "goal" if matter.of_people else "strengthen"


_BY_VERB: dict[str, Callable[[Matter], str | None]] = {
    "utbilda": _training,
    "fortbilda": _training,
    "få": _getting,
    "ha": _having,
    "ge": _giving,
    "finnas": _existing,
    "garantera": _guaranteeing,
    "bygga": _building,
    "anlägga": _building,
    "uppföra": _building,
    "göra": _making,
    "slippa": _sparing,
}


def by_society(matter: Matter, *others: str) -> bool:
    """Return whether the subject begins with society, or one of the other words."""
    society = ("samhäll", "offentlig", *others)
    return bool(matter.subject) and matter.subject[0].form.text.startswith(society)
