"""From an engine's run to an answer: begun once the first bytes stand, spooled, ended where nobody wants it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from server.engines import Answer
from server.engines.spool import Spool
from server.errors import ServerError


class Run:
    """Where an engine puts one result: `begin` with its media type, then `write` its bytes."""

    def __init__(self, limit: int) -> None:
        self.spool = Spool(limit)
        self.begun: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def begin(self, media_type: str) -> None:
        """Say that the result is one, and of which media type."""
        if not self.begun.done():
            self.begun.set_result(media_type)

    def write(self, data: bytes) -> None:
        """Add bytes to the result; raises ResultTooLarge beyond the limit."""
        self.spool.write(data)

    def fail(self, error: Exception) -> None:
        """Tell an error by the status where it still can be told so, and by the broken body where not."""
        if self.begun.done():
            self.spool.end(error)
        else:
            self.begun.set_exception(error)


async def spooled(evaluate: Callable[[Run], Awaitable[None]], limit: int) -> Answer:
    """Return the answer that `evaluate` puts into a run, of at most `limit` bytes, once it has begun.

    Cancelling this, or closing the answer before its end, cancels the evaluation.
    """
    run = Run(limit)

    async def told() -> None:
        try:
            await evaluate(run)
            run.spool.end()
        except ServerError as error:
            run.fail(error)
        except asyncio.CancelledError:
            run.begun.cancel()
            raise
        except Exception as error:
            run.fail(error)
            raise

    task = asyncio.create_task(told())

    async def close() -> None:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        run.spool.close()

    try:
        media_type = await run.begun
    except BaseException:
        await close()
        raise
    return Answer(media_type, run.spool, close)
