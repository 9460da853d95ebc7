"""Who asks, and in which words: forwarding headers, codings, parameters."""

import asyncio
import gzip
from ipaddress import ip_network
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.clients import client
from server.codings import coding, packed, packing
from server.engines.spool import Spool
from server.errors import BadRequest, ResultTooLarge
from server.requests import _pairs

PROXIES = (ip_network("10.0.0.0/8"), ip_network("::1/128"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "name"),
    [
        ("192.0.2.1", "", "192.0.2.1"),
        ("192.0.2.1", "198.51.100.1", "192.0.2.1"),  # no proxy of ours: it may say what it likes
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "203.0.113.5, 198.51.100.1", "198.51.100.1"),  # the rightmost untrusted hop
        ("10.0.0.1", "198.51.100.1, 10.0.0.9", "198.51.100.1"),
        ("10.0.0.1", "10.0.0.8, 10.0.0.9", "10.0.0.8"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "unknown", "10.0.0.1"),
        ("::1", "[2001:db8:0:7::1]:4711", "2001:db8:0:7::/64"),
        ("::1", "192.0.2.9:80", "192.0.2.9"),
        ("2001:db8:0:7:ffff::2", "", "2001:db8:0:7::/64"),
        ("::ffff:192.0.2.1", "", "192.0.2.1"),
    ],
)
def test_a_client_is_the_last_hop_that_is_no_proxy(peer, forwarded, name):
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    assert client({"client": (peer, 1), "headers": headers}, PROXIES) == name


@given(st.text(max_size=60))
def test_any_forwarding_header_is_read(forwarded):
    headers = [(b"x-forwarded-for", forwarded.encode("utf-8", "replace"))]
    assert client({"client": ("10.0.0.1", 1), "headers": headers}, PROXIES)


@pytest.mark.parametrize(
    ("header", "found"),
    [("", ""), ("gzip", "gzip"), ("br, GZIP;q=0.5", "gzip"), ("gzip;q=0", ""), ("*", "gzip"), ("identity", "")],
)  # fmt: skip
def test_gzip_is_sent_to_who_takes_it(header, found):
    assert coding(header) == found


@given(st.lists(st.binary(max_size=200), max_size=20))
def test_what_is_packed_is_the_same_unpacked(parts):
    async def stream():
        for part in parts:
            yield part

    async def run():
        return b"".join([part async for part in packing(stream())])

    assert gzip.decompress(asyncio.run(run())) == b"".join(parts)
    assert packed(b"".join(parts)) == packed(b"".join(parts))
    assert gzip.decompress(packed(b"".join(parts))) == b"".join(parts)


@given(st.lists(st.binary(min_size=1, max_size=300_000), max_size=12), st.integers(1, 3))
def test_each_reader_of_a_spool_gets_all_of_it_in_memory_or_on_disk(parts, readers):
    async def read(spool):
        return b"".join([part async for part in spool.read()])

    async def run():
        spool = Spool(10_000_000)
        tasks = [asyncio.create_task(read(spool)) for _ in range(readers)]
        for part in parts:
            spool.write(part)
            await asyncio.sleep(0)
        spool.end()
        found = await asyncio.gather(*tasks)
        assert found == [b"".join(parts)] * readers
        assert spool.whole() == b"".join(parts)
        spool.close()

    asyncio.run(run())


def test_a_spool_takes_no_more_than_its_limit():
    async def run():
        spool = Spool(10)
        spool.write(b"x" * 10)
        with pytest.raises(ResultTooLarge):
            spool.write(b"x")
        spool.close()

    asyncio.run(run())


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=8))
def test_parameters_are_read_as_they_were_written(pairs):
    assert _pairs(urlencode(pairs).encode()) == pairs


@given(st.text(alphabet="ab%+&=;4Få", max_size=30))
def test_any_parameters_are_read_as_python_s_own_library_reads_them(text):
    try:
        expected = parse_qsl(text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        with pytest.raises(BadRequest):
            _pairs(text.encode())
    else:
        assert _pairs(text.encode()) == expected
