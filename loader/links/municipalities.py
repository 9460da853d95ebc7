"""The municipality where it is named as one that acts, and the levels of government that are named together."""

import re
from collections.abc import Iterator

from loader.lexicon import Lexicon, Match
from loader.links.bystanders import is_place
from loader.links.context import Context
from loader.statements import Mention
from loader.swedish import bodies, words

_TOWN = re.compile(
    r"\b([A-ZÅÄÖ][\wåäöÅÄÖ-]{1,40}(?: [A-ZÅÄÖ][\wåäö-]{1,40})??)s? (kommun|[Ss]tad)s?\b|\b([A-ZÅÄÖ][\wåäö-]{1,40} (?:kommun|stad))\b"
)


#: What stands before "kommun" and is no name.
_NO_NAMES = frozenset(
    {"en", "ett", "ingen", "varje", "vilken", "hela", "annan", "någon", "egen", "denna", "all"}
)

#: Prepositions under which a name is no subject.
_GOVERNING = frozenset({"till", "från", "av", "för", "mot", "genom", "om", "utanför", "åt"})

#: Verbs on the way to the one that tells what is asked: "ska fortsätta att vara".
_ON_THE_WAY = frozenset({"fortsätta", "få", "kunna", "att", "också", "behöver", "får"})


def municipality(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the municipality where "X kommun" or its mere name acts: "Solna ska …"."""
    if not context.vocabulary.isdisjoint({"kommun", "kommuns", "stad", "stads"}):
        yield from _towns(context)
    if context.vocabulary.isdisjoint({*context.places, *(p + "s" for p in context.places)}):
        return
    for i, token in enumerate(context.tokens[:-1]):
        if token.surface[0].isupper() and _acts(context, lexicon, i):
            yield Mention("actor", "kommunen", "actor-municipality", token.start, token.end)


def _acts(context: Context, lexicon: Lexicon, at: int) -> bool:
    """Return whether the word names the municipality as one that is to do something: "Solna ska …", "Solnas arbete mot …"."""
    name = context.tokens[at].form.text
    if name.endswith("s") and name[:-1] in context.places and name not in context.places:
        return acting_after(context, context.tokens[at].end)
    if name not in context.places or is_place(context, lexicon, Match("kommunen", at, at + 1)):
        return False
    before = context.tokens[at - 1].form.text if at else ""
    following = context.tokens[at + 1].form
    asked = words.DEMANDING | {"behöver", "får"}
    inverted = before in asked and following.infinitive
    told = before == "att" and (following.finite or following.text == "inför")
    if before in _GOVERNING or not (following.text in asked or inverted or told):
        return False
    if following.text == "får" and not any(
        t.form.infinitive or t.form.text in {"inte", "också", "aldrig", "själv"}
        for t in context.tokens[at + 2 : at + 3]
    ):
        return False  # what it gets
    return not is_state(context, at + 1)


def is_state(context: Context, at: int, *, of_name: bool = True) -> bool:
    """Return whether what is said of a place from a word on is what it shall be, not what it shall do."""
    rest = [t.form for t in context.tokens[at : at + 8]]
    verbs = (f for f in rest if f.finite or f.infinitive or f.passive)
    verb = next((f for f in verbs if f.text not in _ON_THE_WAY | words.DEMANDING), None)
    if verb is None or verb.lemma not in bodies.BEING:
        return False
    said = {w for f in rest for w in (f.text, f.lemma)}
    return said.isdisjoint(bodies.ROLES) if of_name else not said.isdisjoint(bodies.LOCALITIES)


def _towns(context: Context) -> Iterator[Mention]:
    """Yield "X kommun" and "X stad" where they act."""
    for m in _TOWN.finditer(context.text, context.start, context.end):
        preceding = context.text[context.start : m.start()].split()
        possessor = m.group().endswith("s") and not acting_after(context, m.end())
        if (preceding and preceding[-1].lower() in bodies.PLACE) or possessor:
            continue
        if m.group().split()[0].lower() in _NO_NAMES:
            continue
        yield Mention("actor", "kommunen", "actor-municipality", m.start(), m.end())


def paired(context: Context) -> Iterator[Mention]:
    """Yield the levels of government that are named together without an article: "region och kommun"."""
    tokens = context.tokens
    levels = not context.vocabulary.isdisjoint(bodies.PAIRED)
    for i, token in enumerate(tokens[:-2] if levels else ()):
        pair = (token, tokens[i + 2])
        both = all(t.form.text in bodies.PAIRED for t in pair)
        if both and tokens[i + 1].form.text in {"och", "eller", "samt"}:
            for t in pair:
                yield Mention("actor", bodies.PAIRED[t.form.text], "actor-label", t.start, t.end)


def acting_after(context: Context, position: int) -> bool:
    """Return whether what is possessed at a place in the text is the possessor's own doing."""
    following = [t for t in context.tokens if t.start >= position][:2]
    return any(t.form.lemma in bodies.ACTING for t in following)
