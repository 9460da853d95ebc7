"""The pool over a small file: answers, deadlines, deaths, long queries, fairness."""

import asyncio
import json
import os
import time
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from server import errors
from server.engines import Query
from server.engines.nursery import Source
from server.engines.pool import Pool
from server.settings import Settings

PAIRS = "?a ?p ?b"
#: Takes minutes on the data below.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }"
#: One row at once, then nothing for long.
TRICKLE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?c) != STR(?i)) } "


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("rdf") / "data.nt"
    path.write_text("".join(f"<x:s{n}> <x:p> <x:o{n % 7}> .\n" for n in range(300)))
    return Source((path,))


@asynccontextmanager
async def pool(source, **settings):
    engine = Pool(source, Settings(**settings))
    await engine.start()
    try:
        yield engine
    finally:
        await engine.close()


async def whole(engine, text, **asked):
    async with engine.evaluate(Query(text, **asked)) as answer:
        return b"".join([part async for part in answer.body])


async def until(condition, seconds=20.0):
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110  # nothing tells of it
            await asyncio.sleep(0.02)


def test_a_query_is_answered(source):
    async def run():
        async with pool(source) as engine:
            found = json.loads(await whole(engine, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
            assert found["results"]["bindings"][0]["n"]["value"] == "300"

    asyncio.run(run())


def test_a_syntax_error_has_a_place_and_costs_no_worker(source):
    async def run():
        async with pool(source) as engine:
            with pytest.raises(errors.QuerySyntaxError) as told:
                await whole(engine, "SELECT *\n{ ?s ?p }")
            assert told.value.facts["line"] == 2
            assert told.value.detail.startswith("line 2, column 10: what stands just before")
            assert not engine.kills

    asyncio.run(run())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SELECT * { ?s foaf:name ?o }", "Prefix not found"),
        ("SELECT ?o { ?s ?p ?o } GROUP BY ?s", "The SELECT contains a variable that is unbound"),
    ],
)
def test_a_syntax_error_with_a_reason_tells_it_without_the_grammar(source, text, reason):
    async def run():
        async with pool(source) as engine:
            with pytest.raises(errors.QuerySyntaxError) as told:
                await whole(engine, text)
            assert told.value.detail.partition(": ")[2] == reason

    asyncio.run(run())


def test_the_deadline_kills_the_worker_and_another_takes_its_place(source):
    async def run():
        async with pool(source, timeout=1.5, workers=4) as engine:
            begun = time.monotonic()
            with pytest.raises(errors.QueryTimeout):
                await whole(engine, ENDLESS)
            assert 1.4 < time.monotonic() - begun < 6
            assert engine.kills["timeout"] == 1
            await until(lambda: len(engine.idle) == 4)
            assert await whole(engine, "ASK {}")

    asyncio.run(run())


def test_an_answer_that_nobody_wants_any_more_ends_its_worker(source):
    async def run():
        async with pool(source, workers=4) as engine:
            task = asyncio.create_task(whole(engine, ENDLESS))
            await until(lambda: len(engine.idle) == 3)
            task.cancel()
            await until(lambda: engine.kills["gone"] == 1 and len(engine.idle) == 4)

    asyncio.run(run())


def test_a_worker_that_dies_is_an_error_for_its_query_alone(source):
    async def run():
        async with pool(source, workers=4) as engine:
            await until(lambda: len(engine.idle) == 4)
            before = set(engine.alive)
            task = asyncio.create_task(whole(engine, ENDLESS))
            await until(lambda: len(engine.idle) == 3)
            idle = {worker.pid for worker in engine.idle}
            (busy,) = before - idle
            os.kill(busy, 9)
            with pytest.raises(errors.QueryFailed):
                await task
            await until(lambda: len(engine.idle) == 4)

    asyncio.run(run())


def test_an_idle_worker_that_was_killed_is_never_given_a_query(source):
    async def run():
        async with pool(source, workers=4) as engine:
            await until(lambda: len(engine.idle) == 4)
            for pid in tuple(engine.alive):
                os.kill(pid, 9)
            await asyncio.sleep(0.2)
            assert b"true" in await whole(engine, "ASK {}")

    asyncio.run(run())


def test_memory_beyond_the_cap_ends_the_query(source):
    async def run():
        async with pool(source, memory=128, timeout=60) as engine:
            with pytest.raises(errors.QueryFailed):
                await whole(
                    engine,
                    "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i ?a",
                )
            assert engine.kills["died"] == 1

    asyncio.run(run())


def test_a_result_beyond_the_cap_breaks_off(source):
    async def run():
        async with pool(source, result_size=1, timeout=60) as engine:
            with pytest.raises(errors.ResultTooLarge):
                await whole(engine, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
            assert engine.kills["size"] == 1

    asyncio.run(run())


def test_long_queries_leave_two_workers_and_wait_for_each_other(source):
    async def run():
        async with pool(source, workers=4, timeout=1.5, long=0.3) as engine:
            tasks = [asyncio.create_task(whole(engine, ENDLESS, client=str(n))) for n in range(3)]
            await until(lambda: engine.lanes.parked == 1)
            for _ in range(20):
                assert await whole(engine, "ASK {}", client="neighbour")
            answers = await asyncio.gather(*tasks, return_exceptions=True)
            assert all(isinstance(answer, errors.QueryTimeout) for answer in answers)
            assert engine.kills["timeout"] == 3
            await until(lambda: len(engine.idle) == 4)
            assert engine.lanes.parked == engine.lanes.waiting == 0
            assert engine.lanes.long.free == 2
            assert engine.lanes.public.free == 3

    asyncio.run(run())


def test_the_server_says_busy_when_no_long_query_can_be_parked(source):
    async def run():
        async with pool(source, workers=4, timeout=1.5, long=0.3) as engine:
            tasks = [asyncio.create_task(whole(engine, ENDLESS, client=str(n))) for n in range(9)]
            answers = await asyncio.gather(*tasks, return_exceptions=True)
            kinds = {type(answer) for answer in answers}
            assert kinds == {errors.QueryTimeout, errors.Busy}
            assert all(a.headers["Retry-After"] for a in answers if isinstance(a, errors.Busy))

    asyncio.run(run())


def test_one_client_waits_for_itself_and_is_told_when_its_queue_is_full(source):
    async def run():
        async with pool(source, workers=6, per_client=1, client_queue=1, timeout=2) as engine:
            first = asyncio.create_task(whole(engine, ENDLESS, client="a"))
            second = asyncio.create_task(whole(engine, "ASK {}", client="a"))
            await until(lambda: engine.lanes.waiting == 1)
            with pytest.raises(errors.TooManyRequests):
                await whole(engine, "ASK {}", client="a")
            assert b"true" in await whole(engine, "ASK {}", client="b")
            assert not second.done()
            with pytest.raises(errors.QueryTimeout):
                await first
            assert b"true" in await second
            assert not engine.lanes.clients

    asyncio.run(run())


def test_a_full_queue_is_told(source):
    async def run():
        async with pool(source, workers=2, queue=1, timeout=3) as engine:
            first = asyncio.create_task(whole(engine, ENDLESS, client="a"))
            await until(lambda: len(engine.idle) == 1)
            second = asyncio.create_task(whole(engine, "ASK {}", client="b"))
            await until(lambda: engine.lanes.waiting == 1)
            with pytest.raises(errors.Busy):
                await whole(engine, "ASK {}", client="c")
            assert b"true" in await whole(engine, "ASK {}", lane="page")
            await asyncio.gather(first, second, return_exceptions=True)

    asyncio.run(run())


def test_the_network_is_closed_to_workers(source):
    async def run():
        async with pool(source, workers=1) as engine:
            with pytest.raises(errors.ServerError, match=r"(?i)http|connect|permission|denied"):
                await whole(engine, "SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }")

    asyncio.run(run())


def test_workers_die_with_the_process_that_holds_the_store_and_all_come_back(source):
    async def run():
        engine = Pool(source, Settings())
        await engine.start()
        await until(lambda: len(engine.idle) == 4)
        pids = set(engine.alive)
        engine.nursery.process.kill()
        await until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))
        assert b"true" in await whole(engine, "ASK {}")  # of a new one
        await until(lambda: len(engine.idle) == 4)
        await engine.close()

    asyncio.run(run())
