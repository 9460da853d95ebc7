"""Bodies that are to work together: with whom, between whom, or several of them as one."""

import re
from collections.abc import Iterator

from loader.links.context import Context
from loader.swedish.tokens import Token

#: What stands before "med" where a body follows, with which something is done.
_WITH = frozenset({
    "tillsammans", "ihop", "samråd", "dialog", "samklang", "samspel", "hand", "sida", "gemensamt", "partnerskap", "samförstånd", "samråda", "rådgöra",
    "samordnat", "jämsides", "arm",
})  # fmt: skip

#: What stands before "mellan" where several bodies follow.
_BETWEEN = frozenset({
    "kontakt", "dialog", "väg", "vägen", "länk", "brygga", "bro", "informationsutbyte", "samtal", "samsyn", "kommunikation", "utbyte", "gräns", "stuprör", "glapp",
    "arbetsfördelning", "ansvarsfördelning", "överlämning", "möte", "avtal", "samordning", "arbete",
})  # fmt: skip

#: Words that make bodies named together ones that cooperate: "socialtjänsten och polisen ska tillsammans …".
_TOGETHER = frozenset({"tillsammans", "gemensam", "gemensamt", "ihop", "varandra", "enas", "samordna", "samordnas", "samråda", "hjälpas", "träffas", "samplanera", "samfällt"})  # fmt: skip
_AS_ONE = re.compile(
    r"\b(?:under (?:ett och )?(?:samma|ett) tak|i samma (?:hus|lokaler|byggnad|korridor)|vid samma bord|runt samma bord|sida vid sida|hand i hand|(?:dra\w*|går) åt samma håll"
    r"|på samma (?:ställe|plats)|(?:arbeta|jobba)\w* närmare)\b",
    re.IGNORECASE,
)

#: The words without which no cooperation is told.
_CUES = _TOGETHER | {"med", "mellan", "tak", "samma", "sida", "hand", "håll", "närmare"}

#: Beginnings of words for those with whom a body works that no concept names.
_OTHERS = ("grannkommun", "kommuner", "aktör", "myndighet", "organisation", "huvudm", "universitet", "högskol", "bolag", "verksamheter", "yrkesgrupp")  # fmt: skip

#: What opens, after a comma, a clause in which the body no longer stands.
_GOING_ON = frozenset({"vilket", "vilka", "som", "där", "så", "för", "men"})

#: Within how many words after "med" the body stands.
_REACH = 6


def cooperation(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the words by which bodies are to work together, as their first and their last."""
    if context.vocabulary.isdisjoint(_CUES):
        return
    tokens = context.tokens
    bodies = {m.concept for m in context.labels["actor"]}
    several = len(bodies) > 1
    for i, token in enumerate(tokens):
        following = tokens[i + 1].form.text if i + 1 < len(tokens) else ""
        if not several and following != "med":
            continue
        words = {token.form.text, token.form.lemma}
        merged = i and tokens[i - 1].form.lemma == "slå"  # "slås ihop med"
        if following == "med" and words & _WITH and not merged and _body_after(context, i + 2):
            yield i, i + 1
        elif several and (words & _TOGETHER or (following == "mellan" and words & _BETWEEN)):
            yield i, i
    if several and (found := _AS_ONE.search(context.quote)):
        at = [i for i, t in enumerate(tokens) if found.start() <= t.start - context.start < found.end()]  # fmt: skip
        yield at[0], at[-1]


def _body_after(context: Context, start: int) -> bool:
    """Return whether a body follows before the clause ends, by a concept or by its name."""
    named = {m.first for m in context.labels["actor"]}
    for i in range(start, min(start + _REACH, len(context.tokens))):
        token = context.tokens[i]
        if i in named or _is_name(token) or token.form.text.startswith(_OTHERS):
            return True
        gap = context.gaps[i] if i < len(context.gaps) else "."
        after = context.tokens[i + 1].form.text if i + 1 < len(context.tokens) else ""
        relative = "," in gap and after in _GOING_ON
        if token.form.finite or relative or not {".", ";", ":"}.isdisjoint(gap):
            return False
    return False


def _is_name(token: Token) -> bool:
    return token.surface[0].isupper() and len(token.surface) > 1
