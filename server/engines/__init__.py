"""One interface to whatever evaluates queries: a pool of local workers, or a remote endpoint."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

Lane = Literal["public", "page"]


@dataclass(frozen=True, slots=True)
class Query:
    """A query, its protocol dataset, and the media types in which its results may come."""

    text: str
    solutions: str | None = (
        "application/sparql-results+json"  # of SELECT and ASK; None: not acceptable
    )
    graph: str | None = "application/n-triples"  # of CONSTRUCT and DESCRIBE; None: not acceptable
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    lane: Lane = "public"
    client: str = ""


async def _nothing() -> None:
    return


@dataclass(slots=True)
class Answer:
    """A result as it comes: its media type, then its bytes. `close` must be awaited, read to the end or not."""

    media_type: str
    body: AsyncIterator[bytes]
    close: Callable[[], Awaitable[None]] = field(default=_nothing)


class Engine(Protocol):
    """What evaluates queries."""

    async def evaluate(self, query: Query) -> Answer:
        """Return the answer once its first bytes stand; raises a ServerError before that, or from its body."""
        ...

    async def close(self) -> None:
        """End whatever the engine started."""
        ...
