"""Drafts -> the notes that are kept, and the drafts that are not with the reason why."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from cards.choosing.checks import fault_of, squeezed
from cards.choosing.ranking import Ranking
from cards.choosing.repeats import Kept
from cards.model import Note, Span
from cards.reading import Reading
from cards.writing.draft import Draft

CARDS_ON_A_CLAUSE = 2
# A second card on a sentence must be this much better than the first one on another.
ANOTHER_ON_A_SENTENCE = 0.85
# A second card with the same answer waits until most other answers have been asked for once.
ANOTHER_WITH_THE_ANSWER = 0.6
# A budget is no duty: the third card with an answer, or the sixth on a sentence, is made only for density.
LEAST_LEFT = 0.5


class Density(StrEnum):
    """How many cards a text gets."""

    SPARE = "spare"
    NORMAL = "normal"
    DENSE = "dense"

    @property
    def units(self) -> int:
        """How many units of text have one card; a Chinese character is 1, an English word 2."""
        return {"spare": 80, "normal": 55, "dense": 40}[self.value]


@dataclass(frozen=True, slots=True)
class Refused:
    """A draft that was not kept, and why in words."""

    note: Note
    reason: str


@dataclass(frozen=True, slots=True)
class Considered:
    """All drafts of a document: the notes that were chosen, in the order of the text, and those refused."""

    chosen: tuple[Note, ...]
    refused: tuple[Refused, ...]


class Chooser:
    """Chooses for one document, part after part, and remembers what it has kept."""

    def __init__(
        self, *, density: Density, leanings: Mapping[str, float] | None = None, explaining: bool = True
    ) -> None:
        """`leanings` are factors for the scores of writers, by name.

        `explaining` says whether the reasons of refusals are wanted, which cost about as much as choosing.
        """
        self._density = density
        self._leanings = leanings or {}
        self._explaining = explaining
        self._kept = Kept()

    def choose(self, drafts: Iterable[Draft], reading: Reading) -> Considered:
        """Return the best drafts within the budget of the part's text; every refusal has its reason."""
        ranking = Ranking(reading, leanings=self._leanings)
        doubtful: list[Draft] = []
        offered: list[tuple[float, Draft]] = []
        for draft in drafts:
            if draft.doubt and self._density is not Density.DENSE:
                doubtful.append(draft)
            else:
                offered.append((ranking.score(draft), draft))
        passed_over = [(draft, f"doubtful: {draft.doubt}") for draft in doubtful]
        offered.sort(key=lambda pair: (-pair[0], pair[1].clause.start, pair[1].note.id))
        chosen = self._within_budget(offered, reading, passed_over)
        chosen.sort(key=lambda pair: (pair[1].answers[0].start, -pair[0], pair[1].note.id))
        return Considered(
            tuple(_note(score, ranking.reasons(draft), draft) for score, draft in chosen),
            tuple(self._explained(passed_over, reading)),
        )

    def _explained(self, passed_over: list[tuple[Draft, str]], reading: Reading) -> Iterator[Refused]:
        """What is wrong with a draft by itself goes before what else spoke against it."""
        if self._explaining:
            for draft, reason in passed_over:
                yield Refused(draft.note, fault_of(draft, reading) or reason)

    def _budget(self, reading: Reading) -> int:
        said = [passage.text for passage in reading.passages] + [
            section.title for section in reading.sections
        ]
        said += [cell for row in reading.rows for cell in row.cells]
        return max(1, round(sum(map(reading.language.size, said)) / self._density.units))

    def _within_budget(
        self, offered: list[tuple[float, Draft]], reading: Reading, passed_over: list[tuple[Draft, str]]
    ) -> list[tuple[float, Draft]]:
        """Take the best draft left, again and again; each card lowers what is left of its sentence and with
        its answer."""
        budget = self._budget(reading)
        chosen: list[tuple[float, Draft]] = []
        taken = _Taken()
        spent = 0
        # The place in `offered` breaks ties, so that drafts themselves are never compared.
        waiting = [(-score, place) for place, (score, _) in enumerate(offered)]
        heapq.heapify(waiting)
        while waiting:
            before, place = heapq.heappop(waiting)
            score, draft = offered[place]
            now = -taken.lowered(score, draft)
            if now > before:
                heapq.heappush(waiting, (now, place))
                continue
            cost = len(draft.cards)
            # Cheapest first: most drafts come when the budget is spent.
            if spent + cost > budget:
                reason = f"budget: {budget} better cards fill what this text is given"
            elif -now < LEAST_LEFT * score and self._density is not Density.DENSE:
                reason = "asked enough: other cards ask for its words or about its sentence"
            else:
                reason = fault_of(draft, reading) or taken.fault(draft) or self._kept.fault(draft)
            if reason:
                passed_over.append((draft, reason))
                continue
            self._kept.add(draft)
            taken.add(draft)
            spent += cost
            chosen.append((round(-now, 4), draft))
        return chosen


class _Taken:
    """What the chosen drafts of a part already ask: how much of each sentence and clause, and which words."""

    def __init__(self) -> None:
        self._sentences: Counter[int] = Counter()
        self._clauses: Counter[int] = Counter()
        self._answers: defaultdict[int, list[Span]] = defaultdict(list)
        self._answered: Counter[str] = Counter()

    def lowered(self, score: float, draft: Draft) -> float:
        on_sentence = max((self._sentences[number] for number in draft.passages), default=0)
        with_answer = self._answered[_answer_of(draft)]
        return score * ANOTHER_ON_A_SENTENCE**on_sentence * ANOTHER_WITH_THE_ANSWER**with_answer

    def fault(self, draft: Draft) -> str:
        if self._clauses[draft.clause.start] >= CARDS_ON_A_CLAUSE:
            return "enough asked: two cards already ask about this clause"
        asked = self._answers[_sentence_of(draft)]
        if any(mine.meets(theirs) for mine in draft.answers for theirs in asked):
            return "asked already: another card hides the same words of this sentence"
        return ""

    def add(self, draft: Draft) -> None:
        self._sentences.update(draft.passages)
        self._clauses[draft.clause.start] += 1
        self._answers[_sentence_of(draft)].extend(draft.answers)
        self._answered[_answer_of(draft)] += 1


def _sentence_of(draft: Draft) -> int:
    """Return the number of the draft's first sentence; rows of tables are none and share the number -1."""
    return draft.passages[0] if draft.passages else -1


def _answer_of(draft: Draft) -> str:
    """Return the answer as it is counted: its letters alone, without the s of an English plural."""
    return squeezed(draft.cards[0].answer).removesuffix("s")


def _note(score: float, reasons: tuple[str, ...], draft: Draft) -> Note:
    origin = replace(draft.note.origin, score=score, reasons=(*draft.note.origin.reasons, *reasons))
    return replace(draft.note, origin=origin)
