"""What a reader finds, in order -> the text and blocks of a document whose format has no text of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from cards.documents.headings import with_numbered_headings
from cards.documents.model import Block, Document, Kind, Media, Placed, Remark, Shown
from cards.documents.pictures import Unshown, media_of
from cards.documents.text import document_of
from cards.errors import CardsError
from cards.model import Place, Span

# Newlines, tabs and runs of spaces inside a paragraph are the format's, not the author's; U+3000 is the author's.
_WHITE = re.compile(r"[ \t\n\r\f\v\xa0\u2028\u2029]+")
# What no reader of the text should meet, and what XML and databases refuse.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffc\ufffe\uffff\ud800-\udfff]")
Outlined = Callable[[str, tuple[Block, ...]], tuple[Block, ...]]
_CLOSE = (Kind.ITEM, Kind.TABLE)


class DocumentBuilder:
    """Takes blocks as a reader meets them; `document` puts the whole together.

    Paragraphs stand a blank line apart, items and rows of a table a line. White space inside a block is made single
    spaces, but for code, whose lines are kept. Blank blocks are not added.
    """

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._places: list[Placed] = []
        self._next_place: Place | None = None
        self._pictures: list[Shown] = []
        self._media: dict[str, Media] = {}
        self._remarks: list[Remark] = []
        self._unshown: Counter[Unshown] = Counter()

    def add(self, kind: Kind, words: str, level: int = 0, *, language: str = "") -> Span | None:
        """Add a block and return where it stands; None where there is nothing to be seen in it.

        `level` is as in `Block`. Inline formulas are written "\\(" TeX "\\)".
        """
        words = _UNSEEN.sub("", words)
        words = words.strip("\n").rstrip() if kind is Kind.CODE else _WHITE.sub(" ", words).strip()
        if not words.strip():
            return None
        return self._put(kind, words, level, language)

    def row(self, cells: list[str], *, heading: bool = False) -> Span | None:
        """Add a row of a table; `heading` says that its cells head the columns below."""
        said = [_WHITE.sub(" ", _UNSEEN.sub("", cell)).strip() for cell in cells]
        if not any(said):
            return None
        # A row keeps its empty cells inside, so that the ones behind stay under their headings; a block is trimmed.
        return self._put(Kind.TABLE, "\t".join(said).strip(), int(heading), "")

    def begin(self, place: Place) -> None:
        """Say that what is added from here on stands on that page, slide or chapter."""
        self._next_place = place

    def begin_at(self, place: Place, at: int) -> None:
        """Say that what stands from code point `at` of the text on is at that place; call it in text order."""
        if not self._places or self._places[-1].place != place:
            self._places.append(Placed(at, place))

    def picture(self, media: Media, caption: str = "", *, at: Span | None = None) -> None:
        """Add a picture where the text has come to.

        A caption that is prose is added as a block as well, before or after; `at` is where that stands, if before.
        """
        self._media[media.name] = media
        at = at or Span(self._length, self._length)
        self._pictures.append(Shown(at, media.name, _WHITE.sub(" ", _UNSEEN.sub("", caption)).strip()))

    def show(self, content: bytes, caption: str = "", *, at: Span | None = None) -> None:
        """Add the picture that the bytes are; the learner is told how many cannot be shown, and why."""
        media = media_of(content)
        if isinstance(media, Unshown):
            self._unshown[media] += 1
        else:
            self.picture(media, caption, at=at)

    def remark(self, sentence: str, **values: str | int) -> None:
        """Tell the learner about something left out; see `Remark`."""
        self._remarks.append(Remark(sentence, tuple(values.items())))

    def tell(self, remarks: Iterable[Remark]) -> None:
        """Tell the learner what others remarked."""
        self._remarks += remarks

    def document(self, *, name: str, numbered: bool = True, outlined: Outlined | None = None) -> Document:
        """Return the document; raise `CardsError` where nothing was added.

        With `numbered`, paragraphs that an author numbered by hand ("一、", "Chapter 3") become headings or items.
        `outlined` finds other headings among the blocks first.
        """
        text = "".join(self._text)
        if not text and (self._pictures or self._unshown):
            raise CardsError("{name}: this document holds pictures, but no text", name=name)
        blocks = tuple(self._blocks)
        if outlined is not None:
            blocks = outlined(text, blocks)
        if numbered:
            blocks = with_numbered_headings(text, blocks)
        unshown = tuple(Remark(why, (("count", count),)) for why, count in self._unshown.items())
        document = document_of(
            text,
            blocks,
            name=name,
            places=tuple(self._places),
            pictures=tuple(self._pictures),
            media=tuple(self._media.values()),
            remarks=(*self._remarks, *unshown),
        )
        return replace(document, blocks=tuple(_in_language(one, document.language) for one in blocks))

    def _put(self, kind: Kind, words: str, level: int, language: str) -> Span:
        gap = self._gap(kind)
        span = Span(self._length + len(gap), self._length + len(gap) + len(words))
        if self._next_place is not None:
            self._places.append(Placed(span.start, self._next_place))
            self._next_place = None
        self._text += [gap, words]
        self._length = span.end
        self._blocks.append(Block(kind, span, level, language=language))
        return span

    def _gap(self, kind: Kind) -> str:
        if not self._blocks:
            return ""
        return "\n" if kind in _CLOSE and self._blocks[-1].kind is kind else "\n\n"


def _in_language(block: Block, language: str) -> Block:
    """Return the block, which says its language only where that is not its document's."""
    return replace(block, language="") if block.language == language else block
