"""Folding a log: what stands, what was taken back, what came second."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cards.progress import Answered, Entry, Practised, Rating, Rescheduled, State, Undone
from webreview.review import history
from webreview.review.history import Outcome
from webreview.settings import Settings

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SETTINGS = Settings()


def answered(name: str, minute: int, seen: int, rating: Rating = Rating.GOOD) -> Entry:
    at = NOW + timedelta(minutes=minute)
    return Entry(name, at, Answered("card", rating, at + timedelta(minutes=10), 1000, seen))


def undone(name: str, minute: int, entry: str) -> Entry:
    return Entry(name, NOW + timedelta(minutes=minute), Undone("card", entry))


def in_order(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.at)


def test_nothing_answered_is_no_memory() -> None:
    assert history.fold("card", [], settings=SETTINGS).memory is None


def test_undoing_the_first_answer_does_not_make_the_second_one_count() -> None:
    entries = [answered("one", 0, seen=0), answered("two", 1, seen=0), undone("undo", 2, "one")]
    folded = history.fold("card", entries, settings=SETTINGS)
    assert folded.memory is None
    assert folded.outcomes == {
        "one": Outcome.TAKEN_BACK,
        "two": Outcome.SECOND_ANSWER,
        "undo": Outcome.COUNTS,
    }


def test_an_undo_of_an_undo_of_an_undo_takes_back() -> None:
    entries = [answered("one", 0, seen=0), undone("a", 1, "one"), undone("b", 2, "a"), undone("c", 3, "b")]
    outcomes = history.outcomes_of(entries)
    assert [outcomes[name] for name in ("one", "a", "b", "c")] == [
        Outcome.TAKEN_BACK,
        Outcome.COUNTS,
        Outcome.TAKEN_BACK,
        Outcome.COUNTS,
    ]


def test_two_undos_that_name_each_other_come_to_an_end() -> None:
    outcomes = history.outcomes_of([undone("a", 1, "b"), undone("b", 2, "a")])
    assert outcomes == {"a": Outcome.TAKEN_BACK, "b": Outcome.COUNTS}


def test_a_rescheduled_card_is_due_when_the_learner_says() -> None:
    due = NOW + timedelta(days=30)
    entries = [
        answered("one", 0, seen=0, rating=Rating.EASY),
        Entry("move", NOW + timedelta(minutes=1), Rescheduled("card", due)),
    ]
    memory = history.fold("card", entries, settings=SETTINGS).memory
    assert memory is not None
    assert (memory.due, memory.state, memory.interval_days) == (due, State.REVIEW, 30)


def test_a_new_card_that_the_learner_sets_a_day_for_is_in_review() -> None:
    due = NOW + timedelta(days=10)
    entries = [Entry("move", NOW, Rescheduled("card", due))]
    memory = history.fold("card", entries, settings=SETTINGS).memory
    assert memory is not None
    assert (memory.due, memory.state, memory.interval_days, memory.reps) == (due, State.REVIEW, 10, 0)


def test_practice_beside_the_schedule_leaves_it_as_it_was() -> None:
    entries = [answered("one", 0, seen=0), Entry("again", NOW, Practised("card", Rating.AGAIN, 900))]
    before, after = (history.fold("card", entries[:count], settings=SETTINGS) for count in (1, 2))
    assert (after.memory, after.seen) == (before.memory, 2)


@st.composite
def entries_at_random(draw: st.DrawFn) -> list[Entry]:
    """Entries about a card in the order of their arrival: answers, second answers, late ones, undos."""
    minutes = draw(
        st.lists(st.integers(0, 6), max_size=7).map(sorted) | st.lists(st.integers(0, 6), max_size=7)
    )
    made: list[Entry] = []
    for number, minute in enumerate(minutes):
        seen = draw(st.just(number) | st.integers(0, 6))
        one = answered(f"entry {number}", minute, seen, draw(st.sampled_from(Rating)))
        other = undone(f"entry {number}", minute, f"entry {draw(st.integers(0, 6))}")
        made.append(draw(st.sampled_from((one, one, one, other))))
    return made


@given(entries=entries_at_random(), known=st.integers(0, 7))
def test_a_history_that_is_continued_is_the_one_that_is_folded(entries: list[Entry], known: int) -> None:
    before = history.fold("card", in_order(entries[:known]), settings=SETTINGS)
    continued = history.continued(before, "card", entries[known:], settings=SETTINGS)
    folded = history.fold("card", in_order(entries), settings=SETTINGS)
    expected = replace(
        folded,
        outcomes={entry.id: folded.outcomes[entry.id] for entry in entries[known:]},
        answers=folded.answers[len(before.answers) :],
    )
    assert continued in (None, expected)


def test_an_answer_that_counts_is_known_with_what_the_card_was_before() -> None:
    entries = [
        answered("answer 1", 0, seen=0, rating=Rating.EASY),
        answered("answer 1b", 1, seen=0, rating=Rating.AGAIN),
        answered("answer 2", 2, seen=2, rating=Rating.AGAIN),
        answered("answer 3", 3, seen=3),
        undone("undo 3", 4, "answer 3"),
    ]
    given = history.fold("card", entries, settings=SETTINGS).answers
    assert [(one.seen, one.rating, one.before) for one in given] == [
        (0, Rating.EASY, State.NEW),
        (2, Rating.AGAIN, State.REVIEW),
    ]
    assert given[0].interval_days == 0
    assert given[1].interval_days > 0


def test_answers_in_turn_are_added_without_the_entries_before_them() -> None:
    entries = [answered(f"answer {i}", 10 * i, seen=i) for i in range(4)]
    before = history.fold("card", entries[:2], settings=SETTINGS)
    continued = history.continued(before, "card", entries[2:], settings=SETTINGS)
    assert continued is not None
    assert continued.memory == history.fold("card", entries, settings=SETTINGS).memory


@given(ratings=st.lists(st.sampled_from(Rating), max_size=12), undos=st.integers(0, 12))
def test_undoing_the_last_answers_is_never_having_given_them(ratings: list[Rating], undos: int) -> None:
    answers = [answered(f"answer {i}", 10 * i, seen=i, rating=rating) for i, rating in enumerate(ratings)]
    taken = answers[::-1][:undos]
    undone_ = [undone(f"undo {i}", 1000 + i, entry.id) for i, entry in enumerate(taken)]
    with_undo = history.fold("card", [*answers, *undone_], settings=SETTINGS)
    without = history.fold("card", answers[: max(0, len(answers) - undos)], settings=SETTINGS)
    assert (with_undo.memory, with_undo.introduced, with_undo.reviewed) == (
        without.memory,
        without.introduced,
        without.reviewed,
    )
