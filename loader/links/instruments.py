"""The methods and measures that a statement names."""

from collections.abc import Iterator

from loader.links.context import Context
from loader.statements import Mention
from loader.swedish import measures
from loader.swedish.readings import means_otherwise

#: Within how many words of each other the two words of a measure stand.
_REACH = 8

#: The measures by the words for what is done, each with the beginnings of what it is done to.
_DOING: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
for _concept, _words, _done_to in measures.COMPOSED:
    for _word in _words:
        _DOING.setdefault(_word, []).append((_concept, _done_to))
_CUES = _DOING.keys() | measures.TOGETHER


def instruments(context: Context) -> Iterator[Mention]:
    """Yield the instruments named by a label, not those that only describe a group or are part of a body's name."""
    tokens = context.tokens
    labels = context.labels["instrument"]
    found = [m for m in labels if not means_otherwise(tokens[m.first], tokens)]
    inside = set(_bodies(context))
    if not any(m.concept == "aktivitetskrav" for m in found):  # which is asked in return for it
        inside |= set(_described(context))
    for match in found:
        if match.first in inside or tokens[match.first].start in context.unmentioned:
            continue
        if match.first and tokens[match.first - 1].form.text in measures.HAPPENED:
            continue  # "familjer som blivit vräkta"
        first, last = tokens[match.first], tokens[match.last - 1]
        yield Mention("instrument", match.concept, "instrument-label", first.start, last.end)
    named = {m.concept for m in found}
    phrases = [m for m in _composed(context) if m.concept not in named]
    yield from phrases
    if not found and not phrases:
        yield from _referred(context)


def _composed(context: Context) -> Iterator[Mention]:
    """Yield the measures named in two words apart: "värva nya familjer som jourhem", "X och Y ska tillsammans"."""
    tokens = context.tokens
    found: set[str] = set()
    for i, token in enumerate(() if context.vocabulary.isdisjoint(_CUES) else tokens):
        for concept, done_to in (
            *_DOING.get(token.form.text, ()),
            *_DOING.get(token.form.lemma, ()),
        ):
            near = range(max(0, i - _REACH), min(len(tokens), i + _REACH))
            at = (k for k in near if k != i and tokens[k].form.text.startswith(done_to))
            other = next(at, None)
            if other is not None and concept not in found:
                found.add(concept)
                yield _phrase(context, concept, min(i, other), max(i, other))
        together = {token.form.text, token.form.lemma} & measures.TOGETHER
        if together and "samverkan" not in found and _several(context):
            found.add("samverkan")
            yield _phrase(context, "samverkan", i, i)


def _several(context: Context) -> bool:
    return len({m.concept for m in context.labels["actor"]}) > 1


def _phrase(context: Context, concept: str, first: int, last: int) -> Mention:
    start, end = context.tokens[first].start, context.tokens[last].end
    return Mention("instrument", concept, "instrument-phrase", start, end)


#: Nouns that refer back to a measure named before in the section, by lemmas; no concept: to any one.
_BACK: dict[str, frozenset[str]] = {
    "plan": frozenset({"handlingsplan"}),
    "program": frozenset({"handlingsplan"}),
    "strategi": frozenset({"handlingsplan"}),
    "krav": frozenset({"hyreskrav", "aktivitetskrav"}),
    "modell": frozenset({"bostad-forst", "en-vag-in"}),
    "garanti": frozenset({"tak-over-huvudet-garanti"}),
    "satsning": frozenset(),
}


def _referred(context: Context) -> Iterator[Mention]:
    """Yield the measure that "planen" or "den satsningen" refers back to, where only one fits."""
    back = next(
        (t for t in context.tokens if t.form.lemma in _BACK and _definite(t.form.text)), None
    )
    if back is None:
        return
    allowed = _BACK[back.form.lemma]
    for earlier in (*reversed(context.before), context.heading):
        labels = earlier.labels["instrument"] if earlier else ()
        found = [m for m in labels if not allowed or m.concept in allowed]
        if earlier and len({m.concept for m in found}) == 1:
            first, last = earlier.tokens[found[0].first], earlier.tokens[found[0].last - 1]
            yield Mention(
                "instrument", found[0].concept, "instrument-antecedent", first.start, last.end
            )
        if found:
            return


def _definite(word: str) -> bool:
    return word.endswith(("n", "t"))


def _described(context: Context) -> Iterator[int]:
    """Yield the words that say who is meant by what they receive: "den som får försörjningsstöd"."""
    for s in context.situations:
        asks = any(t.form.lemma in {"söka", "ansöka"} for t in context.tokens[s.first : s.last])
        if s.concept == "bistandsmottagare" and not asks:
            yield from range(s.first, s.last)
    for i in range(2, len(context.tokens)) if "beroende" in context.vocabulary else ():
        if (
            context.tokens[i - 1].form.text == "av"
            and context.tokens[i - 2].form.text == "beroende"
        ):
            yield i


def _bodies(context: Context) -> Iterator[int]:
    """Yield the words of bodies with a name of several words: "uppsökande team"."""
    for match in context.labels["actor"]:
        if match.last - match.first > 1:
            yield from range(match.first, match.last)
