"""Small PDF files, object by object, for what the golden ones do not show."""

from __future__ import annotations

from collections.abc import Sequence

A4 = "0 0 595 842"
PARAGRAPH = (
    "Water that falls as rain seeps into the ground",
    "until it meets a layer of clay or solid rock that",
    "it cannot pass, and there it gathers in the pores.",
)


def file_of(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, the first of which is the catalogue."""
    parts, offsets = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"], []
    for number, content in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = sum(map(len, parts))
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table))
    parts.append(b"trailer\n<< /Size %d /Root 1 0 R %b >>\n" % (len(objects) + 1, trailer))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
    return b"".join(parts)


def pdf(*pages: str, box: str = A4, catalogue: str = "", page: str = "", more: Sequence[bytes] = ()) -> bytes:
    """Return a PDF whose pages have these contents; F1 is Helvetica, F2 Helvetica-Bold, F3 Courier.

    `more` objects have the numbers from 6 on; `page` is added to the dictionary of each page.
    """
    first = 6 + len(more)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
            for name in ("Helvetica", "Helvetica-Bold", "Courier")
        ),
        *more,
    ]
    for at, content in enumerate(pages):
        resources = "/Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >>" + (" /XObject << /X 6 0 R >>" if more else "")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Resources << {resources} >> "
            f"/Contents {first + 2 * at + 1} 0 R {page} >>".encode()
        )
        objects.append(stream(content.encode("cp1252")))
    return file_of(objects)


def stream(content: bytes, dictionary: str = "") -> bytes:
    """Return a stream object with this content."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), dictionary.encode(), content)


def at(x: float, y: float, words: str, *, size: float = 10, font: str = "F1", turn: str = "1 0 0 1") -> str:
    """Return words set at a place of the page, in points from its lower left corner."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {turn} {x} {y} Tm ({escaped}) Tj ET\n"


def lines(x: float, y: float, *words: str, size: float = 10, font: str = "F1") -> str:
    """Return lines of words one below the other, 1.2 times their size apart."""
    return "".join(at(x, y - 1.2 * size * n, line, size=size, font=font) for n, line in enumerate(words))
