"""Why a card was made and what was left out of a document, in the interface's words."""

from __future__ import annotations

from gettext import NullTranslations

from cards.documents import Remark


def reason_text(reason: str, words: NullTranslations) -> str:
    """Return a note's reason, `fact: detail`, with the fact in the words' language; one that they do not know stays."""
    fact, _, detail = reason.partition(": ")
    sentences = {
        "pattern": words.gettext("the sentence has the form %s"),
        "keyphrase": words.gettext("about a key phrase of the text: %s"),
        "your decisions": words.gettext("you keep cards of this kind more or less often than others: %s"),
    }
    return sentences[fact] % detail if fact in sentences else reason


def remark_text(remark: Remark, words: NullTranslations) -> str:
    """Return what is told about the reading of a document, in the words' language."""
    return str(Remark(words.gettext(remark.sentence), remark.values))
