"""What a process may not do any more once it is in the sandbox."""

import os
import socket

import pytest

from server.engines import sandbox


def in_a_fork(work):
    """Return whether `work` held in a process of its own."""
    pid = os.fork()
    if not pid:
        held = False
        try:
            held = work()
        finally:
            os._exit(0 if held else 1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def refused():
    try:
        socket.socket(socket.AF_INET).close()
    except OSError:
        return True
    return False


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6, socket.AF_UNIX])
def test_a_sandboxed_process_has_no_new_sockets(family):
    def work():
        sandbox.forbid_network(on_disk=False)
        try:
            socket.socket(family).close()
        except OSError:
            return True
        return False

    assert in_a_fork(work)


def test_without_seccomp_a_process_has_no_new_descriptors(monkeypatch):
    monkeypatch.setattr(sandbox, "_filter", lambda: False)

    def work():
        sandbox.forbid_network(on_disk=False)
        return refused()

    assert in_a_fork(work)
    assert "descriptor" in sandbox.network_guard(on_disk=False)
    assert "nothing" in sandbox.network_guard(on_disk=True)


def test_a_sandboxed_process_cannot_outgrow_its_memory():
    def work():
        sandbox.limit_memory(64 << 20)
        try:
            bytearray(128 << 20)
        except MemoryError:
            return bool(bytearray(16 << 20))
        return False

    assert in_a_fork(work)


def test_a_process_whose_parent_is_gone_ends_itself():
    def work():
        sandbox.die_with_parent(1 << 22)  # no such parent
        return False

    assert in_a_fork(work)
