"""The HTTP server's socket: bound before anything is started, closed by the kernel to clients that take nothing."""

import socket

from granian._granian import SocketHolder
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.embed import Server

from server.errors import ServerError

#: Connections that may wait to be accepted, and connections that are open at once.
BACKLOG = 1024
#: Milliseconds for which a client may take nothing of an answer before the kernel resets the connection.
STALLED = 60_000
#: Milliseconds in which a request's head must come, the first as well as the next on a connection.
HEAD_TIME = 10_000
#: Bytes of a request line with its headers: a query may stand in the address.
HEAD_SIZE = 128 * 1024


def bind(host: str, port: int) -> socket.socket:
    """Return a socket that has the address, and does not listen yet; raises ServerError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # What is accepted inherits it (tcp(7)): the one timeout that sees a client which reads nothing.
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, STALLED)
        # Likewise: an answer's last piece would wait up to 40 ms for the client to acknowledge the one before.
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise ServerError(
            f"cannot listen on {host}:{port}: {error.strerror}; choose another --host or --port (VALGRAF_HOST, VALGRAF_PORT)"
        ) from error
    bound.setblocking(False)
    return bound


class Listener(Server):
    """Granian on a socket that is bound already and becomes its own; it speaks HTTP/1 alone, since every client does."""

    def __init__(self, app: object, bound: socket.socket) -> None:
        super().__init__(
            app,
            interface=Interfaces.ASGINL,
            http=HTTPModes.http1,
            websockets=False,
            log_level=LogLevels.error,  # a bug is loud, on standard error
            log_dictconfig={"loggers": {"_granian": {"propagate": True}}},
            backlog=BACKLOG,
            http1_settings=HTTP1Settings(header_read_timeout=HEAD_TIME, max_buffer_size=HEAD_SIZE),
        )
        bound.listen(BACKLOG)
        self.bound = bound

    def _init_shared_socket(self) -> None:
        self._shd = SocketHolder(self.bound.detach(), False, BACKLOG)  # type: ignore[call-arg, assignment]  # the stub lacks it
