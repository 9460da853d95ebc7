"""Whether staff is who benefits, or a means for others: "ge vikarierna fast jobb", "fler vikarier"."""

from collections.abc import Iterator

from loader.links.context import Context
from loader.links.people import kinds
from loader.swedish import staff, words
from loader.swedish.forms import Form
from loader.swedish.tokens import Token

#: Within how many words of the staff its benefit is named.
_NEAR = 12

_MODALS = words.DEMANDING | {"behöver"}


def benefits(context: Context, first: int, last: int) -> bool:
    """Return whether the statement is about the conditions of the staff at tokens[first:last], and the staff no mere means."""
    before = {t.form.text for t in context.tokens[max(0, first - 2) : first]}
    near = {t.form.lemma for t in context.tokens[max(0, first - 4) : first]}
    if near & staff.HIRING or _becomes(context, first) or _comes_with(context, first):
        return False
    if near & staff.GIVEN or _gets(context, first, last):
        return True
    if before & staff.MEANS or _of_kind(context, first):
        return False
    if before & {"åt", "för"} and context.tokens[last - 1].form.text not in before:
        return True
    near_by = [*_within_sentence(context, first, -1), *_within_sentence(context, last - 1, 1)]
    return any(_is_condition(t.form) for t in near_by)


def _is_condition(form: Form) -> bool:
    """Return whether a word is one for conditions of work."""
    return (
        form.text in staff.CONDITIONS
        or form.text.startswith(staff.BENEFITS)
        or form.lemma.endswith(staff.PAY)
    )


def _comes_with(context: Context, first: int) -> bool:
    """Return whether staff is part of something that is asked for: "en lokal med personal även på helger"."""
    word = context.tokens[first].form
    return first > 0 and context.tokens[first - 1].form.text == "med" and word.text == word.lemma


def _becomes(context: Context, first: int) -> bool:
    """Return whether others are to become staff: "utbilda arbetslösa till undersköterskor"."""
    before = [t.form for t in context.tokens[max(0, first - 6) : first]]
    return (
        bool(before)
        and before[-1].text == "till"
        and any(f.lemma in staff.BECOMING for f in before)
    )


def _of_kind(context: Context, first: int) -> bool:
    """Return whether only the kind of staff is told: "utbildade undersköterskor ska finnas", or how many: "12 anställda"."""
    before = context.tokens[first - 1].form.text if first else ""
    return before.isdecimal() or before.endswith(staff.QUALIFIED)


def _gets(context: Context, first: int, last: int) -> bool:
    """Return whether the staff is the subject of what it is to get: "de anställda ska slippa delade turer", "så att läkarna hinner"."""
    following = [t.form for t in _clause(context, last)]
    before = {t.form.text for t in context.tokens[max(0, first - 3) : first]}
    if "att" in before and following and following[0].lemma in staff.MANAGES:
        return following[0].finite
    if before & _MODALS:  # "därför behöver all personal veta …"
        return any(f.text == f.lemma in staff.GETS for f in following)
    relative = bool(following) and following[0].text == "som"
    for i, verb in enumerate(following):
        if not (verb.finite or verb.passive) or (relative and i == 1):
            continue  # "socialsekreterare som arbetar med barn får …"
        rest = following[i + 1 : i + 4]
        if verb.text not in words.DEMANDING:
            return verb.text in staff.GETTING and not any(f.lemma == "bli" for f in rest[:1])
        if rest and rest[0].text == "inte":  # "ska inte behöva stressa"
            return any(f.lemma in staff.SPARED for f in rest[1:2])
        if not rest or rest[0].text != "ha":
            return any(f.lemma in staff.GETS for f in rest[:1])
        skill = any(f.text.startswith(staff.SKILLS) for f in rest)
        return not skill and any(f.text in staff.HAS for f in rest[1:])
    return False


def _clause(context: Context, last: int) -> Iterator[Token]:
    """Yield the words after the staff up to where others come in: "… och barnen behöver"."""
    previous = ""
    for token in _within_sentence(context, last - 1, 1):
        if (previous in {"och", "men"} and kinds(token)) or token.form.text == "så":
            return
        previous = token.form.text
        yield token


def _within_sentence(context: Context, first: int, step: int) -> Iterator[Token]:
    """Yield the words near the one at `first`, to one side, up to the end of its sentence."""
    for i in range(first + step, first + step * _NEAR, step):
        if not 0 <= i < len(context.tokens):
            return
        if any(c in context.gaps[min(i, i - step)] for c in ".!?"):
            return
        yield context.tokens[i]
