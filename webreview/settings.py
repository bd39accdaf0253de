"""What a learner can choose about the schedule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cards.errors import CardsError, to_translate

# The parameters that FSRS-6 starts with; Anki, py-fsrs and fsrs-rs ship the same 21 numbers.
FSRS6_PARAMETERS = (
    0.212,
    1.2931,
    2.3065,
    8.2956,
    6.4133,
    0.8334,
    3.0194,
    0.001,
    1.8722,
    0.1666,
    0.796,
    1.4835,
    0.0614,
    0.2629,
    1.6483,
    0.6014,
    1.8729,
    0.5425,
    0.0912,
    0.0658,
    0.1542,
)

# The most that Anki accepts: a hundred years.
LONGEST_INTERVAL_DAYS = 36500

_DAY_START = to_translate("the start of the day {value} is not between {least} and {most}")
_RETENTION = to_translate("desired retention {value} is not between {least} and {most}")
_LONGEST = to_translate("the longest interval in days {value} is not between {least} and {most}")
_NEW = to_translate("new cards a day {value} is not between {least} and {most}")
_REVIEWS = to_translate("reviews a day {value} is not between {least} and {most}")
_LEECH = to_translate("the lapses of a leech {value} is not between {least} and {most}")
_STEP = to_translate("a learning step in minutes {value} is not between {least} and {most}")

# Memories do not depend on these: they say what a day shows.
OF_THE_DAY = ("new_a_day", "reviews_a_day", "learn_ahead", "bury_siblings", "leech_lapses", "leech_suspends")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a learner's cards are scheduled; the defaults are Anki's.

    `time_zone` is an IANA name; a study day begins there at `day_starts_at` o'clock. `fuzz` spreads cards
    that were learned together over neighbouring days. `new_a_day` and `reviews_a_day` limit what one study
    day shows; a learning card may be shown `learn_ahead` early when nothing else is left. A card that was
    forgotten `leech_lapses` times (0: never) is tagged as a leech, and out where `leech_suspends`.

    Raises CardsError for a value out of its range.
    """

    time_zone: str = "UTC"
    day_starts_at: int = 4
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    desired_retention: float = 0.9
    longest_interval_days: int = LONGEST_INTERVAL_DAYS
    parameters: tuple[float, ...] = FSRS6_PARAMETERS
    fuzz: bool = True
    new_a_day: int = 20
    reviews_a_day: int = 200
    learn_ahead: timedelta = timedelta(minutes=20)
    bury_siblings: bool = True
    leech_lapses: int = 8
    leech_suspends: bool = False

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise CardsError(
                "time zone “{name}” is not known; write it like Asia/Shanghai or UTC", name=self.time_zone
            ) from error
        _check(_DAY_START, self.day_starts_at, 0, 23)
        _check(_RETENTION, self.desired_retention, 0.70, 0.99)
        _check(_LONGEST, self.longest_interval_days, 1, LONGEST_INTERVAL_DAYS)
        _check(_NEW, self.new_a_day, 0, 9999)
        _check(_REVIEWS, self.reviews_a_day, 0, 9999)
        _check(_LEECH, self.leech_lapses, 0, 99)
        for step in (*self.learning_steps, *self.relearning_steps):
            # A card in learning is due at an instant; longer waits are the work of the schedule.
            _check(_STEP, step.total_seconds() / 60, 1 / 60, 24 * 60)
        if len(self.parameters) != len(FSRS6_PARAMETERS):
            raise CardsError(f"FSRS-6 has 21 parameters, not {len(self.parameters)}")


def _check(sentence: str, value: float, least: float, most: float) -> None:
    if not least <= value <= most:
        raise CardsError(sentence, value=f"{value:g}", least=f"{least:g}", most=f"{most:g}")
