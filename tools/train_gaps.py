"""Make cards/writing/chinese/gaps.weights.tsv from paragraphs with the answers that people asked for.

    PYTHONPATH=. python tools/train_gaps.py PARAGRAPHS.jsonl[*WEIGHT] ...

A line is {"text": ..., "answers": [{"text": ..., "start": ...}]}; *3 counts a file's examples three times. The shipped
weights come from DRCD and three times CMRC 2018: people's habits differ from set to set, and both styles occur.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from cards.documents import read_text
from cards.languages.chinese.stretches import Stretch, stretches
from cards.model import Span
from cards.passages import Passage
from cards.reading import understand
from cards.writing.chinese.telling import Telling, features
from tools.logistic import Example, fit, write_weights

WEIGHTS = Path(__file__).parents[1] / "cards" / "writing" / "chinese" / "gaps.weights.tsv"
ALIKE = 0.8
# A gap that leaves no more than this share of an answer to be read in the prompt asks for the answer.
PART = 0.4


def examples(path: str, weight: float) -> Iterator[Example]:
    """Yield every stretch of every sentence with its features, wanted where somebody asked for it."""
    for line in Path(path).read_text("utf-8").splitlines():
        row = json.loads(line)
        reading = understand(replace(read_text(row["text"], name="paragraph.txt"), language="zh"))
        telling = Telling(reading)
        for passage in reading.passages:
            found = {
                stretch.span: stretch for stretch in reversed(list(stretches(passage.text, passage.words)))
            }
            for stretch, traits in telling.characterised(passage, list(found.values()), list(found.values())):
                yield Example(
                    tuple(features(traits)), _wanted(passage, stretch, row["answers"]), weight=weight
                )


def _wanted(passage: Passage, stretch: Stretch, answers: list[dict[str, Any]]) -> bool:
    place = passage.place(passage.whole)
    said = stretch.span.of(passage.text)
    return any(
        place.meets(Span(answer["start"], answer["start"] + len(answer["text"])))
        and _same(said, answer["text"])
        for answer in answers
    )


def _same(said: str, answer: str) -> bool:
    digits = [character for character in said if character.isdecimal()]
    wanted = [character for character in answer if character.isdecimal()]
    if digits == wanted and SequenceMatcher(None, said, answer, autojunk=False).ratio() >= ALIKE:
        return True
    if answer in said:
        return len(said) <= 2 * len(answer)
    return said in answer and len(said) >= max(2, PART * len(answer))


def main() -> None:
    """Train on the files named on the command line."""
    found: list[Example] = []
    for argument in sys.argv[1:]:
        path, _, weight = argument.partition("*")
        found += examples(path, float(weight or 1))
    if not found:
        sys.exit(__doc__)
    model = fit(found, rarest=30)
    weights = model.weights | {"bias": model.bias}
    write_weights(WEIGHTS, "feature\tweight in log odds; made by tools/train_gaps.py", weights)


if __name__ == "__main__":
    main()
