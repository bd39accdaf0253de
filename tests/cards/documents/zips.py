"""Zip files made for tests."""

from __future__ import annotations

import io
import zipfile

Members = dict[str, bytes]


def packed(members: Members, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file of the members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, packing)
    return content.getvalue()
