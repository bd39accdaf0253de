"""The words of a Markdown block -> which of them are markup, and what is read in their place."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from unicodedata import east_asian_width

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from cards.documents import flavours
from cards.documents.illustrating import Named
from cards.documents.lines import joint
from cards.documents.model import Markup
from cards.documents.raised import lowered, raised
from cards.model import Span

_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|bmp|avif)\s*\Z", re.IGNORECASE)
_IMAGE_TAG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(["']?)((?<=")[^"]*|(?<=')[^']*|[^\s"'<>]+)""")
_MOVED = re.compile(r"<(?P<tag>su[pb])>(?P<words>[^<>\n]{1,40})</(?P=tag)>", re.IGNORECASE)

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


@dataclass(frozen=True, slots=True)
class Inline:
    """What is in a block's words besides words: markup, in order, pictures, and the addresses of links."""

    markup: tuple[Markup, ...]
    pictures: tuple[Named, ...]
    links: tuple[str, ...]


def inline_of(parser: MarkdownIt, words: str, environment: dict[str, Any]) -> Inline:
    """Return what is in the words of a block; places are counted in `words`."""
    steps: list[_Step] = []
    parser.inline.parse(words, parser, {**environment, "steps": steps, "words": words}, [])
    found = sorted(markup for step in steps for markup in _markup(words, step))
    pictures = tuple(named for step in steps for named in _pictures(words, step))
    links = tuple(str(mark.attrs["href"]) for step in steps for mark in step.marks if "href" in mark.attrs)
    return Inline(tuple(_apart(found)), pictures, links)


def pictures_in(html_: str, at: int) -> Iterator[Named]:
    """Yield the pictures that tags of HTML show; `at` is where the tags begin."""
    for tag in _IMAGE_TAG.finditer(html_):
        attributes = {name.lower(): html.unescape(value) for name, _, value in _ATTRIBUTE.findall(tag[0])}
        if attributes.get("src"):
            place = at + tag.start()
            yield Named(Span(place, place), attributes["src"], attributes.get("alt", "").strip())


def _traced(name: str, rule: _Rule) -> _Rule:
    def run(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        # The words inside a picture's brackets are parsed as a text of their own; the picture covers them.
        if not silent and name != "text" and state.src is state.env.get("words"):
            marks: tuple[Token, ...] = ()
            inner = start
            if name in ("image", "link"):
                marks = tuple(state.tokens[known : known + 1])
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
            yield _tag(words, start, end)
        case "math_inline":
            yield Markup(Span(start, end), rf"\({words[start:end].strip('$').strip()}\)")
        case "image" | "footnote_ref":
            yield Markup(Span(start, end))
        case _:
            yield from flavours.markup_of(step.rule, words, start, end)


def _tag(words: str, start: int, end: int) -> Markup:
    """Return a tag of HTML as markup; one that raises or lowers goes as far as its end."""
    moved = _MOVED.match(words, start)
    if moved is not None:
        says = (raised if moved["tag"].lower() == "sup" else lowered)(html.unescape(moved["words"]))
        return Markup(Span(start, moved.end()), says)
    return Markup(Span(start, end), " " if words[start : start + 3].lower() == "<br" else "")


def _apart(found: list[Markup]) -> Iterator[Markup]:
    """Yield the markup without what stands inside the one before."""
    end = 0
    for markup in found:
        if markup.span.start >= end:
            yield markup
            end = markup.span.end


def _pictures(words: str, step: _Step) -> Iterator[Named]:
    match step.rule:
        case "image" if step.marks:
            said = flavours.without_size(step.marks[0].content)
            start = step.start + len("![")
            shown = Span(start, start + len(said)) if words.startswith(said, start) else Span(start, start)
            yield Named(shown, str(step.marks[0].attrs.get("src", "")), said)
        case "wikilink":
            link = flavours.WIKILINK.fullmatch(words, step.start, step.end)
            if link is not None and link["embeds"] and _PICTURE.search(link["page"]):
                said = flavours.without_size(link["shown"] or "")
                yield Named(Span(step.start, step.start), link["page"].strip(), said)
        case "html_inline":
            yield from pictures_in(words[step.start : step.end], step.start)


def _joint_at(words: str, before: int, after: int) -> str:
    if not 0 < before < after < len(words):
        return ""
    return joint(words[before - 1], words[after])


def _wide(character: str) -> bool:
    return bool(character) and east_asian_width(character) in "WF"
