"""Make cards/languages/chinese/terms.weights.tsv from abstracts with the key words that their authors gave.

    PYTHONPATH=. python tools/train_terms.py ABSTRACTS.jsonl

A line is {"title": ..., "text": ..., "gold": [key words]}, the text with or without the title as its first line.
The shipped weights come from 1,000 abstracts of CSL.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cards.concepts.keyphrases import keyphrases_of, phrase
from cards.documents import read_text
from cards.languages.chinese import CHINESE
from cards.languages.chinese.termhood import features
from cards.languages.language import Word
from cards.passages import passages_of
from tools.logistic import Example, fit, write_weights

WEIGHTS = Path(__file__).parents[1] / "cards" / "languages" / "chinese" / "terms.weights.tsv"
# Keyness alone, so that the weights are what the form of a phrase adds to it.
PLAIN = replace(CHINESE, termhood=lambda words: 1.0)
MOST = 10_000


def examples(path: Path) -> Iterator[Example]:
    """Yield every phrase of every abstract, wanted where the authors gave it, with its keyness as offset."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        body = row["text"].removeprefix(row["title"]).strip()
        document = replace(read_text(f"# {row['title']}\n\n{body}", name="abstract.md"), language="zh")
        passages = passages_of(document, PLAIN)
        forms: dict[str, tuple[Word, ...]] = {}
        for text, words in [
            (row["title"], CHINESE.words(row["title"])),
            *((p.text, p.words) for p in passages),
        ]:
            for span in CHINESE.phrases(words):
                forms.setdefault(phrase(text, words, span), words[span.start : span.end])
        wanted = {_squeezed(word) for word in row["gold"]}
        for found in keyphrases_of(passages, [row["title"]], PLAIN, most=MOST):
            names = tuple(features(forms[found.text]))
            yield Example(names, _squeezed(found.text) in wanted, offset=math.log(found.weight))


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def main() -> None:
    """Train on the file named on the command line."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    model = fit(list(examples(Path(sys.argv[1]))))
    weights = {name: weight / model.scale for name, weight in model.weights.items()}
    comment = "feature\tweight (a factor e^weight of the phrase's keyness); made by tools/train_terms.py"
    write_weights(WEIGHTS, comment, weights)


if __name__ == "__main__":
    main()
