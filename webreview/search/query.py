"""What a search asks for, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Wildcard(StrEnum):
    """What stands for characters in a pattern."""

    ANY = "*"  # any number of characters, also none
    ONE = "_"  # one character


@dataclass(frozen=True, slots=True)
class Pattern:
    """Folded text and wildcards in turn; two texts never stand side by side."""

    parts: tuple[str | Wildcard, ...]

    @property
    def text(self) -> str | None:
        """The text of a pattern without wildcards, None for one that has some."""
        if any(isinstance(part, Wildcard) for part in self.parts):
            return None
        return "".join(self.parts)


class Condition(StrEnum):
    """What a card can be; the names are those of `is:`."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    DUE = "due"
    SUSPENDED = "suspended"
    BURIED = "buried"
    LEECH = "leech"
    MARKED = "marked"


class Measure(StrEnum):
    """A number that a card has; the names are those of `prop:`."""

    STABILITY = "s"
    DIFFICULTY = "d"
    RETRIEVABILITY = "r"
    INTERVAL = "ivl"
    DUE = "due"
    LAPSES = "lapses"
    REPS = "reps"


class Comparison(StrEnum):
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "="
    OTHER = "!="


@dataclass(frozen=True, slots=True)
class Everything:
    """Every card: what an empty search asks for."""


@dataclass(frozen=True, slots=True)
class Both:
    """Cards that every part asks for."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Cards that some part asks for."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Cards that the part does not ask for."""

    part: Query


@dataclass(frozen=True, slots=True)
class Words:
    """Cards whose note says this somewhere: in its questions, answers or tags."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Matching:
    """Cards whose note says something that the regular expression describes."""

    expression: str


@dataclass(frozen=True, slots=True)
class InDeck:
    """Cards in a deck of this name, or in a deck inside it."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Tagged:
    """Cards whose note has this tag, or one inside it ("law::civil" is inside "law")."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Untagged:
    """Cards whose note has no tag."""


@dataclass(frozen=True, slots=True)
class FromDocument:
    """Cards that were made from a document of this name, in any version."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class FromNowhere:
    """Cards whose note came without a document."""


@dataclass(frozen=True, slots=True)
class WrittenBy:
    """Cards whose note was written by this writer ("definition", "cloze", "learner", ...)."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Is:
    """Cards that are so."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Flagged:
    """Cards with this flag, 1 to 7; 0 for none."""

    flag: int


@dataclass(frozen=True, slots=True)
class Added:
    """Cards whose note was added on one of the last study days; 1 is today."""

    days: int


@dataclass(frozen=True, slots=True)
class Rated:
    """Cards answered on one of the last study days, 1 is today; with one of the ratings 1 to 4."""

    days: int
    ratings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """Cards whose number compares so; a new card has none but `reps` and `lapses`, which are 0.

    Stability and intervals are in days, difficulty 1 to 10, retrievability 0 to 1, due in study days from today.
    """

    measure: Measure
    comparison: Comparison
    number: float


@dataclass(frozen=True, slots=True)
class OfNotes:
    """The cards of these notes."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfIds:
    """The cards with these ids."""

    ids: tuple[str, ...]


Query = (
    Everything
    | Both
    | Either
    | Not
    | Words
    | Matching
    | InDeck
    | Tagged
    | Untagged
    | FromDocument
    | FromNowhere
    | WrittenBy
    | Is
    | Flagged
    | Added
    | Rated
    | Measured
    | OfNotes
    | OfIds
)
