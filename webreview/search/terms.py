"""One term of a search -> what it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from cards.errors import to_translate
from webreview.search import expressions
from webreview.search.errors import SearchError
from webreview.search.folding import folded
from webreview.search.query import (
    Added,
    Comparison,
    Condition,
    Flagged,
    FromDocument,
    FromNowhere,
    InDeck,
    Is,
    Matching,
    Measure,
    Measured,
    OfIds,
    OfNotes,
    Pattern,
    Query,
    Rated,
    Tagged,
    Untagged,
    Wildcard,
    Words,
    WrittenBy,
)
from webreview.search.tokens import ESCAPE, Term

# A hundred years.
MOST_DAYS = 36500
MOST_IDS = 500

# An input method for Chinese writes its own colon.
_KEY = re.compile(r"([A-Za-z]+)[:：]")
_MEASURED = re.compile(r"([a-z]+)(<=|>=|!=|<|>|=)(-?\d+(?:\.\d+)?)")
_OTHER_NAMES = {
    "learn": Condition.LEARNING,
    "stability": Measure.STABILITY,
    "difficulty": Measure.DIFFICULTY,
    "retrievability": Measure.RETRIEVABILITY,
    "interval": Measure.INTERVAL,
}


@dataclass(frozen=True, slots=True)
class _Value:
    """What stands after the colon: as it is written, and the place where it begins."""

    text: str
    at: int


def query_of(term: Term) -> Query:
    """Return what the term asks for; raise SearchError for a key or a value that does not exist."""
    keyed = _KEY.match(term.text)
    if keyed is None:
        return Words(pattern_of(term.text))
    key = keyed[1].lower()
    if key not in KEYS:
        if term.quoted:
            return Words(pattern_of(term.text))
        raise _unknown_key(key, term)
    text = term.text[keyed.end() :]
    at = term.places[keyed.end()] if text else term.places[-1]
    if not text:
        sentence = to_translate(
            "Character {place}: nothing stands after “{key}:”; "
            'what has spaces or parentheses needs quotation marks: {key}:"..."'
        )
        raise SearchError(sentence, at, key=key)
    return KEYS[key](_Value(text, at))


def pattern_of(text: str) -> Pattern:
    r"""Return the pattern that the text writes: `*` and `_` are wildcards but after a backslash."""
    parts: list[str | Wildcard] = []
    plain = ""
    characters = iter(text)
    for character in characters:
        if character in ("*", "_"):
            parts += [plain, Wildcard(character)]
            plain = ""
        else:
            plain += next(characters, ESCAPE) if character == ESCAPE else character
    parts.append(plain)
    return Pattern(tuple(folded_part for part in parts if (folded_part := _folded(part))))


def _folded(part: str | Wildcard) -> str | Wildcard:
    if isinstance(part, Wildcard):
        return part
    # The spaces at a part's ends belong to the phrase, and folding a whole text takes its ends away.
    inner = folded(part)
    before = " " if part[:1].isspace() and inner else ""
    after = " " if part[-1:].isspace() and inner else ""
    return f"{before}{inner}{after}" if inner else " " * bool(part)


def _deck(value: _Value) -> Query:
    return InDeck(pattern_of(value.text))


def _tag(value: _Value) -> Query:
    return Untagged() if value.text.lower() == "none" else Tagged(pattern_of(value.text))


def _document(value: _Value) -> Query:
    return FromNowhere() if value.text.lower() == "none" else FromDocument(pattern_of(value.text))


def _writer(value: _Value) -> Query:
    return WrittenBy(pattern_of(value.text))


def _is(value: _Value) -> Query:
    name = value.text.lower()
    known = {condition.value: condition for condition in Condition}
    condition = known.get(name) or _OTHER_NAMES.get(name)
    if not isinstance(condition, Condition):
        raise _unknown(f"is:{value.text}", value.at, [f"is:{one}" for one in known])
    return Is(condition)


def _flag(value: _Value) -> Query:
    return Flagged(_whole(value.text, value.at, 0, 7))


def _added(value: _Value) -> Query:
    return Added(_whole(value.text, value.at, 1, MOST_DAYS))


def _rated(value: _Value) -> Query:
    since, _, rating = value.text.partition(":")
    ratings = (1, 2, 3, 4)
    if rating or value.text.endswith(":"):
        ratings = (_whole(rating, value.at + len(since) + 1, 1, 4),)  # type: ignore[assignment]
    return Rated(_whole(since, value.at, 1, MOST_DAYS), ratings)


def _prop(value: _Value) -> Query:
    found = _MEASURED.fullmatch(value.text.lower())
    if found is None:
        raise SearchError(
            to_translate(
                "Character {place}: “{found}” compares nothing; write it like prop:ivl>=21 or prop:s<7"
            ),
            value.at,
            found=value.text,
        )
    name, comparison, number = found.groups()
    known = {measure.value: measure for measure in Measure}
    measure = known.get(name) or _OTHER_NAMES.get(name)
    if not isinstance(measure, Measure):
        raise _unknown(f"prop:{name}", value.at, [f"prop:{one}" for one in known])
    return Measured(measure, Comparison(comparison), float(number))


def _re(value: _Value) -> Query:
    expression = value.text.replace('\\"', '"')
    try:
        expressions.found_by(expression)
    except expressions.ExpressionError as error:
        sentence = to_translate("Character {place}: “{found}” is no regular expression: {reason}")
        raise SearchError(sentence, value.at, found=expression, reason=error) from error
    return Matching(expression)


def _nid(value: _Value) -> Query:
    return OfNotes(_ids(value))


def _cid(value: _Value) -> Query:
    return OfIds(_ids(value))


KEYS: dict[str, Callable[[_Value], Query]] = {
    "deck": _deck,
    "tag": _tag,
    "document": _document,
    "writer": _writer,
    "is": _is,
    "flag": _flag,
    "added": _added,
    "rated": _rated,
    "prop": _prop,
    "re": _re,
    "nid": _nid,
    "cid": _cid,
}


def _ids(value: _Value) -> tuple[str, ...]:
    ids = tuple(filter(None, value.text.split(",")))
    if not 1 <= len(ids) <= MOST_IDS:
        sentence = to_translate("Character {place}: {found} ids, not 1 to {most}")
        raise SearchError(sentence, value.at, found=len(ids), most=MOST_IDS)
    return ids


def _whole(text: str, at: int, least: int, most: int) -> int:
    # Python would take other scripts' digits and underscores too, and thousands of them.
    number = int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None
    if number is None or not least <= number <= most:
        sentence = to_translate("Character {place}: “{found}” is no whole number from {least} to {most}")
        raise SearchError(sentence, at, found=text, least=least, most=most)
    return number


def _unknown_key(key: str, term: Term) -> SearchError:
    close = get_close_matches(key, KEYS, n=1)
    if close:
        sentence = to_translate(
            "Character {place}: there is no “{key}:”; did you mean {suggestion}? "
            "To search for the words as they stand, put them in quotation marks"
        )
        return SearchError(sentence, term.at, key=key, suggestion=f"{close[0]}:")
    sentence = to_translate(
        "Character {place}: there is no “{key}:”, only {known}. "
        "To search for the words as they stand, put them in quotation marks"
    )
    return SearchError(sentence, term.at, key=key, known=", ".join(f"{one}:" for one in KEYS))


def _unknown(found: str, at: int, known: list[str]) -> SearchError:
    close = get_close_matches(found, known, n=1, cutoff=0.75)
    if close:
        sentence = to_translate("Character {place}: there is no “{found}”; did you mean {suggestion}?")
        return SearchError(sentence, at, found=found, suggestion=close[0])
    sentence = to_translate("Character {place}: there is no “{found}”, only {known}")
    return SearchError(sentence, at, found=found, known=", ".join(known))
