"""One interface to whatever evaluates queries: a pool of local workers, or a remote endpoint."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Protocol, Self

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


class Answer:
    """A result that an engine puts into a spool, whoever reads it and however fast; `stop` ends its evaluation.

    Enter it as a context, or await `begun` and, read to the end or not, `close`, which ends the evaluation too.
    """

    def __init__(self, spool: Spool, stop: Callable[[], Awaitable[None]]) -> None:
        self.spool, self.stop = spool, stop

    async def begun(self) -> Self:
        """Return the answer once its media type and its first bytes stand; raises what kept it from that."""
        await self.spool.begun()
        return self

    async def close(self) -> None:
        """End the evaluation, where it goes on, and let the bytes go."""
        await self.stop()
        self.spool.close()

    async def __aenter__(self) -> Self:
        """Return the answer once it has begun."""
        try:
            return await self.begun()
        except BaseException:
            await self.close()
            raise

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the answer."""
        await self.close()

    @property
    def media_type(self) -> str:
        """Return the media type of an answer that has begun."""
        return self.spool.media_type

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

    def evaluate(self, query: Query) -> Answer:
        """Return the answer, whose evaluation begins now; raises a ServerError that keeps it from beginning, or ends its spool by it."""
        ...

    async def close(self) -> None:
        """End whatever the engine started."""
        ...
