"""The files of an arrival -> the documents in them."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath

from cards.documents import Found, Given, suffixes
from cards.documents.finding import ZIP, documents_in, in_zip, remark_of
from cards.documents.model import Remark
from cards.documents.naming import shown
from cards.errors import CardsError, to_translate
from webreview.collection import arrivals
from webreview.collection.arrivals import Arrival, Outcome, Result
from webreview.collection.store import Collection
from webreview.errors import CollectionError

_UNKNOWN_KINDS = to_translate("left out, because kapian does not read such files: {names}")
_NAMED = 10
# They are looked for by the documents that show them.
_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"))


def documents_of(collection: Collection, learner: str, arrival: Arrival) -> tuple[Found, tuple[Result, ...]]:
    """Return the documents of an arrival, and results for archives that cannot be opened.

    One file alone is a document whatever it is called; of several, those are that readers know by their endings.
    """
    if len(arrival.files) != 1:
        found = documents_in(_Files(collection, learner, arrival), place="", suffixes=suffixes())
        taken = {given.name for given in found.given} | {
            str(value) for remark in found.left_out for _, value in remark.values
        }
        unknown = [
            file.name for file in arrival.files if file.name not in taken and not _is_passed_over(file.name)
        ]
        return Found(found.given, (*found.left_out, *_unknown(unknown))), ()
    (file,) = arrival.files
    content = partial(arrivals.content, collection, learner, arrival.id, file.position)
    if PurePosixPath(file.name).suffix.lower() != ZIP:
        return Found((Given(file.name, file.name, file.size, content),)), ()
    try:
        return in_zip(content(), name=file.name, place=file.name, suffixes=suffixes()), ()
    except CollectionError:
        raise
    except CardsError as error:
        return Found(), (Result(file.name, file.name, Outcome.REFUSED, remarks=(remark_of(error),)),)


class _Files:
    """The files of an arrival as files that came together."""

    remarks: tuple[Remark, ...] = ()

    def __init__(self, collection: Collection, learner: str, arrival: Arrival) -> None:
        self._stored = {file.name: file for file in arrival.files}
        self._read = partial(arrivals.content, collection, learner, arrival.id)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._stored)

    def size(self, name: str) -> int:
        return self._stored[name].size

    def read(self, name: str) -> bytes:
        return self._read(self._stored[name].position)


def _is_passed_over(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() in {ZIP, *_PICTURES} or any(part.startswith(".") for part in path.parts)


def _unknown(names: list[str]) -> tuple[Remark, ...]:
    if not names:
        return ()
    told = ", ".join([*map(shown, names[:_NAMED]), *(["…"] if len(names) > _NAMED else [])])
    return (Remark(_UNKNOWN_KINDS, (("names", told),)),)
