"""The methods and measures that a statement names."""

from collections.abc import Iterator
from itertools import pairwise

from loader.lexicon import Match
from loader.links.context import Context
from loader.links.cooperation import cooperation
from loader.links.references import antecedent
from loader.passages import Passage
from loader.statements import Mention
from loader.swedish import measures
from loader.swedish.readings import leads_elsewhere, means_otherwise

#: Within how many words of each other the two words of a measure stand.
_REACH = 8

#: The measures by the words for what is done.
_DOING: dict[str, list[measures.Composition]] = {}
for _composition in measures.COMPOSED:
    for _word in _composition.doing:
        _DOING.setdefault(_word, []).append(_composition)
_DONE = frozenset(_DOING)


def instruments(context: Context) -> Iterator[Mention]:
    """Yield the instruments named by a label, not those that only describe a group or are part of a body's name."""
    tokens = context.tokens
    found = [m for m in context.labels["instrument"] if _is_measure(context, m)]
    named = {m.concept for m in found}
    phrases = [
        m
        for m in _composed(context)
        if m.concept not in named and measures.INSTEAD.get(m.concept) not in named
    ]
    inside = set(_bodies(context)) if found else set()
    in_return = "aktivitetskrav" in named or any(m.concept == "aktivitetskrav" for m in phrases)
    if found and not in_return:
        inside |= set(_described(context))
    for match in found:
        if match.first not in inside:
            first, last = tokens[match.first], tokens[match.last - 1]
            yield Mention("instrument", match.concept, "instrument-label", first.start, last.end)
    yield from phrases
    if not found and not phrases:
        yield from _referred(context)
        yield from _antecedent(context)


def _is_measure(context: Context, match: Match) -> bool:
    """Return whether a label's words have the meaning that they have as a measure."""
    tokens = context.tokens
    first = tokens[match.first]
    if first.start in context.unmentioned or means_otherwise(first, tokens):
        return False
    if match.first and tokens[match.first - 1].form.text in measures.HAPPENED:
        return False  # "familjer som blivit vräkta"
    if leads_elsewhere(match.concept, tokens[match.last : match.last + 4]):
        return False
    if match.concept == "uppsokande-arbete":  # "ta kontakt med socialtjänsten"
        return match.last not in {m.first for m in context.labels["actor"]}
    return match.concept != "kompetensutveckling" or _is_staffs(context, match.first)


def _is_staffs(context: Context, at: int) -> bool:
    """Return whether the learning that begins at a word is that of staff, and still to come."""
    if measures.LEARNED.match(context.tokens[at].form.text):
        return False  # "utbildad personal"
    if any(measures.STAFF.match(t.form.text) for t in context.tokens):
        return True
    after = [t.form.text for t in context.tokens[at + 1 : at + 5]]
    taught = any(a in {"för", "till", "åt"} and b != "att" for a, b in pairwise(after))
    learners = range(max(0, at - 4), at + 7 if taught else at)
    return not any(
        m.first in learners and m.concept != "anstallda" for m in context.labels["target-group"]
    )


def _composed(context: Context) -> Iterator[Mention]:
    """Yield the measures named in two words apart, each once: "värva nya familjer som jourhem"."""
    found: set[str] = set()
    for concept, first, last in (*_compositions(context), *_plans(context)):
        if concept not in found:
            found.add(concept)
            yield _phrase(context, concept, first, last)
    for first, last in cooperation(context):
        yield _phrase(context, "samverkan", first, last)
        return


def _compositions(context: Context) -> Iterator[tuple[str, int, int]]:
    """Yield the measures told by what is done near what it is done to, with their first and last words."""
    tokens = context.tokens
    if context.vocabulary.isdisjoint(_DONE):
        return
    for i, token in enumerate(tokens):
        text, lemma = token.form.text, token.form.lemma
        if text not in _DOING and lemma not in _DOING:
            continue
        for composition in dict.fromkeys((*_DOING.get(text, ()), *_DOING.get(lemma, ()))):
            other = _done_to(context, composition, i)
            if other is not None:
                yield composition.concept, min(i, other), max(i, other)


def _done_to(context: Context, composition: measures.Composition, at: int) -> int | None:
    """Return the word nearest after, else before, what is done that tells what it is done to."""
    tokens = context.tokens
    if composition.beside and not composition.beside.search(context.quote):
        return None
    if composition.concept == "kompetensutveckling" and not _is_staffs(context, at):
        return None
    near = range(max(0, at - _REACH), min(len(tokens), at + _REACH + 1))
    for k in near:
        if (
            k != at
            and composition.to.match(tokens[k].form.text)
            and tokens[k - 1].form.text not in composition.unless
        ):
            return k
    return None


def _plans(context: Context) -> Iterator[tuple[str, int, int]]:
    """Yield plans by what they are about or by what stands around the word: "ett boendeprogram", "en plan för …"."""
    tokens = context.tokens
    for i in [i for i, t in enumerate(tokens) if t.form.text.endswith(measures.PLAN_ENDS)]:
        word = tokens[i].form.text
        before = {t.form.text for t in tokens[max(0, i - 3) : i]}
        after = {t.form.text for t in tokens[i + 1 : i + 2]}
        bare = before & measures.PLAN_BEFORE and after & measures.PLAN_AFTER
        of_policy = i and tokens[i - 1].form.text.endswith(measures.OF_POLICY)
        if measures.PLAN.match(word) or of_policy or (word in measures.BARE_PLAN and bare):
            yield "handlingsplan", i, i


def _phrase(context: Context, concept: str, first: int, last: int) -> Mention:
    start, end = context.tokens[first].start, context.tokens[last].end
    return Mention("instrument", concept, "instrument-phrase", start, end)


#: Nouns that refer back to a measure named before in the section, by lemmas, each with those that it may stand for.
_BACK: dict[str, frozenset[str]] = {
    "plan": frozenset({"handlingsplan"}),
    "program": frozenset({"handlingsplan"}),
    "strategi": frozenset({"handlingsplan"}),
    "krav": frozenset({"hyreskrav", "aktivitetskrav"}),
    "modell": frozenset({"bostad-forst", "en-vag-in"}),
    "garanti": frozenset({"tak-over-huvudet-garanti"}),
    "anmälan": frozenset({"orosanmalan"}),
}
#: Nouns that refer back to whatever measure the sentence before names: "den satsningen", "det valet".
_BACK_TO_ANY = frozenset({
    "satsning", "rätt", "rättighet", "val", "möjlighet", "frihet", "insats", "reform", "service", "stöd", "hjälp", "arbetssätt", "metod", "verksamhet", "tjänst",
    "inflytande", "makt", "självbestämmande", "ersättning", "norm", "boendeform", "lösning", "arbete", "system", "stödform",
})  # fmt: skip
_REFERRING = _BACK.keys() | _BACK_TO_ANY
_THIS = frozenset({"den", "det", "denna", "detta", "de", "dessa", "här"})


def _referred(context: Context) -> Iterator[Mention]:
    """Yield the measure that "planen" or "den satsningen" refers back to, where only one fits."""
    if context.vocabulary.isdisjoint(_REFERRING):
        return
    at = next((i for i, t in enumerate(context.tokens) if _refers(context, i, t.form.lemma)), None)
    if at is None or any("," in gap for gap in context.gaps[1:at]):
        return  # what stands before it in the sentence is rather meant
    allowed = _BACK.get(context.tokens[at].form.lemma)
    nearest = list(reversed(context.before))
    for earlier in (*(nearest if allowed else nearest[:1]), context.heading):
        labels = earlier.labels["instrument"] if earlier else ()
        found = [m for m in labels if not allowed or m.concept in allowed]
        if earlier and len({m.concept for m in found}) == 1:
            yield _earlier(earlier, found[0])
        if found:
            return


def _refers(context: Context, at: int, noun: str) -> bool:
    """Return whether a word is a definite noun that refers back, one of any measure by its demonstrative."""
    this = at and context.tokens[at - 1].form.text in _THIS
    known = noun in _BACK or (noun in _BACK_TO_ANY and (this or noun == "satsning"))
    return known and _definite(context.tokens[at].form.text)


def _antecedent(context: Context) -> Iterator[Mention]:
    """Yield the measure of the sentence before that a pronoun stands for: "regeringen bör höja den"."""
    found = antecedent(context)
    if found and found[1] == "instrument":
        yield _earlier(found[0].passage, found[2])


def _earlier(passage: Passage, match: Match) -> Mention:
    first, last = passage.tokens[match.first], passage.tokens[match.last - 1]
    return Mention("instrument", match.concept, "instrument-antecedent", first.start, last.end)


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
