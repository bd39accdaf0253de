"""What a text does not need is not loaded: parsers of pages, the network."""

from __future__ import annotations

import subprocess
import sys

READ_A_TEXT = """
import sys
import cards.intake, webreview.cli
from cards.documents import find_documents, read_file
from pathlib import Path
read_file(Path("examples/mass-line.zh.txt"))
find_documents(["examples"])
lazy = {"lxml", "httpx2", "httpcore2", "docx", "PIL", "pypdfium2"}
print(*sorted({name.partition(".")[0] for name in sys.modules} & lazy))
"""


def test_a_text_is_read_without_parsers_of_pages_and_without_the_network() -> None:
    done = subprocess.run([sys.executable, "-c", READ_A_TEXT], capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("\n", "")
