"""What an element is, whichever parser made it: its name, classes, roles, and whether it is seen."""

from __future__ import annotations

import re
from functools import lru_cache

from cards.documents.xmltree import Element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# For screen readers only: "Skip to content", a second text beside a formula that is drawn.
_UNSEEN_CLASSES = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only a11y-hidden hidden d-none "
    "katex-html MathJax_Preview MathJax MathJax_Display MathJax_SVG MathJax_CHTML mwe-math-fallback-image-inline "
    "mwe-math-fallback-image-display".split()
)
# A page that was saved while a dialogue stood over it says of all of its text that it cannot be heard.
_LONGEST_UNHEARD = 200


def tag_of(element: Element) -> str:
    """Return the element's name in lower case without its namespace; "" for what is no element."""
    return _name(element.tag)


@lru_cache(maxsize=1024)
def _name(tag: object) -> str:
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def first_of(tree: Element, tag: str) -> Element | None:
    """Return the first element of that name, None where there is none."""
    return next((element for element in tree.iter() if tag_of(element) == tag), None)


def classes_of(element: Element) -> list[str]:
    """Return the element's classes."""
    return (element.get("class") or "").split()


def types_of(element: Element) -> set[str]:
    """Return what the element is in a book ("footnote", "toc"), by `epub:type` and by `role`."""
    types = (element.get(_EPUB_TYPE) or element.get("epub:type") or "").split()
    return {*types, *(role.removeprefix("doc-") for role in (element.get("role") or "").split())}


def language_of(element: Element) -> str:
    """Return the language that the element says it is written in, as `Document.language` writes it; "" for none."""
    told = (element.get("lang") or element.get(_XML_LANG) or element.get("xml:lang") or "").strip().lower()
    parts = told.replace("_", "-").split("-")
    if not _LANGUAGE.fullmatch(parts[0]) or parts[0] in ("und", "zxx", "mul", "art"):
        return ""
    traditional = parts[0] == "zh" and not {"hant", "tw", "hk", "mo"}.isdisjoint(parts[1:])
    return "zh-Hant" if traditional else parts[0]


def is_hidden(element: Element) -> bool:
    """Tell whether a reader of the page does not see the element.

    A formula is seen, though some sites hide its letters behind a picture of it.
    """
    if len(element) == 1 and tag_of(element[0]) == "math":
        return False
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if not _UNSEEN_CLASSES.isdisjoint(classes_of(element)):
        return True
    if _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    return element.get("aria-hidden") == "true" and not is_longer(element, _LONGEST_UNHEARD)


def is_longer(element: Element, characters: int) -> bool:
    """Tell whether the element holds more text than that; it looks no further than it must."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > characters:
            return True
    return False
