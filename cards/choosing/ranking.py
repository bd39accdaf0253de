"""How much a draft is worth: the strength of its pattern and the weight of what it asks about."""

from __future__ import annotations

from dataclasses import dataclass

from cards.choosing.checks import squeezed
from cards.reading import Reading
from cards.writing.draft import Draft


@dataclass(frozen=True, slots=True)
class Weights:
    """What raises a score; all from 0 to 1."""

    strength: float = 0.8
    answer: float = 0.15
    prompt: float = 0.05


@dataclass(frozen=True, slots=True)
class Worth:
    """A draft's score from 0 to 1, and the facts it rests on ("keyphrase: 群众路线 ×12")."""

    score: float
    reasons: tuple[str, ...]


class Ranking:
    """Scores drafts of one reading by its key phrases."""

    def __init__(self, reading: Reading, weights: Weights | None = None) -> None:
        self._weights = weights or Weights()
        self._keyphrases = [(squeezed(phrase.text), phrase) for phrase in reading.keyphrases]

    def worth(self, draft: Draft) -> Worth:
        """Return what the draft is worth beside others of the reading."""
        card = draft.cards[0]
        in_answer = self._best(card.answer)
        in_prompt = self._best(card.prompt)
        score = (
            self._weights.strength * draft.strength
            + self._weights.answer * in_answer[0]
            + self._weights.prompt * in_prompt[0]
        )
        if draft.weighed:
            score = draft.strength
        reasons = tuple(dict.fromkeys(fact for _, fact in (in_answer, in_prompt) if fact))
        return Worth(round(min(score, 1.0), 4), reasons)

    def _best(self, text: str) -> tuple[float, str]:
        within = squeezed(text)
        for form, phrase in self._keyphrases:
            if form in within:
                return phrase.weight, f"keyphrase: {phrase.text} ×{phrase.count}"
        return 0.0, ""
