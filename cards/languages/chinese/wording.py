"""How kapian words its questions in Chinese."""

from __future__ import annotations

# The characters of these wordings that traditional script writes otherwise.
_TRADITIONAL = str.maketrans(
    "么谁样两项个点为国县区岛条峡脉庙学银团医员会协党机构几级阶层类种处",
    "麼誰樣兩項個點為國縣區島條峽脈廟學銀團醫員會協黨機構幾級階層類種處",
)
_NUMBERS = "零一两三四五六七八九十"


def in_script(words: str, language: str) -> str:
    """Return a question in the script of the document that it asks about ("zh-Hant" writes 什麼)."""
    return words.translate(_TRADITIONAL) if language == "zh-Hant" else words


def count(number: int) -> str:
    """Return a count as it is said before a measure word: 两, 三, 12."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def what_is(subject: str) -> str:
    return f"{subject}是什么？"


_WHICH = (
    (("人", "者", "家", "手", "员", "皇帝", "国王", "总统", "将领", "帝"), "谁"),
    (("公司", "企业", "商", "银行", "店", "厂"), "哪家"),
    (("国家", "国", "省", "县", "州", "市", "区", "湖", "岛屿", "民族", "部门", "机关"), "哪个"),
    (("城市", "岛", "山", "山峰", "桥", "大桥", "塔", "宫殿", "建筑", "建筑物"), "哪座"),
    (("河", "河流", "江", "铁路", "公路", "线路", "街"), "哪条"),
    (("大学", "学校", "医院"), "哪所"),
)


def which_is(kind: str) -> str:
    """Ask which one something is, by what it is: 世界上最大的岛是哪座？"""
    words = next((word for ends, word in _WHICH if kind.endswith(ends) and not kind.endswith("国家")), "")
    if kind.endswith("国家"):
        words = "哪个"
    return f"{kind}是{words or '什么'}？"


def means(term: str) -> str:
    return f"{term}是指什么？"


def who_does(duty: str) -> str:
    return f"由谁{duty}？"


def why(result: str) -> str:
    return f"为什么{result}？"


def what_for(deed: str) -> str:
    return f"{deed}，是为了什么？"


def which(number: int, measure: str = "项") -> str:
    """哪三项: the hint in the gap of a list."""
    return f"哪{count(number)}{measure}"


def parts_of(title: str, number: int, language: str) -> str:
    return in_script(f"“{title}”分为哪{count(number)}个部分？", language)


def points_of(title: str, number: int, language: str) -> str:
    return in_script(f"“{title}”提出了哪{count(number)}点？", language)


def only_how(result: str) -> str:
    """Ask for a condition; `result` is what follows it, with its 才 or 才能."""
    return f"只有怎样，{result}？"
