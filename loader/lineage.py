"""What an earlier release had and this one has not: tombstones, so that no IRI is ever lost."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from loader.index import words
from loader.names import NAMESPACE, Names
from loader.subjects import Subject, paired
from loader.swedish.forms import lemma

#: A statement is replaced by one that shares at least this part of their words (Jaccard's index over lemmas
#: that carry meaning): half of each of two bullets that were joined, more than half of one with a typo mended.
THRESHOLD = 0.4

#: Words that say nothing of what a statement is about.
_EMPTY = frozenset({
    "att", "och", "eller", "samt", "men", "som", "i", "på", "av", "för", "till", "med", "om", "från", "vid", "hos", "genom", "inom", "under",
    "den", "det", "de", "en", "ett", "vi", "vår", "våra", "vårt", "alla", "vara", "är", "ha", "har", "bli", "få", "kunna", "ska", "bör", "måste",
    "vill", "vilja", "inte", "så", "även", "också", "där", "när", "mer", "sin", "sina", "sitt",
})  # fmt: skip

_WITHDRAWN = (
    f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{NAMESPACE}Withdrawn> .\n".encode()
)
_LAST = f"<{NAMESPACE}lastRelease>".encode()
_REPLACED = b"<http://purl.org/dc/terms/isReplacedBy>"
_QUOTE = f"<{NAMESPACE}quote>".encode()
_LABEL = b"<http://www.w3.org/2000/01/rdf-schema#label>"

#: What a tombstone keeps beside its class; the words go where the document is withdrawn.
_KEPT = frozenset({
    _LAST, _REPLACED, _QUOTE, _LABEL, f"<{NAMESPACE}document>".encode(), b"<http://purl.org/dc/terms/identifier>",
})  # fmt: skip
_WORDS = frozenset({_QUOTE, _LABEL})

Pair = tuple[Subject | None, Subject | None]


def tombstones(
    old: Iterable[bytes],
    new: Iterable[bytes],
    *,
    predecessor: str,
    names: Names,
    withdrawn: Collection[str] = (),
) -> Iterator[bytes]:
    """Yield, in order, the lines that remain of what the sorted graph `old` has and `new` has not.

    `predecessor` is the old release's id, `withdrawn` holds the slugs of documents whose words are to go.
    """
    root = names.iri("").encode()
    silent = hidden(withdrawn, names)
    pairs = (p for p in paired(old, new) if _name(p).startswith(b"<" + root))
    statements = b"<" + root + b"statement/"
    for _, group in groupby(pairs, key=lambda p: _document(_name(p), statements)):
        together = list(group)
        follower = _followers(together)
        for before, after in together:
            if before is not None:
                words_go = before.name.startswith(silent)
                yield from _remains(
                    before, after, predecessor, follower.get(before.name), words_go=words_go
                )


def hidden(withdrawn: Collection[str], names: Names) -> tuple[bytes, ...]:
    """Return how the names begin of all that holds words of withdrawn documents, given by their slugs."""
    return tuple(
        f"<{names.iri(kind, slug)}{end}".encode()
        for slug in sorted(withdrawn)
        for kind, end in (("statement", "/"), ("document", "#"), ("document", ">"))
    )


def _name(pair: Pair) -> bytes:
    found = pair[0] or pair[1]
    return found.name if found else b""


def _document(name: bytes, statements: bytes) -> bytes:
    """Return what the statements of one document and their mentions have in common, or the name."""
    return name.rpartition(b"/")[0] if name.startswith(statements) else name


def is_withdrawn(subject: Subject) -> bool:
    """Return whether a subject is a tombstone."""
    return any(line.endswith(_WITHDRAWN) for line in subject.lines)


def _remains(
    before: Subject,
    after: Subject | None,
    predecessor: str,
    follower: bytes | None,
    *,
    words_go: bool,
) -> Iterator[bytes]:
    """Yield the lines of a tombstone; nothing where the subject lives, only the last release where the new graph has it as withdrawn."""
    if after is not None and not is_withdrawn(after):
        return
    facts = [(line.split(b" ", 2)[1], line) for line in before.lines]
    dead = is_withdrawn(before)
    lines = {line for predicate, line in facts if predicate == _LAST}
    if not dead:
        lines.add(b'%s %s "%s" .\n' % (before.name, _LAST, predecessor.encode()))
    if after is None:
        lines.add(before.name + b" " + _WITHDRAWN)
        kept = _KEPT - _WORDS if words_go else _KEPT
        lines |= {line for predicate, line in facts if predicate in kept}
        if follower is not None:
            lines.add(b"%s %s %s .\n" % (before.name, _REPLACED, follower))
    yield from sorted(lines)


def _followers(pairs: Sequence[Pair]) -> Mapping[bytes, bytes]:
    """Return which statement that a document did not have took the place of each that is gone."""
    gone = dict(quoted(a) for a, b in pairs if a and not b and has_quote(a) and not is_withdrawn(a))
    come = dict(quoted(b) for a, b in pairs if b and has_quote(b) and (not a or is_withdrawn(a)))
    return followers(gone, come) if gone and come else {}


def has_quote(subject: Subject) -> bool:
    """Return whether a subject is a statement with its words."""
    return any(line.split(b" ", 2)[1] == _QUOTE for line in subject.lines)


def quoted(subject: Subject) -> tuple[bytes, str]:
    """Return a statement's name and its quote."""
    quote = next(
        value for predicate, value, _ in subject.facts() if predicate == f"{NAMESPACE}quote"
    )
    return subject.name, quote


def followers(gone: Mapping[bytes, str], come: Mapping[bytes, str]) -> dict[bytes, bytes]:
    """Return the most similar quote of `come` for each of `gone` that has one as similar as THRESHOLD."""
    theirs = {name: _tokens(quote) for name, quote in come.items()}
    having = defaultdict(list)
    for name, tokens in theirs.items():
        for token in tokens:
            having[token].append(name)
    found = {}
    for name, quote in gone.items():
        tokens = _tokens(quote)
        shared = Counter(other for token in tokens for other in having[token])
        scored = ((-n / len(tokens | theirs[other]), other) for other, n in shared.items())
        best = min(scored, default=(0.0, b""))
        if -best[0] >= THRESHOLD:
            found[name] = best[1]
    return found


def _tokens(quote: str) -> frozenset[str]:
    """Return the lemmas of a quote that carry meaning, or all of them where none does."""
    lemmas = frozenset(map(lemma, words(quote)))
    return lemmas - _EMPTY or lemmas
