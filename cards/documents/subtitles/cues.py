"""The text of a subtitle file -> its cues, cleaned of all that is not said."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_NUMBER = re.compile(r"\s*\d+\s*")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>", re.IGNORECASE)
# Tags of both formats, and those of another one that players take in this one too: {\an8}.
_MARKUP = re.compile(r"<[^<>]*>|\{\\[^{}]*\}")
_DASH = re.compile(r"(?:[-–—‐]+|>>+|&gt;&gt;)\s*")
_SPEAKER = re.compile(r"([A-Z][A-Z0-9 .'’&-]{0,30}|\[[^\[\]]{1,30}\]|【[^【】]{1,20}】)\s*[:：]\s*")
# Sounds and music: what stands in brackets alone, or in capitals before what is said.
_SOUND = re.compile(r"[\[(（【♪♫][^\])）】]*[\])）】♪♫]+")
_SOUND_BEFORE = re.compile(r"[\[(][A-Z0-9 ,'’-]+[\])]\s*|[\[(（【](?:音乐|掌声|笑声?|鼓掌)[\])）】]\s*")
_NOTES = "♪♫#"
# A name of a speaker comes more than once; "注意：" before a sentence may come twice.
_LABEL = re.compile(r"([^\s:：，。,.]{1,8})[：:]\s*(?=\S)")
_LEAST_SPOKEN = 3


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from `start` to `end` (seconds), line by line.

    `speaker` is the name that stands before it, "-" for a mark without a name, "" where nothing tells.
    """

    start: float
    end: float
    lines: tuple[str, ...]
    speaker: str = ""


def cues_of(text: str) -> list[Cue]:
    """Return the cues in the order of the file, those without words left out; rolling lines are said once."""
    written = list(_written(text))
    speakers = _speakers(written)
    said = (_cleaned(start, end, lines, speakers) for start, end, lines in written)
    return list(_once(cue for cue in said if cue.lines))


def _written(text: str) -> Iterator[tuple[float, float, list[str]]]:
    timing: re.Match[str] | None = None
    lines: list[str] = []
    # In WebVTT a blank line ends a cue; behind it stand names of cues, notes and styles. In SubRip it may be in a cue.
    ends_at_blank = text.startswith("WEBVTT")
    ended = False
    for line in text.split("\n"):
        match = _TIMING.match(line) if "-->" in line else None
        if match is not None:
            if timing is not None:
                yield _seconds(timing, 1), _seconds(timing, 5), _without_number(lines)
            timing, lines, ended = match, [], False
        elif not line.strip():
            ended = ends_at_blank
        elif not ended:
            lines.append(line)
    if timing is not None:
        yield _seconds(timing, 1), _seconds(timing, 5), lines


def _without_number(lines: list[str]) -> list[str]:
    return lines[:-1] if lines and _NUMBER.fullmatch(lines[-1]) else lines


def _seconds(match: re.Match[str], first: int) -> float:
    hours, minutes, seconds, parts = match.group(first, first + 1, first + 2, first + 3)
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(parts.ljust(3, "0")) / 1000


def _speakers(written: list[tuple[float, float, list[str]]]) -> frozenset[str]:
    """Return the words before colons that begin several lines: those of speakers."""
    counted: dict[str, int] = {}
    for _, _, lines in written:
        for line in lines:
            label = _LABEL.match(line.strip())
            if label is not None:
                counted[label[1]] = counted.get(label[1], 0) + 1
    return frozenset(name for name, count in counted.items() if count >= _LEAST_SPOKEN)


def _cleaned(start: float, end: float, lines: list[str], speakers: frozenset[str]) -> Cue:
    said: list[str] = []
    speaker = ""
    for line in lines:
        voice = _VOICE.search(line)
        speaker = voice[1] if voice else speaker
        words = " ".join(html.unescape(_MARKUP.sub("", line)).split())
        for mark in (_DASH, _SPEAKER, _SOUND_BEFORE):
            match = mark.match(words)
            if match is not None:
                speaker = match[1] if mark is _SPEAKER else "-" if mark is _DASH else speaker
                words = words[match.end() :]
        label = _LABEL.match(words)
        if label is not None and label[1] in speakers:
            speaker, words = label[1], words[label.end() :]
        if words and not _SOUND.fullmatch(words) and words[0] not in _NOTES:
            said.append(words)
    return Cue(start, end, tuple(said), speaker)


def _once(cues: Iterator[Cue]) -> Iterator[Cue]:
    """Yield the cues with lines that the screen still shows from the cue before left out.

    Captions that are made while somebody speaks show a line again above the next one, or a longer part of it.
    """
    shown: tuple[str, ...] = ()
    until = -1.0
    for cue in cues:
        going_on = cue.start <= until + _SLACK
        lines: list[str] = []
        for line in cue.lines:
            before = shown[-1] if shown else ""
            if going_on and line in shown:
                continue
            if going_on and before and line.startswith(before) and not lines:
                lines.append(line[len(before) :].strip())
            else:
                lines.append(line)
        shown, until = cue.lines, cue.end
        kept = tuple(line for line in lines if line)
        if kept:
            yield Cue(cue.start, cue.end, kept, cue.speaker)


# Between a cue and the next that goes on with it, in seconds.
_SLACK = 0.2
