"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cards.errors import CardsError


def write_whole(path: Path, content: bytes) -> None:
    """Put the content at `path`, replacing what is there in one step; on failure nothing has changed.

    Raises CardsError when the folder cannot be written to or the disk is full.
    """
    try:
        # A device or a pipe (/dev/stdout, /dev/null) is written to; replacing it would take it away from the system.
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        raise CardsError(
            f"{path}: cannot be written ({error.strerror or error}); name another place"
        ) from error


def _replace(path: Path, content: bytes) -> None:
    # Beside the target, because a rename is one step only within one file system.
    unfinished = path.with_name(f".kapian-{secrets.token_hex(6)}.part")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
