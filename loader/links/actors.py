"""Who is to act, to cooperate, or is regulated."""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from loader.lexicon import Lexicon, Match
from loader.links.companies import companies
from loader.links.context import Context
from loader.links.references import antecedent
from loader.statements import Mention
from loader.swedish import bodies, words

_TOWN = re.compile(
    r"\b([A-ZÅÄÖ][\wåäöÅÄÖ-]{1,40}(?: [A-ZÅÄÖ][\wåäö-]{1,40})??)s? (kommun|[Ss]tad)s?\b|\b([A-ZÅÄÖ][\wåäö-]{1,40} (?:kommun|stad))\b"
)

#: Words between a preposition and its noun: determiners, adjectives, genitives, and the first of a pair.
_BETWEEN = re.compile(
    r"(?:den|det|de|vår|våra|vårt|alla|varje|en|ett|fler|små|samtliga|olika|sin|sina|andra|och|eller|samt|\w+ens|\w+ts?|\w+a|\w+ig|\w+sk|\w+lig|\w+-)$"
)

_STOPS = frozenset(".;:!?(")


@cache
def _stands_between(word: str) -> bool:
    return _BETWEEN.match(word) is not None


def actors(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the actors that a statement names as bodies, not as places or possessors."""
    found = [*context.labels["actor"], *_parts(context, lexicon)]
    in_list = listed(context, found)
    mentions = [
        _mention(context, m) for m in found if _is_actor(context, lexicon, m, m.first in in_list)
    ]
    mentions += [*_municipality(context), *_company(context), *_paired(context)]
    yield from (m for m in mentions if m.start not in context.circumstance)
    if not found:
        yield from _antecedent(context, lexicon)
    yield from _back(context)


def _mention(context: Context, match: Match) -> Mention:
    first, last = context.tokens[match.first], context.tokens[match.last - 1]
    return Mention("actor", match.concept, "actor-label", first.start, last.end)


def _is_actor(context: Context, lexicon: Lexicon, match: Match, listed: bool) -> bool:
    """Return whether the words name a body that acts, not a place, a possessor or a thing to build."""
    token = context.tokens[match.first]
    if token.start in context.unmentioned or not _named(context, lexicon, match, listed):
        return False
    word = token.form.text
    genitive = word.endswith("s") and not token.form.lemma.endswith("s") and word != "fritids"
    if match.last - match.first == 1 and genitive:
        return _possessor_acts(context, lexicon, match)
    if match.concept in bodies.DWELLINGS and not _is_subject(context, match):
        return _is_kept(context, match)
    before = context.tokens[match.first - 1].form.text if match.first else ""
    if (
        before == "som"
        and match.concept in {"naringslivet", "kommunen"}
        and not _definite(token.form.text)
    ):
        return False  # "staden som arbetsgivare"
    return not (
        _is_place(context, lexicon, match)
        or _attended(context, match)
        or _is_care_of_others(context, match)
    )


def _is_care_of_others(context: Context, match: Match) -> bool:
    """Return whether "vården" is that of a home or institution, not health care: "vården på SiS"."""
    if match.concept != "varden" or context.tokens[match.first].form.lemma != "vård":
        return False
    others = {m.first: m.concept for m in context.labels["actor"]}
    preposition = [t.form.text for t in context.tokens[match.last : match.last + 1]]
    return (
        preposition in (["på"], ["i"], ["hos"])
        and others.get(match.last + 1, "") in bodies.CARERS | bodies.DWELLINGS
    )


def _attended(context: Context, match: Match) -> bool:
    """Return whether people attend the body, "gå färdigt skolan", or work for it, "alla som arbetar för kommunen"."""
    before = context.tokens[max(0, match.first - 3) : match.first]
    if [t.form.lemma for t in before[-2:]] in (
        ["arbeta", "för"],
        ["jobba", "för"],
        ["jobba", "åt"],
    ):
        return True
    return match.concept in {"skolan", "forskolan"} and any(
        t.form.lemma in bodies.ATTENDING for t in before
    )


def _named(context: Context, lexicon: Lexicon, match: Match, listed: bool) -> bool:
    """Return whether the form names the body: definite, plural, or as a label has it; bare only in a list."""
    token = context.tokens[match.first]
    word = token.form.text
    definite = bodies.DEFINITE.get(match.concept)
    if definite is not None and match.last - match.first == 1:
        return word.startswith(definite) or (
            token.surface[0].isupper() and match.concept != "kommunen"
        )
    if match.last - match.first > 1 or "-" in word or listed or token.surface.isupper():
        return True
    if word == token.form.lemma and lexicon.words.get(word) != match.concept:
        before = context.tokens[match.first - 1].form.text if match.first else ""
        if match.concept == "aldreomsorgen":
            return "en" in {
                t.form.text for t in context.tokens[max(0, match.first - 2) : match.first]
            }
        every = before == "varje" and _is_subject(context, match)  # "varje skola ska"
        return every or (before in {"mellan", "med"} and match.concept not in bodies.SERVICES)
    return True


def _definite(word: str) -> bool:
    return word.endswith(("en", "et", "na", "an", "ns"))


def listed(context: Context, found: list[Match]) -> set[int]:
    """Return the first tokens of bodies that stand in a list with other bodies: "skola, socialtjänst och polis"."""
    spans = sorted((m.first, m.last) for m in found)
    result: set[int] = set()
    for (a, b), (c, d) in itertools.pairwise(spans):
        between = context.text[context.tokens[b - 1].end : context.tokens[c].start].strip()
        if between in {",", "och", "eller", "samt", "/", "&", ", och"} and d > b:
            result |= {a, c}
    return result


def _parts(context: Context, lexicon: Lexicon) -> Iterator[Match]:
    """Yield bodies in the first part of a hyphenated word ("SiS-vården")."""
    tokens = context.tokens
    for i, token in enumerate(tokens if "-" in context.quote else ()):
        first, hyphen, rest = token.surface.partition("-")
        capitals = sum(c.isupper() for c in first) > 1
        if (
            hyphen
            and rest
            and capitals
            and (_definite(rest) or rest.endswith(("ar", "er", "or")))
            and first.lower() in lexicon.words
        ):
            yield Match(lexicon.words[first.lower()], i, i + 1)


def _possessor_acts(context: Context, lexicon: Lexicon, match: Match) -> bool:
    """Return whether what is possessed is the body's own doing."""
    before = context.tokens[match.first - 1].form.text if match.first else ""
    following = context.tokens[match.last : match.last + 3]
    acts = any(t.form.lemma in bodies.ACTING for t in following)
    if match.concept in bodies.DEFINITE or match.concept in bodies.DWELLINGS | {"skolan"}:
        return acts
    return before not in bodies.CITING and (acts or not _is_place(context, lexicon, match))


def _is_subject(context: Context, match: Match) -> bool:
    """Return whether a demanding verb follows the words at once, or they are definite and open the sentence."""
    following = context.tokens[match.last : match.last + 5]
    preceding = context.tokens[max(0, match.first - 4) : match.first]
    return any(t.form.text in bodies.SUBJECT_OF for t in following) and not any(
        t.form.text in bodies.SUBJECT_OF | bodies.GOVERNING for t in preceding
    )


def _is_kept(context: Context, match: Match) -> bool:
    """Return whether a dwelling's own fate is the matter: "stänga äldreboendet i byn"."""
    before = context.tokens[max(0, match.first - 3) : match.first]
    return any(t.form.lemma in bodies.KEEPING for t in before)


def _is_place(context: Context, lexicon: Lexicon, match: Match) -> bool:
    """Return whether a preposition of place governs the body."""
    tokens = context.tokens
    for i in range(match.first - 1, max(match.first - 6, -1), -1):
        word = tokens[i].form.text
        gap = context.text[tokens[i].end : tokens[i + 1].start]
        if not _STOPS.isdisjoint(gap):
            return False
        before = tokens[i - 1].form.lemma if i else ""
        if word == "av" and before == "del":
            return True
        if word in bodies.PLACE:
            there = (
                before == "plats" and i > 1 and tokens[i - 2].form.text == "på"
            )  # "på plats på skolan"
            cares = before in bodies.CARING and match.concept in bodies.CARERS
            held = word == "i" and before in bodies.HELD
            relied = before in bodies.RELIED and match.concept not in bodies.DEFINITE and not held
            return there or not (cares or relied)
        near = tokens[max(0, i - 2) : i]
        if word == "från" and any(t.form.lemma in bodies.LEAVING for t in near):
            return True
        if word == "till" and before in {"anslutning", "närhet"}:
            return True
        if word == "till" and any(t.form.lemma in bodies.GOING for t in tokens[max(0, i - 2) : i]):
            return True
        coordinated = tokens[i + 1].form.text in {"och", "eller", "samt"} or "," in gap
        joined = coordinated and word in lexicon.words
        verb = tokens[i].form.finite or tokens[i].form.infinitive or word == "att"
        if verb or not (joined or _stands_between(word)):
            return False
    return False


def _municipality(context: Context) -> Iterator[Mention]:
    """Yield the municipality where "X kommun" or its mere name acts: "Solna ska …"."""
    if not context.vocabulary.isdisjoint({"kommun", "kommuns", "stad", "stads"}):
        yield from _towns(context)
    if context.vocabulary.isdisjoint(context.places):
        return
    for i, token in enumerate(context.tokens[:-1]):
        named = token.form.text in context.places and token.surface[0].isupper()
        before = context.tokens[i - 1].form.text if i else ""
        following = context.tokens[i + 1].form
        asked = words.DEMANDING | {"behöver", "får"}
        acts = following.text in asked or (before in asked and following.infinitive)
        if named and acts and before not in bodies.PLACE:
            yield Mention("actor", "kommunen", "actor-municipality", token.start, token.end)


def _towns(context: Context) -> Iterator[Mention]:
    """Yield "X kommun" and "X stad" where they act."""
    for m in _TOWN.finditer(context.text, context.start, context.end):
        preceding = context.text[context.start : m.start()].split()
        possessor = m.group().endswith("s") and not _acting_after(context, m.end())
        if (preceding and preceding[-1].lower() in bodies.PLACE) or possessor:
            continue
        yield Mention("actor", "kommunen", "actor-municipality", m.start(), m.end())


def _paired(context: Context) -> Iterator[Mention]:
    """Yield the levels of government that are named together without an article: "region och kommun"."""
    tokens = context.tokens
    levels = not context.vocabulary.isdisjoint(bodies.PAIRED)
    for i, token in enumerate(tokens[:-2] if levels else ()):
        pair = (token, tokens[i + 2])
        both = all(t.form.text in bodies.PAIRED for t in pair)
        if both and tokens[i + 1].form.text in {"och", "eller", "samt"}:
            for t in pair:
                yield Mention("actor", bodies.PAIRED[t.form.text], "actor-label", t.start, t.end)


def _company(context: Context) -> Iterator[Mention]:
    """Yield municipal housing companies by the form of their names."""
    for first, last in companies(context):
        start, end = context.tokens[first].start, context.tokens[last - 1].end
        yield Mention("actor", "allmannyttan", "actor-label", start, end)


def _acting_after(context: Context, position: int) -> bool:
    following = [t for t in context.tokens if t.start >= position][:2]
    return any(t.form.lemma in bodies.ACTING for t in following)


def _antecedent(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the one body of the sentence before that a pronoun stands for."""
    found = antecedent(context)
    if not found or found[1] != "actor" or found[2].concept in bodies.DEFINITE:
        return
    earlier, _, match = found
    if _named(earlier, lexicon, match, listed=False):
        first, last = earlier.tokens[match.first], earlier.tokens[match.last - 1]
        yield Mention("actor", match.concept, "actor-antecedent", first.start, last.end)


def _back(context: Context) -> Iterator[Mention]:
    """Yield the one body of the section so far that a definite noun refers back to: "bolaget", "jouren"."""
    back = next(
        (t for t in context.tokens if t.form.lemma in bodies.BACK and _definite(t.form.text)), None
    )
    if back is None or back.form.text == back.form.lemma:
        return
    for earlier in reversed(context.before):
        found = {
            m.concept: m
            for m in earlier.labels["actor"]
            if m.concept in bodies.BACK[back.form.lemma]
        }
        if len(found) == 1:
            match = next(iter(found.values()))
            first, last = earlier.tokens[match.first], earlier.tokens[match.last - 1]
            yield Mention("actor", match.concept, "actor-antecedent", first.start, last.end)
        if found:
            return
