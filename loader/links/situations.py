"""People described by their situation: "den som länge saknat ett hem", "ungdomar i riskzonen".

A label such as "personer som saknar bostad" is read as a description ("som saknar bostad") that
makes its group of whoever it is said of; where it names a kind of people ("barn som far illa"), only of that kind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from loader.lexicon import labels, lexicon
from loader.links.conditions import conditions
from loader.links.people import kinds
from loader.swedish import groups
from loader.swedish.tokens import Token, tokenise

#: Small words that a description may hold or leave out.
_FILLERS = frozenset({"en", "ett", "den", "det", "de", "sin", "sitt", "sina", "sig", "egen", "eget", "egna", "ha", "vara", "inte-"})  # fmt: skip

#: What begins a clause inside a phrase: "till föräldrar som har slagit dem".
_CLAUSES = frozenset({"som", "där", "vars", "att"})

#: What opens a description without a verb.
_OF_PHRASES = groups.OPENERS - {"som", "vars"}

#: What stands between the words for people that a label begins with: "barn och unga som placeras".
_JOINING = frozenset({"och", "eller", "samt"})

#: How many words may stand between two words of a description, and after its opener.
_GAP, _FIRST_GAP = 3, 6

#: The relative pronoun as which a condition is read.
_SOM = tokenise("som", 0, 3)[0]

#: What stands between words across which no description goes, and across which none is carried.
_ENDS = frozenset(".;:!?–,")
_STOPS = _ENDS | {"("}


@dataclass(slots=True)
class Step:
    """What may follow in a description, and the concepts, each with its kind of people, that end here."""

    following: dict[str, "Step"] = field(default_factory=dict)
    ends: list[tuple[str, str]] = field(default_factory=list)  # (concept, kind or "")


class Situation(NamedTuple):
    """A description found: the carrier's token, the last token, the concept it makes of the carrier."""

    concept: str
    first: int
    last: int
    met: bool = False  # told by a condition that opens the sentence: "är du arbetslös ska …"


@cache
def descriptions() -> dict[str, Step]:
    """Return the descriptions of the target groups' labels, by their opener."""
    found: dict[str, Step] = {opener: Step() for opener in groups.OPENERS}
    for concept, label in labels("target-group"):
        tokens = tokenise(label, 0, len(label))
        at = opener(tokens)
        if at is None:
            continue
        staff = groups.STAFF & {concept, *lexicon("target-group").ancestors(concept)}
        if staff and not any(t.form.lemma in groups.WORKING for t in tokens):
            continue  # "medarbetare i hemtjänsten" makes no staff of others who are there
        who = tokens[at - 1] if kinds(tokens[at - 1]) else tokens[0]  # "unga kvinnor med missbruk"
        said_of = kinds(who) or ({""} if who.form.text in groups.PRONOUNS else set())
        if "child" in said_of:  # the narrowest that the label names
            said_of = frozenset({"child"})
        elif who.form.text == "någon":  # whoever it is, but not the young, of whom it says less
            said_of = frozenset({"anybody"})
        step = found[tokens[at].form.text]
        for token in tokens[at + 1 :]:
            if token.form.text not in _FILLERS:
                step = step.following.setdefault(key(token), Step())
        for kind in said_of:
            if step is not found[tokens[at].form.text]:
                step.ends.append((concept, kind))
    _add_telling(found)
    return found


def _add_telling(found: dict[str, Step]) -> None:
    """Add the words that tell a situation whatever verb leads to them."""
    for words, concept in groups.TELLING.items():
        ends = [(concept, "")]
        if concept in groups.CHILD_OF:
            ends.append((groups.CHILD_OF[concept], "child"))
        for opener_ in ("som", "vars"):
            step = found[opener_]
            for word in words.split():
                step = step.following.setdefault(word, Step())
            step.ends += [end for end in ends if end not in step.ends]


def opener(tokens: Sequence[Token]) -> int | None:
    """Return where a label's description of people begins; None where it has none."""
    if not tokens or not (kinds(tokens[0]) or tokens[0].form.text in groups.PRONOUNS):
        return None
    for i, token in enumerate(tokens[1:4], 1):
        if token.form.text in groups.OPENERS:
            return i if i + 1 < len(tokens) else None
        if not kinds(token) and token.form.text not in _JOINING:
            return None  # "personer nya i landet"
    return None


def _passive(token: Token) -> str:
    """Return what a participle after "bli" is compared by: as a verb in the passive."""
    return f"{_undergone(token.form.text, token.form.lemma)}-s"


def _undergone(text: str, lemma: str) -> str:
    return groups.UNDERGONE.get(text) or groups.UNDERGONE.get(lemma) or _alike(text, lemma)


def _alike(text: str, lemma: str) -> str:
    return groups.ALIKE.get(text) or groups.ALIKE.get(lemma, lemma)


def key(token: Token) -> str:
    """Return what a description is compared by: the lemma or that of words like it, apart in the passive; "65" for any age from 60 on, "25" for any from 19 to 29, "16" from 13 to 17."""
    return _key(token.form.text, token.form.lemma)


@lru_cache(maxsize=1 << 14)
def _key(text: str, lemma: str) -> str:
    if len(text) < 4 and text.isdecimal():
        return next((name for low, high, name in groups.AGES if low <= int(text) < high), text)
    if text.startswith(groups.OLD_AGES):
        return "65"
    passive = text.endswith("s") and (
        lemma.endswith(("a", "å")) or text in groups.UNDERGONE
    )  # who is beaten is not who beats
    return f"{_undergone(text, lemma)}-s" if passive else _alike(text, lemma)


def situations(gaps: Sequence[str], tokens: Sequence[Token]) -> Iterator[Situation]:
    """Yield the people whom the words describe, each description at its longest; `gaps` stand between the words."""
    yield from _described(gaps, tokens)
    for first, places in conditions(gaps, tokens):
        # read as a relative clause: "blir en kvinna slagen" as "en kvinna som blir slagen"
        clause = [_SOM if i is None else tokens[i] for i in places]
        for s in _described([" "] * (len(clause) - 1), clause):
            who, last = places[s.first], places[s.last - 1]
            if who is not None and last is not None and first <= last:
                opens = first == 0 or not _STOPS.isdisjoint(gaps[first - 1])
                yield Situation(s.concept, who if kinds(tokens[who]) else first, last + 1, opens)


def _described(gaps: Sequence[str], tokens: Sequence[Token]) -> Iterator[Situation]:
    """Yield the people whom relative clauses and prepositions describe."""
    for at in [i for i, token in enumerate(tokens) if token.form.text in groups.OPENERS]:
        carrier = _carrier(gaps, tokens, at)
        if carrier is None:
            continue
        for who, said_of in _said_of(tokens, carrier):
            yield from _said(gaps, tokens, at, who, said_of)


def _said(
    gaps: Sequence[str], tokens: Sequence[Token], at: int, carrier: int, said_of: frozenset[str]
) -> Iterator[Situation]:
    """Yield what the words from the opener at `at` make of the people at `carrier`."""
    opener = tokens[at].form.text
    starts = [(opener, at)]
    if opener == "som":
        starts += _verbs(gaps, tokens, at)
    for name, start in starts:
        for concept, last in _follow(gaps, tokens, start, descriptions()[name], said_of):
            between = tokens[carrier + 1 : last]
            whole = _together(
                said_of, _of_child(between, concept) if "child" in said_of else concept
            )
            if whole != "hemlosa-familjer" or _homeless(tokens[carrier : last + 1]):
                yield Situation(whole, carrier, last + 1)


def _homeless(described: Sequence[Token]) -> bool:
    """Return whether a family lacks a home; one with children that is lodged for a time is still what it is called."""
    lacking = any(token.form.lemma in groups.LACKING for token in described)
    return lacking or described[0].form.lemma not in groups.WITH_CHILDREN


def _of_child(between: Sequence[Token], concept: str) -> str:
    """Return what a description makes of a child: what it says of a parent makes the parent's child."""
    parents = any(kinds(token) & {"parents", "families"} for token in between)
    return groups.CHILD_OF.get(concept, concept) if parents else concept


def _carrier(gaps: Sequence[str], tokens: Sequence[Token], at: int) -> int | None:
    """Return the index of the people's word that the opener at `at` describes."""
    for i in range(at - 1, max(at - 5, -1), -1):
        if gaps[i] != " " and not _STOPS.isdisjoint(gaps[i]):
            return None
        token, form = tokens[i], tokens[i].form
        if kinds(token):
            negated = i and tokens[i - 1].form.text == "ingen" and "" in kinds(token)
            young = i and tokens[i - 1].form.lemma == "ung" and "" in kinds(token)  # "unga vuxna"
            return None if negated else i - 1 if young else _mother(tokens, i)
        if form.text == "man":
            return i if tokens[at].form.text == "som" and i == at - 1 else None
        if form.text in groups.THINGS_AT_LARGE:
            return None  # "annat som gör missbruk farligt"
        if form.text in groups.PRONOUNS or form.lemma in groups.PRONOUNS:
            return i if i == at - 1 else None
        if form.finite:
            return None
    return None


def _mother(tokens: Sequence[Token], i: int) -> int:
    """Return the index of the women whose children come with them: "kvinnor med barn som flytt"; else `i`."""
    with_her = i > 1 and tokens[i - 1].form.text == "med" and "child" in kinds(tokens[i])
    return i - 2 if with_her and "women" in kinds(tokens[i - 2]) else i


def _verbs(gaps: Sequence[str], tokens: Sequence[Token], at: int) -> Iterator[tuple[str, int]]:
    """Yield what a relative clause says as a preposition would: "som lever i …", "som har …"."""
    for i in range(at + 1, min(at + 6, len(tokens))):
        lemma = tokens[i].form.lemma
        if lemma in groups.ENDING and i > at + 1:
            return
        if lemma in groups.HAVING:
            yield "med", i
        if lemma in groups.BEING or lemma in groups.HAVING:
            for k in range(i + 1, min(i + 4, len(tokens))):
                if "," in gaps[k - 1]:
                    break
                if tokens[k].form.text in _OF_PHRASES:
                    yield tokens[k].form.text, k
                    break


def _follow(
    gaps: Sequence[str], tokens: Sequence[Token], start: int, root: Step, said_of: frozenset[str]
) -> Iterator[tuple[str, int]]:
    """Yield the concepts, each with its last token, of the descriptions that go on after `start`."""
    opening = _GAP if tokens[start].form.text == "som" else _FIRST_GAP
    # each with how many words led to it, and the concepts that they have named, which longer ones replace
    states: list[tuple[Step, int, int, frozenset[str], int]] = [
        (root, start, opening, frozenset(), 0)
    ]
    found: dict[str, int] = {}
    dealt = False
    phrase = tokens[start].form.text in _OF_PHRASES
    for i in range(start + 1, len(tokens)):
        if gaps[i - 1] != " " and not _ENDS.isdisjoint(gaps[i - 1]):
            break
        form, word = tokens[i].form, key(tokens[i])
        phrase = phrase and form.text not in _CLAUSES
        ending = i > start + 1 and (
            form.lemma in groups.ENDING or (phrase and (form.finite or form.infinitive))
        )
        if ending and not any(word in s[0].following for s in states if s[1] > start):
            break  # a new clause, or people who know of the situation, not in it
        states = [state for state in states if i - state[1] <= state[2] + 1]
        if not states:
            break
        words = (word,) if word == form.text else (word, form.text)  # in this order everywhere
        undergone = _passive(tokens[i]) if tokens[i - 1].form.lemma == "bli" else ""
        here: dict[int, list[str]] = {}  # the concepts named at this word, by how many led to it
        for step, _, _, passed, depth in list(states):
            for word in (undergone,) if undergone in step.following else words:
                following = step.following.get(word)
                if following is None:
                    continue
                named = _named(following, said_of) if not _otherwise(tokens, i) else []
                for concept in passed if named else ():
                    found.pop(concept, None)
                here.setdefault(depth, []).extend(named)
                states.append((following, i, _GAP, passed | {*named}, depth + 1))
        deepest = max((depth for depth, named in here.items() if named), default=0) if here else 0
        if here.get(deepest) and not (dealt and deepest == 0):
            found |= dict.fromkeys(here[deepest], i)
        dealt = dealt or form.lemma in groups.DEALING
    yield from found.items()


def _named(step: Step, said_of: frozenset[str]) -> list[str]:
    """Return the concepts that a description names of people of these kinds, in the labels' order; of children, those for children alone where there are such."""
    anybody = {"anybody"} if "" in said_of else set()
    fitting = [(c, kind) for c, kind in step.ends if not kind or kind in said_of | anybody]
    of_children = [concept for concept, kind in fitting if kind == "child"]
    return of_children or [concept for concept, _ in fitting]


def _otherwise(tokens: Sequence[Token], i: int) -> bool:
    """Return whether the next words make something else of it: "beroende av bidrag", "slår larm"."""
    after = [t.form.text for t in tokens[i + 1 : i + 3]]
    if after and after[0] in groups.IDIOMS.get(tokens[i].form.lemma, ()):
        return True
    return (
        tokens[i].form.text.startswith("beroende")
        and after[:1] == ["av"]
        and not after[-1].startswith(groups.DRUGS)
    )


def _said_of(tokens: Sequence[Token], carrier: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the places and kinds of the people described; of "kvinnor och män som …" neither alone, of "kvinnor och barn som …" both."""
    said_of, other = kinds(tokens[carrier]), frozenset[str]()
    if carrier > 1 and tokens[carrier - 1].form.text in _JOINING:
        other = kinds(tokens[carrier - 2])
    if "women" in other and "child" in said_of and not other & said_of:
        yield carrier - 2, other
        yield carrier, said_of
    else:
        of_homes = {"families"} if other & {"parents", "families"} and "child" in said_of else {""}
        yield carrier, (said_of & (other or said_of)) or frozenset(of_homes)


def _together(said_of: frozenset[str], concept: str) -> str:
    """Return the concept that the kind of people and the description have together, or the description's."""
    wholes = (groups.TOGETHER.get((kind, concept)) for kind in sorted(said_of))
    return next((whole for whole in wholes if whole), concept)
