"""A document edited, added and exported again, in the real Anki."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from cards.documents import read_text
from cards.pipeline import make_notes
from cards.progress import Edited, Entry
from deckbuilder.note_types import note_types
from tests.anki.engine import Imported, anki_in
from webreview.collection import ME, documents, learners, log, notes
from webreview.collection.store import Collection
from webreview.keeping import accepted_decks, package_of
from webreview.settings import Settings

ARTICLE = Path(__file__).parents[2] / "examples" / "mass-line.zh.txt"
NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)
LATER = datetime(2026, 11, 9, 8, tzinfo=UTC)


def test_anki_updates_what_was_reworded_and_doubles_nothing(tmp_path: Path) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    first = read_text(text, name="article.txt")
    made = make_notes(first)
    longest = max(made, key=lambda note: len(note.source.quote))
    reworded = longest.source.quote.replace("群众", "人民群众", 1).replace("。", "，这一点始终没有变。")
    later = read_text(text.replace(longest.source.quote, reworded), name="article.txt")
    with Collection.open(tmp_path / "collection.sqlite") as collection, anki_in(tmp_path) as anki:
        learners.join(collection, ME, settings=Settings(), now=NOW)
        added = documents.add(collection, ME, first, made, deck="article", now=NOW)
        notes.accept(collection, ME, added.new, now=NOW)
        anki.imports(package_of(collection, accepted_decks(collection)))
        before = {card.note for card in anki.cards()}

        revised = documents.add(collection, ME, later, make_notes(later), deck="article", now=LATER)
        for note in revised.reworded:
            rewording = notes.get(collection, ME, note).rewording
            if rewording and rewording.proposal:
                taken = Entry(log.new_id(), LATER, Edited(note, rewording.proposal))
                log.append(collection, ME, [taken], now=LATER)
        imported = anki.imports(package_of(collection, accepted_decks(collection)))

        assert longest.id in revised.reworded
        assert imported == Imported(
            new=0,
            updated=len(revised.reworded),
            duplicate=len(made) - len(revised.reworded),
            conflicting=0,
        )
        assert {card.note for card in anki.cards()} == before
        assert (
            "这一点始终没有变"
            in anki.notes()[longest.id].fields[anki_source(anki.notes()[longest.id].note_type)]
        )
        assert len(anki.note_types()) == len({name.removesuffix("+") for name in anki.note_types()})


def anki_source(note_type: str) -> int:
    """The place of the field Source in the note type."""
    types = note_types()
    known = (types.basic, types.reversed, types.cloze, types.enumeration)
    return next(one.fields.index("Source") for one in known if one.name == note_type)
