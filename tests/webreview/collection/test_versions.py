"""Later versions of documents: cards keep what was learned, changed sentences wait for a word, nothing is doubled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cards.choosing.checks import squeezed
from cards.documents import Document, read_text
from cards.model import ClozeNote, Deletion, Origin, Source, Span, cards_of, note_id
from cards.pipeline import make_notes
from cards.progress import Accepted, Edited, Entry, Rating, Rejected, Undone
from tests.webreview.collection.made import DAY, NOW, collection_with, press
from webreview.collection import ME, Collection, checking, decks, documents, log, notes, study
from webreview.collection.notes import Added, KeptNote
from webreview.review.history import Decision

FIRST = """# 群众路线

群众路线是党的生命线和根本工作路线。密切联系群众是我们党最大的政治优势。

## 方法

脱离群众是党执政后面临的最大危险。做好群众工作必须深入基层、深入实际、深入群众。
"""
SENTENCES = {
    "lifeline": "群众路线是党的生命线和根本工作路线。",
    "advantage": "密切联系群众是我们党最大的政治优势。",
    "danger": "脱离群众是党执政后面临的最大危险。",
}
HIDDEN = {"lifeline": "生命线", "advantage": "政治优势", "danger": "最大危险"}
LATER = (
    FIRST.replace("是党的生命线和根本", "是我们党的生命线，也是党的根本")
    .replace("脱离群众是党执政后面临的最大危险。", "")
    .replace("# 群众路线\n", "# 群众路线\n\n新的一版在开头多了这一句话。\n")
)


def read(text: str, name: str = "line.md") -> Document:
    return read_text(text, name=name)


def on(name: str, text: str = FIRST) -> ClozeNote:
    """A gap in the sentence, as it stands in the text."""
    quote, hidden = SENTENCES[name], HIDDEN[name]
    start, at = text.index(quote), quote.index(hidden)
    return ClozeNote(
        id=note_id(name),
        source=Source("line.md", Span(start, start + len(quote)), quote),
        origin=Origin("gap"),
        text=quote,
        deletions=(Deletion(Span(at, at + len(hidden))),),
    )


def add(collection: Collection, text: str, name: str = "line.md") -> Added:
    """Add the text with a note on each of the sentences that it has."""
    made = [on(one, text) for one, quote in SENTENCES.items() if quote in text]
    return documents.add(collection, ME, read(text, name), made, deck=name.split(".")[0], now=NOW)


def kept(collection: Collection, name: str) -> KeptNote:
    return notes.get(collection, ME, on(name).id)


def test_notes_follow_their_sentences_and_those_without_stay_behind(database_url: str) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        added = add(collection, LATER)
        later = read(LATER)
        assert on("advantage").id in added.stayed
        assert added.reworded == (on("lifeline").id,)
        assert added.gone == (on("danger").id,)
        assert kept(collection, "advantage").document == later.id
        assert kept(collection, "danger").document == read(FIRST).id
        assert [one.note.id for one in notes.left_behind(collection, ME, later.id)] == [on("danger").id]
        source = kept(collection, "advantage").note.source
        assert source.span.of(later.text) == SENTENCES["advantage"]


def test_a_reworded_sentence_keeps_id_schedule_and_history_and_shows_the_change(database_url: str) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        notes.accept(collection, ME, [on("lifeline").id], now=NOW)
        press(collection, "lifeline", Rating.EASY)
        due = {one.card.id: one.memory for one in study.session(collection, ME, now=NOW + 20 * DAY).showings}
        add(collection, LATER)
        again = {
            one.card.id: one.memory for one in study.session(collection, ME, now=NOW + 20 * DAY).showings
        }
        now = kept(collection, "lifeline")
        assert due == again != {}
        assert now.decision is Decision.ACCEPTED
        assert now.rewording is not None
        assert now.rewording.before == SENTENCES["lifeline"]
        assert now.note.source.quote == "群众路线是我们党的生命线，也是党的根本工作路线。"
        assert now.note.edited_at == NOW
        assert checking.check(collection, ME).problems == ()


def test_taking_over_the_new_wording_keeps_the_card(database_url: str) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        add(collection, LATER)
        rewording = kept(collection, "lifeline").rewording
        assert rewording is not None
        proposal = rewording.proposal
        assert proposal is not None
        log.append(
            collection, ME, [Entry(log.new_id(), NOW + DAY, Edited(proposal.id, proposal))], now=NOW + DAY
        )
        after = kept(collection, "lifeline")
        assert after.rewording is None
        assert replace(after.note, edited_at=proposal.edited_at) == proposal
        assert after.note.edited_at == NOW + DAY


@pytest.mark.parametrize("word", [Accepted, Rejected])
def test_a_word_of_the_learner_settles_the_change(
    database_url: str, word: type[Accepted] | type[Rejected]
) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        add(collection, LATER)
        log.append(collection, ME, [Entry("entry-word", NOW, word(on("lifeline").id))], now=NOW)
        assert kept(collection, "lifeline").rewording is None
        undone = Undone(on("lifeline").id, "entry-word")
        log.append(collection, ME, [Entry("entry-undo", NOW, undone)], now=NOW)
        assert kept(collection, "lifeline").rewording is not None


def test_rejected_notes_stay_rejected_and_ask_nothing(database_url: str) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        log.append(collection, ME, [Entry("entry-no", NOW, Rejected(on("lifeline").id))], now=NOW)
        added = add(collection, LATER)
        now = kept(collection, "lifeline")
        assert (now.decision, now.rewording) == (Decision.REJECTED, None)
        assert on("lifeline").id in added.reworded


def test_notes_made_of_the_new_version_double_no_question(database_url: str) -> None:
    article = (Path(__file__).parents[3] / "examples" / "mass-line.zh.txt").read_text(encoding="utf-8")
    edited = article.replace("是", "就是", 3).replace("群众路线", "党的群众路线", 2)
    first, later = read(article, "article.txt"), read(edited, "article.txt")
    with collection_with(database_url) as collection:
        documents.add(collection, ME, first, make_notes(first), deck="article", now=NOW)
        added = documents.add(collection, ME, later, make_notes(later), deck="article", now=NOW)
        asked = [
            squeezed(card.prompt)
            for kept in notes.of_document(collection, ME, later.id)
            for card in cards_of(kept.note)
        ]
        assert added.reworded
        assert len(asked) == len(set(asked))


def test_the_same_version_again_changes_nothing(database_url: str) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        add(collection, LATER)
        before = notes.of_document(collection, ME, read(LATER).id)
        again = add(collection, LATER)
        assert (again.new, again.stayed, again.reworded, again.gone) == ((), (), (), ())
        assert notes.of_document(collection, ME, read(LATER).id) == before


def test_a_renamed_document_is_known_by_its_sentences(database_url: str) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        added = add(collection, FIRST + "\n新的一版在最后多了这一句话。\n", "line (final).md")
        assert set(added.stayed) == {on(name).id for name in SENTENCES}
        assert {deck.name for deck in decks.all_decks(collection, ME)} == {"line"}


def test_a_book_that_holds_a_chapter_is_a_text_of_its_own_and_asks_nothing_twice(database_url: str) -> None:
    chapter = "\n\n".join(SENTENCES.values())
    rest = "天空是蓝色的，因为大气散射阳光中的蓝光。" * 12
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        book = read(f"{chapter}\n\n{rest}", "book.txt")
        made = [
            replace(on(name), id=f"in-the-book-{name}", source=replace(on(name).source, document="book.txt"))
            for name in SENTENCES
        ]
        added = documents.add(collection, ME, book, made, deck="book", now=NOW)
        assert (added.new, added.stayed, added.repeats) == ((), (), len(SENTENCES))
        assert kept(collection, "lifeline").document == read(FIRST).id


def test_two_texts_that_share_only_a_name_are_two_documents(database_url: str) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        other = "光合作用把光能转化为化学能，储存在有机物之中。呼吸作用释放这些能量供细胞使用。"
        added = add(collection, other)
        assert (added.stayed, added.reworded, added.gone) == ((), (), ())
        assert kept(collection, "danger").document == read(FIRST).id
        assert notes.left_behind(collection, ME, read(other).id) == ()


def test_three_versions_in_turn_compare_with_the_first_wording(database_url: str) -> None:
    third = LATER.replace("也是党的根本工作路线", "又是党的根本工作路线")
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        add(collection, LATER)
        add(collection, third)
        rewording = kept(collection, "lifeline").rewording
        assert rewording is not None
        assert rewording.before == SENTENCES["lifeline"]
        assert kept(collection, "lifeline").note.source.quote.startswith("群众路线是我们党的生命线，又是")
        assert [one.note.id for one in notes.left_behind(collection, ME, read(third).id)] == [on("danger").id]


def test_a_sentence_that_comes_back_brings_its_note_along(database_url: str) -> None:
    third = LATER + "\n脱离群众是党执政后面临的最大危险。\n"
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        add(collection, LATER)
        added = add(collection, third)
        assert on("danger").id in added.stayed
        assert kept(collection, "danger").document == read(third).id


def test_an_edit_by_the_learner_keeps_the_place_of_the_sentence(database_url: str) -> None:
    with collection_with(database_url) as collection:
        add(collection, FIRST)
        old = kept(collection, "advantage").note
        add(collection, LATER)
        notes.edit(collection, ME, replace(old, tags=("mine",)), now=NOW + DAY)
        assert kept(collection, "advantage").note.source.span.of(read(LATER).text) == SENTENCES["advantage"]
        checking.rebuild(collection, ME)
        assert checking.check(collection, ME).problems == ()


def test_a_reworded_note_is_open_in_the_list_and_a_version_without_notes_is_not_listed(
    database_url: str,
) -> None:
    second = FIRST.replace("是党的生命线和根本", "是我们党的生命线，也是党的根本")
    with collection_with(database_url) as collection:
        added = add(collection, FIRST)
        notes.accept(collection, ME, added.new, now=NOW)
        add(collection, second)
        (listed,) = documents.all_documents(collection, ME)
        assert listed.id == read(second).id
        assert listed.notes == {Decision.OPEN: 1, Decision.ACCEPTED: 2}
