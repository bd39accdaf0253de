"""Blocks that are written in another language than their document."""

from __future__ import annotations

import re
from dataclasses import replace

from cards.documents.model import Block, Kind
from cards.languages.detect import language_of

_PROSE = (Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE, Kind.HEADING)
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")

# A block shows its script at once, and a book has many blocks.
_LOOKED_AT = 400
# A name or a title in Latin letters makes no English paragraph, nor one quoted character a Chinese one.
LEAST_LATIN = 60
LEAST_HAN = 12


def with_languages(text: str, blocks: tuple[Block, ...], language: str) -> tuple[Block, ...]:
    """Return the blocks, those in another script than the document's `language` with their own language."""
    return tuple(_told(block, _beginning(text, block), language) for block in blocks)


def _beginning(text: str, block: Block) -> str:
    return text[block.span.start : min(block.span.end, block.span.start + _LOOKED_AT)]


def _told(block: Block, words: str, language: str) -> Block:
    if block.language or block.kind not in _PROSE:
        return block
    han, latin = len(_HAN.findall(words)), len(_LATIN.findall(words))
    if language.startswith("zh"):
        strange = latin >= LEAST_LATIN and han * 20 < latin
    else:
        # Japanese has Chinese characters of its own.
        strange = language != "ja" and han >= LEAST_HAN and han * 2 > latin
    return replace(block, language=language_of(words)) if strange else block
