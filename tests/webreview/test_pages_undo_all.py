"""Sixty things done at random and all taken back: the exported deck is the first one, byte for byte."""

from __future__ import annotations

import random

import pytest
from starlette.testclient import TestClient

from cards.model import cards_of
from tests.webreview.article import MORNING, answered, article_notes, reviewer
from webreview.collection import checking, decks, learners
from webreview.collection.store import Collection
from webreview.pages import actions

ACTIONS = 60


def one_thing(client: TestClient, chance: random.Random, number: int) -> int:
    """Do something to some card; return 1 if it was done, 0 if there was nothing to do."""
    note = chance.choice(article_notes())
    card = chance.choice(cards_of(note)).id
    what = chance.choice([*actions.NAMES, "answer", "answer", "edit", "edit"])
    entry = f"gesture-{number:03}"
    if what == "answer":
        sent = answered(card, entry) | {"rating": chance.randint(1, 4), "seen": number}
        return len(client.post("/api/v1/entries", json={"entries": [sent]}).json()["results"])
    if what == "edit":
        form = client.get(f"/api/v1/notes/{note.id}").json()["note"] | {"tags": [f"tag-{number}"]}
        sent = {"kind": "edited", "note": note.id, "after": form, "id": entry, "at": MORNING.isoformat()}
        return len(client.post("/api/v1/entries", json={"entries": [sent]}).json()["results"])
    client.post("/review/do", data={"do": what, "card": card, "entry": entry})
    return 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sixty_things_taken_back_leave_the_first_export(collection: Collection, seed: int) -> None:
    client = TestClient(reviewer(collection, accepted=True, now=lambda: MORNING), base_url="http://127.0.0.1")
    (deck,) = decks.all_decks(collection, learners.ME)
    before = client.get(f"/decks/{deck.id}.apkg").content
    chance = random.Random(seed)
    done = sum(one_thing(client, chance, number) for number in range(ACTIONS))
    assert done == ACTIONS
    taken = 0
    while client.post("/api/v1/undo", json={"id": f"undo-{taken:05}"}).json()["entries"]:
        taken += 1
    assert taken == ACTIONS
    assert client.get(f"/decks/{deck.id}.apkg").content == before
    assert checking.check(collection, learners.ME).problems == ()
