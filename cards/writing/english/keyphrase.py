"""The last resort: a term hidden in the sentence that says most about it."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nsmallest

from cards.languages.language import Word
from cards.model import Span
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.clause import extent
from cards.writing.english.doubts import doubt_of
from cards.writing.english.gap import LONGEST_PAIR, claim_of, gap
from cards.writing.english.mentions import Mention, Term, terms_of
from cards.writing.english.register import full_of_terms, is_scrap
from cards.writing.english.stories import doubt_of_telling
from cards.writing.english.terms import chance

# A second sentence is offered for phrases that are terms more likely than one in four.
SENTENCES, SENTENCES_OF_A_LIKELY_TERM = 1, 2
LIKELY = 0.25
# The best of a term's mentions; the others are told as well by these.
MENTIONS = 8
# How often these cards are worth keeping, for a phrase that is hardly and one that is surely a term.
LEAST, MOST = 0.15, 0.8
# More terms than twice the densest deck's cards are never reached.
FEWEST_TERMS, WORDS_A_TERM = 20, 10
LEAST_ODDS = -2.2
# Of drafts weaker than this a strict reader keeps hardly half; dense decks may have them.
# A name has one bearer, so that a gap for it has one answer.
SURE, SURE_OF_NAMES = 0.26, 0.12
# In essays, manuals and reports the words that recur are not what is learned.
# In a paragraph by itself nothing recurs.
SURE_NOWHERE = 0.75
SURE_ELSEWHERE, SURE_OF_NAMES_ELSEWHERE = 0.6, 0.35
# In characters; of phrases less likely than this longer pairs of sentences are not worth their reading.
PAIR, SURELY = 200, 0.5
# A phrase with so many mentions is a name, whatever its words.
OFTEN = 3
# "Debian" in a book about Debian is no answer: of a text of so many sentences it stands in more than this share.
MANY_PASSAGES, EVERYWHERE = 12, 0.07
# A doubtful gap is worth less in a dense deck too.
DOUBTFUL = 0.9


def write(reading: Reading) -> Iterator[Draft]:
    sure = SURE if full_of_terms(reading) else SURE_NOWHERE if is_scrap(reading) else SURE_ELSEWHERE
    terms = sorted(terms_of(reading), key=lambda term: -term.odds)
    words = sum(len(passage.words) for passage in reading.passages)
    for term in terms[: FEWEST_TERMS + words // WORDS_A_TERM]:
        if term.odds > LEAST_ODDS:
            yield from _best(reading, term, sure)


def _best(reading: Reading, term: Term, least: float) -> Iterator[Draft]:
    likely = chance(term.odds)
    most = SENTENCES_OF_A_LIKELY_TERM if likely > LIKELY else SENTENCES
    sure = doubtful = 0
    best = nsmallest(MENTIONS, term.mentions, key=lambda m: (-_telling(m), m.passage.number))
    for mention in best:
        passage = mention.passage
        often = len(term.mentions) >= OFTEN
        doubt = doubt_of(passage.text, passage.words, mention.phrase, often=often)
        doubt = doubt or doubt_of_telling(passage.text)
        if (
            least > SURE
            and len(reading.passages) >= MANY_PASSAGES
            and len(term.mentions) > EVERYWHERE * len(reading.passages)
        ):
            doubt = doubt or "the whole text is about it"
        worth = likely * _telling(mention) * (DOUBTFUL if doubt else 1.0)
        of_names = SURE_OF_NAMES if least <= SURE else SURE_OF_NAMES_ELSEWHERE
        if worth < (of_names if _is_name(passage.words, mention.phrase) else least):
            doubt = doubt or "hardly a term"
        if doubt and (doubtful == most or not reading.doubtful_too):
            continue
        strength = LEAST + (MOST - LEAST) * worth
        claim = claim_of(reading, passage, "keyphrase", "key phrase", round(strength, 4), doubt=doubt)
        draft = gap(claim, extent(passage.words, mention.phrase), pair_up_to=_pair_up_to(likely))
        if draft:
            yield draft
            doubtful += bool(doubt)
            sure += not doubt
        if sure == most:
            return


def _is_name(words: tuple[Word, ...], phrase: Span) -> bool:
    return all(word.tag == "name" and not word.text.isupper() for word in words[phrase.start : phrase.end])


def _pair_up_to(likely: float) -> int:
    return LONGEST_PAIR if likely > SURELY else PAIR if likely > LIKELY else 0


def _telling(mention: Mention) -> float:
    """How well the rest of the sentence tells the term: best when it is about it and of middling length."""
    telling = 1.0 if mention.phrase.start <= 2 else 0.9
    if not 50 <= len(mention.passage.text) <= 220:
        telling -= 0.1
    return telling


WRITER = Writer("keyphrase", "en", write)
