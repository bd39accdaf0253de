"""The lists of a Word file -> the number that its author sees before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cards.documents.office.counting import counted
from cards.documents.office.names import MC, W, chosen, switched, value, whole
from cards.documents.xmltree import Element

_MOST_STEPS = 10
_PLACE = re.compile(r"%([1-9])")
# Labels that end so stand close before their words.
_CLOSE = re.compile(r"[、．。）」』】：，]$")


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items at one depth are numbered; `text` has "%1" for the number at the outermost depth."""

    form: str
    text: str
    start: int
    restarts: int | None
    legal: bool
    close: bool


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a list's paragraph: `text` is empty for bullets; `depth` counts from 1."""

    text: str
    depth: int
    bullet: bool


class Lists:
    """The lists of a document, and how far each has counted; paragraphs are told in the order of the text."""

    def __init__(self, tree: Element | None, *, list_of_style: dict[str, str]) -> None:
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._list_of_style = list_of_style
        if tree is not None:
            for element in tree.iterchildren(f"{W}abstractNum"):
                self._abstract[element.get(f"{W}abstractNumId", "")] = element
            for element in tree.iterchildren(f"{W}num"):
                self._numbers[element.get(f"{W}numId", "")] = element
        self._levels: dict[tuple[str, int], _Level | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, number: str, depth: int | None, styles: tuple[str, ...]) -> Label | None:
        """Count on for one paragraph and return its label; None where there is no such list.

        `depth` counts from 0; where nothing is said, it is the depth that the list gives to one of the `styles`.
        """
        if number == "0" or number not in self._numbers:
            return None
        at = depth if depth is not None else self._depth_of(number, styles)
        level = self._level(number, at)
        if level is None:
            return None
        counts = self._counts.setdefault(self._counter(number), {})
        started = self._overridden_start(number, at)
        if started is not None and (number, at) not in self._begun:
            counts[at] = started
        else:
            counts[at] = counts[at] + 1 if at in counts else level.start
        self._begun.add((number, at))
        for above in range(at):
            if above not in counts:
                outer = self._level(number, above)
                counts[above] = outer.start if outer else 1
        for below in [below for below in counts if below > at]:
            inner = self._level(number, below)
            if inner is None or inner.restarts is None or at < inner.restarts:
                del counts[below]
        if level.form == "bullet":
            return Label("", at + 1, True)
        text = self._text(number, level, counts)
        return Label(text + ("" if level.close or _CLOSE.search(text) or not text else " "), at + 1, False)

    def _text(self, number: str, level: _Level, counts: dict[int, int]) -> str:
        def one(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            of = self._level(number, at)
            form = "decimal" if level.legal or of is None else of.form
            return counted(counts.get(at, 1), form)

        return _PLACE.sub(one, level.text).strip()

    def _definition(self, number: str) -> Element | None:
        abstract = self._abstract.get(value(self._numbers.get(number), f"{W}abstractNumId") or "")
        for _ in range(_MOST_STEPS):
            # A list may be defined by a style of lists, which leads to another list.
            linked = value(abstract, f"{W}numStyleLink")
            if abstract is None or linked is None:
                break
            through = self._numbers.get(self._list_of_style.get(linked, ""))
            abstract = self._abstract.get(value(through, f"{W}abstractNumId") or "")
        return abstract

    def _counter(self, number: str) -> str:
        abstract = self._definition(number)
        return number if abstract is None else str(abstract.get(f"{W}abstractNumId", number))

    def _depth_of(self, number: str, styles: tuple[str, ...]) -> int:
        abstract = self._definition(number)
        if abstract is not None:
            for level in abstract.iterchildren(f"{W}lvl"):
                if value(level, f"{W}pStyle") in styles[:1]:
                    return whole(level.get(f"{W}ilvl"), most=8) or 0
        return 0

    def _overridden_start(self, number: str, at: int) -> int | None:
        override = self._override(number, at)
        return whole(value(override, f"{W}startOverride"))

    def _override(self, number: str, at: int) -> Element | None:
        for override in self._numbers[number].iterchildren(f"{W}lvlOverride"):
            if override.get(f"{W}ilvl") == str(at):
                return override
        return None

    def _level(self, number: str, at: int) -> _Level | None:
        if (number, at) not in self._levels:
            self._levels[number, at] = self._found_level(number, at)
        return self._levels[number, at]

    def _found_level(self, number: str, at: int) -> _Level | None:
        override = self._override(number, at)
        element = None if override is None else override.find(f"{W}lvl")
        if element is None:
            abstract = self._definition(number)
            levels = () if abstract is None else abstract.iterchildren(f"{W}lvl")
            element = next((one for one in levels if one.get(f"{W}ilvl") == str(at)), None)
        if element is None:
            return None
        return _Level(
            form=_form_of(element),
            text=value(element, f"{W}lvlText") or "",
            start=_start_of(element),
            restarts=whole(value(element, f"{W}lvlRestart"), most=9),
            legal=switched(element, f"{W}isLgl") or False,
            close=value(element, f"{W}suff") == "nothing",
        )


def _start_of(level: Element) -> int:
    start = whole(value(level, f"{W}start"))
    return 1 if start is None else start


def _form_of(level: Element) -> str:
    form = value(level, f"{W}numFmt")
    if form is not None:
        return form
    for alternate in level.iterchildren(f"{MC}AlternateContent"):
        for branch in (*chosen(alternate), *alternate.iter(f"{W}numFmt")):
            own = branch.get(f"{W}val")
            if own and own != "custom":
                return str(own)
    return "decimal"
