"""The socket that is listened on gives its connections what they need."""

import socket
from contextlib import closing

from server.listening import STALLED, bind


def test_connections_send_each_piece_at_once_and_end_where_a_client_takes_nothing():
    with closing(bind("127.0.0.1", 0)) as bound:
        bound.listen()
        with socket.create_connection(bound.getsockname()):
            bound.setblocking(True)
            accepted, _ = bound.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == STALLED
