"""What another document asks already is not asked again, and what is much like it is shown beside it."""

from __future__ import annotations

from cards.documents import read_text
from cards.model import BasicNote, Origin, Source, Span
from tests.webreview.collection.made import NOW, collection_with
from webreview.collection import ME, Collection, documents, notes, repeats
from webreview.collection.notes import Added


def basic(identity: str, question: str, answer: str, sentence: str, name: str = "other.txt") -> BasicNote:
    source = Source(name, Span(0, len(sentence)), sentence)
    return BasicNote(id=identity, source=source, origin=Origin("core"), question=question, answer=answer)


FIRST = basic(
    "first",
    "我们党最大的政治优势是什么？",
    "密切联系群众",
    "密切联系群众是我们党最大的政治优势。",
    "first.txt",
)
NEARLY = basic(
    "nearly", "什么是我们党最大的政治优势？", "密切联系群众", "我们党最大的政治优势就是要密切联系群众啊。"
)
ALIKE = basic(
    "alike", "我们党最重要的政治优势与特点是什么？", "密切联系群众", "政治上最重要的优势与特点在于此事。"
)
OTHER = basic("other", "我们党最大的政治优势是什么？", "团结一致", "团结一致也被称为最大的政治优势之一。")


def add(collection: Collection, *made: BasicNote) -> Added:
    text = "".join(note.source.quote for note in made)
    document = read_text(text, name=made[0].source.document)
    added = documents.add(collection, ME, document, made, deck="Deck", now=NOW)
    notes.accept(collection, ME, added.new, now=NOW)
    return added


def test_a_question_with_the_same_answer_is_not_asked_from_another_document(database_url: str) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        added = add(collection, NEARLY, ALIKE, OTHER)
        assert (added.new, added.repeats) == (("alike", "other"), 1)


def test_a_card_much_like_another_is_found_and_one_with_another_answer_is_not(database_url: str) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        found = repeats.resembling(collection, ME, [ALIKE, OTHER], versions=("elsewhere",))
        assert {note: [other.id for other in others] for note, others in found.items()} == {
            "alike": ["first"]
        }


def test_a_note_is_not_like_itself_nor_like_notes_of_its_own_document(database_url: str) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        document = notes.get(collection, ME, "first").document
        assert repeats.resembling(collection, ME, [FIRST], versions=("elsewhere",)) == {}
        assert repeats.resembling(collection, ME, [ALIKE], versions=(document,)) == {}
