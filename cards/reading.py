"""Document -> Reading: everything that the writers may know about it."""

from __future__ import annotations

from dataclasses import dataclass

from cards.concepts.keyphrases import Keyphrase, keyphrases_of
from cards.documents.model import Document
from cards.languages import language_named
from cards.languages.language import Language
from cards.passages import Passage, Section, passages_of, sections_of


@dataclass(frozen=True, slots=True)
class Reading:
    """A document understood: its language, its headings, its sentences, its key phrases (best first)."""

    document: Document
    language: Language
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    keyphrases: tuple[Keyphrase, ...]


def understand(document: Document) -> Reading:
    language = language_named(document.language)
    sections = sections_of(document)
    passages = passages_of(document, language)
    titles = [section.title for section in sections]
    return Reading(document, language, sections, passages, keyphrases_of(passages, titles, language))
