"""What a confined process may not do: take more memory and time than it was given, write files, use the network.

Everything here is done by the process to itself, before it sees the first byte of a stranger's, and cannot be undone.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import struct
import sys
from typing import Any

_FILES = 128
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

# What Python's own functions announce before they do it.
_REFUSED = (
    "ctypes.dlopen.network",
    "fcntl.lockf",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.kill",
    "os.posix_spawn",
    "os.putenv",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.system",
    "shutil.",
    "socket.",
    "subprocess.",
    "tempfile.",
)

# Linux's numbers of what a library might ask of the system itself: socket, execve, execveat, kill, ptrace,
# process_vm_writev, io_uring_setup, and what takes files away or renames them.
_CALLS = {
    "x86_64": (0xC000003E, (41, 59, 322, 62, 101, 311, 425, 82, 264, 316, 87, 263)),
    "aarch64": (0xC00000B7, (198, 221, 281, 129, 117, 271, 425, 38, 276, 35)),
}
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _NOT_PERMITTED = 0x7FFF0000, 0x00050001
_OTHER_CALLS = 0x40000000


def put_up(*, memory_bytes: int) -> None:
    """Let this process take so much memory, write no files, start no programs and open no connections.

    macOS does not hold a process to its memory; there, time alone is limited.
    """
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, _FILES)
    if sys.platform == "linux":
        _limit(resource.RLIMIT_AS, memory_bytes)
        _refuse_calls()
    sys.addaudithook(_refuse)


def give_memory(memory_bytes: int) -> None:
    """Let this process take so much memory from now on, as far as `put_up` allowed."""
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (min(memory_bytes, hard), hard))


def give_time(seconds: int) -> None:
    """Let this process work so many seconds of a processor from now on, then end it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + seconds + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        _, mode, flags = arguments
        writes = isinstance(mode, str) and any(letter in mode for letter in "wax+")
        if writes or (isinstance(flags, int) and flags & _WRITING):
            raise PermissionError("a confined process writes no files")
    elif event.startswith(_REFUSED):
        raise PermissionError(f"a confined process does no {event}")


def _refuse_calls() -> None:
    if platform.machine() not in _CALLS:
        return
    machine, refused = _CALLS[platform.machine()]
    program = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _NOT_PERMITTED),
        (_LOAD, 0, 0, 0),
        (_AT_LEAST, len(refused) + 1, 0, _OTHER_CALLS),
        *((_EQUAL, len(refused) - at, 0, number) for at, number in enumerate(refused)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _NOT_PERMITTED),
    ]
    steps = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in program))
    whole = ctypes.create_string_buffer(struct.pack("HP", len(program), ctypes.addressof(steps)))
    system = ctypes.CDLL(None)
    # A kernel without such filters says no, and the limits above are what there is.
    system.prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), 0, 0, 0)
    system.prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_SECCOMP_MODE_FILTER), ctypes.byref(whole))
