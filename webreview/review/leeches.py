"""Leeches: cards that are forgotten so often that they cost more than they give."""

from __future__ import annotations


def strikes(lapses: int, threshold: int) -> bool:
    """Tell whether a card that has just lapsed for this time is called a leech: Anki's rule.

    At the threshold, and again whenever half as many lapses more have come. A threshold of 0 calls none.
    """
    if threshold == 0 or lapses < threshold:
        return False
    return (lapses - threshold) % max(-(-threshold // 2), 1) == 0
