"""A document of an arrival -> what came of it: its notes are kept, or it is said why there are none."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from enum import StrEnum

from cards.crew import make_in
from cards.documents import Given, Hints
from cards.documents.confined.child import Child
from cards.documents.finding import remark_of
from cards.documents.model import Remark
from cards.errors import CardsError, PasswordNeededError, to_translate
from cards.made import Made
from cards.pipeline import Density
from webreview.collection.arrivals import Outcome, Result, Wish
from webreview.collection.notes import Added
from webreview.errors import CollectionError

NOTHING_IN_IT = to_translate(
    "{name}: nothing in this text is worth a card; give a text that explains something"
)
_BROKE_OFF = to_translate("{name}: kapian made a mistake and broke off; nothing of it was kept")

_LOG = logging.getLogger(__name__)


class Stage(StrEnum):
    """What is done with a document at the moment."""

    READING = "reading"
    MAKING = "making"
    KEEPING = "keeping"


class LeftOffError(CardsError):
    """The learner cancelled the work, or the server ends."""


def result_of(
    given: Given,
    child: Child,
    *,
    wish: Wish,
    leanings: Mapping[str, float],
    password: str | None,
    entering: Callable[[Stage], None],
    keep: Callable[[Made], Added],
) -> Result:
    """Return what comes of a document that a child reads and asks about and `keep` puts into the collection.

    `leanings` are factors by writer, from what the learner kept and rejected before.
    `entering` is called with each stage after the first, and may raise LeftOffError. Raises CollectionError where
    the collection cannot be written.
    """
    try:
        made = make_in(
            child,
            given,
            given.content(),
            hints=Hints(encoding=wish.encoding, password=password),
            density=Density(wish.density),
            leanings=leanings,
            staged=lambda _: entering(Stage.MAKING),
        )
        if not made.notes:
            reason = Remark(NOTHING_IN_IT, (("name", given.name),))
            return _refused(given, reason, *made.document.remarks)
        entering(Stage.KEEPING)
        added = keep(made)
    except CollectionError:
        raise
    except PasswordNeededError as error:
        return Result(given.place, given.name, Outcome.LOCKED, remarks=(remark_of(error),))
    except CardsError as error:
        return _refused(given, remark_of(error))
    except Exception:
        _LOG.exception("%s: a mistake of kapian's", given.name)
        return _refused(given, Remark(_BROKE_OFF, (("name", given.name),)))
    document = made.document
    return Result(given.place, given.name, Outcome.KEPT, document.id, counts_of(added), document.remarks)


def _refused(given: Given, *remarks: Remark) -> Result:
    return Result(given.place, given.name, Outcome.REFUSED, remarks=remarks)


def counts_of(added: Added) -> dict[str, int]:
    """Return how many notes were new, known, and, for a later version, what became of its notes, by name."""
    return {
        "new": len(added.new),
        "known": len(added.known) + len(added.elsewhere) + added.repeats,
        "stayed": len(added.stayed),
        "reworded": len(added.reworded),
        "gone": len(added.gone),
    }
