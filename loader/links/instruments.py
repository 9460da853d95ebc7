"""The methods and measures that a statement names."""

from collections.abc import Iterator

from loader.lexicon import Lexicon
from loader.links.context import Context
from loader.statements import Mention


def instruments(context: Context, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the instruments named by a label."""
    for match in lexicon.matches(context.tokens):
        first, last = context.tokens[match.first], context.tokens[match.last - 1]
        yield Mention("instrument", match.concept, "instrument-label", first.start, last.end)
