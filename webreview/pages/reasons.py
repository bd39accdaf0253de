"""Why a card was made, in the interface's words."""

from __future__ import annotations

from gettext import NullTranslations


def reason_text(reason: str, words: NullTranslations) -> str:
    """Return a note's reason, `fact: detail`, with the fact in the words' language; one that they do not know stays."""
    fact, _, detail = reason.partition(": ")
    sentences = {
        "pattern": words.gettext("the sentence has the form %s"),
        "keyphrase": words.gettext("about a key phrase of the text: %s"),
        "your decisions": words.gettext("you keep cards of this kind more or less often than others: %s"),
    }
    return sentences[fact] % detail if fact in sentences else reason
