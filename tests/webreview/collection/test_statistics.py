"""What the database counts is what reading everything counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.webreview.collection.made import DAY, NOW
from tests.webreview.collection.searched import SETTINGS, TODAY, Known, asks_for, everything, searched
from webreview.collection import ME, Collection, statistics
from webreview.collection.statistics import Figures
from webreview.review import days, schedule
from webreview.review.statistics.tallies import CardStates, WriterTally
from webreview.search import parse


def figures(collection: Collection, search: str = "") -> Figures:
    return statistics.figures(collection, ME, parse(search), since=None, hours_since=None, now=TODAY)


def known_of(collection: Collection, search: str) -> list[Known]:
    return [one for one in everything(collection) if asks_for(parse(search), one)]


@pytest.mark.parametrize("search", ["", "deck:elements", "is:leech", "tag:exam -火", "zzz"])
def test_answers_and_cards_are_those_of_the_scope(database_url: str, search: str) -> None:
    with searched(database_url) as collection:
        found, known = figures(collection, search), known_of(collection, search)
    given = [answer for one in known for answer in one.history.answers]
    assert {(tally.day, tally.rating) for tally in found.answers} == {
        (days.study_day(answer.at, SETTINGS), answer.rating) for answer in given
    }
    assert sum(tally.answers for tally in found.answers) == len(given)
    assert sum(tally.took_ms for tally in found.answers) == sum(answer.took_ms for answer in given)
    zone = ZoneInfo(SETTINGS.time_zone)
    assert {one.hour: one.answers for one in found.hours} == Counter(
        answer.at.astimezone(zone).hour for answer in given
    )
    assert sum(one.remembered for one in found.hours) == sum(answer.rating > 1 for answer in given)
    assert list(found.studied) == sorted({days.study_day(answer.at, SETTINGS) for answer in given})
    memories = [one.history.memory for one in known if one.history.memory is not None]
    chances = [schedule.retrievability(memory, now=TODAY, settings=SETTINGS) for memory in memories]
    assert found.cards.known == pytest.approx(sum(chances))
    assert found.cards.states.total == len(known)
    assert sum(pile.cards for pile in found.cards.stabilities) == len(memories)
    assert {pile.value for pile in found.cards.stabilities} == {int(memory.stability) for memory in memories}
    assert {pile.value for pile in found.cards.chances} == {int(chance * 10) for chance in chances}
    assert {pile.value for pile in found.cards.difficulties} == {
        int((memory.difficulty - 1) / 9 * 10) for memory in memories
    }
    assert sum(notes for _, notes in found.added) == len({one.note.id for one in known})


def test_cards_are_counted_by_what_they_are(database_url: str) -> None:
    with searched(database_url) as collection:
        states = figures(collection).cards.states
    assert states == CardStates(new=4, learning=1, young=0, mature=1, suspended=1)


def test_a_document_is_known_as_well_as_its_cards(database_url: str) -> None:
    with searched(database_url) as collection:
        (found,) = statistics.of_documents(collection, ME, now=TODAY)
        chances = figures(collection, "document:elements.txt").cards.known
    assert (found.name, found.cards) == ("elements.txt", 2)
    assert found.known == pytest.approx(chances)


def test_writers_are_told_by_what_was_decided(database_url: str) -> None:
    with searched(database_url) as collection:
        found = statistics.of_writers(collection, ME)
    assert found == (WriterTally("learner", 5, 1, 1), WriterTally("definition", 2, 0, 0))


def test_answers_before_the_first_day_are_left_out(tmp_path: Path) -> None:
    with searched(tmp_path / "c.sqlite") as collection:
        first = days.study_day(NOW + 40 * DAY, SETTINGS)
        found = statistics.figures(collection, ME, parse(""), since=first, hours_since=first, now=TODAY)
    assert found.answers
    assert all(tally.day >= first for tally in found.answers)
    assert sum(one.answers for one in found.hours) == sum(tally.answers for tally in found.answers)
    assert found.studied[0] < first
