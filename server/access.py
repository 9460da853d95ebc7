"""The access log: one line a request, without the client's address unless it is asked for."""

import json
import sys
from datetime import UTC, datetime
from typing import TextIO

from server.clients import client
from server.requests import Scope
from server.settings import Settings


class AccessLog:
    """Writes requests as `settings.log` says: as text, as JSON, or not at all."""

    def __init__(self, settings: Settings, stream: TextIO = sys.stderr) -> None:
        self.settings, self.stream = settings, stream

    def write(self, scope: Scope, *, status: int, size: int, seconds: float, release: str) -> None:
        """Write the line of a request that is over; status 0: the client left before it had one."""
        if self.settings.log == "none":
            return
        told: dict[str, object] = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "method": scope["method"],
            "path": scope["path"],
            "status": status,
            "bytes": size,
            "milliseconds": round(seconds * 1000, 1),
            "release": release[:12],
        }
        if self.settings.log_clients:
            told["client"] = client(scope, self.settings.trusted_proxies)
        if self.settings.log == "json":
            line = json.dumps(told, ensure_ascii=False)
        else:
            line = " ".join(
                json.dumps(v)[1:-1] if isinstance(v, str) else str(v) for v in told.values()
            )
        self.stream.write(line + "\n")
