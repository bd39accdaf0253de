"""A note <-> the fields of a form in which it is edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from gettext import NullTranslations

from cards.deckfields import MOST_GROUPS
from cards.errors import CardsError
from cards.model import MOST_ITEMS, BasicNote, ClozeNote, EnumerationNote, Note
from webreview.pages import cloze_marks

LONGEST_FIELD = 20_000
LONGEST_TAG = 200


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the form: `kind` is "text" (several lines), "line" or "check" ("y" or empty); `hint` may be empty."""

    name: str
    label: str
    value: str
    kind: str = "text"
    hint: str = ""


def fields_of(note: Note, words: NullTranslations) -> tuple[FormField, ...]:
    """Return the note as fields of a form, named in the interface's words."""
    gettext = words.gettext
    tags = FormField(
        "tags", gettext("Tags"), " ".join(note.tags), "line", gettext("With spaces between them.")
    )
    match note:
        case BasicNote():
            backwards = gettext("Ask it backwards too")
            return (
                FormField("question", gettext("Question"), note.question),
                FormField("answer", gettext("Answer"), note.answer),
                FormField("reversed", backwards, "y" if note.reversed_too else "", "check"),
                tags,
            )
        case ClozeNote():
            hint = gettext(
                "{{c1::hidden}} hides a part, {{c1::hidden::hint}} with a hint; c2 makes a second card."
            )
            return (
                FormField("text", gettext("Text"), cloze_marks.written(note), hint=hint),
                FormField("heading", gettext("Heading"), note.heading, "line"),
                tags,
            )
        case EnumerationNote():
            return (
                FormField("question", gettext("Question"), note.question),
                FormField("items", gettext("Items"), "\n".join(note.items), hint=gettext("One a line.")),
                FormField(
                    "items_too", gettext("Ask for each item too"), "y" if note.items_too else "", "check"
                ),
                tags,
            )


def edited(note: Note, sent: Mapping[str, str]) -> Note:
    """Return the note as the form was sent; a field that was left as it was keeps what it had, to the letter.

    Raises CardsError with a sentence for the learner where no card could be made of it.
    """
    before = {field.name: field.value for field in fields_of(note, NullTranslations())}
    values = {name: _sent(sent.get(name, "")) for name in before}
    changed = {name for name in before if values[name] != _sent(before[name])}
    if any(len(value) > LONGEST_FIELD for value in values.values()):
        raise CardsError("A field has more than {most} characters; shorten it.", most=f"{LONGEST_FIELD:,}")
    after: Note
    match note:
        case BasicNote():
            after = replace(
                note,
                question=values["question"] if "question" in changed else note.question,
                answer=values["answer"] if "answer" in changed else note.answer,
                reversed_too=bool(values["reversed"]),
            )
            _check_said(after.question, after.answer)
        case ClozeNote():
            text, deletions = (
                cloze_marks.read(values["text"]) if "text" in changed else (note.text, note.deletions)
            )
            heading = values["heading"] if "heading" in changed else note.heading
            if not deletions:
                raise CardsError(
                    "Nothing is hidden; write {{c1:: before and }} behind what the card asks for."
                )
            if not all(1 <= deletion.group <= MOST_GROUPS for deletion in deletions):
                raise CardsError("The number behind {{c is 1 to 500.")
            after = replace(note, text=text, deletions=deletions, heading=heading)
        case EnumerationNote():
            items = note.items
            if "items" in changed:
                items = tuple(line for line in values["items"].split("\n") if line.strip())
            question = values["question"] if "question" in changed else note.question
            if not 2 <= len(items) <= MOST_ITEMS:
                raise CardsError("A list has two to seven items, one a line.")
            after = replace(note, question=question, items=items, items_too=bool(values["items_too"]))
            _check_said(question)
    return replace(after, tags=_tags(values["tags"])) if "tags" in changed else after


def _sent(value: str) -> str:
    """Return the value with line ends as they are kept: forms send CR LF."""
    return value.replace("\r\n", "\n")


def _check_said(*texts: str) -> None:
    if not all(text.strip() for text in texts):
        raise CardsError("The question or the answer is empty; write something there.")


def _tags(line: str) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(line.split()))
    if any(len(tag) > LONGEST_TAG for tag in tags):
        raise CardsError("A tag has more than {most} characters; shorten it.", most=LONGEST_TAG)
    return tags
