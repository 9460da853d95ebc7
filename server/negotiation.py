"""Content negotiation (RFC 9110, 12.4 and 12.5): media types and languages by their q-values."""

from collections.abc import Sequence
from functools import lru_cache

from server.engines.formats import Format

#: Characters up to which a header's weights are remembered: clients send few different ones.
_USUAL = 500


def weights(header: str) -> tuple[tuple[str, float], ...]:
    """Return the choices of an Accept or Accept-Language header with their weights, in their order."""
    return _weights(header) if len(header) <= _USUAL else _weights.__wrapped__(header)


@lru_cache(256)
def _weights(header: str) -> tuple[tuple[str, float], ...]:
    found = []
    for part in header.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip() == "q":
                try:
                    weight = min(1.0, max(0.0, float(value)))
                except ValueError:
                    weight = 0.0
        if name:
            found.append((name, weight))
    return tuple(found)


def _weight(media_type: str, choices: Sequence[tuple[str, float]]) -> float:
    """Return the weight of a media type: of the most specific choice that matches it."""
    kind = media_type.partition("/")[0]
    # Clients that read JSON of any kind say so by the plain type (RFC 6839, 3.1).
    plain = "application/json" if media_type.endswith("+json") else media_type
    for name in (media_type, plain, f"{kind}/*", "*/*"):
        found = [weight for choice, weight in choices if choice == name]
        if found:
            return max(found)
    return 0.0


def best(accept: str, media_types: Sequence[str]) -> str | None:
    """Return the media type that the client likes best, the first of equals; None where it takes none."""
    find = _best if len(accept) <= _USUAL else _best.__wrapped__
    return find(accept, tuple(media_types))


@lru_cache(256)
def _best(accept: str, media_types: tuple[str, ...]) -> str | None:
    if not accept.strip():
        return media_types[0]
    choices = weights(accept)
    ranked = [
        (_weight(media_type, choices), -i, media_type) for i, media_type in enumerate(media_types)
    ]
    weight, _, media_type = max(ranked)
    return media_type if weight > 0 else None


def choose(accept: str, name: str | None, formats: Sequence[Format]) -> str | None:
    """Return the media type of `?format=`, by name or media type, or else the one that Accept likes best."""
    if name is not None:
        return next(
            (f.media_type for f in formats if name in (f.name, f.media_type, *f.aliases)), None
        )
    return best(accept, [f.media_type for f in formats])


def wants_html(accept: str) -> bool:
    """Return whether the client is a browser: it names HTML, and likes nothing better."""
    choices = weights(accept)
    pages = [weight for name, weight in choices if name in {"text/html", "application/xhtml+xml"}]
    return bool(pages) and max(pages) > 0 and max(pages) >= max(weight for _, weight in choices)


def language(header: str, asked: str | None) -> str:
    """Return "sv" or "en": as asked for, or else as Accept-Language weighs them; Swedish where it does not."""
    if asked in {"sv", "en"}:
        return asked
    scores = {"sv": 0.0, "en": 0.0}
    for name, weight in weights(header):
        short = name.partition("-")[0]
        if short in scores:
            scores[short] = max(scores[short], weight)
    return "en" if scores["en"] > scores["sv"] else "sv"
