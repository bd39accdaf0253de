"""What is said on a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from cards import terminal


class Screen(io.StringIO):
    """A stderr that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_and_the_next_message_takes_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    terminal.show_progress("1 of 2 documents")
    terminal.show_progress("2 of 2 documents")
    terminal.say("done")
    terminal.say("really")
    clear = "\r\x1b[K"
    assert screen.getvalue() == f"{clear}1 of 2 documents{clear}2 of 2 documents{clear}done\nreally\n"


def test_progress_is_for_terminals_alone(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show_progress("1 of 2 documents")
    assert capsys.readouterr() == ("", "")


def test_nobody_is_asked_for_a_password_where_nobody_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("secret\n"))
    assert terminal.ask_password("password for a.pdf") is None
