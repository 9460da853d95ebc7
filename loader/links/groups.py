"""Who is meant to benefit, be protected or be obliged."""

import re
from collections.abc import Iterator

from loader.lexicon import Lexicon, Match
from loader.links.ages import of_age
from loader.links.context import Context
from loader.links.coordination import coordinated
from loader.links.passing import names_nobody
from loader.links.people import kinds
from loader.links.relatives import relative_of, tells_whose
from loader.links.situations import opener
from loader.links.staff import benefits
from loader.statements import Mention
from loader.swedish import groups
from loader.swedish.forms import lemma
from loader.swedish.readings import means_otherwise
from loader.swedish.tokens import Token

_BACK = re.compile(rf"\b(?:{groups.BACK})\b", re.IGNORECASE)
#: The words one of which every reference back has.
_OF_BACK = frozenset({"målgruppen", "gruppen", "grupp", "denna", "dessa", "deras", "dem", "de", "detta"})  # fmt: skip
_WHOLES = frozenset(groups.TOGETHER.values())


def target_groups(context: Context, lexicon: Lexicon) -> list[Mention]:
    """Return the groups that a statement names, the narrowest only, each at its first words."""
    found = _named(context, lexicon)
    found = _surrounded(found, context, lexicon)
    back = None if context.vocabulary.isdisjoint(_OF_BACK) else _BACK.search(context.quote)
    if (
        back
        and not _own_people(context, back.start(), found)
        and all(m.concept in _BARE for m in found)
    ):
        at = context.start + back.start()
        referred = _referred(context, lexicon)
        if referred and (not found or any(m.start >= at for m in found)):
            found = [m for m in found if m.concept not in lexicon.ancestors(referred.concept)]
            found.append(referred)
    return _narrowest([m for m in found if not _of_parents(m, found)], lexicon)


def _of_parents(mention: Mention, found: list[Mention]) -> bool:
    """Return whether the people are only the parents of children who are meant: "barn i familjer med missbruk"."""
    child = groups.CHILD_OF.get(mention.concept)
    return child is not None and any(
        m.concept == child != mention.concept and m.start <= mention.start and mention.end <= m.end
        for m in found
    )


def _own_people(context: Context, position: int, found: list[Mention]) -> bool:
    """Return whether a pronoun stands for people in general named before it: "alla ska veta vem de ska ringa"."""
    before = [t for t in context.tokens if t.start < context.start + position]
    return any(t.form.text in groups.ANYBODY or "" in kinds(t) or (kinds(t) and not found) for t in before)  # fmt: skip


#: Groups so wide that a reference back may narrow them: "dessa barn".
_BARE = frozenset(
    {"barn", "unga", "barn-och-unga", "familjer", "barnfamiljer", "kvinnor", "man", "valdsutsatta"}
)


def _named(context: Context, lexicon: Lexicon) -> list[Mention]:
    """Return the groups named by a label or described by their situation, those in the background left out."""
    tokens = context.tokens
    described = [
        Mention(
            "target-group",
            s.concept,
            "group-situation",
            tokens[s.first].start,
            tokens[s.last - 1].end,
        )
        for s in context.situations
        if (not _staff(s.concept, lexicon) or benefits(context, s.first, s.last))
        and not (s.first and tokens[s.first - 1].form.lemma == "bli")  # "bli en som slår"
    ]
    found = [*_labels(context, lexicon)]
    if described:
        found = [m for m in found if not any(_said_already(m, d) for d in described)]
        found = [m for m in described + found if not any(_within(m, d) for d in described)]
    meant = (relative_of(m, context) for m in found if m.start not in context.unmentioned)
    found = [m for m in meant if m]
    found = [m for m in found if not tells_whose(m, found, context)]
    met = {tokens[s.first].start for s in context.situations if s.met}
    front = [m for m in found if m.start not in context.background or m.start in met]
    return coordinated(front or found, context)


def _said_already(label: Mention, described: Mention) -> bool:
    """Return whether a label lies inside a description; its first word may name a group besides."""
    if (label.start, label.end) == (described.start, described.end):
        return True
    if described.start == label.start and label.concept in groups.AS_SUCH:
        return True  # "män som slår": only when men as such are meant
    if described.start == label.start:
        return described.concept in _WHOLES and label.end < described.end
    if label.start < described.start < label.end and described.concept in _WHOLES:
        return True  # "flickor och pojkar som …"
    inside = described.start < label.start and label.end <= described.end
    return inside and label.concept != described.concept


def _within(mention: Mention, other: Mention) -> bool:
    """Return whether a description lies inside another: "den som vårdar någon med demens"."""
    return (
        mention.rule == "group-situation"
        and groups.BESIDE.get(other.concept) != mention.concept
        and other.start < mention.start
        and mention.end <= other.end
    )


def _labels(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the groups named by a label; staff only where it benefits."""
    tokens = context.tokens
    for match in _undescribed(context, lexicon):
        if _staff(match.concept, lexicon) and not benefits(context, match.first, match.last):
            continue
        if names_nobody(context, match) or means_otherwise(tokens[match.first], tokens):
            continue
        start, end = tokens[match.first].start, tokens[match.last - 1].end
        yield Mention("target-group", match.concept, "group-label", start, end)
    for token in tokens:
        text = token.form.text
        concept = of_age(text) if "åring" in text and not lexicon.whole(token) else None
        if concept:
            yield Mention("target-group", concept, "group-label", token.start, token.end)
        if "-" in token.surface and "-" in token.surface.strip("-") and text not in lexicon.words:
            yield from _parts(token, lexicon)


def _parts(token: Token, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the groups that both parts of a hyphenated word name: "hbtqi-ungdomar"."""
    parts = [
        lexicon.words.get(lemma(part)) or lexicon.words.get(part)
        for part in token.form.text.split("-")
    ]
    if all(parts):
        for concept in parts:
            yield Mention("target-group", str(concept), "group-label", token.start, token.end)


def _undescribed(context: Context, lexicon: Lexicon) -> Iterator[Match]:
    """Yield the labels found; of one that is itself a description, only those of the people described."""
    tokens = context.tokens
    for match in context.labels["target-group"]:
        at = opener(tokens[match.first : match.last])
        if at is None:
            yield match
        else:
            for who in lexicon.matches(tokens[match.first : match.first + at]):
                yield Match(who.concept, match.first + who.first, match.first + who.last)


def _staff(concept: str, lexicon: Lexicon) -> bool:
    return "anstallda" in {concept, *lexicon.ancestors(concept)}


def _surrounded(found: list[Mention], context: Context, lexicon: Lexicon) -> list[Mention]:
    """Return the mentions with bare groups made narrower, and others added, by other words of the statement."""
    if not found:
        return found
    named = {m.concept for m in found}
    for bare, whole, beginnings in groups.SURROUNDED:
        if bare not in named or any(bare in lexicon.ancestors(concept) for concept in named):
            continue
        if any(t.form.text.startswith(beginnings) for t in context.tokens):
            found = [
                m._replace(concept=whole, rule="group-merger") if m.concept == bare else m
                for m in found
            ]
            named = {m.concept for m in found}
    for concept, added, anywhere, inside in groups.ADDED:
        for which in [m for m in found if m.concept == concept] if concept in named else ():
            told = [t.form.text for t in context.tokens if which.start <= t.start < which.end]
            beside = (t.form.text for t in context.tokens)
            if any(w.startswith(inside) for w in told) or any(w.startswith(anywhere) for w in beside):  # fmt: skip
                found = [*found, which._replace(concept=added, rule="group-merger")]
    return found


def _referred(context: Context, lexicon: Lexicon) -> Mention | None:
    """Return the one group that "målgruppen" or "deras" refers back to, where only one fits."""
    for passage in (*reversed(context.before[-3:]), context.heading):
        earlier = Context(passage, passage.start) if passage else None
        found = _narrowest(_named(earlier, lexicon), lexicon) if earlier else []
        if len(found) == 1:
            return found[0]._replace(rule="group-antecedent")
        if found:
            return None
    return _matter(context)


def _matter(context: Context) -> Mention | None:
    """Return the group that the heading's matter is about."""
    for token in context.heading.tokens if context.heading else ():
        for beginning, concept in groups.MATTERS:
            if token.form.text.startswith(beginning):
                return Mention("target-group", concept, "group-antecedent", token.start, token.end)
    return None


def _narrowest(found: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return one mention a concept, the first, without concepts that a narrower one implies."""
    first: dict[str, Mention] = {}
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        first.setdefault(mention.concept, mention)
    if len(first) < 2:
        return [*first.values()]
    if {"barn", "unga"} <= first.keys():  # named apart, they are one group all the same
        both = min(first.pop("barn"), first.pop("unga"), key=lambda m: m.start)
        first["barn-och-unga"] = both._replace(concept="barn-och-unga", rule="group-merger")
    if "barn-och-unga" in first:  # both are named; a bare "barn" later on names no narrower group
        for concept in [*first]:
            if concept in {"barn", "unga"} or "unga" in lexicon.ancestors(concept):
                first.pop(concept)
    if len(first) > 1:  # only where nothing narrower is stated
        first.pop("utsatta-grupper", None)
    children = {m.start for m in first.values() if "barn" in lexicon.ancestors(m.concept)}
    if "unga" in first and first["unga"].start in children:
        first.pop("unga")  # "ungdomar som placeras"
    implied = {a for concept in first for a in lexicon.ancestors(concept)}
    return [mention for concept, mention in first.items() if concept not in implied]
