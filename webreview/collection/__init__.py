"""The collection: documents, decks, notes and the log, in SQLite or PostgreSQL. The only SQL.

    with Collection.open(path) as collection:
        learners.join(collection, ME, settings=Settings(time_zone="Asia/Shanghai"), now=now)
        added = documents.add(collection, ME, document, notes, deck="Biology", now=now)
        notes.accept(collection, ME, added.new, now=now)
        study.session(collection, ME, now=now).showings
        log.append(collection, ME, [Entry(log.new_id(), now, Answered(...))], now=now)

One module a subject: `learners`, `decks`, `documents`, `notes`, `study`, `log`, `checking`.
"""

from webreview.collection.learners import ME
from webreview.collection.store import Collection

__all__ = ["ME", "Collection"]
