"""What a statement is about, in the light of its section: at most two themes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from loader.links.context import Context, Topic
from loader.links.evidence import PLAIN, YIELDED, evidence, is_foreign
from loader.passages import Passage
from loader.statements import Mention

#: Weights of where a theme's words stand, chosen on the development gold. The statement's own words
#: count most; the heading decides between them, and what stands around speaks where they say little.
_OWN, _HEADING, _BEFORE = 2.6, 1.75, 1.5

#: What a theme that most words of the section so far show is worth, by its share of them.
_SECTION, _MOST = 1.0, 0.6

#: A document is on one subject whose theme so many of its passages show, and so many times as many as any other;
#: what it is worth where a statement's own words say nothing, and what they keep where they tell no matter.
_OFTEN, _TIMES, _LEAST_OFTEN = 0.25, 2.2, 3
_DOCUMENT, _BESIDE = 1.5, 0.5

#: A matter says more than what it is about is done with: a school's work against drugs is about drugs.
_MATTERS = frozenset({"vald", "missbruk", "funktionsnedsattning", "aldreomsorg", "psykisk-halsa"})
_MATTER = 1.1

#: A sentence about anybody does not lean on the one before.
_ANYBODY = frozenset({"ingen", "alla", "envar", "invånare", "du", "dig", "samhället"})

#: Words that stand for the people of the sentence before.
_THEY = frozenset({"de", "dem", "dessa", "hon", "han"})

#: A statement has at most as many themes.
_MOST_THEMES = 2

#: A theme weighs at least `_LEAST`, a second one at least `_SECOND`, and this share of the first.
_LEAST, _SECOND, _SHARE = 0.6, 1.9, 0.4


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

    def raise_to(self, theme: str, ground: tuple[int, int, str]) -> None:
        """Let a theme weigh enough for a second one."""
        self.weights[theme] = max(self.weights.get(theme, 0.0), _SECOND)
        self.grounds.setdefault(theme, ground)

    def heaviest(self) -> list[str]:
        """Return the themes, heaviest first, then as they stand in the text."""
        return sorted(self.weights, key=lambda t: (-self.weights[t], self.grounds[t][0], t))


def themes(context: Context, linked: Sequence[Mention]) -> list[Mention]:
    """Return at most two themes, heaviest first, each at the words that first show it."""
    scale = _Scale()
    own = evidence(context, linked)
    subject = _subject(context.document)
    shown = {e.theme for e in own if e.worth >= PLAIN}
    beside = bool(subject and shown) and not shown & {*_MATTERS, subject}
    for e in own:
        worth = e.worth * (_BESIDE if beside else 1.0)
        scale.add(e.theme, _OWN * worth * _level(e.theme), (e.start, e.end, "theme-word"))
    if subject and (beside or not shown):
        scale.add(subject, _DOCUMENT, (*context.document.first[subject], "theme-document"))
    worth_more = {e.theme for e in own if e.worth > YIELDED}
    silenced = {e.theme for e in own} - worth_more if shown else frozenset[str]()
    _surroundings(scale, context, silenced)
    _asked_of(scale, context, shown)
    ranked = [theme for theme in scale.heaviest() if scale.weights[theme] >= _LEAST]
    chosen = [
        theme
        for theme in ranked[:_MOST_THEMES]
        if theme == ranked[0]
        or scale.weights[theme] >= max(_SECOND, _SHARE * scale.weights[ranked[0]])
    ]
    return [Mention("theme", t, scale.grounds[t][2], *scale.grounds[t][:2]) for t in chosen]


def _subject(document: Topic) -> str:
    """Return the matter that a document is on, if it is on one."""
    if document.subject is None:
        counts = sorted(document.counts().items(), key=lambda one: -one[1])
        if "vald" in dict(counts[:2]):  # children who live with it are not another matter
            counts = [one for one in counts if one[0] != "barn-och-familj"]
        (theme, most), (_, next_most) = (*counts, ("", 0), ("", 0))[:2]
        often = most >= max(_OFTEN * document.passages, _LEAST_OFTEN)
        alone = most >= _TIMES * next_most and theme in _MATTERS
        document.subject = theme if often and alone else ""
    return document.subject


def _surroundings(scale: _Scale, context: Context, silenced: Collection[str]) -> None:
    """Count, but for what gave way, what the sentence before, the heading and the section show; nothing where the statement is about another matter."""
    if is_foreign(context) and not scale.weights and not _topical(context):
        return
    if (
        not scale.weights
        and context.before
        and _continues(context)
        and not context.vocabulary & _ANYBODY
    ):
        _around(scale, context.before[-1], _BEFORE, "theme-before")
    if context.heading:
        _around(scale, context.heading, _HEADING, "theme-heading", silenced)
    _topic(scale, context.topic)


def _asked_of(scale: _Scale, context: Context, shown: Collection[str]) -> None:
    """Count as themes of their own both that a question names where the answer names none, and the matter of those whom "de" stands for."""
    heading = context.heading
    if (
        heading
        and not shown
        and len(heading.themes) == _MOST_THEMES
        and heading.quote.endswith("?")
    ):
        for theme, span in heading.themes.items():
            if theme in scale.weights:
                scale.raise_to(theme, (*span, "theme-heading"))
    if not shown or not _MATTERS.isdisjoint(shown) or not context.before or not _continues(context):
        return
    if context.tokens and context.tokens[0].form.text in _THEY:
        for theme, span in context.before[-1].themes.items():
            if theme in _MATTERS:
                scale.raise_to(theme, (*span, "theme-before"))


def _topical(context: Context) -> bool:
    """Return whether the heading names a matter and is no sentence."""
    head = context.heading
    return (
        head is not None
        and not _MATTERS.isdisjoint(head.themes)
        and not any(token.form.finite for token in head.tokens)
    )


def _continues(context: Context) -> bool:
    """Return whether the sentence before stands in the same paragraph."""
    return "\n" not in context.text[context.before[-1].end : context.start]


def _topic(scale: _Scale, topic: Topic) -> None:
    """Count the theme that most words of the section before the statement show."""
    counts = topic.counts()
    most = max(counts.values(), default=0)
    share = most / (sum(counts.values()) + 1)
    if share >= _MOST and most > 1:
        theme = max(counts, key=counts.__getitem__)
        scale.seen.pop(theme, None)
        scale.add(theme, _SECTION * share, (*topic.first[theme], "theme-section"))


def _around(
    scale: _Scale, passage: Passage, weight: float, rule: str, silenced: Collection[str] = ()
) -> None:
    """Count each theme of the words around the statement once, but for those silenced."""
    for theme, span in passage.themes.items():
        if theme not in silenced:
            scale.seen.pop(theme, None)
            scale.add(theme, weight * _level(theme), (*span, rule))


def _level(theme: str) -> float:
    return _MATTER if theme in _MATTERS else 1.0
