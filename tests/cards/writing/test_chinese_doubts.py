"""What a strict reader may find wrong with Chinese gaps, sentence by sentence."""

from __future__ import annotations

import pytest

from cards.documents import read_text
from cards.languages.chinese.stretches import Sort
from cards.model import Span
from cards.reading import understand
from cards.writing.chinese.doubts import doubt_about


def doubt(marked: str, sort: Sort) -> str:
    """Return the doubt about the gap between [ and ] in a sentence that is shown whole."""
    at = marked.index("[")
    sentence = marked.replace("[", "").replace("]", "")
    reading = understand(read_text(sentence, name="a.txt"))
    span = Span(at, marked.index("]") - 1)
    return doubt_about(reading, reading.passages[0], span, sort, shown=sentence, start=0, heading="")


@pytest.mark.parametrize(
    ("marked", "sort", "why"),
    [
        (
            "[1994年]，兰比尔退役。",
            Sort.DATE,
            "a date in front of what may have happened often",
        ),
        ("韩国电影在1993年-[2005年]的本国占有率上升到60%。", Sort.DATE, "one end of a range"),
        ("台中市有[五个]这样的乡镇。", Sort.NUMBER, "a number that says little"),
        ("彰化县八卦山的大佛于[8月18日]建成。", Sort.DATE, "a day without its year"),
        ("伽利略总结了过去[40年]中所做的一切工作。", Sort.DATE, "a length of time"),
        ("台湾猕猴的耳廓能自由转动，便于「[捕捉]」声音。", Sort.QUOTATION, "a word quoted for its tone"),
        ("学校创建于[1906年]，招收了两百名学生。", Sort.DATE, "nobody is named in front"),
        ("邦联政府的[博雷加德]部队在4月12日炮击要塞。", Sort.PERSON, "a noun goes on after the name"),
        ("工业主管部门承担本行业、本[领域监管职责]。", Sort.OBJECT, "本 stands before the gap"),
        (
            "纽约的戏院大多在百老汇街道附近，故被统称为[百老汇剧院]。",
            Sort.NAME,
            "most of the answer stands in the prompt",
        ),
        (
            "偏头痛是[神经科常见疾病]，在青春期起病。",
            Sort.OBJECT,
            "one of many things that could be said of it",
        ),
        ("该模型在北京具有[广阔的应用前景]。", Sort.OBJECT, "says that something matters, not what"),
        ("野菊花总黄酮的实验表明，含量最高的是[山西]野菊花。", Sort.PLACE, "reports a study"),
        ("战国时月氏逐渐强大，这里属[大宛]。", Sort.PLACE, "points outside"),
        ("德国联邦国防军从[1958年]开始驻扎在此。", Sort.DATE, "points outside"),
        ("韦瀚提案让[英国上议院内]五分之一的成员由选举产生。", Sort.ORGANISATION, "takes in 内, where it is"),
    ],
)
def test_a_doubtful_gap_says_why(marked: str, sort: Sort, why: str) -> None:
    assert doubt(marked, sort) == why


@pytest.mark.parametrize(
    ("marked", "sort"),
    [
        ("[1893年]，纽西兰的妇女得到了选举权，是世界上第一个女性有选举权的国家。", Sort.DATE),
        ("1786年2月2日，亚洲协会在加尔各答举行会议，[威廉·琼斯]发表了演讲。", Sort.PERSON),
        ("伏尔泰的朋友们是霍尔写作的一部作品，出版于[1906年]。", Sort.DATE),
        ("1997年中国森林采伐单位面积蓄积量下降到[76.7立方米]。", Sort.NUMBER),
        ("细胞膜由[磷脂]和蛋白质构成，具有选择透过性。", Sort.TERM),
    ],
)
def test_a_gap_that_one_answer_fits_is_not_doubted(marked: str, sort: Sort) -> None:
    assert doubt(marked, sort) == ""
