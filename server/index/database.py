"""The index's file: read-only connections, one a thread, that stop at a deadline."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from server.errors import ServerError

#: The layout of `loader/index.sql` that is read here.
_FORMAT = "1"

#: A deadline is looked at after this many steps of SQLite's machine, well under a millisecond.
_STEPS = 10_000


class NoIndex(ServerError):
    """The release has no search index that this server can read."""

    status = 503
    title = "There is no search index"


class OutOfTime(Exception):
    """The deadline came first."""


class Database:
    """An index for any number of threads."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise NoIndex(f"{path} is missing; make a new release with valgraf load")
        self._address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self.meta: dict[str, str] = dict(self.rows("SELECT key, value FROM meta"))
        if self.meta["format"] != _FORMAT:
            raise NoIndex(f"{path} is of another version; make a new release with valgraf load")

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """Return the rows of a query; raises OutOfTime past the thread's deadline."""
        try:
            return self._connection().execute(sql, values).fetchall()
        except sqlite3.OperationalError as error:
            if str(error) != "interrupted":
                raise
            raise OutOfTime from error

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = sqlite3.connect(self._address, uri=True, check_same_thread=False)
            self._local.connection = found
            self._connections.append(found)
        return found

    @contextmanager
    def until(self, deadline: float) -> Iterator[None]:
        """Have this thread's queries end when time.monotonic() reaches the deadline."""
        connection = self._connection()
        connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
        try:
            yield
        finally:
            connection.set_progress_handler(None, 0)

    def close(self) -> None:
        """Close all connections; no thread may be at work."""
        while self._connections:
            self._connections.pop().close()
