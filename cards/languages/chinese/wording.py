"""How kapian words its questions in Chinese."""

from __future__ import annotations

# The characters of these wordings that traditional script writes otherwise.
_TRADITIONAL = str.maketrans("么谁样两项个点为", "麼誰樣兩項個點為")
_NUMBERS = "零一两三四五六七八九十"


def in_script(words: str, language: str) -> str:
    """Return a question in the script of the document that it asks about ("zh-Hant" writes 什麼)."""
    return words.translate(_TRADITIONAL) if language == "zh-Hant" else words


def count(number: int) -> str:
    """Return a count as it is said before a measure word: 两, 三, 12."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def what_is(subject: str) -> str:
    return f"{subject}是什么？"


def means(term: str) -> str:
    return f"{term}是指什么？"


def who_does(duty: str) -> str:
    return f"由谁{duty}？"


def why(result: str) -> str:
    return f"为什么{result}？"


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
