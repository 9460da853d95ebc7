"""Municipal housing companies by their owner or by the form of their names: "kommunens bolag", "Uddevalla Bostäder"."""

import re
from collections.abc import Iterator

from loader.links.context import Context
from loader.swedish import bodies, words
from loader.swedish.forms import known

#: What a company is a landlord by.
_LETTING = re.compile(r"\b(?:hyr|hyres|bostäder|bostad|lägenhet|vräk|avhys|bygg|kontrakt)\w*", re.IGNORECASE)  # fmt: skip

#: What stands before who is dealt with: "avtal med Timråbo".
_DEALING = frozenset({"med", "hos", "låta", "att", "ge"})


def owned(context: Context) -> Iterator[int]:
    """Yield the words for companies that a municipality owns: "kommunens eget bolag"."""
    for i, token in enumerate(
        () if context.vocabulary.isdisjoint(bodies.COMPANY) else context.tokens
    ):
        if token.form.lemma in bodies.COMPANY:
            before = {t.form.text for t in context.tokens[max(0, i - 3) : i]}
            lets = token.form.lemma != "bolag" or _LETTING.search(context.quote)
            if lets and before & bodies.OWNING and "privata" not in before:
                yield i


def companies(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the names' words, as the first and the one after the last."""
    named = {i for m in context.labels["actor"] for i in range(m.first, m.last)}
    tokens = context.tokens
    for i in [i for i, token in enumerate(tokens) if token.surface[0].isupper()]:
        token = tokens[i]
        if "-" in token.surface or i in named:
            continue
        if i and tokens[i - 1].form.text in bodies.PLACE:
            continue
        following = [t.surface for t in tokens[i + 1 : i + 3]]
        if following and following[0] in bodies.HOUSING_NAMES:
            yield i, i + 2
        elif i and following[:1] == ["i"] and _is_of_town(token.surface, following[1:]):
            yield i, i + 3
        elif _is_name(token.surface) or _acts(context, i):
            yield i, i + 1


def _is_name(surface: str) -> bool:
    """Return whether a word is a place's name with an end of housing companies."""
    word = surface.lower()
    if not word.endswith(bodies.HOUSING_ENDS):
        return False
    end = next(e for e in bodies.HOUSING_ENDS if word.endswith(e))
    return len(word) > len(end) + 2 and not _common(word, end)


def _is_of_town(surface: str, following: list[str]) -> bool:
    """Return whether a name goes on with its town's: "Bostäder i Kalix"."""
    return surface.endswith(("Bostäder", "bostäder")) and any(w[0].isupper() for w in following)


def _acts(context: Context, at: int) -> bool:
    """Return whether a name in -bo is asked to do something or dealt with as who lets: "Timråbo bör"."""
    word = context.tokens[at].form.text
    if not word.endswith(bodies.ACTING_END):
        return False
    if any(t.form.text in words.DEMANDING for t in context.tokens[at + 1 : at + 2]):
        return not _common(word, bodies.ACTING_END)
    party = any(t.form.text in _DEALING for t in context.tokens[max(0, at - 1) : at])
    return party and _LETTING.search(context.quote) is not None


def _common(word: str, end: str) -> bool:
    """Return whether a compound is a common noun: "gruppbostäder", "familjehem"."""
    first = word.removesuffix(end)
    joined = (first, first.removesuffix("s"), first.removesuffix("e"), first[:-1] + "a")
    return known(word) or any(map(known, joined))
