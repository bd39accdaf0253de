"""A plain clause -> its question: "Civil rights are disputed" is "are civil rights disputed"."""

from __future__ import annotations

from dataclasses import dataclass

from cards.languages.english.lexicon import base_of
from cards.languages.english.wording import within_sentence
from cards.languages.language import Word
from cards.model import Span
from cards.writing.english.clause import noun_phrase_at, word_from
from cards.writing.english.repair import is_plural

# Longer subjects hold clauses of their own more often than not.
LONGEST_SUBJECT = 9


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that begins with its subject: its text, its words, its subject and its finite verb as word numbers.

    `names` are words that keep their capital wherever they stand.
    """

    text: str
    words: tuple[Word, ...]
    subject: Span
    verb: int
    names: frozenset[str] = frozenset()

    @property
    def begins(self) -> str:
        """The subject as it is written inside a sentence."""
        first = self.words[self.subject.start]
        said = self.text[first.span.start : self.words[self.subject.end - 1].span.end]
        return within_sentence(said, common=is_common(self.words, self.subject, self.names))

    @property
    def plural(self) -> bool:
        return self.words[self.verb].text.lower() in ("are", "were", "have", "do") or is_plural(self._head)

    @property
    def _head(self) -> Word:
        stop = next(
            (i for i in range(self.subject.start, self.subject.end) if self.words[i].tag == "prep"),
            self.subject.end,
        )
        return self.words[stop - 1]


def is_common(words: tuple[Word, ...], subject: Span, names: frozenset[str]) -> bool:
    """Whether the subject's first word has its capital only from the sentence: "Civil rights", not "Apache Pig"."""
    first = words[subject.start]
    named = first.text in names or any(
        word.text[:1].isupper() for word in words[subject.start + 1 : subject.end][:1]
    )
    return first.tag in ("noun", "adj", "part", "ing") and not named


def clause_at(
    text: str, words: tuple[Word, ...], start: int, names: frozenset[str] = frozenset()
) -> Clause | None:
    """Return the clause whose subject begins at the place `start`, or None where it is not a noun phrase with its
    "of ..." and "in ..." followed by a finite verb."""
    first = word_from(words, start)
    phrase = noun_phrase_at(words, first)
    if phrase is None:
        return None
    end = phrase.end
    while end < len(words) and words[end].text.lower() in ("of", "in", "for", "between", "from", "on"):
        following = noun_phrase_at(words, end + 1)
        if following is None:
            return None
        end = following.end
    if end - first > LONGEST_SUBJECT or end >= len(words):
        return None
    if words[end].tag not in ("be", "modal", "aux", "verb"):
        return None
    return Clause(text, words, Span(first, end), end, names)


def inverted(clause: Clause, end: int) -> str:
    """Return the clause up to the place `end` as a question without its question word, or "" where its verb does not
    show how: "are civil rights disputed", "does iron rust"."""
    verb = clause.words[clause.verb]
    rest = clause.text[verb.span.end : end].strip(" ,")
    if verb.tag in ("be", "modal") or (
        verb.text.lower() in ("has", "have", "had") and _participle_after(clause)
    ):
        return f"{verb.text} {clause.begins} {rest}".strip()
    if verb.tag != "verb":
        return ""
    base = base_of(verb.text.lower())
    if not base or (base == verb.text.lower()) != clause.plural:
        return ""
    return f"{'do' if clause.plural else 'does'} {clause.begins} {base} {rest}".strip()


def names_its_subject(clause: Clause) -> bool:
    """Whether the clause only says what its subject is: "a stroke is bleeding into the brain"."""
    following = clause.words[clause.verb + 1 : clause.verb + 3]
    tags = [word.tag for word in following if word.tag != "adv"]
    return (
        clause.words[clause.verb].tag == "be"
        and bool(tags)
        and (tags[0] in ("det", "noun", "name", "ing") or tags == ["adj", "noun"])
    )


def _participle_after(clause: Clause) -> bool:
    following = clause.words[clause.verb + 1 : clause.verb + 3]
    return any(word.tag == "part" for word in following)
