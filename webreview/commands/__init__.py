"""The commands that work on the collection; like cards/cli.py they import what costs time when they run."""

from __future__ import annotations

from webreview.commands.keeping import add, check, export
from webreview.commands.reviewing import review, serve

__all__ = ["COMMANDS"]

COMMANDS = (review, add, serve, export, check)
