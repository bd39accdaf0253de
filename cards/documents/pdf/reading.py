"""What is on the pages, in order -> the blocks of a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cards.documents.building import DocumentBuilder
from cards.documents.lines import joint
from cards.documents.model import Kind
from cards.documents.pdf.characters import is_wide
from cards.documents.pdf.flow import Element, Shown
from cards.documents.pdf.lines import Line, unmarked
from cards.documents.pdf.notes import spaced, without_marks
from cards.documents.pdf.outline import Bookmark
from cards.documents.pdf.pages import Page
from cards.documents.pdf.paragraphs import Paragraph
from cards.documents.pdf.styles import Body, is_caption, levels_of
from cards.documents.pdf.tables import Table
from cards.languages.frequencies import zipf_values
from cards.model import Place, Unit

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+)-$")


class Telling:
    """Adds the elements of a document to its builder, one after the other."""

    def __init__(self, builder: DocumentBuilder, pages: Sequence[Page], elements: Sequence[Element]) -> None:
        self._builder = builder
        self._labels = {page.number: page.label for page in pages}
        self._elements = elements
        self._vocabulary = _vocabulary(elements)
        self._page = -1

    def tell(self, body: Body, bookmarks: Sequence[Bookmark], marks: dict[int, set[str]]) -> None:
        """Add all elements: headings with their levels, items with their depths, captions to their pictures."""
        texts = [one for one in self._elements if isinstance(one.what, Paragraph) and not one.note]
        paragraphs = [one.what for one in texts if isinstance(one.what, Paragraph)]
        words = [self._words(one.lines, marks) for one in paragraphs]
        levels = levels_of(paragraphs, words, body, bookmarks)
        said = {id(one): words[at] for at, one in enumerate(paragraphs)}
        level = {id(one): levels.get(at, 0) for at, one in enumerate(paragraphs)}
        indents: list[float] = []
        code: list[Paragraph] = []
        for at, element in enumerate(self._elements):
            what = element.what
            if isinstance(what, Paragraph) and what.fixed and not level.get(id(what)) and not element.note:
                code.append(what)
                continue
            self._code(code)
            code = []
            if isinstance(what, Table):
                self._begin(element.page)
                for row, cells in enumerate(what.rows):
                    self._builder.row(list(cells), heading=what.headed and row == 0)
            elif isinstance(what, Shown):
                self._begin(element.page)
                self._builder.show(what.picture.content, self._caption(at, said))
            elif element.note:
                self._begin(element.page)
                self._builder.add(Kind.PARAGRAPH, spaced(self._words(what.lines, {})))
            else:
                self._paragraph(what, said[id(what)], level[id(what)], indents)
        self._code(code)

    def _paragraph(self, paragraph: Paragraph, words: str, level: int, indents: list[float]) -> None:
        self._begin(paragraph.page)
        if level:
            indents.clear()
            self._builder.add(Kind.HEADING, words, level)
        elif paragraph.lines[0].marked:
            x0 = paragraph.lines[0].piece.x0
            while indents and indents[-1] > x0 - 0.6 * paragraph.size:
                indents.pop()
            indents.append(x0)
            bare = words if paragraph.lines[0].dotted else unmarked(words)
            self._builder.add(Kind.ITEM, bare, len(indents))
        else:
            self._builder.add(Kind.PARAGRAPH, words)

    def _code(self, paragraphs: Sequence[Paragraph]) -> None:
        """Add lines of letters of one width as a program, with their indentation."""
        if not paragraphs:
            return
        self._begin(paragraphs[0].page)
        lines = [line for paragraph in paragraphs for line in paragraph.lines]
        left = min(line.piece.x0 for line in lines)
        words = [" " * round((line.piece.x0 - left) / (0.6 * line.piece.size)) + line.words for line in lines]
        self._builder.add(Kind.CODE, "\n".join(words))

    def _begin(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self._builder.begin(Place(Unit.PAGE, self._labels[page]))

    def _caption(self, at: int, said: dict[int, str]) -> str:
        """Return the caption of the picture at this place: the paragraph after it, or the one before."""
        for near in (at + 1, at - 1):
            if 0 <= near < len(self._elements):
                words = said.get(id(self._elements[near].what), "")
                if is_caption(words):
                    return words
        return ""

    def _words(self, lines: Sequence[Line], marks: dict[int, set[str]]) -> str:
        words = ""
        for line in lines:
            said = without_marks(line.words, marks.get(line.page, set()))
            words = _with_next(words, said, self._vocabulary) if words else said
        return words


def _with_next(words: str, after: str, vocabulary: Counter[str]) -> str:
    """Return the words with those of the next line, and the parts of a word that a hyphen parted in one."""
    if words.endswith("-") and len(words) > 1 and words[-2].isalpha() and after[0].islower():
        first, second = _LAST_WORD.search(words), _WORD.match(after)
        chinese = any(map(is_wide, words))
        if (
            first
            and second
            and _is_compound(first[1].lower(), second[0].lower(), vocabulary, chinese=chinese)
        ):
            return words + after
        return words[:-1] + after
    if words.endswith("-") and len(words) > 1 and words[-2].isalnum():
        return words + after
    if words[-1] in "—–" and words[-2:-1].strip():
        return words + after
    return words + joint(words[-1], after[0]) + after


def _is_compound(first: str, second: str, vocabulary: Counter[str], *, chinese: bool) -> bool:
    """Tell whether a word was written with its hyphen: it is so elsewhere, or only its parts are English words."""
    whole, hyphened = vocabulary[first + second], vocabulary[f"{first}-{second}"]
    if whole or hyphened:
        return hyphened > whole
    known = zipf_values("en")
    # Chinese lines are broken at hyphens rather than inside of words.
    if chinese:
        return first + second not in known
    return first + second not in known and known.get(first, 0) > 3 and known.get(second, 0) > 3


def _vocabulary(elements: Sequence[Element]) -> Counter[str]:
    """Return the words of the document, so that it can be told how a parted word is written."""
    found: Counter[str] = Counter()
    for element in elements:
        if isinstance(element.what, Paragraph):
            for line in element.what.lines:
                found.update(word.lower() for word in _WORD.findall(line.words))
    return found
