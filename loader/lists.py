"""What a list is a list of: demands, achievements, or somebody else's matter."""

import re
from collections.abc import Sequence
from typing import Literal

from loader.boilerplate import is_furniture
from loader.segments import Unit
from loader.swedish import demands, words
from loader.swedish.forms import form
from loader.swedish.tokens import Token, tokenise

Mood = Literal["demands", "achievements", "foreign", "open", "none"]

#: A list is of demands without being called so when at least this share of its items demand.
_SHARE = 0.5


def moods(text: str, units: Sequence[Unit], voices: re.Pattern[str]) -> list[Mood]:
    """Return the mood that each unit stands under.

    A lead-in or heading sets the mood; it holds over the headings inside a list ("Vi vill: … Skola
    … Äldre …") and ends with prose. Achievements end with the next heading, so that they never
    colour the list that follows.
    """
    found: list[Mood] = ["none"] * len(units)
    mood: Mood = "none"
    if is_questionnaire(text, units):
        return found
    led = False  # a lead-in was the last thing said, so that paragraphs may be its items
    i = 0
    while i < len(units):
        unit = units[i]
        words_ = text[unit.start : unit.end]
        if unit.kind in {"mark", "bullet"}:
            run = _bullet_run(units, i)
            items = [text[units[k].start : units[k].end] for k in run if units[k].kind == "bullet"]
            here = mood if mood in {"demands", "achievements", "foreign"} else judge(items)
            if mood == "demands" and _looks_like_furniture(items, introduced=led):
                here = "none"
            for k in run:
                found[k] = here
            i = run[-1] + 1
            led = False
            continue
        if unit.kind == "lead-in":
            mood, led = lead_mood(words_, voices), True
        elif unit.kind == "heading":
            new = heading_mood(words_, voices)
            if new != "none" or mood != "demands" or is_furniture(words_):
                mood = new
            led = led and mood == "demands"
        elif unit.kind == "sentence":
            if (
                words_.endswith((":", "..", "…"))
                and (i + 1 < len(units))
                and units[i + 1].kind == "mark"
            ):
                mood = lead_mood(words_, voices)
            elif led and mood == "demands" and (verbless(words_) or starts_like_item(words_)):
                found[i] = "open"
            elif found[i - 1] == "open" and unit.block == units[i - 1].block:
                found[i] = "none"
            elif not led or mood != "demands":
                mood, led = "none", False
        i += 1
    return found


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
    if demands.ACHIEVED_LEAD.search(lead) and not future:
        return "achievements"
    if demands.FOREIGN_LEAD.search(lead) and not (future and voices.search(lead)):
        return "foreign"
    if demands.DEMAND_LEAD.search(lead) or voices.search(lead):
        return "demands"
    return "none"


def heading_mood(heading: str, voices: re.Pattern[str]) -> Mood:
    """Return what a heading introduces where a list follows it."""
    if demands.ACHIEVED_LEAD.search(heading) and not demands.FUTURE_LEAD.search(heading):
        return "achievements"
    if re.search(
        r"\b(?:vill|förslag|(?:val)?löfte\w*|prioriter\w*|krav|kräver|punkter|ska göra|åtgärder|gör vi|går till val)\b",
        heading,
        re.IGNORECASE,
    ):
        return (
            "foreign"
            if demands.FOREIGN_LEAD.search(heading) and not voices.search(heading)
            else "demands"
        )
    return "none"


def judge(items: Sequence[str]) -> Mood:
    """Return the mood of a list that nothing introduces, by how its items begin."""
    if len(items) < 2:
        return "none"
    begun = [tokenise(item, 0, min(len(item), 60)) for item in items]
    done = sum(bool(t) and t[0].form.supine for t in begun)
    asked = sum(demands_by_start(item, t) for item, t in zip(items, begun, strict=True))
    if done >= _SHARE * len(items) and done > asked:
        return "achievements"
    return "demands" if asked >= _SHARE * len(items) else "none"


def demands_by_start(item: str, tokens: Sequence[Token]) -> bool:
    """Return whether an item begins as demands do, or holds a demanding modal."""
    if not tokens or _is_name_list(item):
        return False
    first = tokens[0].form
    return (
        begins_with_infinitive(tokens)
        or first.text in demands.IMPERATIVES
        or (first.more and len(tokens) > 1)
        or (first.text == "att" and len(tokens) > 3)
        or any(t.form.text in words.DEMANDING for t in tokens)
    )


def begins_with_infinitive(tokens: Sequence[Token]) -> bool:
    """Return whether the first word, or the second after an adverb, is an infinitive."""
    for token in tokens[:2]:
        text = token.form.text
        if text in words.NOMINAL_STARTS and text not in words.AMBIGUOUS_INFINITIVES:
            return False
        if token.form.infinitive and not token.form.text.endswith("s"):
            following = tokens[tokens.index(token) + 1 : tokens.index(token) + 2]
            return not (
                text in words.AMBIGUOUS_INFINITIVES
                and following
                and following[0].form.text.endswith(("or", "ar", "er"))
            )
        if text not in words.ADVERBS:
            return False
    return False


def starts_like_item(sentence: str) -> bool:
    """Return whether a paragraph under a lead-in begins as one of its items."""
    tokens = tokenise(sentence, 0, min(len(sentence), 60))
    return demands_by_start(sentence, tokens)


def verbless(sentence: str) -> bool:
    """Return whether a sentence has no finite verb."""
    return not any(token.form.finite for token in tokenise(sentence, 0, len(sentence)))


def _is_name_list(item: str) -> bool:
    return item.count(" ") < 1 and not form(item).infinitive


def _looks_like_furniture(items: Sequence[str], *, introduced: bool) -> bool:
    """Return whether the items are as short as those of a menu and none begins as a demand."""
    longest = 1 if introduced else 4
    return len(items) > 1 and all(
        item.count(" ") < longest and not starts_like_item(item) for item in items
    )


def is_questionnaire(text: str, units: Sequence[Unit]) -> bool:
    """Return whether a document answers questions: three or more units begin with a yes or no."""
    answers = re.compile(r"(?:ja|nej|jo|jodå|både ja och nej)\b(?! till\b)", re.IGNORECASE)
    return sum(answers.match(text, unit.start, unit.end) is not None for unit in units) >= 3
