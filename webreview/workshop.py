"""Where arrivals become notes: documents are read and asked about by confined processes, while the pages go on.

All arrivals get their turn, one document each. What is done is in the collection: after a restart the work goes on.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from cards.crew import LIMITS, PROGRAM, cores
from cards.documents import Given
from cards.documents.confined.child import Child
from cards.made import Made
from deckbuilder.fields import deck_name
from webreview.collection import arrivals, documents, writers
from webreview.collection.arrivals import Outcome, Wish
from webreview.collection.notes import Added
from webreview.collection.store import Collection
from webreview.making import LeftOffError, Stage, result_of
from webreview.review.leanings import leanings_of
from webreview.unpacking import documents_of

_LOG = logging.getLogger(__name__)

# A process that waits keeps a hundred megabytes, and takes half a second to start again.
_IDLE_SECONDS = 120

# Their files are in memory, the others' in the collection.
_OPEN_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an arrival is: all its documents, None before they were counted, and how many are in each stage."""

    documents: int | None
    stages: Counter[Stage]


@dataclass(slots=True)
class _Job:
    learner: str
    arrival: str
    password: str | None
    wish: Wish = field(default_factory=Wish)
    begun: bool = False
    documents: int | None = None
    waiting: deque[Given] = field(default_factory=deque)
    stages: dict[str, Stage] = field(default_factory=dict)
    children: dict[str, Child] = field(default_factory=dict)
    opening: bool = False
    cancelled: bool = False
    # It could not be opened, or not written down what came of it.
    stuck: bool = False

    @property
    def done(self) -> bool:
        return self.begun and not (self.opening or self.waiting or self.stages)


class Workshop:
    """Works on arrivals in `size` threads, each with a confined process, which start and end as there is work."""

    def __init__(
        self, collection: Collection, *, now: Callable[[], datetime], size: int | None = None
    ) -> None:
        self._collection = collection
        self._now = now
        self._size = size or cores()
        self._changed = threading.Condition()
        self._jobs: deque[_Job] = deque()
        self._threads = 0
        self._closed = False

    def take(self, learner: str, arrival: str, *, password: str | None = None) -> None:
        """Work on the arrival; `password` opens those of its documents that are locked."""
        with self._changed:
            self._jobs.append(_Job(learner, arrival, password))
            self._call_in(1)

    def resume(self, learner: str) -> None:
        """Go on with the learner's arrivals that a server left behind."""
        for arrival in arrivals.unended(self._collection, learner):
            self.take(learner, arrival)

    def cancel(self, learner: str, arrival: str) -> None:
        """Leave off the work on the arrival and forget its files; what was kept stays."""
        with self._changed:
            for job in self._of(arrival):
                job.cancelled = True
                job.waiting.clear()
                for child in job.children.values():
                    child.end()
        arrivals.end(self._collection, learner, arrival, now=self._now(), cancelled=True)

    def progress(self, arrival: str) -> Progress | None:
        """Return how far the work on the arrival is; None where there is none (left)."""
        with self._changed:
            for job in self._of(arrival):
                return Progress(job.documents, Counter(job.stages.values()))
        return None

    def wait_for(self, arrival: str, *, seconds: float) -> bool:
        """Wait until there is no work on the arrival left; return whether that was so in time."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._of(arrival), seconds)

    def close(self) -> None:
        """Leave off all work; what is not done waits in the collection."""
        with self._changed:
            self._closed = True
            for job in self._jobs:
                job.cancelled = True
                job.waiting.clear()
                for child in job.children.values():
                    child.end()
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._threads, 10)

    def _call_in(self, workers: int) -> None:
        """Let there be somebody for so many pieces of work more, as far as there is room."""
        for _ in range(min(workers, self._size - self._threads)):
            self._threads += 1
            threading.Thread(target=self._work, daemon=True).start()
        self._changed.notify_all()

    def _of(self, arrival: str) -> list[_Job]:
        return [job for job in self._jobs if job.arrival == arrival]

    def _work(self) -> None:
        child: Child | None = None
        try:
            while (task := self._next()) is not None:
                job, given = task
                if given is None:
                    self._open(job)
                else:
                    child = child if child and child.alive else Child(PROGRAM, LIMITS)
                    self._make(job, given, child)
        finally:
            if child:
                child.close()
            with self._changed:
                self._threads -= 1
                self._changed.notify_all()

    def _next(self) -> tuple[_Job, Given | None] | None:
        """Return a document to work on, or an arrival to open (None); None where there has been nothing for long."""
        with self._changed:
            while not self._closed:
                for job in list(self._jobs)[:_OPEN_AT_ONCE]:
                    if not job.begun:
                        job.begun = job.opening = True
                        return job, None
                    if job.waiting:
                        given = job.waiting.popleft()
                        job.stages[given.place] = Stage.READING
                        # The others first, the next time.
                        self._jobs.remove(job)
                        self._jobs.insert(min(_OPEN_AT_ONCE - 1, len(self._jobs)), job)
                        return job, given
                if not self._changed.wait(_IDLE_SECONDS):
                    return None
        return None

    def _open(self, job: _Job) -> None:
        """Find the documents of the arrival that nothing has come of yet."""
        try:
            arrival = arrivals.get(self._collection, job.learner, job.arrival)
            found, refused = documents_of(self._collection, job.learner, arrival)
            arrivals.leave_out(self._collection, job.learner, job.arrival, found.left_out)
            for result in refused:
                arrivals.record(self._collection, job.learner, job.arrival, result)
            settled = {
                result.place
                for result in arrival.results
                if result.outcome is not Outcome.LOCKED or not job.password
            }
            with self._changed:
                job.wish = arrival.wish
                job.documents = len(found.given)
                if not job.cancelled:
                    job.waiting.extend(given for given in found.given if given.place not in settled)
                    self._call_in(len(job.waiting) - 1)
        # Whatever went wrong, the files are kept and the thread has other work.
        except Exception:
            job.stuck = True
            _LOG.exception("an arrival could not be opened; it waits for the next start")
        finally:
            with self._changed:
                job.opening = False
            self._settle(job)

    def _make(self, job: _Job, given: Given, child: Child) -> None:
        try:
            with self._changed:
                job.children[given.place] = child
            result = result_of(
                given,
                child,
                wish=job.wish,
                leanings=leanings_of(writers.tallies(self._collection, job.learner)),
                password=job.password,
                entering=lambda stage: self._enter(job, given, stage),
                keep=partial(self._keep, job.learner),
            )
            if not job.cancelled or result.outcome is Outcome.KEPT:
                arrivals.record(self._collection, job.learner, job.arrival, result)
        except Exception:
            job.stuck = True
            if not job.cancelled:
                _LOG.exception("a document could not be kept; it waits for the next start")
        finally:
            with self._changed:
                del job.stages[given.place]
                job.children.pop(given.place, None)
            self._settle(job)

    def _keep(self, learner: str, made: Made) -> Added:
        return documents.add(
            self._collection,
            learner,
            made.document,
            made.notes,
            deck=deck_name(made.document.name),
            now=self._now(),
        )

    def _enter(self, job: _Job, given: Given, stage: Stage) -> None:
        with self._changed:
            # What was cancelled a moment ago shall not be kept.
            if job.cancelled:
                raise LeftOffError("the work was left off")
            job.stages[given.place] = stage

    def _settle(self, job: _Job) -> None:
        """Let the arrival have ended where its last document is done, unless one waits for a password."""
        with self._changed:
            if not job.done or job not in self._jobs:
                return
        try:
            if not job.cancelled and not job.stuck:
                results = arrivals.get(self._collection, job.learner, job.arrival).results
                if not any(result.outcome is Outcome.LOCKED for result in results):
                    arrivals.end(self._collection, job.learner, job.arrival, now=self._now())
        except Exception:
            _LOG.exception("an arrival could not be ended")
        finally:
            with self._changed:
                with suppress(ValueError):
                    self._jobs.remove(job)
                self._changed.notify_all()
