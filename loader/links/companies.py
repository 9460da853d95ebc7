"""Municipal housing companies by the form of their names: "Uddevalla Bostäder", "Hoforshus"."""

from collections.abc import Iterator

from loader.links.context import Context
from loader.swedish import bodies
from loader.swedish.forms import known


def companies(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the names' words, as the first and the one after the last."""
    named = {i for m in context.labels["actor"] for i in range(m.first, m.last)}
    tokens = context.tokens
    for i, token in enumerate(tokens):
        if not token.surface[0].isupper() or "-" in token.surface or i in named:
            continue
        if i + 1 < len(tokens) and tokens[i + 1].surface in bodies.HOUSING_NAMES:
            yield i, i + 2
        elif _is_name(token.surface, first=i == 0):
            yield i, i + 1


def _is_name(surface: str, *, first: bool) -> bool:
    """Return whether a word is a place's name with an end of housing companies; one that opens a sentence may be a common noun."""
    word = surface.lower()
    ends = bodies.HOUSING_ENDS if first else bodies.HOUSING_ENDS + bodies.HOUSING_ENDS_OF_NAMES
    end = next((e for e in ends if word.endswith(e)), None)
    return end is not None and len(word) > len(end) + 2 and not _common(word, end)


def _common(word: str, end: str) -> bool:
    """Return whether a compound is a common noun: "gruppbostäder", "familjehem"."""
    first = word.removesuffix(end)
    return known(word) or known(first) or known(first.removesuffix("s"))
