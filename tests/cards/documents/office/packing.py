"""Parts of XML -> the bytes of a Word or PowerPoint file, for tests that look at one part of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    }.items()
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xml(root: str, inside: str, attributes: str = "") -> bytes:
    """Return a part whose root element, such as "w:styles", has all prefixes that the tests use."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {_NAMES} {attributes}>{inside}</{root}>'.encode()


def relations(targets: Mapping[str, tuple[str, str]]) -> bytes:
    """Return a part of relations: ids with their kind ("image") and target."""
    inside = "".join(
        f'<Relationship Id="{name}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'.encode()


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file of the parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def package(main: str, parts: Mapping[str, bytes]) -> bytes:
    """Return an Office file whose document is the part `main`."""
    types = f'<Types xmlns="{_PACKAGE}/content-types"/>'.encode()
    roots = relations({"rId1": ("officeDocument", main)})
    return packed({"[Content_Types].xml": types, "_rels/.rels": roots, **parts})
