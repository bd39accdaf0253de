"""The settings page: what is chosen there holds, what cannot be is refused with its reason."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from cards.progress import Answered, Entry, Rating
from tests.webreview.article import MORNING, article_notes, reviewer
from tools.measure_workload import reviews_a_year
from webreview.collection import checking, learners, log, study
from webreview.collection.store import Collection
from webreview.habits import KEYS, Habits
from webreview.pages.settings_form import steps_text
from webreview.review.workload import REVIEWS_A_YEAR
from webreview.settings import Settings

CARD = f"{article_notes()[3].id}-0"
SENT = {
    "time_zone": "Europe/Berlin",
    "day_starts_at": "5",
    "new_a_day": "7",
    "reviews_a_day": "70",
    "desired_retention": "95",
    "learning_steps": "30s 5m 1h",
    "relearning_steps": "",
    "leech_lapses": "4",
    "leech_suspends": "y",
    "typing": "y",
    "key-undo": "z",
    "key-show": " ",
    "key-mark": "*",
}


@pytest.fixture
def client(collection: Collection) -> TestClient:
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1")


def test_what_is_chosen_is_kept_and_shown(client: TestClient, collection: Collection) -> None:
    page = client.post("/settings", data=SENT).text
    assert "Saved." in page
    assert learners.settings(collection, learners.ME) == Settings(
        time_zone="Europe/Berlin",
        day_starts_at=5,
        new_a_day=7,
        reviews_a_day=70,
        desired_retention=0.95,
        learning_steps=(timedelta(seconds=30), timedelta(minutes=5), timedelta(hours=1)),
        relearning_steps=(),
        bury_siblings=False,
        leech_lapses=4,
        leech_suspends=True,
    )
    chosen = Habits(keys=False, timer=False, typing=True, key_of={"undo": "z"})
    assert learners.habits(collection, learners.ME) == chosen
    assert 'value="30s 5m 1h"' in page


def test_a_form_sent_as_it_is_shown_changes_nothing(client: TestClient, collection: Collection) -> None:
    before = learners.settings(collection, learners.ME)
    shown = {
        "time_zone": before.time_zone,
        "day_starts_at": "4",
        "new_a_day": "20",
        "reviews_a_day": "200",
        "desired_retention": "90",
        "learning_steps": steps_text(before.learning_steps),
        "relearning_steps": steps_text(before.relearning_steps),
        "leech_lapses": "8",
        **dict.fromkeys(["bury_siblings", "keys", "timer"], "y"),
        **{f"key-{name}": key.strip() for name, key in KEYS.items()},
    }
    client.post("/settings", data=shown)
    assert learners.settings(collection, learners.ME) == before
    assert learners.habits(collection, learners.ME) == Habits()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("desired_retention", "69", "desired retention 0.69 is not between 0.7 and 0.99"),
        ("desired_retention", "many", "“many” is not a whole number."),
        ("day_starts_at", "24", "the start of the day 24 is not between 0 and 23"),
        ("time_zone", "Mars/Base", "time zone “Mars/Base” is not known"),
        ("learning_steps", "1m soon", "“soon” is not a step"),
        ("key-mark", "e", "Two actions have the key “e”"),
        ("leech_lapses", "100", "the lapses of a leech 100 is not between 0 and 99"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    client: TestClient, collection: Collection, field: str, value: str, sentence: str
) -> None:
    before = learners.settings(collection, learners.ME)
    reply = client.post("/settings", data=SENT | {field: value})
    assert reply.status_code == 400
    assert sentence in reply.text
    assert f'value="{value}"' in reply.text
    assert (learners.settings(collection, learners.ME), learners.habits(collection, learners.ME)) == (
        before,
        Habits(),
    )


def test_another_retention_moves_no_date_that_was_promised(
    client: TestClient, collection: Collection
) -> None:
    shown = study.showing(collection, learners.ME, CARD, now=MORNING)
    what = Answered(CARD, Rating.EASY, shown.futures[Rating.EASY].due, 1000, shown.seen)
    log.append(collection, learners.ME, [Entry("entry-0001", MORNING, what)], now=MORNING)
    before = study.showing(collection, learners.ME, CARD, now=MORNING)
    client.post("/settings", data=SENT | {"time_zone": "Asia/Shanghai", "day_starts_at": "4"})
    after = study.showing(collection, learners.ME, CARD, now=MORNING)
    assert after.memory == before.memory
    assert after.futures[Rating.GOOD].due < before.futures[Rating.GOOD].due
    assert checking.check(collection, learners.ME).problems == ()


def test_looks_are_kept_in_the_browser(client: TestClient) -> None:
    page = client.post("/preferences", data={"back": "/settings", "text_size": "150"}).text
    assert 'data-text-size="150"' in page
    assert 'data-text-size="150"' in client.post("/preferences", data={"text_size": "1000"}).text


def test_a_backup_is_a_collection(client: TestClient, tmp_path: Path) -> None:
    reply = client.get("/backup")
    assert reply.headers["content-disposition"] == 'attachment; filename="kapian-2026-11-20.sqlite"'
    (tmp_path / "copy.sqlite").write_bytes(reply.content)
    with Collection.open(tmp_path / "copy.sqlite") as copy:
        assert checking.check(copy, learners.ME).notes == 6


@pytest.mark.parametrize("percent", [85, 90, 95])
def test_the_workload_is_what_a_year_that_is_played_through_takes(percent: int) -> None:
    assert REVIEWS_A_YEAR[percent] == pytest.approx(reviews_a_year(percent / 100), abs=0.05)
