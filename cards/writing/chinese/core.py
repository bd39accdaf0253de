"""A gap in a sentence -> the few clauses around it that say by themselves whom or what they speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from cards.languages.chinese.dangling import dangles
from cards.languages.chinese.leaning import leans, leans_in_front
from cards.languages.chinese.marks import enclosed
from cards.languages.chinese.sentences import clauses
from cards.languages.chinese.subjects import PRONOUN, leaves_out_whom, subject
from cards.languages.chinese.tags import NOUNS
from cards.languages.chinese.words import words
from cards.languages.language import Word
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.naming import is_age, is_name, tells
from cards.writing.chinese.standing import link_length
from cards.writing.chinese.topics import THIS_LAW, antecedent, continued_subject, law_named

LONGEST = 64
# What says when or under which circumstances, and goes with the next clause.
_AROUND = re.compile(
    r"^(?:在|于|当|自|从|根据|据|随着|因为?|由于|为了?|经过?|除了?|作为|通过|按照|对于?).*|.*(?:时|后|前|中|期间|之际|以来|下|上)$"
    r"|[\d〇一二三四五六七八九十公元前西世纪年代月日初末中期（）() ]{3,}"
)
_WAITING = re.compile(
    r"^(?:虽然?|尽管|因为?|由于|如果|若|当|只要|即使|不仅|不但|除了?|为了?|随着|经过?)"
    r"|(?:的|时|后|前|期间|之际|以来|起|但|而|期|之初|过程中|同时|情况下|当中|之下|之间|基础上|前提下|[^其高初集]中)$|.因为|.由于|关于[^，,]*的(?:批[复覆]|决定|通知|规定|报告|意见)$"
)
# 几座城市, 二人: which ones?
_SOME = re.compile(
    r"(?:东西|南北)$|一[个種种位些名家]|[几数多某各两二三四五六七八九十]|一些|许多|不少|部分|大多|参与者|队员|成员|双方|对手|比赛|项目"
)
_ASIDE = re.compile(r"[（(][^（）()]{0,60}[）)]")
_FRONT = ("", "在", "早在", "约", "大约")
_MODAL = frozenset("必须 应当 应该 要 需要 不得 可以 都 也 是 就 由".split())
_WITHIN = NOUNS | {"v", "a", "b", "uj", "f", "m", "q", "k", "s", "zg", "c", "t"}
LONGEST_SUBJECT = 20
# The subject stands in the clause with the gap or not far before it.
MOST_BACK = 2


@dataclass(frozen=True, slots=True)
class Core:
    """The shortest wording around a gap that stands alone: what is shown before it and after it.

    `subject` is what it speaks of, `start` where the wording begins in the sentence. `ahead` says that the gap is a
    time in front of the subject: the subject and what follows is all in `after` then.
    """

    before: str
    after: str
    subject: str
    ahead: bool
    start: int

    def asked(self, words: str) -> str:
        """Return the question with `words` where the gap is."""
        return f"{self.before}{words}{self.after}？"


def core(
    reading: Reading, passage: Passage, gap: Span, *, most: int = LONGEST, verb: int | None = None
) -> Core | None:
    """Return the core around a gap, or None where nobody is named or the rest leans on other sentences.

    `verb` is where a pattern knows the verb to begin: its subject is what stands before.
    """
    text = passage.text
    if any(span.holds(gap) and text[span.start] in "（([" for span in enclosed(text)):
        return None
    if text.count('"', 0, gap.start) % 2:
        return None  # within straight quotation marks
    parts = clauses(text)
    at = next((i for i, part in enumerate(parts) if part.holds(gap)), None)
    if at is None:
        return None
    ahead = _ahead(text, parts[at], gap)
    last = at + 1 if ahead and text[gap.end : parts[at].end] in ("", "间") else at
    if last >= len(parts) or _WAITING.search(parts[last].of(text)):
        return None
    ahead = ahead and (last > at or gap.end < parts[at].end)
    frame = _Frame(reading, passage, parts, last, gap, verb)
    found = frame.ahead() if ahead else frame.framed()
    if found is None or parts[last].end - found.start > most or _broken(text, found.start, parts[last].end):
        return None
    shown = found.before + found.after
    if (
        THIS_LAW.search(shown)
        or leans_in_front(shown)
        or leans(shown)
        or dangles(shown)
        or leaves_out_whom(shown)
    ):
        return None
    return found


@dataclass(frozen=True, slots=True)
class _Frame:
    """A sentence with a gap in its clause number `last`, and where a verb is known to begin."""

    reading: Reading
    passage: Passage
    parts: tuple[Span, ...]
    last: int
    gap: Span
    verb: int | None

    def ahead(self) -> Core | None:
        """Return the subject and what follows, where the gap is a time in front of it."""
        text, end = self.passage.text, self.parts[self.last].end
        named = self.subject_of(Span(max(self.gap.end, self.parts[self.last].start), end))
        if named is None or text[self.gap.end : named.start].strip("，, ") != "":
            return None
        return Core("", _bare(text[named.start : end]), _bare(named.of(text)), True, named.start)

    def framed(self) -> Core | None:
        """Return the wording from the clause that names its subject to the one with the gap."""
        text, end = self.passage.text, self.parts[self.last].end
        first = self.last
        named = self.subject_of(self.parts[first])
        while named is None and first > 0:
            first -= 1
            if _AROUND.fullmatch(self.parts[first].of(text)) or self.last - first > MOST_BACK:
                return None  # 中华民国政府接收辖区后，更名为台东镇: what was renamed?
            named = self.subject_of(self.parts[first])
        if named is None:
            return self._continued(end)
        if named.meets(self.gap):
            return None
        while first > 0 and _AROUND.fullmatch(self.parts[first - 1].of(text)):
            first -= 1
        begin = self.parts[first].start + link_length(self.parts[first].of(text))
        if self.gap.start < begin:
            return None
        before, after = text[begin : self.gap.start], text[self.gap.end : end]
        law = law_named(self.passage)
        return Core(_bare(before, law), _bare(after, law), _bare(named.of(text), law), False, begin)

    def _continued(self, end: int) -> Core | None:
        """Return the core of a sentence without a subject that goes on speaking of what its block defines."""
        text = self.passage.text
        begin = link_length(text)
        opening = PRONOUN.match(text, begin)
        name = continued_subject(self.reading, self.passage)
        if not name and opening:
            name = antecedent(self.reading, self.passage, opening.group(), opening["kind"] or "")
        if not name:
            return None
        says = name
        if opening:
            begin = opening.end()
            says = name + ("的" if opening.group().startswith("其") else "")
        if self.gap.start < begin:
            return None
        before, after = text[begin : self.gap.start], text[self.gap.end : end]
        return Core(says + _bare(before), _bare(after), name, False, begin)

    def subject_of(self, part: Span) -> Span | None:
        """Return what a clause speaks of where that is somebody or something that one can tell from others."""
        text = self.passage.text
        inside = [word for word in words(text) if part.start <= word.span.start <= part.end]
        found = self._before_verb(part, inside) or subject(inside) or _age(inside)
        law = THIS_LAW.match(text, part.start + link_length(part.of(text)), part.end)
        if law and law_named(self.passage):
            return Span(*law.span())
        if found is None or found.end - found.start < 2 or found.end > part.end:
            return None
        if _SOME.match(found.of(text)) or text[found.start] in "和与及、":
            return None
        last = next(word for word in inside if word.span.end == found.end)
        after = next((word.text for word in inside if word.span.start == found.end), "")
        verbal = last.tag in ("v", "vn") and found.end != self.verb and after not in _MODAL
        if last.tag in ("ng", "a", "f") or verbal:
            return None
        if text[found.end : found.end + 1] in ("，", ",") and not is_name(last.tag) and last.tag != "x":
            return None  # 荷兰女子游泳运动员，生于格罗宁根: who?
        return found if tells(self.reading, self.passage, found) else None

    def _before_verb(self, part: Span, inside: list[Word]) -> Span | None:
        """Return what stands before the known verb, where it is a noun phrase: jieba takes 需求 for a verb."""
        text = self.passage.text
        if self.verb is None or not part.start < self.verb <= part.end:
            return None
        begin = part.start + link_length(part.of(text))
        taken = [word for word in inside if begin <= word.span.start < self.verb]
        if not taken or self.verb - begin > LONGEST_SUBJECT or taken[-1].span.end != self.verb:
            return None
        nominal = all(word.tag in _WITHIN or word.text in ("自身", "本身") for word in taken) and taken[
            0
        ].tag in _WITHIN - {"uj", "f"}
        # 2004年11月 alone is no subject.
        named = any(word.tag in NOUNS or word.tag == "v" for word in taken)
        return Span(begin, self.verb) if nominal and named else None


def _age(inside: list[Word]) -> Span | None:
    """Return the dynasty that a clause begins with, which jieba takes for a time: 秦朝|建立."""
    for first, after in pairwise(inside):
        if is_age(first.text) and after.tag in ("v", "p", "d"):
            return first.span
        if first.tag not in ("t", "m", "x"):
            return None
    return None


def subject_named(reading: Reading, passage: Passage) -> str:
    """Return what the sentence opens by speaking of, where that is told; or ""."""
    parts = clauses(passage.text)
    frame = _Frame(reading, passage, parts, 0, parts[0], None) if parts else None
    found = frame.subject_of(parts[0]) if frame else None
    return _bare(found.of(passage.text)) if found else ""


def _bare(words_shown: str, law: str = "") -> str:
    """Return words without what stands in brackets, and with the law named that 本法 stands for."""
    bare = _ASIDE.sub("", words_shown)
    return THIS_LAW.sub(law, bare) if law else bare


def _ahead(text: str, part: Span, gap: Span) -> bool:
    """Whether the gap stands at the front of its clause, as times do."""
    front = text[part.start : gap.start]
    return front[link_length(front) :] in _FRONT


def _broken(text: str, begin: int, end: int) -> bool:
    """Whether a noun was lost after 一: 出版了一|著作."""
    inside = [word for word in words(text) if begin <= word.span.start < end]
    return any(a.text == "一" and b.tag in ("n", "nz", "nr", "ng", "vn") for a, b in pairwise(inside))
