"""Leeches: cards that are forgotten again and again, and cost more time than they are worth as they are."""

# Anki's threshold.
LEECH_LAPSES = 8
