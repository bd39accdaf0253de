"""Files that are broken or made to do harm, each small, each under the name that somebody would give it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.cards.documents.zips import packed

PROSE = b"A tendon is a band of connective tissue that ties a muscle to a bone.\n"
_ZEROS = bytes(2**20)

_CONTAINER = (
    b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    b'<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_BOOK = (
    b'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>'
    b'<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    b'<spine><itemref idref="a"/></spine></package>'
)
_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("k"))
    )
    + b']><html xmlns="http://www.w3.org/1999/xhtml"><body><p>&j;</p></body></html>'
)
_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)


def word(document: bytes) -> bytes:
    """Return a Word file with this XML for its body."""
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    return packed(parts)


def book(chapter: bytes) -> bytes:
    """Return an EPUB of one chapter."""
    parts = {"mimetype": b"application/epub+zip", "META-INF/container.xml": _CONTAINER}
    return packed({**parts, "book.opf": _BOOK, "a.xhtml": chapter})


def zeros(megabytes: int) -> bytes:
    """Return a zip file of one text of so many megabytes, a thousandth of that in size."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as member:
        for _ in range(megabytes):
            member.write(_ZEROS)
    return content.getvalue()


def overlapping(members: int) -> bytes:
    """Return a zip file whose list names one packed piece of 64 MB over and over."""
    data = zeros(64)
    listed = data.index(b"PK\x01\x02")
    entry, last = data[listed : data.index(b"PK\x05\x06")], bytearray(data[data.index(b"PK\x05\x06") :])
    last[8:16] = struct.pack("<HHL", members, members, len(entry) * members)
    return data[:listed] + entry * members + bytes(last)


def matryoshka(depth: int) -> bytes:
    """Return a zip file in a zip file in a zip file."""
    content = zeros(20)
    for _ in range(depth):
        content = packed({f"{number}.zip": content for number in range(4)}, zipfile.ZIP_DEFLATED)
    return content


def crowd(members: int) -> bytes:
    """Return a zip file of so many empty members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for number in range(members):
            archive.writestr(f"{number}.txt", b"")
    return content.getvalue()


def pdf(objects: list[bytes]) -> bytes:
    """Return a PDF file of these objects, whose first is the catalogue."""
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(content))
    return content + head + table + tail


def inflating_pdf(megabytes: int) -> bytes:
    """Return a PDF file whose one page unpacks to so many megabytes of blanks."""
    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()
    contents = b"<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream" % (len(stream), stream)
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R>>"
    return pdf(
        [b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [3 0 R] /Count 1>>", page, contents]
    )


def endless_pdf(pages: int) -> bytes:
    """Return a PDF file of so many empty pages."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, pages + 3))
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800]>>"
    tree = b"<</Type /Pages /Kids [%s] /Count %d>>" % (kids, pages)
    return pdf([b"<</Type /Catalog /Pages 2 0 R>>", tree, *[page] * pages])


# Such files are read, whatever is wrong with a part of them.
READ: dict[str, tuple[str, Callable[[], bytes]]] = {
    "an EPUB of entities": ("laughs.epub", lambda: book(_LAUGHS)),
    "a note of 10,000 links": ("links.md", lambda: b"[a](" * 10_000 + PROSE),
    "a text of 1,000,000 brackets": ("brackets.txt", lambda: "（".encode() * 1_000_000 + PROSE),
}

# What the file is -> its name and its bytes. Each is refused in one sentence that begins with the name.
REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "an empty file": ("empty.docx", lambda: b""),
    "a cut zip file": ("cut.zip", lambda: packed({"a.txt": PROSE * 99})[:-40]),
    "a cut Word file": ("cut.docx", lambda: word(b"<x/>")[:200]),
    "a program called PDF": ("report.pdf", lambda: b"MZ\x90\x00\x03\x00" + bytes(2000)),
    "a program called zip": ("book.zip", lambda: b"\x7fELF\x02\x01\x01" + bytes(2000)),
    "noise called Word": ("noise.docx", lambda: bytes(range(128, 256)) * 40),
    "a zip file of 600 MB of zeros": ("zeros.zip", lambda: zeros(600)),
    "a zip file of 50 MB of zeros": ("zeros.zip", lambda: zeros(50)),
    "a zip file that names one piece 9,000 times": ("overlapping.zip", lambda: overlapping(9000)),
    "zip files in zip files": ("dolls.zip", lambda: matryoshka(4)),
    "a zip file of 20,000 members": ("crowd.zip", lambda: crowd(20_000)),
    "a Word file of 50 MB of zeros": ("zeros.docx", lambda: word(_ZEROS * 50)),
    "a Word file of entities": ("laughs.docx", lambda: word(_LAUGHS)),
    "an EPUB of 50 MB of zeros": ("zeros.epub", lambda: book(_ZEROS * 50)),
    "a cut PDF": ("cut.pdf", lambda: endless_pdf(3)[:120]),
    "a PDF of 100,000 pages": ("pages.pdf", lambda: endless_pdf(100_000)),
    "a PDF whose page unpacks to 500 MB": ("blank.pdf", lambda: inflating_pdf(500)),
    "names that lead out": (
        "out.zip",
        lambda: packed({"../a.txt": PROSE, "/b.txt": PROSE, "C:/c.txt": PROSE}),
    ),
    "names that deceive": ("bidi.zip", lambda: packed({"a\u202etxt.md": PROSE, "b\n.txt": PROSE})),
    "a web page nested 100,000 deep": ("deep.html", lambda: b"<div>" * 100_000 + PROSE),
    "a packed file": ("notes.gz", lambda: b"\x1f\x8b\x08\x00" + bytes(50)),
}
