"""Cues -> paragraphs of what is said, each sentence with its time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.documents import Document, prose_of, read
from cards.errors import CardsError


def _cues(*cues: tuple[int, int, str]) -> bytes:
    """A file of cues that are shown from one second to another."""
    times = [(f"00:{a // 60:02}:{a % 60:02},000", f"00:{b // 60:02}:{b % 60:02},000") for a, b, _ in cues]
    numbered = zip(range(1, len(cues) + 1), times, cues, strict=True)
    return "\r\n\r\n".join(
        f"{number}\r\n{start} --> {end}\r\n{words}" for number, (start, end), (_, _, words) in numbered
    ).encode()


def _said(document: Document) -> list[str]:
    return [prose_of(document, block).text for block in document.blocks]


def _read(*cues: tuple[int, int, str]) -> list[str]:
    return _said(read(_cues(*cues), name="talk.srt"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("<i>Water</i> is <font color='#fff'>wet</font>.", "Water is wet."),
        ("{\\an8}水是湿的。", "水是湿的。"),
        ("- Water is wet.", "Water is wet."),
        ("JOHN SMITH: Water is wet.", "Water is wet."),
        ("[Anna]: Water is wet.", "Water is wet."),
        (">> Water is wet.", "Water is wet."),
        ("[DOOR OPENS] Water is wet.", "Water is wet."),
        ("（笑）水是湿的。", "水是湿的。"),
        ("♪ la la ♪\nWater is wet.", "Water is wet."),
        ("Water\nis wet.", "Water is wet."),
        ("水是\n湿的。", "水是湿的。"),
        ("Salt &amp; water", "Salt & water"),
        ("Note: water is wet.", "Note: water is wet."),
    ],
)
def test_what_is_not_said_goes_out(words: str, said: str) -> None:
    assert _read((0, 2, words)) == [said]


@pytest.mark.parametrize(
    ("cues", "paragraphs"),
    [
        ([(0, 2, "Water is"), (2, 4, "wet.")], ["Water is wet."]),
        ([(0, 2, "Water is wet."), (9, 11, "Fire is hot.")], ["Water is wet.", "Fire is hot."]),
        ([(0, 2, "Water is"), (5, 7, "wet, always.")], ["Water is wet, always."]),
        ([(0, 2, "水是湿的"), (2, 4, "火是热的"), (9, 11, "冰是冷的")], ["水是湿的 火是热的", "冰是冷的"]),
        ([(0, 2, "水是湿的，"), (2, 4, "火是热的。")], ["水是湿的，火是热的。"]),
        ([(0, 2, "Is it wet?"), (2, 4, "- Yes.")], ["Is it wet?", "Yes."]),
    ],
)
def test_cues_are_joined_by_punctuation_pauses_and_speakers(
    cues: list[tuple[int, int, str]], paragraphs: list[str]
) -> None:
    assert _read(*cues) == paragraphs


def test_captions_that_roll_are_said_once() -> None:
    rolling = [
        (0, 2, "Water"),
        (2, 4, "Water is wet."),
        (4, 6, "Water is wet.\nFire is hot."),
        (6, 8, "Fire is hot."),
    ]

    assert _read(*rolling) == ["Water is wet. Fire is hot."]


def test_what_is_said_twice_is_said_twice() -> None:
    assert _read((0, 1, "No."), (2, 3, "No.")) == ["No. No."]


def test_an_hour_of_talk_without_a_pause_has_paragraphs() -> None:
    cues = [(at, at + 1, "Water is wet and it runs down every hill.") for at in range(600)]

    assert all(200 < len(paragraph) < 1_200 for paragraph in _read(*cues)[:-1])


def test_sentences_know_their_time() -> None:
    document = read(_cues((0, 2, "Water is wet."), (62, 64, "Fire is hot.")), name="talk.srt")
    places = [document.place_at(block.span.start) for block in document.blocks]

    assert [place.label for place in places if place] == ["0:00:00", "0:01:02"]


def test_a_cue_in_the_middle_of_a_paragraph_has_its_own_time() -> None:
    document = read(_cues((0, 2, "Water is wet."), (3, 5, "Fire is hot.")), name="talk.srt")
    place = document.place_at(document.text.index("Fire"))

    assert place is not None
    assert place.label == "0:00:03"


def test_a_blank_line_within_a_cue_does_not_end_it() -> None:
    assert _read((0, 2, "Water\n\nis wet."), (2, 4, "Always.")) == ["Water is wet. Always."]


def test_subtitles_in_any_encoding_are_read() -> None:
    document = read(_cues((0, 2, "水是湿的，火是热的。")).decode().encode("gb18030"), name="talk.srt")

    assert _said(document) == ["水是湿的，火是热的。"]
    assert [str(remark) for remark in document.remarks] == [
        "read as GB18030, by the look of its letters; where they are wrong, choose the encoding"
    ]


@pytest.mark.parametrize("data", [b"1\nno times here\n", b"WEBVTT\n\nNOTE only this\n"])
def test_a_file_without_cues_is_refused(data: bytes) -> None:
    with pytest.raises(CardsError, match=r"^talk\.vtt: no cues found"):
        read(data, name="talk.vtt")


def test_a_file_of_sounds_holds_no_text() -> None:
    with pytest.raises(CardsError, match=r"^talk\.srt: "):
        read(_cues((0, 2, "[MUSIC]")), name="talk.srt")


@given(
    st.lists(
        st.sampled_from(
            ["1", "\n", "00:01:02,003 --> 00:01:05,000", "WEBVTT", "水", "<v A>", "- ", "[", "]", ":"]
        )
    )
)
def test_any_lines_give_a_document_or_one_sentence(lines: list[str]) -> None:
    try:
        outcome = "read" if read("\n".join(lines).encode(), name="talk.srt").blocks else "nothing"
    except CardsError as refusal:
        outcome = str(refusal)

    assert outcome == "read" or outcome.startswith("talk.srt:")
