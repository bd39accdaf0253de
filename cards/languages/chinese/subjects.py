"""Who or what a Chinese clause speaks of."""

from __future__ import annotations

import re

from cards.languages.language import Word
from cards.model import Span

_NOMINAL = frozenset(
    {
        "n",
        "nr",
        "nrt",
        "nrfg",
        "ns",
        "nt",
        "nz",
        "ng",
        "vn",
        "an",
        "eng",
        "j",
        "l",
        "i",
        "b",
        "a",
        "m",
        "q",
        "mq",
        "h",
        "k",
    }
    | {"s", "zg", "uj", "f", "t"}
)
_HEADS = frozenset(
    {"n", "nr", "nrt", "nrfg", "ns", "nt", "nz", "ng", "vn", "an", "eng", "j", "l", "i", "zg", "k"}
)
_PREDICATES = frozenset({"v", "p", "d", "a", "vg", "vi", "zg", "vd", "ad", "c", "u"})
PRONOUN = re.compile(
    r"(?:他们|她们|它们|他|她|它|牠|其(?!中|余|次|实|他|它|间|后)|"
    r"该(?P<kind>[校市县省州国镇乡村区站院片剧作书报刊社党军团队馆寺庙城河山湖岛族种属科语机舰舰弹法会]|公司|大学|学校|学院|地区|组织|机构|"
    r"建筑|公园|车站|机场|城市|国家|协会|作品|电影|游戏|球队|乐队|专辑|歌曲|节目|系列))"
)


def subject(words: tuple[Word, ...]) -> Span | None:
    """Return the noun phrase that a clause begins with and that something is said about, or None.

    疏勒县|位于新疆西部 has the subject 疏勒县; 加强对群众的教育 has none.
    """
    end = 0
    depth = 0
    for number, word in enumerate(words):
        if word.text in "《“「『（(":
            depth += 1
        elif word.text in "》”」』）)" and depth:
            depth -= 1
            end = number + 1
        elif depth or word.tag in _NOMINAL or word.text in "·、-—" or word.text in ("和", "与", "及"):
            if depth or word.tag in _HEADS:
                end = number + 1
        else:
            break
    if not end or words[end - 1].text in ("和", "与", "及", "的"):
        return None
    after = words[end] if end < len(words) else None
    if after is None or (after.tag not in _PREDICATES and after.text not in ",，"):
        return None
    if all(word.tag in ("t", "m", "f", "q") for word in words[:end]):
        return None
    return Span(words[0].span.start, words[end - 1].span.end)
