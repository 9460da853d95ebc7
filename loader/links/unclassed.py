"""The stance of a verb of no class: what people do is an outcome, and what it makes is new."""

import re
from collections.abc import Sequence

from loader.links.matters import Matter, mentions
from loader.links.phrases import (
    ARTICLES,
    SOCIETY,
    exists,
    is_homely,
    is_ill,
    is_life,
    is_new,
    of_quality,
)
from loader.swedish.tokens import Token

#: Verbs of how a body works, whatever their object: "bedriva ett gott arbete", "ta ett ansvar".
_WORKING = frozenset({"bedriva", "hålla", "ta", "spela", "utgöra", "visa", "föra", "ha", "vara", "bli"})  # fmt: skip
#: What people get to do with a service: "får träffa någon inom en vecka".
DOING = frozenset({"prata", "tala", "hyra", "träffa", "komma", "flytta", "gå", "åka", "pröva", "prova", "möta", "söka", "använda", "byta", "låna"})  # fmt: skip
#: What people do with how a service is given: "välja utförare".
CHOOSING = frozenset({"välja", "bestämma", "styra", "påverka", "anlita", "utse", "planera", "utforma"})  # fmt: skip
_SERVICE = re.compile(r"\b\w*(?:tjänst|stöd|assistans|omsorg|insats|utför|anordnar|handlägg|möten|schema|klocka|utred|måltid)\w*", re.IGNORECASE)  # fmt: skip
_BETWEEN = re.compile(r"^\W*(?:välja )?mellan\b", re.IGNORECASE)
_HOW = re.compile(r"\b(?:hur|var|vad|vem|vart|när|över)\b", re.IGNORECASE)
#: How people come to a service: "ringa en jour".
_CALLING = frozenset({"ringa", "vända", "boka", "hyra", "låna", "beställa", "mejla", "chatta", "kontakta", "ansöka", "anmäla", "byta"})  # fmt: skip
#: Places in a queue that a rule gives.
_AHEAD = re.compile(r"\b(?:gå före|före andra|först i kön|först i tur|förtur)\b", re.IGNORECASE)
#: What "man" shall do as whoever is responsible.
_ACTING = frozenset({"lyssna", "satsa", "arbeta", "jobba", "samarbeta", "samverka", "utgå", "följa", "utbilda", "prioritera", "fråga", "göra", "ta", "ge"})  # fmt: skip
#: "Det ska vara den som slår som flyttar."
_CLEFT = re.compile(
    r"^\W*(?:den|de|du|ni|han|hon|barnet|barnen|föräldrarna)\b.{0,40} som\b", re.IGNORECASE
)
#: What people are obliged to.
_DUTIES = frozenset({"anmäla", "meddela", "redovisa", "visa", "delta", "betala", "larma", "informera", "intyga", "rapportera", "underteckna", "praktisera"})  # fmt: skip
_CONTACT = re.compile(r"^\W*av sig\b", re.IGNORECASE)
_FREELY = re.compile(r"^\W*(?:gratis|avgiftsfritt|kostnadsfritt|utan (?:avgift|kostnad))\b", re.IGNORECASE)  # fmt: skip
#: Verbs of putting things in place.
_PLACING = frozenset({"sätta", "lägga", "ställa", "gräva", "plantera", "måla", "dra", "servera", "bjuda"})  # fmt: skip
#: By which those who were not there before come: "en läkare kommer varje vecka".
_COMING = frozenset({"komma", "röra", "patrullera", "cirkulera", "besöka", "synas", "vandra", "åka"})  # fmt: skip
#: "Nya lokaler måste fram."
_DIRECTIONS = frozenset({"fram", "hit", "in"})
_ALL = frozenset({"alla", "ingen", "inga", "inget", "varje", "var"})
TOGETHER = re.compile(r"\b(?:ihop|tillsammans|gemensamt)\b", re.IGNORECASE)


def unclassed(matter: Matter) -> str:
    """Return the stance by who is the subject and what is the object."""
    treated = matter.passive and not (matter.subject and matter.subject[0].form.text in _ALL)
    if matter.of_people and not treated and not _is_anybody(matter):
        return _of_people(matter)
    if _is_wished_state(matter) or is_ill(matter.subject) or _of_society(matter):
        return "goal"
    works = matter.lemma in _WORKING
    able = "kunna" in matter.before(2) and matter.subject and not matter.passive and not works
    coming = matter.lemma in _DIRECTIONS or (matter.lemma in _COMING and is_bare(matter.subject))
    placed = matter.lemma in _PLACING and is_bare(matter.object)
    new = is_new(matter.subject) or (
        is_new(matter.object) and not (works and is_new(matter.object[:1]))
    )
    return "introduce" if able or coming or placed or new else "strengthen"


def _is_wished_state(matter: Matter) -> bool:
    """Return whether it is told whose lot something shall be, or on whose side a body stands: "det ska vara den som slår som flyttar"."""
    if matter.lemma == "stå":
        return any(t.form.lemma == "sida" for t in matter.object[:3])
    return matter.lemma == "vara" and not matter.subject and mentions(_CLEFT, matter)


def _is_anybody(matter: Matter) -> bool:
    """Return whether "man" is whoever acts, not how people live: "man ska lyssna på jouren"."""
    man = [t.form.text for t in matter.subject] == ["man"]
    return man and matter.lemma in _ACTING and {"kunna", "få", "våga"}.isdisjoint(matter.before(3))


def _of_people(matter: Matter) -> str:
    """Return the stance of what people shall do: use a service, obey a rule, have a say, or live in some way."""
    if _AHEAD.search(matter.sentence) or mentions(_FREELY, matter) or "fritt" in matter.before(4):
        return "introduce"
    if _is_duty(matter) or _is_use(matter):
        return "introduce"
    if matter.lemma in CHOOSING:
        return choice(matter, matter.object)
    finite = matter.tokens[matter.head].form.finite
    return (
        "introduce" if finite and mentions(TOGETHER, matter) else "goal"
    )  # "barn och äldre äter ihop"


def _is_duty(matter: Matter) -> bool:
    able = not {"kunna", "få"}.isdisjoint(matter.before(3))
    return (matter.lemma in _DUTIES and not able) or (
        matter.lemma == "höra" and mentions(_CONTACT, matter)
    )


def _is_use(matter: Matter) -> bool:
    """Return whether people shall be able to use a service: "kunna ringa en jour"."""
    called = matter.lemma in _CALLING or (matter.label == "introduce" and matter.lemma not in DOING)
    new = is_new(matter.object) and not is_life(matter.object)
    return ("kunna" in matter.before(4) and new) or ("kunna" in matter.before(2) and called)


def chooses(matter: Matter, lemma: str) -> bool:
    """Return whether people have a say in a service that they get: "själva välja utförare"."""
    return lemma in CHOOSING and mentions(_SERVICE, matter)


def choice(matter: Matter, chosen: Sequence[Token]) -> str:
    """Return the stance of letting people choose: strengthen for a say in a service, introduce for one of several things, goal for how to live."""
    if mentions(_SERVICE, matter):
        return "strengthen"
    if _BETWEEN.search(matter.rest):
        return "introduce"
    life = not chosen or is_life(chosen) or is_homely(chosen) or mentions(_HOW, matter)
    return "goal" if life else "introduce"


def is_bare(phrase: Sequence[Token]) -> bool:
    """Return whether a noun phrase is of some that nobody has named yet: "fältare"."""
    owned = len(phrase) > 1 and phrase[0].form.text.endswith("s")  # "barnens behov"
    return bool(phrase) and not (
        owned or any(map(is_definite, phrase)) or exists(phrase) or of_quality(phrase)
    )


def by_new(matter: Matter) -> bool:
    """Return whether something is done by, or joined to, what is not there yet: "följas av en coach"."""
    after = matter.tokens[matter.head + 1 : min(matter.item.object[1], matter.head + 6)]
    by = next((k for k, t in enumerate(after[:2]) if t.form.text in {"av", "till", "i"}), None)
    return matter.passive and by is not None and is_new(after[by + 1 :])


def _of_society(matter: Matter) -> bool:
    """Return whether a place or community shall be something."""
    if matter.lemma == "vara" and not matter.subject and re.match(r"\s*\w+t att\b", matter.rest):
        return True  # "det ska vara lätt att få hjälp"
    if "arbetsgivare" in matter.sentence:
        return False
    if matter.lemma == "bli" and not matter.subject and matter.object:
        return True  # "bli en fossilfri kommun"
    rest = matter.core((matter.head + 1, matter.item.object[1]))
    return matter.lemma in {"vara", "bli"} and any(
        t.form.lemma in SOCIETY and (t.form.lemma != "plats" or rest[0].form.text in ARTICLES)
        for t in rest[:3]
    )


def is_definite(token: Token) -> bool:
    """Return whether a word ends as a noun in the definite form does."""
    form = token.form
    return form.text != form.lemma and form.text.endswith(("en", "et", "an", "na"))
