"""Document -> passages: its sentences, each with its words and the headings above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cards.documents.model import Block, Document, Kind
from cards.documents.numbering import numbered
from cards.documents.prose import Prose, prose_of
from cards.formulas import masked
from cards.languages.language import Language, Word
from cards.model import Span

# Nobody asks about a longer sentence; it is data, or a text without punctuation.
LONGEST = 1_000
READ = (Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its place among the others.

    `title` is the heading without its number and final stop; `path` the titles from the outermost heading
    down to this one; `place` its span in the document.
    """

    title: str
    level: int
    path: tuple[str, ...]
    place: Span


@dataclass(frozen=True)
class Passage:
    """A sentence: the smallest piece worth asking about.

    `text` is plain prose; spans of `words`, and all spans that writers speak of, are places in it. `number`
    is the passage's index in its `Reading.passages`, `block_number` that of its block in the document,
    `first` says that the passage opens its block.
    """

    text: str
    language: Language
    section: tuple[str, ...]
    number: int
    block_number: int
    first: bool
    kind: Kind
    prose: Prose
    start: int

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Cut when first asked for: the words of a whole book would not fit in memory. A formula is no word."""
        return self.language.words(masked(self.text))

    def place(self, span: Span) -> Span:
        """Return where a stretch of `text` stands in the document's text."""
        return self.prose.span(self.start + span.start, self.start + span.end)

    @property
    def whole(self) -> Span:
        """All of `text`."""
        return Span(0, len(self.text))


def sections_of(document: Document) -> tuple[Section, ...]:
    """Return the document's headings in order, each with the path that leads to it."""
    found: list[Section] = []
    above: list[Section] = []
    for block in document.blocks:
        if block.kind is not Kind.HEADING:
            continue
        above = [section for section in above if section.level < block.level]
        title = title_of(prose_of(document, block).text)
        path = (*(section.title for section in above), title)
        above.append(Section(title, block.level, path, block.span))
        found.append(above[-1])
    return tuple(found)


def passages_of(document: Document, language: Language) -> tuple[Passage, ...]:
    """Return the sentences of the document's prose in order; headings, code, tables and formulas are none.

    Sentences of more than `LONGEST` characters are left out.
    """
    return tuple(_passages(document, language))


def title_of(heading: str) -> str:
    """Return a heading without its number and final stop: "(一)深入调研。" is "深入调研"."""
    numbering = numbered(heading)
    return (heading[numbering.length :] if numbering else heading).strip().rstrip("。．.:：;；")


def _passages(document: Document, language: Language) -> Iterator[Passage]:
    sections = iter(sections_of(document))
    section: tuple[str, ...] = ()
    number = 0
    for block_number, block in enumerate(document.blocks):
        if block.kind is Kind.HEADING:
            section = next(sections).path
        if block.kind not in READ:
            continue
        for count, (start, text, prose) in enumerate(_sentences(document, block, language)):
            yield Passage(
                text=text,
                language=language,
                section=section,
                number=number,
                block_number=block_number,
                first=count == 0,
                kind=block.kind,
                prose=prose,
                start=start,
            )
            number += 1


def _sentences(document: Document, block: Block, language: Language) -> Iterator[tuple[int, str, Prose]]:
    prose = prose_of(document, block)
    # A stop inside a formula ends no sentence.
    for span in language.sentences(masked(prose.text, by="X")):
        if span.end - span.start > LONGEST:
            continue
        raw = span.of(prose.text)
        text = raw.strip()
        if text:
            yield span.start + raw.index(text[0]), text, prose
