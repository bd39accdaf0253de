"""What is left in every deck, counted at once: the same as a session in each deck counts."""

from __future__ import annotations

import random
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from cards.model import cards_of
from cards.progress import Buried, Entry, Forgotten, Happening, Moved, Rating, Rescheduled, Resumed, Suspended
from tests.webreview.collection.made import DAY, MINUTE, NOW, answer, note
from webreview.collection import ME, Collection, decks, learners, log, notes, study
from webreview.review import days
from webreview.review.queue import Counts
from webreview.settings import Settings

DECKS = ("A", "A::B", "A::B::C", "A-B", "D::E")
STEPS = 25

SETTINGS = st.builds(
    Settings,
    time_zone=st.sampled_from(["UTC", "Asia/Shanghai", "America/New_York"]),
    learning_steps=st.sampled_from([(), (MINUTE, 10 * MINUTE), (timedelta(hours=5),)]),
    new_a_day=st.sampled_from([0, 1, 3, 20]),
    reviews_a_day=st.sampled_from([0, 1, 2, 5, 200]),
    learn_ahead=st.sampled_from([timedelta(0), 20 * MINUTE]),
    bury_siblings=st.booleans(),
)


@limits(max_examples=12)
@given(SETTINGS, st.randoms(use_true_random=False))
def test_each_deck_counts_what_a_session_in_it_counts(settings: Settings, chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        counted_alike(Path(folder, "c.sqlite"), settings, chance)


@pytest.mark.parametrize("bury_siblings", [False, True], ids=["siblings shown", "siblings buried"])
def test_both_databases_count_alike(bury_siblings: bool, database_url: str) -> None:
    settings = Settings(new_a_day=3, reviews_a_day=5, bury_siblings=bury_siblings)
    counted_alike(database_url, settings, random.Random(1))


def counted_alike(location: Path | str, settings: Settings, chance: random.Random) -> None:
    """Do by chance what learners do, over some weeks; compare the counts after each thing done."""
    with Collection.open(location) as collection:
        cards = filled(collection, settings, chance)
        now = NOW
        for _ in range(STEPS):
            now += chance.choice([MINUTE, 7 * MINUTE, timedelta(hours=3), DAY, 4 * DAY])
            chosen = chance.sample(cards, chance.randrange(8))
            log.append(
                collection, ME, [done(collection, settings, chance, one, now) for one in chosen], now=now
            )
            assert study.counts(collection, ME, now=now) == one_by_one(collection, now)


def filled(collection: Collection, settings: Settings, chance: random.Random) -> list[str]:
    """Put notes into each deck, many with two cards and not all kept; return the ids of the kept cards."""
    learners.join(collection, ME, settings=settings, now=NOW)
    kept = []
    for deck in DECKS:
        made = [note(f"{deck} {number}", reversed_too=chance.random() < 0.6) for number in range(6)]
        notes.add(collection, ME, made, deck=deck, now=NOW)
        chosen = [one for one in made if chance.random() < 0.9]
        notes.accept(collection, ME, [one.id for one in chosen], now=NOW)
        kept += [card.id for one in chosen for card in cards_of(one)]
    return kept


def done(
    collection: Collection, settings: Settings, chance: random.Random, card: str, now: datetime
) -> Entry:
    """Return what is done to the card: mostly an answer, else whatever takes it out of the queue or back."""
    shown = study.showing(collection, ME, card, now=now)
    tomorrow = days.next_day_start(now, settings)
    others: list[Happening] = [
        Buried(card, tomorrow),
        Suspended(card),
        Resumed(card),
        Forgotten(card),
        Rescheduled(card, chance.choice([days.day_start(now, settings), tomorrow])),
        Moved(shown.note.id, chance.choice(decks.all_decks(collection, ME)).id),
    ]
    if chance.random() < 0.7:
        return answer(shown, chance.choice(list(Rating)), at=now)
    return Entry(log.new_id(), now, chance.choice(others))


def one_by_one(collection: Collection, now: datetime) -> dict[str, Counts]:
    return {
        deck.id: study.session(collection, ME, now=now, deck=deck.id, limit=0).counts
        for deck in decks.all_decks(collection, ME)
    }
