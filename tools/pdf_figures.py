"""How well PDF files are read whose text is known, as a table.

`python -m tools.pdf_figures FOLDER [LAYOUT...]`: the files that `tools.make_pdfs` wrote, each with its listing beside.
Headings and the text as a whole are compared without spaces, blocks as they are. With `-v` what differs is printed.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from cards.documents import Document, Kind, prose_of, read_here
from tools.pdf_layouts import Said, said_by


@dataclass(frozen=True)
class Figures:
    """Counts of characters, headings, and of other blocks, found and in all."""

    characters: tuple[int, int]
    headings: tuple[int, int]
    levels: int
    extra: int
    blocks: tuple[int, int]


def main(arguments: list[str]) -> None:
    """Print a line for each layout and language, and with `-v` what was read wrongly."""
    verbose = "-v" in arguments
    folder, *layouts = [one for one in arguments if one != "-v"]
    rows: dict[tuple[str, str], list[Figures]] = defaultdict(list)
    for path in sorted(Path(folder).glob("*.pdf")):
        _, language, layout, _ = path.name.split(".")
        if layouts and not any(one in path.name for one in layouts):
            continue
        said = said_by(path.with_suffix(".blocks").read_text(encoding="utf-8"))
        document = read_here(path.read_bytes(), name=path.name)
        rows[layout, language[:2]].append(figures_of(said, document))
        if verbose:
            _print_wrong(path, said, document)
    print("| layout | language | text in order | headings | their levels | not headings | blocks exact |")
    print("|---|---|--:|--:|--:|--:|--:|")
    for (layout, language), found in sorted(rows.items()):
        headings = sum(one.headings[1] for one in found)
        print(
            f"| {layout} | {language} | {_share(one.characters for one in found):.4f} | "
            f"{sum(one.headings[0] for one in found)}/{headings} | {sum(one.levels for one in found)} | "
            f"{sum(one.extra for one in found)} | {sum(one.blocks[0] for one in found)}/"
            f"{sum(one.blocks[1] for one in found)} |"
        )


def figures_of(said: list[Said], document: Document) -> Figures:
    """Return how much of what the document says was read."""
    truth, read = _bare(one.words for one in said), _bare(_words(document))
    same = SequenceMatcher(None, truth, read, autojunk=False).get_matching_blocks()
    heads = {_bare([one.words]): one.level for one in said if one.kind == "heading"}
    found = {
        _bare([prose_of(document, block).text]): block.level
        for block in document.blocks
        if block.kind is Kind.HEADING
    }
    blocks = {one.words for one in said if one.kind != "heading"}
    right = blocks & {
        prose_of(document, block).text for block in document.blocks if block.kind is not Kind.HEADING
    }
    return Figures(
        (sum(match.size for match in same), len(truth)),
        (len(heads.keys() & found.keys()), len(heads)),
        len(heads.items() & found.items()),
        len(found.keys() - heads.keys()),
        (len(right), len(blocks)),
    )


def _words(document: Document) -> list[str]:
    return [prose_of(document, block).text for block in document.blocks]


def _bare(words: Iterable[str]) -> str:
    return "".join("".join(one.split()) for one in words)


def _share(counts: Iterable[tuple[int, int]]) -> float:
    pairs = list(counts)
    return sum(found for found, _ in pairs) / max(1, sum(of for _, of in pairs))


def _print_wrong(path: Path, said: list[Said], document: Document) -> None:
    read = {(block.kind == Kind.HEADING, prose_of(document, block).text) for block in document.blocks}
    truth = {(one.kind == "heading", one.words) for one in said}
    for heading, words in sorted(truth - read):
        print(f"{path.name} missing {'heading ' if heading else ''}{words}")
    for heading, words in sorted(read - truth):
        print(f"{path.name}  wrong  {'heading ' if heading else ''}{words}")


if __name__ == "__main__":
    main(sys.argv[1:])
