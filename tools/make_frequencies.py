"""wordfreq's lists -> the compact background lists in cards/languages/data.

Run once per language in an environment that has wordfreq 3.1 (the project itself does not need it):

    python tools/make_frequencies.py zh cards/languages/data/frequencies.zh.txt.gz

A line is a Zipf value (log10 of occurrences per thousand million words) in tenths, a tab, and the words that have it,
separated by spaces, most frequent first. The lists derive from wordfreq's data (CC BY-SA 4.0); see data/README.md.
"""

import gzip
import sys
from collections import defaultdict
from pathlib import Path

from wordfreq import iter_wordlist, zipf_frequency

RAREST = 2.0


def main(language: str, target: str) -> None:
    lines: dict[int, list[str]] = defaultdict(list)
    for word in iter_wordlist(language, "large"):
        zipf = zipf_frequency(word, language)
        if zipf < RAREST:
            break
        if " " not in word and "\t" not in word:
            lines[round(zipf * 10)].append(word)
    text = "".join(f"{tenths}\t{' '.join(lines[tenths])}\n" for tenths in sorted(lines, reverse=True))
    Path(target).write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
