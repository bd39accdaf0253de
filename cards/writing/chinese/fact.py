"""A gap -> a question in its place, where one answer is sure: 南京大学于哪一年由张之洞创立？"""

from __future__ import annotations

import re

from cards.languages.chinese.interrogatives import asked_for
from cards.languages.chinese.stretches import Sort
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.chinese.asking import ask
from cards.writing.chinese.clozing import unsure
from cards.writing.chinese.core import Core, core
from cards.writing.chinese.doubts import doubt_about
from cards.writing.chinese.telling import Gap
from cards.writing.chinese.topics import subject_of_text
from cards.writing.draft import Claim, Draft

# What happens once: its date is known, and so are who did it and where.
_ONCE = re.compile(
    r"成立|创立|创建|创办|创刊|建立|设立|组建|建成|落成|竣工|动工|开工|奠基|启用|通车|开通|开业|开幕|开馆|完工|兴建|始建|建于|修建|"
    r"出版|发行|首播|首映|上映|问世|面世|诞生|出生|生于|逝世|去世|病逝|卒|驾崩|遇刺|阵亡|牺牲|被杀|处死|遇害|自杀|"
    r"即位|登基|继位|退位|加冕|称帝|灭亡|覆灭|爆发|签署|签订|缔结|独立|统一|合并|并入|改名|更名|改称|升格|解散|撤销|废除|"
    r"颁布|生效|施行|实施|发现|发明|命名|当选|就任|上任|继任|列为|列入|迁都|定都|投降|毕业|结婚|首次|第一次|首度|正式|"
    r"加入|占领|攻占|攻陷|收复|割让|宣布|推翻|退出|改制|改组|发动|大败|击败|打败|战胜|歼灭|开凿|修筑|召开|首飞|下线|立项|交付|"
    r"批准|登陆|升级|降级|评为|选为|授予|追封|册封|册立|分裂|瓦解|"
    r"[获夺]得?.{0,8}(?:首|第[\d一二三四五六七八九十]+[届次]|诺贝尔|《)"
)
_OFTEN = re.compile(
    r"每[年月日天次届]|通常|多次|经常|一般|先后|陆续|期间|往往|常常|曾经?(?!是)|一度|逐渐|开始(?!于)|可能|据说|传说|大概|认为"
)
# What is announced or found follows in the next clause.
_UNSAID = re.compile(
    r"(?:宣布|发现|表示|指出|认为|决定|规定|声称|称|通知|同意|批准|建立|获得|发表|签署|开始|截至|为止|进行|导致|使得|包括|"
    r"以及|例如|如|成为|作为)$"
)
# What stood between was lost: 于在成立.
_DOUBLED = re.compile(r"的在哪|在在|于在|于于|在(?:建立|成立|创立)了")
_HALF_SAID = ("第", "近", "前")
_DONE_BY = re.compile(r"(?:由|被|受|为)$")
_DOING = re.compile(
    r"(?:共同|联合|合作|首先|最早|正式|主持|负责|亲自)?"
    r"(?:提出|发明|创立|创建|创办|建立|成立|发现|设计|撰写|编写|主演|执导|开发|研发|发行|建造|兴建|制定|制作|出版|主办|运营|改编|"
    r"谱曲|作曲|作词|作画|编剧|命名|击败|推翻)"
)
_LIES = re.compile(r"(?:位于|地处|位处|坐落于|座落于|发源于|起源于)$")
_WHERE = re.compile(
    r"(?:位于|坐落于|座落于|地处|位处|生于|出生于|出生在|葬于|建于|设于|设在|源于|发源于|起源于|流入|注入|汇入|迁至|迁往|迁到|"
    r"定都|建都|毕业于|就读于|隶属于?|属于|来自|逝世于|卒于|总部在)$"
)
_AT = re.compile(r"[于在]$")
# What may follow a place: 位于[新疆]西部, 位于[杭州]的西湖.
_PLACE_ENDS = re.compile(r"(?P<part>境内|内|[东南西北中]+[部端侧岸面])?(?:$|[的，,])")
_HERE = ("市境", "县境", "境内", "本", "该", "当地")
_IS_ONE = re.compile(r"[是为一][^，,]*$")
_MEASURE = re.compile(
    r"(?:面积|人口|海拔|全长|总长|长度?|高度?|宽度?|深度?|直径|半径|质量|重量?|体重|身高|体长|温度|熔点|沸点|密度|速度|时速|"
    r"排水量|总数|容量|票房|占地|距离?|相距|共有?|设有|分为|下辖|辖|拥有|有|占|历时|享年|终年|在位)"
    r"(?:总计|总共|大约|大概|约|达到?|为|是|有|超过|近|多达|仅)?(?:约|近|了)?$"
)
_LASTED = re.compile(r"(?:历时|在位|享年|终年|持续|历经|长达|延续)(?:约|了|共|达)*$")
_SHARE = re.compile(r"占[^，,]{2,20}的?$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_MONTH = re.compile(r"[正一二三四五六七八九十腊\d]{1,2}月")
# 正德六年（1511年）, 民国74年: the era stands before the gap.
_ERA = re.compile(r"[元一二三四五六七八九十\d]{1,2}年")
_SINCE = ("以来", "以后", "之后", "以前", "之前")
_OPEN_BEFORE = re.compile(r"(?:^|[于在自从至到，,、是])$")
# Before these a date needs no 在; nor does one that says which: 拍摄1983年上映的电影.
_PART_BEFORE = re.compile(r"[于在自从至到约是为]$")
_OF_WHAT = re.compile(r"[^，,]{1,6}的")
# Between a subject and one of these 在哪一年 may stand; other words could be the rest of a name.
_VERB = re.compile(
    r"[于在由被将向对与把任从自率以因]|(?:宣布|正式|首次|成功|成立|创立|创办|创建|建立|发行|出版|推出|爆发|灭亡|逝世|去世|病逝|"
    r"即位|登基|当选|签署|签订|颁布|通过|加入|退出|占领|攻占|收复|发现|发明|获得|荣获|开始|结束|成为|改名|更名|改称|迁都|定都|毕业|"
    r"出生|诞生|设立|组建|开业|开通|通车|启用|实施|施行|并入|合并|解散|撤销|废除|独立|统一|投降|宣誓|讨伐|击败)"
)


def fact(claim: Claim, gap: Gap) -> Draft | None:
    """Return a question draft for a gap, or None where a strict reader could find more than one answer."""
    span, sort = gap.stretch.span, gap.stretch.sort
    reading, passage = claim.reading, gap.passage
    said = span.of(passage.text)
    words = asked_for(sort, said)
    found = core(reading, passage, span) if words else None
    if found is None or found.before.endswith(_HALF_SAID):
        return None
    shown = found.before + found.after
    if "：" in found.before or ":" in found.before or _UNSAID.search(shown) or _OFTEN.search(shown):
        return None
    question = _QUESTIONS[sort](found, said, words)
    if not question or _DOUBLED.search(question):
        return None
    if sort is Sort.NUMBER and not _is_known(reading, passage, found.subject):
        return None
    # A time in front is asked for behind the subject, so that what may be said of fronts does not apply.
    start = span.end if found.ahead else found.start
    whole = found.before + said + found.after
    if doubt_about(reading, passage, span, sort, shown=whole, start=start, heading=""):
        return None
    return ask(claim, question, span)


def _is_known(reading: Reading, passage: Passage, name: str) -> bool:
    """Whether figures of it can be known: of a place, a work, a body, or of what the text is about."""
    if not unsure(reading, passage) or "《" in name:
        return True
    about = subject_of_text(reading, passage)
    if about and about in name:
        return True
    return any(word.tag in ("ns", "nt") and word.text in name for word in passage.words if len(word.text) > 1)


def _date(found: Core, said: str, words: str) -> str:
    if not ("年" in said or "世纪" in said) or not _ONCE.search(found.before + found.after):
        return ""
    if (
        found.after.startswith(_SINCE)
        or _MONTH.match(found.after)
        or (_ERA.match(said) and not _OPEN_BEFORE.search(found.before))
    ):
        return ""
    if found.ahead:
        rest = found.after.removeprefix(found.subject)
        if not _VERB.match(rest):
            return f"{words}，{found.after}？"
        joint = "" if rest.startswith(("于", "在")) else "在"
        return f"{found.subject}{joint}{words}{rest}？"
    joint = "" if _PART_BEFORE.search(found.before) or _OF_WHAT.match(found.after) else "在"
    return f"{found.before}{joint}{words}{found.after}？"


def _number(found: Core, said: str, words: str) -> str:
    if found.after.startswith("的") or (said[-1] in "年月日时" and not _LASTED.search(found.before)):
        return ""
    if found.subject.startswith(("全", "仅", "共")):
        return ""
    # 79|市町村: the unit is the beginning of a longer one.
    if said[-1] in "市县省区州村国镇乡" and _HAN.match(found.after):
        return ""
    # 云南省共有805.3万人: when, and of whom?
    if said[-1] in "人名户口" and "年" not in found.before + found.after:
        return ""
    if words == "百分之多少" and not _SHARE.search(found.before):
        return ""
    return _in_place(found, words) if _MEASURE.search(found.before) else ""


def _person(found: Core, said: str, words: str) -> str:
    return _in_place(found, words) if _done_by(found) else ""


def _place(found: Core, said: str, words: str) -> str:
    if said.startswith(_HERE):
        return ""
    lies = bool(_WHERE.search(found.before))
    if re.search("[不未没]", found.before + found.after) or found.after.startswith(("在", "于")):
        return ""
    # 关岛为美国属地，位于西太平洋的岛屿: half a sentence.
    if found.after.startswith("的") and not _IS_ONE.search(found.before):
        return ""
    if lies:
        rest = _PLACE_ENDS.match(found.after)
        whole = rest is not None and not rest["part"]
        if rest is None or (not whole and words == "哪里"):
            return ""
        return _in_place(found, "哪里" if whole and _LIES.search(found.before) else words)
    once = bool(_AT.search(found.before)) and _ONCE.search(found.after[:8])
    return _in_place(found, words) if once else ""


def _body(found: Core, said: str, words: str) -> str:
    return _in_place(found, words) if _done_by(found) else _place(found, said, words)


def _done_by(found: Core) -> bool:
    return bool(_DONE_BY.search(found.before) and _DOING.match(found.after))


def _in_place(found: Core, words: str) -> str:
    return f"{found.before}{words}{found.after}？"


_QUESTIONS = {
    Sort.DATE: _date,
    Sort.NUMBER: _number,
    Sort.PERSON: _person,
    Sort.PLACE: _place,
    Sort.ORGANISATION: _body,
}
