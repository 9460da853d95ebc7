"""What is asked again by the same bytes is answered as before, and only that."""

import httpx
import pytest

from server.cache import Cache
from server.repeats import Repeats

QUERY = "SELECT ?s { ?s a <https://w3id.org/valgraf/ns#Stance> }"
JSON = "application/sparql-results+json"


def _asked(server, accept=JSON, method="GET", **headers):
    found = httpx.request(
        method, server.endpoint, params={"query": QUERY}, headers={"Accept": accept} | headers
    )
    told = {k: v for k, v in found.headers.items() if k != "date"}
    return found.status_code, told, found.content


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_the_first_second_third_and_fourth_answer_are_the_same(server, coding):
    headers = {"Accept-Encoding": coding}
    first = _asked(server, **headers)
    assert first[0] == 200
    assert [_asked(server, **headers) for _ in range(3)] == [first] * 3


def test_what_differs_in_format_coding_method_or_condition_is_another_request(server):
    for _ in range(3):
        _, told, content = _asked(server)
    assert _asked(server, accept="text/csv")[1]["content-type"].startswith("text/csv")
    assert _asked(server, **{"Accept-Encoding": "identity"})[1]["etag"] != told["etag"]
    assert _asked(server, method="HEAD")[2] == b""
    assert _asked(server, **{"If-None-Match": told["etag"]})[0] == 304
    assert _asked(server)[2] == content


def _scope(query, **fields):
    headers = [(name.encode(), value.encode()) for name, value in fields.items()]
    return {"method": "GET", "http_version": "1.1", "query_string": query, "headers": headers}


class TestRepeats:
    def test_forgets_with_the_cache(self):
        repeats = Repeats(Cache(8000))
        repeats.cache.put("tag", b"x" * 500)
        repeats.note(_scope(b"query=1"), "tag", [(b"etag", b"tag")])
        assert repeats.find(_scope(b"query=1")) == ([(b"etag", b"tag")], b"x" * 500)
        for other in range(30):
            repeats.cache.put(f"other {other}", b"x" * 500)
        assert repeats.find(_scope(b"query=1")) is None

    def test_knows_a_request_by_the_fields_that_its_answer_depends_on(self):
        repeats = Repeats(Cache(8000))
        repeats.cache.put("tag", b"answer")
        repeats.note(_scope(b"query=1", accept="text/csv"), "tag", [])
        assert repeats.find(_scope(b"query=1", accept="text/csv", cookie="any")) == ([], b"answer")
        assert repeats.find(_scope(b"query=1")) is None
        assert repeats.find(_scope(b"query=2", accept="text/csv")) is None

    def test_is_bounded(self):
        repeats = Repeats(Cache(8000))
        for number in range(5000):
            repeats.note(_scope(b"query=%d" % number), "tag", [])
        repeats.note(_scope(b"query=" + b"x" * 10_000), "tag", [])
        assert len(repeats.known) <= 2048
