"""Streams of a PDF that unpack to more than any page needs are found before pdfium unpacks them.

pdfium has no bound of its own: half a megabyte of packed blanks fills half a gigabyte of memory, and only the limit of
the process ends it. A stream is packed with deflate here if its dictionary says so; pictures are passed over, since
their size in pixels is bounded elsewhere. What is encrypted unpacks to nothing here.
"""

from __future__ import annotations

import re
import zlib

from cards.errors import CardsError

# A large map drawn in lines has some twenty megabytes; an atlas of them some hundred.
MOST_STREAM_BYTES = 48 * 2**20
MOST_BYTES = 512 * 2**20

_STREAM = re.compile(rb"\bstream\r?\n")
_LONGEST_DICTIONARY = 2048
_PIECE = 2**16
# What a deflate stream begins with; one that unpacks to another may be packed twice.
_PACKED = (b"x\x01", b"x\x5e", b"x\x9c", b"x\xda")


def check_inflation(data: bytes, *, name: str) -> None:
    """Raise `CardsError` where the streams that are no pictures, or one of them, unpack to more than is allowed."""
    whole = 0
    for stream in _STREAM.finditer(data):
        before = data[max(0, stream.start() - _LONGEST_DICTIONARY) : stream.start()]
        dictionary = before[before.rfind(b" obj") + 1 :]
        if b"/Fl" in dictionary and b"/Image" not in dictionary:
            most = min(MOST_STREAM_BYTES, MOST_BYTES - whole)
            unpacked = _unpacked_bytes(memoryview(data)[stream.end() :], most=most)
            whole += unpacked
            if unpacked > most:
                raise CardsError(
                    "{name}: a part of this PDF unpacks to more than {most} MB; it was made to fill memories",
                    name=name,
                    most=MOST_STREAM_BYTES // 2**20,
                )


def _unpacked_bytes(packed: memoryview, *, most: int) -> int:
    """Return how many bytes come out of a deflate stream, and of what comes out; counting ends above `most`."""
    unpacker = zlib.decompressobj()
    again: zlib._Decompress | None = None
    once = twice = at = 0
    left: bytes | memoryview = packed[:_PIECE]
    try:
        while left and not unpacker.eof and max(once, twice) <= most:
            unpacked = unpacker.decompress(left, _PIECE)
            if not once and unpacked.startswith(_PACKED):
                again = zlib.decompressobj()
            once += len(unpacked)
            if again:
                # A piece is at most a thousand times as large as it was.
                twice += len(again.decompress(unpacked, most + 1))
            left = unpacker.unconsumed_tail
            if not left:
                at += _PIECE
                left = packed[at : at + _PIECE]
    except zlib.error:
        # What is damaged or encrypted, pdfium does not unpack further either.
        pass
    return max(once, twice)
