"""Which units are proposals or claimed achievements, and by which rule."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from loader.boilerplate import is_call, is_furniture
from loader.lists import Mood, begins_with_infinitive, moods
from loader.segments import Unit, sentences
from loader.swedish import demands, words
from loader.swedish.clauses import Verb, finite_verbs, infinitive_after
from loader.swedish.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Recognised:
    """A unit that states something: index of the unit, what it is, the rule, and the demanding word's span."""

    unit: int
    kind: Literal["proposal", "achievement"]
    rule: str
    start: int
    end: int


Verdict = tuple[
    Literal["proposal", "achievement"], str, int
]  # kind, rule, index of the demanding token


def voices(parties: Collection[str]) -> re.Pattern[str]:
    """Return a pattern for the names by which the party speaks: "vi", "partiet", its own names."""
    names = sorted(
        {re.escape(name.lower()) for name in parties if len(name) > 2}, key=len, reverse=True
    )
    own = "|".join(("vi", "jag", "partiet", "oss", *names))
    return re.compile(rf"\b(?:{own})(?:na|a|s)?\b", re.IGNORECASE)


def recognise(text: str, units: Sequence[Unit], parties: Collection[str]) -> Iterator[Recognised]:
    """Yield the statements of a document in order."""
    voice = voices(parties)
    furniture = False
    for i, (unit, mood) in enumerate(zip(units, moods(text, units, voice), strict=True)):
        quote = text[unit.start : unit.end]
        if unit.kind == "debris":
            furniture = furniture or is_furniture(quote)
        if unit.kind in {"heading", "lead-in"}:
            furniture = is_furniture(quote) or (
                furniture and unit.kind == "heading" and not _prose_follows(units, i)
            )
        if furniture or unit.kind in {"debris", "mark"} or is_call(quote):
            continue
        tokens = tokenise(text, unit.start, unit.end)
        verdict = judge(text, unit, tokens, mood, voice) if tokens else None
        if verdict:
            kind, rule, at = verdict
            yield Recognised(i, kind, rule, tokens[at].start, tokens[at].end)


def _prose_follows(units: Sequence[Unit], i: int) -> bool:
    return i + 1 < len(units) and units[i + 1].kind in {"sentence", "mark", "lead-in"}


def judge(
    text: str, unit: Unit, tokens: Sequence[Token], mood: Mood, voice: re.Pattern[str]
) -> Verdict | None:
    """Return what the unit states, or None."""
    text[unit.start : unit.end]
    if unit.kind == "lead-in" or mood == "foreign":
        return None
    if unit.kind == "bullet" and mood == "achievements":
        return ("achievement", "achieved-list", 0)
    if unit.kind == "heading":
        return _judge_heading(text, unit, tokens, voice)
    if (unit.kind == "bullet" and mood == "demands") or mood == "open":
        return ("proposal", "demand-list", 0)
    if unit.kind == "bullet":
        return _judge_bullet(text, unit, tokens, voice)
    return _judge_sentence(text, unit, tokens, voice)


def _judge_bullet(
    text: str, unit: Unit, tokens: Sequence[Token], voice: re.Pattern[str]
) -> Verdict | None:
    """Return the verdict on the first sentence of a bullet that demands, else on the first that claims."""
    found: Verdict | None = None
    spans = list(sentences(text, unit.start, unit.end))
    if text[spans[0][1] - 1] == "?":
        return None
    for start, end in spans:
        first = next((k for k, t in enumerate(tokens) if t.start >= start), len(tokens))
        last = next((k for k, t in enumerate(tokens) if t.start >= end), len(tokens))
        part = Unit(unit.kind, start, end, unit.block)
        verdict = _judge_sentence(text, part, tokens[first:last], voice) if first < last else None
        if verdict and (found is None or verdict[0] == "proposal" != found[0]):
            found = verdict[0], verdict[1], verdict[2] + first
    return found


def _judge_heading(
    text: str, unit: Unit, tokens: Sequence[Token], voice: re.Pattern[str]
) -> Verdict | None:
    """Return a verdict on a heading: demanding verbs count, noun phrases do not."""
    first = tokens[0].form
    if len(tokens) < 2:
        return None
    if first.text in demands.IMPERATIVES or (
        begins_with_infinitive(tokens) and first.text not in demands.LIFE_VERBS
    ):
        return ("proposal", "demand-heading", 0)
    if "|" in text[unit.start : unit.end]:
        return None
    verdict = _judge_sentence(text, unit, tokens, voice)
    return (
        verdict
        if verdict
        and verdict[1] in {"demand-modal", "party-wants", "need", "refusal", "must-not"}
        and _complete(tokens, verdict)
        else None
    )


def _complete(tokens: Sequence[Token], verdict: Verdict) -> bool:
    """Return whether something follows the demanding verb: "Det här vill vi" is a mere heading."""
    rest = [
        t
        for t in tokens[verdict[2] + 1 :]
        if t.form.text not in words.FIRST_PERSON | {"partiet", "se"}
    ]
    return len(rest) > 1 or (bool(rest) and rest[0].form.infinitive)


def _judge_sentence(
    text: str, unit: Unit, tokens: Sequence[Token], voice: re.Pattern[str]
) -> Verdict | None:
    """Return a verdict on a sentence: the first rule that fits its main clauses."""
    quote = text[unit.start : unit.end]
    if quote.endswith("?"):
        return None
    if demands.FOREIGN.search(quote) and not re.search(
        r"\b(?:vi|partiet) (?:vill|anser|kräver|tycker)\b|\b(?:vill|anser|kräver) vi\b",
        quote,
        re.IGNORECASE,
    ):
        return None
    verbs = finite_verbs(text, tokens)
    sentence = _Sentence(text, quote, unit, tokens, verbs, voice)
    for rule in _RULES:
        at = rule(sentence)
        if at is not None:
            return ("proposal", _NAMES[rule], at)
    if sentence.achieved():
        return ("achievement", "achieved-sentence", 0)
    return None


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    quote: str
    unit: Unit
    tokens: Sequence[Token]
    verbs: Sequence[Verb]
    voice: re.Pattern[str]

    def main(self) -> Iterator[int]:
        """Yield the indices of the finite verbs of main clauses."""
        return (verb.index for verb in self.verbs if verb.main)

    def word(self, i: int) -> str:
        return self.tokens[i].form.text if 0 <= i < len(self.tokens) else ""

    def after(self, i: int, n: int = 3) -> set[str]:
        return {t.form.text for t in self.tokens[i + 1 : i + 1 + n]}

    def clause(self, i: int) -> tuple[int, int]:
        """Return the token range from the finite verb before `i` to the next one after it."""
        before = max((v.index for v in self.verbs if v.index < i), default=-1)
        after = min((v.index for v in self.verbs if v.index > i), default=len(self.tokens))
        return before + 1, after

    def subject_is_party(self, i: int) -> bool:
        """Return whether the finite verb at `i` has the party as its subject."""
        if self.voice.fullmatch(self.tokens[i + 1].surface) if i + 1 < len(self.tokens) else False:
            return True
        start, _ = self.clause(i)
        if start >= i:  # "vi anser och vill"
            return start > 0 and any(
                self.subject_is_party(v.index) for v in self.verbs if v.index == start - 1
            )
        return any(self.voice.fullmatch(t.surface) for t in self.tokens[start:i])

    def achieved(self) -> bool:
        """Return whether the party says that it has done something."""
        for i in self.main():
            if (
                self.word(i) in {"har", "hade"}
                and (self.subject_is_party(i) or demands.ACHIEVED.search(self.quote))
                and any(t.form.supine for t in self.tokens[i + 1 : i + 8])
            ):
                return True
        return False


def _demand_modal(s: _Sentence) -> int | None:
    for i in s.main():
        if s.word(i) in words.DEMANDING and not _describes(s, i):
            return i
    return None


def _describes(s: _Sentence, i: int) -> bool:
    """Return whether a modal tells how things are: "de måste ofta vänta", "får vänta och måste leva"."""
    if s.after(i, 4) & demands.SPEECH:
        return True
    if s.word(i) == "måste":
        if demands.DESCRIBING.search(s.quote):
            return s.word(i + 1) not in words.FIRST_PERSON and not s.subject_is_party(i)
        before = [v.index for v in s.verbs if v.index < i and v.main]
        if (
            before
            and s.word(i - 1) == "och"
            and s.word(before[-1]) not in words.DEMANDING | words.NEEDING | demands.WILLING
        ):
            return True
    return False


_PEOPLE = frozenset(
    {
        "vissa",
        "många",
        "människor",
        "alla",
        "barn",
        "man",
        "somliga",
        "flera",
        "de",
        "dem",
        "hon",
        "han",
        "du",
        "personer",
        "andra",
        "en",
        "unga",
        "äldre",
        "ingen",
        "den",
        "som",
        "familjer",
        "föräldrar",
        "några",
    }
)


def _need(s: _Sentence) -> int | None:
    for i in s.main():
        word = s.word(i)
        if word in {"kommer", "lär", "torde"} and {"behövas", "krävas"} & s.after(i, 5):
            return i
        if word in {"behövs", "krävs", "fordras"} and not {"inte", "inget"} & s.after(i, 3):
            return i
        if word == "behöver":
            start, _ = s.clause(i)
            following = infinitive_after(s.tokens, i)
            if s.word(i - 1) in {"alla", "själva"}:
                continue
            if s.word(i + 1) in words.FIRST_PERSON or s.subject_is_party(i):
                return i
            if (
                following is not None
                and following == i + 1
                and s.word(start) in {"man", "människor", "de", "barn", "många", "vissa"}
            ):
                continue
            inverted = infinitive_after(s.tokens, i + 1) if i + 1 < len(s.tokens) else None
            if (
                following is not None
                or inverted is not None
                or any(t.form.passive for t in s.tokens[i + 1 : i + 5])
            ):
                return i
            if i > start and not {t.form.text for t in s.tokens[start:i]} & _PEOPLE:
                return i
    return None


def _must_not(s: _Sentence) -> int | None:
    for i in s.main():
        if (s.word(i) == "får" and s.after(i, 2) & {"inte", "aldrig", "ej"}) or (
            s.word(i) == "får" and "inte" in s.after(i, 7) and s.word(i + 1) == "en"
        ):
            negation = next(k for k in range(i + 1, i + 9) if s.word(k) in words.NEGATIONS)
            start, _ = s.clause(i)
            subject = {t.form.text for t in s.tokens[start:i]}
            if infinitive_after(s.tokens, negation) is not None and not subject & {
                "de",
                "många",
                "människor",
                "som",
                "man",
                "hon",
                "han",
            }:
                return i
    return None


def _party_wants(s: _Sentence) -> int | None:
    for i in s.main():
        if (
            s.word(i) in demands.WILLING
            and s.subject_is_party(i)
            and not s.after(i, 4) & demands.SPEECH
        ):
            return i
        if s.word(i) == "skulle" and "vilja" in s.after(i) and s.subject_is_party(i):
            return i
    return None


def _commitment(s: _Sentence) -> int | None:
    if demands.NO_REFUSAL.search(s.quote):
        return None
    for i in s.main():
        word = s.word(i)
        needed = demands.COMMITTING_WITH.get(word)
        if needed is None and word not in demands.COMMITTING:
            continue
        if needed is not None and not needed & s.after(i, 4):
            continue
        if s.subject_is_party(i):
            return i
        if word == "fortsätter" and s.tokens[i].start == s.unit.start:
            return i
    return None


def _opinion(s: _Sentence) -> int | None:
    for i in s.main():
        if s.word(i) in demands.OPINING and s.subject_is_party(i):
            inside = [v.index for v in s.verbs if v.index > i]
            if any(s.word(k) in words.DEMANDING | {"behöver", "behövs", "krävs"} for k in inside):
                return i
    return None


def _importance(s: _Sentence) -> int | None:
    found = demands.IMPORTANT.search(s.quote) or demands.PRIORITY.search(s.quote)
    if not found or demands.TELLING.match(s.quote, found.end() + 1):
        return None
    at = s.unit.start + found.start()
    index = next((k for k, t in enumerate(s.tokens) if t.end > at), None)
    if index is None:
        return None
    copula = [
        v
        for v in s.verbs
        if s.word(v.index) in {"är", "blir", "vore", "bör", "måste", "ska"} and v.index <= index + 3
    ]
    if copula and not copula[-1].main and not any(v.main for v in copula):
        return None
    return index


def _that_clause(s: _Sentence) -> int | None:
    """Return the modal of a clause after a copula, as in "ett exempel är att barn ska …" or "är något som måste …"."""
    for k, verb in enumerate(s.verbs[:-1]):
        following = s.verbs[k + 1].index
        if (
            not verb.main
            or s.word(verb.index) not in {"är", "betyder", "innebär", "blir"}
            or s.word(following) not in words.DEMANDING | {"behöver", "får"}
        ):
            continue
        between = [t.form.text for t in s.tokens[verb.index + 1 : following]]
        if s.word(following) == "får" and not {"inte", "aldrig"} & {
            *between,
            *s.after(following, 1),
        }:
            continue
        if between[:1] == ["att"] or (
            "som" in between and not set(between[between.index("som") + 1 :]) - words.ADVERBS
        ):
            return following
    return None


def _right(s: _Sentence) -> int | None:
    for i in s.main():
        if (
            s.word(i) == "har"
            and "rätt" in s.after(i, 9)
            and (demands.RIGHT.search(s.quote) or re.search(r"\brätt (?:till|att)\b", s.quote))
        ):
            return i
    return None


def _refusal(s: _Sentence) -> int | None:
    found = demands.REFUSAL.search(s.quote)
    if not found or demands.NO_REFUSAL.search(s.quote):
        return None
    at = s.unit.start + found.start()
    index = next((k for k, t in enumerate(s.tokens) if t.end > at), None)
    if index is None:
        return None
    verbless = found.start() == 0
    return (
        index
        if verbless
        or "hör inte hemma" in found.group().lower()
        or any(s.subject_is_party(v.index) for v in s.verbs)
        else None
    )


def _bare_infinitive(s: _Sentence) -> int | None:
    """Return 0 where a sentence begins with an infinitive or imperative and has no main verb."""
    if any(True for _ in s.main()):
        return (
            0
            if s.tokens[0].form.text in demands.IMPERATIVES
            and s.tokens[0].form.text not in {"se", "få", "håll"}
            and s.unit.kind == "bullet"
            else None
        )
    if s.tokens[0].form.text in demands.LIFE_VERBS - {"få", "ha"} or len(s.tokens) < 3:
        return None
    return (
        0
        if begins_with_infinitive(s.tokens) or s.tokens[0].form.text in demands.IMPERATIVES
        else None
    )


_NAMES = {
    _demand_modal: "demand-modal",
    _party_wants: "party-wants",
    _refusal: "refusal",
    _must_not: "must-not",
    _need: "need",
    _importance: "importance",
    _that_clause: "that-clause",
    _right: "right",
    _opinion: "opinion",
    _commitment: "commitment",
    _bare_infinitive: "bare-infinitive",
}
_RULES = tuple(_NAMES)
