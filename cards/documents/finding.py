"""What a command line or an upload names -> the documents there: files, folders, zip files."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.parse import unquote

from cards.documents.addresses import Allowed, is_address, is_public
from cards.documents.archive import Archive
from cards.documents.disk import MOST_BESIDE_BYTES, Folder, beside_of, content_of, name_of
from cards.documents.model import Beside, Hints, Remark, nothing_beside
from cards.documents.naming import deceives, shown
from cards.documents.online import sent
from cards.errors import CardsError, to_translate

ZIP = ".zip"
# What is packed inside a zip file stays packed: archives in archives are how bombs are built.
_PACKED = frozenset(".zip .7z .rar .tar .gz .tgz .bz2 .xz .zst".split())

DECEIVING = to_translate("{name} was left out: its name holds characters that cannot be seen")
NESTED = to_translate("{name} was left out: it is packed inside an archive; unpack it first")


@dataclass(frozen=True, slots=True)
class Given:
    """A file to be read as a document: `name` is what the document is called, `size` its bytes.

    In folders and archives the name tells the folders below the one that was given; `place` is where it is for the
    user. `content` raises CardsError where the file cannot be read. What was fetched from the web has its address, and
    the encoding that the site named.
    """

    name: str
    place: str
    size: int
    content: Callable[[], bytes]
    beside: Beside = nothing_beside
    address: str = ""
    encoding: str | None = None

    def hinted(self, hints: Hints) -> Hints:
        """Return the hints with what is known of this file; the learner's word on the encoding counts most."""
        encoding = hints.encoding or self.encoding
        return replace(hints, beside=self.beside, address=self.address, encoding=encoding)


@dataclass(frozen=True, slots=True)
class Found:
    """The documents in their order, and remarks on files that were left out."""

    given: tuple[Given, ...] = ()
    left_out: tuple[Remark, ...] = ()


class Members(Protocol):
    """Files that came together: those of a folder, an archive, or an upload."""

    remarks: tuple[Remark, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Their names, with the folders that they are in, parted by "/"."""
        ...

    def size(self, name: str) -> int:
        """Return the bytes of one."""
        ...

    def read(self, name: str) -> bytes:
        """Return the content of one, or raise CardsError."""
        ...


def find(arguments: Iterable[str | Path], *, suffixes: Sequence[str]) -> Found:
    """Return the documents that the arguments mean: files as named, and those in folders and zip files, sorted.

    A file named twice comes once. Hidden files and endings other than `suffixes` are passed over inside folders and
    zip files. Raises CardsError where there is nothing at an argument, or no document in it.
    """
    found: list[Found] = []
    for named in arguments:
        if not str(named):
            # Path("") would be the folder that the user happens to be in.
            raise CardsError(f"{str(named)!r} names no file; name the documents to read")
        if is_address(str(named)):
            found.append(Found((on_web(str(named), suffixes=suffixes),)))
            continue
        argument = Path(named)
        if argument.is_dir():
            within = documents_in(Folder(argument), place=str(argument), suffixes=suffixes)
            if not within.given:
                raise CardsError(
                    f"{argument}: no documents in this folder (looked for {', '.join(suffixes)})"
                )
            found.append(within)
        elif argument.exists():
            found.append(_file(argument, suffixes))
        else:
            raise CardsError(f"{argument}: there is no such file or folder")
    if not any(one.given for one in found):
        told = "\n".join(str(remark) for one in found for remark in one.left_out)
        raise CardsError(told)
    by_place = {given.place: given for one in found for given in one.given}
    return Found(tuple(by_place.values()), tuple(remark for one in found for remark in one.left_out))


def on_web(address: str, *, suffixes: Sequence[str], allowed: Allowed = is_public) -> Given:
    """Return the document at a web address, or raise CardsError; see `cards.documents.web.fetch`."""
    # Files are read without a network.
    from cards.documents.web import fetch

    fetched = fetch(address, allowed=allowed)
    file = sent(fetched, suffixes=suffixes)
    size = len(fetched.content)
    return Given(file.name, address, size, lambda: fetched.content, address=address, encoding=file.encoding)


def documents_in(members: Members, *, place: str, suffixes: Sequence[str], packed: bool = False) -> Found:
    """Return the documents among files that came together, sorted by their names; those in zip files follow theirs.

    Files in folders whose name begins with a point, or that programs for packing add, are passed over. `packed`
    says that they came out of an archive; archives among them are left out.
    """
    neighbours = _Neighbours(members)
    above = f"{place}/" if place else ""
    given: list[Given] = []
    left_out = list(members.remarks)
    for name in sorted(members.names):
        suffix = PurePosixPath(name).suffix.lower()
        if any(part.startswith(".") or part == "__MACOSX" for part in name.split("/")):
            continue
        if suffix not in suffixes and suffix not in _PACKED:
            continue
        if deceives(name):
            left_out.append(Remark(DECEIVING, (("name", shown(name)),)))
        elif suffix in suffixes:
            given.append(
                Given(
                    name,
                    above + name,
                    members.size(name),
                    partial(members.read, name),
                    neighbours.of(name),
                )
            )
        elif suffix == ZIP and not packed:
            try:
                within = in_zip(members.read(name), name=name, place=above + name, suffixes=suffixes)
            except CardsError as error:
                left_out.append(remark_of(error))
            else:
                given += within.given
                left_out += within.left_out
        else:
            left_out.append(Remark(NESTED, (("name", name),)))
    return Found(tuple(given), tuple(left_out))


def in_zip(content: bytes, *, name: str, place: str, suffixes: Sequence[str]) -> Found:
    """Return the documents in a zip file and what was left out of it; raise CardsError where there is neither."""
    archive = Archive.open(content, name=name)
    found = documents_in(archive, place=place, suffixes=suffixes, packed=True)
    if not found.given and not found.left_out:
        raise CardsError(
            "{name}: no documents in this archive (looked for {suffixes})",
            name=name,
            suffixes=", ".join(suffixes),
        )
    return found


def _file(path: Path, suffixes: Sequence[str]) -> Found:
    name = name_of(path)
    if deceives(name):
        raise CardsError(
            "{name}: this name holds characters that cannot be seen; rename the file", name=shown(name)
        )
    if path.suffix.lower() == ZIP:
        return in_zip(content_of(path), name=name, place=str(path), suffixes=suffixes)
    size = path.stat().st_size
    return Found((Given(name, str(path), size, partial(content_of, path), beside_of(path)),))


def remark_of(error: CardsError) -> Remark:
    """Return the same sentence as a remark on a document."""
    if not error.values:
        return Remark("{what}", (("what", str(error)),))
    values = ((name, value if isinstance(value, int) else str(value)) for name, value in error.values.items())
    return Remark(error.sentence, tuple(values))


class _Neighbours:
    """The files that came with a document, by the names that documents give them."""

    def __init__(self, members: Members) -> None:
        self._members = members
        self._names = frozenset(members.names)
        # Notes of Obsidian name a picture without its folder; the first of two is as good as the other.
        self._alone = {posixpath.basename(name): name for name in sorted(members.names, reverse=True)}

    def of(self, document: str) -> Beside:
        """Return the way from a document to the files that it names; a path that leads out meets no name."""
        folder = posixpath.dirname(document)

        def beside(name: str) -> bytes | None:
            paths = [posixpath.normpath(posixpath.join(folder, one)) for one in (name, unquote(name))]
            met = next((path for path in paths if path in self._names), self._alone.get(name))
            if met is None or self._members.size(met) > MOST_BESIDE_BYTES:
                return None
            try:
                return self._members.read(met)
            except CardsError:
                return None

        return beside
