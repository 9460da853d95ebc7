"""The remote engine: any SPARQL 1.1 endpoint behind this server's limits and errors.

A local pool over no data parses each query first: syntax errors are told as the local engine tells
them, the parser runs in a sandbox, and no dialect of the endpoint's (`define`, `bif:`) reaches it.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

import httpx

from server import errors
from server.engines import Answer, Query
from server.engines.formats import BY_MEDIA_TYPE, DATASETS, GRAPHS
from server.engines.guard import checked
from server.engines.lanes import Lanes
from server.engines.nursery import Source
from server.engines.pool import Pool
from server.engines.spool import Spool
from server.engines.transcript import Incoming, Outgoing, transcribe
from server.publishing import publication, which_release
from server.settings import Settings

#: What is asked for: the formats that all endpoints have and that are read fastest; others are made here.
_SOLUTIONS = "application/sparql-results+json, application/sparql-results+xml;q=0.5"
_GRAPH = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
_GRAPHS = {f.media_type for f in (*GRAPHS, *DATASETS)}

#: The named graphs of a dataset that names none: Virtuoso takes all that it holds where this is left out.
_NONE = ("urn:valgraf:none",)

#: Seconds between two looks at which release the graph holds, and for connecting.
_LOOK, _CONNECT = 10.0, 10.0


class Remote:
    """An engine that asks the endpoint `settings.engine` about one graph; `start` it before it is asked."""

    def __init__(self, graph: str, settings: Settings, lanes: Lanes | None = None) -> None:
        self.url, self.graph, self.settings = settings.engine, graph, settings
        self.holds: str | None = None  # the id of the release that was published to the graph
        self.lanes = lanes or Lanes(settings)
        self.parser = Pool(Source(()), replace(settings, workers=2))
        self.threads = ThreadPoolExecutor(2 * settings.workers, "transcript")
        self.client = httpx.AsyncClient(
            timeout=httpx.Timeout(None, connect=_CONNECT),
            limits=httpx.Limits(max_connections=None, keepalive_expiry=5),
        )
        self.looking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """See that the endpoint answers, and whole; then keep an eye on which release it holds."""
        await self.parser.start()
        many = Query("SELECT (1 AS ?one) { ?s ?p ?o } LIMIT 100001", default_graphs=(self.graph,))
        async with self._response(many, _SOLUTIONS):
            pass  # raises where the endpoint cuts answers
        await self._look()
        self.looking = asyncio.create_task(self._keep_looking())

    async def _keep_looking(self) -> None:
        while True:
            await asyncio.sleep(_LOOK)
            await self._look()

    async def _look(self) -> None:
        """Note which release the graph holds, if any is known."""
        query = Query(which_release(self.graph), default_graphs=(publication(self.graph),))
        try:
            async with (
                asyncio.timeout(_LOOK),
                self._response(query, _SOLUTIONS) as seen,
            ):
                rows = json.loads(await seen.aread())["results"]["bindings"]
                self.holds = rows[0]["id"]["value"] if len(rows) == 1 else None
        except (TimeoutError, ValueError, KeyError, errors.ServerError):
            self.holds = None

    def evaluate(self, query: Query) -> Answer:
        """Return the answer, for which the endpoint is asked once the query is found to be one."""
        spool = Spool(self.settings.result_size * 2**20)
        task = asyncio.create_task(self._spooled(query, spool))

        async def stop() -> None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

        return Answer(spool, stop)

    async def _spooled(self, query: Query, spool: Spool) -> None:
        try:
            await self._evaluate(query, await self._parsed(query), spool)
            spool.end()
        except errors.ServerError as error:
            spool.end(error)
        except Exception as error:
            spool.end(error)
            raise

    async def _parsed(self, query: Query) -> str:
        """Return the media type in which the answer is wanted; raises what is wrong with the query."""
        async with self.parser.evaluate(replace(query, lane="page")) as nothing:
            await nothing.spool.wait()
        return nothing.media_type

    async def _evaluate(self, query: Query, wanted: str, spool: Spool) -> None:
        """Have the endpoint answer within the deadline, once it is the query's turn."""
        limit, refused = self.settings.timeout, None
        loop, come = asyncio.get_running_loop(), asyncio.Event()
        turn = self.lanes.turn(query, come.set)

        def lengthen() -> None:
            nonlocal refused
            try:
                self.lanes.lengthen(turn, pause=_nothing, go_on=_nothing)
            except errors.Busy as error:
                refused = error
                clock.reschedule(loop.time())

        try:
            turn.wait()
            await come.wait()
            timer = loop.call_later(self.settings.long, lengthen)
            try:
                async with asyncio.timeout(limit) as clock:
                    await self._converse(query, wanted, spool)
            except TimeoutError:
                raise refused or errors.QueryTimeout(
                    f"The query was stopped after {limit:g} seconds of evaluation.", limit=limit
                ) from None
            finally:
                timer.cancel()
        finally:
            self.lanes.left(turn)

    async def _converse(self, query: Query, wanted: str, spool: Spool) -> None:
        """Move the endpoint's answer into a spool, in the format that is wanted."""
        accept = _GRAPH if wanted in _GRAPHS else _SOLUTIONS
        if not (
            query.default_graphs
            or query.named_graphs
            or (await checked(query.text, self.settings)).dataset
        ):
            query = replace(query, default_graphs=(self.graph,))

        def deliver(data: bytes) -> None:
            spool.begin(wanted)
            spool.write(data)

        async with self._response(query, accept) as response:
            given = response.headers.get("content-type", "").partition(";")[0].strip()
            if given not in BY_MEDIA_TYPE or (given in _GRAPHS) != (wanted in _GRAPHS):
                raise errors.EngineFailed(f"The endpoint answered with {given or 'no media type'}.")
            incoming, outgoing = Incoming(response.aiter_bytes()), Outgoing(deliver)
            loop = asyncio.get_running_loop()
            try:
                await loop.run_in_executor(
                    self.threads, transcribe, incoming, outgoing, given, wanted
                )
            except (SyntaxError, ValueError) as error:
                raise errors.EngineFailed(
                    f"The endpoint's answer breaks off or is none: {error}"
                ) from error
            finally:
                incoming.stop()

    @asynccontextmanager
    async def _response(self, query: Query, accept: str) -> AsyncIterator[httpx.Response]:
        """Hold the endpoint's response to a query; raises EngineFailed or, where it is the query's fault, QueryRefused."""
        form = {
            "query": query.text,
            "default-graph-uri": query.default_graphs,
            "named-graph-uri": query.named_graphs or _NONE[: bool(query.default_graphs)],
        }
        headers = {"Accept": accept, "Accept-Encoding": "identity"}
        try:
            async with self.client.stream("POST", self.url, data=form, headers=headers) as response:
                if response.status_code != 200:
                    raise _refusal(response.status_code, await _said(response))
                if limit := response.headers.get("x-sparql-maxrows"):
                    raise errors.ResultTooLarge(
                        f"{self.url} cuts answers at {limit} rows; take ResultSetMaxRows out of its virtuoso.ini"
                    )
                yield response
        except httpx.HTTPError as error:
            raise errors.EngineFailed(
                f"The endpoint does not answer: {error or type(error).__name__}"
            ) from error

    async def close(self) -> None:
        """Let the endpoint and the parser go."""
        if self.looking:
            self.looking.cancel()
        await self.client.aclose()
        await self.parser.close()
        self.threads.shutdown(wait=False, cancel_futures=True)


def _nothing() -> None:
    """Let a long query run on: the endpoint's queries cannot be held still."""


async def _said(response: httpx.Response) -> str:
    """Return the first line of what an endpoint says for an error, of its first 64 KiB."""
    said = b""
    async for part in response.aiter_bytes():
        said += part
        if len(said) > 64 * 1024:
            break
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[0][:500] if lines else "nothing"


def _refusal(status: int, said: str) -> errors.ServerError:
    """Return the error that a status other than 200 stands for."""
    if status == 400:
        return errors.QueryRefused(f"The endpoint behind this server refuses the query: {said}")
    return errors.EngineFailed(f"The endpoint answered with {status}: {said}")
