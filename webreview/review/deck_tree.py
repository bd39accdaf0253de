"""Names of decks -> a tree: "Law::Civil" lies inside "Law"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a deck stands in the tree: how deep, and the part of its name that is not its parent's."""

    depth: int
    name: str


def places(names: Iterable[str]) -> dict[str, Place]:
    """Return the place of each name; a parent that is no deck itself stays part of the child's name."""
    known = set(names)
    found: dict[str, Place] = {}
    for name in sorted(known, key=lambda one: one.split("::")):
        parent = _parent(name, known)
        if parent is None:
            found[name] = Place(0, name)
        else:
            found[name] = Place(found[parent].depth + 1, name.removeprefix(f"{parent}::"))
    return found


def _parent(name: str, known: set[str]) -> str | None:
    parts = name.split("::")
    candidates = ("::".join(parts[:length]) for length in range(len(parts) - 1, 0, -1))
    return next((one for one in candidates if one in known), None)
