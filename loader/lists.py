"""What a list is a list of: demands, achievements, or somebody else's matter."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from loader.boilerplate import is_furniture
from loader.passages import Passage
from loader.segments import Unit
from loader.swedish import demands, words
from loader.swedish.clauses import (
    announced,
    begins_with_imperative,
    begins_with_infinitive,
    finite_verbs,
)
from loader.swedish.forms import form

Mood = Literal["demands", "achievements", "foreign", "open", "none"]

#: A list is of demands without being called so when at least this share of its items demand,
_SHARE = 0.5
#: or this share and two items, where the others are bare noun phrases.
_FEW = 0.25

#: Finite verbs of demands; any other tells how things are.
_ASKING = words.DEMANDING | words.NEEDING | demands.WILLING | {"får", "säger"}

#: A document with as many questions or answers answers a questionnaire.
_QUESTIONS = 3
_ANSWER = re.compile(r"(?:ja|nej|jo|jodå|både ja och nej)\b(?! till\b)", re.IGNORECASE)

#: Within how many characters an item begins.
_BEGINNING = 60

#: Headings after which paragraphs are items, as after a lead-in: "Det här vill vi med skolan".
_ANNOUNCED = re.compile(
    r"(?:det|det här|detta) (?:vill|ska|kräver|föreslår|gör|lovar) vi\b|(?:vad |därför )?vi (?:vill|kräver|föreslår)(?: göra)?\W*$|vad vill vi\W*$|våra (?:förslag|krav|(?:val)?löften)\W*$",
    re.IGNORECASE,
)

#: Questions that an answer without a verb of its own completes: "Hur vill ni korta köerna?".
_ASKS = re.compile(
    r"\b(?:hur|vad|vilka?|vilket|var|vem)\b.*\b(?:vill|ska|bör|kan|gör|göra|tänker|behövs|krävs|föreslår|satsa\w*|prioriterar|viktigast)\b|\bhur \w+ (?:ni|du|vi|man)\b",
    re.IGNORECASE | re.DOTALL,
)

#: Of those, the ones that any answer without a verb completes.
_ASKS_HOW = re.compile(r"\bhur (?:\w+ )?(?:ni|du|vi|man|kommunen)\b", re.IGNORECASE)

#: Words that begin such an answer besides infinitives, comparatives and att-clauses.
_COMPLETING = frozenset({"genom", "med", "minst", "högst", "absolut", "en", "ett", "fler", "mer", "bort"})  # fmt: skip

#: Headings over lists of demands.
_DEMAND_HEADING = re.compile(
    r"^(?:det|detta) (?:innebär|betyder)\b|\b(?:vill|återstår|kvar att göra|får du|arbetar för|verkar för|vi gör|förslag|(?:val)?löfte\w*|prioriter\w*|krav|kräver|punkter|ska göra|åtgärder|gör vi|går (?:\w+ )?till val|lovar|\w+punktsprogram|åtgärdslista|handslag|nästa steg)\b|\batt göra\W*$",
    re.IGNORECASE,
)
_REASONS = re.compile(r"\bskäl (?:att|till)\b", re.IGNORECASE)

#: Lines that end in these lead in what follows.
_LEADS = (":", "..", "…")


def moods(passages: Sequence[Passage], voices: re.Pattern[str]) -> list[Mood]:
    """Return the mood that each passage stands under.

    A lead-in or heading sets the mood; it holds over the headings inside a list ("Vi vill: … Skola
    … Äldre …") and ends with prose. Achievements end with the next heading, so that they never
    colour the list that follows.
    """
    units = [passage.unit for passage in passages]
    if is_questionnaire(passages):
        return ["open" if _completes(passages, i) else "none" for i in range(len(units))]
    state = _State(voices)
    found: list[Mood] = []
    for i, passage in enumerate(passages):
        if i < len(found):
            continue  # in a run of bullets that was judged whole
        if passage.unit.kind in {"mark", "bullet"}:
            run = _bullet_run(units, i)
            items = [passages[k] for k in run if units[k].kind == "bullet"]
            those = [state.of_list(items)] * (run[-1] + 1 - i)
        else:
            following = units[i + 1] if i + 1 < len(units) else None
            those = [state.of_unit(passage, following)]
        found += (
            "open" if mood == "none" and _completes(passages, k) else mood
            for k, mood in enumerate(those, start=i)
        )
    return found


class _State:
    """The mood that the last lead-in or heading set, as the units go by."""

    def __init__(self, voices: re.Pattern[str]) -> None:
        self.voices = voices
        self.mood: Mood = "none"
        self.demanded = False  # a list of demands stands before
        self.led = False  # a lead-in was the last thing said, so that paragraphs may be its items
        self.foreign = (
            False  # under a heading that names somebody else's matter, prose is theirs as well
        )
        self.open_block: int | None = None  # the paragraph whose first sentence was such an item

    def of_list(self, items: Sequence[Passage]) -> Mood:
        """Return the mood of a run of bullets."""
        led, self.led = self.led, False
        if self.mood == "demands" and (
            _looks_like_furniture(items, introduced=led) or _believes(items, introduced=led)
        ):
            return "none"
        mood = judge(items) if self.mood in {"none", "open"} else self.mood
        if mood == "none" and self.mood == "none" and self.demanded and _goes_on(items):
            mood = "demands"
        self.demanded = self.demanded or (mood == "demands" and len(items) > 1)
        return mood

    def of_unit(self, passage: Passage, following: Unit | None) -> Mood:
        """Return the mood of a unit that is no bullet, after it has set what it introduces."""
        if passage.unit.kind == "lead-in":
            self.mood, self.led = lead_mood(passage.quote, self.voices), True
        elif passage.unit.kind == "heading":
            self._enter(passage.quote)
        elif passage.unit.kind == "sentence":
            return self._of_sentence(passage, following)
        return "none"

    def _enter(self, heading: str) -> None:
        new = heading_mood(heading, self.voices)
        self.foreign = new == "foreign"
        if new != "none" or self.mood != "demands" or is_furniture(heading):
            self.mood = new
        self.led = self.mood == "demands" and (self.led or _ANNOUNCED.match(heading) is not None)

    def _of_sentence(self, passage: Passage, following: Unit | None) -> Mood:
        if self.foreign:
            return "foreign"
        if (
            passage.quote.endswith(_LEADS)
            and following is not None
            and following.kind in {"mark", "heading"}
        ):
            self.mood = lead_mood(passage.quote, self.voices)
        elif self.led and self.mood == "demands" and (_verbless(passage) or _demands(passage)):
            self.open_block = passage.unit.block
            return "open"
        elif passage.unit.block != self.open_block and not (self.led and self.mood == "demands"):
            self.mood, self.led = "none", False
        return "none"


def _bullet_run(units: Sequence[Unit], i: int) -> list[int]:
    """Return the indices of the bullets from `i` on, debris among them passed over."""
    run = [i]
    for k in range(i + 1, len(units)):
        if units[k].kind in {"mark", "bullet"}:
            run.append(k)
        elif units[k].kind != "debris" or k + 1 >= len(units) or units[k + 1].kind != "mark":
            break
    return run


def lead_mood(lead: str, voices: re.Pattern[str]) -> Mood:
    """Return what a lead-in introduces; `voices` matches the names by which the party speaks."""
    future = demands.FUTURE_LEAD.search(lead)
    if demands.GOALS_OF_OTHERS.search(lead) and not future:
        return "foreign"
    if demands.ACHIEVED_LEAD.search(lead) and not future:
        return "achievements"
    if demands.FOREIGN_LEAD.search(lead) and not (future and voices.search(lead)):
        return "foreign"
    if demands.VALUES_LEAD.search(lead) or _REASONS.search(lead):
        return "none"  # each is judged by itself, as reasons to vote are
    if demands.DEMAND_LEAD.search(lead) or voices.search(lead):
        return "demands"
    return "none"


def heading_mood(heading: str, voices: re.Pattern[str]) -> Mood:
    """Return what a heading introduces where a list follows it."""
    if demands.ACHIEVED_LEAD.search(heading) and not demands.FUTURE_LEAD.search(heading):
        return "achievements"
    if demands.FOREIGN_HEADING.search(heading):
        return "foreign"
    if _DEMAND_HEADING.search(heading):
        return (
            "foreign"
            if demands.FOREIGN_LEAD.search(heading) and not voices.search(heading)
            else "demands"
        )
    return "none"


def judge(items: Sequence[Passage]) -> Mood:
    """Return the mood of a list that nothing introduces, by how its items begin."""
    if len(items) < 2:
        return "demands" if items and _calls(items[0]) else "none"
    done = sum(bool(item.tokens) and item.tokens[0].form.supine for item in items)
    asking = [any(_demands(item, start) for start, _ in item.sentences) for item in items]
    asked = sum(asking)
    if done >= _SHARE * len(items) and done > asked:
        return "achievements"
    if asked >= _SHARE * len(items):
        return "demands"
    # Bare noun phrases side by side with demands are demands too, where nothing in the list tells a fact.
    telling = any(_tells(item) and not asks for item, asks in zip(items, asking, strict=True))
    bare = all(
        item.quote.count(" ") > 1 or item.tokens[0].form.more for item in items if item.tokens
    )
    return (
        "demands" if asked >= _FEW * len(items) and (asked > 1 or bare) and not telling else "none"
    )


def _tells(item: Passage) -> bool:
    """Return whether an item's main verb tells how things are."""
    tokens = item.tokens
    if not tokens or begins_with_imperative(tokens):
        return False
    main = (tokens[v.index].form for v in item.verbs(item.start, item.end) if v.main)
    return any(form_.finite and form_.text not in _ASKING for form_ in main)


def _calls(item: Passage) -> bool:
    """Return whether an item that stands alone is a demand by its first word: "Kortare arbetsvecka", "Fler fältare"."""
    tokens = item.tokens
    return len(tokens) > 1 and (tokens[0].form.more or begins_with_infinitive(tokens))


def _demands(item: Passage, start: int | None = None) -> bool:
    """Return whether a list's item, or a paragraph that may be one, begins as demands do from `start`, or soon has a demanding modal."""
    start = item.start if start is None else start
    tokens = item.words(start, start + _BEGINNING)
    if not tokens or _is_name_list(item.quote):
        return False
    first = tokens[0].form
    if first.text in {"för", "eftersom", "så"} and tokens[1:2] and tokens[1].form.text == "att":
        return False  # reasons, not demands
    return (
        begins_with_infinitive(tokens)
        or (
            first.finite
            and first.text.endswith("r")
            and first.text not in words.AUXILIARIES
            and first.text not in words.DEMANDING
        )
        or first.text in demands.IMPERATIVES
        or demands.SLOGAN.match(item.text, tokens[0].start, item.end) is not None
        or (first.more and len(tokens) > 1)
        or (first.text == "att" and len(tokens) > 3)
        or any(t.form.text in words.DEMANDING for t in tokens)
        or (
            first.text == "vi"
            and tokens[1:2]
            and tokens[1].form.text in demands.WILLING - {"lovar"}
        )
        or announced(tokens, finite_verbs(item.text, tokens)) is not None
    )


def _verbless(sentence: Passage) -> bool:
    """Return whether a sentence has no main clause: "Ett team som möter dem ute"."""
    return not any(verb.main for verb in sentence.verbs(sentence.start, sentence.end))


def _goes_on(items: Sequence[Passage]) -> bool:
    """Return whether a list that nothing leads in goes on with the demands of an earlier one: bare phrases of something new or better."""
    phrases = all(item.quote.count(" ") > 1 and _verbless(item) for item in items)
    return (
        phrases
        and len(items) > 1
        and any(
            item.tokens and (item.tokens[0].form.more or item.tokens[0].form.text in {"en", "ett"})
            for item in items
        )
    )


def _is_name_list(item: str) -> bool:
    return item.count(" ") < 1 and not form(item).infinitive


def _looks_like_furniture(items: Sequence[Passage], *, introduced: bool) -> bool:
    """Return whether the items are as short as those of a menu and none begins as a demand."""
    longest = 1 if introduced else 4
    return len(items) > 1 and all(
        item.quote.count(" ") < longest and not _demands(item) for item in items
    )


def _believes(items: Sequence[Passage], *, introduced: bool) -> bool:
    """Return whether the items name values, each and all, or tell what is held to be true under a heading of their own."""
    if len(items) < 2 or any(map(_demands, items)):
        return False
    named = all(item.tokens and item.tokens[0].form.lemma in demands.VALUES for item in items)
    return named or (not introduced and all(map(_tells, items)))


def is_questionnaire(passages: Sequence[Passage]) -> bool:
    """Return whether a document answers questions: three or more units begin with a yes or no."""
    questions = sum(
        one.unit.kind == "bullet" and _is_question(one) and following.unit.kind != "mark"
        for one, following in pairwise(passages)
    )
    if questions >= _QUESTIONS:
        return True
    answers = sum(_ANSWER.match(passage.quote) is not None for passage in passages)
    return answers >= _QUESTIONS


def _completes(passages: Sequence[Passage], i: int) -> bool:
    """Return whether a unit without a main clause answers the question before it with what is to be done."""
    if i == 0 or passages[i].unit.kind not in {"sentence", "bullet"}:
        return False
    before = next((p for p in passages[i - 1 :: -1] if p.unit.kind != "mark"), None)
    if before is None or not before.quote.endswith("?"):
        return False
    tokens = passages[i].tokens
    first = tokens[0].form.text if tokens else ""
    if first == "hellre" or demands.SLOGAN.match(passages[i].quote):
        return True
    if not _ASKS.search(before.quote):
        return False
    begins = first in _COMPLETING | words.NUMERALS or _demands(passages[i])
    asks_how = _ASKS_HOW.search(before.quote) is not None
    return len(tokens) > 2 and (asks_how or begins) and _verbless(passages[i])


def _is_question(bullet: Passage) -> bool:
    """Return whether the first line of a bullet is a question."""
    first, _, _ = bullet.quote.partition("\n")
    return first.endswith("?")
