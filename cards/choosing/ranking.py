"""How much a draft is worth: the strength of its pattern and the weight of what it asks about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cards.choosing.checks import squeezed
from cards.concepts.keyphrases import Keyphrase
from cards.reading import Reading
from cards.writing.draft import Draft

_NONE: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Weights:
    """What raises a score; all from 0 to 1."""

    strength: float = 0.8
    answer: float = 0.15
    prompt: float = 0.05


class Ranking:
    """Scores drafts of one reading by its key phrases, and by what the learner thinks of their writers.

    `leanings` are factors by the writer's name, 1 for those that are not in it.
    """

    def __init__(
        self, reading: Reading, weights: Weights | None = None, *, leanings: Mapping[str, float] = _NONE
    ) -> None:
        self._weights = weights or Weights()
        self._leanings = leanings
        self._keyphrases = [(squeezed(phrase.text), phrase) for phrase in reading.keyphrases]

    def score(self, draft: Draft) -> float:
        """Return what the draft is worth beside others of the reading, 0 to 1."""
        score = draft.strength
        if not draft.weighed:
            in_answer, in_prompt = self._best_of(draft)
            score = (
                self._weights.strength * draft.strength
                + self._weights.answer * (in_answer.weight if in_answer else 0.0)
                + self._weights.prompt * (in_prompt.weight if in_prompt else 0.0)
            )
        return round(min(score * self._leanings.get(draft.note.origin.writer, 1.0), 1.0), 4)

    def reasons(self, draft: Draft) -> tuple[str, ...]:
        """Return the facts that the score rests on ("keyphrase: 群众路线 ×12")."""
        found = [f"keyphrase: {best.text} ×{best.count}" for best in self._best_of(draft) if best]
        leaning = self._leanings.get(draft.note.origin.writer, 1.0)
        if leaning != 1.0:
            found.append(f"your decisions: ×{leaning:.2f}")
        return tuple(dict.fromkeys(found))

    def _best_of(self, draft: Draft) -> tuple[Keyphrase | None, Keyphrase | None]:
        """Return the best key phrase of the draft's answer and that of its prompt."""
        card = draft.cards[0]
        return self._best(card.answer), self._best(card.prompt)

    def _best(self, text: str) -> Keyphrase | None:
        within = squeezed(text)
        for form, phrase in self._keyphrases:
            if form in within:
                return phrase
        return None
