"""Document -> Reading: everything that the writers may know about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cards.concepts.keyphrases import Keyphrase, keyphrases_of
from cards.documents.model import Document, Kind
from cards.languages import language_named
from cards.languages.language import Language
from cards.passages import READ, Passage, Section, passages_of, sections_of
from cards.tables import Row, rows_of

# A part holds the words and drafts of its text in memory, some 2 kB a character; most documents are one part.
PART = 60_000


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A document understood: its language, its headings, its sentences, its key phrases (best first), its tables' rows.

    A reading equals itself alone, so that what somebody finds out about it can be kept by it.

    `doubtful_too` says whether drafts with a doubt are of any use to whoever asked; most decks have none, and
    writers need not make what they doubt from the first.
    """

    document: Document
    language: Language
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    keyphrases: tuple[Keyphrase, ...]
    doubtful_too: bool = True
    rows: tuple[Row, ...] = ()


def understand(document: Document) -> Reading:
    """Return what the document says, in the language that it is written in."""
    language = language_named(document.language)
    sections = sections_of(document)
    passages = passages_of(document, language)
    titles = [section.title for section in sections]
    keyphrases = keyphrases_of(passages, titles, language)
    return Reading(document, language, sections, passages, keyphrases, rows=rows_of(document))


def readings_of(document: Document) -> tuple[Reading, ...]:
    """Return the document understood, once for each language that its prose is written in, its own first.

    Each reading has the blocks of its language, and all headings.
    """
    tongues = {language_named(document.language).code: document.language}
    for block in document.blocks:
        if block.language and block.kind in READ:
            tongues.setdefault(language_named(block.language).code, block.language)
    if len(tongues) == 1:
        return (understand(document),)
    return tuple(understand(_in_one_language(document, code, tag)) for code, tag in tongues.items())


def _in_one_language(document: Document, code: str, tag: str) -> Document:
    own = language_named(document.language).code == code
    blocks = tuple(
        block
        for block in document.blocks
        if (language_named(block.language).code == code if block.language and block.kind in READ else own)
        or block.kind is Kind.HEADING
    )
    return replace(document, blocks=blocks, language=tag)


def parts_of(reading: Reading) -> Iterator[Reading]:
    """Yield the reading in parts of about `PART` characters, for work in bounded memory.

    Cuts are between blocks, in a block of more than two parts, such as a text in one line, between sentences.
    Every part has the key phrases of the whole, the headings and rows that stand in it, and its passages,
    numbered from 0.
    """
    for first, last in _cuts(reading.passages):
        passages = tuple(
            replace(passage, number=number) for number, passage in enumerate(reading.passages[first:last])
        )
        start = 0 if first == 0 else _start(reading.passages[first - 1])
        end = _start(passages[-1]) if last < len(reading.passages) else len(reading.document.text)
        sections = tuple(section for section in reading.sections if start <= section.place.start < end)
        rows = tuple(row for row in reading.rows if start <= row.place.start < end)
        yield replace(reading, passages=passages, sections=sections, rows=rows)


def _cuts(passages: tuple[Passage, ...]) -> Iterator[tuple[int, int]]:
    first, size = 0, 0
    for number, passage in enumerate(passages):
        if size >= PART and (passage.first or size >= 2 * PART):
            yield first, number
            first, size = number, 0
        size += len(passage.text)
    yield first, len(passages)


def _start(passage: Passage) -> int:
    return passage.place(passage.whole).start
