"""Anki's engine, with a clock that the test sets.

The engine is compiled code and asks the system for the time. Its library reaches `clock_gettime` through one slot
of its table of imported functions; the test puts a function of its own into that slot. Nothing else in the process
sees the change. For Linux, where ELF libraries have such a table.
"""

from __future__ import annotations

import ctypes
import mmap
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from anki import _rsbridge

_CLOCK_REALTIME = 0
_DYNAMIC_SEGMENT = 2
_STRINGS, _SYMBOLS, _RELOCATIONS, _RELOCATIONS_BYTES = 5, 6, 7, 8

_Clock = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.POINTER(ctypes.c_int64))


class EngineClock:
    """The time that Anki's engine believes it is; other clocks run on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def read(self, clock: int, into: ctypes._Pointer[ctypes.c_int64]) -> int:
        if clock != _CLOCK_REALTIME:
            result: int = _system_clock(clock, into)
            return result
        microseconds = round(self.now.timestamp() * 1_000_000)
        into[0], into[1] = microseconds // 1_000_000, microseconds % 1_000_000 * 1000
        return 0


@contextmanager
def engine_clock(now: datetime) -> Iterator[EngineClock]:
    """Let Anki's engine in this process read the time from the clock that is given, starting at `now`."""
    clock = EngineClock(now)
    function = _Clock(clock.read)
    slot = _slot_of("clock_gettime")
    before = slot.value
    slot.value = ctypes.cast(function, ctypes.c_void_p).value
    try:
        yield clock
    finally:
        slot.value = before


def _slot_of(function: str) -> ctypes.c_void_p:
    library = Path(_rsbridge.__file__)
    base = _loaded_at(library)
    address = base + _slot_offset(library, function)
    # The table is made read-only once the library is loaded.
    page = address & ~(mmap.PAGESIZE - 1)
    if _libc.mprotect(ctypes.c_void_p(page), mmap.PAGESIZE, mmap.PROT_READ | mmap.PROT_WRITE) != 0:
        raise OSError(ctypes.get_errno(), "the table of imported functions cannot be made writable")
    return ctypes.c_void_p.from_address(address)


def _loaded_at(library: Path) -> int:
    function = ctypes.cast(ctypes.CDLL(str(library)).PyInit__rsbridge, ctypes.c_void_p)
    found = _Found()
    if _libc.dladdr(function, ctypes.byref(found)) == 0:
        raise LookupError(f"{library.name} is not loaded")
    assert found.base is not None
    return found.base


class _Found(ctypes.Structure):
    """What dladdr says of an address: the library's file, where it is loaded, the symbol's name, where that is."""

    _fields_ = (
        ("file", ctypes.c_char_p),
        ("base", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("address", ctypes.c_void_p),
    )
    base: int | None


def _slot_offset(library: Path, function: str) -> int:
    """Return where the slot is, in bytes from the start of the loaded library."""
    with library.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as elf:
        (programs,) = struct.unpack_from("<Q", elf, 32)
        size, count = struct.unpack_from("<HH", elf, 54)
        headers = [struct.unpack_from("<IIQQQQQQ", elf, programs + size * i) for i in range(count)]
        offset, length = next((h[2], h[5]) for h in headers if h[0] == _DYNAMIC_SEGMENT)
        dynamic = dict(struct.iter_unpack("<QQ", elf[offset : offset + length]))
        # Offsets in the file and in memory agree for these tables: they stand in the first segment.
        for at in range(0, dynamic[_RELOCATIONS_BYTES], 24):
            slot, info = struct.unpack_from("<QQ", elf, dynamic[_RELOCATIONS] + at)
            (name,) = struct.unpack_from("<I", elf, dynamic[_SYMBOLS] + 24 * (info >> 32))
            start = dynamic[_STRINGS] + name
            if elf[start : start + len(function) + 1] == function.encode() + b"\0":
                assert isinstance(slot, int)
                return slot
    raise LookupError(f"{library.name} does not import {function}")


_libc = ctypes.CDLL(None, use_errno=True)
_system_clock = _Clock(("clock_gettime", _libc))
