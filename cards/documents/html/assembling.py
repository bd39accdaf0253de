"""Words, breaks and the elements around them -> pieces."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import east_asian_width

from cards.documents.html.lists import Numbers
from cards.documents.html.pieces import Image, Piece, Row, Words
from cards.documents.html.tables import Extent, Grid
from cards.documents.html.words import BREAK, lines_of, on_one_line
from cards.documents.model import Kind

_LETTER = re.compile(r"\w")

Close = Callable[[], None]


class Assembly:
    """`pieces` so far, the words of the next one, and what the elements around it make of it.

    Each `begin_...` returns what is to be called at the element's end. `images` and `ids` are those met since the
    last piece.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.images: list[Image] = []
        self.ids: list[str] = []
        self._said: list[str] = []
        self._letters = self._bold_letters = 0
        self._lists: list[Numbers | None] = []
        self._grids: list[Grid | None] = []
        self._languages = [""]
        self._terms: list[str] = []
        # What stands before the words of an item that begins; None where none does.
        self._item: str | None = None
        self._heading = self._quotes = self._bold = 0
        self._lines = self._captions = self._in_term = 0
        self._title = False

    @property
    def on_a_line(self) -> bool:
        """Whether blocks are only lines here: within headings, terms and cells."""
        return self._lines > 0

    def say(self, text: str | None) -> None:
        """Add words."""
        if text:
            self._said.append(text.replace(BREAK, ""))
            letters = len("".join(text.split()))
            self._letters += letters
            self._bold_letters += letters if self._bold else 0

    def break_line(self) -> None:
        """End a line that is not the end of a block."""
        self._said.append(BREAK)

    def add_formula(self, tex: str, *, displayed: bool) -> None:
        """Add a formula to the words, or as a piece of its own."""
        if not tex:
            return
        if displayed and not self.on_a_line:
            self.end_block()
            self._add(Kind.FORMULA, tex)
        else:
            self.say(rf"\({tex}\)")

    def add_code(self, code: str, language: str) -> None:
        """Add lines of code."""
        self._languages.append(language)
        self._add(Kind.CODE, code)
        self._languages.pop()

    def add_paragraphs(self, words: list[str]) -> None:
        """Add prose whose paragraphs are known."""
        for paragraph in words:
            self._add_line(paragraph)

    def end_block(self) -> None:
        """Make a piece of the words so far; where blocks are lines, end a line."""
        if self.on_a_line:
            self.break_line()
            return
        text = "".join(self._said)
        bold = 0 < self._letters == self._bold_letters
        self._said, self._letters, self._bold_letters = [], 0, 0
        if self._heading:
            words = on_one_line(text)
            if words:
                self._add(Kind.HEADING, words, self._heading)
        else:
            for line in lines_of(text):
                self._add_line(line, bold=bold)
        self._add_images()

    def begin_language(self, language: str) -> Close:
        """Begin what is written in another language."""
        self._languages.append(language)
        return self._end_language

    def begin_heading(self, level: int, *, title: bool = False) -> Close:
        """Begin a heading; one inside another belongs to it."""
        outer, self._heading = self._heading, self._heading or level
        self._title = title
        self._lines += 1

        def end() -> None:
            self._lines -= 1
            self.end_block()
            self._heading = outer
            self._title = False

        return end

    def begin_caption(self) -> Close:
        """Begin the caption of a picture."""
        self._captions += 1

        def end() -> None:
            self._captions -= 1

        return end

    def begin_bold(self) -> Close:
        """Begin what is set in bold."""
        self._bold += 1

        def end() -> None:
            self._bold -= 1

        return end

    def begin_quote(self) -> Close:
        """Begin a quotation."""
        self._quotes += 1

        def end() -> None:
            self._quotes -= 1

        return end

    def begin_list(self, numbers: Numbers | None) -> Close:
        """Begin a list."""
        self._lists.append(numbers)
        item, self._item = self._item, None

        def end() -> None:
            self._say_terms()
            self._lists.pop()
            self._item = item

        return end

    def begin_item(self, value: str | None) -> Close:
        """Begin an item; `value` is the number that it gives itself."""
        numbers = self._lists[-1] if self._lists else None
        self._item = numbers.take(value) if numbers is not None else ""
        return self._end_item

    def begin_term(self) -> Close:
        """Begin a term of a list of definitions; it stands before its definition."""
        # Parsers put a term whose end is not written around the next one.
        self._take_term()
        self._lines += 1
        self._in_term += 1

        def end() -> None:
            self._take_term()
            self._lines -= 1
            self._in_term -= 1

        return end

    def begin_definition(self) -> Close:
        """Begin the definition of the terms before it."""
        self._item = _with_colon(self._terms) if self._terms else ""
        self._terms = []

        def end() -> None:
            if self._item:
                self._add_line("")
            self._item = None

        return end

    def begin_table(self, grid: Grid | None) -> Close:
        """Begin a table; without a grid it only places what stands in it."""
        self._grids.append(grid)

        def end() -> None:
            self._grids.pop()
            self._add_images()

        return end

    def begin_row(self, *, in_head: bool) -> Close:
        """Begin a row; `in_head` says that it is above the table's body."""
        grid = self._grids[-1] if self._grids else None

        def end() -> None:
            if grid is not None:
                cells, heading = grid.end_row()
                self.pieces.append(Row(cells, heading or in_head))

        return end

    def begin_cell(self, *, heads: bool, extent: Extent) -> Close:
        """Begin a cell."""
        grid = self._grids[-1] if self._grids and not self.on_a_line else None
        if grid is None:
            return _nothing
        self._said, self._letters, self._bold_letters = [], 0, 0
        self._lines += 1

        def end() -> None:
            bold = 0 < self._letters == self._bold_letters
            grid.add(on_one_line("".join(self._said)), heads=heads, bold=bold, extent=extent)
            self._said, self._letters, self._bold_letters = [], 0, 0
            self._lines -= 1

        return end

    def _end_language(self) -> None:
        self._languages.pop()

    def _end_item(self) -> None:
        self._item = None

    def _take_term(self) -> None:
        if self._in_term:
            term = on_one_line("".join(self._said))
            self._terms += [term] if term else []
            self._said, self._letters, self._bold_letters = [], 0, 0

    def _say_terms(self) -> None:
        """Add terms that have no definition."""
        for term in self._terms:
            self._item = ""
            self._add_line(term)
        self._terms = []

    def _add_line(self, line: str, *, bold: bool = False) -> None:
        if self._item is not None:
            line, self._item = (self._item + line).strip(), None
            self._add(Kind.ITEM, line, max(1, len(self._lists)))
        elif self._quotes:
            self._add(Kind.QUOTE, line, self._quotes)
        elif not _LETTER.search(line):
            # Icons and ornaments, which say nothing.
            return
        else:
            self._add(Kind.PARAGRAPH, line, bold=bold and not self._lists)

    def _add(self, kind: Kind, words: str, level: int = 0, *, bold: bool = False) -> None:
        ids, self.ids = tuple(self.ids), []
        caption = self._captions > 0
        said = Words(kind, words, level, self._languages[-1], bold, caption, ids, self._title)
        images: list[Piece] = []
        while caption and self.pieces and isinstance(self.pieces[-1], Image):
            images.insert(0, self.pieces.pop())
        self.pieces += [said, *images]

    def _add_images(self) -> None:
        self.pieces += self.images
        self.images = []


def _nothing() -> None:
    """End what was not begun."""


def _with_colon(terms: list[str]) -> str:
    last = terms[-1][-1]
    wide = east_asian_width(last) in "WF"
    return (
        ("、" if wide else ", ").join(terms)
        + ("" if last in ":：" else "：" if wide else ":")
        + ("" if wide else " ")
    )
