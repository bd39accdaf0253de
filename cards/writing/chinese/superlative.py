"""脱离群众是我们党执政后最大的危险 -> 我们党执政后最大的危险是什么？"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.marks import enclosed
from cards.languages.chinese.sentences import clauses
from cards.languages.chinese.stretches import Sort, stretches
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask
from cards.writing.chinese.clozing import unsure
from cards.writing.chinese.genre import reports_a_study
from cards.writing.chinese.naming import tells
from cards.writing.draft import Claim, Draft, Writer

_SUPERLATIVE = re.compile(
    r"^(?:所以|因此|可见|但是?|而|其中)?(?P<who>[^是“”：:]{2,24}?)(?:就|便|也|仍|一直|正)?是"
    r"(?P<what>(?!每|在.*中|以|由|对|从|把|被|为了)[^是]{0,20}(?:最(?:[大高长小早多古远深美强好]|[^是的]{1,4})的|最[大高长小早佳]|首要|首[个座次部位]|唯一|第一[大高个次部位座所条家届枚颗艘])"
    r"(?!元首|法院|领导|检察|人民|程度|限度)[^是。]{1,16})$"
)
_THIS_IS = re.compile(
    r"^(?:这|它)(?:也|就|便)?是(?P<what>[^是，,]{0,20}(?:最[^是的，,]{1,4}的|第一[个部次座所条家位艘枚]|首[个部次座]|唯一)[^是，,。]{1,24})$"
)
# 最大的岛 alone does not say of what.
SHORTEST = 5
_POINTING = re.compile(
    r"^(?:在|从|以|因为|由于|对于|如果|当|这|那|其|该|此|本|他|她|它|我(?!国|们党)|你|也|就|都|不|又|还|一(?!切)|二|三|上述|以上)|(?:不|还|只|正|就|也|都|可能|不仅|曾|曾经|被认为|认为|公认|则|中|时|仍然|依然|几乎|几乎可称作)$|^(?:另外|其次|首先|最后|因为那)$"
)


def _telling(what: str) -> bool:
    """Whether a question about the superlative says of what it is one, and points nowhere."""
    return len(what) >= SHORTEST and not re.search(r"[这那该此其]|[他她它牠]们|一[座个種种条家位名所]$", what)


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        before = Span(0, 0)
        for clause in clauses(passage.text):
            yield from _superlative(reading, passage, clause)
            yield from _pointed_at(reading, passage, clause, before)
            before = clause


def _pointed_at(reading: Reading, passage: Passage, clause: Span, before: Span) -> Iterator[Draft]:
    """颁布《临时约法》，这是中国历史上第一部……法典 -> the one work or name that the clause before ends with."""
    found = _THIS_IS.match(clause.of(passage.text))
    if not found or "之一" in found["what"] or not _telling(found["what"]):
        return
    place = Span(*found.span("what")).shifted(clause.start)
    answer = _ended_with(passage, before)
    if answer is None or reports_a_study(reading, passage) or not tells(reading, passage, place):
        return
    claim = Claim(reading, passage, "superlative", "…，这是第一…", 0.75, clause)
    yield ask(claim, wording.which_is(found["what"]), answer)


def _ended_with(passage: Passage, before: Span) -> Span | None:
    """Return the one title of a clause, or else the name that it ends with."""
    titles = [
        span for span in enclosed(passage.text) if before.holds(span) and passage.text[span.start] == "《"
    ]
    if len(titles) == 1:
        return titles[0]
    named = [
        stretch.span
        for stretch in stretches(passage.text, passage.words)
        if stretch.sort in (Sort.ORGANISATION, Sort.NAME) and stretch.span.end == before.end
    ]
    return max(named, key=lambda span: span.end - span.start, default=None) if not titles else None


def _superlative(reading: Reading, passage: Passage, clause: Span) -> Iterator[Draft]:
    found = _SUPERLATIVE.match(clause.of(passage.text))
    if not found or _POINTING.search(found["who"]) or "之一" in found["what"] or not _telling(found["what"]):
        return
    who = found["who"].removesuffix("（）").rstrip()
    answer = Span(clause.start + found.start("who"), clause.start + found.start("who") + len(who))
    if not _names(passage, answer):
        return
    doubt = unsure(reading, passage)
    place = Span(*found.span("what")).shifted(clause.start)
    if doubt and not reports_a_study(reading, passage) and tells(reading, passage, place):
        doubt = ""
    claim = Claim(reading, passage, "superlative", "…是最…", 0.8, clause, doubt=doubt)
    yield ask(claim, wording.which_is(found["what"]), answer)


def _names(passage: Passage, span: Span) -> bool:
    """Whether the answer is a noun phrase, or what is done (脱离群众), and no half of a sentence."""
    inside = [word for word in passage.words if span.holds(word.span)]
    return (
        bool(inside)
        and inside[0].span.start == span.start
        and not any(
            word.tag in ("d", "c", "r", "ul", "y", "u", "p") or word.text in _NEVER for word in inside
        )
        and inside[0].text not in ("在", "例如", "如", "无疑")
        and inside[-1].text not in ("应该", "算", "可能", "可说", "堪称", "本身", "可以说", "被认为")
    )


_NEVER = frozenset("也 都 就 打出 使得 被 认为 称 表示 例如 譬如 尤其 特别".split())
WRITER = Writer("superlative", "zh", write)
