"""Which words that jieba takes for people's names are names."""

from __future__ import annotations

import re
from functools import lru_cache

from cards.languages.chinese.words import commonness, simplified

_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余顾孟黄穆萧肖尹姚邵汪祁毛禹狄米贝臧戴谈宋庞熊纪舒屈项祝"
    "董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓洪包左石崔吉龚程邢裴陆荣翁"
    "荀甄曲封储靳段巫乌焦巴谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘武符刘景詹束龙叶司韶黎薄印白怀蒲邰卓蔺屠蒙池乔胥闻党翟谭贡"
    "姬申冉桑桂濮牛寿通边燕冀浦尚农温庄晏柴瞿阎连习容古易慎戈廖庾终居衡步都耿满弘匡国文寇广阙东欧沃利越隆师巩聂晁敖"
    "冷辛那简饶曾关查后荆红游权盖益桓岳公丘佘佟揭涂"
)
# A pair of characters this common (Zipf) is a word: 安全 in 安全观, 采取 in 采取措施.
WORD = 4.2


@lru_cache(maxsize=8192)
def is_person(word: str) -> bool:
    """Whether a word tagged as a person's name is one: 岳飞, 琼斯, 德川家康, but not 安全观 or 采取措施."""
    plain = simplified(word)
    if plain[0] in _SURNAMES and len(plain) in (2, 3):
        return not (len(plain) == 3 and commonness(plain[:2]) >= WORD and commonness(plain) == 0)
    # 威廉 is common and still a name; what jieba makes up has three characters and more.
    return len(plain) == 2 or all(commonness(plain[at : at + 2]) < WORD for at in range(len(plain) - 1))


_FOREIGN_NAME = re.compile(r"[\u3400-\u9fffA-Z.]{1,8}(?:[·・•][\u3400-\u9fffA-Z.]{1,8}){1,3}")
# 叶绿素 and 黄曲霉 begin like people.
_THINGS = tuple(
    "素体酸酶糖性化物学法率量器机膜菌剂液类式型力论权值线点层部室科目属果花草树鱼虫鸟族语话派教节日岛区站"
)
# Countries that begin like people.
_COUNTRIES = frozenset(
    "卢安达 安哥拉 马里 古巴 马耳他 乌干达 文莱 约旦 伊朗 沙特 叙利亚 黎巴嫩 海地 加蓬 越南 韩国 荷兰 巴西 苏丹 索马里 "
    "肯尼亚 马来亚 冈比亚 汤加 秘鲁".split()
)
_RULER = re.compile(
    r"[\u3400-\u9fff]{2,8}(?:[一二三四五六七八九十]世|[^上天][帝]|[太世高中成武文宣仁英神明孝真宪穆敬德代肃玄睿][宗祖])"
)


def is_full_name(said: str) -> bool:
    """Whether words surely are a whole name of one person: 张之洞, 威廉·琼斯, 巴西尔二世; 琼斯 could be a place."""
    if _FOREIGN_NAME.fullmatch(said) or _RULER.fullmatch(said):
        return True
    if said.endswith(_THINGS) or said in _COUNTRIES:
        return False
    return 2 <= len(said) <= 3 and simplified(said)[0] in _SURNAMES and is_person(said)
