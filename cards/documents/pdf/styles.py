"""The paragraphs of a document -> which are headings, and of which level."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from cards.documents.lines import columns
from cards.documents.numbering import Style, numbered
from cards.documents.pdf.outline import Bookmark, plain
from cards.documents.pdf.paragraphs import Paragraph

_LARGER = 1.08
_MOST_LINES = 4
_WIDEST = 160
_PAUSES = tuple("。；，、,;：:")
_STOPS = tuple("。.；;，,、：:")
_DEEPEST = 6
# Bookmarks of a page that are looked for on it.
_MOST_ON_PAGE = 100
_CAPTION = re.compile(
    r"(?:[图圖表]\s*[\d一二三四五六七八九十]|(?:fig(?:ure|\.)?|table|tab\.|abb(?:ildung|\.)|tabelle|figura|tabla|рис\.)\s*\d)",
    re.IGNORECASE,
)
# The depth that a number speaks of, where headings of several depths are set alike.
_DEPTHS = {Style.VOLUME: 0, Style.CHAPTER: 1, Style.SECTION: 2, Style.HAN: 3, Style.HAN_BRACKETED: 4}


@dataclass(frozen=True, slots=True)
class Body:
    """How most of a document's text is set."""

    size: float
    bold: bool


def body_of(paragraphs: Sequence[Paragraph]) -> Body:
    """Return how most characters are set."""
    sizes: Counter[tuple[float, bool]] = Counter()
    for paragraph in paragraphs:
        sizes[_about(paragraph.size), paragraph.bold] += sum(len(line.words) for line in paragraph.lines)
    if not sizes:
        return Body(10.0, bold=False)
    size, bold = sizes.most_common(1)[0][0]
    return Body(size, bold)


def is_caption(words: str) -> bool:
    """Tell whether a paragraph is the caption of a figure or a table by its beginning."""
    return _CAPTION.match(words) is not None


def levels_of(
    paragraphs: Sequence[Paragraph], words: Sequence[str], body: Body, bookmarks: Sequence[Bookmark]
) -> dict[int, int]:
    """Return the levels of those paragraphs that are headings, by their places in the sequence.

    The largest heading of the first pages is the document's title, if there is only one of its kind. Bookmarks
    say what is a heading beyond doubt, and its level.
    """
    marked = _bookmarked(paragraphs, words, bookmarks)
    heads = [
        at
        for at, paragraph in enumerate(paragraphs)
        if at in marked or _is_heading(paragraph, words[at], body, after=_after(paragraphs, at))
    ]
    styles: dict[tuple[float, bool, int], list[int]] = defaultdict(list)
    for at in heads:
        styles[(_about(paragraphs[at].size), paragraphs[at].bold, 0)].append(at)
    styles = _by_number(styles, words)
    order = sorted(styles, key=lambda style: (-style[0], not style[1], style[2]))
    levels: dict[int, int] = {}
    deepest = 0
    title = _title(paragraphs, heads, body)
    if title is not None and (title not in marked if marked else len(styles[order[0]]) == 1):
        # Where the title has no bookmark, the outermost bookmarks are one level below it.
        levels[title], deepest = 1, 1
    shift = 1 if levels and marked else 0
    for style in order:
        said = [marked[at] + shift for at in styles[style] if at in marked]
        level = Counter(said).most_common(1)[0][0] if said else deepest + 1
        others = [at for at in styles[style] if at not in levels]
        deepest = level if others else deepest
        for at in others:
            levels[at] = min(_DEEPEST, marked[at] + shift if at in marked else level)
    return levels


def _title(paragraphs: Sequence[Paragraph], heads: Sequence[int], body: Body) -> int | None:
    """Return the place of the largest heading on the first page with headings."""
    first = min((paragraphs[at].page for at in heads), default=2)
    found = [at for at in heads if paragraphs[at].page == first and paragraphs[at].size > 1.2 * body.size]
    return max(found, key=lambda at: (paragraphs[at].size, -at), default=None) if first < 2 else None


def _after(paragraphs: Sequence[Paragraph], at: int) -> Paragraph | None:
    return paragraphs[at + 1] if at + 1 < len(paragraphs) else None


def _is_heading(paragraph: Paragraph, words: str, body: Body, *, after: Paragraph | None) -> bool:
    if len(paragraph.lines) > _MOST_LINES or columns(words) > _WIDEST or paragraph.lines[0].marked:
        return False
    if not any(map(str.isalpha, words)) or is_caption(words) or after is None:
        return False
    if paragraph.size > _LARGER * body.size:
        return not words.endswith(_PAUSES)
    if paragraph.size < 0.93 * body.size or not paragraph.bold or body.bold:
        return False
    return len(paragraph.lines) <= 2 and not words.endswith(_STOPS)


def _by_number(
    styles: dict[tuple[float, bool, int], list[int]], words: Sequence[str]
) -> dict[tuple[float, bool, int], list[int]]:
    """Return the styles, parted by the depth of their numbers where there are several in one style."""
    parted: dict[tuple[float, bool, int], list[int]] = {}
    for (size, bold, _), places in styles.items():
        depths = {at: _depth(words[at]) for at in places}
        known = [depth for depth in depths.values() if depth is not None]
        least = min(known, default=0)
        for at in places:
            depth = depths[at]
            parted.setdefault((size, bold, least if depth is None else depth), []).append(at)
    return parted


def _depth(words: str) -> int | None:
    number = numbered(words)
    if number is None:
        return None
    if number.style in (Style.DECIMAL, Style.DIGIT, Style.DIGIT_SPACED):
        return 4 + len(number.number)
    return _DEPTHS.get(number.style)


def _bookmarked(
    paragraphs: Sequence[Paragraph], words: Sequence[str], bookmarks: Sequence[Bookmark]
) -> dict[int, int]:
    """Return the levels of the paragraphs that a bookmark of their page names."""
    by_page: dict[int, list[Bookmark]] = defaultdict(list)
    for bookmark in bookmarks:
        if len(by_page[bookmark.page]) < _MOST_ON_PAGE:
            by_page[bookmark.page].append(bookmark)
    found: dict[int, int] = {}
    # Contents and running text may name a title as well; the heading is the largest of them.
    for at in sorted(
        range(len(paragraphs)), key=lambda at: (-paragraphs[at].size, not paragraphs[at].bold, at)
    ):
        paragraph = paragraphs[at]
        if len(paragraph.lines) > _MOST_LINES or paragraph.page not in by_page or paragraph.lines[0].marked:
            continue
        said = plain(words[at])
        for bookmark in by_page[paragraph.page]:
            if bookmark.names(said):
                found[at] = bookmark.level
                by_page[paragraph.page].remove(bookmark)
                break
    return found


def _about(size: float) -> float:
    return round(size * 2) / 2
