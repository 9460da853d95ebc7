"""The words to look for: the SKOS schemes of the ontology, by lemmas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from loader import ROOT
from loader.statements import Scheme
from loader.swedish.forms import Form, form
from loader.swedish.tokens import Token, tokenise

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_LABELS = tuple(ox.NamedNode(_SKOS + name) for name in ("prefLabel", "altLabel", "hiddenLabel"))
SCHEMES = ROOT / "ontology" / "schemes"
_BROADER = ox.NamedNode(_SKOS + "broader")
_FILES: dict[Scheme, str] = {
    "target-group": "target-groups.ttl",
    "actor": "actors.ttl",
    "instrument": "instruments.ttl",
    "theme": "themes.ttl",
    "stance": "stances.ttl",
}

#: The schemes whose concepts are named anywhere in a statement; stances are read off what is asked for.
_NAMED: tuple[Scheme, ...] = ("target-group", "actor", "instrument", "theme")


@dataclass(slots=True)
class Node:
    """A step in the tree of label words: what may follow, and the concepts of a label that ends here."""

    following: dict[str, "Node"] = field(default_factory=dict)
    concepts: list[str] = field(default_factory=list)
    capitals: list[tuple[str, str]] = field(default_factory=list)  # (label as written, concept)

    def named(self, surface: str) -> Iterator[str]:
        """Yield the concepts of a label that ends here with the word as written."""
        yield from self.concepts
        for label, concept in self.capitals:
            if surface.startswith(label.split()[-1]):
                yield concept


class Match(NamedTuple):
    """A label found: tokens[first:last] name the concept."""

    concept: str
    first: int
    last: int


class Opening(NamedTuple):
    """What a word may begin: the concepts that it names alone, and the labels of several words, with their second words."""

    concepts: Sequence[str]
    nodes: Sequence[Node]
    second: frozenset[str]

    def longest(self, tokens: Sequence[Token], i: int) -> tuple[Sequence[str], int]:
        """Return the concepts of the longest label that begins at `i`, and where it ends."""
        concepts, last = self.concepts, i + 1
        nodes = self.nodes
        for k in range(last, len(tokens)):
            nodes = _next(nodes, tokens[k].form)
            if not nodes:
                break
            named = [c for node in nodes for c in node.named(tokens[k].surface)]
            if named:
                concepts, last = list(dict.fromkeys(named)), k + 1
        return concepts, last


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One scheme's labels as a tree of lemmas, and its broader links."""

    root: Node
    broader: Mapping[str, Sequence[str]]
    wider: dict[str, Sequence[str]]  # all broader concepts of a concept, of those asked for so far
    words: Mapping[str, str]  # single-word labels, lower case, with their concept
    parts: Mapping[str, Sequence[str]]  # "bostads-" and "-jour": first and last parts of compounds
    openings: dict[
        tuple[str, str], Opening | None
    ]  # by word and lemma, so far; None where nothing begins
    labels: Mapping[str, Mapping[str, str]]  # preferred labels by concept and language

    def ancestors(self, concept: str) -> Sequence[str]:
        """Return the broader concepts of a concept, each once, nearest first."""
        if concept not in self.wider:
            seen = [concept]
            for one in seen:
                seen += [b for b in self.broader.get(one, ()) if b not in seen]
            self.wider[concept] = seen[1:]
        return self.wider[concept]

    def matches(self, tokens: Sequence[Token]) -> list[Match]:
        """Return the longest labels from left to right, none inside another."""
        begun = [(i, o) for i, t in enumerate(tokens) if (o := self.opening(t.surface, t.form))]
        return _longest(tokens, begun)

    def opening(self, surface: str, word: Form) -> Opening | None:
        """Return what a word as written and read may begin: a label, or else a compound by its longest first or last part."""
        key = surface, word.lemma
        if key not in self.openings:
            nodes = _next([self.root], word)
            concepts: Sequence[str] = [*dict.fromkeys(c for n in nodes for c in n.named(surface))]
            if not concepts and not (word.finite or word.infinitive):  # whose parts name nothing
                concepts = _compound(self.parts, word.text)
            longer = [node for node in nodes if node.following]
            second = frozenset(word for node in longer for word in node.following)
            self.openings[key] = Opening(concepts, longer, second) if concepts or longer else None
        return self.openings[key]

    def whole(self, token: Token) -> bool:
        """Return whether a label has the word as a whole, not a part of it."""
        form = token.form
        return form.text in self.root.following or form.lemma in self.root.following


def _next(nodes: Sequence[Node], form: Form) -> list[Node]:
    """Return the nodes that the word leads to, as it stands or by its lemma."""
    words = (form.text,) if form.lemma == form.text else (form.text, form.lemma)
    return [node.following[word] for node in nodes for word in words if word in node.following]


_Parts = Mapping[str, Sequence[str]]


def _compound(parts: _Parts, word: str) -> Sequence[str]:
    """Return the concepts of a compound's longest first part, else of its longest last part."""
    for cut in range(len(word) - 2, 2, -1):
        if f"{word[:cut]}-" in parts:
            return parts[f"{word[:cut]}-"]
    for cut in range(2, len(word) - 2):
        if f"-{word[cut:]}" in parts:
            return parts[f"-{word[cut:]}"]
    return ()


def _add(root: Node, label: str, concept: str) -> None:
    """Put a label into the tree, by its lemmas and by its words as they stand."""
    tokens = tokenise(label, 0, len(label))
    capitals = (
        len(label) > 1
        and label != label.lower()
        and len(tokens) == 1
        and sum(c.isupper() for c in label) > 1
    )
    nodes = [root]
    for token in tokens:
        keys = dict.fromkeys((token.form.lemma, token.form.text))
        nodes = [node.following.setdefault(key, Node()) for node in nodes for key in keys]
    for node in nodes:
        if capitals:
            node.capitals.append((label, concept))
        elif concept not in node.concepts:
            node.concepts.append(concept)


def labels(scheme: Scheme, directory: Path = SCHEMES) -> Iterator[tuple[str, str]]:
    """Yield each Swedish label of a scheme with its concept, in the file's order."""
    for quad in ox.parse(path=str(directory / _FILES[scheme]), format=ox.RdfFormat.TURTLE):
        concept = str(quad.subject.value).rpartition("/")[2]
        if quad.predicate in _LABELS and quad.object.language == "sv" and concept != scheme:
            yield concept, quad.object.value


@cache
def lexicon(scheme: Scheme, directory: Path = SCHEMES) -> Lexicon:
    """Return the lexicon of a scheme, read from its Turtle file."""
    root = Node()
    broader: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    single: dict[str, str] = {}
    preferred: dict[str, dict[str, str]] = {}
    for quad in ox.parse(path=str(directory / _FILES[scheme]), format=ox.RdfFormat.TURTLE):
        concept = str(quad.subject.value).rpartition("/")[2]
        if quad.predicate == _BROADER:
            broader.setdefault(concept, []).append(str(quad.object.value).rpartition("/")[2])
        elif quad.predicate in _LABELS and quad.object.language == "sv" and concept != scheme:
            label = quad.object.value
            if label.startswith("-") or label.endswith("-"):
                parts.setdefault(label.lower(), []).append(concept)
                continue
            _add(root, label, concept)
            if " " not in label:
                single[label.lower()] = concept
        if quad.predicate == _LABELS[0] and concept != scheme:
            preferred.setdefault(concept, {})[quad.object.language] = quad.object.value
    return Lexicon(root, broader, {}, single, parts, {}, preferred)


@cache
def _openings(surface: str) -> tuple[tuple[Scheme, Opening], ...]:
    """Return what a word as written may begin, in each scheme in which it begins anything."""
    found = ((scheme, lexicon(scheme).opening(surface, form(surface))) for scheme in _NAMED)
    return tuple((scheme, opening) for scheme, opening in found if opening)


def found(tokens: Sequence[Token]) -> dict[Scheme, list[Match]]:
    """Return the labels of the schemes but stances among the words, as each lexicon's `matches` gives them."""
    begun: dict[Scheme, list[tuple[int, Opening]]] = {scheme: [] for scheme in _NAMED}
    for i, token in enumerate(tokens):
        for scheme, opening in _openings(token.surface):
            begun[scheme].append((i, opening))
    return {scheme: _longest(tokens, at) if at else [] for scheme, at in begun.items()}


def _longest(tokens: Sequence[Token], openings: Iterable[tuple[int, Opening]]) -> list[Match]:
    """Return the longest labels of what words at their places may begin, none inside another."""
    matches: list[Match] = []
    free = 0  # the first word that no label has taken
    for i, opening in openings:
        if i < free:
            continue
        concepts, free = opening.concepts, i + 1
        if opening.second and free < len(tokens):
            word = tokens[free].form
            if word.text in opening.second or word.lemma in opening.second:
                concepts, free = opening.longest(tokens, i)
        if concepts:
            matches += [Match(concept, i, free) for concept in concepts]
    return matches
