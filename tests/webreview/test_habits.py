"""Habits: which keys do what, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from cards.errors import CardsError
from tests.webreview.collection.made import NOW
from webreview.collection import ME, Collection, learners
from webreview.habits import KEYS, Habits
from webreview.settings import Settings


def test_every_usual_key_does_one_thing() -> None:
    assert len(set(KEYS.values())) == len(KEYS)


def test_a_chosen_key_takes_the_place_of_the_usual_one() -> None:
    assert Habits(key_of={"undo": "z"}).all_keys() == KEYS | {"undo": "z"}


@pytest.mark.parametrize(
    ("habits", "sentence"),
    [
        ({"key_of": {"fly": "x"}}, "no key does 'fly'"),
        ({"key_of": {"undo": "e"}}, "Two actions have the key"),
        ({"key_of": {"undo": ""}}, "is not the name of a key"),
        ({"key_of": {"undo": "x" * 11}}, "is not the name of a key"),
    ],
)
def test_what_the_pages_do_not_know_is_refused(habits: dict[str, Any], sentence: str) -> None:
    with pytest.raises(CardsError, match=sentence):
        Habits(**habits)


def test_habits_are_kept_for_the_learner(collection: Collection) -> None:
    learners.join(collection, ME, settings=Settings(), now=NOW)
    assert learners.habits(collection, ME) == Habits()
    chosen = Habits(keys=False, typing=True, key_of={"undo": "z"})
    learners.change_habits(collection, ME, chosen)
    assert learners.habits(collection, ME) == chosen
