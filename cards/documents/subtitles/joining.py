"""Cues -> paragraphs: by punctuation, pauses and speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cards.documents.lines import columns, joint
from cards.documents.subtitles.cues import Cue

_FINISHED = re.compile(r"[。！？…!?.][”’」』）)\"']*$")
_PUNCTUATED = re.compile(r"[，。！？；：、…!?.,;:—-][”’」』）)\"']*$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
# Seconds without a word after which a new thought begins; and those after which it does so in any case.
_PAUSE, _LONG_PAUSE = 2.0, 5.0
# In columns. Whoever speaks makes no paragraphs: a sentence ends one that is long enough, a cue one that is too long.
_LONG, _TOO_LONG = 500, 1_200
# In files that have stops, that many of ten cues end with one.
_STOPPED = 0.3
_BILINGUAL = 0.6


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is said without a break; `times` are places in the words with the seconds at which they are said."""

    words: str
    times: tuple[tuple[int, float], ...]
    language: str = ""


def paragraphs_of(cues: list[Cue]) -> Iterator[Paragraph]:
    """Yield the paragraphs in order; where every line is there in Chinese and English, each of them in both."""
    if _is_bilingual(cues):
        for group in _groups(cues, _stopped(cues)):
            for language, is_in in (("zh", _is_chinese), ("en", _is_english)):
                lines = [replace(cue, lines=tuple(filter(is_in, cue.lines))) for cue in group]
                yield from _joined([cue for cue in lines if cue.lines], language)
        return
    for group in _groups(cues, _stopped(cues)):
        yield from _joined(group, "")


def _is_bilingual(cues: list[Cue]) -> bool:
    both = sum(any(map(_is_chinese, cue.lines)) and any(map(_is_english, cue.lines)) for cue in cues)
    return both >= _BILINGUAL * len(cues) > 0


def _is_chinese(line: str) -> bool:
    return _HAN.search(line) is not None


def _is_english(line: str) -> bool:
    return not _is_chinese(line) and _LATIN.search(line) is not None


def _stopped(cues: Iterable[Cue]) -> bool:
    ends = [cue.lines[-1] for cue in cues]
    return sum(_PUNCTUATED.search(end) is not None for end in ends) >= _STOPPED * len(ends)


def _groups(cues: list[Cue], stopped: bool) -> Iterator[list[Cue]]:
    group: list[Cue] = []
    width = 0
    speaker = ""
    for cue in cues:
        turns = cue.speaker == "-" or cue.speaker not in ("", speaker)
        speaker = cue.speaker or speaker
        if group:
            finished = not stopped or _FINISHED.search(group[-1].lines[-1]) is not None
            pause = cue.start - group[-1].end
            if (
                pause >= _LONG_PAUSE
                or (finished and (pause >= _PAUSE or turns or (stopped and width >= _LONG)))
                or width >= _TOO_LONG
            ):
                yield group
                group, width = [], 0
        group.append(cue)
        width += sum(map(columns, cue.lines))
    if group:
        yield group


def _joined(cues: list[Cue], language: str) -> Iterator[Paragraph]:
    if not cues:
        return
    stopped = _stopped(cues)
    words = ""
    times: list[tuple[int, float]] = []
    for cue in cues:
        for number, line in enumerate(cue.lines):
            if words:
                words += joint(words[-1], line[0]) if stopped or number else _gap(words)
            if not number:
                times.append((len(words), cue.start))
            words += line
    yield Paragraph(words, tuple(times), language)


def _gap(words: str) -> str:
    """Return what parts two cues of a file without stops: a space, as its readers are used to."""
    return "" if _PUNCTUATED.search(words[-3:]) and words[-1] not in ".,!?;:" else " "
