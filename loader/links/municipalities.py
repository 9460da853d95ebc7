"""The municipality where it is named as one that acts, and the levels of government that are named together."""

import re
from collections.abc import Iterator
from itertools import pairwise

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
    tokens = context.tokens
    for place in context.places:
        first, length = place.split()[0], len(place.split())
        if context.vocabulary.isdisjoint({first, first + "s"}):
            continue
        for i in range(len(tokens) - length):
            name = " ".join(t.form.text for t in tokens[i : i + length])
            match = Match("kommunen", i, i + length)
            if not (name.startswith(place) and tokens[i].surface[0].isupper()):
                continue
            possessor = name == place + "s" and acting_after(context, tokens[match.last - 1].end)
            if possessor or (name == place and _acts(context, lexicon, match)):
                start, end = tokens[i].start, tokens[match.last - 1].end
                yield Mention("actor", "kommunen", "actor-municipality", start, end)


def _acts(context: Context, lexicon: Lexicon, match: Match) -> bool:
    """Return whether the words name the municipality as one that is to do something: "Solna ska …"."""
    at = match.last - 1
    if is_place(context, lexicon, match):
        return False
    before = context.tokens[match.first - 1].form.text if match.first else ""
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
        after = next((i for i, t in enumerate(context.tokens) if t.start >= m.end()), 0)
        state = bool(after) and is_state(context, after, of_name=False)
        if state or m.group().split()[0].lower() in _NO_NAMES:
            continue
        yield Mention("actor", "kommunen", "actor-municipality", m.start(), m.end())


def paired(context: Context) -> Iterator[Mention]:
    """Yield the levels of government that are named together without an article: "kommun, region och stat"."""
    if context.vocabulary.isdisjoint(bodies.PAIRED):
        return
    tokens = context.tokens
    at = [i for i, t in enumerate(tokens) if t.form.text in bodies.PAIRED]
    joined: set[int] = set()
    for i, k in pairwise(at):
        between = context.text[tokens[i].end : tokens[k].start].strip(" ,")
        if between in {"", "och", "eller", "samt"}:
            joined |= {i, k}
    for i in sorted(joined):
        token = tokens[i]
        yield Mention(
            "actor", bodies.PAIRED[token.form.text], "actor-label", token.start, token.end
        )


def acting_after(context: Context, position: int) -> bool:
    """Return whether what is possessed at a place in the text is the possessor's own doing."""
    following = [t for t in context.tokens if t.start >= position][:2]
    return any(t.form.lemma in bodies.ACTING for t in following)
