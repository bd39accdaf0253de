"""Files and folders on the disk -> their bytes; what leads out of a folder is not followed."""

from __future__ import annotations

import os
from math import ceil
from pathlib import Path

from cards.documents.model import Beside, Remark
from cards.documents.naming import name_from, shown
from cards.errors import CardsError, to_translate

# Slides and scanned books with their pictures; they are taken into memory whole.
MOST_FILE_BYTES = 128 * 1024 * 1024
# What a document shows: a photograph of a good camera.
MOST_BESIDE_BYTES = 16 * 1024 * 1024

OUTSIDE = to_translate("{name} was left out: it is a link to another folder")


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raise CardsError where there is none, it may not be read, or it is too large."""
    try:
        size = path.stat().st_size
        if size > MOST_FILE_BYTES:
            raise too_big(str(path), size, MOST_FILE_BYTES)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CardsError(f"{path}: there is no such file") from error
    except IsADirectoryError as error:
        raise CardsError(f"{path}: this is a folder; name the documents in it") from error
    except PermissionError as error:
        raise CardsError(f"{path}: you may not read this file; change its permissions") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CardsError(f"{path}: cannot be read ({reason})") from error


def too_big(name: str, size: int, most: int) -> CardsError:
    """Return what is said about a document of too many bytes."""
    return CardsError(
        "{name}: {size} MB is more than the {most} MB that kapian reads of such a document; split it into chapters",
        name=name,
        # A tenth more than the truth at most, and never the limit itself.
        size=ceil(size / 2**20 * 10) / 10,
        most=most // 2**20,
    )


def name_of(path: Path) -> str:
    """Return the file's name without its folders, as text, in whatever encoding the disk has it."""
    return name_from(os.fsencode(path.name))


def beside_of(path: Path) -> Beside:
    """Return the way to the files that a document names: those in its folder and below."""

    def beside(name: str) -> bytes | None:
        try:
            folder = path.parent.resolve()
            named = (folder / name).resolve()
            if (
                not (named.is_relative_to(folder) and named.is_file())
                or named.stat().st_size > MOST_BESIDE_BYTES
            ):
                return None
            return named.read_bytes()
        except (OSError, ValueError):
            return None

    return beside


class Folder:
    """The files in a folder and below it, but hidden ones, and `remarks` about links that lead out of it."""

    def __init__(self, root: Path) -> None:
        self.remarks: tuple[Remark, ...] = ()
        self._paths: dict[str, Path] = {}
        within = root.resolve()
        for folder, folders, files in os.walk(root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for file in files:
                path = Path(folder, file)
                name = name_from(os.fsencode(path.relative_to(root).as_posix()))
                if file.startswith(".") or not path.is_file():
                    continue
                if path.is_symlink() and not path.resolve().is_relative_to(within):
                    self.remarks += (Remark(OUTSIDE, (("name", shown(name)),)),)
                else:
                    self._paths[name] = path

    @property
    def names(self) -> tuple[str, ...]:
        """Their names, from the folder on, parted by "/"."""
        return tuple(self._paths)

    def size(self, name: str) -> int:
        """Return the bytes of one of `names`; 0 where it has gone."""
        path = self._paths[name]
        return path.stat().st_size if path.exists() else 0

    def read(self, name: str) -> bytes:
        """Return what one of `names` holds; raise CardsError where it cannot be read."""
        return content_of(self._paths[name])
