"""What a proposal wants done with its matter: oppose, investigate, keep, introduce, strengthen, or a goal."""

import re

from loader.lexicon import Lexicon
from loader.links.context import Context
from loader.statements import Mention
from loader.swedish import words
from loader.swedish.clauses import finite_verbs

#: What follows these says why, not what: no verb there tells the stance.
_PURPOSE = re.compile(
    r"\b(?:för att|så att|i syfte att|som (?!en\b|ett\b)|eftersom|där|med målet att|vilket|när)\b",
    re.IGNORECASE,
)

_GOAL = re.compile(
    r"\b(?:(?:ingen|inga|inget|alla|varje|var och en|samtliga|färre|man|du|vi|barn|människor|unga|äldre|kvinnor|familjer|den som|de som|alltid)\b(?: \w+){0,6}? (?:ska|skall|måste|bör)|"
    r"(?:ska|skall) (?:ingen|inga|inget|alla|varje|du|man|barn|människor|äldre|unga|var och en)\b|nollvision\w*|ska (?:aldrig |inte )?behöva|ska (?:inte )?känna|har rätt till|ha rätt till)\b",
    re.IGNORECASE,
)
_REPLACES = re.compile(r"\b(?:inte|ej|aldrig)\b[^.;]*?\butan\b(?! att)", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:ska|skall|bör|får|kan|vill|måste)\b(?: \w+){0,5}? (?:inte|aldrig|ej)\b", re.IGNORECASE
)
_REFUSED = re.compile(
    r"\bnej till\b|\bmotsätt\w*|\bär emot\b|\bhör inte hemma\b|\bstopp för\b|\bstå emot\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:finnas|vara|ha|bo|få behålla) kvar\b|\bfinns kvar\b|\bslå(?:r)? vakt\b|\bstå(?:r)? (?:upp för|bakom|fast)\b|\b(?:hålla|håller) fast\b|\bäven i fortsättningen\b|\bfortsatt\b|\b(?:ska|att) (?:fortsätta|fortgå|bestå)\b",
    re.IGNORECASE,
)
_GROWS = re.compile(
    r"\b(?:fortsätt\w*|fortsatt) (?:med )?(?:att )?(?:arbetet med att )?(?:\w+ )?(?:utveckl\w*|stärk\w*|förbättr\w*|bygg\w*|öka\w*|förstärk\w*)",
    re.IGNORECASE,
)
_EXISTS = re.compile(
    r"\b(?:ska|skall|bör|måste) (?:det )?(?:\w+ ){0,3}?finnas\b|\bska ha\b|\bska få\b|\bfå tillgång till\b|\bska det stå\b",
    re.IGNORECASE,
)


def stance(context: Context, lexicon: Lexicon) -> Mention:
    """Return the stance; one without a word of its own stands at the demanding word."""
    found = _cues(context, lexicon)
    for concept, test in (("oppose", _opposes), ("investigate", None), ("keep", _keeps)):
        if concept in found and (concept != "keep" or not _GROWS.search(context.quote)):
            return _mention(concept, *found[concept])
        span = test(context) if test else None
        if span:
            return _mention(concept, *span)
    goal = _GOAL.search(context.text, context.start, context.end)
    for concept in ("introduce", "strengthen"):
        if concept in found and not (
            goal and concept == "strengthen" and found[concept][0] > goal.end() + 60
        ):
            return _mention(concept, *found[concept])
    exists = _EXISTS.search(context.text, context.start, context.end)
    if exists and not goal:
        return _mention("introduce", exists.start(), exists.end())
    if goal:
        return _mention("goal", goal.start(), goal.end())
    more = next((t for t in context.tokens if t.form.more), None)
    if more:
        return _mention("strengthen", more.start, more.end)
    return Mention("stance", "strengthen", "stance-default", context.demand, _word_end(context))


def _mention(concept: str, start: int, end: int) -> Mention:
    return Mention("stance", concept, f"stance-{concept}", start, end)


def _word_end(context: Context) -> int:
    return next((t.end for t in context.tokens if t.start >= context.demand), context.end)


def _cues(context: Context, lexicon: Lexicon) -> dict[str, tuple[int, int]]:
    """Return the first cue of each stance among the verbs that the demand governs."""
    purposes = [
        (m.start(), _purpose_end(context, m.end()))
        for m in _PURPOSE.finditer(context.text, context.start, context.end)
    ]
    cues: dict[str, tuple[int, int]] = {}
    for match in lexicon.matches(context.tokens):
        token = context.tokens[match.first]
        if any(a <= token.start < b for a, b in purposes) or not _verbal(context, match.first):
            continue
        cues.setdefault(match.concept, (token.start, context.tokens[match.last - 1].end))
    return cues


def _purpose_end(context: Context, start: int) -> int:
    """Return where a purpose clause ends: before a demanding verb of the main clause, or with the statement."""
    verbs = finite_verbs(context.text, context.tokens)
    return next(
        (
            context.tokens[v.index].start
            for v in verbs
            if v.main and context.tokens[v.index].start > start
        ),
        context.end,
    )


def _verbal(context: Context, index: int) -> bool:
    """Return whether a cue is a verb, or the first word, which may be a noun: "Utbyggnad av …"."""
    form = context.tokens[index].form
    return index == 0 or form.infinitive or form.passive or form.finite or form.more


def _opposes(context: Context) -> tuple[int, int] | None:
    refused = _REFUSED.search(context.text, context.start, context.end)
    if refused:
        return refused.span()
    negated = _NEGATED.search(context.text, context.start, context.end)
    if not negated or _REPLACES.search(context.quote) or _GOAL.search(context.quote):
        return None
    return negated.span() if {t.form.text for t in context.tokens} & words.NEGATIONS else None


def _keeps(context: Context) -> tuple[int, int] | None:
    kept = _KEPT.search(context.text, context.start, context.end)
    return kept.span() if kept and not _GROWS.search(context.quote) else None
