"""What stands around the body of a Word file: styles, lists, notes, pictures."""

from __future__ import annotations

from cards.documents.office.names import W, value
from cards.documents.office.package import Package
from cards.documents.word.lists import Lists
from cards.documents.word.pieces import Note
from cards.documents.word.styles import Styles
from cards.documents.xmltree import Element


class Surroundings:
    """The parts that the body refers to. Those that are missing or damaged are done without."""

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._relations = package.relations(part)
        styles = package.tree_if_sound(package.first(part, "styles"))
        self.styles = Styles(styles)
        self.lists = Lists(
            package.tree_if_sound(package.first(part, "numbering")), list_of_style=_lists_of(styles)
        )
        self._notes = {
            kind: _notes_of(package.tree_if_sound(package.first(part, f"{kind}s")), f"{W}{kind}")
            for kind in ("footnote", "endnote")
        }

    def note(self, note: Note) -> tuple[Element, ...]:
        """Return the paragraphs of a note; none where there is no such note."""
        return self._notes.get(note.kind, {}).get(note.number, ())

    def content(self, relation: str) -> bytes | None:
        """Return the bytes that a relation of the body leads to, None where they are missing."""
        found = self._relations.get(relation)
        return None if found is None else self._package.content(found.target)

    def tree(self, relation: str) -> Element | None:
        """Return the root element that a relation of the body leads to, None where it is missing or damaged."""
        found = self._relations.get(relation)
        return None if found is None else self._package.tree_if_sound(found.target)


def _lists_of(styles: Element | None) -> dict[str, str]:
    """Return the lists that styles of lists stand for."""
    if styles is None:
        return {}
    found = {
        style.get(f"{W}styleId", ""): value(style, f"{W}pPr/{W}numPr/{W}numId")
        for style in styles.iterchildren(f"{W}style")
        if style.get(f"{W}type") == "numbering"
    }
    return {style: number for style, number in found.items() if number}


def _notes_of(tree: Element | None, tag: str) -> dict[str, tuple[Element, ...]]:
    if tree is None:
        return {}
    return {
        # The lines between text and notes are kept as notes of other types.
        note.get(f"{W}id", ""): tuple(note)
        for note in tree.iterchildren(tag)
        if note.get(f"{W}type", "normal") == "normal"
    }
