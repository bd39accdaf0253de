"""The time zone of this machine, as it is told."""

from __future__ import annotations

import pytest

from webreview import clock


@pytest.mark.parametrize(
    ("said", "name"), [("Asia/Shanghai", "Asia/Shanghai"), (":Europe/Paris", "Europe/Paris")]
)
def test_the_variable_tz_names_the_zone(said: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", said)
    assert clock.time_zone() == name


def test_a_zone_that_nobody_knows_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    usual = clock.time_zone()
    monkeypatch.setenv("TZ", "Mars/Olympus")
    assert clock.time_zone() == usual


def test_now_is_aware_and_in_utc() -> None:
    assert str(clock.now().tzinfo) == "UTC"
