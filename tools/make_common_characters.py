"""Makes cards/documents/common_characters.txt: the characters by which encodings are told apart.

Run it where `wordfreq` and `opencc` are installed: `python tools/make_common_characters.py`. Word frequencies
are summed over the characters of the words; wordfreq writes Chinese in simplified characters, so OpenCC gives
the traditional list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import opencc
import wordfreq

TARGET = Path(__file__).parent.parent / "cards" / "documents" / "common_characters.txt"
HEADER = """\
# The commonest characters of a script, commonest first. Made by tools/make_common_characters.py from the word
# frequencies of wordfreq (github.com/rspeer/wordfreq, data under CC BY-SA 4.0).
"""


def ranked(language: str, *, first: str, last: str, most: int, written: Callable[[str], str]) -> str:
    """Return the `most` commonest characters between `first` and `last` in a language's words."""
    counts: Counter[str] = Counter()
    for word, frequency in wordfreq.get_frequency_dict(language).items():
        for character in written(word):
            if first <= character <= last:
                counts[character] += frequency
    return "".join(character for character, _ in counts.most_common(most))


def main() -> None:
    traditional = opencc.OpenCC("s2t").convert
    lists = {
        "simplified": ranked("zh", first="一", last="鿿", most=4000, written=str),
        "traditional": ranked("zh", first="一", last="鿿", most=4000, written=traditional),
        "kanji": ranked("ja", first="一", last="鿿", most=2000, written=str),
        "hangul": ranked("ko", first="가", last="힣", most=1200, written=str),
    }
    lines = "".join(f"{name} {characters}\n" for name, characters in lists.items())
    TARGET.write_text(HEADER + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
