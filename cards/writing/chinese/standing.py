"""Sentence -> wording that can be read alone: trimmed, its front repaired, its subject named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cards.documents.numbering import numbered
from cards.languages.chinese.marks import enclosed
from cards.languages.chinese.sentences import clauses
from cards.languages.chinese.subjects import PRONOUN, leaves_out_whom, subject
from cards.languages.chinese.tags import NAMES
from cards.languages.chinese.words import words
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.topics import THIS_LAW, antecedent, law_named, topic

# A prompt of two lines on a telephone; longer sentences are trimmed to the clauses needed.
COMFORTABLE = 42
LONGEST = 120
# Fewer characters around a gap fit many things.
LEAST_AROUND = 10
_LINK = re.compile(
    # The dateline of a news agency.
    r"(?:新华社|中新社|中新网|本报|人民网|央视网)[^，,。]{2,20}?[电讯][ \u3000]|"
    r"(?:因此|因而|所以|于是|然而|不过|但是|但(?!丁|泽)|而且|并且|此外|另外|总之|可见|例如|比如|举例(?:来说)?|然后|接着|随即|特别是|尤其是|而(?!立))[，,]?|"
    r"(?:同时|另一方面|一方面|当前|目前|近年来|事实上|实际上|其实|后来|随后|之后|此后|其后|最后|最终)[，,]"
)
# A rule for everybody names what it is about: 维护数据安全，应当坚持总体国家安全观.
_NORM = re.compile(r"[^，,。；;]{4,24}[，,]?(?:必须|应当|应该|不得|须|务必)")
_MUST = re.compile(r"应当|必须|应该|不得|须|务必")
# Clauses that wait for the next one.
_OPEN = re.compile(
    r"^[但而又也并且]?(?:虽然|尽管|因为|由于|如果|若|当|只有|只要|即使|不仅|不但|除了?|为了?|随着|通过|根据|按照|依照|对于?|经过?|在|自|以|凡|有下列)"
    r"|(?:的|时|后|前|期间|之际|以来|同时|起|基础上|情况下|前提下|条件下|情形下)$"
)
# Clauses that say nothing without the next one.
_LEADING = re.compile(
    r"其中|例如|比如|如|即|包括|分别是|然而|因此|同时|另外|此外|而且?|并且?|但是?|不过|甚至|尤其|特别是|所以|于是|后来"
)
# What is said of a clause that only names something: ……的出境安全管理，适用《网络安全法》的规定.
_SAYS = re.compile(r"(?:不?适用|由|应当|不得|可以|给予|处以?|予以|是|依法|按照|依照)(?!此)")
# What is left of words in another script: 《鳄鱼泪》（），香港丽的电视经典电视剧.
_NOTHING = re.compile(r"（[\s，,；;、]*）|\([\s，,；;、]*\)")
_HE = re.compile(
    r"他们|她们|它们|他(?!们|人|国|乡|山)|她|牠|它|同年|次年|翌年|当年|当时|同月|此时|这时|那时|该|此|这|那|其(?!中|他|它|余|次|实)"
)
_YEARS = ("同年", "次年", "翌年", "当年", "同月")
_ADVERBIAL = frozenset({"t", "p", "m", "mq", "f", "c", "s"})
_NAMES = NAMES | {"eng"}
# 在1911年俄罗斯策动……: who did it follows the time or place in the same clause.
_PLACED = frozenset({"在", "自", "从", "当", "到", "至", "于", "据", "根据"})
_TIME = re.compile(r"\d|在|自|从|当|于|到")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a sentence that a card words otherwise: 该校 says 南京大学, a linking word says nothing."""

    span: Span
    says: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A stretch of a sentence that can be read alone.

    `text` is the sentence from `start` on with the `edits` made; `heading` names what the text alone does not.
    """

    text: str
    start: int
    edits: tuple[Edit, ...]
    heading: str

    def at(self, span: Span) -> Span:
        """Return where a stretch of the sentence that no edit touches stands in `text`."""
        grown = sum(len(e.says) - (e.span.end - e.span.start) for e in self.edits if e.span.end <= span.start)
        return span.shifted(grown - self.start)


def stand(reading: Reading, passage: Passage, needed: Span, *, gap: int) -> Standing | None:
    """Return the clauses around `needed`, fit to be shown, or None where something would be left dangling.

    `gap` is where the first hidden words begin: nothing from there on is left out or worded otherwise.
    """
    text = passage.text
    extent = _extent(passage, needed)
    if extent is None:
        return None
    start = min(extent.start + link_length(text[extent.start : extent.end]), gap)
    edits: list[Edit] = []
    opening = PRONOUN.match(text, start)
    if opening and opening.end() <= gap:
        named = antecedent(reading, passage, opening.group(), opening.group("kind") or "")
        if not named:
            return None
        says = named + ("的" if opening.group().startswith("其") else "")
        edits.append(Edit(Span(*opening.span()), says))
    elif _HE.match(text, start):
        return None
    if THIS_LAW.search(text, start, extent.end) and not law_named(passage):
        return None
    edits += [
        Edit(Span(*found.span()), law_named(passage)) for found in THIS_LAW.finditer(text, start, extent.end)
    ]
    repaired = bool(edits)
    edits += [Edit(Span(*found.span()), "") for found in _NOTHING.finditer(text, start, extent.end)]
    edits.sort(key=lambda edit: edit.span)
    if _dangling_inside(text[start : extent.end], repaired=bool(opening)):
        return None
    shown = _edited(text, Span(start, extent.end), edits)
    heading = ""
    if not repaired and not _has_subject(text, start):
        heading = topic(reading, passage)
        if not heading:
            return None
    elif not repaired and (leaves_out_whom(shown) or not (passage.section or _names(passage, shown))):
        heading = topic(reading, passage)
    if heading in shown:
        heading = ""
    return Standing(shown + "。", start, tuple(edits), heading)


def _names(passage: Passage, shown: str) -> bool:
    """Whether the wording names somebody or something of its own."""
    return any(word.tag in _NAMES and word.text in shown for word in passage.words)


@lru_cache(maxsize=4096)
def link_length(shown: str) -> int:
    """Return the length of the number and the linking words at the front that a card does without."""
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
    return length + len(shown[length:]) - len(shown[length:].lstrip(" \u3000"))


def _extent(passage: Passage, needed: Span) -> Span | None:
    """Widen the clauses of the answer to what reads as a sentence, of comfortable length if possible."""
    parts = clauses(passage.text)
    first = next((i for i, part in enumerate(parts) if part.end > needed.start), 0)
    last = next((i for i, part in enumerate(parts) if part.end >= needed.end), len(parts) - 1)
    begin, end = first, last
    while begin > 0 and parts[end].end - parts[begin - 1].start <= COMFORTABLE:
        begin -= 1
    if begin > 0:
        # What is left out must not take the subject with it: begin where one is named, or at the beginning.
        own = (i for i in range(begin, first + 1) if _begins_anew(passage.text, parts[i]))
        begin = min(next(own, 0), _norm(passage.text, parts, first))
    while end + 1 < len(parts) and parts[end + 1].end - parts[begin].start <= COMFORTABLE:
        end += 1
    while end + 1 < len(parts) and (
        _OPEN.search(parts[end].of(passage.text)) or _SAYS.match(passage.text, parts[end + 1].start)
    ):
        end += 1
    hidden = needed.end - needed.start
    while end + 1 < len(parts) and parts[end].end - parts[begin].start - hidden < LEAST_AROUND:
        end += 1  # 国家建立[...]: the next clause tells which
    while end > last and _LEADING.fullmatch(parts[end].of(passage.text)):
        end -= 1
    whole = Span(parts[begin].start, parts[end].end)
    return whole if whole.end - whole.start <= LONGEST else None


def _norm(text: str, parts: tuple[Span, ...], first: int) -> int:
    """Return where a rule begins that a clause goes on with: 开展数据处理活动，应当遵守……，尊重|社会公德."""
    for number in range(first, -1, -1):
        if _MUST.search(parts[number].of(text)):
            starts = _MUST.match(parts[number].of(text)) is not None
            return max(0, number - 1) if starts else number
    return first


@lru_cache(maxsize=4096)
def _begins_anew(sentence: str, part: Span) -> bool:
    """Whether a clause names its own subject and does not lean on the one before."""
    inside = [word for word in words(sentence) if part.start <= word.span.start <= part.end]
    found = subject(inside)
    return found is not None and any(word.tag in _NAMES for word in inside if found.holds(word.span))


def _edited(text: str, shown: Span, edits: list[Edit]) -> str:
    pieces: list[str] = []
    at = shown.start
    for edit in edits:
        pieces += [text[at : edit.span.start], edit.says]
        at = edit.span.end
    return "".join([*pieces, text[at : shown.end]])


# The gaps of a sentence begin at few places.
@lru_cache(maxsize=4096)
def _has_subject(sentence: str, start: int) -> bool:
    """Whether the sentence from `start` on says what it speaks of, perhaps after a time or place."""
    if sentence[start : start + 1] in "“「《『" or _NORM.match(sentence, start):
        return True
    for part in clauses(sentence):
        if part.end <= start:
            continue
        begin = max(start, part.start)
        inside = [word for word in words(sentence) if begin <= word.span.start <= part.end]
        if subject(inside) is not None:
            return True
        first = next((word for word in inside if word.text.strip()), None)
        adverbial = first is not None and (first.tag in _ADVERBIAL or _TIME.match(first.text))
        if not adverbial:
            return False
        placed = first is not None and first.text in _PLACED
        named = any(word.tag in _NAMES for word in inside)
        if placed and named and any(word.tag == "v" for word in inside):
            return True
    return False


def _dangling_inside(shown: str, *, repaired: bool) -> bool:
    """Whether a pronoun stands before anything that it could stand for."""
    quoted = enclosed(shown)
    for found in _HE.finditer(shown):
        if any(span.start < found.start() < span.end for span in quoted):
            continue
        if not repaired and found.start() < 5:
            return True
        if found.group() in _YEARS and "年" not in shown[: found.start()]:
            return True
    return False
