"""The beginning of a text -> the number that its author wrote there."""

from __future__ import annotations

import pytest

from cards.documents.numbering import Style, numbered


@pytest.mark.parametrize(
    ("text", "style", "number", "marker"),
    [
        ("第二编 分则", Style.VOLUME, (2,), "第二编 "),
        ("第十二章　总则", Style.CHAPTER, (12,), "第十二章　"),
        ("第 3 讲：光", Style.CHAPTER, (3,), "第 3 讲："),
        ("第一节 酶", Style.SECTION, (1,), "第一节 "),
        ("第二十一条之一　本法", Style.ARTICLE, (21,), "第二十一条之一　"),
        ("第三,以务实的作风", Style.ORDINAL, (3,), "第三,"),
        ("第二步：加水", Style.ORDINAL, (2,), "第二步："),
        ("其二，时间", Style.AMONG, (2,), "其二，"),
        ("首先，明确目标", Style.SEQUENCE, (1,), "首先，"),
        ("最后，回顾", Style.SEQUENCE, (0,), "最后，"),
        ("二十三、附则", Style.HAN, (23,), "二十三、"),
        ("壹、前言", Style.HAN, (1,), "壹、"),
        ("一是深刻理解", Style.POINT, (1,), "一是"),
        ("三要加强领导", Style.POINT, (3,), "三要"),
        ("(一)深入调研", Style.HAN_BRACKETED, (1,), "(一)"),
        ("（十）总结", Style.HAN_BRACKETED, (10,), "（十）"),
        ("(4)依靠群众", Style.DIGIT_BRACKETED, (4,), "(4)"),
        ("乙、方法", Style.STEM, (2,), "乙、"),
        ("③反馈", Style.CIRCLED, (3,), "③"),
        ("1.2.3 概述", Style.DECIMAL, (1, 2, 3), "1.2.3 "),
        ("2.1概述", Style.DECIMAL, (2, 1), "2.1"),
        ("１．新建", Style.DIGIT, (1,), "１．"),
        ("10、改造", Style.DIGIT, (10,), "10、"),
        ("2) squeeze", Style.DIGIT_CLOSED, (2,), "2) "),
        ("1 Introduction", Style.DIGIT_SPACED, (1,), "1 "),
        ("IV. Results", Style.ROMAN, (4,), "IV. "),
        ("B. Method", Style.LETTER, (2,), "B. "),
        ("(b) squeeze", Style.LETTER_BRACKETED, (2,), "(b) "),
        ("Chapter 3: Light", Style.CHAPTER, (3,), "Chapter 3: "),
        ("PART TWO", Style.VOLUME, (2,), "PART TWO"),
        ("Secondly, soil", Style.FIRST, (2,), "Secondly, "),
        ("Finally, soil", Style.FIRST, (0,), "Finally, "),
    ],
)
def test_a_number_is_read_with_its_style(
    text: str, style: Style, number: tuple[int, ...], marker: str
) -> None:
    found = numbered(text)

    assert found is not None
    assert (found.style, found.number, text[: found.length]) == (style, number, marker)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "3.5 亿人口",
            "1.5倍",
            "2021年",
            "1998、1999 年",
            "3 apples",
            "U.S. policy",
            "IIII. none",
            "Part of it",
        ),
        *(
            "第三产业",
            "第一次",
            "第一条件",
            "其中一个",
            "最后一次",
            "三要素",
            "一是非之地",
            "十一是",
            "一二、",
        ),
        *("Chapter 3 explores light", "first light", "Second-hand", "e.g. this", "", "（注）", "(see)"),
    ],
)
def test_words_and_quantities_are_no_numbers(text: str) -> None:
    assert numbered(text) is None


def test_a_number_is_read_where_it_stands() -> None:
    text = "机制。一是扩大参与，二是接受监督。"
    found = numbered(text, text.index("二是"))

    assert found is not None
    assert found.number == (2,)
