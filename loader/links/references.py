"""What a pronoun of a statement stands for: one thing named in the sentence before, or none."""

import re
from collections.abc import Iterator
from itertools import pairwise

from loader.lexicon import Match
from loader.links.context import Context
from loader.statements import Scheme
from loader.swedish import bodies
from loader.swedish.people import is_people

_DEMANDED = r"(?:ska|skall|måste|bör|borde|behöver|får)"
#: The pronoun as subject.
_SUBJECT = re.compile(
    rf"^(?P<one>den|de) {_DEMANDED}\b|\b{_DEMANDED} (?P<two>den|de) (?:få|ha|finnas|vara|kunna|bli|också|även|\w+as)\b"
    r"|\batt (?P<three>den|de) (?:finns|får|ska|blir|kan|har|behåller|utvecklas)\b",
    re.IGNORECASE,
)
#: The pronoun as object or possessor: "ge den bidraget igen", "pengarna ska tillbaka till dem", "deras lokaler".
_OBJECT = re.compile(
    r"\b(?:ge|ger|låt|låta|\w{3,}a|stöd|rör) (?P<one>den|dem|dom)"
    r"(?= (?:igen|tillbaka|kvar|inte|ett|en|mer|mera|större|bättre|fler|pengar\w*|bidrag\w*|anslag\w*|resurser|och|vara|leva|växa|finnas)\b|[.,;:!?]|$)"
    r"|\b(?:till|av|för|åt|med|om|på|bakom|mot|hos|från) (?P<two>den|dem|dom)(?=[.,;:!?]|$)|^(?P<three>deras|dess)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"den", "de", "dem", "dom", "deras", "dess"})
#: Ends of plurals, and of nouns that "den" does not stand for.
_PLURAL = ("na", "ar", "or", "er", "are", "nden", "hem", "bolag", "företag", "team", "hus")
_NOT_COMMON = ("na", "ar", "or", "er", "et", "i")
_SCHEMES: tuple[Scheme, ...] = ("actor", "instrument")

#: Within how many sentences a pronoun's noun stands, where those between have the pronoun too.
_REACH = 3


def antecedent(context: Context) -> tuple[Context, Scheme, Match] | None:
    """Return the one body or measure that a pronoun of the statement may stand for, with its scheme and sentence."""
    plural = None if context.vocabulary.isdisjoint(_PRONOUNS) else _plural(context)
    if plural is None:
        return None
    before = list(context.before[-_REACH:]) or ([context.heading] if context.heading else [])
    for passage in reversed(before):
        earlier = Context(passage, passage.start)
        found = list(_candidates(earlier, plural=plural))
        if found:
            one = len({(scheme, match.concept) for scheme, match in found}) == 1
            return (earlier, *found[0]) if one else None
        if passage.vocabulary.isdisjoint(_PRONOUNS):
            return None
    return None


def _plural(context: Context) -> bool | None:
    """Return whether the pronoun that stands for a thing is a plural; nothing where there is none."""
    subject = _SUBJECT.search(context.quote)
    found = subject or _OBJECT.search(context.quote)
    if not found:
        return None
    pronoun = next(group for group in found.groups() if group).lower()
    plural = pronoun not in {"den", "dess"}
    start = context.start + found.start()
    people = any(is_people(t.form) for t in context.tokens if t.start < start)
    if plural and not (subject and found.start() == 0) and (people or _of_people(context)):
        return None  # "dem" are rather they
    return plural


def _of_people(context: Context) -> bool:
    """Return whether the sentence before names people."""
    before = context.before[-1] if context.before else context.heading
    return before is not None and any(is_people(t.form) for t in before.tokens)


def _candidates(earlier: Context, *, plural: bool) -> Iterator[tuple[Scheme, Match]]:
    """Yield the bodies and measures of a sentence that agree with the pronoun."""
    for scheme in _SCHEMES:
        for match in earlier.labels[scheme]:
            before = [t.form.text for t in earlier.tokens[max(0, match.first - 4) : match.first]]
            one = any(
                pair == ("en", "av") for pair in pairwise(before)
            )  # "en av våra bästa skolor"
            noun = earlier.tokens[match.last - 1].form.text
            agrees = noun.endswith(_PLURAL) if plural else one or not noun.endswith(_NOT_COMMON)
            if agrees and not (plural and one) and match.concept not in bodies.DEFINITE:
                yield scheme, match
