"""What a statement is about, in the light of its heading: at most two themes."""

from collections import defaultdict
from collections.abc import Sequence

from loader.lexicon import Lexicon
from loader.links.context import Context
from loader.statements import Mention
from loader.swedish.tokens import Token

#: Weights of where a theme's words stand. The statement's own words count most; the heading
#: decides between them and speaks alone where the statement is silent.
_OWN, _HEADING, _TITLE, _BEFORE = 2.0, 1.5, 0.6, 0.5

#: A second theme is named only where it weighs at least this share of the first.
_SECOND = 0.6


def themes(context: Context, lexicon: Lexicon) -> list[Mention]:
    """Return at most two themes, heaviest first, each at the words that first show it."""
    weights: dict[str, float] = defaultdict(float)
    grounds: dict[str, tuple[int, int, str]] = {}

    def count(tokens: Sequence[Token], weight: float, rule: str) -> None:
        seen: dict[str, int] = defaultdict(int)
        for match in lexicon.matches(tokens):
            seen[match.concept] += 1
            weights[match.concept] += weight / seen[match.concept]
            grounds.setdefault(
                match.concept, (tokens[match.first].start, tokens[match.last - 1].end, rule)
            )

    count(context.tokens, _OWN, "theme-word")
    count(context.heading_tokens, _HEADING, "theme-heading")
    if not weights:
        count(context.title_tokens, _TITLE, "theme-title")
    ranked = sorted(weights, key=lambda theme: (-weights[theme], grounds[theme][0], theme))
    chosen = [theme for theme in ranked[:2] if weights[theme] >= _SECOND * weights[ranked[0]]]
    return [Mention("theme", theme, grounds[theme][2], *grounds[theme][:2]) for theme in chosen]
