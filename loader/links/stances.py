"""What a proposal wants done with its matter: oppose, investigate, keep, introduce, strengthen, or a goal."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loader.lexicon import Lexicon
from loader.links.context import Context
from loader.links.keeping import continued, letting, stays
from loader.links.matters import Matter, matters, mentions
from loader.links.noun_phrases import noun_phrase
from loader.links.phrases import ARTICLES, is_care, is_case, is_new
from loader.links.refusing import NOBODY, averted, negated, nobody
from loader.links.unclassed import is_bare, is_definite
from loader.links.verbs import by_verb
from loader.statements import Mention
from loader.swedish import demands, words
from loader.swedish.demanded import tells
from loader.swedish.removals import refused

#: The guideline's order: of several stances in one statement, the first of these is its stance.
_ORDER = {"oppose": 0, "investigate": 1, "keep": 2, "introduce": 3, "strengthen": 4, "goal": 5}

#: Within how many words before a verb its negation stands.
_NEAR = 4

#: Verbs that may as well give more of what exists: they introduce only where nothing before them strengthens.
_GIVING = frozenset({"få", "ha", "ge", "ges", "finnas", "erbjuda", "skapa", "garantera", "låta", "tillhandahålla", "avsätta", "teckna", "anta"})  # fmt: skip

#: Before these deeds something is done, as a rule: "utbildas innan de får egen nyckel".
_QUALIFIED = re.compile(r"\b(?:innan|först därefter|först sedan) (?:de|den|dom|hen|man|någon|hon|han) (?:får|börjar|arbetar|släpps|skickas|anställs|tar|går|träffar|görs|genomförs|beslutas|fattas|klubbas|flyttar)\b", re.IGNORECASE)  # fmt: skip
_ONLY = frozenset({"endast", "enbart", "bara", "uteslutande"})
#: The words one of which every such rule has.
_OF_RULES = _ONLY | {"innan", "först"}
#: What people have more of where they are better off: "få det bättre".
_SOMETHING = frozenset({"något", "det", "mycket", "lite", "fått", "ännu", "betydligt"})
_PROMPT = re.compile(r"\b(?:tidigt|i (?:god |rätt )?tid|snabbt|skyndsamt|genast|utan dröjsmål)\b", re.IGNORECASE)  # fmt: skip

#: The words one of which every such haste has.
_OF_PROMPTNESS = frozenset({"tidigt", "tid", "snabbt", "skyndsamt", "genast", "dröjsmål"})

#: Adverbs by which what is done already is done more.
_MORE_OFTEN = frozenset(
    {"oftare", "hårdare", "tätare", "snabbare", "bättre", "tidigare", "fortare", "närmare"}
)

#: "I större utsträckning."
_EXTENTS = frozenset({"utsträckning", "omfattning", "grad"})

#: Verbs by which people come to a service.
_DITRANSITIVE = frozenset({"få", "erbjuda", "ge", "tilldela", "garantera"})

#: Words that show nothing by themselves.
_SMALL = words.CONJUNCTIONS | (words.PREPOSITIONS - {"inför"}) | words.DEMANDING | words.DETERMINERS | {"att", "det", "våra", "vår", "vårt", "sådan", "två"}  # fmt: skip

#: What a refusal sets free.
_FREED = frozenset({"pengarna", "medlen", "resurserna", "tiden", "kraften"})

#: Verbs of handling cases one by one, in the passive.
_HANDLING = frozenset({"granska", "utreda", "pröva", "kontrollera", "handlägga", "besvara"})

#: Whoever shall report how something can be done shall look into it: "redovisa hur frånvaron kan minskas".
_REPORTING = frozenset(
    {"redovisa", "föreslå", "återkomma", "beskriva", "belysa", "presentera", "visa"}
)
_HOW_IT_CAN = re.compile(r"^.{0,40}\bhur\b.* (?:kan|ska|skulle|bör)\b", re.IGNORECASE)
_IDEAS = frozenset({"tanke", "idé", "förslag", "möjlighet", "fråga"})

#: Money set aside for more of what exists: "avsätter 2 mnkr för att fler …".
_FUNDING = frozenset({"avsätta", "tillföra", "anslå", "reservera"})
_FOR_GROWTH = re.compile(r"\b(?:för|till) (?:att )?(?:ännu |ge )?(?:fler|mer|bättre|högre|större)\b", re.IGNORECASE)  # fmt: skip

#: For whom what exists shall be too: "öppna arbetsmarknaden för fler".
_FOR_MORE = re.compile(r"^(?:\W*\w+(?:en|et|na)\b)(?:\W+\w+){0,7}?\W+för (?:betydligt |ännu )?fler\b", re.IGNORECASE)  # fmt: skip
#: What makes of a refusal more than an afterthought, and what parts it from the proposal.
_BUT = re.compile(r"\bmen\b", re.IGNORECASE)
_APART = re.compile(r"[.;!]")
_SO_THAT = re.compile(r"\W*(?:på )?så att\b")
_RIGHT = re.compile(r"\bär en (?:\w+ )?rättighet\b", re.IGNORECASE)


def stance(context: Context, lexicon: Lexicon) -> Mention:
    """Return the stance; one without a word of its own stands at the demanding word, that of a list at its lead-in."""
    if refusing := _refusing_lead(context):
        return _mention(refused(context.tokens), *refusing)
    best: Mention | None = None
    for found, negates in _judgements(context, lexicon):
        first = best is None or _ORDER[found.concept] < _ORDER[best.concept]
        if first and not _is_afterthought(context, best, found, negates=negates):
            best = found
    if best:
        return best
    end = next((t.end for t in context.tokens if t.start >= context.demand), context.end)
    return Mention("stance", "strengthen", "stance-default", context.demand, end)


def _refusing_lead(context: Context) -> tuple[int, int] | None:
    """Return where the lead-in of a list refuses its items, each and all."""
    lead = context.lead
    if lead is None or context.passage.unit.kind != "bullet":
        return None
    if lead.vocabulary.isdisjoint(demands.OF_REFUSING_LEAD):
        return None
    found = demands.REFUSING_LEAD.search(lead.quote)
    return (lead.start + found.start(), lead.start + found.end()) if found else None


def _judgements(context: Context, lexicon: Lexicon) -> Iterator[tuple[Mention, bool]]:
    """Yield the stance of each thing that the statement asks for, from its demanding word's sentence on, and whether it only negates."""
    strengthened = False
    for start, end in _asking(context):
        if end <= context.demand:
            continue
        refusal = (
            _refusal(context, start, end)
            or _support(context, start, end)
            or _right(context, start, end)
        )
        if refusal:
            yield refusal, False
        kept = refusal is not None and refusal.concept in {"keep", "goal"}
        asked = list(matters(context.passage, start, end, lexicon))
        verdicts = _verdicts(asked)
        for matter, concept in zip(asked, verdicts, strict=True):
            if concept == "introduce" and _is_part(matter, asked, verdicts):
                continue  # "få hjälp och kunna leva ett rikt liv"
            if kept and concept == "oppose":
                continue  # "nej till att lägga ner jouren"
            strengthened |= concept == "strengthen"
            if concept and not (concept == "introduce" and strengthened and _is_weak(matter)):
                yield _grounded(concept, matter, context), matter.item.negated


def _asking(context: Context) -> Sequence[tuple[int, int]]:
    """Return the sentences that ask for something, or all where each only tells."""
    passage, sentences = context.passage, context.passage.sentences
    if len(sentences) == 1:
        return sentences
    said = [(s, passage.words(*s)) for s in sentences]
    asking = [
        s
        for s, tokens in said
        if not tells(passage.text, tokens, passage.verbs(*s))
        and (len(tokens) > 1 or not all(map(is_definite, tokens)))
    ]  # "Sommarlyftet. Vi avsätter …": a name says what it is about
    return asking or sentences


def _verdicts(asked: Sequence[Matter]) -> list[str | None]:
    """Return the stance of each thing asked for; what takes up an outcome goes with it: "ingen mobbning ska få fäste, och den som uppstår ska upptäckas"."""
    verdicts = [_judge(matter) for matter in asked]
    for k, (matter, (before, concept)) in enumerate(
        zip(asked[1:], pairwise(verdicts), strict=True)
    ):
        if (before, concept) == ("goal", "strengthen") and _is_pronoun(matter):
            verdicts[k + 1] = "goal"
        if before in {"oppose", "goal"} and _is_replacement(matter):
            verdicts[k] = None  # "fasa ut konsulterna och lägga pengarna på …"
    return verdicts


def _is_replacement(matter: Matter) -> bool:
    """Return whether something is to come in the place of what was refused: "ersätts med ramtid", "lägga pengarna på golvet"."""
    spent = matter.lemma == "lägga" and any(t.form.text in _FREED for t in matter.object[:1])
    return spent or (matter.lemma == "ersätta" and matter.passive)


def _is_afterthought(
    context: Context, best: Mention | None, found: Mention, *, negates: bool
) -> bool:
    """Return whether a refusal only follows on what is asked for: "stärk tillsynen; oseriösa bolag ska bort" strengthens."""
    if found.concept != "oppose" or best is None or best.concept == "goal":
        return False
    between = context.text[best.end : found.start]
    return bool(_APART.search(between)) or (negates and not _BUT.search(between))


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
    if context.vocabulary.isdisjoint(demands.OF_SUPPORT):
        return None
    found = demands.SUPPORT.search(context.text, start, end)
    at_end = found is not None and end - found.end() < 2
    return _mention("introduce", *found.span()) if found and at_end else None


def _right(context: Context, start: int, end: int) -> Mention | None:
    """Return goal where a sentence calls its matter a right: "ett hem är en rättighet"."""
    stands = "rättighet" in context.vocabulary
    found = _RIGHT.search(context.text, start, end) if stands else None
    return _mention("goal", *found.span()) if found else None


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


def _is_pronoun(matter: Matter) -> bool:
    """Return whether the subject only takes up what was named before."""
    return [t.form.text for t in matter.subject] in (["den"], ["det"], ["de"])


def _is_part(matter: Matter, asked: Sequence[Matter], verdicts: Sequence[str | None]) -> bool:
    """Return whether what people get is but a part of the outcome that the sentence wants for them."""
    same = (
        v for m, v in zip(asked, verdicts, strict=True) if m.item.subject == matter.item.subject
    )
    it = [t.form.text for t in matter.tokens[matter.head + 1 : matter.head + 2]] == ["det"]
    plain = matter.lemma == "ha" or is_care(matter.object) or it
    return matter.of_people and plain and "goal" in same


def _is_weak(matter: Matter) -> bool:
    """Return whether the words may as well give more of what exists: "ge stöd", a bare noun phrase."""
    if matter.item.verb is not None:
        return matter.lemma in _GIVING and not is_new(matter.object)
    return matter.tokens[matter.head].form.text not in ARTICLES


def _judge(matter: Matter) -> str | None:
    """Return the stance of one thing asked for; None where it is only what another shall replace."""
    if matter.item.negated:
        return negated(matter)
    if matter.item.verb is None:
        return noun_phrase(matter)
    return next((concept for rule in _RULES if (concept := rule(matter))), None) or by_verb(matter)


def _nobody(matter: Matter) -> str | None:
    return nobody(matter) if matter.subject and matter.subject[0].form.text in NOBODY else None


def _averted(matter: Matter) -> str | None:
    return averted(matter) if matter.label == "oppose" else None


def _ruled(matter: Matter) -> str | None:
    """Return introduce for a rule on who may, or on what comes first: "endast läkare får", "utbildas innan de får nyckel"."""
    if matter.vocabulary.isdisjoint(_OF_RULES):
        return None
    only = _ONLY & {t.form.text for t in matter.tokens[slice(*matter.item.subject)]}
    qualified = matter.label not in {"investigate", "keep", "goal"} and mentions(_QUALIFIED, matter)
    return "introduce" if only or qualified else None


def _done_better(matter: Matter) -> str | None:
    """Return strengthen for what is done already and shall be done more often, soon, or as a routine."""
    better = _is_more_often(matter) or _is_routine(matter) or _is_prompt(matter)
    return "strengthen" if better else None


def _kept(matter: Matter) -> str | None:
    """Return the stance of what shall be looked into, or go on."""
    if matter.label == "investigate":
        routine = "alltid" in matter.before(4)  # "alltid prövas om släkten kan ta emot"
        return "strengthen" if routine else matter.label
    if matter.lemma == "se" and "över" in [
        t.form.text for t in matter.tokens[matter.head + 2 :][:3]
    ]:
        return "investigate"  # "ses arvodena över"
    if matter.lemma in _REPORTING and mentions(_HOW_IT_CAN, matter):
        return "investigate"
    if matter.lemma == "pröva" and any(t.form.lemma in _IDEAS for t in matter.object[:2]):
        return "investigate"
    return continued(matter) if matter.label == "keep" or stays(matter) else None


def _more(matter: Matter) -> str | None:
    """Return the stance of more of a thing: an outcome for people who shall fare better, else strengthen."""
    more = any(t.form.more for t in matter.object[:3]) or _grows(matter) or _is_effort(matter)
    more = more or ("fler" in matter.vocabulary and mentions(_FOR_MORE, matter))
    more = more or (matter.lemma in _FUNDING and mentions(_FOR_GROWTH, matter))
    return None if not more else "goal" if _is_better_off(matter) else "strengthen"


_RULES = (letting, _nobody, _averted, _ruled, _done_better, _kept, _more)


def _is_better_off(matter: Matter) -> bool:
    """Return whether people shall fare better: "de ska få det bättre"."""
    plain = all(t.form.more or t.form.text in _SOMETHING for t in matter.object)
    return matter.of_people and bool(matter.object) and plain and matter.lemma != "bli"


def _is_effort(matter: Matter) -> bool:
    """Return whether something is done without an object but for its result: "anställa så att det blir fler"."""
    return not matter.object and _SO_THAT.match(matter.rest) is not None


def _is_routine(matter: Matter) -> bool:
    """Return whether cases are handled, or a service reaches more people: "anmälningar ska utredas", "beviljas också för konserter"."""
    if not matter.passive:
        return False
    if matter.lemma in _HANDLING:
        each = is_bare(matter.subject) and matter.lemma != "pröva"
        if each or is_case(matter.subject) or matter.lemma == "besvara":
            return True
    after = {t.form.text for t in matter.tokens[matter.head + 1 : matter.head + 2]}
    return matter.label == "introduce" and not {"även", "också"}.isdisjoint(after)


def _is_prompt(matter: Matter) -> bool:
    """Return whether help of no certain kind shall come early: "insatser ska sättas in tidigt"."""
    return (
        not matter.vocabulary.isdisjoint(_OF_PROMPTNESS)
        and matter.label in {None, "introduce"}
        and is_care(matter.object)
        and _PROMPT.search(matter.clause) is not None
    )


def _is_more_often(matter: Matter) -> bool:
    """Return whether what is done already shall be done more: "oftare pröva", "granska hårdare"."""
    if matter.vocabulary.isdisjoint(_MORE_OFTEN | _EXTENTS):
        return False
    clause = matter.tokens[max(0, matter.head - 4) : matter.item.object[1]]
    often = {"oftare"} if matter.of_people and not matter.label else _MORE_OFTEN
    extent = any(a.form.more and b.form.lemma in _EXTENTS for a, b in pairwise(clause))
    return extent or any(t.form.text in often for t in clause)


def _grows(matter: Matter) -> bool:
    """Return whether more of a thing, or more people with a service, is asked for: "fler äldre ska få plats"."""
    more = bool(matter.subject) and matter.subject[0].form.text == "fler"
    return more and (matter.lemma in _DITRANSITIVE or not matter.of_people)
