"""A sentence -> a question for its subject, where what is told fits nobody else: 谁于1142年在杭州遇害？"""

from __future__ import annotations

import re

from cards.languages.chinese.dangling import dangles
from cards.languages.chinese.leaning import leans
from cards.languages.chinese.marks import enclosed
from cards.languages.chinese.sentences import clauses
from cards.languages.chinese.tags import NAMES
from cards.languages.chinese.words import words as words_of
from cards.model import Span
from cards.passages import Passage
from cards.writing.chinese.standing import link_length

_TIME = re.compile(
    r"(?:在|于|到了?|至)?[\d〇一二三四五六七八九十公元前西年月日世纪代初末中期叶（）() ]{3,}(?:间|时|起)?[，,]?"
)
_NOT_ONCE = re.compile(
    r"^(?:对|是|有|为|认为|表示|指出|称|说|曾)|[不未没（()]|每|通常|多次|先后|一直|逐渐|逐步"
)
_YEAR = re.compile(r"\d年|[一二三四五六七八九〇]{4}年|世纪")
_FIRST = re.compile(r"最初|最早|首次|首先|率先|第一[个次位]")
LEAST_TOLD, MOST_TOLD = 12, 60


def doer(passage: Passage, gap: Span, words: str) -> str:
    """Return the question that asks with `words` for the subject of a clause, or "" where others may fit."""
    text = passage.text
    if any(span.holds(gap) for span in enclosed(text)):
        return ""
    part = next((part for part in clauses(text) if part.holds(gap)), None)
    if part is None:
        return ""
    begin = part.start + link_length(part.of(text))
    front = text[begin : gap.start]
    if front and not _TIME.fullmatch(front):
        return ""
    before = text[: part.start]
    when = front or before[link_length(before) :]
    if when and not _TIME.fullmatch(when):
        return ""
    told = text[gap.end : part.end]
    follows = next((word for word in passage.words if word.span.start == gap.end), None)
    if (
        follows is None
        or not (follows.tag in ("v", "p", "d") or _FIRST.match(follows.text))
        or _NOT_ONCE.search(told)
    ):
        return ""
    if not LEAST_TOLD <= len(when) + len(told) <= MOST_TOLD or not _specific(when + told):
        return ""
    question = f"{when}{words}{told}？"
    return (
        ""
        if leans(question) or dangles(question) or told.endswith(("时", "后", "前", "的", "中"))
        else question
    )


def _specific(told: str) -> bool:
    """Whether it is told when, or of which work, and with another name."""
    named = any(word.tag in NAMES and len(word.text) > 1 for word in words_of(told))
    when = _YEAR.search(told) or _FIRST.search(told)
    return when is not None and (named or "《" in told)
