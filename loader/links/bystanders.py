"""Where a body is named though nothing is asked of it: a place, what people attend or turn to, what a clause only tells."""

import re
from functools import lru_cache
from itertools import takewhile

from loader.lexicon import Lexicon, Match
from loader.links.context import Context
from loader.swedish import bodies, words
from loader.swedish.tokens import Token

#: Words between a preposition and its noun: determiners, adjectives, genitives, and the first of a pair.
_BETWEEN = re.compile(
    r"(?:den|det|de|vår|våra|vårt|alla|varje|en|ett|fler|små|samtliga|olika|sin|sina|andra|och|eller|samt|\w+ens|\w+ts?|\w+a|\w+ig|\w+sk|\w+lig|\w+-)$"
)

_STOPS = frozenset(".;:!?(")

#: What asks for something.
_ASKED = words.DEMANDING | words.NEEDING


def _goes_on(token: Token) -> bool:
    return token.form.text != "men"


@lru_cache(maxsize=1 << 14)
def _stands_between(word: str) -> bool:
    return _BETWEEN.match(word) is not None


def stands_by(context: Context, lexicon: Lexicon, match: Match) -> bool:
    """Return whether nothing is asked of the body that the words name."""
    return (
        is_place(context, lexicon, match)
        or _attended(context, match)
        or _addressed(context, match)
        or _told(context, match)
        or _stated(context, match)
        or _is_care_of_others(context, match)
    )


def is_place(context: Context, lexicon: Lexicon, match: Match) -> bool:
    """Return whether a preposition of place governs the body."""
    tokens = context.tokens
    surface = tokens[match.first].surface
    bare = surface.islower() and not surface.endswith(("en", "et", "na", "an"))
    for i in range(match.first - 1, max(match.first - 6, -1), -1):
        word = tokens[i].form.text
        gap = context.text[tokens[i].end : tokens[i + 1].start]
        if not _STOPS.isdisjoint(gap):
            return False
        before = tokens[i - 1].form.lemma if i else ""
        part = (word == "av" and before == "del") or word in bodies.EXTENT
        if part or (word == "över" and tokens[i + 1].form.text == "hela"):
            return True
        if word in bodies.PLACE and "," in gap:
            return False  # "att lita på, och kommunen ska"
        if word in bodies.PLACE:
            there = (
                before == "plats" and i > 1 and tokens[i - 2].form.text == "på"
            )  # "på plats på skolan"
            cares = before in bodies.CARING and match.concept in bodies.CARERS
            held = word == "i" and before in bodies.HELD
            level = match.concept in bodies.DEFINITE
            relied = before in (bodies.DEMANDED if level else bodies.RELIED) and not held
            more = (
                word != "vid"
                and tokens[i - 1].form.text in bodies.MORE_OF
                and match.concept == "socialtjansten"
            )
            return there or not (cares or relied or more or _acts_besides(context, match))
        near = tokens[max(0, i - 2) : i]
        if word == "från" and any(t.form.lemma in bodies.LEAVING for t in near):
            return True
        if word == "till" and before in {"anslutning", "närhet"}:
            return True
        if word == "till" and any(t.form.lemma in bodies.GOING for t in tokens[max(0, i - 2) : i]):
            return True
        coordinated = tokens[i + 1].form.text in {"och", "eller", "samt"} or "," in gap
        joined = coordinated and (bare or word in lexicon.words)
        verb = tokens[i].form.finite or tokens[i].form.infinitive or word == "att"
        if verb or not (joined or _stands_between(word)):
            return False
    return False


def _acts_besides(context: Context, match: Match) -> bool:
    """Return whether a relative clause asks something of the place: "i skolan, som också bör …"."""
    following = [t.form.text for t in context.tokens[match.last : match.last + 4]]
    return following[:1] == ["som"] and not words.DEMANDING.isdisjoint(following)


def _attended(context: Context, match: Match) -> bool:
    """Return whether people attend the body, "gå färdigt skolan", or work for it, "alla som arbetar för kommunen"."""
    before = context.tokens[max(0, match.first - 3) : match.first]
    after = context.tokens[match.last : match.last + 2]
    if match.concept == "skolan" and before and before[-1].form.text == "efter":
        return True
    if match.concept == "skolan" and any(t.form.text in bodies.ENDING for t in after):
        return True  # "när skolan är slut"
    if [t.form.lemma for t in before[-2:]] in (
        ["arbeta", "för"],
        ["jobba", "för"],
        ["jobba", "åt"],
    ):
        return True
    return match.concept in {"skolan", "forskolan"} and any(
        t.form.lemma in bodies.ATTENDING for t in before
    )


def _addressed(context: Context, match: Match) -> bool:
    """Return whether people turn to the body, "alla som kontaktar kommunen", or report to it."""
    before = context.tokens[max(0, match.first - 3) : match.first]
    if before and before[-1].form.lemma in bodies.ADDRESSING:
        return any(t.form.text == "som" for t in before)
    near = [t.form.lemma for t in context.tokens[max(0, match.first - 5) : match.first]]
    reported = near[-1:] in (["för"], ["till"]) and not bodies.REPORTING.isdisjoint(near)
    return reported or near[-3:] == ["vända", "sig", "till"]


def _told(context: Context, match: Match) -> bool:
    """Return whether the body is the subject of a clause that tells what is or asks: "för att kommunen tar emot fler"."""
    tokens = context.tokens
    first = match.first
    ends = {m.last for m in context.labels["actor"]}
    while first and not {",", ".", ";", ":"} & set(context.gaps[first - 1]):
        first -= 1
        word = tokens[first].form
        now = word.text == "när" and first and tokens[first - 1].form.text == "nu"
        if word.text in bodies.ASKING or now or _gives_reason(context, first):
            break
        if word.text == "som" and (first in ends or _decided(context, match)):
            break  # "de familjehem som staden anlitar"
        if word.finite or word.infinitive or match.first - first > 3:
            return False
    else:
        return False
    following = next((t.form for t in tokens[match.last : match.last + 4] if t.form.finite), None)
    return following is not None and following.text not in words.DEMANDING | {"får", "behöver"}


def _decided(context: Context, match: Match) -> bool:
    """Return whether the body is said to have decided something: "det mål som riksdagen har antagit"."""
    following = [t.form for t in context.tokens[match.last : match.last + 3]]
    past = bool(following) and following[0].text.endswith(
        ("har", "hade", "ade", "satte", "antog", "sade")
    )
    return past and any(form.lemma in bodies.DECIDING for form in following)


def _stated(context: Context, match: Match) -> bool:
    """Return whether a clause beside the demanding one states what the body does: "Kommunen kan inte lösa allt. Men …"."""
    tokens = context.tokens
    before = tokens[match.first - 1].form.text if match.first else ""
    opens = before in {"", "och", "men"} or "." in context.gaps[match.first - 1]
    if not opens or match.last == len(tokens) or not tokens[match.last].form.finite:
        return False
    name = tokens[match.last - 1].start
    low, high = next(s for s in context.passage.sentences if s[0] <= name < s[1])
    rest = (t for t in context.passage.words(low, high) if t.start > name)
    clause = list(takewhile(_goes_on, rest))
    if not clause or clause[0].form.text in _ASKED:
        return False  # "Kommunen. Är det …": the verb is another sentence's
    if before == "men" or clause[0].form.text in bodies.PAST:
        return True  # "men staten bidrar nu, och stödet ska höjas"
    asks = [t.start for t in tokens if t.form.text in _ASKED or t.form.lemma == "vilja"]
    return bool(asks) and not any(low <= at <= clause[-1].start for at in asks)


def _gives_reason(context: Context, at: int) -> bool:
    """Return whether "för att" opens a clause that gives a reason: "sämre stöd för att kommunen tar emot fler"."""
    before = [t.form for t in context.tokens[max(0, at - 4) : at + 1]]
    if before[-1].text != "att" or [f.text for f in before[-2:]] != ["för", "att"]:
        return False
    return not any(f.lemma in bodies.STRIVING for f in before)


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
