"""What an answer can fail with, each with its HTTP status."""


class ServerError(Exception):
    """A request that cannot be answered: status, a short title, and what to do about it."""

    status = 500
    title = "Internal error"

    def __init__(
        self, detail: str, *, headers: dict[str, str] | None = None, **facts: object
    ) -> None:
        super().__init__(detail)
        self.detail, self.headers, self.facts = detail, headers or {}, facts


class BadRequest(ServerError):
    """A request that the protocol does not allow."""

    status = 400
    title = "Bad request"


class QuerySyntaxError(BadRequest):
    """A query that is no SPARQL."""

    title = "The query is not SPARQL 1.1"


class QueryRefused(BadRequest):
    """A query that asks for what this endpoint does not do: updates, LOAD, SERVICE."""

    title = "The query is refused"


class QueryTooLarge(BadRequest):
    """A query beyond the caps on bytes, nesting or operators."""

    title = "The query is too large"


class PayloadTooLarge(ServerError):
    """A request body beyond the cap."""

    status = 413
    title = "The request is too large"


class RequestTimeout(ServerError):
    """A request body that came too slowly."""

    status = 408
    title = "The request came too slowly"


class NotFound(ServerError):
    """An address that leads to nothing."""

    status = 404
    title = "Not found"


class MethodNotAllowed(ServerError):
    """A method that the address does not take."""

    status = 405
    title = "Method not allowed"


class NotAcceptable(ServerError):
    """None of the formats that the client accepts is to be had."""

    status = 406
    title = "Not acceptable"


class UnsupportedMediaType(ServerError):
    """A request body of a kind that the endpoint does not read."""

    status = 415
    title = "Unsupported media type"


class TooManyRequests(ServerError):
    """More queries of one client than may wait."""

    status = 429
    title = "Too many queries"


class Busy(ServerError):
    """No worker came free in time, or the queue is full."""

    status = 503
    title = "The server is busy"


class QueryTimeout(ServerError):
    """A query that took longer than the deadline."""

    status = 503
    title = "The query took too long"


class QueryFailed(ServerError):
    """A query whose worker died: out of memory, or a query that no engine survives."""

    status = 503
    title = "The query needed more memory than it may have"


class ResultTooLarge(ServerError):
    """A result beyond the cap."""

    status = 503
    title = "The result is too large"


class EngineFailed(ServerError):
    """A remote engine that did not answer as an endpoint does."""

    status = 502
    title = "The engine behind this server failed"
