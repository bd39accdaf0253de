"""Whether a stretch of Chinese leans on sentences that are not shown, or lost a piece of itself."""

from __future__ import annotations

import re

# What leans on the sentence before, wherever it stands.
_LEANS_IN_FRONT = re.compile(
    r"^(?:[东西南北]+[起至临隔连接邻靠]|位于|地处|如(?![果何今同皋东意])|故(?![宫事乡障])|为(?![了何])|是|属于?|被(?!动|子)|均匀|有|又名|旗下|所属|现存|下属|即有|一是|二是|三是|其一|其二)"
)
_LEANS = re.compile(
    r"[，,]其中|这(?!里)|那(?!不勒斯|曲|拉|霸)|其(?![他它中余]|实)|该(?!隐)|此(?!外)|"
    r"他(?![人国们])|他们|她|它|牠|祂|同年|次年|翌年|隔年|隔日|翌日|当年|当时|同时|同月|同日|上述|前者|后者|两者|二者|"
    r"之后|后来|此后|随后|以后|终于|遂|乃(?!至)|尚(?![书未])|更(?![名新改换替高大多])|年后|月后|天后|日后|周年|"
    r"因此|因而|从而|进而|如果|假如|所以|于是|另一|另外|另|其他|其它|对方|双方|当地|前述|如上|亦|则(?!天)|却|仍|依然|既(?!有|得|是)|"
    r"又(?![称名叫])|再(?![生保造])|还(?![原])|(?<![称名叫])也(?![门许称叫])|(?<!日)本(?:人|书|片|作|剧|校|站|市|县|区|省|国|文)(?!人)|"
    r"我(?!国)|你|咱|上文|下文|如下|以下(?!简称)|以上"
)
# 台前县台前县, -{zh-cn:...}-: what a converter left or lost.
_LOST = re.compile(
    r"(?P<twice>[\u3400-\u9fff]{2,6})(?P=twice)|-\{|\}-|[，,、]{2}|[，,、][）)]|[（(][，,、]|=|在(?:建立|成立|创立)了|\||https?:"
)


def leans_in_front(shown: str) -> bool:
    """Whether words begin with what somebody is or does, and not with who: 位于, 又名, 西起临洮."""
    return bool(_LEANS_IN_FRONT.match(shown))


def leans(shown: str) -> bool:
    """Whether words point at what another sentence says, or miss something that was lost."""
    return bool(_LEANS.search(shown) or _LOST.search(shown))
