"""What Obsidian, Notion and writers of formulas add to Markdown: rules for the parser, and what they leave unread."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from cards.documents.model import Markup
from cards.model import Span

# [[Page]], [[Page|shown]], [[Page#Heading]], [[Page#^block]]; with "!" the page or picture itself is shown there.
WIKILINK = re.compile(
    r"(?P<embeds>!?)\[\[(?P<page>[^\[\]|#\n]*)(?P<part>#[^\[\]|\n]*)?(?:\\?\|(?P<shown>[^\[\]\n]*))?\]\]"
)
_COMMENT = re.compile(r"%%.*?%%", re.DOTALL)
_BLOCK_ID = re.compile(r"\^[A-Za-z0-9-]+\s*\Z")
_TAG = re.compile(r"#(?!\d+(?:\s|\Z))[\w/-]+")
_TAGS_ALONE = re.compile(r"\s*(?:#[\w/-]+[ \t]*){2,}\s*")
_TEX = {"\\(": "\\)", "\\[": "\\]"}
_LONGEST_TEX = 2_000
_TEX_BLOCK = re.compile(r"\s*\\\[\s*(?P<tex>(?:(?!\\\]).){1,2000}?)\s*\\\]\s*", re.DOTALL)
_CALLOUT = re.compile(r"\[![\w -]{1,40}\][+-]?[ \t]*")
_CODE_OR_COMMENT = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,}).*?(?:^ {0,3}(?P=fence)|\Z)|^[ \t]*%%(?:(?!%%).)*%%[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_MARK = "=="
_LETTER = re.compile(r"[A-Za-z0-9_)]")
_SIZE = re.compile(r"\|?\s*\d+(?:x\d+)?\s*$")

_Match = Callable[[StateInline], int]


def install(parser: MarkdownIt) -> None:
    """Add the rules; each takes a stretch of the words and leaves it to `markup_of` to say what is read there."""
    rules = parser.inline.ruler
    for name, match in _RULES:
        rules.before("escape", name, _rule(match))


def markup_of(rule: str, words: str, start: int, end: int) -> Iterator[Markup]:
    """Yield what is not said as it is written in a stretch that one of these rules took."""
    match rule:
        case "wikilink":
            yield from _link(words, start, end)
        case "tex" if words.startswith("\\[", start):
            yield Markup(Span(start, start + 2), "\\(")
            yield Markup(Span(end - 2, end), "\\)")
        case "comment" | "highlight" | "block_id":
            yield Markup(Span(start, end))
        case "tag":
            yield Markup(Span(start, start + 1))


def displayed_tex(words: str) -> str | None:
    """Return the formula of a paragraph that is nothing else, written between "\\\\[" and "\\\\]"; None for others."""
    match = _TEX_BLOCK.fullmatch(words)
    return match["tex"] if match else None


def are_tags(words: str) -> bool:
    """Tell whether a paragraph has nothing but tags."""
    return _TAGS_ALONE.fullmatch(words) is not None


def callout_mark(words: str) -> int:
    """Return the length of the mark that makes a quotation a note ("[!tip]- "), 0 where there is none."""
    match = _CALLOUT.match(words)
    return match.end() if match else 0


def without_comments(text: str) -> str:
    """Return a text of the same length and lines whose comments of whole lines are blank, but in code."""
    if "%%" not in text:
        return text

    def blank(match: re.Match[str]) -> str:
        return match[0] if match["fence"] else re.sub(r"[^\n]", " ", match[0])

    return _CODE_OR_COMMENT.sub(blank, text)


def without_size(alternative: str) -> str:
    """Return what is said of a picture without the width that Obsidian takes: "a cell|300"."""
    return _SIZE.sub("", alternative).strip()


def _link(words: str, start: int, end: int) -> Iterator[Markup]:
    match = WIKILINK.fullmatch(words, start, end)
    if match is None or match["embeds"]:
        yield Markup(Span(start, end))
        return
    if match["shown"]:
        yield Markup(Span(start, match.start("shown")))
    elif match["page"]:
        yield Markup(Span(start, match.start("page")))
        if match["part"]:
            part = match.start("part")
            # The name of a block means nothing to a reader, that of a heading does.
            yield (
                Markup(Span(part, end), "")
                if match["part"].startswith("#^")
                else Markup(Span(part, part + 1), " > ")
            )
    else:
        yield Markup(Span(start, start + 3))
    yield Markup(Span(match.end("shown") if match["shown"] else end - 2, end))


def _rule(match: _Match) -> Callable[[StateInline, bool], bool]:
    def run(state: StateInline, silent: bool) -> bool:
        end = match(state)
        if end <= state.pos:
            return False
        if not silent:
            state.push("text", "", 0).content = ""
        state.pos = end
        return True

    return run


def _matching(pattern: re.Pattern[str], *, after_blank: bool = False) -> _Match:
    def match(state: StateInline) -> int:
        if after_blank and state.pos and not state.src[state.pos - 1].isspace():
            return 0
        found = pattern.match(state.src, state.pos)
        return found.end() if found else 0

    return match


def _tex(state: StateInline) -> int:
    """Return the end of a formula between "\\(" and "\\)" on one line, or between "\\[" and "\\]"."""
    start = state.pos + 2
    closing = _TEX.get(state.src[state.pos : start])
    if closing is None:
        return 0
    end = state.src.find(closing, start, start + _LONGEST_TEX)
    if end <= start or (closing == "\\)" and "\n" in state.src[start:end]):
        return 0
    return end + 2


def _highlight(state: StateInline) -> int:
    """Return the end of a mark that has another one: around words, not between two sides of an equation."""
    src, start, end = state.src, state.pos, state.pos + len(_MARK)
    if not src.startswith(_MARK, start) or src.startswith("===", start) or src[start - 1 : start] == "=":
        return 0
    closing: set[int] = state.env.setdefault("highlights", set())
    if start in closing:
        return end
    if _LETTER.match(src, start - 1) and _LETTER.match(src, end) and start:
        # "x==y" compares.
        return 0
    other = src.find(_MARK, end)
    if other < 0 or src[end : end + 1].isspace() or src[other - 1].isspace() or other == end:
        return 0
    closing.add(other)
    return end


_RULES: tuple[tuple[str, _Match], ...] = (
    ("wikilink", _matching(WIKILINK)),
    ("tex", _tex),
    ("comment", _matching(_COMMENT)),
    ("block_id", _matching(_BLOCK_ID, after_blank=True)),
    ("tag", _matching(_TAG, after_blank=True)),
    ("highlight", _highlight),
)
