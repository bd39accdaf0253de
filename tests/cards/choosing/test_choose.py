"""Drafts -> the notes that are kept."""

from __future__ import annotations

from dataclasses import replace

from cards.choosing.choose import Chooser, Considered, Density
from cards.model import Note, Span
from cards.writing.draft import Draft
from tests.cards.choosing.drafts import TEXT, draft, reading_of


def chosen(*drafts: Draft, text: str = TEXT * 20) -> Considered:
    return Chooser(density=Density.DENSE).choose(drafts, reading_of(text))


def questions(notes: tuple[Note, ...]) -> list[str]:
    return [note.question for note in notes if hasattr(note, "question")]


# As much text as two cards at the densest are given.
TWO_CARDS = TEXT * 3
ADVANTAGE = draft("党最大的政治优势是什么？", "密切联系群众", strength=0.9)
DANGER = draft("党执政后最大的危险是什么？", "脱离群众", strength=0.6, at=Span(15, 19), passage=1)


def test_notes_come_in_the_order_of_the_text() -> None:
    assert questions(chosen(DANGER, ADVANTAGE).chosen) == [
        "党最大的政治优势是什么？",
        "党执政后最大的危险是什么？",
    ]


def test_a_text_of_one_card_gets_the_best_one() -> None:
    result = chosen(DANGER, ADVANTAGE, text=TEXT)
    assert questions(result.chosen) == ["党最大的政治优势是什么？"]
    assert result.refused[0].reason.startswith("budget: ")


def test_the_same_question_is_not_asked_twice() -> None:
    other = draft("党最大的政治优势是什么？", "联系群众", strength=0.2, at=Span(20, 24), passage=1)
    assert (
        chosen(ADVANTAGE, other).refused[0].reason
        == "the same question is asked with the answer 密切联系群众"
    )


def test_nearly_the_same_card_is_not_made_twice() -> None:
    other = draft("我们党最大的政治优势是什么？", "密切联系群众", strength=0.2, at=Span(20, 26), passage=1)
    assert "nearly the same" in chosen(ADVANTAGE, other).refused[0].reason


def test_the_same_words_of_a_sentence_are_hidden_once() -> None:
    other = draft("什么是党执政的长处和根基？", "联系群众", strength=0.2, at=Span(2, 6))
    assert "hides the same words" in chosen(ADVANTAGE, other).refused[0].reason


def normally(*drafts: Draft) -> Considered:
    return Chooser(density=Density.NORMAL).choose(drafts, reading_of(TEXT * 20))


def test_a_doubtful_card_is_kept_only_where_cards_are_wanted_densely() -> None:
    doubtful = replace(ADVANTAGE, doubt="nobody is named in front")
    assert len(chosen(doubtful, DANGER).chosen) == 2
    result = normally(doubtful, DANGER)
    assert questions(result.chosen) == ["党执政后最大的危险是什么？"]
    assert [refused.reason for refused in result.refused] == ["doubtful: nobody is named in front"]


def test_a_text_of_doubtful_cards_gives_none() -> None:
    result = normally(replace(DANGER, doubt="a guess"), replace(ADVANTAGE, doubt="a guess"))
    assert result.chosen == ()
    assert [refused.reason for refused in result.refused] == ["doubtful: a guess", "doubtful: a guess"]


def test_a_fault_goes_before_a_doubt() -> None:
    result = normally(replace(draft("其优势是什么？", "联系群众"), doubt="a guess"))
    assert [refused.reason for refused in result.refused] == ["stands alone: begins with 其"]


def test_refusals_are_told_to_those_alone_who_ask() -> None:
    chooser = Chooser(density=Density.NORMAL, explaining=False)
    assert chooser.choose([replace(DANGER, doubt="a guess")], reading_of(TEXT)) == Considered((), ())


def test_every_draft_is_kept_or_refused_with_a_reason() -> None:
    result = chosen(ADVANTAGE, DANGER, draft("其优势是什么？", "联系群众"))
    assert len(result.chosen) + len(result.refused) == 3
    assert all(refused.reason for refused in result.refused)


def test_a_score_is_at_most_one_and_names_the_key_phrase_behind_it() -> None:
    note = chosen(ADVANTAGE).chosen[0]
    assert 0 < note.origin.score <= 1
    assert [reason for reason in note.origin.reasons if reason.startswith("keyphrase: ")]


def test_a_clause_is_asked_about_twice_at_most() -> None:
    clause = Span(0, 14)
    drafts = [
        replace(draft(question, answer, at=Span(at, at + 2)), clause=clause)
        for question, answer, at in (
            ("优势是什么？", "密切", 0),
            ("跟谁联系？", "群众", 4),
            ("有多大？", "最大", 7),
        )
    ]
    assert [refused.reason for refused in chosen(*drafts).refused] == [
        "enough asked: two cards already ask about this clause"
    ]


def test_another_sentence_comes_before_a_second_card_on_one() -> None:
    second = draft("什么优势？", "政治", strength=0.62, at=Span(10, 12))
    assert questions(chosen(ADVANTAGE, DANGER, second, text=TWO_CARDS).chosen) == [
        "党最大的政治优势是什么？",
        "党执政后最大的危险是什么？",
    ]


def test_another_answer_comes_before_a_second_card_with_the_same() -> None:
    same = draft("靠什么不脱离人民？", "密切联系群众", strength=0.7, at=Span(20, 26), passage=2)
    assert questions(chosen(ADVANTAGE, DANGER, same, text=TWO_CARDS).chosen) == [
        "党最大的政治优势是什么？",
        "党执政后最大的危险是什么？",
    ]


def test_what_the_learner_keeps_or_rejects_moves_the_score_and_is_said() -> None:
    liked = Chooser(density=Density.DENSE, leanings={ADVANTAGE.note.origin.writer: 0.5})
    usual = Chooser(density=Density.DENSE)
    (lowered,) = liked.choose([ADVANTAGE], reading_of(TEXT * 20)).chosen
    (plain,) = usual.choose([ADVANTAGE], reading_of(TEXT * 20)).chosen
    assert lowered.origin.score == round(plain.origin.score / 2, 4)
    assert "your decisions: ×0.50" in lowered.origin.reasons
    assert not any(reason.startswith("your decisions") for reason in plain.origin.reasons)
