"""What a statement is about, in the light of its section: at most two themes."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from loader.lexicon import Match, lexicon
from loader.links.actors import listed
from loader.links.context import Context, Topic
from loader.links.passing import names_nobody
from loader.passages import Passage
from loader.statements import Mention
from loader.swedish.readings import MEANS, means_otherwise
from loader.swedish.tokens import Token

#: Weights of where a theme's words stand, chosen on the development gold. The statement's own words
#: count most; the heading decides between them, and what stands around speaks where they say little.
_OWN, _HEADING, _BEFORE = 2.6, 1.75, 1.5

#: What a theme that most words of the section so far show is worth, by its share of them.
_SECTION, _MOST = 1.0, 0.6

#: What an own word is worth: one that only qualifies people, a body in a list of bodies, staff, and a compound
#: known by one of its parts show less of what the statement is about than others do.
_CARRIER, _LISTED, _STAFF, _PART = 0.4, 0.3, 0.7, 0.4

#: A matter says more than what it is about is done with: a school's work against drugs is about drugs.
_MATTERS = frozenset({"vald", "missbruk", "funktionsnedsattning", "aldreomsorg", "psykisk-halsa"})
_MATTER = 1.1

#: A theme weighs at least `_LEAST`, a second one at least `_SECOND`, and this share of the first.
_LEAST, _SECOND, _SHARE = 0.6, 1.9, 0.45

#: Situations that make children of a certain kind, so that "barn" in them does show the theme of children.
_CHILDREN = frozenset({"barn-och-unga", "barn", "familjer"})


@dataclass(slots=True)
class _Scale:
    """The weight of each theme so far, and the words that first showed it."""

    weights: dict[str, float] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    grounds: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    def add(self, theme: str, weight: float, ground: tuple[int, int, str]) -> None:
        """Count one word; a theme's second word counts half, its third a third."""
        self.seen[theme] = self.seen.get(theme, 0) + 1
        self.weights[theme] = self.weights.get(theme, 0.0) + weight / self.seen[theme]
        self.grounds.setdefault(theme, ground)

    def heaviest(self) -> list[str]:
        """Return the themes, heaviest first, then as they stand in the text."""
        return sorted(self.weights, key=lambda t: (-self.weights[t], self.grounds[t][0], t))


def themes(context: Context) -> list[Mention]:
    """Return at most two themes, heaviest first, each at the words that first show it."""
    scale = _Scale()
    for match, worth in _own(context):
        scale.add(
            match.concept,
            _OWN * worth * _level(match.concept),
            _ground(context.tokens, match, "theme-word"),
        )
    if not scale.weights and context.before and _continues(context):
        _around(scale, context.before[-1], _BEFORE, "theme-before")
    if context.heading:
        _around(scale, context.heading, _HEADING, "theme-heading")
    _topic(scale, context.topic)
    ranked = [theme for theme in scale.heaviest() if scale.weights[theme] >= _LEAST]
    chosen = [
        theme
        for theme in ranked[:2]
        if theme == ranked[0]
        or scale.weights[theme] >= max(_SECOND, _SHARE * scale.weights[ranked[0]])
    ]
    return [Mention("theme", t, scale.grounds[t][2], *scale.grounds[t][:2]) for t in chosen]


def _continues(context: Context) -> bool:
    """Return whether the sentence before stands in the same paragraph."""
    return "\n" not in context.text[context.before[-1].end : context.start]


def _topic(scale: _Scale, topic: Topic) -> None:
    """Count the theme that most words of the section before the statement show."""
    counts = topic.counts()
    theme = max(counts, key=counts.__getitem__, default="")
    share = counts[theme] / (counts.total() + 1)
    if share >= _MOST and counts[theme] > 1:
        scale.seen.pop(theme, None)
        scale.add(theme, _SECTION * share, (*topic.first[theme], "theme-section"))


def _around(scale: _Scale, passage: Passage, weight: float, rule: str) -> None:
    """Count each theme of the words around the statement once."""
    first: dict[str, Match] = {}
    for match in passage.labels["theme"]:
        first.setdefault(match.concept, match)
    for theme, match in first.items():
        scale.seen.pop(theme, None)
        scale.add(theme, weight * _level(theme), _ground(passage.tokens, match, rule))


def _level(theme: str) -> float:
    return _MATTER if theme in _MATTERS else 1.0


def _ground(tokens: Sequence[Token], match: Match, rule: str) -> tuple[int, int, str]:
    return tokens[match.first].start, tokens[match.last - 1].end, rule


def _own(context: Context) -> Iterator[tuple[Match, float]]:
    """Yield the statement's own theme words, each with what it is worth."""
    tokens = context.tokens
    shown = {match.concept for match in context.labels["theme"]}
    carriers = set(_carriers(context)) if "barn-och-familj" in shown else set()
    bodies = _cooperating(context) if shown else set()
    staff = _covered(context, "anstallda") if "personal-och-organisation" in shown else ()
    for match in context.labels["theme"]:
        if means_otherwise(tokens[match.first], tokens):
            continue
        whole = match.last - match.first > 1 or lexicon("theme").whole(tokens[match.first])
        worth = 1.0 if whole else _PART
        young = tokens[match.first].form.lemma in {"ung", "ungdom"} and whole
        if match.concept == "barn-och-familj" and (match.first in carriers or young):
            worth = _CARRIER
        elif match.first in bodies:
            worth = _LISTED
        elif tokens[match.first].form.lemma in MEANS and match.last - match.first == 1:
            worth = _PART
        elif match.first in staff and match.concept == "personal-och-organisation":
            worth = _STAFF
        if tokens[match.first].start not in context.unmentioned:
            yield match, worth


def _cooperating(context: Context) -> set[int]:
    """Return the first words of bodies listed as those who are to work together."""
    found = listed(context, context.labels["actor"])
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


def _covered(context: Context, group: str) -> Collection[int]:
    """Return the words that name the group or a narrower one."""
    groups = lexicon("target-group")
    return {
        i
        for m in context.labels["target-group"]
        if group in {m.concept, *groups.ancestors(m.concept)}
        for i in range(m.first, m.last)
    }
