"""What a card is: spans, sources, notes and the cards that they ask."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

# The time of notes that nobody has edited. It is fixed, so that one document always gives the same bytes, and
# early, so that Anki never takes an untouched note for newer than the learner's own edit.
UNEDITED = datetime(2024, 1, 1, tzinfo=UTC)

# Nobody recites more than about seven items (Miller 1956); the note type for Anki ends there too.
MOST_ITEMS = 7


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (excluded) of a text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        assert 0 <= self.start <= self.end, f"not a span: {self.start} to {self.end}"

    def of(self, text: str) -> str:
        """Return what stands here in the text."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Tell whether the other span is wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two share a code point; spans that only touch do not."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """Return the span as many code points further on, or back where `by` is negative."""
        return Span(self.start + by, self.end + by)


class Unit(StrEnum):
    """What a document's format counts in."""

    PAGE = "page"
    SLIDE = "slide"
    CHAPTER = "chapter"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader of the original turns to: page "12" or "xiv", slide "3", chapter "The Cell", time "0:04:10"."""

    unit: Unit
    label: str


@dataclass(frozen=True, slots=True)
class Source:
    """The place a note was taken from, as position and as quotation.

    `document` is the document's name, `span` counts code points in its text, `quote` is the text at `span`
    (the quotation survives an edit of the document), `section` the headings above it, outermost first; `place`
    is its page, slide or chapter in formats that have them.
    """

    document: str
    span: Span
    quote: str
    section: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the document. `media` names its content, `caption` is what is said where it cannot be seen."""

    media: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines of program code; `language` is a name such as "python", or empty."""

    code: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that stands by itself, as TeX without delimiters."""

    tex: str


Exhibit = Picture | Listing | Formula


@dataclass(frozen=True, slots=True)
class Origin:
    """How a note came to be.

    `writer` names the way of asking ("definition", "condition", ...; "learner" for notes written by hand),
    `reasons` are checkable facts written "fact: detail" ("pattern: 只有…才能…", "keyphrase: 群众路线 ×12"),
    `score` ranks notes of one document, 0 to 1, best first.
    """

    writer: str
    reasons: tuple[str, ...] = ()
    score: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What every note has. `exhibits` of its document are shown with the answer.

    Formulas inside any of a note's texts stand between "\\(" and "\\)", as TeX.
    """

    id: str
    source: Source
    origin: Origin
    language: str = "zh"
    tags: tuple[str, ...] = ()
    edited_at: datetime = UNEDITED
    exhibits: tuple[Exhibit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicNote(_Known):
    """A question and its answer; one card, or two when `reversed_too` asks it backwards as well."""

    question: str
    answer: str
    reversed_too: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Deletion:
    """A hidden stretch of a cloze text. Deletions of one `group` (1, 2, ...) are hidden by the same card."""

    span: Span
    group: int = 1
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeNote(_Known):
    """A text with hidden stretches that do not overlap; one card for each group of deletions.

    `heading` stands above the text where the text alone would not say what it speaks of; it may be empty.
    """

    text: str
    deletions: tuple[Deletion, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumerationNote(_Known):
    """Two to seven items that answer one question.

    The first card asks for the whole list; with `items_too` one more card for each item shows the others.
    """

    question: str
    items: tuple[str, ...]
    items_too: bool = False


Note = BasicNote | ClozeNote | EnumerationNote


@dataclass(frozen=True, slots=True)
class Card:
    """One question put to a note: what the learner sees, in plain text, and what is asked.

    `id` is the note's id and the card's index ("9f2c...-0"); siblings share the note. `prompt` writes the
    hidden part as [...] or, with a hint, [...hint...]; `answer` is the hidden text.
    """

    id: str
    note: str
    index: int
    prompt: str
    answer: str


def note_id(*parts: str) -> str:
    """Return an id of 24 hex digits for what a note says.

    Parts are joined with their lengths, so that ("ab", "c") and ("a", "bc") differ. A note keeps the id it was
    born with through every later edit.
    """
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def cards_of(note: Note) -> tuple[Card, ...]:
    """Return the note's cards in order of index; there is always at least one.

    Indexes are stable: those of a cloze note are its groups less one, those of an enumeration 0 for the whole
    list and 1 to 7 for its items.
    """
    match note:
        case BasicNote():
            faces = [(0, note.question, note.answer)]
            if note.reversed_too:
                faces.append((1, note.answer, note.question))
        case ClozeNote():
            groups = sorted({deletion.group for deletion in note.deletions})
            faces = [(group - 1, *_hide(note, group)) for group in groups]
        case EnumerationNote():
            faces = [(0, note.question, _listed(note.items, note.language))]
            if note.items_too:
                faces += [(i, _without(note, i - 1), item) for i, item in enumerate(note.items, start=1)]
    return tuple(Card(f"{note.id}-{i}", note.id, i, prompt, answer) for i, prompt, answer in faces)


def _hide(note: ClozeNote, group: int) -> tuple[str, str]:
    prompt, hidden, at = [], [], 0
    for deletion in sorted(note.deletions):
        if deletion.group != group:
            continue
        hint = f"[...{deletion.hint}...]" if deletion.hint else "[...]"
        prompt += [note.text[at : deletion.span.start], hint]
        hidden.append(deletion.span.of(note.text))
        at = deletion.span.end
    prompt.append(note.text[at:])
    heading = f"{note.heading}\n" if note.heading else ""
    return heading + "".join(prompt), _listed(hidden, note.language)


def _without(note: EnumerationNote, hidden: int) -> str:
    lines = ["[...]" if i == hidden else item for i, item in enumerate(note.items)]
    return "\n".join([note.question, *(f"{i}. {line}" for i, line in enumerate(lines, start=1))])


def _listed(parts: tuple[str, ...] | list[str], language: str) -> str:
    return ("、" if language.startswith("zh") else ", ").join(parts)
