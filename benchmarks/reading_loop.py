"""Makes the cards of a folder's documents in one process, one after the other.

python -m benchmarks.reading_loop FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from cards.documents import find_documents
from cards.how import How
from cards.intake import take_in
from webreview.cli import collect_rarely


def main() -> None:
    collect_rarely()
    for given in find_documents([Path(sys.argv[1])]).given:
        take_in(given, How())


if __name__ == "__main__":
    main()
