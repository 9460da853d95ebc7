"""What a proposal wants done with its matter: oppose, investigate, keep, introduce, strengthen, or a goal."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from loader.lexicon import Lexicon
from loader.links.context import Context
from loader.links.matters import Matter, matters, mentions
from loader.links.phrases import (
    ARTICLES,
    QUALITY,
    SOCIETY,
    exists,
    is_ill,
    is_life,
    is_new,
    is_society,
    of_quality,
)
from loader.segments import sentences
from loader.statements import Mention
from loader.swedish import demands, words
from loader.swedish.people import is_people
from loader.swedish.tokens import Token

#: The guideline's order: of several stances in one statement, the first of these is its stance.
_ORDER = {"oppose": 0, "investigate": 1, "keep": 2, "introduce": 3, "strengthen": 4, "goal": 5}

#: Verbs that may as well give more of what exists: they introduce only where nothing before them strengthens.
_GIVING = frozenset({"få", "ha", "ge", "ges", "finnas", "erbjuda", "skapa", "garantera", "låta", "tillhandahålla", "avsätta", "teckna", "anta"})  # fmt: skip

#: Verbs that only take what their object names: "göra en översyn".
_LIGHT = frozenset(
    {"göra", "genomföra", "tillsätta", "initiera", "beställa", "låta", "ta", "begära"}
)

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
        "satsa",
    }
)

#: Whoever gets what these words say gets an outcome: whatever is needed, the same as others, a chance.
_OUTCOME = re.compile(
    r"\b(?:som (?:krävs|behövs)|(?:de|hen|man|han|hon|du|som) behöver|i tid|lika|likvärdig\w*|möjlighet\w*|förutsättning\w*|villkor\w*|inflytande"
    r"|medbestämmande|delaktighet|trygghet|livskvalitet|självbestämmande|respekt|värdighet|start i)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:mer|längre|fler|högre|mindre) än\b", re.IGNORECASE)
_STAYING = frozenset({"fortsättningen", "fortsättningsvis", "alltjämt", "oförändrad", "oförändrat", "oförändrade"})  # fmt: skip
_STAYING_AS = frozenset({("som", "förr"), ("som", "hittills"), ("även", "framöver"), ("också", "framöver")})  # fmt: skip
_INSTEAD = re.compile(r"\butan\b(?! att)", re.IGNORECASE)
_ENTITLED = re.compile(r"\brätt (?:till|att)\b", re.IGNORECASE)


#: Verbs of how a body works, whatever their object: "bedriva ett gott arbete", "ta ett ansvar".
_WORKING = frozenset({"bedriva", "hålla", "ta", "spela", "utgöra", "visa", "föra", "ha", "vara", "bli"})  # fmt: skip

#: Adverbs by which what is done already is done more.
_MORE_OFTEN = frozenset({"oftare", "hårdare", "tätare", "snabbare", "bättre"})

#: What a thing is made by a new rule.
_RULED = re.compile(r"\b(?:gratis|\w*fria?|fritt|obligatorisk\w*|tillåt\w+)\b", re.IGNORECASE)

#: What people get to do with a service: "får träffa någon inom en vecka".
_DOING = frozenset({"hyra", "träffa", "komma", "flytta", "gå", "åka", "pröva", "prova", "möta", "söka", "använda", "byta", "låna"})  # fmt: skip

#: Loads that are eased for those who work: fewer in a group, shorter queues.
_LOAD = re.compile(
    r"\b(?:\w*(?:grupp|klass|ärende|väntetid|arbetsbörda|administration|pappersarbete|byråkrati|krångel|vikarie)\w*|\w*kö(?:n|er|erna)?\b|per \w+)",
    re.IGNORECASE,
)

_ALL = frozenset({"alla", "ingen", "inga", "inget", "varje", "var"})

#: Verbs by which people come to a service.
_DITRANSITIVE = frozenset({"få", "erbjuda", "ge", "tilldela", "garantera"})

_LETTING = frozenset({"låta", "låt", "låter"})
_NOBODY = frozenset({"inga", "ingen", "inget"})


def stance(context: Context, lexicon: Lexicon) -> Mention:
    """Return the stance; one without a word of its own stands at the demanding word."""
    best: Mention | None = None
    for found in _judgements(context, lexicon):
        afterthought = found.concept == "oppose" and best is not None and best.concept != "goal"
        if best is None or (_ORDER[found.concept] < _ORDER[best.concept] and not afterthought):
            best = found  # "stärk tillsynen; oseriösa bolag ska bort" strengthens
    end = next((t.end for t in context.tokens if t.start >= context.demand), context.end)
    return best or Mention("stance", "strengthen", "stance-default", context.demand, end)


def _judgements(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the stance of each thing that the statement asks for, from its demanding word's sentence on."""
    strengthened = False
    for start, end in sentences(context.text, context.start, context.end):
        if end <= context.demand:
            continue
        refused = demands.REFUSAL.search(context.text, start, end)
        if refused and not demands.NO_REFUSAL.search(context.text, start, end):
            yield _mention("oppose", *refused.span())
        for matter in matters(context.text, (start, end), lexicon):
            concept = _judge(matter)
            strengthened |= concept == "strengthen"
            if concept and not (concept == "introduce" and strengthened and _is_weak(matter)):
                first, last = matter.span
                yield _mention(concept, matter.tokens[first].start, matter.tokens[last - 1].end)


def _mention(concept: str, start: int, end: int) -> Mention:
    return Mention("stance", concept, f"stance-{concept}", start, end)


def _is_weak(matter: Matter) -> bool:
    """Return whether the words may as well give more of what exists: "ge stöd", a bare noun phrase."""
    if matter.item.verb is not None:
        return matter.lemma in _GIVING
    return matter.tokens[matter.head].form.text not in ARTICLES


def _judge(matter: Matter) -> str | None:
    """Return the stance of one thing asked for; None where it is only what another shall replace."""
    if matter.item.negated:
        return _negated(matter)
    if matter.item.verb is None:
        return _noun_phrase(matter)
    if matter.label == "oppose":
        return _refused(matter)
    if _is_more_often(matter):
        return "strengthen"
    if matter.label == "investigate":
        return matter.label
    if matter.label == "keep" or _stays(matter):
        return _continued(matter)
    if any(t.form.more for t in matter.object[:3]) or _grows(matter):
        return "strengthen"
    return _verb(matter)


def _stays(matter: Matter) -> bool:
    """Return whether what is asked for is there already: "vara kvar", "även framöver gälla"."""
    texts = [t.form.text for t in matter.tokens]
    kept = "kvar" in texts[matter.head : matter.item.object[1]] or not _STAYING.isdisjoint(texts)
    return kept or not _STAYING_AS.isdisjoint(pairwise(texts))


def _is_more_often(matter: Matter) -> bool:
    """Return whether what is done already shall be done more: "oftare pröva", "granska hårdare"."""
    clause = matter.tokens[max(0, matter.head - 4) : matter.item.object[1]]
    return any(t.form.text in _MORE_OFTEN for t in clause)


def _grows(matter: Matter) -> bool:
    """Return whether more of a thing, or more people with a service, is asked for: "fler äldre ska få plats"."""
    more = [t.form.text for t in matter.subject[:1]] == ["fler"]
    return more and (matter.lemma in _DITRANSITIVE or not matter.of_people())


def _negated(matter: Matter) -> str | None:
    """Return the stance of what shall not be: an outcome for people, or a refusal; None for X in "inte X utan Y"."""
    if mentions(_INSTEAD, matter):
        return None
    if _LIMIT.search(matter.rest):
        return "goal" if matter.of_people() else "strengthen"
    before = matter.before(4)
    forbidden = "får" in before and before[-1] in words.NEGATIONS
    outcome = matter.of_people() or is_ill(matter.subject)
    return "goal" if outcome and not forbidden else "oppose"


def _refused(matter: Matter) -> str:
    """Return the stance of a verb of refusal: "ingen ska nekas hjälp" tells an outcome."""
    if is_ill((*matter.subject, *matter.object)):
        return "goal"
    if _LOAD.search(matter.clause):
        return "strengthen"
    nobody = matter.subject[:1] and matter.subject[0].form.text in _NOBODY
    return "goal" if nobody and matter.of_people() else "oppose"


def _continued(matter: Matter) -> str:
    """Return keep, or the stance of the verb that shall go on: "fortsätta utveckla" strengthens."""
    following = matter.span[1]
    if any(t.form.more for t in matter.tokens[following : following + 1]):
        return "strengthen"  # "värna mer skog"
    while following < len(matter.tokens) and matter.tokens[following].form.text in words.ADVERBS | {
        "att",
        "med",
    }:
        following += 1
    growing = following < len(matter.tokens) and matter.tokens[following].form.lemma in _GROWING
    return "strengthen" if growing or matter.lemma in _GROWING else "keep"


def _noun_phrase(matter: Matter) -> str:
    """Return the stance of a noun phrase: more or better of something, or something new."""
    core = matter.core(matter.item.object)
    if core and core[0].form.text in _NOBODY:
        counted = [t.form for t in core[1:3] if not t.form.more]
        return "goal" if any(map(is_people, counted)) else "oppose"
    if any(t.form.text == "bort" for t in matter.tokens[slice(*matter.item.object)]):
        return "oppose"
    places = (matter.item.object[0], *(matter.tokens.index(t) for t in core[:3]))
    label = next((concept for i in places if (concept := matter.labelled(i))), None)
    better = (
        of_quality(core)
        or exists(core)
        or (matter.item.needed and not (core and core[0].form.text in ARTICLES))
    )
    if is_life(core) and label in {None, "strengthen"}:
        return "goal"
    if better and label in {None, "introduce"}:
        return "strengthen"
    if label:
        return label
    return "goal" if is_society(core) else "introduce"


def _verb(matter: Matter) -> str:
    """Return the stance of a verb by its class, its object, and who is its subject."""
    first, last = matter.span
    load = matter.label == "goal" and _LOAD.search(matter.clause)
    if matter.lemma in _LIGHT and any(
        matter.labelled(matter.tokens.index(t)) == "investigate" for t in matter.object
    ):
        return "investigate"
    if matter.label and last - first > 1 and not load:
        return matter.label
    if _by_society(matter):
        return "goal"
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
    better = any(t.form.more or t.form.text == "samma" for t in matter.tokens[matter.head + 1 :])
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
    """Return the stance of making something other than it is: free of charge is a new rule."""
    return "introduce" if mentions(_RULED, matter) else "strengthen"


def _sparing(matter: Matter) -> str:
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
