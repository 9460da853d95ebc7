"""What a sentence asks for: the demanded verbs with their subjects and objects, or a bare noun phrase."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loader.swedish import demands, words
from loader.swedish.clauses import Verb
from loader.swedish.infinitives import (
    ASIDE,
    CARRYING,
    STRIVING,
    commissioned,
    infinitives,
    is_verbal,
)
from loader.swedish.tokens import Token

#: Words before "på att" by which a party stands for what follows: "går till val på att".
_RUNNING = frozenset({"val", "satsa", "satsar", "fokusera", "fokuserar"})

#: Words before "att" by which what follows is how things are, and should not be: "det är fel att".
_WRONG = frozenset({"fel", "orimligt", "oacceptabelt", "ovärdigt", "skamligt", "oanständigt", "orättvist"})  # fmt: skip

#: Verbs whose att-clause tells what somebody thinks or what is prevented, and asks for nothing.
_TELLING = frozenset({
    "känna", "känner", "veta", "vet", "visa", "visar", "säga", "säger", "hindra", "förhindra", "tro", "tror", "undvika", "ser", "innebära", "utgå", "stoppa", "motverka",
})  # fmt: skip

#: Finite verbs with which the party speaks, so that they are never themselves what is asked for.
_SPEAKING = demands.WILLING | demands.OPINING | {"går", "är", "vore", "blir", "betyder", "innebär", "gäller"}  # fmt: skip

#: Finite verbs that demand: beside one of them, a plain present tense only tells how things are.
_STRONG = words.DEMANDING | words.NEEDING | demands.WILLING | {"får"}

_COMMITTING = _STRONG | demands.COMMITTING
_NEEDING = words.NEEDING | {"behöver"}
_LACKING = _NEEDING | demands.WILLING
_GOVERNING = words.DEMANDING | demands.WILLING | {"behöver", "får", "kommer", "skulle", "är", "kan", "blir", "vore"}  # fmt: skip
#: "Bostad först är värt att pröva" asks.
_WORTH = frozenset({"värt", "värd", "värda", "saknar", "saknas"})
#: Words that begin a description of how things are: "nu skickas de runt".
_AS_IT_IS = frozenset({"nu", "idag", "dag"})

#: Verbs by which a speaker goes on.
_GOING_ON_TO_SAY = frozenset({"fortsätter", "avslutar", "utvecklar"})

#: Nouns of time, which before an infinitive say when, not who.
_TIMES = frozenset({"dag", "dygn", "vecka", "månad", "år", "kväll", "natt", "gång", "termin", "sommar", "vinter", "höst", "vår", "morgon", "direkt", "grad", "utsträckning", "omfattning", "fall", "mån"})  # fmt: skip

_BEARING = _GOVERNING | CARRYING | STRIVING
_BEFORE_VERB = words.ADVERBS | {"att"}
_ASIDE_FIRST = words.ADVERBS | words.PREPOSITIONS | {"att"}
_IN_CLEFTS = words.DEMANDING | {"får"}
_NEEDED_LAST = words.NEEDING - {"behöver"}
_NEVER_ALONE = (_GOVERNING - {"får"}) | CARRYING
_NEVER_ASKED = _SPEAKING | STRIVING
_STANDING = STRIVING | _RUNNING


class Asked(NamedTuple):
    """Something asked for: token ranges; `verb` is None where a noun phrase alone asks."""

    verb: int | None
    subject: tuple[int, int]
    object: tuple[int, int]
    negated: bool = False
    needed: bool = False  # as the object of behöver, behövs, krävs


def asked(text: str, tokens: Sequence[Token], verbs: Sequence[Verb]) -> Iterator[Asked]:
    """Yield what one sentence asks for, in order; purposes, conditions and relative clauses ask for nothing."""
    main = [v for v in verbs if _asks(tokens, verbs, v)]
    opening = [t.form.text for t in tokens[:2]]
    now = not _AS_IT_IS.isdisjoint(opening) and tells(text, tokens, verbs)
    if now or any(tokens[v.index].form.text in _STRONG for v in main):
        main = [v for v in main if v.opener is not None or _commits(tokens, v.index)]
    begin = min(map(_start, verbs), default=len(tokens))
    heads = list(infinitives(tokens, 0, begin)) if begin else []
    if verbs and heads and not _is_headed(tokens, heads[0]):
        heads = []  # "Chansen att komma ut ska …"
    if heads and tokens[0].form.text == "inför" and any(v.main for v in main):
        heads = []  # "Inför alla större förändringar ska …": a preposition
    if now and not main:
        return
    if (
        heads
        and tokens[0].form.text == "att"
        and any(v.main and tokens[v.index].form.text in {"är", "blir"} for v in verbs)
        and not _is_refusing(text, tokens)
    ):
        heads = []  # "Att städa trappan är hyresgästens sak"
    if heads or (begin and not main and tokens[0].form.text != "att"):
        yield from _phrases(tokens, heads, Asked(None, (0, 0), (0, begin)))
    for verb in main:
        after = (_start(v) for v in verbs if v.index > verb.index and _start(v) > verb.index)
        end = min(after, default=len(tokens))
        start = _clause_start(text, tokens, verbs, verb)
        found = list(_clause(tokens, verb, start, end))
        if not found and tokens[verb.index].form.text in words.DEMANDING:
            found = list(_late(tokens, verbs, verb, start))
        yield from found


def tells(text: str, tokens: Sequence[Token], verbs: Sequence[Verb]) -> bool:
    """Return whether a sentence's main verbs all tell how things are: "sedan några år finns en jour"."""
    main = [v for v in verbs if v.main and v.index]
    plain = not any(_commits(tokens, v.index) or tokens[v.index].form.text == "vore" for v in main)
    plain = plain and _WORTH.isdisjoint(t.form.text for t in tokens)
    opens = any(is_verbal(tokens, i) for i in range(min(2, len(tokens))))
    return bool(main) and plain and not opens and not _is_refusing(text, tokens)


def _is_refusing(text: str, tokens: Sequence[Token]) -> bool:
    """Return whether a sentence refuses, supports or calls for something without a modal."""
    span = (tokens[0].start, tokens[-1].end)
    stated = (demands.REFUSAL, demands.SUPPORT, demands.PRIORITY, demands.IMPORTANT, demands.RIGHT)
    return any(pattern.search(text, *span) for pattern in stated)


def _is_headed(tokens: Sequence[Token], head: int) -> bool:
    """Return whether nothing but adverbs, or what a preposition begins, stands before the first infinitive: "tillsammans med kyrkan öppna …"."""
    first = next(k for k, t in enumerate(tokens) if t.form.text not in _BEFORE_VERB)
    aside = tokens[0].form.text in _ASIDE_FIRST
    return is_verbal(tokens, first) or (aside and tokens[head - 1].form.text != "att")


def _commits(tokens: Sequence[Token], i: int) -> bool:
    """Return whether the finite verb at `i` demands, or commits the party, as it stands."""
    word = tokens[i].form.text
    if word in _COMMITTING:
        return True
    after = {t.form.text for t in tokens[i + 1 : i + 4]}
    stays = word in {"är", "blir"} and "kvar" in after
    return stays or not after.isdisjoint(demands.COMMITTING_WITH.get(word, ()))


def _start(verb: Verb) -> int:
    return verb.index if verb.opener is None else min(verb.opener, verb.index)


def _clause_start(text: str, tokens: Sequence[Token], verbs: Sequence[Verb], verb: Verb) -> int:
    """Return where the clause of a verb starts: after its subjunction, or after what parts it from the verb before it."""
    if verb.opener is not None and verb.opener < verb.index:
        return verb.opener + 1
    earlier = max((v.index + 1 for v in verbs if v.main and v.index < verb.index), default=0)
    if not earlier:
        return 0
    parted = (
        k
        for k in range(verb.index - 1, earlier - 1, -1)
        if tokens[k].form.text in {"och", "men", "samt"}
        or "," in (gap := text[tokens[k - 1].end : tokens[k].start])
        or "–" in gap
    )
    return next(parted, earlier)


def _asks(tokens: Sequence[Token], verbs: Sequence[Verb], verb: Verb) -> bool:
    """Return whether a finite verb's clause asks: a main clause, an att-clause that no preposition governs, "är något som måste"."""
    word = tokens[verb.index].form.text
    if verb.index and tokens[verb.index - 1].form.text == "annars":
        return False  # what would happen if not
    if word.endswith(("ade", "dde", "tte")) or word in words.PRETERITES or _quotes(tokens, verb):
        return False
    if verb.opener is None:
        return True
    opener = tokens[verb.opener].form.text
    if opener not in {"som", "att"}:
        return False
    before = [t.form.text for t in tokens[: verb.opener]]
    if opener == "som" and before[-1:] == ["samtidigt"]:
        return word in words.DEMANDING
    if opener == "som":
        return word in _IN_CLEFTS and any(
            v.main and tokens[v.index].form.text == "är" for v in verbs
        )
    if before and before[-1] in ASIDE:
        return not _STANDING.isdisjoint(before[-5:-1])
    if before and before[-1] in _WRONG:
        return False
    governor = next(
        (
            t.form.text
            for t in reversed(tokens[: verb.opener])
            if t.form.finite or t.form.infinitive
        ),
        "",
    )
    return governor not in _TELLING


def _quotes(tokens: Sequence[Token], verb: Verb) -> bool:
    """Return whether a verb only tells who has just spoken: "…, fortsätter gruppledaren"."""
    k = verb.index
    speaks = tokens[k].form.text in _GOING_ON_TO_SAY and 3 < k < len(tokens) - 1
    return speaks and len(tokens) - k <= 6 and tokens[k].start > tokens[k - 1].end + 1


def _inverted(tokens: Sequence[Token], verb: Verb, start: int, head: int) -> tuple[int, int] | None:
    """Return the subject that stands between a verb and the infinitive at `head`: "Därför ska skolan öppna"."""
    first = next(
        (
            k
            for k in range(verb.index + 1, head + 1)
            if tokens[k].form.infinitive or tokens[k].form.passive
        ),
        head,
    )
    slot = [
        k
        for k in range(verb.index + 1, first)
        if tokens[k].form.text not in _BEFORE_VERB and not tokens[k].form.text.endswith("ligen")
    ]
    if not slot or tokens[verb.index].form.text == "är" or tokens[slot[0]].form.text == "än":
        return None
    if start != verb.index and tokens[slot[-1]].form.lemma in _TIMES:
        return None  # "den som söker stöd ska samma dag få en tid"
    if tokens[slot[0]].form.text in words.PREPOSITIONS and start != verb.index:
        return None
    return slot[0], slot[-1] + 1


def _clause(tokens: Sequence[Token], verb: Verb, start: int, end: int) -> Iterator[Asked]:
    """Yield what a clause asks for: the infinitives that its verb governs, or the verb itself."""
    word = tokens[verb.index].form.text
    heads = list(infinitives(tokens, verb.index + 1, end))
    subject = (start, verb.index)
    taken_up = subject[1] - start > 1 and tokens[verb.index - 1].form.text == "det"
    if taken_up and word in demands.WILLING and not _negates(tokens, verb.index + 1, end):
        yield Asked(None, (0, 0), (start, verb.index - 1))  # "en kurator, det vill vi se"
        return
    att = any(t.form.text == "att" for t in tokens[verb.index + 1 : end + 1])
    if (
        heads
        and word in demands.WILLING
        and tokens[heads[0]].form.text == "ha"
        and heads[0] + 1 < end
    ):
        yield Asked(
            None, (0, 0), (heads[0] + 1, heads[1] if heads[1:] else end)
        )  # "vi vill ha fler fältare"
        heads = heads[1:]
        if not heads:
            return
    if heads and commissioned(tokens, verb.index + 1, end):
        yield from _phrases(tokens, heads, Asked(None, (0, 0), (verb.index + 1, end)))
        return
    if heads and word in _BEARING:
        subject = _inverted(tokens, verb, start, heads[0]) or subject
        before = (
            tokens[start : verb.index] if verb.opener is not None else ()
        )  # "som inte får urholkas"
        negated = any(
            t.form.text in words.NEGATIONS for t in (*before, *tokens[verb.index + 1 : heads[0]])
        )
        must = tokens[heads[0]].form.passive or [t.form.text for t in tokens[slice(*subject)]] == [
            "det"
        ]
        if word == "får" and not must and not negated:
            yield Asked(verb.index, subject, (verb.index + 1, end))  # "att de får träffa någon"
            return
        yield from _phrases(tokens, heads, Asked(None, subject, (verb.index + 1, end), negated))
    elif word in words.DEMANDING and (moved := _directed(tokens, verb.index, end)) is not None:
        yield Asked(moved, subject, (moved + 1, end))  # "Det kravet ska bort"
    elif word in demands.WILLING and _negates(tokens, verb.index + 1, end):
        yield Asked(verb.index, subject, (verb.index + 1, end), negated=True)  # "Det vill vi inte"
    elif (
        word in _NEEDED_LAST
        and start < verb.index
        and not att
        and _is_bare(tokens, verb.index + 1, end)
    ):
        yield Asked(None, (0, 0), subject, needed=True)  # "en samordnare behövs"
    elif word in _LACKING or (word in STRIVING and _strives(tokens, verb.index)):
        if end > verb.index + 1 and not (
            att if word not in _NEEDING else tokens[verb.index + 1].form.text == "att"
        ):
            yield Asked(None, (0, 0), (verb.index + 1, end), needed=word in _NEEDING)
    else:
        yield from _stated(tokens, verb, subject, end)


def _stated(
    tokens: Sequence[Token], verb: Verb, subject: tuple[int, int], end: int
) -> Iterator[Asked]:
    """Yield what a verb that governs nothing asks for: what it states itself, or what it is time for."""
    word = tokens[verb.index].form.text
    after = [t.form.text for t in tokens[verb.index + 1 : end + 1]]
    if word == "vore" and verb.opener is None and verb.index > subject[0]:
        yield Asked(None, (0, 0), subject)  # "en egen jour vore bra"
    elif word == "är" and after[:2] == ["dags", "för"]:
        yield Asked(None, (0, 0), (verb.index + 3, end))
    elif word in {"är", "blir"} and "kvar" in after:
        yield Asked(verb.index, subject, (verb.index + 1, end))
    elif not (
        (word in _NEVER_ALONE and not _stands_alone(tokens, verb, after))
        or (word in _NEVER_ASKED and "att" in after and after[0] != "över")
    ):
        before = tokens[subject[0] : verb.index] if verb.opener is not None else ()
        negated = bool(words.NEGATIONS & {*after[:3], *(t.form.text for t in before)})
        yield Asked(verb.index, subject, (verb.index + 1, end), negated)


def _stands_alone(tokens: Sequence[Token], verb: Verb, after: Sequence[str]) -> bool:
    """Return whether a verb that might govern another does not: "att en läkare kommer", "att kravet är tydligt"."""
    word = tokens[verb.index].form.text
    wished = verb.opener is not None and tokens[verb.opener].form.text == "att"
    if word == "kommer":
        return (after[:1] != ["att"] and wished) or "att" not in after
    return "att" not in after and wished and word in {"är", "blir"}


def _late(
    tokens: Sequence[Token], verbs: Sequence[Verb], verb: Verb, start: int
) -> Iterator[Asked]:
    """Yield what a modal asks for past a relative clause in its subject: "ska kvinnor som har flytt få förtur"."""
    within = next((v for v in verbs if v.index > verb.index), None)
    if within is None or within.main:
        return
    end = min(
        (_start(v) for v in verbs if v.index > within.index and _start(v) > within.index),
        default=len(tokens),
    )
    heads = list(infinitives(tokens, within.index + 1, end))
    if len(heads) > 1 and tokens[within.index].form.text in _GOVERNING:
        heads = heads[1:]
    subject = (verb.index + 1, within.index)
    if tokens[verb.index + 1].form.text == "så" and start < verb.index:
        subject = (start, verb.index)  # "alla ska så långt det går kunna …"
    if heads:
        yield from _phrases(tokens, heads, Asked(None, subject, (within.index + 1, end)))


def _phrases(tokens: Sequence[Token], heads: Sequence[int], whole: Asked) -> Iterator[Asked]:
    """Yield one Asked for each infinitive, its object reaching to the next; for none, the noun phrase.

    A verb that only carries ("se en utbyggnad", "verka för en simhall") leaves the noun phrase to ask.
    """
    end = whole.object[1]
    if not heads:
        yield whole
        return
    for head, following in zip(heads, (*heads[1:], end), strict=True):
        negated = head == heads[0] and (whole.negated or _is_forbidden(tokens, head))
        if head + 1 < following and _strives(tokens, head):
            yield Asked(None, whole.subject, (head + 1, following), negated)
        else:
            yield Asked(head, whole.subject, (head + 1, following), negated)


def _negates(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(t.form.text in words.NEGATIONS for t in tokens[start:end])


def _directed(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return the index of the adverb of direction that stands for a verb: ska bort, ska tillbaka."""
    return next(
        (
            k
            for k in range(start + 1, end)
            if tokens[k].form.text
            in {"bort", "tillbaka", "hem", "upp", "ner", "ned", "in", "fram", "hit"}
        ),
        None,
    )


def _is_bare(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether nothing but adverbs and a preposition follows."""
    following = [t.form.text for t in tokens[start:end]]
    rest = [word for word in following if word not in words.ADVERBS]
    return not rest or not words.PREPOSITIONS.isdisjoint((following[0], rest[0]))


def _strives(tokens: Sequence[Token], i: int) -> bool:
    """Return whether the verb leaves a noun phrase to ask: "verka för en simhall", "se ett lyft"; not "se över"."""
    word = tokens[i].form.text
    following = next(
        (
            t.form.text
            for t in tokens[i + 1 :]
            if t.form.text not in words.ADVERBS or t.form.text == "till"
        ),
        "",
    )
    return word in STRIVING and (
        following not in {"över", "till", "efter", "om"}
        if word in {"se", "ser"}
        else following == "för"
    )


def _is_forbidden(tokens: Sequence[Token], head: int) -> bool:
    """Return whether a first word that demands is negated: "Lägg inte ned badet"."""
    return head < 3 and _negates(tokens, max(0, head - 2), head + 2)
