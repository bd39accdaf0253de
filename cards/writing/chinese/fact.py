"""A gap -> a question in its place, where one answer is sure: 南京大学于哪一年由张之洞创立？"""

from __future__ import annotations

import re

from cards.languages.chinese.interrogatives import asked_for
from cards.languages.chinese.stretches import Sort, Stretch
from cards.languages.chinese.tags import NAMES
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import shares
from cards.writing.chinese.clozing import unsure
from cards.writing.chinese.core import core
from cards.writing.chinese.doer import doer
from cards.writing.chinese.doubts import doubt_about
from cards.writing.chinese.figure import figure
from cards.writing.chinese.genre import reports_a_study
from cards.writing.chinese.topics import subject_of_text
from cards.writing.chinese.when import happens_once, when
from cards.writing.chinese.which import body, person, place, title

_OFTEN = re.compile(
    r"每[年月日天次届]|通常|多次|经常|一般|先后|陆续|期间|往往|常常|曾经?(?!是)|一度|逐渐|开始(?!于)|可能|刚|已经|据说|传说|大概|认为"
)
# What is announced or found follows in the next clause.
_UNSAID = re.compile(
    r"(?:宣布|发现|表示|指出|认为|决定|规定|声称|称|通知|同意|批准|建立|获得|发表|签署|开始|截至|为止|进行|导致|使得|包括|"
    r"以及|例如|如|成为|作为)$"
)
# What stood between was lost: 于在成立.
_DOUBLED = re.compile(r"的在哪|在在|于在|于于|(?<!哪里)在(?:建立|成立|创立)(?:了|？)")
_DOERS = ("谁", "哪个国家", "哪个王国")
_HALF_SAID = ("第", "近", "前")
QUESTIONS = {
    Sort.DATE: when,
    Sort.NUMBER: figure,
    Sort.PERSON: person,
    Sort.NAME: person,
    Sort.PLACE: place,
    Sort.ORGANISATION: body,
    Sort.TITLE: title,
}


def question_about(reading: Reading, passage: Passage, stretch: Stretch) -> str:
    """Return the question for a stretch, or "" where a strict reader could find more than one answer."""
    span, sort = stretch.span, stretch.sort
    said = span.of(passage.text)
    words = asked_for(sort, said)
    if (
        sort is Sort.PERSON
        and "·" not in said
        and any(word.tag != "nr" for word in passage.words if span.holds(word.span))
    ):
        return ""  # 卢安达 is tagged as a foreign name
    if not words or (sort is Sort.DATE and _says_which(passage, span)):
        return ""
    if (words in _DOERS or sort is Sort.ORGANISATION) and words != "哪个机构":
        question = doer(passage, span, words)
        if (
            question
            and (happens_once(question) or "最初" in question or "首先" in question)
            and not shares(question, said)
        ):
            return "" if reports_a_study(reading, passage) else question
    found = core(reading, passage, span)
    if found is None or found.before.endswith(_HALF_SAID):
        return ""
    shown = found.before + found.after
    if "：" in found.before or ":" in found.before or _UNSAID.search(shown) or _OFTEN.search(shown):
        return ""
    question = QUESTIONS[sort](found, said, words)
    if not question or _DOUBLED.search(question):
        return ""
    if sort is Sort.NUMBER and not _is_known(reading, passage, found.subject):
        return ""
    # A time in front is asked for behind the subject, so that what may be said of fronts does not apply.
    start = span.end if found.ahead else found.start
    whole = found.before + said + found.after
    if doubt_about(reading, passage, span, sort, shown=whole, start=start, heading=""):
        return ""
    return question


def _says_which(passage: Passage, span: Span) -> bool:
    """Whether a date belongs to what follows: 废除|1598年|的南特敕令, 参加|2008年|北京奥运会, 签订于|1961年|北京."""
    before = next((word for word in passage.words if word.span.end == span.start), None)
    after = next((word for word in passage.words if word.span.start == span.end), None)
    if before and before.text.endswith("于") and after and after.tag in NAMES:
        return True
    return before is not None and before.tag in ("v", "p") and before.text[-1] not in "于在自从至到是为"


def _is_known(reading: Reading, passage: Passage, name: str) -> bool:
    """Whether figures of it can be known: of a place, a work, a body, or of what the text is about."""
    if not unsure(reading, passage) or "《" in name:
        return True
    about = subject_of_text(reading, passage)
    if about and about in name:
        return True
    return any(word.tag in ("ns", "nt") and word.text in name for word in passage.words if len(word.text) > 1)
