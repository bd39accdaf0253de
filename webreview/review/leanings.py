"""What the learner kept and rejected -> factors by which further cards of each writer are ranked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# Before there are decisions a writer counts as if four of five of its cards were kept, about what readers keep of the
# better writers; five cards more or less then begin to tell.
KEPT_BEFORE, SEEN_BEFORE = 4.0, 5.0
LEAST, MOST = 0.5, 1.2


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cards of one writer the learner kept, and how many were rejected."""

    kept: int
    rejected: int

    @property
    def rate(self) -> float:
        """The part that was kept, 0 to 1; 0 where nothing was decided."""
        decided = self.kept + self.rejected
        return self.kept / decided if decided else 0.0

    @property
    def leaning(self) -> float:
        """The factor for the writer's scores, `LEAST` to `MOST`; 1 while as many are kept as was expected."""
        rate = (self.kept + KEPT_BEFORE) / (self.kept + self.rejected + SEEN_BEFORE)
        return round(min(max(rate / (KEPT_BEFORE / SEEN_BEFORE), LEAST), MOST), 2)


def leanings_of(tallies: Mapping[str, Tally]) -> dict[str, float]:
    """Return the factors that are not 1, by writer."""
    return {writer: tally.leaning for writer, tally in tallies.items() if tally.leaning != 1.0}
