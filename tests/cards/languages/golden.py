"""Golden files of what a language knows: a text, then what it should say of it, one `=> ` line each.

Cases are parted by blank lines; comments begin with `# `; `=> nothing` stands where there is nothing to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "golden" / "languages"
ARROW = "=> "


@dataclass(frozen=True, slots=True)
class Known:
    """A text and the lines that the language should answer."""

    text: str
    answers: tuple[str, ...]


def knowledge_of(name: str) -> list[Known]:
    """Return the cases of a file such as "english/sentences"; `ValueError` where it is malformed or empty."""
    paragraphs = (FOLDER / f"{name}.txt").read_text("utf-8").strip().split("\n\n")
    return [_case(name, paragraph) for paragraph in paragraphs]


def _case(name: str, paragraph: str) -> Known:
    lines = [line for line in paragraph.splitlines() if not line.startswith("# ")]
    text, answers = lines[:1], lines[1:]
    if not text or not answers or any(not line.startswith(ARROW) for line in answers):
        raise ValueError(
            f"{name}.txt: a case is one line of text and its {ARROW.strip()} lines, not {paragraph!r}"
        )
    said = tuple(line.removeprefix(ARROW) for line in answers)
    return Known(text[0], () if said == ("nothing",) else said)
