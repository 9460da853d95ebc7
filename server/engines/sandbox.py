"""What a worker process may not do: reach the network, outgrow its memory, outlive its parent (Linux)."""

import ctypes
import os
import platform
import resource
import signal
import struct
from pathlib import Path

_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_SECCOMP_MODE_FILTER = 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # SECCOMP_RET_ERRNO with EACCES

#: Machine → (audit architecture, number of socket(2)); io_uring_setup(2) is 425 on both.
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_IO_URING_SETUP = 425


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def die_with_parent(parent: int) -> None:
    """Have the kernel end this process when its parent dies, however it dies; at once where it has died already."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)


def limit_memory(over: int) -> None:
    """Cap the address space at what is in use now plus `over` bytes, and leave no core dumps."""
    used = (
        int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        * resource.getpagesize()
    )
    resource.setrlimit(resource.RLIMIT_AS, (used + over, used + over))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def network_guard(*, on_disk: bool) -> str:
    """Return what keeps workers from the network here, in words; "" where it is the seccomp filter, as it should be."""
    pid = os.fork()
    if not pid:
        os._exit(0 if _filter() else 1)
    if os.waitpid(pid, 0)[1] == 0:
        return ""
    rest = "nothing but the refusal of SERVICE" if on_disk else "having no file descriptor left"
    return f"seccomp is not available: workers are kept from the network by {rest}"


def forbid_network(*, on_disk: bool) -> None:
    """Refuse new sockets from now on: by a filter, or else by leaving no descriptor for one.

    A store on disk needs descriptors, so there only the filter protects.
    """
    if not _filter() and not on_disk:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))  # what is open stays open


def _filter() -> bool:
    """Refuse socket(2) from now on by a seccomp filter; return whether the kernel took it."""
    known = _MACHINES.get(platform.machine())
    if known is None:
        return False
    architecture, socket = known
    load, jump_equal, jump_above, end = 0x20, 0x15, 0x35, 0x06
    code = [
        (load, 0, 0, 4),  # the architecture
        (jump_equal, 0, 6, architecture),
        (load, 0, 0, 0),  # the system call's number
        (jump_above, 4, 0, 0x40000000),  # the x32 calls
        (jump_equal, 3, 0, socket),
        (jump_equal, 2, 0, _IO_URING_SETUP),
        (end, 0, 0, _ALLOW),
        (end, 0, 0, _REFUSE),
        (end, 0, 0, _REFUSE),
    ]
    packed = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in code))
    program = _Program(len(code), ctypes.cast(packed, ctypes.c_void_p))
    libc = ctypes.CDLL(None)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program)) == 0)
