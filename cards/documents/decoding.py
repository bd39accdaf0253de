"""Bytes -> text: byte order marks, then UTF-8, then the encoding whose characters are the commonest."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from cards.documents.model import Remark
from cards.documents.plausibility import plausibility
from cards.errors import CardsError, to_translate

# The longest mark first: the one of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDE = ("utf-16-le", "utf-16-be")
_NARROW = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp1252")
TRIED = "UTF-8, UTF-16, GB18030, Big5, Shift-JIS, EUC-JP, EUC-KR, Windows-1252"

READ_AS = to_translate(
    "read as {encoding}, by the look of its letters; where they are wrong, choose the encoding"
)
_CALLED = {
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
    "cp932": "Shift-JIS",
    "euc_jp": "EUC-JP",
    "cp949": "EUC-KR",
    "cp1252": "Windows-1252",
}

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_FEW_BYTES = 64

# How much rarer a file is in one encoding than in another, as the logarithm of a chance: it decides between
# readings that are about as likely.
_RARITY = {"utf-8": -4.0, "big5hkscs": 1.0, "cp932": 3.0, "euc_jp": 4.0, "cp949": 4.0, "utf-16-be": 1.0}

# Telling encodings apart takes some thousand bytes; the whole file is decoded once, at the end.
_SAMPLE_BYTES = 8000

# Natural logarithm of a chance, per byte. Right decodings of eight characters measured -2.2 to -4.2, random
# bytes below -6.
_LEAST_PLAUSIBLE = -5.5


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with "\\n" as its only newline and without byte order mark, and the encoding it was read in.

    `guessed` says that nothing but the characters spoke for the encoding.
    """

    text: str
    encoding: str
    guessed: bool = False

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What the learner is told: the encoding, where it was guessed."""
        if not self.guessed or self.encoding == "utf-8":
            return ()
        return (Remark(READ_AS, (("encoding", _CALLED.get(self.encoding, self.encoding)),)),)


def decode(data: bytes, *, name: str, encoding: str | None = None) -> Decoded:
    """Return the text that the bytes hold.

    Raises `CardsError` where no encoding fits, where UTF-8 is broken in a few places (guessing on would fill
    the cards with garbage), and where the bytes are not in the `encoding` that the learner named.
    """
    if encoding is not None:
        return _decode_as(data, name=name, encoding=encoding)
    if not data:
        return Decoded("", "utf-8")
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name=name, encoding=marked)
    if b"\0" in data:
        order: tuple[str, ...] = _WIDE
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            _refuse_nearly_utf_8(data, error, name)
            order = _WIDE + _NARROW
        else:
            # A few characters in another encoding may happen to be UTF-8; more than a few are not, unless they
            # are UTF-16 without a byte beyond ASCII, which shows by control characters.
            if len(data) > _FEW_BYTES and not (data.isascii() and _holds_controls(data)):
                return Decoded(_plain_newlines(text), "utf-8")
            order = ("utf-8", *_WIDE, *_NARROW)
    for candidate in _by_plausibility(data, order):
        try:
            return Decoded(_plain_newlines(data.decode(candidate)), candidate, guessed=True)
        except UnicodeDecodeError:
            continue
    raise CardsError(
        "{name}: cannot tell how its text is encoded (tried {tried}); "
        "save it as UTF-8, or on the command line name the encoding with --encoding",
        name=name,
        tried=TRIED,
    )


def _by_plausibility(data: bytes, encodings: tuple[str, ...]) -> list[str]:
    # A long file may begin with thousands of bytes of English: look where something else begins. The place
    # is even, for UTF-16, and the byte before it is ASCII, so that it begins a character in every encoding.
    beyond_ascii = _BEYOND_ASCII.search(data)
    first = beyond_ascii.start() // 2 * 2 if beyond_ascii else 0
    start = first if first > _SAMPLE_BYTES // 2 else 0
    sample = data[start : start + _SAMPLE_BYTES]
    ends = start + len(sample) == len(data)
    scores = []
    for encoding in encodings:
        if encoding in _WIDE and len(data) % 2:
            continue
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            text = decoder.decode(sample, final=ends)
        except UnicodeDecodeError:
            continue
        score = (plausibility(text) - _RARITY.get(encoding, 0)) / len(sample)
        if score > _LEAST_PLAUSIBLE:
            scores.append((-score, encoding))
    return [encoding for _, encoding in sorted(scores)]


def _decode_as(data: bytes, *, name: str, encoding: str) -> Decoded:
    try:
        known = codecs.lookup(encoding).name
        text = data.decode(known)
    except LookupError as error:
        raise CardsError(
            f"{name}: there is no encoding called {encoding!r}; names are utf-8, gb18030, big5, ..."
        ) from error
    except UnicodeDecodeError as error:
        line = _line(data[: error.start].decode(encoding, "replace"))
        raise CardsError(
            "{name}:{line}: byte {place} (0x{byte:02x}) is not {encoding}; "
            "name another encoding with --encoding, or mend the file",
            name=name,
            line=line,
            place=error.start + 1,
            byte=data[error.start],
            encoding=encoding,
        ) from error
    return Decoded(_plain_newlines(text.removeprefix("\ufeff")), known)


def _refuse_nearly_utf_8(data: bytes, error: UnicodeDecodeError, name: str) -> None:
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    whole = len(mended) - broken - len(mended.encode("ascii", "ignore"))
    # In GB18030 and Big5 hardly any two neighbours make a UTF-8 sequence, so a text that is mostly whole
    # sequences is damaged UTF-8.
    if whole >= 4 * broken and whole > 4:
        raise CardsError(
            "{name}:{line}: byte {place} (0x{byte:02x}) is not UTF-8 though the rest is "
            "({broken} broken in all); mend it, or on the command line name another encoding with --encoding",
            name=name,
            line=_line(data[: error.start].decode("utf-8")),
            place=error.start + 1,
            byte=data[error.start],
            broken=broken,
        ) from error


def _line(before: str) -> int:
    return _plain_newlines(before).count("\n") + 1


def _holds_controls(data: bytes) -> bool:
    return any(byte < 32 and byte not in b"\t\n\r\f\v\x1b" for byte in set(data))


def _plain_newlines(text: str) -> str:
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
