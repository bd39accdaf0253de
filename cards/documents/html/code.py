"""Preformatted text -> code and its language, or the prose that somebody put there."""

from __future__ import annotations

import re

from cards.documents.html.elements import classes_of, tag_of
from cards.documents.model import Block
from cards.documents.paragraphs import paragraphs
from cards.documents.prose import prose_at
from cards.documents.xmltree import Element

_LANGUAGE = re.compile(r"(?:language|lang|highlight-source|highlight|brush)[-:_]([A-Za-z0-9+#.]+)")
_SOURCE = ("sourcecode", "code", "src", "brush:", "prettyprint", "programlisting", "highlight")
_NAMED = re.compile(r"[a-z][a-z0-9+#]{0,20}")
_NO_LANGUAGE = frozenset(
    ("default", "none", "text", "plain", "plaintext", "notranslate", "numbersource", "numberlines")
)
_UNSEEN = ("linenos", "lineno", "line-numbers-rows", "line-number", "linenumber", "copybtn")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HALF = 0.5


def listing_of(pre: Element) -> tuple[str, str]:
    """Return the lines of a `pre` and the name of their language ("python"), or ""."""
    return _lines_of(pre), _language_of(pre)


def prose_in(pre: Element) -> list[str]:
    """Return the paragraphs of a `pre` that holds Chinese prose and no code; none where it holds code."""
    if (
        _language_of(pre)
        or any(tag_of(below) == "code" for below in pre)
        or not set(classes_of(pre)).isdisjoint(_SOURCE)
    ):
        return []
    text = _lines_of(pre)
    letters = sum(not character.isspace() for character in text)
    if len(_HAN.findall(text)) < _HALF * letters or not letters:
        return []
    return [_words(text, block) for block in paragraphs(text)]


def _words(text: str, block: Block) -> str:
    return prose_at(text, block).text


def _lines_of(pre: Element) -> str:
    said: list[str] = []
    stack: list[tuple[Element, bool]] = [(pre, False)]
    while stack:
        element, done = stack.pop()
        if done:
            said.append(element.tail or "")
            continue
        if element is not pre:
            stack.append((element, True))
        if tag_of(element) == "br":
            said.append("\n")
        elif tag_of(element) not in ("", "button", "script", "style") and set(classes_of(element)).isdisjoint(
            _UNSEEN
        ):
            said.append(element.text or "")
            stack += [(child, False) for child in reversed(element)]
    return "".join(said).replace("\r\n", "\n").replace("\xa0", " ")


def _language_of(pre: Element) -> str:
    near = [
        pre,
        *pre.iter("code", "{*}code"),
        *(above for _, above in zip(range(2), pre.iterancestors(), strict=False)),
    ]
    for element in near:
        for name in [
            *classes_of(element),
            element.get("data-lang") or "",
            element.get("data-language") or "",
        ]:
            match = _LANGUAGE.fullmatch(name)
            if match is not None and match[1].lower() not in _NO_LANGUAGE:
                return match[1].lower()
        told = (element.get("data-lang") or element.get("data-language") or "").lower()
        if _NAMED.fullmatch(told):
            return told
        classes = [name.lower() for name in classes_of(element)]
        if "sourcecode" in classes:
            names = [name for name in classes if name != "sourcecode" and _NAMED.fullmatch(name)]
            if names and names[0] not in _NO_LANGUAGE:
                return names[0]
    return ""
