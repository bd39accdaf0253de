"""Sentence -> wording that can be read alone: trimmed, its front repaired, its subject named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cards.documents.numbering import numbered
from cards.languages.chinese.marks import enclosed
from cards.languages.chinese.sentences import clauses
from cards.languages.chinese.subjects import PRONOUN, subject
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading

# A prompt of two lines on a telephone; longer sentences are trimmed to the clauses needed.
COMFORTABLE = 64
_LINK = re.compile(
    r"(?:因此|因而|所以|于是|然而|不过|但是|但|而且|并且|此外|另外|同时|总之|可见|例如|比如|另一方面|一方面|当前|目前|近年来|"
    r"事实上|实际上|其实|特别是|尤其是|后来|随后|之后|此后|而|并)(?:[，,]|(?=[\u4e00-\u9fff]))"
)
# Clauses that wait for the next one.
_OPEN = re.compile(
    r"^(?:虽然|尽管|因为|由于|如果|若|当|只有|只要|即使|不仅|不但|除了|为了|随着|通过|根据|在.*[时中下后前]$|自.*[后起来]$)"
)
_HE = re.compile(
    r"他们|她们|它们|他(?!们|人|国|乡|山)|她|牠|它|同年|次年|翌年|当年|当时|同月|此时|这时|那时|该|此|这|那|其(?!中|他|它|余|次|实)"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A stretch of a sentence that can be read alone.

    `text` is `front` (words put in for a pronoun) and the sentence from `start` to some end; `heading` names
    what the text alone does not.
    """

    text: str
    front: str
    start: int
    heading: str

    def at(self, span: Span) -> Span:
        """Return where a stretch of the sentence stands in `text`."""
        return span.shifted(len(self.front) - self.start)


def stand(reading: Reading, passage: Passage, needed: Span) -> Standing | None:
    """Return the clauses around `needed`, fit to be shown, or None where something would be left dangling."""
    text = passage.text
    parts = clauses(text)
    first = next((i for i, part in enumerate(parts) if part.end > needed.start), 0)
    last = next((i for i, part in enumerate(parts) if part.end >= needed.end), len(parts) - 1)
    first, last = _trimmed(passage, parts, first, last)
    start, end = parts[first].start, parts[last].end
    start = min(start + _link(text[start:end]), needed.start)
    front, heading = "", ""
    opening = PRONOUN.match(text, start)
    if opening and opening.end() <= needed.start:
        named = antecedent(reading, passage, opening.group(), opening.group("kind") or "")
        if not named:
            return None
        front, start = named + ("的" if opening.group().startswith("其") else ""), opening.end()
    elif _HE.match(text, start):
        return None
    shown = text[start:end]
    if _dangling_inside(shown, has_front=bool(front)):
        return None
    if not front and not _has_subject(passage, start):
        heading = topic(reading, passage)
        if heading and heading in shown:
            heading = ""
    return Standing(front + shown + "。", front, start, heading)


def topic(reading: Reading, passage: Passage) -> str:
    """Return what the sentences around are about: the heading above, or who the document begins with."""
    if passage.section:
        return passage.section[-1]
    opening = reading.passages[0]
    found = subject(opening.words)
    return found.of(opening.text) if found and found.end - found.start <= 16 else ""


def antecedent(reading: Reading, passage: Passage, pronoun: str, kind: str) -> str:
    """Return the name that a pronoun at the front of a sentence stands for, or "" where it is not certain.

    It is the subject of the sentence before, in the same block; for 该校 and the like it must be of that kind.
    """
    for back in range(1, 5):
        number = passage.number - back
        if number < 0 or reading.passages[number].block_number != passage.block_number:
            return ""
        before = reading.passages[number]
        found = subject(before.words)
        if found is None:
            opening = PRONOUN.match(before.text)
            if opening and opening.group() == pronoun:
                continue
            return ""
        named = found.of(before.text)
        named = re.sub(r"[（(].*", "", named)
        if kind and not named.endswith(kind):
            return ""
        person = any(word.tag in ("nr", "nrt", "nrfg") and word.text in named for word in before.words)
        if pronoun in ("他", "她") and not person:
            return ""
        if pronoun.endswith("们") or "、" in named or not 2 <= len(named) <= 14:
            return ""
        return named
    return ""


def _trimmed(passage: Passage, parts: tuple[Span, ...], first: int, last: int) -> tuple[int, int]:
    """Widen the clauses of the answer to what reads as a sentence of comfortable length."""
    begin = first
    while begin > 0 and parts[last].end - parts[begin - 1].start <= COMFORTABLE:
        begin -= 1
    if begin > 0:
        # The part left out would leave the clause without its subject: take up the clause that has one.
        own = next((i for i in range(begin, first + 1) if _has_subject(passage, parts[i].start)), None)
        begin = own if own is not None else 0
    end = last
    while end + 1 < len(parts) and parts[end + 1].end - parts[begin].start <= COMFORTABLE:
        end += 1
    while end + 1 < len(parts) and _OPEN.match(parts[end].of(passage.text)):
        end += 1
    return begin, end


def _link(shown: str) -> int:
    """Return the length of the number and the linking word at the front that the card does without."""
    length = 0
    for _ in range(3):
        numbering = numbered(shown, length)
        link = _LINK.match(shown, length)
        if numbering:
            length += numbering.length
        elif link:
            length = link.end()
        else:
            break
    return length


def _has_subject(passage: Passage, start: int) -> bool:
    tail = tuple(word for word in passage.words if word.span.start >= start)
    return subject(tail[:24]) is not None or passage.text[start : start + 1] in "“「《『"


def _dangling_inside(shown: str, *, has_front: bool) -> bool:
    """Whether a pronoun stands before anything that it could stand for."""
    quoted = enclosed(shown)
    for found in _HE.finditer(shown):
        if any(span.start < found.start() < span.end for span in quoted):
            continue
        if not has_front and found.start() < 5:
            return True
        if found.group() in ("同年", "次年", "翌年", "当年", "同月") and "年" not in shown[: found.start()]:
            return True
    return False
