"""A search as it was typed -> a query."""

from __future__ import annotations

from cards.errors import CardsError, to_translate
from webreview.search.errors import SearchError
from webreview.search.query import Both, Either, Everything, Not, Query
from webreview.search.terms import query_of
from webreview.search.tokens import Mark, Sign, Term, Token, tokens

LONGEST = 1_000
# Beyond these depths databases refuse a statement.
DEEPEST = 30


def parse(search: str) -> Query:
    """Return what the search asks for; an empty one asks for everything.

    Terms side by side must all hold, `or` stands between alternatives and binds less than standing side by side.
    Raises SearchError for what cannot be read, CardsError for a search that is too long.
    """
    if len(search) > LONGEST:
        raise CardsError(
            "The search has {length} characters; the longest that is read has {most}.",
            length=len(search),
            most=LONGEST,
        )
    reader = _Reader(search)
    return reader.whole()


class _Reader:
    """Goes through the tokens once; `_next` is the number of the token to be read."""

    def __init__(self, search: str) -> None:
        self._tokens = tuple(tokens(search))
        self._next = 0
        self._end = len(search)

    def whole(self) -> Query:
        if not self._tokens:
            return Everything()
        query = self._either(0)
        if (token := self._seen()) is not None:
            raise SearchError(
                to_translate("Character {place}: this parenthesis closes none; take it away or open one"),
                token.at,
            )
        return query

    def _either(self, depth: int) -> Query:
        parts = [self._both(depth)]
        while _word(self._seen()) == "or":
            self._next += 1
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _both(self, depth: int) -> Query:
        parts = [self._one(depth)]
        while (token := self._seen()) is not None and not _closes(token) and _word(token) != "or":
            if _word(token) == "and":
                self._next += 1
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def _one(self, depth: int) -> Query:
        token = self._seen()
        if depth > DEEPEST:
            raise SearchError(
                to_translate(
                    "Character {place}: more than {most} parentheses and minus signs inside each other"
                ),
                self._end if token is None else token.at,
                most=DEEPEST,
            )
        if token is None or _closes(token) or _word(token) in ("or", "and"):
            raise self._nothing_here(token)
        self._next += 1
        if isinstance(token, Term):
            return query_of(token)
        if token.sign is Sign.MINUS:
            return self._negated(token, depth)
        query = self._either(depth + 1)
        if self._seen() is None:
            raise SearchError(
                to_translate(
                    "Character {place}: this parenthesis is not closed; add one after what it holds"
                ),
                token.at,
            )
        self._next += 1
        return query

    def _negated(self, minus: Mark, depth: int) -> Query:
        token = self._seen()
        if token is None or token.at != minus.at + 1:
            raise SearchError(
                to_translate(
                    "Character {place}: a minus stands right before what it excludes; "
                    "to search for the sign itself, write \\-"
                ),
                minus.at,
            )
        return Not(self._one(depth + 1))

    def _nothing_here(self, token: Token | None) -> SearchError:
        before = self._tokens[self._next - 1] if self._next else None
        if token is not None and (word := _word(token)) in ("or", "and"):
            sentence = to_translate(
                "Character {place}: “{word}” stands between two things to search for; "
                'to search for the word itself, write "{word}"'
            )
            return SearchError(sentence, token.at, word=word)
        if before is not None and (word := _word(before)) in ("or", "and"):
            sentence = to_translate(
                "Character {place}: nothing stands after “{word}”; "
                'to search for the word itself, write "{word}"'
            )
            return SearchError(sentence, before.at, word=word)
        if before is None:
            sentence = to_translate(
                "Character {place}: this parenthesis closes none; take it away or open one"
            )
            return SearchError(sentence, 0 if token is None else token.at)
        sentence = to_translate(
            "Character {place}: nothing stands in this parenthesis; take it away or fill it"
        )
        return SearchError(sentence, before.at)

    def _seen(self) -> Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None


def _closes(token: Token) -> bool:
    return isinstance(token, Mark) and token.sign is Sign.CLOSE


def _word(token: Token | None) -> str:
    """Return the token as `or` or `and` would be written; nothing for all that is in quotation marks."""
    return token.text.lower() if isinstance(token, Term) and not token.quoted else ""
