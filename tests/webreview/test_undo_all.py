"""Whatever a learner does, all of it can be taken back: the export is then what it was, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from fastapi.testclient import TestClient

from cards.deckfields import fields_of
from cards.model import cards_of
from tests.webreview.article import MORNING, article_notes, reviewer
from webreview.collection import ME, checking, decks, notes
from webreview.collection.store import Collection

ACTIONS = 60
Act = Callable[[Random, TestClient, str, str], dict[str, Any]]


def client(collection: Collection) -> TestClient:
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1:8765", headers={"Accept-Language": "en"})


def answered(random: Random, visitor: TestClient, card: str, note: str) -> dict[str, Any]:
    shown = visitor.get("/api/v1/queue", params={"card": card}).json()["cards"]
    seen = shown[0]["seen"] if shown and shown[0]["card"] == card else 0
    return {
        "kind": "answered",
        "card": card,
        "rating": random.randint(1, 4),
        "due": MORNING.isoformat(),
        "took_ms": 900,
        "seen": seen,
    }


def edited(random: Random, visitor: TestClient, card: str, note: str) -> dict[str, Any]:
    known = next(one for one in article_notes() if one.id == note)
    fields = fields_of(known) | {"tags": [f"t{random.randint(1, 9)}"]}
    return {"kind": "edited", "note": note, "after": fields}


ACTS: tuple[Act, ...] = (
    answered,
    edited,
    lambda random, visitor, card, note: {"kind": "flagged", "card": card, "flag": random.randint(0, 7)},
    lambda random, visitor, card, note: {"kind": "suspended", "card": card},
    lambda random, visitor, card, note: {"kind": "resumed", "card": card},
    lambda random, visitor, card, note: {"kind": "buried", "card": card, "until": MORNING.isoformat()},
    lambda random, visitor, card, note: {"kind": "forgotten", "card": card},
    lambda random, visitor, card, note: {"kind": "deleted", "note": note},
    lambda random, visitor, card, note: {
        "kind": "retagged",
        "note": note,
        "added": [f"t{random.randint(1, 9)}"],
        "removed": ["t1"],
    },
)


def export(visitor: TestClient, collection: Collection) -> bytes:
    (deck,) = decks.all_decks(collection, ME)
    return visitor.get(f"/decks/{deck.id}.apkg").content


@pytest.mark.parametrize("seed", range(3))
def test_sixty_random_actions_can_all_be_taken_back(collection: Collection, seed: int) -> None:
    random = Random(seed)
    visitor = client(collection)
    before, kept_before = (
        export(visitor, collection),
        [notes.get(collection, ME, n.id) for n in article_notes()],
    )
    for number in range(ACTIONS):
        note = random.choice(article_notes())
        card = random.choice(cards_of(note)).id
        entry = random.choice(ACTS)(random, visitor, card, note.id)
        sent = {"entries": [entry | {"id": f"action-{number:04}", "at": MORNING.isoformat()}]}
        assert visitor.post("/api/v1/entries", json=sent).status_code == 200

    undone = 0
    while visitor.post("/api/v1/undo", json={"id": f"undo-{undone:05}"}).json()["entries"]:
        undone += 1

    assert undone > ACTIONS // 2
    assert export(visitor, collection) == before
    assert [notes.get(collection, ME, n.id) for n in article_notes()] == kept_before
    assert checking.check(collection, ME).problems == ()
