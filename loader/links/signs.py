"""The words of a statement that show a theme, and the role in which they do."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from loader.lexicon import Match, lexicon
from loader.links.actors import listed
from loader.links.context import Context
from loader.links.passing import names_nobody, qualifies
from loader.links.people import kinds
from loader.swedish.affairs import TOGETHER
from loader.swedish.readings import MEANS, means_otherwise, strikes_nobody

#: Words show a theme plainly, or as a compound of which one part is known, people, places and homes
#: where it happens, staff that is mentioned, means that serve several matters, or bodies in a list.
Role = Literal[
    "plain", "part", "staff", "people", "families", "young", "place", "site", "home", "jobless", "day", "means", "listed"
]  # fmt: skip

#: Examples tell less than what they are examples of.
_EXAMPLE = re.compile(
    r"(?:\b(?:till exempel|exempelvis|bland annat|däribland|såsom|särskilt (?:där|när|om))\b"
    r"|\b(?:t\.? ?ex|bl\.? ?a)\b)[^;:!?]*",
    re.IGNORECASE,
)

#: The words one of which every example follows.
_OF_EXAMPLES = frozenset({"exempel", "exempelvis", "bland", "däribland", "såsom", "särskilt", "ex", "bl"})  # fmt: skip

#: Opposites that stand for everybody: "ung som gammal", "från vaggan till graven".
_ENDS = r"(?:små|liten|lilla|barn|ung(?:a)?|nyfödd\w*|vaggan|fattig\w*|rik\w*|stor(?:a)?|vuxna?|gammal|gamla|äldre|graven)"
_EVERYBODY = re.compile(
    rf"\b{_ENDS} (?:som|såväl som|lika ?väl som|likaväl som|eller|till) {_ENDS}\b|\b(?:alla|mellan)\b,? {_ENDS} och {_ENDS}\b"
    r"|\b(?:barn|unga|ungdomar),? (?:och|som) vuxna\b|\bvuxna och (?:barn|unga)\b",
    re.IGNORECASE,
)

#: The words one of which every such pair has.
_OF_EVERYBODY = frozenset({"gammal", "äldre", "grav", "graven", "vuxen", "vuxna", "rik", "stor", "fattig", "ung", "barn"})  # fmt: skip

#: Places where children learn, homes, and places where many kinds of people spend their days, by lemmas.
_PLACES = frozenset({"skola", "förskola", "högstadium", "högstadie", "gymnasium", "gymnasie", "fritidshem", "skolkök", "klass", "elevhälsa"})  # fmt: skip
_HOMES = frozenset({"lägenhet", "bostad", "hem", "boende"})
_SITES = frozenset({"skolmatsal", "skolbespisning", "skolväg", "skolbarn", "elev", "hyresgäst", "hyreshus"})  # fmt: skip
_DAYS = frozenset({"dagverksamhet", "korttidsplats", "korttidsboende", "dagcentral"})

#: Words with which helpers are named, and how words for associations of those concerned begin.
_WITH = frozenset({"med", "genom", "via", "av"})
_OF_MEMBERS = ("organisation", "pensionär", "funktionsrätt", "brukar", "patient", "pro", "spf")

#: Situations that make children of a certain kind, so that "barn" in them does show the theme of children.
_CHILDREN = frozenset({"barn-och-unga", "barn", "familjer"})

#: How many words lie at most between two that show a theme together.
_NEAR = 8


class Sign(NamedTuple):
    """Words that show a theme, and their role."""

    theme: str
    role: Role
    start: int
    end: int


def words(context: Context) -> Iterator[Sign]:
    """Yield the statement's own theme words."""
    if not context.labels["theme"]:
        return
    reading = _Reading(context)
    for match in context.labels["theme"]:
        first = context.tokens[match.first]
        if first.start not in context.unmentioned and not reading.tells_nothing(match):
            end = context.tokens[match.last - 1].end
            yield Sign(match.concept, reading.role(match), first.start, end)


def pairs(context: Context) -> Iterator[Sign]:
    """Yield the themes that words of two kinds show together."""
    places = context.affairs
    for one, other, theme in TOGETHER:
        if one not in places or other not in places:
            continue
        near = (j for i in places[one] for j in places[other] if abs(i - j) <= _NEAR)
        at = next((j for j in near if not strikes_nobody(context.tokens, j + 1)), None)
        if at is not None:
            yield Sign(theme, "plain", context.tokens[at].start, context.tokens[at].end)


def everybody(context: Context) -> frozenset[int]:
    """Return the starts of words that stand for everybody, whatever group each names."""
    return _starts(context, _EVERYBODY, _OF_EVERYBODY)


class _Reading:
    """What a statement's words are beside each other, as their roles are judged by."""

    def __init__(self, context: Context) -> None:
        found, tokens = context.labels["theme"], context.tokens
        themes = {match.concept for match in found}
        self.tokens = tokens
        self.working = "personal-och-organisation" in themes
        self.risky = "missbruk" in themes and not _covered(context, "personer-med-missbruk")
        self.mentioned = {*_carriers(context)} if "barn-och-familj" in themes else set()
        self.bodies = _cooperating(context)
        self.staff = _covered(context, "anstallda") if self.working else set()
        self.supported = {m.first for m in found if m.concept == "funktionsnedsattning"}
        old = [m for m in context.labels["target-group"] if m.concept == "aldre"]
        self.of_things = {m.first for m in old if qualifies(context, m)}
        self.examples = _starts(context, _EXAMPLE, _OF_EXAMPLES)
        self.about = context.affairs
        self.supply = "supply" in self.about and "upkeep" not in self.about

    def tells_nothing(self, match: Match) -> bool:
        """Return whether words have another reading, or are an adjective of things: "de gamla träden"."""
        return (
            match.first in self.of_things
            or means_otherwise(self.tokens[match.first], self.tokens)
            or strikes_nobody(self.tokens, match.last)
        )

    def role(self, match: Match) -> Role:
        """Return the role in which words show their theme."""
        token = self.tokens[match.first]
        single = match.last - match.first == 1
        if match.first in self.bodies or token.form.lemma.endswith(("nämnd", "förvaltning")):
            return "listed"
        written = token.form.lemma if single else " ".join(t.form.lemma for t in self.tokens[match.first : match.last])  # fmt: skip
        if written in MEANS or token.start in self.examples or self._helps(match):
            return "means"
        role = self._of_theme(match, token.form.lemma, single)
        return role if role != "plain" or not single or lexicon("theme").whole(token) else "part"

    def _of_theme(self, match: Match, lemma: str, single: bool) -> Role:
        match match.concept:
            case "barn-och-familj":
                return self._people(match, lemma)
            case "arbete-och-integration" | "skola" if "sphere" in self.about:
                return "means"
            case "skola" if single and lemma.removesuffix("s") in _PLACES:
                return "place"
            case "aldreomsorg" if lemma in _DAYS:
                return "day"
            case _ if single and lemma in _SITES:
                return "site"
            case "personal-och-organisation" if match.first in self.staff:
                return "staff"
            case "hemloshet-och-boende" if not self.supply and match.first in self.supported:
                return "means"
            case "hemloshet-och-boende" if not self.supply and single and lemma in _HOMES:
                return "home"
        return "plain"

    def _helps(self, match: Match) -> bool:
        """Return whether volunteers, churches or clubs only help with what is asked: "genom frivilliga"; those of the people meant have a say."""
        if match.concept != "civilsamhalle":
            return False
        before = {t.form.text for t in self.tokens[max(0, match.first - 3) : match.first]}
        if before.isdisjoint(_WITH):
            return False
        written = (t.form.text for t in self.tokens[match.first : match.last])
        return not any(word.startswith(_OF_MEMBERS) or "fören" in word for word in written)

    def _people(self, match: Match, lemma: str) -> Role:
        if match.first in self.mentioned and not self.working:
            return "means"
        who = kinds(self.tokens[match.first])
        if lemma in {"ung", "ungdom"} and not self.risky:
            return "young"
        return "families" if "families" in who else "people" if who else "plain"


def _starts(context: Context, pattern: re.Pattern[str], needed: frozenset[str]) -> frozenset[int]:
    """Return the starts of the words in what the pattern finds, where one of the words that it needs stands."""
    return frozenset() if context.vocabulary.isdisjoint(needed) else context.starts(pattern)


def _cooperating(context: Context) -> set[int]:
    """Return the first words of bodies listed as those who are to work together."""
    found = listed(context, context.labels["actor"])
    if not found:
        return found
    together = any(m.concept == "samverkan" for m in context.labels["instrument"])
    return found if together or len(found) > 2 else set()


def _carriers(context: Context) -> Iterator[int]:
    """Yield the words for people whom a description makes a group of another theme, "unga med missbruk", and for those only mentioned."""
    groups = lexicon("target-group")
    named = context.labels["target-group"]
    front = {m.first for m in named if context.tokens[m.first].start not in context.background}
    for match in named:
        if (front and match.first not in front) or names_nobody(context, match):
            yield match.first
    for s in context.situations:
        if not _CHILDREN & {s.concept, *groups.ancestors(s.concept)}:
            yield s.first


def _covered(context: Context, group: str) -> set[int]:
    """Return the words that name or describe the group or a narrower one."""
    groups = lexicon("target-group")
    described = [Match(s.concept, s.first, s.last) for s in context.situations]
    return {
        i
        for m in (*context.labels["target-group"], *described)
        if group in {m.concept, *groups.ancestors(m.concept)}
        for i in range(m.first, m.last)
    }
