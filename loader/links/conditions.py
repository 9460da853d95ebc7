"""Conditions that name people by what they meet: "blir en kvinna slagen", "när ett barn far illa"."""

from collections.abc import Iterator, Sequence

from loader.links.people import kinds
from loader.swedish import groups, words
from loader.swedish.tokens import Token

#: What ends a clause that a comma may go on with.
_ENDS = frozenset(".;:!?–")

#: Words that open such a clause where its verb does not.
_OPENERS = groups.WHEN | groups.DAYS

#: How many words a subject and a clause may have.
_SUBJECT, _CLAUSE = 4, 14


def conditions(
    gaps: Sequence[str], tokens: Sequence[Token]
) -> Iterator[tuple[int, list[int | None]]]:
    """Yield each such clause: where it begins, and its words' places as a relative clause has them; None for "som"."""
    for i, token in enumerate(tokens[:-2]):
        form, text = token.form, token.form.text
        if not (form.finite or form.passive or text in _OPENERS):
            continue
        opens = i == 0 or not _ENDS.isdisjoint(gaps[i - 1])
        if opens and (form.finite or form.passive):
            subject, verb = _subject(tokens, i + 1), [i]
        elif text in groups.WHEN or (text in groups.DAYS and i and tokens[i - 1].form.text in {"den", "det"}):  # fmt: skip
            subject, verb = _subject(tokens, i + 1), []
        else:
            continue
        if not opens and subject and tokens[subject[-1]].form.text == "någon":
            continue  # "veta vem man ringer när det brinner"
        after = subject[-1] + 1 if subject else len(tokens)
        if after >= len(tokens) or (verb and not _ENDS.isdisjoint(gaps[i])):
            continue
        form = tokens[after].form
        if not verb and not (form.finite or form.passive or form.supine):
            continue
        yield i, [*subject, None, *verb, *_rest(gaps, tokens, after)]


def _subject(tokens: Sequence[Token], start: int) -> list[int]:
    """Return the places of the words for people that the clause is about, with what stands before them; none where it is about others."""
    for i in range(start, min(start + _SUBJECT, len(tokens))):
        form = tokens[i].form
        following = i + 1 < len(tokens) and kinds(tokens[i + 1])
        if form.text in groups.THEIRS | groups.OWN:
            return []  # "se om deras barn far illa"
        if kinds(tokens[i]) and not following:
            return [*range(start, i + 1)]
        if form.text in groups.WHOEVER and i == start and not following:
            return [i]
        if form.finite or form.text in words.PREPOSITIONS:
            return []
    return []


def _rest(gaps: Sequence[str], tokens: Sequence[Token], start: int) -> list[int]:
    """Return the places of the clause's words after its subject, up to the main clause."""
    rest: list[int] = []
    for i in range(start, min(start + _CLAUSE, len(tokens))):
        if i > start and not (_ENDS | {","}).isdisjoint(gaps[i - 1]):
            break
        if tokens[i].form.text in words.DEMANDING:
            break
        rest.append(i)
    return rest
