"""A process that answers cards until it is killed, and says each answer that was acknowledged.

python -m tests.webreview.collection.answering LOCATION
"""

from __future__ import annotations

import sys
from itertools import count

from cards.progress import Answered, Entry, Rating
from tests.webreview.collection.made import MINUTE, NOW, card_of
from webreview.collection import ME, Collection, log


def main() -> None:
    with Collection.open(sys.argv[1]) as collection:
        for number in count():
            at = NOW + number * MINUTE
            entry = Entry(
                f"answer-{number}", at, Answered(card_of("atp"), Rating.GOOD, at + MINUTE, 1000, number)
            )
            log.append(collection, ME, [entry], now=at)
            print(entry.id, flush=True)


if __name__ == "__main__":
    main()
