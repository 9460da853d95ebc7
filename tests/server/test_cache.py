"""Answers that are kept: bounded, made once, named by strong tags."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.cache import Cache
from server.engines import Answer
from server.engines.spool import Spool
from server.errors import QueryTimeout
from server.etags import etag, matches
from server.flights import Flights


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 400)), max_size=60))
def test_a_cache_never_holds_more_than_its_limit(puts):
    cache = Cache(3000)
    for key, size in puts:
        cache.put(key, b"x" * size)
        assert cache.size <= cache.limit
        assert cache.size == sum(len(k) + len(v) + 200 for k, v in cache.kept.items())


def test_what_was_asked_for_longest_ago_goes_first():
    cache = Cache(2400)
    for key in "abcdefgh":
        cache.put(key, b"x" * 99)
    cache.get("a")
    cache.put("i", b"x" * 99)
    assert cache.get("a") is not None
    assert cache.get("b") is None


def test_an_answer_that_many_want_is_made_once():
    made = 0

    async def make():
        nonlocal made
        made += 1
        await asyncio.sleep(0.01)
        return b"answer"

    async def run():
        cache = Cache(10_000)
        found = await asyncio.gather(*(cache.fetch("key", make) for _ in range(5)))
        assert [*found, await cache.fetch("key", make)] == [b"answer"] * 6

    asyncio.run(run())
    assert made == 1


def test_an_answer_that_could_not_be_made_is_not_kept():
    async def make():
        raise QueryTimeout("too long")

    async def run():
        cache = Cache(10_000)
        for _ in range(2):
            with pytest.raises(QueryTimeout):
                await cache.fetch("key", make)
        assert not cache.kept
        assert not cache.making

    asyncio.run(run())


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_tags_differ_exactly_where_what_they_depend_on_does(one, other):
    assert (etag(*one) == etag(*other)) == (one == other)
    assert etag(*one) != etag(*one, coding="gzip")


@pytest.mark.parametrize(
    ("header", "found"),
    [('"a"', True), ('W/"a"', True), ('"b", "a"', True), ("*", True), ('"b"', False), ("", False)],
)
def test_if_none_match_names_tags(header, found):
    assert matches(header, '"a"') is found


def flight(events):
    """Return what starts an answer, and notes its beginning and its end."""

    async def stop():
        events.append("closed")

    def start():
        events.append("started")
        spool = Spool(1000)
        asyncio.get_running_loop().call_later(0.01, spool.begin, "text/csv")
        return Answer(spool, stop)

    return start


def test_a_flight_that_two_join_is_started_once_and_ends_with_the_last():
    events = []

    async def ask(flights, seconds):
        async with flights.joined("key", flight(events)):
            await asyncio.sleep(seconds)
            events.append(seconds)

    async def run():
        flights = Flights()
        await asyncio.gather(ask(flights, 0.05), ask(flights, 0.15))
        assert not flights.aloft

    asyncio.run(run())
    assert events == ["started", 0.05, 0.15, "closed"]


def test_a_passenger_that_leaves_does_not_end_the_flight():
    events = []

    async def ask(flights):
        async with flights.joined("key", flight(events)):
            await asyncio.sleep(0.05)

    async def run():
        flights = Flights()
        first, second = (asyncio.create_task(ask(flights)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await second
        assert not flights.aloft

    asyncio.run(run())
    assert events == ["started", "closed"]


def test_a_flight_that_all_leave_before_it_started_is_called_off():
    events = []

    async def ask(flights):
        async with flights.joined("key", flight(events)):
            raise AssertionError

    async def run():
        flights = Flights()
        task = asyncio.create_task(ask(flights))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not flights.aloft

    asyncio.run(run())
    assert events == ["started", "closed"]
