"""What a proposal wants done with its matter: oppose, investigate, keep, introduce, strengthen, or a goal."""

import re
from collections.abc import Iterator
from itertools import pairwise

from loader.lexicon import Lexicon
from loader.links.context import Context
from loader.links.matters import Matter, matters, mentions
from loader.links.phrases import (
    ARTICLES,
    exists,
    is_ill,
    is_life,
    is_society,
    of_quality,
)
from loader.links.verbs import LOAD, by_verb
from loader.statements import Mention
from loader.swedish import demands, words
from loader.swedish.people import is_people
from loader.swedish.removals import refused

#: The guideline's order: of several stances in one statement, the first of these is its stance.
_ORDER = {"oppose": 0, "investigate": 1, "keep": 2, "introduce": 3, "strengthen": 4, "goal": 5}

#: Within how many words before a verb its negation stands.
_NEAR = 4

#: Verbs that may as well give more of what exists: they introduce only where nothing before them strengthens.
_GIVING = frozenset({"få", "ha", "ge", "ges", "finnas", "erbjuda", "skapa", "garantera", "låta", "tillhandahålla", "avsätta", "teckna", "anta"})  # fmt: skip

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

_LIMIT = re.compile(r"\b(?:mer|längre|fler|högre|mindre) än\b", re.IGNORECASE)
_STAYING = frozenset({"fortsättningen", "fortsättningsvis", "alltjämt", "oförändrad", "oförändrat", "oförändrade"})  # fmt: skip
_STAYING_AS = frozenset({("som", "förr"), ("som", "hittills"), ("även", "framöver"), ("också", "framöver")})  # fmt: skip
#: What is concluded, not ended: "sluta avtal".
_AGREED = re.compile(r"^\W*(?:(?:en|nya?|\w+iga?|\w+ala?|\w+t) )*(?:avtal|partnerskap|överenskommelse|förbund)", re.IGNORECASE)  # fmt: skip

_INSTEAD = re.compile(r"\butan\b(?! att)", re.IGNORECASE)
#: Adverbs by which what is done already is done more.
_MORE_OFTEN = frozenset({"oftare", "hårdare", "tätare", "snabbare", "bättre"})


#: Verbs by which people come to a service.
_DITRANSITIVE = frozenset({"få", "erbjuda", "ge", "tilldela", "garantera"})

#: Words that show nothing by themselves.
_SMALL = words.CONJUNCTIONS | (words.PREPOSITIONS - {"inför"}) | words.DEMANDING | words.DETERMINERS | {"att", "det", "våra", "vår", "vårt", "sådan", "två"}  # fmt: skip

#: Verbs of handling cases one by one, in the passive.
_HANDLING = frozenset({"granska", "utreda", "pröva", "kontrollera", "handlägga", "besvara"})

_NOBODY = frozenset({"inga", "ingen", "inget"})


def stance(context: Context, lexicon: Lexicon) -> Mention:
    """Return the stance; one without a word of its own stands at the demanding word, that of a list at its lead-in."""
    refusing = context.lead and demands.REFUSING_LEAD.search(context.lead.quote)
    if refusing and context.lead and context.passage.unit.kind == "bullet":
        low, high = refusing.span()
        return _mention(
            refused(context.tokens), context.lead.start + low, context.lead.start + high
        )
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
    for start, end in context.passage.sentences:
        if end <= context.demand:
            continue
        refusal = _refusal(context, start, end) or _support(context, start, end)
        if refusal:
            yield refusal
        kept = refusal is not None and refusal.concept in {"keep", "goal"}
        for matter in matters(context.text, context.passage.words(start, end), lexicon):
            concept = _judge(matter)
            if kept and concept == "oppose":
                continue  # "nej till att lägga ner jouren"
            strengthened |= concept == "strengthen"
            if concept and not (concept == "introduce" and strengthened and _is_weak(matter)):
                yield _grounded(concept, matter, context)


def _refusal(context: Context, start: int, end: int) -> Mention | None:
    """Return the stance of a sentence's refusal without a modal: "säger nej till …", "… är vi emot"."""
    if context.vocabulary.isdisjoint(demands.OF_REFUSAL):
        return None
    found = demands.REFUSAL.search(context.text, start, end)
    if not found or demands.NO_REFUSAL.search(context.text, start, end):
        return None
    inside = [t for t in context.tokens if start <= t.start < end]
    after = [t for t in inside if t.start >= found.end()]
    return _mention(refused(after or inside), *found.span())


def _support(context: Context, start: int, end: int) -> Mention | None:
    """Return introduce where a sentence says at its end that the party is for its matter: "narkotikahundar är vi för"."""
    found = demands.SUPPORT.search(context.text, start, end)
    at_end = found is not None and end - found.end() < 2
    return _mention("introduce", *found.span()) if found and at_end else None


def _grounded(concept: str, matter: Matter, context: Context) -> Mention:
    """Return the stance at the words that show it, from a negation on; where those are but small words, at the demanding word."""
    first, last = matter.span
    if matter.item.negated:  # "inte få"
        near = range(max(0, first - _NEAR), first)
        first = next((i for i in near if matter.tokens[i].form.text in words.NEGATIONS), first)
    shown = matter.tokens[first:last]
    if all(t.form.text in _SMALL for t in shown):
        demand = [t for t in matter.tokens if t.start >= context.demand][:1]
        shown = demand or shown
    return _mention(concept, shown[0].start, shown[-1].end)


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
    if _is_nothing(matter):
        return refused(matter.tokens[matter.head :])
    if _is_more_often(matter) or _is_routine(matter):
        return "strengthen"
    if matter.label == "investigate":
        return matter.label
    if matter.label == "keep" or _stays(matter):
        return _continued(matter)
    if any(t.form.more for t in matter.object[:3]) or _grows(matter):
        return "strengthen"
    return by_verb(matter)


def _is_nothing(matter: Matter) -> bool:
    """Return whether no thing of a kind shall be: "inga avgifter ska tas ut", where "ingen ska frysa" tells an outcome."""
    nobody = matter.subject[:1] and matter.subject[0].form.text in _NOBODY
    return bool(nobody) and not matter.of_people() and not is_ill(matter.subject)


def _is_routine(matter: Matter) -> bool:
    """Return whether cases are handled, or a service reaches more people: "anmälningar ska utredas", "beviljas också för konserter"."""
    after = {t.form.text for t in matter.tokens[matter.head + 1 : matter.head + 3]}
    reaches = matter.label == "introduce" and not {"även", "också"}.isdisjoint(after)
    return matter.passive and (reaches or matter.lemma in _HANDLING)


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
    turned = refused(matter.tokens[matter.head :])
    if turned != "oppose":
        return turned  # "ska inte läggas ner"
    before = matter.before(4)
    forbidden = "får" in before and before[-1] in words.NEGATIONS
    outcome = matter.of_people() or is_ill(matter.subject)
    return "goal" if outcome and not forbidden else "oppose"


def _refused(matter: Matter) -> str:
    """Return the stance of a verb of refusal: "ingen ska nekas hjälp" tells an outcome."""
    if is_ill((*matter.subject, *matter.object)):
        return "goal"
    if matter.lemma == "sluta" and mentions(_AGREED, matter):
        return "introduce"
    if LOAD.search(matter.clause):
        return "strengthen"
    nobody = matter.subject[:1] and matter.subject[0].form.text in _NOBODY
    if nobody and matter.of_people():
        return "goal"
    return refused(matter.tokens[matter.span[1] :])


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
        return "goal" if any(map(is_people, counted)) else refused(core[1:])
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
    if label == "oppose":
        return refused(matter.tokens[matter.span[1] :])
    if label:
        return label
    return "goal" if is_society(core) else "introduce"
