"""Words for kinds of people, as descriptions are said of them."""

from functools import cache

from loader.swedish import groups
from loader.swedish.tokens import Token


def kinds(token: Token) -> frozenset[str]:
    """Return the kinds of people that a word names; {""} for people whoever they are, empty for others."""
    return _kinds(token.form.lemma)


@cache
def _kinds(lemma: str) -> frozenset[str]:
    found = {kind for kind, lemmas in groups.KINDS.items() if lemma in lemmas}
    if found:
        return frozenset(found)
    return frozenset({""} if lemma in groups.PEOPLE or lemma.endswith("bor") else ())
