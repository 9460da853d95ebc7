"""Requests that came before, known by their very bytes: what is asked again need not be read again."""

from collections import OrderedDict

from server.cache import Cache
from server.requests import Scope

#: Header fields that an answer depends on.
_FIELDS = frozenset({b"accept", b"accept-encoding", b"if-none-match"})

#: Requests that are remembered, and bytes of an address up to which one is.
_MOST, _LONGEST = 2048, 4096

Headers = list[tuple[bytes, bytes]]


def _key(scope: Scope) -> tuple[object, ...]:
    return (
        scope["query_string"],
        scope["http_version"],
        *(field for field in scope["headers"] if field[0] in _FIELDS),
    )


class Repeats:
    """GETs of the endpoint whose answers are kept in a cache, each with the answer's tag and header."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self.known: OrderedDict[tuple[object, ...], tuple[str, Headers]] = OrderedDict()

    def find(self, scope: Scope) -> tuple[Headers, bytes] | None:
        """Return the answer to a request that came before, where it is still kept."""
        if scope["method"] != "GET" or (known := self.known.get(_key(scope))) is None:
            return None
        tag, headers = known
        data = self.cache.get(tag)
        return None if data is None else (headers, data)

    def note(self, scope: Scope, tag: str, headers: Headers) -> None:
        """Remember a request; the one that was noted longest ago goes first."""
        if scope["method"] == "GET" and len(scope["query_string"]) <= _LONGEST:
            self.known[_key(scope)] = (tag, headers)
            while len(self.known) > _MOST:
                self.known.popitem(last=False)
