"""How well extraction agrees with gold annotations, and where it does not."""

import json
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from loader.corpus import read_corpus
from loader.documents import extracted, inferred
from loader.errors import LoaderError
from loader.lexicon import lexicon
from loader.reading import read
from loader.statements import Extraction, Mention, Scheme, Statement

#: The keys of the annotation format, with the scheme whose concepts they list.
KEYS: Mapping[str, Scheme] = {
    "target_groups": "target-group",
    "actors": "actor",
    "instruments": "instrument",
    "themes": "theme",
}


@dataclass
class Count:
    """Right, invented and missed, with the words of the latter two."""

    right: int = 0
    invented: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def row(self) -> tuple[float, float, float]:
        """Return precision, recall and F1, each 0 where nothing stands to be counted."""
        found, wanted = self.right + len(self.invented), self.right + len(self.missed)
        precision = self.right / found if found else 0.0
        recall = self.right / wanted if wanted else 0.0
        return (
            precision,
            recall,
            2 * precision * recall / (precision + recall) if self.right else 0.0,
        )


@dataclass
class Evaluation:
    """The counts of each kind, the stances of matched proposals, and each rule's right and wrong answers."""

    kinds: dict[str, Count] = field(
        default_factory=lambda: {kind: Count() for kind in ("proposals", *KEYS)}
    )
    stances: Count = field(default_factory=Count)
    rules: dict[str, Counter[bool]] = field(default_factory=dict)
    vocabulary: frozenset[str] = frozenset()  # the concepts that the annotators use at all

    def judge(self, rule: str, *, right: bool) -> None:
        """Count one answer of a rule."""
        self.rules.setdefault(rule, Counter())[right] += 1


def annotations(extraction: Extraction) -> dict[str, Any]:
    """Return an extraction in the format of gold annotations, with the broader links of its concepts.

    The format has one broader concept for each: of several, the first.
    """
    broader = {
        concept: words.broader[concept][0]
        for statement in extraction.statements
        for mention in statement.mentions
        for words in (lexicon(mention.scheme),)
        for concept in (mention.concept, *words.ancestors(mention.concept))
        if concept in words.broader
    }
    return {
        "proposals": [_annotation(s) for s in extraction.statements if s.kind == "proposal"],
        "achievements": [
            {"start": s.start, "end": s.end}
            for s in extraction.statements
            if s.kind == "achievement"
        ],
        "broader": dict(sorted(broader.items())),
    }


def _annotation(statement: Statement) -> dict[str, Any]:
    links = {key: _concepts(statement.mentions, scheme) for key, scheme in KEYS.items()}
    return {
        "start": statement.start,
        "end": statement.end,
        "stance": _concepts(statement.mentions, "stance")[0],
        **links,
    }


def _concepts(mentions: Sequence[Mention], scheme: Scheme) -> list[str]:
    return [m.concept for m in mentions if m.scheme == scheme]


def found_in(file: Path) -> tuple[str, Extraction]:
    """Return the text of a file, and what is found in it as in a load: with what a corpus.toml beside it says."""
    corpus = read_corpus((file,))
    text = read(file)
    document = inferred(replace(corpus.documents[0], file=file), text, corpus.register)
    return text.text, extracted(document, text, corpus.register)


def evaluate(gold: Path, corpus: Path, *, skip_borderline: bool = True) -> Evaluation:
    """Return how extraction does on every NAME.gold.json of a folder whose NAME.txt stands in `corpus`."""
    paths = sorted(gold.glob("*.gold.json"))
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    used = (
        concept
        for document in documents
        for p in document["proposals"]
        for key in KEYS
        for concept in p[key]
    )
    evaluation = Evaluation(vocabulary=frozenset(used))
    if not paths:
        raise LoaderError("holds no NAME.gold.json to compare with", document=str(gold))
    for path, annotated in zip(paths, documents, strict=True):
        source = corpus / path.name.replace(".gold.json", ".txt")
        if not source.exists():
            raise LoaderError(f"has no text {source.name} in {corpus}", document=str(path))
        text, found = found_in(source)
        _compare(evaluation, text, annotated, found, skip_borderline=skip_borderline)
    return evaluation


def _compare(
    evaluation: Evaluation,
    text: str,
    gold: Mapping[str, Any],
    found: Extraction,
    *,
    skip_borderline: bool,
) -> None:
    """Add one document's agreement to the counts."""
    wanted, proposals = gold["proposals"], [s for s in found.statements if s.kind == "proposal"]
    matched = _match(wanted, proposals)
    count = evaluation.kinds["proposals"]
    soft = gold.get("borderline_negatives", []) if skip_borderline else []
    for i, proposal in enumerate(wanted):
        if skip_borderline and proposal.get("borderline"):
            continue
        if i not in matched:
            count.missed.append(text[proposal["start"] : proposal["end"]])
            for key in KEYS:
                evaluation.kinds[key].missed += set(proposal[key]) - set(
                    proposal.get("optional", ())
                )
            continue
        count.right += 1
        statement = proposals[matched[i]]
        evaluation.judge(statement.rule, right=True)
        _compare_links(evaluation, text, proposal, statement)
    pairs = set(matched.values())
    for j, statement in enumerate(proposals):
        if j in pairs or any(_overlap(s, statement) >= 0.5 for s in soft):
            continue
        count.invented.append(text[statement.start : statement.end])
        evaluation.judge(statement.rule, right=False)
        for key, scheme in KEYS.items():
            evaluation.kinds[key].invented += _known(
                _concepts(statement.mentions, scheme), scheme, evaluation.vocabulary
            )


def _compare_links(
    evaluation: Evaluation, text: str, gold: Mapping[str, Any], statement: Statement
) -> None:
    optional = set(gold.get("optional", ()))
    quote = " ".join(text[statement.start : statement.end].split())
    for key, scheme in KEYS.items():
        count = evaluation.kinds[key]
        wanted = set(gold[key]) - optional
        have: dict[str, Mention] = {}
        for mention in statement.mentions:
            if mention.scheme == scheme:
                have.update(
                    (c, mention)
                    for c in _known([mention.concept], scheme, evaluation.vocabulary)
                    if c not in optional
                )
        count.right += len(wanted & have.keys())
        count.missed += (f"{concept}: {quote}" for concept in sorted(wanted - have.keys()))
        count.invented += (
            f"{concept} ({text[m.start : m.end]}): {quote}"
            for concept, m in have.items()
            if concept not in wanted
        )
        for concept, mention in have.items():
            evaluation.judge(mention.rule, right=concept in wanted)
    stance = next(m for m in statement.mentions if m.scheme == "stance")
    right = stance.concept in {gold["stance"], *gold.get("stance_also", ())}
    evaluation.judge(stance.rule, right=right)
    if right:
        evaluation.stances.right += 1
    else:
        evaluation.stances.invented.append(f"{stance.concept} for {gold['stance']}: {quote}")


def _known(concepts: Sequence[str], scheme: Scheme, vocabulary: Container[str]) -> list[str]:
    """Return each concept, or its nearest ancestor, that the annotators' vocabulary holds."""
    near = (
        next((c for c in (concept, *lexicon(scheme).ancestors(concept)) if c in vocabulary), None)
        for concept in concepts
    )
    return [concept for concept in near if concept is not None]


def _overlap(gold: Mapping[str, int], statement: Statement) -> float:
    common = min(gold["end"], statement.end) - max(gold["start"], statement.start)
    return max(0, common) / (max(gold["end"], statement.end) - min(gold["start"], statement.start))


def _match(gold: Sequence[Mapping[str, Any]], found: Sequence[Statement]) -> dict[int, int]:
    """Return gold index → found index, one to one, where half of the joint characters are common."""
    pairs = sorted(
        ((_overlap(g, s), i, j) for i, g in enumerate(gold) for j, s in enumerate(found)),
        reverse=True,
    )
    matched: dict[int, int] = {}
    for share, i, j in pairs:
        if share >= 0.5 and i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def report(evaluation: Evaluation, *, most: int = 10) -> Iterator[str]:
    """Yield the lines of a report: a table, then per kind the most frequent misses and inventions."""
    yield f"{'':14}     P      R     F1  right invented missed"
    for kind, count in evaluation.kinds.items():
        p, r, f = count.row()
        yield f"{kind:14} {p:.3f}  {r:.3f}  {f:.3f}  {count.right:5} {len(count.invented):8} {len(count.missed):6}"
    stances = evaluation.stances
    total = stances.right + len(stances.invented)
    yield f"{'stance':14} right on {stances.right} of {total} matched proposals ({stances.right / total if total else 0:.3f})"
    for kind, count in (*evaluation.kinds.items(), ("stance", stances)):
        for name, rows in (("missed", count.missed), ("invented", count.invented)):
            for row, times in Counter(rows).most_common(most):
                yield f"{kind} {name} {times}× {' '.join(row.split())}"
