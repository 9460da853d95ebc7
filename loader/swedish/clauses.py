"""Which finite verbs of a sentence stand in its main clauses."""

from collections.abc import Sequence
from dataclasses import dataclass

from loader.swedish import words
from loader.swedish.tokens import Token

#: Finite verbs that govern a bare infinitive, so that a following form in -s is one.
_GOVERNING = (
    words.DEMANDING
    | words.NEEDING
    | {"kan", "kunde", "vill", "får", "fick", "brukar", "skulle", "låter", "kommer", "hjälps"}
)

#: Nouns that "som" turns into a role, no clause: "som regel", "kommunen som arbetsgivare".
_ROLES = frozenset(
    {
        "regel",
        "arbetsgivare",
        "exempel",
        "stöd",
        "insats",
        "medborgare",
        "förälder",
        "kommun",
        "parti",
        "ett",
        "en",
        "helhet",
        "person",
        "bistånd",
    }
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb: the index of its token, and whether its clause is a main clause."""

    index: int
    main: bool


def finite_verbs(text: str, tokens: Sequence[Token]) -> list[Verb]:
    """Return the finite verbs of a sentence in order.

    A subjunction waits for the verb of its clause; a verb that none waits for is a main clause's.
    A verb right after "och" shares the clause of the verb before it.
    """
    verbs: list[Verb] = []
    waiting = 0
    governed = False
    for i, token in enumerate(tokens):
        word = token.form.text
        if word in words.SUBJUNCTIONS and _opens_clause(text, tokens, i):
            waiting += 1
            governed = False
        elif token.form.finite or (
            token.form.passive and not governed and not _after_att(tokens, i)
        ):
            shared = (
                verbs and i and tokens[i - 1].form.text in {"och", "eller", "samt"} and not waiting
            )
            if shared:
                main = verbs[-1].main
            else:
                main = waiting == 0
                waiting = max(0, waiting - 1)
            verbs.append(Verb(i, main))
            governed = word in _GOVERNING
        elif waiting and token.form.supine and not token.form.more and not governed:
            waiting -= 1  # "de som visat sig …": a subordinate clause may drop its "har"
        elif word == "att":
            governed = True
        elif governed and "," in text[tokens[i - 1].end : token.start]:
            governed = not token.form.text[0].isalpha() or governed
    return verbs


def _after_att(tokens: Sequence[Token], i: int) -> bool:
    """Return whether the word is the infinitive of an "att" before it."""
    j = i - 1
    while j >= 0 and tokens[j].form.text in words.ADVERBS and j > i - 4:
        j -= 1
    return j >= 0 and tokens[j].form.text == "att"


def infinitive_after(tokens: Sequence[Token], i: int) -> int | None:
    """Return the index of the infinitive that follows token `i`, adverbs between them passed over."""
    for j in range(i + 1, min(i + 6, len(tokens))):
        if tokens[j].form.infinitive or (
            tokens[j].form.passive and tokens[j].form.text.endswith("s")
        ):
            return j
        if tokens[j].form.text not in words.ADVERBS:
            return None
    return None


def _is_role(token: Token) -> bool:
    """Return whether the word after "som" is a bare noun: "som bistånd", "kommunen som arbetsgivare"."""
    form = token.form
    if form.text in _ROLES:
        return True
    bare = (
        form.text == form.lemma
        and token.surface[0].islower()
        and form.text not in words.FUNCTION_WORDS | words.ADVERBS
    )
    return bare and not (form.finite or form.infinitive or form.passive or form.supine)


def _opens_clause(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Return whether the subjunction at `i` opens a clause with a finite verb of its own."""
    word = tokens[i].form.text
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return False
    if word == "att":
        return infinitive_after(tokens, i) is None
    if word == "som":
        before = tokens[i - 1].form.text if i else ""
        return not (before in {"så", "likt", "såväl", "precis", "både"} or _is_role(following))
    if word in {
        "där",
        "dit",
    }:  # relative after its noun; an adverb before a verb, a preposition or "och"
        return (
            i > 0
            and not following.form.finite
            and following.form.text
            not in {"och", "för", "med", "i", "på", "till", "när", "eller", "ute"}
        )
    if word in words.AMBIGUOUS:
        if following.form.finite:
            return False  # "då ska", "där finns": an adverb before its verb
        between = text[tokens[i - 1].end : tokens[i].start] if i else ","
        return any(c in between for c in ",;:–-(") or tokens[i - 1].form.text in words.BEFORE_CLAUSE
    return True
