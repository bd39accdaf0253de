"""How long 300 pages take and how much memory, beside what pdfium alone gives as text.

The peer reads the same pages with `get_text_bounded` of pypdfium2: letters without paragraphs, headings and columns,
with the running heads among them. The pages are set by pdfium itself, 45 lines of prose each with a head and a number.
Each reads in a process of its own; seconds are of the processor, from the import of what it needs on, and megabytes are
the process's peak.
"""

from __future__ import annotations

import ctypes
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from benchmarks.measure import Row, output_of

PAGES, LINES, CHARACTERS = 300, 45, 78

READING = {
    "ours": "from cards.documents import read_here\nread_here(data, name='a.pdf')",
    "peer": (
        "import pypdfium2\n"
        "for page in pypdfium2.PdfDocument(data): page.get_textpage().get_text_bounded(); page.close()"
    ),
}
PROGRAM = """
import json, resource, sys, time
data = open(sys.argv[1], "rb").read()
begun = time.process_time()
{reading}
print(json.dumps([time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "book.pdf")
        write_book(path)
        taken: dict[str, list[list[float]]] = {"ours": [], "peer": []}
        for _ in range(3):
            for who, reading in READING.items():
                program = PROGRAM.format(reading=reading)
                taken[who].append(json.loads(output_of([sys.executable, "-c", program, path])))
    for at, (name, unit) in enumerate((("300 pages of PDF, read", "s"), ("the memory for it", "MB"))):
        ours, peer = (statistics.median(one[at] for one in taken[who]) for who in ("ours", "peer"))
        yield Row(name, ours, peer, unit, "pdfium's text alone")


def write_book(path: Path) -> None:
    """Write a book of `PAGES` pages of Latin letters; pdfium brings no Chinese font."""
    words = ("The soil holds water, and roots reach it. " * 20_000)[: PAGES * LINES * CHARACTERS]
    document = pypdfium2.PdfDocument.new()
    font = pdfium.FPDFText_LoadStandardFont(document.raw, b"Helvetica")
    at = 0
    for number in range(1, PAGES + 1):
        page = document.new_page(595, 842)
        _write(document, page, font, 72, 800, f"The Soil and its Water  {number}", 8)
        for line in range(LINES):
            _write(document, page, font, 72, 760 - 15 * line, words[at : at + CHARACTERS].strip(), 10)
            at += CHARACTERS
        pdfium.FPDFPage_GenerateContent(page.raw)
        page.close()
    document.save(path)
    document.close()


def _write(document: Any, page: Any, font: Any, x: float, y: float, words: str, size: float) -> None:
    drawn = pdfium.FPDFPageObj_CreateTextObj(document.raw, font, size)
    encoded = (words + "\0").encode("utf-16-le")
    buffer = ctypes.create_string_buffer(encoded, len(encoded))
    pdfium.FPDFText_SetText(drawn, ctypes.cast(buffer, pdfium.FPDF_WIDESTRING))
    pdfium.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, x, y)
    pdfium.FPDFPage_InsertObject(page.raw, drawn)
