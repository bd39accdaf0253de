"""Sentences that tell no lasting fact: a study's steps, a story, an opinion, what somebody said, what is so today.

The patterns are tried where one of the words that they need stands in the sentence: most sentences have none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cards.languages.english.openings import opening_of
from cards.languages.english.tagging import vocabulary

# "we introduce a perturbation", "the hand is being burned": a study's own steps, a story told to make a point.
_STORY = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|us)\b|\b(?:is|are|was|were) being\b|\b(?:[Tt]he|[Tt]his) patient\b|\b(?:imagine|suppose)\b"
    r"|\b(?:presented|used|considered|given|studied|proposed) here\b"
    r"|\b(?:was|were) (?:then |also )?"
    r"(?:performed|recorded|measured|carried out|obtained|conducted|collected|calculated)\b"
)
_STORY_WORDS = frozenset(
    "we our us being patient imagine suppose here performed recorded measured carried obtained conducted collected "
    "calculated".split()
)
# "Tissue perfusion also increases", "are another example": besides what the sentences before say.
_BACK = re.compile(
    r"\b[Aa]lso\b(?! (?:called|known|named|termed|referred))|\b[Aa]nother (?:example|reason|type|way|form)\b"
    r"|^[Ii]n (?:response|turn|contrast|addition)\b|^(?:[Tt]he|[Aa]n?) \S+(?: \S+){0,3} then\b"
    r"|\bfor (?:instance|example), is\b|\b(?:[Tt]he|[Tt]his) latter\b|\bsuch (?:an? )?\w+ (?:is|are)\b"
)
_BACK_WORDS = frozenset(
    "also another response turn contrast addition then instance example latter such".split()
)
# "Only a sophist would", "Perhaps it is": an opinion; "he argues that": what somebody says, not what is.
_OPINION = re.compile(
    r"^(?:Only|Perhaps|Little wonder|No wonder|Clearly|Obviously|Hopefully|Sadly|Luckily|Now|Be|Do|Don[’']t|Make sure"
    r"|Keep|Maybe|Admittedly|Hence|Undoubtedly|Certainly|Not|Why|How|What|Who|Whether|Just|Even so)\b"
    r"|\b(?:argues?|argued|claims?|claimed|points? out|pointed out|stress(?:es|ed)|insist(?:s|ed)|complain(?:s|ed)"
    r"|believ(?:es?|ed)|suggests? that|suggested that|said to (?:have|reporters)|says|told|warned"
    r"|(?:in|to use) the words|[’']s words)\b|\bwould (?:be|have)\b|\bof course\b|[!?]"
)
_OPINION_WORDS = frozenset(
    "only perhaps wonder clearly obviously hopefully sadly luckily now be do don't don’t make keep maybe admittedly "
    "hence undoubtedly certainly not why how what who whether just even argue argues argued claim claims claimed point "
    "points pointed stresses stressed insists insisted complains complained believe believes believed suggest suggests "
    "suggested said says told warned words would course ! ? don".split()
)
# "To check the daemon, test it": what somebody is to do.
_TO_DO = re.compile(
    r"(?:To|In order to|For) [^,]{3,90}, (?:use|run|test|check|open|click|add|edit|set|type|enter|create|install|select"
    r"|make|see|try|press|choose|write|remove|call|pass|add)\b"
)
# "Once the slump occurs, this process": something that was told before.
_THIS = re.compile(r"\b(?:[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch)\b(?! (?:as|that|who|which|of)\b)")
_THIS_WORDS = frozenset("this these those such".split())
# "/etc/exports", "--help": a name for a machine.
_MACHINE = re.compile(r"(?:^|\s)[/~]\w|\s--?[a-z]\b|\w_\w|\w\(\)|[{}<>|\\]|\w=\w|\w/\w+/")
# A word or two in quotation marks are named so; more are somebody's words.
_QUOTED = re.compile(r"[“\"«][^”\"»]{32}|^[^“\"«]*”|[“«][^”»]*$|^[^\"]*\"[^\"]*$")
_QUOTES = re.compile(r"[“”\"«»]")
_DAY = re.compile(
    r"\b(?:[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ss]o far this|as of"
    r"|[Oo]n (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:[Ll]ast|[Nn]ext|[Tt]his) (?:week|month|year|night|decade|summer|winter|spring|autumn|season)"
    r"|by the end of (?:next|this|the) year|(?:is|are) expected to|next meeting)\b"
)
_DAY_WORDS = frozenset(
    "yesterday tomorrow tonight far of monday tuesday wednesday thursday friday saturday sunday week month year night "
    "decade summer winter spring autumn season expected meeting".split()
)


# Several gaps are tried in a sentence; a few thousand sentences are a part of a document.
@lru_cache(maxsize=4096)
def doubt_of_sentence(text: str) -> str:
    """Say why a sentence is understood by what stands around it alone ("tells a story: we"), or ""."""
    words = vocabulary(text)
    if not _STORY_WORDS.isdisjoint(words) and (found := _STORY.search(text)):
        return f"tells a story: {found.group()}"
    if not _BACK_WORDS.isdisjoint(words) and (found := _BACK.search(text[opening_of(text) :])):
        return f"points back: {found.group()}"
    return ""


@lru_cache(maxsize=4096)
def doubt_of_telling(text: str) -> str:
    """Say why a sentence tells no fact that a term would be learned by ("an opinion: Perhaps"), or ""."""
    words = vocabulary(text)
    if not _OPINION_WORDS.isdisjoint(words) and (found := _OPINION.search(text)):
        return f"an opinion: {found.group()}"
    if not _THIS_WORDS.isdisjoint(words) and (found := _THIS.search(text)):
        return f"points back: {found.group()}"
    if _TO_DO.match(text):
        return "says what to do"
    if found := _MACHINE.search(text):
        return f"words for a machine: {found.group().strip()}"
    return "quotes somebody" if _QUOTES.search(text) and _QUOTED.search(text) else ""


@lru_cache(maxsize=4096)
def doubt_of_day(text: str) -> str:
    """Say which word of a sentence is true on its day alone ("of its day: on Tuesday"), or ""."""
    if _DAY_WORDS.isdisjoint(vocabulary(text)):
        return ""
    found = _DAY.search(text)
    return f"of its day: {found.group()}" if found else ""
