"""The words of a Markdown block -> which of them are markup, and what is read in their place."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from unicodedata import east_asian_width

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from cards.documents.lines import joint
from cards.documents.model import Markup
from cards.model import Span

_Rule = Callable[[StateInline, bool], bool]


@dataclass(frozen=True, slots=True)
class _Step:
    """A rule that matched `start` to `end`; `inner` is the end of a link's words, `marks` a run's tokens."""

    rule: str
    start: int
    end: int
    inner: int
    marks: tuple[Token, ...]


def trace_inline_rules(parser: MarkdownIt) -> None:
    """Make the parser note what its inline rules match, since its tokens do not say where they stood.

    It also reads `**“一切”**是` as bold, which CommonMark does not: its rule for word boundaries knows white
    space and punctuation only, and Chinese has no space beside its quotation marks.
    """
    rules = parser.inline.ruler
    for name in parser.get_active_rules()["inline"]:
        rule = next(rule.fn for rule in rules.__rules__ if rule.name == name)
        rules.at(name, _traced(name, _bold_beside_chinese(rule) if name == "emphasis" else rule))
    # Joining texts would hide which marks were used up as emphasis.
    parser.inline.ruler2.disable("fragments_join")


def inline_markup(parser: MarkdownIt, words: str, environment: dict[str, Any]) -> list[Markup]:
    """Return the markup of a block's words, in order, placed in `words`."""
    steps: list[_Step] = []
    parser.inline.parse(words, parser, {**environment, "steps": steps, "words": words}, [])
    found = [markup for step in steps for markup in _markup(words, step)]
    return sorted(found)


def _traced(name: str, rule: _Rule) -> _Rule:
    def run(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        # The words inside a picture's brackets are parsed as a text of their own; the picture covers them.
        if not silent and name != "text" and state.src is state.env.get("words"):
            marks: tuple[Token, ...] = ()
            inner = start
            if name in ("emphasis", "strikethrough", "backticks"):
                marks = tuple(state.tokens[max(known, len(state.tokens) - (state.pos - start)) :])
            elif name == "link":
                inner = state.md.helpers.parseLinkLabel(state, start, True)
            state.env["steps"].append(_Step(name, start, state.pos, inner, marks))
        return True

    return run


def _bold_beside_chinese(rule: _Rule) -> _Rule:
    def run(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.delimiters)
        if not rule(state, silent):
            return False
        before, after = state.src[start - 1 : start], state.src[state.pos : state.pos + 1]
        if _wide(before) or _wide(after):
            for delimiter in state.delimiters[known:]:
                delimiter.open = delimiter.open or bool(after.strip())
                delimiter.close = delimiter.close or bool(before.strip())
        return True

    return run


def _markup(words: str, step: _Step) -> Iterator[Markup]:
    start, end = step.start, step.end
    match step.rule:
        case "newline":
            while start > 0 and words[start - 1] == " ":
                start -= 1
            yield Markup(Span(start, end), _joint_at(words, start, end))
        case "escape" if words[start + 1] == "\n":
            yield Markup(Span(start, end), _joint_at(words, start, end))
        case "escape" if not words[start + 1].isalnum() and words[start + 1].isascii():
            yield Markup(Span(start, start + 1))
        case "entity":
            yield Markup(Span(start, end), html.unescape(words[start:end]))
        case "emphasis":
            for at, mark in enumerate(step.marks, start=start):
                if mark.type != "text" or not mark.content:
                    yield Markup(Span(at, at + 1))
        case "strikethrough" if any(mark.type in ("s_open", "s_close") for mark in step.marks):
            yield Markup(Span(start, end))
        case "backticks" if any(mark.type == "code_inline" for mark in step.marks):
            ticks = len(step.marks[-1].markup)
            yield Markup(Span(start, start + ticks))
            yield Markup(Span(end - ticks, end))
        case "link":
            yield Markup(Span(start, start + 1))
            yield Markup(Span(step.inner, end))
        case "autolink":
            yield Markup(Span(start, start + 1))
            yield Markup(Span(end - 1, end))
        case "html_inline":
            yield Markup(Span(start, end), " " if words[start : start + 3].lower() == "<br" else "")
        case "image" | "footnote_ref":
            yield Markup(Span(start, end))


def _joint_at(words: str, before: int, after: int) -> str:
    if not 0 < before < after < len(words):
        return ""
    return joint(words[before - 1], words[after])


def _wide(character: str) -> bool:
    return bool(character) and east_asian_width(character) in "WF"
