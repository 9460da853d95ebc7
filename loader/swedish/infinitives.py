"""Which infinitives of a sentence are asked for: not those that only carry another, nor purposes and means."""

from collections.abc import Iterator, Sequence

from loader.swedish import demands, words
from loader.swedish.clauses import begins_with_infinitive, is_before_occasion, is_noun
from loader.swedish.tokens import Token

#: Verbs that only carry the verb after them: "ska kunna erbjuda", "vill börja mäta", "lovar att öppna".
CARRYING = frozenset({
    "kunna", "börja", "våga", "vilja", "försöka", "medverka", "bidra", "behöva", "kommer", "lovar", "tänker", "avser", "planerar", "ämnar", "låta", "låt",
})  # fmt: skip

#: Verbs that carry what follows their "för" or "till": "arbetar för att bryta", "verka för en ny simhall".
STRIVING = frozenset({
    "arbeta", "arbetar", "jobba", "jobbar", "verka", "verkar", "sträva", "strävar", "kämpa", "kämpar", "driva", "driver", "se", "ser", "bidra", "bidrar", "medverka",
})  # fmt: skip

#: Words by which a body is told to do what follows their "att".
_COMMISSIONS = frozenset({"uppdrag", "uppdra", "uppdrar", "uppmana", "uppmanar", "anmoda", "initiativ"})  # fmt: skip

#: Words before "att" whose clause is an end, a means or a topic, not what is asked for.
ASIDE = words.PREPOSITIONS | {"så", "än", "ifrån", "syfte"}

#: Adjectives and pronouns that look like infinitives after the first word.
_NEVER_VERBS = (words.NOMINAL_STARTS - words.AMBIGUOUS_INFINITIVES) | {"sina"}

_BEARING = CARRYING | STRIVING
_ADJECTIVES_FIRST = words.AMBIGUOUS_INFINITIVES - {"öppna", "korta"}

#: Words of no infinitive's form that matter within a sentence.
_VERBAL = demands.IMPERATIVES | {"att"}

_COORDINATORS = frozenset({"och", "samt", "eller", "men", "utan", "att", "inte"})

#: Words right before a noun, never an infinitive.
_BEFORE_NOUNS = {"en", "ett"} | (words.PREPOSITIONS - {"utan"})


def is_verbal(tokens: Sequence[Token], i: int) -> bool:
    """Return whether the word at `i` is an infinitive, or an imperative that opens the sentence."""
    return tokens[i].form.infinitive or _opens(tokens, i)


def _opens(tokens: Sequence[Token], i: int) -> bool:
    """Return whether an imperative opens the sentence: "inför ett tak", not "inför valet"."""
    word = tokens[i].form.text
    if i > 1 and tokens[i - 1].form.text in {"och", "samt"}:
        return word in demands.IMPERATIVES and _opens(tokens, 0)  # "halvera … och lägg …"
    if i or word not in demands.IMPERATIVES or (word == "inför" and is_before_occasion(tokens, i)):
        return False
    return word not in demands.NOUNS_TOO or not is_noun(tokens, i)


def commissioned(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return where begins what somebody is told to do: after "i uppdrag att", "uppmana regionen att"."""
    for k in range(start, end):
        if tokens[k].form.text in _COMMISSIONS:
            following = range(k + 1, min(k + 6, end))
            return next((j + 1 for j in following if tokens[j].form.text == "att"), None)
    return None


def infinitives(tokens: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """Yield the infinitives that are asked for in a stretch without finite verbs.

    One that only carries another is passed over; a purpose or means, or a complement ("underlätta
    för fler att få"), ends what is asked for.
    """
    start = commissioned(tokens, start, end) or start
    carried = start > 0 and tokens[start - 1].form.text in STRIVING
    aside = False
    found, last = False, start
    for i in range(start, end):
        form = tokens[i].form
        if i and not (form.infinitive or form.passive or form.text in _VERBAL):
            continue
        word, before = form.text, tokens[i - 1].form.text if i else ""
        if i and tokens[i].surface[0].isupper() and not tokens[0].surface.isupper():
            continue  # Nacka and Vara are places
        if word == "att":
            aside = before in ASIDE and not carried
            if found and (aside or before not in {"och", "samt"}):
                return
            continue
        verbal = form.infinitive or (form.passive and i > start) or _opens(tokens, i)
        if i == 0 and word in _ADJECTIVES_FIRST:
            verbal = begins_with_infinitive(tokens)  # "trygga uppväxtvillkor": an adjective
        if word in words.AMBIGUOUS_INFINITIVES and (
            before.endswith("s") or (found and last == i - 1)
        ):
            continue  # "ha trygga hem", "för ungas trygga uppväxt"
        ceasing = before == "sluta" or (
            before == "att" and i > 1 and tokens[i - 2].form.text == "sluta"
        )
        if verbal and (ceasing or before in {"vara", "bli"}):
            continue  # "sluta att vräka": what is to cease; "vara rädda": an adjective
        if verbal and aside:
            aside = _more_aside(tokens, i)  # "satsningar på att utforma ska fortsätta"
            continue
        if not verbal or (i and word in _NEVER_VERBS):
            continue
        if before in _BEFORE_NOUNS and not _follows_each(tokens, i):
            continue
        if found and not carried and not _joined(tokens, last, i):
            continue  # "ge nyanlända permanenta kontrakt": an adjective
        carried = word in STRIVING
        if word in _BEARING and _carries(tokens, i, end):
            continue
        found, last = True, i
        yield i


def _follows_each(tokens: Sequence[Token], i: int) -> bool:
    """Return whether "var och en" stands before the word at `i`."""
    return [t.form.text for t in tokens[max(0, i - 3) : i]] == ["var", "och", "en"]


def _joined(tokens: Sequence[Token], last: int, i: int) -> bool:
    """Return whether a coordinator, or a verb right before it, joins an infinitive to the one at `last`."""
    between = {t.form.text for t in tokens[last + 1 : i]}
    apart = any(
        b.start > a.end + 1 for a, b in zip(tokens[last:i], tokens[last + 1 : i + 1], strict=True)
    )  # a comma or dash
    return i == last + 1 or apart or bool(between & _COORDINATORS)


def _more_aside(tokens: Sequence[Token], i: int) -> bool:
    """Return whether the infinitive after an aside "att" is coordinated with the next one."""
    return any(t.form.text in {"och", "eller", "samt"} for t in tokens[i + 1 : i + 3])


def _carries(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Return whether an infinitive, or an att-clause, follows that the verb at `i` carries."""
    following = [t.form for t in tokens[i + 1 : min(end + 1, i + 6)]]
    return any(f.infinitive or f.passive for f in following) or "att" in {f.text for f in following}
