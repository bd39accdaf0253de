"""Files that other programs made of one source -> its words, in its order, below its headings.

`tests/golden/corpus/NAME.words` has what stands in NAME.md, a line a block, headings marked with "# "; formulas and
captions are left out, which some programs do not write. Footnotes, marked with "^ ", stand where their format has them.
NAME.*.htm, NAME.*.docx, ... were made of it by pandoc 2.17 and LibreOffice 7.4.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from cards.documents import Document, Kind, prose_of, read_file

CORPUS = Path(__file__).parents[2] / "golden" / "corpus"
FILES = sorted(path.name for path in CORPUS.iterdir() if path.suffix in (".htm", ".xhtml", ".epub", ".docx"))


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]", unicodedata.normalize("NFKC", text)))


def _words_of(name: str) -> list[str]:
    source = ".".join(name.split(".")[:2])
    return (CORPUS / f"{source}.words").read_text("utf-8").splitlines()


def _found_in_order(lines: list[str], text: str) -> list[str]:
    found, at = [], 0
    for line in lines:
        if line.startswith("^ "):
            found += [line] if _letters(line) in text else []
            continue
        place = text.find(_letters(line), at)
        if place >= 0:
            found.append(line)
            at = place + len(_letters(line))
    return found


def _headings(document: Document) -> list[str]:
    found = [prose_of(document, block).text for block in document.blocks if block.kind is Kind.HEADING]
    return [re.sub(r"^[\d.]+ ", "", heading) for heading in found]


@pytest.mark.parametrize("name", FILES)
def test_all_words_are_read_in_their_order(name: str) -> None:
    lines = _words_of(name)

    assert _found_in_order(lines, _letters(read_file(CORPUS / name).text)) == lines


@pytest.mark.parametrize("name", FILES)
def test_all_headings_are_found(name: str) -> None:
    headings = [line.removeprefix("# ") for line in _words_of(name) if line.startswith("# ")]

    assert set(headings) - set(_headings(read_file(CORPUS / name))) == set()
