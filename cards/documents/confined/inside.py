"""Inside a confined process: requests are read, work is done, answers are written, until the parent ends."""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from cards.documents.confined import fence
from cards.documents.confined.messages import Message, pieces_of, read_message
from cards.errors import CardsError, PasswordNeededError

# Reading a document takes some times its size beside what the libraries take; a small one that takes more was made to.
_READING_BYTES, _READING_TIMES = 512 * 2**20, 8

# What a parent sends is bounded by the parent.
_ANY_SIZE = 2**40

Ask = Callable[[Message], Message]
Task = Callable[[Message, Ask], Message]


def serve(task: Task) -> None:
    """Answer the requests on stdin with what `task` makes of them, under the limits on the command line.

    The task may ask the parent for something meanwhile. A refusal (CardsError), too little memory and any other error
    are answers too. What libraries print is dropped.
    """
    memory_bytes, cpu_seconds = map(int, sys.argv[1:3])
    answers = os.dup(sys.stdout.fileno())
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    requests = sys.stdin.buffer
    assert isinstance(requests, BufferedReader)
    fence.put_up(memory_bytes=memory_bytes)

    def ask(question: Message) -> Message:
        # Before the question is out: the answer may be faster than this process.
        with _mourned(requests.fileno(), on=False):
            _write(answers, question)
            return read_message(_exactly(requests), most_bytes=_ANY_SIZE)

    try:
        while True:
            request = read_message(_exactly(requests), most_bytes=_ANY_SIZE)
            size = sum(map(len, request.contents))
            fence.give_memory(_READING_BYTES + _READING_TIMES * size)
            fence.give_time(cpu_seconds)
            with _mourned(requests.fileno(), on=True):
                answer = _done(task, request, ask)
            # Given back before the next request is waited for.
            del request
            _write(answers, answer)
    except (EOFError, BrokenPipeError):
        # The parent has ended, or has no more to ask.
        os._exit(0)


def _done(task: Task, request: Message, ask: Ask) -> Message:
    try:
        return task(request, ask)
    except CardsError as error:
        values = {
            name: value if isinstance(value, int) else str(value) for name, value in error.values.items()
        }
        locked = isinstance(error, PasswordNeededError)
        return Message({"refused": error.sentence, "values": values, "locked": locked})
    except MemoryError:
        return Message({"broken": "memory"})
    except RecursionError:
        return Message({"broken": "it is nested too deeply"})
    except (EOFError, BrokenPipeError):
        raise
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        return Message({"broken": f"{type(error).__name__}, {Path(at.filename).name}:{at.lineno}"})


def _write(answers: int, message: Message) -> None:
    for piece in pieces_of(message):
        left = memoryview(piece)
        while left:
            left = left[os.write(answers, left) :]


def _exactly(requests: BufferedReader) -> Callable[[int], bytes]:
    def read(size: int) -> bytes:
        content = requests.read(size)
        if len(content) < size:
            raise EOFError
        return content

    return read


@contextmanager
def _mourned(requests: int, *, on: bool) -> Iterator[None]:
    """Let this process end at once when the parent does, or not while something is awaited from it.

    The system sends a signal when something happens on the pipe. While the parent waits for an answer nothing comes,
    so that it can only be the end.
    """
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(requests, fcntl.F_SETOWN, os.getpid())
    before = fcntl.fcntl(requests, fcntl.F_GETFL)
    fcntl.fcntl(requests, fcntl.F_SETFL, before | os.O_ASYNC if on else before & ~os.O_ASYNC)
    try:
        yield
    finally:
        fcntl.fcntl(requests, fcntl.F_SETFL, before)
