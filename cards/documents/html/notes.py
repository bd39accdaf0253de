"""The marks that lead to footnotes and back, which are no words of the text."""

from __future__ import annotations

import re

from cards.documents.html.elements import classes_of, tag_of, types_of
from cards.documents.xmltree import Element

_TYPES = frozenset(("noteref", "backlink"))
_CLASSES = re.compile(
    r"footnote-?(?:ref(?:erence)?|back(?:ref|link)?|anchor)|noteref|mw-cite-backlink|reversefootnote|"
    r"duokan-footnote|sdfootnote(?:anc|sym)|sdendnote(?:anc|sym)|headerlink|header-anchor|heading-anchor|anchorjs-link",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡§※]{1,3}|[①-⑳]|注\d{0,3}"
_MARK = re.compile(rf"\s*(?:[\[〔［（(【]\s*(?:{_NUMBER})\s*[\]〕］）)】]|(?:{_NUMBER}))\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"\s*[\[〔［【]\s*(?:{_NUMBER})\s*[\]〕］】]\s*", re.IGNORECASE)
_SIGN = re.compile(r"\s*[¶#§↩⤴↑^🔗←]\ufe0e?\s*")
_LONGEST = 8


def is_note_mark(element: Element) -> bool:
    """Tell whether the element is the mark of a note, the way back from one, or a heading's link to itself."""
    tag = tag_of(element)
    if tag not in ("a", "sup", "span"):
        return False
    named = not _TYPES.isdisjoint(types_of(element)) or any(map(_CLASSES.fullmatch, classes_of(element)))
    if tag == "span":
        return named
    words = "".join(element.itertext())
    if len(words.strip()) > _LONGEST:
        return False
    if named:
        return tag == "sup" or _links_within(element) or not words.strip()
    if tag == "a":
        return _links_within(element) and bool(_IN_BRACKETS.fullmatch(words) or _SIGN.fullmatch(words))
    return bool(_IN_BRACKETS.fullmatch(words)) or (
        bool(_MARK.fullmatch(words)) and any(map(_links_within, element.iter("{*}a", "a")))
    )


def _links_within(link: Element) -> bool:
    """Tell whether a link leads to a place that has a name: in this page, or in one of the same book."""
    return "#" in (link.get("href") or "")
