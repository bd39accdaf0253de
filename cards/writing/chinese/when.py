"""When something happened, where it happened once: 南京大学于[1902年]由张之洞创立 -> 于哪一年？"""

from __future__ import annotations

import re

from cards.languages.chinese.tags import NAMES
from cards.languages.chinese.words import words as words_of
from cards.writing.chinese.core import Core

# What happens once: its date is known, and so are who did it and where.
_ONCE = re.compile(
    r"成立|创立|创建|创办|创刊|建立|设立|组建|建成|落成|竣工|动工|开工|奠基|启用|通车|开通|开业|开幕|开馆|完工|兴建|始建|建于|修建|"
    r"出版|发行|首播|首映|上映|问世|面世|诞生|出生|生于|逝世|去世|病逝|卒|驾崩|遇刺|阵亡|牺牲|被杀|处死|遇害|自杀|"
    r"即位|登基|继位|退位|加冕|称帝|灭亡|覆灭|爆发|签署|签订|缔结|独立|统一|合并|并入|改名|更名|改称|升格|解散|撤销|废除|"
    r"颁布|生效|施行|实施|发现|发明|命名|当选|就任|上任|继任|列为|列入|迁都|定都|投降|毕业|结婚|首次|第一次|首度|正式|"
    r"加入|占领|攻占|攻陷|收复|割让|宣布|推翻|退出|改制|改组|发动|大败|击败|打败|战胜|歼灭|开凿|修筑|召开|首飞|下线|立项|交付|"
    r"批准|登陆|由[^，,。]{2,20}提出|升级|降级|评为|选为|授予|追封|册封|册立|分裂|瓦解|"
    r"[获夺]得?.{0,8}(?:首|第[\d一二三四五六七八九十]+[届次]|诺贝尔|《)"
)
# What is so for a while, and has no one date.
_LASTING = re.compile(
    r"是|有|位于|属于|作为|拥有|存在|包括|超过|达到?|约|增[长加]|下降|减少|上升|占|人口|平均|比例|统计|调查"
)
LEAST_TOLD = 10
_MONTH = re.compile(r"[正一二三四五六七八九十腊\d]{1,2}月")
# 正德六年（1511年）, 民国74年: the era stands before the gap.
_ERA = re.compile(r"[元一二三四五六七八九十\d]{1,3}年(?!代)")
_LISTED = ("和", "与", "及", "、", "以及在", "和在", "及在", "与在", "、在")
_ALREADY = re.compile(r"已(?=[于在]?$)")
_SINCE = ("以来", "以后", "之后", "以前", "之前")
_OPEN_BEFORE = re.compile(r"(?:^|[于在自从至到，,、是])$")
# Before these a date needs no 在; nor does one that says which: 拍摄1983年上映的电影.
_PART_BEFORE = re.compile(r"[于在自从至到约是为]$")
_OF_WHAT = re.compile(r"[^，,]{1,6}的")
# Between a subject and one of these 在哪一年 may stand; other words could be the rest of a name.
_VERB = re.compile(
    r"[于在由被将向对与把任从自率因]|以(?!及)|(?:宣布|正式|首次|成功|成立|创立|创办|创建|建立|发行|出版|推出|爆发|灭亡|逝世|去世|病逝|"
    r"即位|登基|当选|签署|签订|颁布|通过|加入|退出|占领|攻占|收复|发现|发明|获得|荣获|开始|结束|成为|改名|更名|改称|迁都|定都|毕业|"
    r"出生|诞生|设立|组建|开业|开通|通车|启用|实施|施行|并入|合并|解散|撤销|废除|独立|统一|投降|宣誓|讨伐|击败)"
)


def happens_once(told: str) -> bool:
    """Whether what is told has one date, one place, and one who did it: 成立, 通车, 签署, but not 参加."""
    return _ONCE.search(told) is not None


def when(found: Core, said: str, words: str) -> str:
    """Return the question that asks with `words` for a date, or "" where there may be several."""
    if not ("年" in said or "世纪" in said):
        return ""
    rest = found.before + found.after
    if not happens_once(rest) and (_LASTING.search(rest) or not _specific(found)):
        return ""
    if _is_part(found, said) or not _says_something(found):
        return ""
    if found.ahead:
        rest = found.after.removeprefix(found.subject)
        if not _VERB.match(rest):
            return f"{words}，{found.after}？"
        joint = "" if rest.startswith(("于", "在")) else "在"
        return f"{found.subject}{joint}{words}{rest}？"
    if not found.after and not _PART_BEFORE.search(found.before):
        return ""  # 做过两部（2008年9月1日）
    joint = "" if _PART_BEFORE.search(found.before) or _OF_WHAT.match(found.after) else "在"
    return f"{_ALREADY.sub('', found.before)}{joint}{words}{found.after}？"


def _is_part(found: Core, said: str) -> bool:
    """Whether the date is one end of a range, one of a list, or a year of an era that is named before it."""
    if found.before.endswith(_LISTED) or (not found.after and found.before.endswith(("至", "到"))):
        return True
    since = found.before.endswith("自") and "以来" in found.after
    if since or found.after.startswith(_SINCE) or _MONTH.match(found.after):
        return True
    return _ERA.match(said) is not None and not _OPEN_BEFORE.search(found.before)


def _says_something(found: Core) -> bool:
    """Whether a verb follows where the subject is said to be in, by or from something.

    罗耀拉等七人|在巴黎的蒙马特高地 goes on in the next clause.
    """
    told = words_of(f"{found.before} {found.after}".partition(found.subject)[2].strip())
    if not told:
        return not found.ahead  # 1155年，教宗阿德里安四世，……
    verbs = [
        after is None or after.tag != "uj"
        for word, after in zip(told, [*told[1:], None], strict=True)
        if word.tag in ("v", "vn", "l", "i")
    ]
    if told[0].tag != "p":
        # 壮族|聚居的广西中部 only says which; jieba may have taken the verb for a name.
        return not found.ahead or any(verbs) or not verbs
    once = _ONCE.search(found.after)  # jieba takes 办理 and 核定 for nouns
    return any(verbs) or (once is not None and not found.after.startswith("的", once.end()))


def _specific(found: Core) -> bool:
    """Whether what is told happened but once: it is told at some length, with a name or title beside the subject."""
    told = (found.before + found.after).replace(found.subject, "", 1)
    if len(told) < LEAST_TOLD:
        return False
    return "《" in told or any(word.tag in NAMES and len(word.text) > 1 for word in words_of(told))
