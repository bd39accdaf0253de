"""What can be wrong with a search."""

from __future__ import annotations

from cards.errors import CardsError


class SearchError(CardsError):
    """The search cannot be read; the message says where and what to write instead.

    `at` is the place of the mistake: the number of characters before it.
    """

    def __init__(self, sentence: str, at: int, **values: object) -> None:
        super().__init__(sentence, place=at + 1, **values)
        self.at = at
