"""Makes the cards of one text in a process of its own and prints what it took.

python -m benchmarks.growth_making FILE: a JSON object of CPU seconds, peak megabytes and notes.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from cards.documents import read_text
from cards.pipeline import make_notes
from webreview.cli import collect_rarely

# Whatever is loaded once, whatever the text: dictionaries and models.
WARMING = "群众路线是党的根本工作路线。The cell is the unit of life, and it is small."


def main() -> None:
    collect_rarely()
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    make_notes(read_text(WARMING, name="warming.txt"))
    begun = time.process_time()
    notes = make_notes(read_text(text, name="text.txt"))
    taken = {
        "seconds": time.process_time() - begun,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "notes": len(notes),
    }
    print(json.dumps(taken))


if __name__ == "__main__":
    main()
