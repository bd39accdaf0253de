"""A later version of a document: sentences found again, reworded, or gone, and their notes with them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cards.documents import Document, read_text
from cards.model import BasicNote, ClozeNote, Deletion, Origin, Source, Span
from cards.pipeline import Density, Options, make_notes
from cards.revision import Gone, Reworded, Stays, revise, sentence_key

FIRST = """# 群众路线

群众路线是党的生命线和根本工作路线。密切联系群众是我们党最大的政治优势。

## 方法

做好群众工作要问政于民、问需于民、问计于民。脱离群众是党执政后面临的最大危险。
"""


def document(text: str, name: str = "line.md") -> Document:
    return read_text(text, name=name)


def gap(quote: str, hidden: str, text: str = FIRST) -> ClozeNote:
    start = text.index(quote)
    at = quote.index(hidden)
    return ClozeNote(
        id=f"gap-{hidden}",
        source=Source("line.md", Span(start, start + len(quote)), quote, ("群众路线",)),
        origin=Origin("gap"),
        text=quote,
        deletions=(Deletion(Span(at, at + len(hidden))),),
    )


LIFELINE = gap("群众路线是党的生命线和根本工作路线。", "生命线")
ADVANTAGE = gap("密切联系群众是我们党最大的政治优势。", "政治优势")
DANGER = gap("脱离群众是党执政后面临的最大危险。", "最大危险")
ALL = (LIFELINE, ADVANTAGE, DANGER)


def place(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def test_a_sentence_that_moved_is_found_where_it_stands_now() -> None:
    later = (
        FIRST.replace("密切联系群众是我们党最大的政治优势。", "") + "\n密切联系群众是我们党最大的政治优势。\n"
    )

    fate = revise(ALL, document(later), []).fates[1]

    assert isinstance(fate, Stays)
    assert fate.source.span == place(later, ADVANTAGE.source.quote)
    assert fate.source.section == ("群众路线", "方法")


def test_other_marks_and_widths_are_no_other_sentence() -> None:
    later = FIRST.replace("问政于民、问需于民", "问政于民,问需于民").replace("路线。密切", "路线.\n\n密切")

    assert [type(fate) for fate in revise(ALL, document(later), []).fates] == [Stays, Stays, Stays]


def test_a_reworded_sentence_keeps_its_note_and_has_the_gap_again() -> None:
    later = FIRST.replace("是党的生命线和根本", "是我们党的生命线，也是党的根本")

    fate = revise(ALL, document(later), []).fates[0]

    assert isinstance(fate, Reworded)
    assert fate.source.quote == "群众路线是我们党的生命线，也是党的根本工作路线。"
    assert isinstance(fate.proposal, ClozeNote)
    assert fate.proposal.id == LIFELINE.id
    assert fate.proposal.deletions[0].span.of(fate.proposal.text) == "生命线"


def test_a_sentence_that_is_nowhere_is_gone() -> None:
    later = FIRST.replace("脱离群众是党执政后面临的最大危险。", "天气很好，我们去公园散步。")

    assert revise(ALL, document(later), []).fates[2] == Gone(DANGER.id)


def test_a_sentence_that_became_part_of_a_longer_one_stays() -> None:
    later = FIRST.replace("工作路线。密切", "工作路线，密切")

    fate = revise([ADVANTAGE], document(later), []).fates[0]

    assert isinstance(fate, Stays)
    assert fate.source.span == place(later, ADVANTAGE.source.quote)


def test_a_made_note_with_the_same_question_is_the_proposal_and_is_not_new() -> None:
    quote = "群众路线的本质是代表人民、造福人民。"
    later = FIRST.replace("群众路线是党的生命线", quote + "群众路线是党的生命线")
    earlier = FIRST.replace("群众路线是党的生命线", quote[:-1] + "的利益。群众路线是党的生命线")
    mine = basic(
        "old", "群众路线的本质是什么？", "代表人民、造福人民的利益", quote[:-1] + "的利益。", earlier
    )
    theirs = basic("made", "群众路线的本质是什么？", "代表人民、造福人民", quote, later)
    other = basic("other", "什么是党的生命线？", "群众路线", LIFELINE.source.quote, later)

    revision = revise([mine], document(later), [theirs, other])

    assert revision.fates == (Reworded("old", theirs.source, replace(theirs, id="old")),)
    assert revision.new == (other,)


def test_two_notes_on_one_sentence_share_its_fate() -> None:
    twice = (LIFELINE, replace(LIFELINE, id="second"))
    later = FIRST.replace("是党的生命线和根本", "是我们党的生命线，也是党的根本")

    assert [type(fate) for fate in revise(twice, document(later), []).fates] == [Reworded, Reworded]


def test_of_two_equal_sentences_the_nearer_one_is_taken() -> None:
    sentence = "这一点对每一个学生都非常重要。"
    text = f"# 甲\n\n{sentence}\n\n{'文字在这里。' * 40}\n\n# 乙\n\n{sentence}\n"
    first, second = text.index(sentence), text.rindex(sentence)
    notes = [
        replace(LIFELINE, id=str(at), source=Source("line.md", Span(at, at + 15), sentence))
        for at in (first + 3, second - 3)
    ]

    fates = revise(notes, document(text), []).fates

    assert [fate.source.span.start for fate in fates if isinstance(fate, Stays)] == [first, second]


def test_the_same_document_changes_nothing() -> None:
    same = document(FIRST)
    notes = make_notes(same, Options(density=Density.DENSE))

    revision = revise(notes, same, notes)

    assert revision.fates == tuple(Stays(note.id, note.source) for note in notes)
    assert revision.new == ()


@given(st.permutations(range(4)), st.booleans())
def test_however_sentences_are_ordered_every_note_stays(order: list[int], wrapped: bool) -> None:
    sentences = [note.source.quote for note in ALL] + ["做好群众工作要问政于民、问需于民、问计于民。"]
    later = ("\n\n" if wrapped else "").join(sentences[i] for i in order)

    fates = revise(ALL, document(later, "line.txt"), []).fates

    assert [fate.note for fate in fates] == [note.id for note in ALL]
    assert [type(fate) for fate in fates] == [Stays, Stays, Stays]


def test_a_key_knows_a_sentence_by_its_letters_and_short_ones_have_none() -> None:
    assert sentence_key("密切联系群众，是我们党最大的优势。") == sentence_key(
        "密切联系群众 是我们党最大的优势"
    )
    assert sentence_key("密切联系群众，是我们党最大的优势。") != sentence_key(
        "密切联系群众，是我们党最大的危险。"
    )
    assert sentence_key("摘要") == ""


def basic(identity: str, question: str, answer: str, quote: str, text: str) -> BasicNote:
    start = text.index(quote)
    source = Source("line.md", Span(start, start + len(quote)), quote, ("群众路线",))
    return BasicNote(id=identity, source=source, origin=Origin("essence"), question=question, answer=answer)
