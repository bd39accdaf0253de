"""Note -> what Anki stores for it: escaped fields, tags, the deck's name."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize
from urllib.parse import quote

from cards.errors import CardsError
from cards.languages import language_named
from cards.model import (
    MOST_ITEMS,
    BasicNote,
    ClozeNote,
    EnumerationNote,
    Exhibit,
    Formula,
    Listing,
    Note,
    Picture,
    Place,
)
from deckbuilder.note_types import EVERY_NOTE, NoteType, note_types

# Where the reviewer answers on the learner's own computer.
LINK_BASE = "http://127.0.0.1:8765"

# Anki shows tags in a narrow tree, and a heading may be a whole sentence.
LONGEST_TAG = 40

_ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    # Braces and colons mean something inside a cloze field; [sound:], [latex], [$] and [anki:tts] everywhere.
    "{": "&#123;",
    "}": "&#125;",
    ":": "&#58;",
    "[": "&#91;",
    "\n": "<br>",
    "\r": "<br>",
    "\r\n": "<br>",
    # Anki stores NFC, in which a long solidus would join the ">" of our own <br>.
    "\u0338": "&#824;",
}
# Anki divides fields by U+001F and HTML forbids the other controls: all but the tab are dropped.
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_SPECIAL = re.compile(
    rf'[&<>"{{}}\n\u0338{_CONTROLS}\ud800-\udfff]|\r\n?|\[(?=sound:|latex|\$|anki:)', re.IGNORECASE
)
_SPECIAL_HIDDEN = re.compile(rf"{_SPECIAL.pattern}|:", re.IGNORECASE)
_VISIBLE = re.compile(rf"[^\s{_CONTROLS}]")
_NOT_IN_NAMES = re.compile(rf'["{_CONTROLS}\t\n\r\ud800-\udfff]+')
_SPARE = ("",) * (len(EVERY_NOTE) - EVERY_NOTE.index("Spare1"))
_SUFFIX = re.compile(r"(?<=.)\.[A-Za-z][A-Za-z0-9]{0,4}$")


def note_type_of(note: Note) -> NoteType:
    """Return the note type that the note is stored as."""
    match note:
        case BasicNote(reversed_too=True):
            return note_types().reversed
        case BasicNote():
            return note_types().basic
        case ClozeNote():
            return note_types().cloze
        case EnumerationNote():
            return note_types().enumeration


def fields_of(note: Note, *, link_base: str = LINK_BASE, speak: bool = False) -> tuple[str, ...]:
    """Return the values of the note's fields as HTML in NFC, in the order of its note type.

    A browser shows the note's own text, without control characters. Raises CardsError for a note that Anki would
    make no card of, because a text is blank.
    """
    own: tuple[str, ...]
    match note:
        case BasicNote():
            _check_said(note, note.question, note.answer)
            own = (escaped(note.question), escaped(note.answer))
        case ClozeNote():
            _check_said(note, *(deletion.span.of(note.text) for deletion in note.deletions))
            own = (_cloze(note), escaped(note.heading))
        case EnumerationNote():
            _check_said(note, note.question, *note.items)
            items = [escaped(item) for item in note.items]
            own = (
                escaped(note.question),
                *items,
                *[""] * (MOST_ITEMS - len(items)),
                "y" if note.items_too else "",
            )
    return own + _of_every_note(note, link_base, speak)


def escaped(text: str, special: re.Pattern[str] = _SPECIAL) -> str:
    """Return HTML in NFC that shows the text, and in which Anki finds nothing of its own."""
    # NFC first: what is escaped afterwards cannot join a neighbour when Anki normalises again.
    return special.sub(_escape, normalize("NFC", text))


def tags_of(note: Note) -> tuple[str, ...]:
    """Return the note's tags, then its document and section as one hierarchical tag, without repeats."""
    tags = [_tag(tuple(tag.split("::"))) for tag in note.tags]
    place = _tag((_stem(note.source.document), *note.source.section))
    # Anki takes tags that differ in case only for the same.
    return tuple({tag.casefold(): tag for tag in (place, *reversed(tags)) if tag.strip("_:")}.values())[::-1]


@lru_cache(maxsize=1024)
def deck_name(document: str, *, parent: str = "") -> str:
    """Return the deck of a document: its name without the suffix, under `parent` ("A" or "A::B") if there is one."""
    above = [part for part in parent.split("::") if part.strip()]
    return "::".join(_level(part) for part in (*above, _stem(document)))


def _of_every_note(note: Note, link_base: str, speak: bool) -> tuple[str, ...]:
    """Return the values of `EVERY_NOTE`; Hint, Image, Audio and the spare fields are the learner's."""
    document, section, language = _shared(note.source.document, note.source.section, note.language)
    place = _place(note.source.place, note.language)
    link = escaped(f"{link_base}/notes/{quote(note.id, safe='')}/source") if link_base else ""
    speaks_chinese = "y" if speak and note.language.startswith("zh") else ""
    speaks_english = "y" if speak and note.language.startswith("en") else ""
    # In Extra, which backs show: a picture on the front would give its answer away.
    shown = ("", "".join(map(_exhibit, note.exhibits)), "", "")
    filled = (escaped(note.source.quote), section, document, place, link)
    return (*shown, *filled, language, speaks_chinese, speaks_english, *_SPARE)


# The notes of a document share these, and their headings.
@lru_cache(maxsize=1024)
def _shared(document: str, section: tuple[str, ...], language: str) -> tuple[str, str, str]:
    return escaped(document), escaped(" › ".join(section)), escaped(language)


@lru_cache(maxsize=1024)
def _place(place: Place | None, language: str) -> str:
    return escaped(language_named(language).place(place)) if place else ""


def _exhibit(shown: Exhibit) -> str:
    """Return the exhibit as a block of its own; Anki's MathJax reads what stands between \\[ and \\]."""
    match shown:
        case Picture(media=media, caption=caption):
            return f'<div><img src="{escaped(media)}" alt="{escaped(caption)}"></div>'
        case Formula(tex=tex):
            return f"<div>\\&#91;{escaped(tex)}\\]</div>"
        case Listing(code=code):
            return f"<pre><code>{escaped(code)}</code></pre>"


def _cloze(note: ClozeNote) -> str:
    parts, at = [], 0
    for deletion in sorted(note.deletions):
        hidden = escaped(deletion.span.of(note.text), _SPECIAL_HIDDEN)
        # The dots are how kapian shows a hint everywhere; Anki shows only the hint, in brackets.
        hint = f"::...{escaped(deletion.hint, _SPECIAL_HIDDEN)}..." if deletion.hint else ""
        parts += [escaped(note.text[at : deletion.span.start]), f"{{{{c{deletion.group}::{hidden}{hint}}}}}"]
        at = deletion.span.end
    return "".join([*parts, escaped(note.text[at:])])


def _check_said(note: Note, *texts: str) -> None:
    if not texts or not all(_VISIBLE.search(text) for text in texts):
        place = f"{note.source.document}: the note {note.id}"
        raise CardsError(f"{place} has a blank question, answer, item or gap; fill it or take the note out")


def _escape(match: re.Match[str]) -> str:
    special = match[0]
    if "\ud800" <= special <= "\udfff":
        return "\ufffd"
    return _ESCAPES.get(special, "")


@lru_cache(maxsize=1024)
def _tag(levels: tuple[str, ...]) -> str:
    # A space would divide the tag.
    return "::".join(_level(level)[:LONGEST_TAG].strip(" :").replace(" ", "_") for level in levels)


def _level(name: str) -> str:
    """Return one level of the name of a deck or tag as Anki would store it; two colons would begin another level."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", normalize("NFC", name)).split())
    return re.sub(r":{2,}", ":", words).strip(" :") or "_"


def _stem(document: str) -> str:
    return _SUFFIX.sub("", document)
