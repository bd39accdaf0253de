"""Writers that know simplified script read traditional texts as if they were simplified, and answer in theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from cards.languages.chinese import wording
from cards.languages.chinese.words import simplified
from cards.model import BasicNote, ClozeNote, EnumerationNote, Note
from cards.reading import Reading
from cards.writing.draft import Draft, Writer

TRADITIONAL = "zh-Hant"
# How many sentences before may name a card's subject.
MOST_BACK = 3


def in_both_scripts(writer: Writer) -> Writer:
    """Return the writer for texts in either script; its patterns are in simplified characters."""

    def write(reading: Reading) -> Iterator[Draft]:
        if reading.document.language != TRADITIONAL:
            yield from writer.write(reading)
            return
        for draft in writer.write(_simplified(reading)):
            yield replace(draft, note=_restored(draft, reading))

    return Writer(writer.kind, writer.language, write)


def _simplified(reading: Reading) -> Reading:
    """Return the reading with every character written simply; all places stay where they are."""
    passages = tuple(
        replace(passage, text=simplified(passage.text), section=tuple(map(simplified, passage.section)))
        for passage in reading.passages
    )
    return replace(
        reading,
        document=replace(reading.document, text=simplified(reading.document.text), language="zh"),
        sections=tuple(
            replace(section, title=simplified(section.title), path=tuple(map(simplified, section.path)))
            for section in reading.sections
        ),
        passages=passages,
        keyphrases=tuple(replace(phrase, text=simplified(phrase.text)) for phrase in reading.keyphrases),
    )


def _restored(draft: Draft, reading: Reading) -> Note:
    """Return the draft's note in the script of its text, character for character."""
    said = "\n".join(
        [*(reading.passages[number].text for number in draft.passages), *_around(draft, reading)]
    )
    note = draft.note
    source = replace(note.source, quote=note.source.span.of(reading.document.text))
    match note:
        case BasicNote():
            note = replace(note, question=_like(note.question, said), answer=_like(note.answer, said))
        case ClozeNote():
            hints = tuple(
                replace(one, hint=wording.in_script(one.hint, TRADITIONAL)) for one in note.deletions
            )
            note = replace(
                note, text=_like(note.text, said), heading=_like(note.heading, said), deletions=hints
            )
        case EnumerationNote():
            items = tuple(_like(item, said) for item in note.items)
            note = replace(note, question=_like(note.question, said), items=items)
    section = tuple(_like(title, said) for title in note.source.section)
    return replace(note, source=replace(source, section=section), language=TRADITIONAL)


def _around(draft: Draft, reading: Reading) -> Iterator[str]:
    """Yield what else a card may quote: headings, and the sentences that name its subject."""
    first = draft.passages[0]
    yield from reading.passages[first].section
    for passage in reading.passages[max(0, first - MOST_BACK) : first]:
        yield passage.text
    yield reading.passages[0].text


def _like(words: str, said: str) -> str:
    """Return words with each character as the text writes it, and the others as questions are worded."""
    plain = simplified(said)
    written = list(wording.in_script(words, TRADITIONAL))
    # The text's own pieces, longest first: what stands in one piece there is written as it stands there.
    for block in SequenceMatcher(None, words, plain, autojunk=False).get_matching_blocks():
        written[block.a : block.a + block.size] = said[block.b : block.b + block.size]
    # 里 alone is 里 in 公里 and 裡 in 哪裡.
    return "".join(written).replace("哪里", "哪裡")
