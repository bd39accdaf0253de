"""A confined process: what it may, what it may not, and what is said when it breaks."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cards.documents.confined.child import Child, Limits
from cards.documents.confined.messages import Message
from cards.errors import CardsError
from tests.cards.documents.confined import misbehaving as deeds

PROGRAM = deeds.__name__
ROOT = Path(__file__).parents[4]


@pytest.fixture
def child() -> Iterator[Child]:
    """A confined process with little of everything."""
    child = Child(PROGRAM, Limits(memory_bytes=256 * 2**20, cpu_seconds=1, seconds=60, answer_bytes=2**20))
    yield child
    child.close()


def refusal(child: Child, request: Message) -> str:
    with pytest.raises(CardsError) as refused:
        child.ask(request, name="a.pdf")
    return str(refused.value)


def test_a_child_answers_one_request_after_the_other(child: Child) -> None:
    request = Message({"do": "echo", "text": "群众"}, (b"", bytes(200_000)))
    assert child.ask(request, name="a.pdf") == request
    assert child.ask(request, name="a.pdf") == request


def test_a_refusal_comes_through_with_its_values(child: Child) -> None:
    with pytest.raises(CardsError) as refused:
        child.ask(deeds.arguments(deeds.refuse), name="a.pdf")
    assert refused.value.sentence == "{name}: page {page} is blank"
    assert refused.value.values == {"name": "a.pdf", "page": 3}
    assert child.alive


def test_what_the_child_asks_is_answered(child: Child) -> None:
    asked = []

    def answered(question: Message) -> Message:
        asked.append(question.fields["asks"])
        return Message({}, (b"png",))

    answer = child.ask(deeds.arguments(deeds.inquire), name="a.md", answered=answered)
    assert answer.contents == (b"png",)
    assert asked == ["images/a.png"]


def test_what_libraries_print_is_dropped(child: Child, capfd: pytest.CaptureFixture[str]) -> None:
    assert child.ask(deeds.arguments(deeds.talk), name="a.pdf") == Message({"said": True})
    assert capfd.readouterr() == ("", "")


def test_a_child_can_do_no_harm(child: Child, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    answer = child.ask(deeds.arguments(deeds.try_everything, folder=str(tmp_path)), name="a.pdf")
    assert answer.fields["done"] == []
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("kept.txt", "kept")]


def test_a_child_sees_neither_the_environment_nor_the_open_files(
    child: Child, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAPIAN_DATA", "postgresql://me:secret@host/db")
    with (tmp_path / "open").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        fresh = Child(PROGRAM)
        seen = fresh.ask(deeds.arguments(deeds.tell_environment), name="a.pdf").fields
        fresh.close()
    assert "secret" not in str(seen["environment"])
    # Three standard ones, the true answers, the way to nowhere, and the listing itself.
    assert seen["files"] <= 6


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (
            deeds.arguments(deeds.allocate, bytes=2**29),
            "a.pdf: working on it takes more than 256 MB of memory; split it into chapters",
        ),
        (
            deeds.arguments(deeds.spin),
            "a.pdf: working on it takes longer than 1 seconds; split it into chapters",
        ),
        (
            deeds.arguments(deeds.crash),
            "a.pdf: cannot be read, because it is damaged or made to do harm (its reader ended); "
            "open it in its own program and save it again",
        ),
        (
            deeds.arguments(deeds.blunder),
            "a.pdf: cannot be read, because it is damaged or made to do harm (KeyError, misbehaving.py:",
        ),
        (
            deeds.arguments(deeds.inflate),
            "a.pdf: cannot be read, because it is damaged or made to do harm (it says what it may not)",
        ),
        (
            deeds.arguments(deeds.recurse),
            "a.pdf: cannot be read, because it is damaged or made to do harm (it is nested too deeply)",
        ),
        (
            deeds.arguments(deeds.allocate, bytes=2**21),
            "a.pdf: cannot be read, because it is damaged or made to do harm (its reader ended)",
        ),
    ],
    ids=["memory", "time", "crash", "blunder", "sentence", "depth", "answer"],
)
def test_a_child_that_breaks_is_one_sentence_and_has_ended(
    request_: Message, said: str, child: Child
) -> None:
    assert refusal(child, request_).startswith(said)
    assert not child.alive


def test_a_child_that_waits_for_ever_is_ended(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    child = Child(PROGRAM, Limits(seconds=1))
    request = deeds.arguments(deeds.hang, pipe=str(tmp_path / "pipe"))
    assert refusal(child, request).startswith("a.pdf: working on it takes longer than 1 s")
    assert not child.alive
    child.close()


def test_a_child_that_was_ended_says_so(child: Child) -> None:
    child.end()
    assert refusal(child, deeds.arguments(deeds.echo)).startswith("a.pdf: cannot be read")


def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    call = (
        f"from cards.documents.confined.child import *; "
        f"Child({PROGRAM!r}).ask(Message({{'do': 'hang', 'pipe': {str(pipe)!r}}}), name='a.pdf')"
    )
    parent = subprocess.Popen([sys.executable, "-c", call], cwd=ROOT)
    # Opens when the child has opened the other side, in the middle of its request.
    writing = os.open(pipe, os.O_WRONLY)
    parent.kill()
    parent.wait()
    waiting = select.poll()
    waiting.register(writing, 0)
    assert waiting.poll(10_000)[0][1] & select.POLLERR
    os.close(writing)
