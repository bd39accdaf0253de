"""The parent's side of a confined process: it is started, asked, and ended."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cards.documents.confined.messages import Message, NotAMessageError, is_plain, pieces_of, read_message
from cards.errors import CardsError, PasswordNeededError

_PACKAGES = Path(__file__).parents[2]
_PIECE = 2**16
_MOST_QUESTIONS = 10_000
# All that a child finds in its environment. numpy would set the last one itself, which a confined process may not.
_ENVIRONMENT = {
    "PYTHONPATH": str(_PACKAGES),
    "PYTHONUTF8": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OPENBLAS_MAIN_FREE": "1",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may take: memory, seconds of a processor, seconds in all, and bytes of its answer."""

    memory_bytes: int = 1024 * 2**20
    cpu_seconds: int = 60
    seconds: int = 120
    answer_bytes: int = 256 * 2**20


LIMITS = Limits()


def refuse(question: Message) -> Message:
    """Answer a child's question with nothing."""
    return Message()


class Child:
    """A process that runs `module`, which calls `inside.serve`. It works on one request after the other.

    It sees nothing of the parent but the requests: neither its environment nor its open files. It ends with the
    parent, with `end`, and when a request breaks it.
    """

    def __init__(self, module: str, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self._over = False
        command = [
            sys.executable,
            "-P",
            "-B",
            "-m",
            module,
            str(limits.memory_bytes),
            str(limits.cpu_seconds),
        ]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Libraries for numbers would take memory for each core of the machine.
            env=_ENVIRONMENT,
            bufsize=0,
            # Ctrl-C is for the parent, which ends its children.
            start_new_session=True,
        )
        assert self._process.stdin
        assert self._process.stdout
        self._to, self._from = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._to, False)
        os.set_blocking(self._from, False)

    @property
    def alive(self) -> bool:
        """Whether it can be asked again."""
        return not self._over and self._process.poll() is None

    def end(self) -> None:
        """End it, at once, whatever it does; from any thread."""
        self._over = True
        self._process.kill()

    def close(self) -> None:
        """End it and give back what it took."""
        self.end()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        self._process.wait()

    def ask(self, request: Message, *, name: str, answered: Callable[[Message], Message] = refuse) -> Message:
        """Return the answer to a request about the document `name`; `answered` answers questions asked meanwhile.

        Raises CardsError where the child refuses, breaks a limit, or breaks down; after the latter two it has ended.
        """
        deadline = time.monotonic() + self._limits.seconds
        try:
            answer = self._talk(request, answered, deadline)
        except TimeoutError as error:
            raise self._too_slow(name, self._limits.seconds) from error
        except (EOFError, NotAMessageError, OSError) as error:
            raise self._why_ended(name) from error
        if "refused" in answer.fields:
            sentence, values = str(answer.fields["refused"]), dict(answer.fields["values"])
            if is_plain(sentence) or not values:
                kind = PasswordNeededError if answer.fields.get("locked") else CardsError
                raise kind(sentence, **values)
        if "broken" in answer.fields or "refused" in answer.fields:
            raise self._broken(name, str(answer.fields.get("broken", "it says what it may not")))
        return answer

    def _talk(self, request: Message, answered: Callable[[Message], Message], deadline: float) -> Message:
        self._send(request, deadline)
        for _ in range(_MOST_QUESTIONS):
            answer = read_message(self._reading(deadline), most_bytes=self._limits.answer_bytes)
            if "asks" not in answer.fields:
                return answer
            self._send(answered(answer), deadline)
        raise NotAMessageError("too many questions")

    def _send(self, message: Message, deadline: float) -> None:
        for piece in pieces_of(message):
            left = memoryview(piece)
            while left:
                self._wait_for(self._to, select.POLLOUT, deadline)
                left = left[os.write(self._to, left[:_PIECE]) :]

    def _reading(self, deadline: float) -> Callable[[int], bytes]:
        def read(size: int) -> bytes:
            got = bytearray()
            while len(got) < size:
                self._wait_for(self._from, select.POLLIN, deadline)
                piece = os.read(self._from, min(_PIECE, size - len(got)))
                if not piece:
                    raise EOFError
                got += piece
            return bytes(got)

        return read

    def _wait_for(self, pipe: int, event: int, deadline: float) -> None:
        waiting = select.poll()
        waiting.register(pipe, event)
        if not waiting.poll(max(0, deadline - time.monotonic()) * 1000):
            raise TimeoutError

    def _why_ended(self, name: str) -> CardsError:
        self.end()
        if self._process.wait() == -signal.SIGXCPU:
            return self._too_slow(name, self._limits.cpu_seconds)
        return self._broken(name, "its reader ended")

    def _too_slow(self, name: str, seconds: int) -> CardsError:
        self.end()
        return CardsError(
            "{name}: working on it takes longer than {seconds} seconds; split it into chapters",
            name=name,
            seconds=seconds,
        )

    def _broken(self, name: str, how: str) -> CardsError:
        self.end()
        if how == "memory":
            return CardsError(
                "{name}: working on it takes more than {most} MB of memory; split it into chapters",
                name=name,
                most=self._limits.memory_bytes // 2**20,
            )
        return CardsError(
            "{name}: cannot be read, because it is damaged or made to do harm ({how}); "
            "open it in its own program and save it again",
            name=name,
            how=how,
        )
