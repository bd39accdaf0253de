"""One process at a time: a lock that ends with the process that holds it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from webreview.errors import CollectionError, CollectionInUseError


class FileLock:
    """A held lock on `<file>.lock`; the operating system lets go of it when the process dies."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, path: Path) -> FileLock:
        """Lock the collection at `path`, making its folder; raise CollectionInUseError if another has it."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            reason = (error.strerror or "not possible").lower()
            raise CollectionError(f"{path}: the collection cannot be opened: {reason}") from error
        if not _locked(descriptor):
            os.close(descriptor)
            raise CollectionInUseError(
                f"{path}: another kapian has this collection open; add documents on the page that it serves, "
                "or end it, or name another collection with --data"
            )
        return cls(descriptor)

    def release(self) -> None:
        """Let others take the lock. The file stays: removing it could take a lock from under its next holder."""
        os.close(self._descriptor)


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
