"""A text -> the language that it is written in."""

from __future__ import annotations

import re
from collections import Counter

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_WORD = re.compile(r"[^\W\d_]+")

# Characters that only one of the two Chinese scripts has, among the commonest two hundred and fifty pairs.
_SIMPLIFIED = frozenset(
    "这为个们来时说会国过学对发动经还进无两现样种从后问长机实业开门关见电话东车马书义总导验认识论"
)
_TRADITIONAL = frozenset(
    "這為個們來時說會國過學對發動經還進無兩現樣種從後問長機實業開門關見電話東車馬書義總導驗認識論"
)

_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "is",
        "that",
        "for",
        "it",
        "as",
        "was",
        "with",
        "be",
        "by",
        "on",
        "not",
        "he",
        "his",
        "but",
        "at",
        "are",
        "this",
        "have",
        "from",
        "or",
        "had",
        "an",
        "they",
        "which",
        "one",
        "you",
        "were",
        "all",
        "her",
        "she",
        "there",
        "would",
        "their",
        "we",
        "him",
        "been",
        "has",
        "when",
        "who",
        "will",
        "no",
        "more",
        "if",
        "out",
        "so",
        "what",
    ]
)

# Enough for a sure answer, and fast for a book.
_SAMPLE = 20_000
_LEAST_LETTERS = 2


def language_of(text: str) -> str:
    """Return "zh" (simplified), "zh-Hant", "ja", "ko", "en" or another two-letter tag; "und" for too little.

    The script decides where it can; English is known by its function words, and only other languages in Latin,
    Cyrillic, Arabic, ... letters are left to py3langid, which takes half a second to load.
    """
    sample = text[:_SAMPLE]
    han, kana, hangul = (len(pattern.findall(sample)) for pattern in (_HAN, _KANA, _HANGUL))
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < _LEAST_LETTERS:
        return "und"
    # An English text may quote Chinese words, and Chinese prose names Latin ones: a character of Han says about
    # as much as three letters.
    if 3 * (han + kana + hangul) >= letters - han - kana - hangul:
        return _east_asian(sample, han, kana, hangul)
    return _alphabetic(sample, words)


def _east_asian(sample: str, han: int, kana: int, hangul: int) -> str:
    if hangul > han + kana or hangul * 2 > han:
        return "ko"
    # A Chinese text may quote the name of a Japanese film; Japanese prose is half kana.
    if kana * 8 > han:
        return "ja"
    counts = Counter(sample)
    simplified = sum(counts[character] for character in _SIMPLIFIED)
    traditional = sum(counts[character] for character in _TRADITIONAL)
    return "zh-Hant" if traditional > simplified else "zh"


def _alphabetic(sample: str, words: list[str]) -> str:
    english = sum(word.lower() in _ENGLISH for word in words)
    if len(words) >= 4 and english * 5 >= len(words):
        return "en"
    if len(words) < 4 and sample.isascii():
        return "en"
    # Its model takes half a second, which readers of Chinese and English need not wait for.
    from cards.languages.identifier import identifier

    found, _ = identifier().classify(sample)
    return str(found)
