"""Random notes, for laws that must hold for every note."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from cards.model import (
    MOST_ITEMS,
    UNEDITED,
    BasicNote,
    ClozeNote,
    Deletion,
    EnumerationNote,
    Formula,
    Listing,
    Note,
    Origin,
    Picture,
    Place,
    Source,
    Span,
    Unit,
    note_id,
)

# What means something to HTML, to Anki's fields and templates, to tags and to JSON; and Chinese.
_HOSTILE = st.sampled_from(
    [
        *("<b>", "</div>", "<br>", "<!--", "&amp;", "&", "&#x7b;", "<script>alert(1)</script>", '"', "'"),
        *(
            "{{",
            "}}",
            "{{c1::",
            "::",
            ":",
            "{{c2::甲::乙}}",
            "{{Question}}",
            "{{#Link}}",
            "{",
            "}",
            "{{=<% %>=}}",
        ),
        *(
            "[sound:a.mp3]",
            "[latex]x[/latex]",
            "[$]x[/$]",
            "[anki:tts lang=en_US]a[/anki:tts]",
            "\\(x\\)",
            "[...]",
        ),
        *(
            "\x1f",
            "\x00",
            "\t",
            "\n",
            "\r\n",
            "\u2028",
            "\u3000",
            "\u200b",
            "\u202e",
            "e\u0301",
            "\u0338",
            "\ufdd0",
        ),
        *(
            "群众路线",
            "“一切为了群众”",
            "……",
            "，",
            "。",
            "𠀀",
            "👩‍👩‍👧",
            "ﬁ",
            "Å",
            "豈",
            "\\",
            "\\ud800",
            "%",
            "  ",
        ),
    ]
)
# Half a surrogate pair may reach us through JSON; two halves side by side are one character to every codec.
texts = st.lists(st.one_of(_HOSTILE, st.text(max_size=8)), max_size=6).map("".join)
odd_texts = st.one_of(texts, st.sampled_from(["\ud800", "群\udfff众", "a\ud83d"]))


def is_said(text: str) -> bool:
    """True where the text has something to see: only such a text makes a card."""
    return any(mark.isprintable() and not mark.isspace() for mark in text)


said = odd_texts.map(lambda text: text if is_said(text) else f"{text}群")

_sources = st.builds(
    Source,
    document=said,
    span=st.tuples(st.integers(0, 10_000), st.integers(0, 500)).map(lambda pair: Span(pair[0], sum(pair))),
    quote=odd_texts,
    section=st.lists(odd_texts, max_size=3).map(tuple),
    place=st.none() | st.builds(Place, unit=st.sampled_from(Unit), label=said),
)
_exhibits = st.one_of(
    st.builds(Picture, media=st.sampled_from(["a1.png", "b2.jpg"]), caption=odd_texts),
    st.builds(Listing, code=said, language=st.sampled_from(["", "python"])),
    st.builds(Formula, tex=said),
)
_origins = st.builds(
    Origin,
    writer=st.sampled_from(["definition", "condition", "learner"]),
    reasons=st.lists(odd_texts, max_size=3).map(tuple),
    score=st.floats(0, 1),
)
_times = st.one_of(
    st.just(UNEDITED), st.datetimes(datetime(2024, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC))
)


@st.composite
def notes(draw: st.DrawFn) -> Note:
    """Any note that a deck file can hold."""
    source, origin, edited_at = draw(_sources), draw(_origins), draw(_times)
    language = draw(st.sampled_from(["zh", "zh-Hant", "en", "fr"]))
    tags = tuple(draw(st.lists(odd_texts, max_size=3)))
    exhibits = tuple(draw(st.lists(_exhibits, max_size=2)))
    identity = note_id(str(draw(st.integers(0))), source.document)
    kind = draw(st.sampled_from(["basic", "cloze", "enumeration"]))
    if kind == "basic":
        return BasicNote(
            id=identity,
            source=source,
            origin=origin,
            language=language,
            tags=tags,
            edited_at=edited_at,
            exhibits=exhibits,
            question=draw(said),
            answer=draw(said),
            reversed_too=draw(st.booleans()),
        )
    if kind == "cloze":
        text = draw(said)
        return ClozeNote(
            id=identity,
            source=source,
            origin=origin,
            language=language,
            tags=tags,
            edited_at=edited_at,
            exhibits=exhibits,
            text=text,
            deletions=draw(_deletions(text)),
            heading=draw(odd_texts),
        )
    return EnumerationNote(
        id=identity,
        source=source,
        origin=origin,
        language=language,
        tags=tags,
        edited_at=edited_at,
        exhibits=exhibits,
        question=draw(said),
        items=tuple(draw(st.lists(said, min_size=2, max_size=MOST_ITEMS))),
        items_too=draw(st.booleans()),
    )


@st.composite
def _deletions(draw: st.DrawFn, text: str) -> tuple[Deletion, ...]:
    marks = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    spans = [Span(start, end) for start, end in zip(marks[::2], marks[1::2], strict=False)]
    said_ones = [span for span in spans if is_said(span.of(text))] or [Span(0, len(text))]
    return tuple(Deletion(span, draw(st.integers(1, 4)), draw(odd_texts)) for span in said_ones)
