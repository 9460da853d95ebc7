"""By what one sentence demands something: each criterion returns the demanding word, or None.

The demand is the main clause's finite verb, or the att-clause of a verb of will or opinion; a modal
in a subordinate clause demands nothing.
"""

import re
from collections.abc import Callable

from loader.describing import NEEDY, describes, views
from loader.sentences import Sentence
from loader.swedish import demands, words
from loader.swedish.clauses import (
    begins_with_imperative,
    begins_with_infinitive,
    infinitive_after,
)

#: Subjects under which "får inte" tells of people's plight: "många får inte den hjälp de behöver".
_DENIED = frozenset({"de", "många", "människor", "man", "hon", "han"})

#: Refusals that need nobody who refuses.
_NO_SPEAKER = re.compile(
    r"hör inte hemma|nej tack|utesluten|uteslutet|aktuell|på fråga|otänkbar|oaccept|orimlig|fel väg|räcker|vara (?:slut|nog|stopp)",
    re.IGNORECASE,
)

#: What a party comes to do itself, or what comes about: "vi kommer att finnas på torget", "det kommer att märkas".
_PRESENT = demands.SPEECH | {"finnas", "diskutera", "träffas", "delta", "återkomma", "märkas", "synas", "publiceras", "drabbas", "kännas", "fördubblas", "försämras"}  # fmt: skip

#: What is feared is not asked for; what follows is not, where it is a burden.
_FEARED = frozenset({"risk", "fara", "oro", "farhåga", "rädsla", "problem", "kritik", "svårighet"})
_FOLLOWING = frozenset({"följd", "resultat", "konsekvens", "sanning", "verklighet"})

#: What a party would gladly do with its readers.
_MEETING = frozenset({"veta", "höra", "träffa", "möta", "prata", "slippa"})

_NOBODY = frozenset({"ingen", "inget", "inga"})
_IMPERSONAL = frozenset({"behövs", "krävs", "fordras"})

#: Finite verbs by which a clause asks: after a copula, and in what the party holds.
_IN_CLEFTS = words.DEMANDING | {"behöver", "får"}
_IN_OPINIONS = words.DEMANDING | {"behöver", "behövs", "krävs"}

#: Infinitives that begin no demand.
_NEVER_DEMANDS = demands.LIFE_VERBS - {"få", "ha"}


def achieved(s: Sentence) -> bool:
    """Return whether the party says that it has done something."""
    return any(
        s.word(i) in {"har", "hade"}
        and (s.subject_is_party(i) or demands.ACHIEVED.search(s.quote))
        and any(t.form.supine for t in s.tokens[i + 1 : i + 8])
        for i in s.main
    )


def demand_modal(s: Sentence) -> int | None:
    """Find ska, bör, måste as a main clause's verb."""
    return next((i for i in s.main if s.word(i) in words.DEMANDING and not describes(s, i)), None)


def party_wants(s: Sentence) -> int | None:
    """Find a verb of will whose subject is the party."""
    for i in s.main:
        wills = (
            s.word(i) in demands.WILLING
            and i + 1 < len(s.tokens)
            and not s.after(i, 4) & demands.SPEECH
            and not (s.word(i) == "lovar" and s.after(i, 1) & {"inte", "inget", "inga", "aldrig"})
        )
        elided = i == 0 and s.word(1) == "att"  # "Vill att …", of a candidate
        wishes = s.word(i) == "skulle" and {"vilja", "gärna", "helst", "hellre"} & s.after(i)
        wanted = wills or (wishes and not s.after(i, 4) & (demands.SPEECH | _MEETING))
        if wanted and (elided or s.subject_is_party(i)):
            return i
    return None


def refusal(s: Sentence) -> int | None:
    """Find a refusal without a modal."""
    if s.vocabulary.isdisjoint(demands.OF_REFUSAL):
        return None
    found = demands.REFUSAL.search(s.quote)
    if not found or demands.NO_REFUSAL.search(s.quote):
        return None
    verbless = found.start() == 0 or _NO_SPEAKER.search(found.group()) is not None
    at = s.at(found)
    named = any(s.subject_is_party(v.index) for v in s.verbs)
    return at if verbless or named else None


def must_not(s: Sentence) -> int | None:
    """Find "får inte", "får aldrig", "får ingen"."""
    for i in s.main:
        if s.word(i) != "får":
            continue
        if (
            s.word(i + 1) in _NOBODY
            or (s.word(i - 1) in _NOBODY and i == 1)
            or s.word(s.clause_start(i)) in _NOBODY
        ):
            if any(t.form.infinitive or t.form.passive for t in s.tokens[i + 1 : i + 7]):
                return i
            continue
        reach = 8 if s.word(i + 1) in {"en", "ett"} else 2
        negation = next(
            (k for k in range(i + 1, i + 1 + reach) if s.word(k) in words.NEGATIONS), None
        )
        subject = {t.form.text for t in s.tokens[s.clause_start(i) : i]}
        forbidden = negation and infinitive_after(s.tokens, negation) is not None
        if forbidden and not subject & _DENIED and "tvingas" not in s.vocabulary:
            return i
    return None


def need(s: Sentence) -> int | None:
    """Find behövs, krävs, or a behöver that demands."""
    for i in s.main:
        word = s.word(i)
        if word in {"kommer", "lär", "torde"} and {"behövas", "krävas"} & s.after(i, 5):
            return i
        needless = {"inte", "inget", "inga"} & s.after(i) or s.voice.fullmatch(s.tokens[0].surface)
        needless = needless or {s.word(i - 1), s.word(i - 2)} & {"många", "vissa", "somliga", "del"}
        if word in _IMPERSONAL and not needless:
            return i
        if word == "föreslås" and s.word(0) not in {"i", "av", "enligt"}:
            return i
        if word == "behöver" and _needs(s, i):
            return i
        lacks = word == "skulle" and "behöva" in s.after(i, 2)
        if lacks and not {t.form.text for t in s.tokens[s.clause_start(i) : i]} & NEEDY:
            return i
    return None


def _needs(s: Sentence, i: int) -> bool:
    """Return whether a behöver demands: of a body or a thing, or with the party as its subject."""
    start = s.clause_start(i)
    following = infinitive_after(s.tokens, i)
    if s.word(i - 1) in {"alla", "själva"} or {"inte", "det"} == {s.word(i + 1), s.word(i + 2)}:
        return False  # "så behöver det inte vara"
    if {"du", "ni"} & {s.word(start), s.word(i + 1)} or (
        s.word(i - 1) == "man" and s.word(i + 1) in words.NEGATIONS
    ):
        return False  # "du behöver inte vara medlem"
    if s.word(i + 1) in words.FIRST_PERSON or s.subject_is_party(i):
        return True
    if s.word(start) == "varje" and {"en", "ett", "egen", "egna"} & s.after(i, 1):
        return True  # "varje placerat barn behöver en egen plan"
    if following == i + 1 and s.word(start) in {"man", "människor", "de", "barn", "många", "vissa"}:
        return False
    inverted = infinitive_after(s.tokens, i + 1) if i + 1 < len(s.tokens) else None
    if (
        following is not None
        or inverted is not None
        or any(t.form.passive for t in s.tokens[i + 1 : i + 5])
    ):
        return True
    return i > start and not {t.form.text for t in s.tokens[start:i]} & NEEDY


def importance(s: Sentence) -> int | None:
    """Find what is important, decisive or of priority to do, in a main clause."""
    found = demands.IMPORTANT.search(s.quote) if "att" in s.vocabulary else None
    if not found and not s.vocabulary.isdisjoint(demands.OF_PRIORITY):
        found = demands.PRIORITY.search(s.quote)
    if not found or demands.TELLING.match(s.quote, found.end() + 1):
        return None
    index = s.at(found)
    asks = words.DEMANDING | words.NEEDING | {"får"}
    if s.word(index or 0) in {"uppfattning", "övertygelse"} and s.vocabulary.isdisjoint(asks):
        return None  # what is held to be so
    if index is None or _is_others(s, index):
        return None
    copulas = [
        v
        for v in s.verbs
        if s.word(v.index) in {"är", "blir", "vore", "bör", "måste", "ska"} and v.index <= index + 3
    ]
    return None if copulas and not any(v.main for v in copulas) else index


def _is_others(s: Sentence, i: int) -> bool:
    """Return whether what is important or wanted at `i` is so to others: "Alliansens förslag är att"; or two infinitives are set equal."""
    owner = s.tokens[i - 1].surface if i else ""
    theirs = owner[:1].isupper() and owner.endswith("s") and not s.voice.fullmatch(owner)
    equal = s.word(0) == "att" and s.word(i) in {"krav", "mål", "uppgift"}
    return theirs or equal


def that_clause(s: Sentence) -> int | None:
    """Find the modal of a clause after a copula: "ett exempel är att barn ska …", "är något som måste …"; or an att-clause that stands alone as an answer."""
    alone = s.word(0) == "att" and s.unit.kind == "sentence" and not s.main
    if alone and s.verbs and s.word(s.verbs[0].index) in {"får", "slipper", "ska", "öppnar"}:
        return s.verbs[0].index
    for verb in s.verbs:  # "utgångspunkten är att den som är frisk ska …"
        if verb.main and s.word(verb.index) == "är" and s.word(verb.index + 1) == "att":
            for inner in s.verbs:
                asks = inner.opener == verb.index + 1 and s.word(inner.index) in words.DEMANDING
                if asks and not _deplores(s, verb.index, inner.index):
                    return inner.index
    for verb, inner in zip(s.verbs, s.verbs[1:], strict=False):
        asking = s.word(inner.index) in _IN_CLEFTS
        if (
            not verb.main
            or s.word(verb.index) not in {"är", "betyder", "innebär", "blir"}
            or not asking
        ):
            continue
        between = [t.form.text for t in s.tokens[verb.index + 1 : inner.index]]
        if s.word(inner.index) == "får" and not words.NEGATIONS & {
            *between,
            *s.after(inner.index, 1),
        }:
            continue
        relative = (
            "som" in between
            and between[0] not in words.NEGATIONS  # "det är inte de som ska skämmas"
            and (
                bool({"en", "ett", "något"} & set(between[:2]))
                or ("utan" in between and bool({"en", "ett"} & set(between)))
                or not set(between[between.index("som") + 1 :]) - words.ADVERBS
            )
            and not s.subject_is_party(verb.index)
        )
        if relative and s.word(inner.index) == "behöver":
            relative = infinitive_after(s.tokens, inner.index) is not None
        states = inner.opener == verb.index + 1 and between[:1] == ["att"]
        if (states or relative) and not _deplores(s, verb.index, inner.index):
            return inner.index
    return None


def _deplores(s: Sentence, copula: int, i: int) -> bool:
    """Return whether what comes to have to be done at `i` is feared or follows: "risken är att barn får vänta"."""
    subject = {t.form.lemma for t in s.tokens[max(0, copula - 4) : copula]}
    follows = bool(subject & _FOLLOWING) and s.word(i) in {"måste", "behöver", "får"}
    return follows or bool(subject & _FEARED)


def right(s: Sentence) -> int | None:
    """Find a right to something."""
    if "rätt" not in s.vocabulary:
        return None
    claimed = re.search(r"\brätt (?:till|att)\b(?! (?:över)?klaga| ansöka|\W*$)", s.quote)
    return next((i for i in s.main if claimed and s.word(i) == "har" and _holds(s, i)), None)


def _holds(s: Sentence, i: int) -> bool:
    """Return whether the "har" at `i` governs a "rätt": not "har en konvention som säger att alla har rätt"."""
    following = [t.form.text for t in s.tokens[i + 1 : i + 10]]
    return "rätt" in following and "att" not in following[: following.index("rätt")]


def opinion(s: Sentence) -> int | None:
    """Find an opinion of the party whose clause holds a demand."""
    for i in s.main:
        agrees = s.word(i) == "är" and s.after(i) & demands.AGREED
        if (
            (s.word(i) in demands.OPINING or agrees)
            and s.subject_is_party(i)
            and (
                demands.WORTH.search(s.quote) is not None
                or any(_asks(s, v.index) for v in s.verbs if v.index > i)
            )
        ):
            return i
    return None


def _asks(s: Sentence, i: int) -> bool:
    """Return whether the finite verb at `i` asks rather than tells how to view a matter."""
    return s.word(i) in _IN_OPINIONS and not views(s, i)


def commitment(s: Sentence) -> int | None:
    """Find a verb by which the party commits itself."""
    if "inte" in s.vocabulary and demands.NO_REFUSAL.search(s.quote):
        return None
    if not s.vocabulary.isdisjoint(demands.OF_SUPPORT):
        support = demands.SUPPORT.search(s.quote)
        if support:
            return s.at(support)
    for i in s.main:
        word = s.word(i)
        if word == "kommer" and s.after(i, 5) & _PRESENT:
            continue
        if word == "kommer" and "att" in s.after(i, 2) and _is_announced(s, i):
            return i
        needed = demands.COMMITTING_WITH.get(word)
        if needed is None and word not in demands.COMMITTING:
            continue
        if word == "bygger" and s.word(i + 1) == "på":
            continue  # what it rests on
        if (needed is None or needed & s.after(i, 4)) and (
            s.subject_is_party(i) or (i == 0 and word == "fortsätter")
        ):
            return i
    return None


def _is_announced(s: Sentence, i: int) -> bool:
    """Return whether "kommer att" tells what the municipality will do, or what will be done."""
    infinitive = infinitive_after(s.tokens, next(k for k in (i + 1, i + 2) if s.word(k) == "att"))
    passive = infinitive is not None and s.tokens[infinitive].form.passive
    return passive or s.word(s.clause_start(i)) in {"kommunen", "staden", "regionen"}


def assignment(s: Sentence) -> int | None:
    """Find "får i uppdrag", "ges i uppdrag": what a budget or motion has somebody do."""
    return next(
        (
            i
            for i in s.main
            if s.word(i) in {"uppdras", "uppmanas", "åläggs"}
            or (s.word(i) in {"får", "ges"} and "uppdrag" in s.after(i, 8))
        ),
        None,
    )


def _call_after_colon(s: Sentence) -> int | None:
    """Return the index of an imperative after a colon: "Till dig som styr: ge jouren ett avtal"."""
    for k in range(1, len(s.tokens) - 1) if ":" in s.quote else ():
        between = s.text[s.tokens[k - 1].end : s.tokens[k].start]
        if between.strip() == ":" and begins_with_imperative(s.tokens[k:]):
            return k
    return None


def _stops_before(s: Sentence, i: int) -> bool:
    """Return whether a clause of its own ends before the finite verb at `i`: "Rusta badet – det är slitet", "Öppna badet, är vårt förslag"."""
    if i < 2:
        return False
    between = s.text[s.tokens[1].start : s.tokens[i].start]
    near = s.text[s.tokens[i - 2].end : s.tokens[i].start]
    return "," in near or any(mark in between for mark in (";", " – ", " - ", ": ", " så "))


def _addresses(s: Sentence) -> bool:
    """Return whether an imperative speaks to the reader: "Tänk om …", "Låt mig förklara", "Ta Mora, där …"."""
    rhetorical = s.word(0) in demands.RHETORICAL or s.word(1) in {"därtill", "märke"}
    return (
        rhetorical
        or bool(s.vocabulary & demands.SPOKEN_TO)
        or (s.word(0) == "ta" and not s.after(0, 1) & demands.TAKEN)
    )


def bare_infinitive(s: Sentence) -> int | None:
    """Return 0 where a sentence begins with an infinitive or imperative and has no main verb."""
    led = s.word(0) in {"och", "men"} and len(s.tokens) > 2  # "Och låt dem som …"
    first = s.word(int(led))
    imperative = begins_with_imperative(s.tokens[int(led) :])
    called = _call_after_colon(s)
    if called is not None:
        return called
    if ":" in s.quote and demands.PLEDGE.match(s.quote):
        return 0
    if s.main:
        whole = s.unit.kind == "bullet" or (_stops_before(s, s.main[0]) and not _addresses(s))
        return 0 if imperative and first not in {"se", "få", "håll"} and whole else None
    if demands.SLOGAN.match(s.quote):
        return 0
    if first in _NEVER_DEMANDS or len(s.tokens) < 3 - imperative:
        return None
    return 0 if imperative or begins_with_infinitive(s.tokens) else None


#: The criteria in the order in which they are tried, each with the name of its rule.
CRITERIA: dict[str, Callable[[Sentence], int | None]] = {
    "demand-modal": demand_modal,
    "party-wants": party_wants,
    "refusal": refusal,
    "must-not": must_not,
    "need": need,
    "importance": importance,
    "that-clause": that_clause,
    "right": right,
    "opinion": opinion,
    "commitment": commitment,
    "assignment": assignment,
    "bare-infinitive": bare_infinitive,
}
