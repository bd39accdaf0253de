"""Where a form of the review leads, and what the next page says that it came to."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from starlette.responses import RedirectResponse

from cards.progress import Answered, Entry
from webreview.collection.log import Receipt
from webreview.pages.interface import Interface
from webreview.pages.place import Place
from webreview.review.history import Outcome


def to_review(place: Place, *, card: str = "", word: str = "") -> RedirectResponse:
    """Lead to the next card of the place, or to `card`; `word` is a name of `said`."""
    fields = place.fields | {"card": card, "word": word}
    query = urlencode({name: value for name, value in fields.items() if value})
    return RedirectResponse(f"/review?{query}" if query else "/review", 303)


def answered_card(taken: Iterable[Entry]) -> str:
    """Return the card whose answer is among the entries, "" if none is."""
    return next((entry.what.card for entry in taken if isinstance(entry.what, Answered)), "")


def word_of(receipt: Receipt) -> str:
    """Return the name of what became of an answer; "" where there is nothing to say."""
    return {Outcome.SECOND_ANSWER: "second-answer", Outcome.UNKNOWN: "unknown"}.get(receipt.outcome, "")


def said(word: str, interface: Interface) -> str:
    """Return the sentence of this name in the interface's words; unknown names say nothing."""
    gettext = interface.words.gettext
    return {
        "second-answer": gettext(
            "A card had been answered elsewhere already; the second answer did not count."
        ),
        "unknown": gettext("A card is no longer in the collection; its answer was dropped."),
        "done": gettext("Done. Undo takes it back."),
        "undone": gettext("Taken back."),
        "redone": gettext("Done again."),
        "nothing-to-undo": gettext("There is nothing to take back."),
        "nothing-to-redo": gettext("There is nothing to do again."),
        "leech": gettext(
            "This card is forgotten again and again. Read its sentence, or write the card anew."
        ),
    }.get(word, "")
