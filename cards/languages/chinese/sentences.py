"""Chinese prose -> sentences and clauses, with the places where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cards.languages.chinese.marks import COMMAS, enclosed, outside
from cards.model import Span

_CLOSERS = "”’」』）)》】]"
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
# A full stop of Latin type ends a sentence after a Chinese character; in 3.5 and U.S. it does not.
_END = re.compile(
    rf"(?:[。！？!?｡]+|…{{1,4}}(?={_HAN}|\s|$)|(?<={_HAN})[.](?=\s|{_HAN}|$)|\n+)[{re.escape(_CLOSERS)}]*"
)
# What goes on with the sentence after a quotation that ends in a stop: “……群众中去。”是……
_GOING_ON = re.compile(
    r"[的是为在等中之，,、；;：:。和与或及就也都则即并而]|这(?:句|一|是|就|些)|一(?:语|词|文|书|句)"
)
_CLAUSE_END = re.compile(rf"[{re.escape(COMMAS)}]")


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of prose in order; stops inside quotation marks and brackets end none."""
    start = 0
    spans = enclosed(text)
    number = 0
    for end in _END.finditer(text):
        while number < len(spans) and spans[number].end <= end.start():
            number += 1
        inside = number < len(spans) and spans[number].start < end.start() < spans[number].end
        at = end.end()
        if inside and not (at >= spans[number].end and _closes(text, at)):
            continue
        if text[start:at].strip():
            yield Span(start, at)
        start = at
    if text[start:].strip():
        yield Span(start, len(text))


def _closes(text: str, at: int) -> bool:
    """Whether a sentence may end at `at`, just after the mark that closes a quotation with its stop."""
    return text[at - 1] in "”」』" and not _GOING_ON.match(text, at)


# Writer after writer asks for the same sentences.
@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[Span, ...]:
    """Return the clauses of a sentence: what stands between commas, semicolons, colons and stops.

    Punctuation inside quotation marks, brackets and numbers (1,234; 3:2) parts nothing. The parting marks are
    left out of the spans.
    """
    plain = outside(text)
    found: list[Span] = []
    start = 0
    for mark in _CLAUSE_END.finditer(plain):
        at = mark.start()
        if plain[at] in ",:：" and plain[at - 1 : at].isdecimal() and plain[at + 1 : at + 2].isdecimal():
            continue
        found.append(Span(start, at))
        start = at + 1
    body = plain.rstrip("。！？!?…｡ .\n")
    found.append(Span(start, max(start, len(body))))
    return tuple(_bare(text, span) for span in found if text[span.start : span.end].strip())


def _bare(text: str, span: Span) -> Span:
    raw = span.of(text)
    start = span.start + len(raw) - len(raw.lstrip())
    return Span(start, start + len(raw.strip()))
