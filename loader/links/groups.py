"""Who is meant to benefit, be protected or be obliged."""

import re
from collections.abc import Iterator

from loader.lexicon import Lexicon
from loader.links.actors import after_regardless
from loader.links.context import Context
from loader.statements import Mention
from loader.swedish import groups

#: Words before a profession that make it a resource for others: "fler kuratorer", "anställa lärare".
_RESOURCE = frozenset(
    {
        "fler",
        "flera",
        "anställa",
        "anställ",
        "rekrytera",
        "av",
        "med",
        "från",
        "nya",
        "kompetent",
        "tillräckligt",
        "utbildad",
        "legitimerade",
        "många",
        "engagerad",
    }
)

#: Words that refer back to a group named before in the same section.
_BACK = re.compile(
    r"\b(?:målgruppen|den här gruppen|denna grupp|dessa (?:barn|familjer|kvinnor|personer|människor|ungdomar|grupper)|gruppen|nå dessa)\b",
    re.IGNORECASE,
)


def target_groups(context: Context, lexicon: Lexicon) -> list[Mention]:
    """Return the groups that a statement names, the narrowest only, each at its first words."""
    found = [*_situations(context), *_labels(context, lexicon)]
    if not found:
        found = list(_referred(context, lexicon))
    return _narrowest(_merge(found), lexicon)


def _situations(context: Context) -> Iterator[Mention]:
    """Yield the groups described by their situation."""
    skipped = after_regardless(context)
    for concept, pattern in groups.SITUATIONS:
        for m in pattern.finditer(context.text, context.start, context.end):
            if m.start() not in skipped:
                yield Mention("target-group", concept, "group-situation", m.start(), m.end())
                break


def _labels(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the groups named by a label."""
    skipped = after_regardless(context)
    for match in lexicon.matches(context.tokens):
        first = context.tokens[match.first]
        before = context.tokens[match.first - 1].form.text if match.first else ""
        if first.start in skipped or (match.concept == "anstallda" and before in _RESOURCE):
            continue
        yield Mention(
            "target-group",
            match.concept,
            "group-label",
            first.start,
            context.tokens[match.last - 1].end,
        )


def _referred(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the one group that a phrase such as "målgruppen" refers back to, where only one fits."""
    back = _BACK.search(context.quote)
    if not back:
        return
    for start, end in reversed(context.before[-3:]):
        earlier = Context(context.text, start, end, start, None, None, (), context.places)
        found = _narrowest(_merge([*_situations(earlier), *_labels(earlier, lexicon)]), lexicon)
        if len(found) == 1:
            yield Mention(
                "target-group", found[0].concept, "group-antecedent", found[0].start, found[0].end
            )
        if found:
            return


def _merge(found: list[Mention]) -> list[Mention]:
    """Return the mentions with pairs that name a third concept together replaced by it."""
    for one, other, whole in groups.MERGERS:
        pair = [next((m for m in found if m.concept == c), None) for c in (one, other)]
        if all(pair) and not any(m.concept == whole for m in found):
            parts = [m for m in pair if m is not None]
            found = [m for m in found if m.concept not in {one, other}]
            found.append(
                Mention("target-group", whole, "group-merger", parts[0].start, parts[0].end)
            )
    return found


def _narrowest(found: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return one mention a concept, the first, without concepts that a narrower one implies."""
    first: dict[str, Mention] = {}
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        first.setdefault(mention.concept, mention)
    implied = {a for concept in first for a in lexicon.ancestors(concept)}
    return [mention for concept, mention in first.items() if concept not in implied]
