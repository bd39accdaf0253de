"""Subtitles (SubRip, WebVTT) -> Document: cues become paragraphs, each sentence with its time."""

from __future__ import annotations

from cards.documents.building import DocumentBuilder
from cards.documents.decoding import decode
from cards.documents.model import NO_HINTS, Document, Hints, Kind
from cards.documents.subtitles.cues import cues_of
from cards.documents.subtitles.joining import paragraphs_of
from cards.errors import CardsError
from cards.model import Place, Unit


class SubtitleReader:
    """Reads what is said in films and lectures, without speakers, sounds and repeated lines."""

    suffixes = (".srt", ".vtt")
    confined = False

    def knows(self, data: bytes) -> bool:
        """See `cards.documents.model.Reader`."""
        return False

    def read(self, data: bytes, *, name: str, hints: Hints = NO_HINTS) -> Document:
        """See `cards.documents.model.Reader`."""
        decoded = decode(data, name=name, encoding=hints.encoding)
        cues = cues_of(decoded.text)
        if data and not cues:
            raise CardsError(
                "{name}: no cues found; subtitles have times like 00:01:20,000 --> 00:01:23,000", name=name
            )
        builder = DocumentBuilder()
        builder.tell(decoded.remarks)
        for paragraph in paragraphs_of(cues):
            span = builder.add(Kind.PARAGRAPH, paragraph.words, language=paragraph.language)
            if span is not None:
                for at, seconds in paragraph.times:
                    builder.begin_at(Place(Unit.TIME, _label(seconds)), span.start + at)
        return builder.document(name=name, numbered=False)


def _label(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
