"""Who is to act, to cooperate, or is regulated."""

import re
from collections.abc import Iterator, Sequence

from loader.lexicon import Lexicon, Match
from loader.links.context import Context
from loader.statements import Mention
from loader.swedish import words
from loader.swedish.tokens import Token

#: Prepositions that make of a body the place where something is done.
_PLACE = frozenset({"i", "på", "inom", "vid", "hos", "runt", "kring", "utanför"})

#: Words that may stand between a preposition and its noun.
_BETWEEN = re.compile(
    r"(?:den|det|de|vår|våra|vårt|alla|varje|en|ett|kommunens|stadens|kommunala|regionens|egna|fler|samtliga|olika|sin|sina|andra|och|eller|samt|\w+ens|\w+ts?|\w+a|\w+ig|\w+sk|\w+lig)$"
)

#: Bodies that a text names only in the definite: "kommunen" acts, "en kommun" does not.
_DEFINITE = {
    "kommunen": ("kommunen", "staden"),
    "regionen": ("regionen", "landstinget", "landstingen"),
    "staten": ("staten",),
}

#: What a municipality does: "kommunens arbete" is the municipality acting, "kommunens skolor" is a place.
_ACTING = frozenset(
    {
        "arbete",
        "ansvar",
        "insats",
        "stöd",
        "socialpolitik",
        "förmåga",
        "ambition",
        "beredskap",
        "uppdrag",
        "samverkan",
        "krav",
        "råd",
        "beslut",
        "skyldighet",
        "hjälp",
    }
)

_TOWN = re.compile(r"\b([A-ZÅÄÖ][\wåäöÅÄÖ-]+(?: [A-ZÅÄÖ][\wåäö-]+)??)s? (kommun|[Ss]tad)s?\b")


def actors(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the actors that a statement names as bodies, not as places or possessors."""
    tokens = context.tokens
    unmentioned = after_regardless(context)
    for match in (*lexicon.matches(tokens), *_parts(tokens, lexicon)):
        if (
            tokens[match.first].start in unmentioned
            or _is_place(context, match)
            or not _acts(context, match)
        ):
            continue
        yield Mention(
            "actor",
            match.concept,
            "actor-label",
            tokens[match.first].start,
            tokens[match.last - 1].end,
        )
    yield from _municipality(context)


def _parts(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Match]:
    """Yield bodies in the first part of a hyphenated word ("SiS-vården") and in ellipses ("tjej- och kvinnojourer")."""
    for i, token in enumerate(tokens):
        first, hyphen, rest = token.surface.partition("-")
        if (
            hyphen
            and rest
            and sum(c.isupper() for c in first) > 1
            and first.lower() in lexicon.words
        ):
            yield Match(lexicon.words[first.lower()], i, i + 1)
        elif hyphen and not rest and i + 2 < len(tokens):
            whole = tokens[i + 2].form.lemma
            for cut in range(2, len(whole) - 2):
                concept = lexicon.words.get(first.lower() + whole[cut:])
                if concept:
                    yield Match(concept, i, i + 1)
                    break


def _is_place(context: Context, match: Match) -> bool:
    """Return whether a preposition of place governs the body."""
    i = match.first - 1
    steps = 0
    while i >= 0 and steps < 5:
        word = context.tokens[i].form.text
        if word in _PLACE:
            before = context.tokens[i - 1].form.lemma if i else ""
            return before not in {
                "krav",
                "tryck",
                "ställa",
                "lita",
                "satsa",
                "satsning",
                "förtroende",
                "samarbete",
                "samverkan",
            }
        if not _BETWEEN.match(word) or context.tokens[i].form.finite:
            return False
        i -= 1
        steps += 1
    return False


def _acts(context: Context, match: Match) -> bool:
    """Return whether the words name the body itself: definite where that is needed, no mere possessor."""
    definite = _DEFINITE.get(match.concept)
    token = context.tokens[match.first]
    word = token.form.text
    if definite is None or match.last - match.first > 1:
        return True
    if not word.startswith(definite):
        return match.concept != "kommunen" and token.surface[0].isupper()
    if word.endswith("s"):
        following = context.tokens[match.last : match.last + 3]
        return any(t.form.lemma in _ACTING for t in following)
    return True


def _municipality(context: Context) -> Iterator[Mention]:
    """Yield the municipality where "X kommun" or its mere name acts: "Solna ska …"."""
    for m in _TOWN.finditer(context.text, context.start, context.end):
        preceding = context.text[context.start : m.start()].split()
        possessor = (
            m.group().endswith("s")
            and not m.group(2).endswith("ss")
            and not _acting_after(context, m.end())
        )
        if (preceding and preceding[-1].lower() in _PLACE) or possessor:
            continue
        yield Mention("actor", "kommunen", "actor-municipality", m.start(), m.end())
    for i, token in enumerate(context.tokens[:-1]):
        named = token.form.text in context.places and token.surface[0].isupper()
        before = context.tokens[i - 1].form.text if i else ""
        if (
            named
            and context.tokens[i + 1].form.text in words.DEMANDING | {"behöver", "får"}
            and before not in _PLACE
        ):
            yield Mention("actor", "kommunen", "actor-municipality", token.start, token.end)


def _acting_after(context: Context, position: int) -> bool:
    following = [t for t in context.tokens if t.start >= position][:2]
    return any(t.form.lemma in _ACTING for t in following)


def after_regardless(context: Context) -> set[int]:
    """Return the starts of words that stand in an "oavsett …" phrase, which names nobody."""
    found: set[int] = set()
    for m in re.finditer(r"\boavsett\b[^.,;:!?–]*", context.quote, re.IGNORECASE):
        found |= {t.start for t in context.tokens if m.start() <= t.start - context.start < m.end()}
    return found
