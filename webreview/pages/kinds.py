"""The names of the ways of asking, in the interface's words."""

from __future__ import annotations

from gettext import NullTranslations

from cards.errors import to_translate

# The name that a writer has on cards -> what a learner calls it.
_KINDS = {
    "agent": to_translate("who did it"),
    "alias": to_translate("another name"),
    "belonging": to_translate("what it belongs to"),
    "cause": to_translate("cause and effect"),
    "comparison": to_translate("comparison"),
    "composition": to_translate("parts"),
    "condition": to_translate("condition"),
    "contrast": to_translate("contrast"),
    "definition": to_translate("definition"),
    "duty": to_translate("what is to be done"),
    "enumeration": to_translate("list"),
    "essence": to_translate("essence"),
    "example": to_translate("example"),
    "figure": to_translate("number"),
    "function": to_translate("function"),
    "gap": to_translate("gap"),
    "keyphrase": to_translate("key phrase"),
    "kin": to_translate("kind"),
    "kinship": to_translate("kin"),
    "learner": to_translate("your own"),
    "meaning": to_translate("meaning"),
    "means": to_translate("means"),
    "necessity": to_translate("what is needed"),
    "object": to_translate("object"),
    "outline": to_translate("outline"),
    "pair": to_translate("pair"),
    "place": to_translate("place"),
    "purpose": to_translate("purpose"),
    "quotation": to_translate("quotation"),
    "superlative": to_translate("superlative"),
    "step": to_translate("steps"),
    "steps": to_translate("steps"),
    "table": to_translate("table"),
    "time": to_translate("date"),
    "date": to_translate("date"),
    "term": to_translate("term"),
    "code": to_translate("code"),
}


def kind_text(writer: str, words: NullTranslations) -> str:
    """Return what a learner calls the way of asking; one without a name is called as its writer is."""
    return words.gettext(_KINDS[writer]) if writer in _KINDS else writer
