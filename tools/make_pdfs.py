"""Listings of documents -> PDF files, made by two applications, and beside each its listing.

`python -m tools.make_pdfs FOLDER NAME.blocks...` sets each listing in all layouts, for `tools/pdf_figures.py` to
measure the reader of PDF on. `python -m tools.make_pdfs --golden` makes the PDF files of the golden tests anew from the
listings in `tests/golden/pdf`, whose second line names the layout. Both need chromium and LibreOffice's soffice.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.pdf_layouts import Layout, fodt_of, html_of, said_by

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
CHROMIUM = {
    "browser-spaced": Layout(),
    "browser-ragged": Layout(justified=False, paper="A5", indented=True),
    "browser-two": Layout(columns=2, indented=True),
    "browser-two-spaced": Layout(columns=2, justified=False, size=9),
}
OFFICE = {
    "office-indented": Layout(indented=True, heads=True, paper="A5"),
    "office-spaced": Layout(justified=False, heads=True),
    "office-two": Layout(columns=2, indented=True, heads=True),
    "office-three": Layout(columns=3, size=8, heads=True),
}


def main(arguments: list[str]) -> None:
    """Write the PDFs of all listings in all layouts."""
    with tempfile.TemporaryDirectory() as work:
        if arguments == ["--golden"]:
            folder = GOLDEN / "documents"
            pages = [_golden(path, Path(work)) for path in sorted((GOLDEN / "pdf").glob("*.said"))]
        else:
            folder, *listings = map(Path, arguments)
            folder.mkdir(parents=True, exist_ok=True)
            pages = [page for path in listings for page in _all(path, Path(work), folder)]
        for page in pages:
            if page.suffix == ".html":
                _print(page, folder)
        office = [page for page in pages if page.suffix == ".fodt"]
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, *office]
        subprocess.run(list(map(str, convert)), check=True, stdout=subprocess.DEVNULL)


def _golden(path: Path, work: Path) -> Path:
    language, layout, *listing = path.read_text(encoding="utf-8").splitlines()
    name = layout.removeprefix("layout: ")
    return _set("\n".join([language, *listing]), name, work / path.stem)


def _all(path: Path, work: Path, folder: Path) -> list[Path]:
    listing = path.read_text(encoding="utf-8")
    language = listing.split("\n", 1)[0].removeprefix("language: ")
    pages = []
    for name in (*CHROMIUM, *OFFICE):
        page = _set(listing, name, work / f"{path.name.split('.')[0]}.{language}.{name}")
        shutil.copy(path, folder / f"{page.stem}.blocks")
        pages.append(page)
    return pages


def _set(listing: str, name: str, page: Path) -> Path:
    said, language = said_by(listing), listing.split("\n", 1)[0].removeprefix("language: ")
    if name in CHROMIUM:
        page = page.with_name(page.name + ".html")
        page.write_text(html_of(said, CHROMIUM[name], language=language), encoding="utf-8")
    else:
        page = page.with_name(page.name + ".fodt")
        page.write_text(fodt_of(said, OFFICE[name], language=language), encoding="utf-8")
    return page


def _print(page: Path, folder: Path) -> None:
    subprocess.run(
        [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
            *(f"--print-to-pdf={folder / page.stem}.pdf", str(page)),
        ],
        check=True,
        stderr=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
