"""What Chinese asks for in a stretch's place, whole names, and words that lean on other sentences."""

from __future__ import annotations

import pytest

from cards.languages.chinese.interrogatives import asked_for
from cards.languages.chinese.leaning import leans, leans_in_front
from cards.languages.chinese.people import is_full_name
from cards.languages.chinese.stretches import Sort


@pytest.mark.parametrize(
    ("sort", "said", "words"),
    [
        (Sort.DATE, "1902年", "哪一年"),
        (Sort.DATE, "1786年2月2日", "哪一天"),
        (Sort.DATE, "2007年5月", "何时"),
        (Sort.DATE, "19世纪", "哪个世纪"),
        (Sort.DATE, "1980年代", "哪个年代"),
        (Sort.DATE, "2004至2005年", ""),
        (Sort.NUMBER, "2400平方公里", "多少平方公里"),
        (Sort.NUMBER, "3322平方千米", "多少平方千米"),
        (Sort.NUMBER, "三座", "几座"),
        (Sort.NUMBER, "9-15厘米", "多少厘米"),
        (Sort.NUMBER, "第34次", "第几次"),
        (Sort.NUMBER, "三分之一", "几分之几"),
        (Sort.NUMBER, "82%", "百分之多少"),
        (Sort.NUMBER, "35万", ""),
        (Sort.PLACE, "浙江省", "哪个省"),
        (Sort.PLACE, "杭州", "哪里"),
        (Sort.PLACE, "重庆武隆县仙女山镇", "哪里"),
        (Sort.ORGANISATION, "耶鲁大学", "哪所大学"),
        (Sort.PERSON, "张之洞", "谁"),
        (Sort.PERSON, "琼斯", ""),
        (Sort.NAME, "英国经济学家马歇尔", "谁"),
        (Sort.NAME, "丞相李斯", "谁"),
    ],
)
def test_a_stretch_is_asked_for_by_what_it_names(sort: Sort, said: str, words: str) -> None:
    assert asked_for(sort, said) == words


@pytest.mark.parametrize("said", ["张之洞", "威廉·琼斯", "巴西尔二世", "岳飞"])
def test_a_whole_name_is_one_persons(said: str) -> None:
    assert is_full_name(said)


@pytest.mark.parametrize("said", ["琼斯", "叶绿素", "卢安达", "安全观", "采取措施"])
def test_what_may_be_a_place_or_a_thing_is_no_whole_name(said: str) -> None:
    assert not is_full_name(said)


@pytest.mark.parametrize(
    "said",
    [
        "他于1902年去世",
        "该校创立于1902年",
        "南京大学同年改名",
        "南京大学则改名",
        "台前县台前县面积",
        "校区，其中三个",
    ],
)
def test_words_that_point_back_or_were_garbled_lean(said: str) -> None:
    assert leans(said)


@pytest.mark.parametrize("said", ["日本人发现了钒", "武则天称帝", "天津租界出版报纸"])
def test_words_that_look_like_pointing_do_not_lean(said: str) -> None:
    assert not leans(said)


def test_a_front_without_a_subject_leans() -> None:
    assert leans_in_front("西起临洮，东到辽东")
    assert not leans_in_front("被动运输包括自由扩散")
