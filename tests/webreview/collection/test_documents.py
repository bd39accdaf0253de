"""Documents and notes: kept once, found again, edited in place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.documents.model import Media, Placed, Remark, Shown
from cards.errors import CardsError
from cards.model import Place, Span, Unit
from cards.progress import Entry, Postponed, Rating, Rejected
from tests.webreview.collection.made import (
    DAY,
    NOW,
    TEXT,
    card_of,
    collection_with,
    document,
    note,
    press,
    questions,
)
from webreview.collection import ME, checking, decks, documents, log, media, notes, study
from webreview.collection.notes import Added
from webreview.errors import NotInCollectionError
from webreview.review.history import Decision

WATER, FIRE = note("water", span=Span(0, 6)), note("fire", span=Span(8, 12))


def test_a_document_comes_back_as_it_was(database_url: str) -> None:
    with collection_with(database_url) as collection:
        documents.add(collection, ME, document(), [WATER], deck="Deck", now=NOW)
        assert documents.get(collection, ME, document().id) == document()


def test_pages_pictures_and_remarks_come_back_and_pictures_are_kept_by_name(database_url: str) -> None:
    picture = Media("a1.png", "image/png", b"\x89PNG\0")
    paged = replace(
        document(),
        places=(Placed(0, Place(Unit.PAGE, "xiv")), Placed(8, Place(Unit.SLIDE, "2"))),
        pictures=(Shown(Span(3, 3), picture.name, "水"),),
        media=(picture,),
        remarks=(Remark("{pages} pages have no text", (("pages", 2),)),),
    )
    with collection_with(database_url) as collection:
        documents.add(collection, ME, paged, [WATER], deck="Deck", now=NOW)
        documents.add(collection, ME, paged, [WATER], deck="Deck", now=NOW)
        assert documents.get(collection, ME, paged.id) == replace(paged, media=())
        assert media.get(collection, ME, picture.name) == picture


def test_a_picture_that_is_not_there_is_refused(database_url: str) -> None:
    with collection_with(database_url) as collection, pytest.raises(NotInCollectionError, match=r"'b2\.png'"):
        media.get(collection, ME, "b2.png")


def test_notes_stand_in_document_order_and_wait_in_triage(database_url: str) -> None:
    with collection_with(database_url) as collection:
        documents.add(collection, ME, document(), [FIRE, WATER], deck="Deck", now=NOW)
        kept = notes.of_document(collection, ME, document().id)
        assert [(one.note, one.decision) for one in kept] == [(WATER, Decision.OPEN), (FIRE, Decision.OPEN)]
        assert questions(collection) == []


def test_adding_the_same_again_adds_nothing(database_url: str) -> None:
    with collection_with(database_url) as collection:
        first = documents.add(collection, ME, document(), [WATER, FIRE], deck="Deck", now=NOW)
        again = documents.add(collection, ME, document(), [WATER, FIRE], deck="Other", now=NOW + DAY)
        assert first == Added(new=(WATER.id, FIRE.id), known=(), elsewhere=())
        assert (again.new, sorted(again.known)) == ((), sorted([WATER.id, FIRE.id]))
        assert [deck.name for deck in decks.all_decks(collection, ME)] == ["Deck"]
        assert len(documents.all_documents(collection, ME)) == 1


def test_a_note_that_another_document_made_is_reported_and_left_alone(database_url: str) -> None:
    with collection_with(database_url) as collection:
        documents.add(collection, ME, document(), [WATER], deck="Deck", now=NOW)
        other = document("other.txt", TEXT + "\n还有。")
        added = documents.add(collection, ME, other, [WATER, FIRE], deck="Deck", now=NOW)
        assert added == Added(new=(FIRE.id,), known=(), elsewhere=(WATER.id,))
        assert [kept.note for kept in notes.of_document(collection, ME, document().id)] == [WATER]


def test_a_changed_text_is_the_next_version_and_the_one_before_is_kept(database_url: str) -> None:
    with collection_with(database_url) as collection:
        documents.add(collection, ME, document(), [WATER], deck="Deck", now=NOW)
        changed = document(text=TEXT + "\n金是硬的。")
        documents.add(collection, ME, changed, [], deck="Deck", now=NOW + DAY)
        found = documents.all_documents(collection, ME)
        assert [(one.name, one.version, one.id) for one in found] == [("elements.txt", 2, changed.id)]
        assert documents.get(collection, ME, document().id).text == TEXT


@pytest.mark.parametrize("text", ["water\0fire", "water \ud800"])
def test_a_text_that_no_database_can_hold_is_refused(text: str, database_url: str) -> None:
    with collection_with(database_url) as collection:
        broken = replace(document(), text=text)
        with pytest.raises(CardsError) as refused:
            documents.add(collection, ME, broken, [], deck="Deck", now=NOW)
        assert str(refused.value).startswith("elements.txt: character ")
        assert documents.all_documents(collection, ME) == ()


def test_a_deck_or_note_that_is_not_there_is_said_to_be_missing(database_url: str) -> None:
    with collection_with(database_url) as collection:
        with pytest.raises(NotInCollectionError, match="no document 'x'"):
            documents.get(collection, ME, "x")
        with pytest.raises(NotInCollectionError, match="no note 'x'"):
            notes.get(collection, ME, "x")
        with pytest.raises(NotInCollectionError, match="no deck 'x'"):
            study.session(collection, ME, now=NOW, deck="x")
        with pytest.raises(NotInCollectionError, match="no card 'x'"):
            study.showing(collection, ME, "x", now=NOW)


def test_only_accepted_notes_are_studied(database_url: str) -> None:
    with collection_with(database_url) as collection:
        documents.add(collection, ME, document(), [WATER, FIRE], deck="Deck", now=NOW)
        assert notes.accept(collection, ME, [WATER.id, FIRE.id], now=NOW) == 2
        log.append(collection, ME, [Entry("reject-01", NOW, Rejected(FIRE.id))], now=NOW)
        assert questions(collection) == ["water?"]
        assert documents.all_documents(collection, ME)[0].notes == {
            Decision.ACCEPTED: 1,
            Decision.REJECTED: 1,
        }


def test_accepting_many_brings_back_no_rejected_note(database_url: str) -> None:
    with collection_with(database_url) as collection:
        documents.add(collection, ME, document(), [WATER, FIRE], deck="Deck", now=NOW)
        log.append(collection, ME, [Entry("reject-01", NOW, Rejected(FIRE.id))], now=NOW)
        assert notes.accept(collection, ME, [WATER.id, FIRE.id], now=NOW) == 1
        assert notes.get(collection, ME, FIRE.id).decision is Decision.REJECTED


def test_a_postponed_note_is_open_again(database_url: str) -> None:
    with collection_with(database_url, [WATER]) as collection:
        log.append(collection, ME, [Entry("later-001", NOW + DAY, Postponed(WATER.id))], now=NOW + DAY)
        assert notes.get(collection, ME, WATER.id).decision is Decision.OPEN
        assert questions(collection, now=NOW + DAY) == []


def test_an_edited_note_keeps_its_id_and_its_schedule(database_url: str) -> None:
    with collection_with(database_url, [WATER]) as collection:
        press(collection, "water", Rating.EASY)
        before = study.showing(collection, ME, card_of("water"), now=NOW).memory
        edited = notes.edit(collection, ME, replace(WATER, answer="H₂O", reversed_too=True), now=NOW + DAY)
        assert edited == replace(WATER, answer="H₂O", reversed_too=True, edited_at=NOW + DAY)
        after = study.showing(collection, ME, card_of("water"), now=NOW + DAY)
        assert (after.memory, after.note) == (before, edited)
        assert study.showing(collection, ME, card_of("water", 1), now=NOW + DAY).memory is None
        assert checking.check(collection, ME).problems == ()


def test_a_renamed_deck_keeps_its_notes(database_url: str) -> None:
    with collection_with(database_url, [WATER, FIRE]) as collection:
        [deck] = decks.all_decks(collection, ME)
        decks.rename(collection, ME, deck.id, "Elements::Old")
        assert [kept.note for kept in notes.of_deck(collection, ME, deck.id)] == [WATER, FIRE]
        notes.add(collection, ME, [note("gold")], deck="Elements", now=NOW)
        with pytest.raises(CardsError, match="already a deck named “Elements”"):
            decks.rename(collection, ME, deck.id, "Elements")


def test_a_deck_counts_the_decks_inside_it(database_url: str) -> None:
    with collection_with(database_url) as collection:
        for name, deck in (("water", "Elements"), ("fire", "Elements::Hot"), ("cow", "Elementary")):
            added = notes.add(collection, ME, [note(name)], deck=deck, now=NOW)
            notes.accept(collection, ME, added.new, now=NOW)
        found = {deck.name: deck.id for deck in decks.all_decks(collection, ME)}
        counts = study.counts(collection, ME, now=NOW)
        assert {name: counts[found[name]].new for name in found} == {
            "Elementary": 1,
            "Elements": 2,
            "Elements::Hot": 1,
        }
        assert questions(collection, deck=found["Elements"]) == ["water?", "fire?"]
