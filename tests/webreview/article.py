"""A short article with a note of each kind, and a reviewer of it: what tests of the pages begin with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi import FastAPI

from cards.documents import Document, read_text
from cards.model import (
    BasicNote,
    ClozeNote,
    Deletion,
    EnumerationNote,
    Note,
    Origin,
    Source,
    Span,
    note_id,
)
from webreview import clock
from webreview.app import create_app
from webreview.collection import documents, learners, notes
from webreview.collection.store import Collection
from webreview.settings import Settings

NAME = "群众路线.txt"
DECK = "群众路线"
TEXT = """如何坚持群众路线

一、重要内涵

“一切为了群众，一切依靠群众”是党的群众路线的核心。所以群众路线的本质是代表人民、造福人民，就是执政为民。
密切联系群众是我们党最大的政治优势，脱离群众是我们党执政后最大的危险😀。

二、工作方法

做好群众工作要把握三点：问政于民、问需于民、问计于民。变“上访”为“下访”，主动到群众中去。
"""
MORNING = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def article() -> Document:
    """Return the article: Chinese, two sections, one character outside the basic plane."""
    return read_text(TEXT, name=NAME)


def article_notes() -> tuple[Note, ...]:
    """Return a basic, a reversed, a cloze, an enumeration note, and two whose sentences overlap others."""
    return (
        BasicNote(
            id=note_id("essence"),
            source=_source("所以群众路线的本质是代表人民、造福人民，就是执政为民。", "一、重要内涵"),
            origin=Origin("essence", ("pattern: X的本质是Y", "keyphrase: 群众路线 ×3"), 0.9),
            question="群众路线的本质是什么？",
            answer="代表人民、造福人民，就是执政为民",
        ),
        _cloze("密切联系群众是我们党最大的政治优势", "密切联系群众", "一、重要内涵"),
        EnumerationNote(
            id=note_id("three points"),
            source=_source("做好群众工作要把握三点：问政于民、问需于民、问计于民。", "二、工作方法"),
            origin=Origin("enumeration", ("pattern: 把握三点",), 0.8),
            question="做好群众工作要把握哪三点？",
            items=("问政于民", "问需于民", "问计于民"),
        ),
        BasicNote(
            id=note_id("core"),
            source=_source("“一切为了群众，一切依靠群众”是党的群众路线的核心。", "一、重要内涵"),
            origin=Origin("definition", ("pattern: X是Y的核心",), 0.7),
            question="党的群众路线的核心是什么？",
            answer="一切为了群众，一切依靠群众",
            reversed_too=True,
        ),
        _cloze(
            "密切联系群众是我们党最大的政治优势，脱离群众是我们党执政后最大的危险😀。",
            "脱离群众",
            "一、重要内涵",
        ),
        _cloze("变“上访”为“下访”，主动到群众中去", "下访", "二、工作方法"),
    )


def reviewer(
    collection: Collection,
    *,
    accepted: bool,
    settings: Settings | None = None,
    now: Callable[[], datetime] = clock.now,
) -> FastAPI:
    """Return the reviewer of a collection that holds the article; `accepted` says that triage is done."""
    app = create_app(collection, settings or Settings(time_zone="Asia/Shanghai"), now=now)
    added = documents.add(collection, learners.ME, article(), article_notes(), deck=DECK, now=now())
    if accepted:
        notes.accept(collection, learners.ME, added.new, now=now())
    return app


def answered(card: str, entry: str = "entry-0001") -> dict[str, Any]:
    """Return the entry of a Good answer to the card's first showing, as the browser sends it."""
    return {
        "kind": "answered",
        "id": entry,
        "at": MORNING.isoformat(),
        "card": card,
        "rating": 3,
        "due": (MORNING + timedelta(minutes=10)).isoformat(),
        "took_ms": 1200,
        "seen": 0,
    }


def _cloze(text: str, hidden: str, section: str) -> ClozeNote:
    start = text.index(hidden)
    return ClozeNote(
        id=note_id("cloze", text, hidden),
        source=_source(text, section),
        origin=Origin("cloze", ("keyphrase: 群众 ×9",), 0.6),
        text=text,
        deletions=(Deletion(Span(start, start + len(hidden))),),
    )


def _source(quote: str, section: str) -> Source:
    start = TEXT.index(quote)
    return Source(NAME, Span(start, start + len(quote)), quote, ("如何坚持群众路线", section))
