"""The only reader of the time; everything else is told it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import available_timezones


def now() -> datetime:
    """Return this instant as an aware UTC datetime."""
    return datetime.now(UTC)


def time_zone() -> str:
    """Return the IANA name of this machine's time zone, "UTC" where it cannot be told."""
    named = os.environ.get("TZ", "").lstrip(":")
    linked = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    written = Path("/etc/timezone")
    names = (named, linked, written.read_text().strip() if written.is_file() else "")
    return next((name for name in names if name in available_timezones()), "UTC")
