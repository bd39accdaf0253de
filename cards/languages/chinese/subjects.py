"""Who or what a Chinese clause speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cards.languages.chinese.tags import NAMES, NOUNS
from cards.languages.chinese.words import simplified
from cards.languages.language import Word
from cards.model import Span

_NOMINAL = NOUNS | {"b", "a", "m", "q", "mq", "h", "k", "s", "zg", "uj", "f", "t"}
_HEADS = NOUNS | {"zg", "k"}
_PREDICATES = frozenset({"v", "p", "d", "a", "vg", "vi", "zg", "vd", "ad", "c", "u"})
PRONOUN = re.compile(
    r"(?:他们|她们|它们|他|她|它|牠|其(?!中|余|次|实|他|它|间|后)|"
    r"该(?P<kind>[校市县省州国镇乡村区站院片剧作书报刊社党军团队馆寺庙城河山湖岛族种属科语机舰舰弹法会]|公司|大学|学校|学院|地区|组织|机构|"
    r"建筑|公园|车站|机场|城市|国家|协会|作品|电影|游戏|球队|乐队|专辑|歌曲|节目|系列))"
)


_EVERYBODY = frozenset({"各地", "各国", "全体", "我国", "我们"})
# Pronouns that point nowhere else.
_ALL = frozenset({"一切", "各", "各级", "任何", "所有"} | _EVERYBODY)
_TIMES = frozenset({"t", "m", "mq", "q", "f"})
_NAMING = (_HEADS | {"x", "b", "m"}) - {"zg"}
# Nobody in particular: a card headed by one of these says nothing.
_VAGUE = re.compile(
    r"人们|大家|有人|有些|一些|许多|很多|不少|部分|大多数|当时|时任|传说|据说|如|现代|今天|目前|第[一二三四五六七八九十]|[的、和与及为是]"
)

# What many things have, or what a text calls its subject once it has named it.
_PARTS = re.compile(
    r"(?:\d[\d年月日、 ]{0,12}[，,]?)?(?:"
    r"学校|全校|校区|校园|学院|公司|集团|城市|全县|全市|县城|任务|影片|电影|本片|剧集|专辑|歌曲|游戏|小说|球队|乐队|车站|本站|机场|医院|博物馆|"
    r"剧院|教堂|寺院|大桥|大楼|建筑|铁路|公路|线路|舰队|部队|战役|会议|协会|组织|系统|软件|平台|作者|继室|妻子|父亲|母亲|长子|次子|儿子|女儿|"
    r"地势|气候|症状|主体|比赛|赛事|俱乐部|当天|校舍|居民|战斗|花朵|花期|果期|瘦果|果实|花冠|花序|叶片|叶(?![绿酸黄尔家子利卡赛剑挺圣])|种子|茎|雌花|雄花|体长|全长|面积|人口|海拔|地下|首都|首府|结果|方法|目的|系统|实验|规模|"
    r"议会|政府|军方|警方|议员|国王|皇帝|皇后|总统|市政府|县政府|当局|国防部|外交部|教育部|内政部|财政部|国会|参议院|众议院|最高法院|奴隶|旗下"
    r")(?![^，,。]{0,6}[》」”])"
)
# Sentences that begin with what somebody did, and leave out who.
_DEED = re.compile(
    r"(?:[东南西北]+(?:与|连|邻|接|至|临|到|毗邻|距)|"
    r"(?:(?:\d[\d年月日、至—－-]{1,24}|[^，,。]{1,8}[后时起])[，,]?)?(?:[曾又再亦也并后先]{0,2})(?:任(?!何|务)|历任|担任|出任|调任|升任|升为|兼任|毕业|出生|生于|卒于|入选|当选|"
    r"更名|改名|改称|位于|生长|分布|属于|获得?|拜|加(?!拿|利|泰|尔)|授|封(?!建)|享年|建成|落成|奠基|开工|启用|通车|首播|上映|发行|推出|发表|"
    r"参加|加入|进入|(?:成立|创立|创建)(?![^，,。]{2,16}是)|移居|迁至|师从|就读)|"
    r"最初|最终|最后|起初|早年|晚年|生前|幼年|现任|曾任|汉族|为人|(?:[市县镇区乡村境]内)|全长|占地|总面积|于(?!谦|右任|禁|是)|"
    r"(?:小学|初中|中学|高中|大学)(?:毕业|进入|就读|时)|[^，,。]{2,30}(?:毕业|学历)[，,])"
)


def subject(words: Sequence[Word]) -> Span | None:
    """Return the noun phrase that a clause begins with and that something is said about, or None.

    疏勒县|位于新疆西部 has the subject 疏勒县; 1928年|朱元璋即位 has 朱元璋; 加强对群众的教育 has none.
    """
    begin = 0
    while begin < len(words) and (words[begin].tag in _TIMES or words[begin].text in "年月日,，"):
        begin += 1
    end, depth = begin, 0
    for number in range(begin, len(words)):
        word = words[number]
        if word.text in "《“「『（(":
            depth += 1
        elif word.text in "》”」』）)" and depth:
            depth -= 1
            end = number + 1
        elif depth or word.tag in _NOMINAL or word.text in "·、-—和与及" or word.text in _ALL:
            if depth or word.tag in _HEADS or word.text in _EVERYBODY:
                end = number + 1
        else:
            break
    if end == begin:
        return None
    after = words[end] if end < len(words) else None
    if after is None or (after.tag not in _PREDICATES and after.text not in ",，"):
        return None
    return Span(words[begin].span.start, words[end - 1].span.end)


def name(words: Sequence[Word]) -> str:
    """Return the clause's subject where it is a name that a card can be headed by, or "".

    Brackets after the name are left out: 占旭刚（1974年－） is 占旭刚.
    """
    found = subject(words)
    if found is None:
        return ""
    inside = [word for word in words if found.holds(word.span)]
    bare = re.split(r"[（(]", "".join(word.text for word in inside))[0].strip("“”「」『』 ")
    if not 2 <= len(bare) <= 12 or _VAGUE.search(bare) or not any(w.tag in NAMES | {"eng"} for w in inside):
        return ""
    if any(w.tag not in _NAMING for w in inside if w.text in bare):
        return ""
    return bare


def leaves_out_whom(shown: str) -> bool:
    """Whether a wording begins with a part or a deed of something that it does not name."""
    plain = simplified(shown)
    return bool(_PARTS.match(plain) or _DEED.match(plain))
