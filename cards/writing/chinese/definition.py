"""数据，是指任何以电子或者其他方式对信息的记录 -> both ways: what it means, and what is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.chinese import wording
from cards.languages.chinese.stretches import DOINGS
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask
from cards.writing.chinese.standing import link_length
from cards.writing.chinese.topics import law_named
from cards.writing.draft import Claim, Draft, Writer, hide_in

LONGEST_ANSWER = 26
_MEANS = re.compile(
    r"^(?:所谓的?|这里所说的|通常所说的)?(?P<law>本(?:法|条例|规定|办法)所称(?:的)?)?[“「]?"
    r"(?P<term>[^，,、。；;：:“”「」是\s（(]{2,14})[”」]?(?:[（(][^（）()]{1,40}[)）])?[，,]?"
    r"(?:是指|指的是|就是指|系指|指)(?![出着导挥定向示责控明派引令望标数南甲])(?P<what>.{4,80})$"
)
_POINTING = re.compile(
    r"^(?:从|在|以|对|这|那|其|该|此|本|他|它|主要|有的|有|被|所|第)|[的在把将为中被]$|[一二三]$|用来|喜欢|主要"
)

# What is said besides: ……的历史，是法制史研究的一个分支.
_FURTHER = re.compile(r"[，,](?:也|并)?(?:是|属于?|又|春秋|以后|后来|其)")


_NO_END = frozenset("一词 则 一般 主要 通常 即 就 概念 意思 时 声明 发表声明".split())
LONGEST_VERBAL = 6


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        text = passage.text.rstrip("。.．")
        start = link_length(text)
        found = _MEANS.match(text[start:])
        if (
            found
            and is_term(passage, Span(*found.span("term")).shifted(start))
            and not _POINTING.search(found["term"])
            and found["what"][0] not in "、，,；;的"
        ):
            yield from _both(reading, passage, found, start)


def is_term(passage: Passage, span: Span) -> bool:
    """Whether words name something: no half of a sentence (卡特中心发表声明), no 一词 or 则 behind."""
    inside = [word for word in passage.words if span.holds(word.span)]
    if not inside or inside[0].tag in ("p", "c", "r", "d", "ul") or inside[-1].text in _NO_END:
        return False
    verbs = any(word.tag == "v" for word in inside)
    return not (verbs and (inside[0].text in DOINGS or span.end - span.start > LONGEST_VERBAL))


def _both(reading: Reading, passage: Passage, found: re.Match[str], start: int) -> Iterator[Draft]:
    law = law_named(passage) if found["law"] else ""
    if found["law"] and not law:
        return
    claim = Claim(reading, passage, "definition", "…是指…", 0.85, passage.whole)
    what = Span(*found.span("what")).shifted(start)
    term = Span(*found.span("term")).shifted(start)
    called = f"{law}所称“{found['term']}”" if law else found["term"]
    if what.end - what.start <= LONGEST_ANSWER and not _FURTHER.search(found["what"]):
        yield ask(claim, wording.means(called), what)
    if found["term"] not in found["what"]:
        text = f"{called}是指{found['what']}。"
        at = text.index(found["term"], len(law))
        yield hide_in(claim, text, [Span(at, at + len(found["term"]))], answers=[term])


WRITER = Writer("definition", "zh", write)
