"""One interface to whatever evaluates queries: a pool of local workers, or a remote endpoint."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from server.engines.spool import Spool

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


@dataclass(slots=True)
class Answer:
    """A result as it comes: its media type, then its bytes. `close` must be awaited, read to the end or not."""

    media_type: str
    spool: Spool
    close: Callable[[], Awaitable[None]]

    @property
    def body(self) -> AsyncIterator[bytes]:
        """Return the bytes from the first as they come; raises the fault that ended them early."""
        return self.spool.read()


class Engine(Protocol):
    """What evaluates queries."""

    @property
    def holds(self) -> str | None:
        """Return the id of the release from which it answers; None where that is not known."""
        ...

    async def start(self) -> None:
        """Return once queries can be answered; raises EngineFailed where they cannot."""
        ...

    async def evaluate(self, query: Query) -> Answer:
        """Return the answer once its first bytes stand; raises a ServerError before that, or from its spool."""
        ...

    async def close(self) -> None:
        """End whatever the engine started."""
        ...
