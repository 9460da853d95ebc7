"""Which units are proposals or claimed achievements, and by which rule."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, NamedTuple

from loader.boilerplate import is_call, is_furniture, is_record
from loader.criteria import CRITERIA, achieved
from loader.lists import Mood, moods
from loader.passages import Passage
from loader.segments import Unit
from loader.sentences import Sentence
from loader.speakers import own_people, speaks
from loader.swedish import demands, words
from loader.swedish.clauses import (
    announced,
    begins_with_imperative,
    begins_with_infinitive,
    begins_with_supine,
)
from loader.swedish.tokens import Token

Kind = Literal["proposal", "achievement"]

#: Criteria by which a heading demands too; the others need a sentence.
_OF_HEADINGS = frozenset({"demand-modal", "party-wants", "need", "refusal", "must-not", "right"})

#: A heading that announces what is wanted, and wants nothing itself: "Det här vill vi", "Så vill vi betala".
_ANNOUNCES = re.compile(
    r"(?:så(?: här)?|det|det här|detta) (?:vill|ska|kräver|föreslår|gör) vi\b|(?:.+[:–—-] )?så(?: här)? (?:ska|vill|kan) (?!det\b)",
    re.IGNORECASE,
)


#: Words after a demanding verb in a heading that ask for nothing yet.
_OWN = words.FIRST_PERSON | {"partiet", "se"}

#: A programme's names for itself, of which it tells how it came about and is kept.
_ITSELF = frozenset({"programmet", "överenskommelsen", "dokumentet", "plattformen", "avtalet", "manifestet"})  # fmt: skip


class Recognised(NamedTuple):
    """A unit that states something: index of the unit, what it is, the rule, and the demanding word's span."""

    unit: int
    kind: Kind
    rule: str
    start: int
    end: int


class Verdict(NamedTuple):
    """What a unit states, by which rule, and the index of its demanding token."""

    kind: Kind
    rule: str
    at: int


def voices(parties: Collection[str], text: str = "") -> re.Pattern[str]:
    """Return a pattern for the names by which the party speaks: "vi", "partiet", its own names and people."""
    longest_first = sorted(
        {name.lower() for name in parties if len(name) > 2}, key=lambda n: (-len(n), n)
    )
    people = own_people(text, parties)
    own = "|".join(
        (
            "vi",
            "jag",
            "partiet",
            "oss",
            "undertecknad",
            "undertecknade",
            *map(re.escape, longest_first),
            *people,
        )
    )
    return re.compile(rf"\b(?:{own})(?:na|a|s)?\b", re.IGNORECASE)


def recognise(passages: Sequence[Passage], parties: Collection[str]) -> Iterator[Recognised]:
    """Yield the statements of a document in order."""
    voice = voices(parties, passages[0].text if passages else "")
    titles = [p.quote for p in passages[:3] if p.unit.kind in {"heading", "lead-in"}]
    if any(map(is_record, titles)):
        return
    programme = any(map(demands.PROGRAMME.search, titles))
    furniture = False
    for i, (passage, mood) in enumerate(zip(passages, moods(passages, voice), strict=True)):
        furniture = _under_furniture(passages, i, before=furniture)
        if furniture or passage.unit.kind in {"debris", "mark"} or not passage.tokens:
            continue
        following = passages[i + 1].unit.kind if i + 1 < len(passages) else None
        if passage.quote.endswith(":") and following in {"mark", "heading"}:
            continue  # it leads in what follows
        verdict = judge(passage, mood, voice)
        if verdict is None and programme and mood != "foreign":
            verdict = _announced(passage)
        item = mood == "demands" and passage.unit.kind == "bullet"
        if verdict and (item or not is_call(passage.quote)):
            at = passage.tokens[verdict.at]
            yield Recognised(i, verdict.kind, verdict.rule, at.start, at.end)


def _announced(passage: Passage) -> Verdict | None:
    """Return a verdict on what a programme tells of what will be done, unless it tells of today."""
    if passage.unit.kind not in {"sentence", "bullet"} or demands.DESCRIBING.search(passage.quote):
        return None
    if passage.tokens[0].form.text in _ITSELF:
        return None
    at = announced(passage.tokens, passage.verbs(passage.start, passage.end))
    return (
        None if at is None or passage.quote.endswith("?") else Verdict("proposal", "commitment", at)
    )


def _under_furniture(passages: Sequence[Passage], i: int, *, before: bool) -> bool:
    """Return whether the unit stands under a heading of the page's furniture, which a heading over prose ends."""
    kind, quote = passages[i].unit.kind, passages[i].quote
    if kind not in {"heading", "lead-in", "debris"}:
        return before
    following = passages[i + 1].unit.kind if i + 1 < len(passages) else None
    over_prose = following in {"sentence", "mark", "lead-in"}
    if kind == "debris":  # "Läs mer om skolan" amid prose is a mere link
        link = quote[:3].lower() in {"läs", "se "} and following == "sentence"
        return before or (is_furniture(quote) and not link)
    return is_furniture(quote) or (before and kind == "heading" and not over_prose)


def judge(passage: Passage, mood: Mood, voice: re.Pattern[str]) -> Verdict | None:
    """Return what the passage states under its list's or section's mood, or None."""
    unit = passage.unit
    if unit.kind == "lead-in" or mood == "foreign":
        return None
    if unit.kind == "heading":
        return _judge_heading(passage, voice)
    done = mood == "demands" and begins_with_supine(passage.tokens)
    if unit.kind == "bullet" and (mood == "achievements" or done):
        return Verdict("achievement", "achieved-list", 0)
    asks = passage.quote.endswith("?")
    if ((unit.kind == "bullet" and mood == "demands") or mood == "open") and not asks:
        return Verdict("proposal", "demand-list", 0)
    if unit.kind == "bullet":
        return _judge_bullet(passage, voice)
    return _judge_sentence(passage, unit, voice)


def _judge_bullet(bullet: Passage, voice: re.Pattern[str]) -> Verdict | None:
    """Return the verdict on the first sentence of a bullet that demands, else on the first that claims."""
    found: Verdict | None = None
    for start, end in bullet.sentences:
        part = bullet.words(start, end)
        if not part:
            continue
        verdict = _judge_sentence(bullet, bullet.unit._replace(start=start, end=end), voice)
        verdict = verdict and verdict._replace(at=verdict.at + bullet.tokens.index(part[0]))
        if verdict and verdict.kind == "proposal":
            return verdict
        found = found or verdict
    return found


def _judge_heading(heading: Passage, voice: re.Pattern[str]) -> Verdict | None:
    """Return a verdict on a heading: demanding verbs count, noun phrases do not."""
    tokens = heading.tokens
    first = tokens[0].form.text
    if len(tokens) < 2:
        return None
    if begins_with_imperative(tokens) or (
        begins_with_infinitive(tokens) and first not in demands.LIFE_VERBS
    ):
        return Verdict("proposal", "demand-heading", 0)
    if "|" in heading.quote or _ANNOUNCES.match(heading.quote):
        return None
    verdict = _judge_sentence(heading, heading.unit, voice)
    return (
        verdict
        if verdict and verdict.rule in _OF_HEADINGS and _is_complete(tokens, verdict.at)
        else None
    )


def _is_complete(tokens: Sequence[Token], at: int) -> bool:
    """Return whether something follows the demanding verb: "Det här vill vi" is a mere heading."""
    rest = [t for t in tokens[at + 1 :] if t.form.text not in _OWN]
    if at > 1 and tokens[at].form.text in words.NEEDING:
        return True  # "Fler vuxna behövs"
    return len(rest) > 1 or (bool(rest) and rest[0].form.infinitive)


def _judge_sentence(passage: Passage, unit: Unit, voice: re.Pattern[str]) -> Verdict | None:
    """Return a verdict on a passage's sentence: the first criterion that fits its main clauses, unless another speaks."""
    span = unit.start, unit.end
    if passage.text[unit.end - 1] == "?":
        return None
    sentence = Sentence(passage.text, unit, passage.words(*span), passage.verbs(*span), voice)
    verdict = _first(sentence)
    return None if verdict and _is_foreign(sentence) else verdict


def _is_foreign(s: Sentence) -> bool:
    """Return whether a sentence gives another's voice, and not the party's."""
    if s.vocabulary.isdisjoint(demands.OF_FOREIGN) and not demands.QUOTING.search(s.quote):
        return False
    own = demands.OWN_AFTER_ALL.search(s.quote) or speaks(s.quote, s.voice)
    return not own and demands.FOREIGN.search(s.quote) is not None


def _first(sentence: Sentence) -> Verdict | None:
    """Return the verdict of the first criterion that fits."""
    for rule, criterion in CRITERIA.items():
        at = criterion(sentence)
        if at is not None:
            return Verdict("proposal", rule, at)
    return Verdict("achievement", "achieved-sentence", 0) if achieved(sentence) else None
