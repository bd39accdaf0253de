"""A zip file from anywhere -> its members, within bounds that no learner's file reaches.

Word, PowerPoint and EPUB files are zip files too. Nothing is written to a disk.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from cards.documents.model import Remark
from cards.documents.naming import deceives, name_from, shown
from cards.errors import CardsError, to_translate


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much an archive may hold: `members`, and unpacked bytes in one member and in all.

    An archive of more than `trusted_bytes` may not be more than `ratio` times larger unpacked than packed. Prose
    packs to a third, the tables of a presentation to a fiftieth, a bomb to a thousandth.
    """

    members: int = 10_000
    member_bytes: int = 64 * 2**20
    all_bytes: int = 512 * 2**20
    ratio: int = 100
    trusted_bytes: int = 16 * 2**20


BOUNDS = Bounds()

OUTSIDE = to_translate("{member} was left out: its name leads out of the archive")
DECEIVING = to_translate("{member} was left out: its name holds characters that cannot be seen")
TWICE = to_translate("{member} was left out: the archive has another of this name")

# The others that zip files can have take more memory to unpack than their size tells, and no office writes them.
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED, _IN_UTF_8 = 0x1, 0x800
_CHUNK = 2**16

# The last record of an archive says from byte 12 on how long its list of members is.
_LAST_RECORD, _LAST_RECORD_BYTES, _LONGEST_COMMENT = b"PK\x05\x06", 22, 2**16
_LIST_BYTES = struct.Struct("<L")
# In archives beyond 4 GB another record, 20 and 56 bytes before that one, says it instead.
_LARGE_RECORD, _LARGE_MARK, _LARGE_LIST_BYTES = 76, b"PK\x06\x07", struct.Struct("<Q")
# What a member takes in the list, with a long path and all that programs write beside it.
_MOST_LISTED_BYTES = 512


class Archive:
    """An open archive: `names` of its members in their order, `remarks` about those that were left out.

    Folders have no names here; "/" parts folders, whatever the archive uses. `name` is what errors call it.
    """

    def __init__(self, zipped: zipfile.ZipFile, *, name: str, bounds: Bounds) -> None:
        self.name = name
        self.remarks: tuple[Remark, ...] = ()
        self._zipped = zipped
        self._bounds = bounds
        self._members: dict[str, zipfile.ZipInfo] = {}
        for info in zipped.infolist():
            if not info.is_dir():
                self._take(_name_of(info), info)

    @classmethod
    def open(cls, content: bytes | BinaryIO, *, name: str, bounds: Bounds = BOUNDS) -> Archive:
        """Open an archive; an open file stays the caller's to close.

        Raises CardsError where it is none, is damaged, or would hold more than the bounds allow. What it says of
        the sizes of its members holds: Python unpacks no more of them.
        """
        file = io.BytesIO(content) if isinstance(content, bytes) else content
        if _bytes_of_list(file) > bounds.members * _MOST_LISTED_BYTES:
            raise _too_many(name, bounds)
        try:
            zipped = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError) as error:
            raise _damaged(name) from error
        infos = zipped.infolist()
        if len(infos) > bounds.members:
            raise _too_many(name, bounds)
        unpacked = sum(info.file_size for info in infos)
        packed = file.seek(0, io.SEEK_END)
        if unpacked > bounds.all_bytes:
            raise CardsError(
                "{name}: {size} MB are in this archive, more than the {most} MB that kapian unpacks; "
                "give its documents one by one",
                name=name,
                size=unpacked // 2**20,
                most=bounds.all_bytes // 2**20,
            )
        if unpacked > max(bounds.trusted_bytes, bounds.ratio * packed):
            raise CardsError(
                "{name}: this archive would grow to {times} times its size; it was made to fill memories",
                name=name,
                times=unpacked // max(1, packed),
            )
        return cls(zipped, name=name, bounds=bounds)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that can be read."""
        return tuple(self._members)

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def size(self, member: str) -> int:
        """Return the bytes of a member of `names`."""
        return self._members[member].file_size

    def read(self, member: str) -> bytes:
        """Return what a member of `names` holds.

        Raises CardsError where it is encrypted, damaged, larger than a member may be, or packed in a way that is not
        unpacked here.
        """
        info = self._members[member]
        if info.flag_bits & _ENCRYPTED:
            raise CardsError(
                "{name}: its files are locked with a password; unpack it and give the documents",
                name=self.name,
            )
        if info.compress_type not in _PACKINGS:
            raise CardsError(
                "{name}: {member} is packed in a way that kapian does not unpack; pack it again as a common zip file",
                name=self.name,
                member=member,
            )
        if info.file_size > self._bounds.member_bytes:
            raise CardsError(
                "{name}: {member} has {size} MB, more than the {most} MB that kapian unpacks",
                name=self.name,
                member=member,
                size=info.file_size // 2**20,
                most=self._bounds.member_bytes // 2**20,
            )
        try:
            # In pieces: asked for all at once, Python would unpack some more than the size that the list tells.
            with self._zipped.open(info) as unpacking:
                return b"".join(iter(lambda: unpacking.read(_CHUNK), b""))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise _damaged(self.name) from error

    def _take(self, member: str, info: zipfile.ZipInfo) -> None:
        path = PurePosixPath(member)
        if deceives(member):
            self._leave_out(DECEIVING, member)
        elif path.is_absolute() or ".." in path.parts or member[1:2] == ":":
            self._leave_out(OUTSIDE, member)
        elif str(path) in self._members:
            self._leave_out(TWICE, member)
        else:
            self._members[str(path)] = info

    def _leave_out(self, sentence: str, member: str) -> None:
        self.remarks += (Remark(sentence, (("member", shown(member)),)),)


def listed(content: bytes, *, bounds: Bounds = BOUNDS) -> tuple[str, ...]:
    """Return the names in an archive's list; none where the bytes are no archive, or one of too many files.

    Nothing is unpacked: it tells what an archive is, also one that `Archive.open` refuses.
    """
    if not content.startswith((b"PK\x03\x04", _LAST_RECORD)):
        return ()
    file = io.BytesIO(content)
    if _bytes_of_list(file) > bounds.members * _MOST_LISTED_BYTES:
        return ()
    try:
        return tuple(zipfile.ZipFile(file).namelist())
    except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError):
        return ()


def _name_of(info: zipfile.ZipInfo) -> str:
    # Python takes names that are not marked as UTF-8 for those of an old American PC.
    name = info.orig_filename
    if not info.flag_bits & _IN_UTF_8:
        name = name_from(name.encode("cp437"))
    return name.replace("\\", "/")


def _bytes_of_list(file: BinaryIO) -> int:
    """Return how long the archive says that its list of members is; 0 where it says nothing."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _LONGEST_COMMENT - _LAST_RECORD_BYTES - _LARGE_RECORD))
    tail = file.read()
    # Found as Python finds it, else one could hide behind a second record.
    last = len(tail) - _LAST_RECORD_BYTES
    ends_with_it = tail[max(0, last) :].startswith(_LAST_RECORD) and tail.endswith(b"\0\0")
    at = last if ends_with_it else tail.rfind(_LAST_RECORD)
    if at < 0 or len(tail) - at < _LAST_RECORD_BYTES:
        return 0
    listed: int = _LIST_BYTES.unpack_from(tail, at + 12)[0]
    large: int = 0
    if at >= _LARGE_RECORD and tail[at - 20 : at].startswith(_LARGE_MARK):
        large = _LARGE_LIST_BYTES.unpack_from(tail, at - _LARGE_RECORD + 40)[0]
        listed = 0 if listed == 2**32 - 1 else listed
    return max(listed, large)


def _too_many(name: str, bounds: Bounds) -> CardsError:
    return CardsError(
        "{name}: this archive has more than {most} files; give its documents in smaller ones",
        name=name,
        most=bounds.members,
    )


def _damaged(name: str) -> CardsError:
    return CardsError("{name}: this archive is damaged or cut short; get the file again", name=name)
