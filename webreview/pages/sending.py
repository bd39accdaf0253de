"""The form of the add page -> the files and the text that a learner sent, and how they are to be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from pathlib import PurePosixPath

from starlette.datastructures import FormData, UploadFile

from cards.documents.naming import deceives, shown
from cards.errors import CardsError
from cards.pipeline import Density
from webreview.collection.arrivals import Sent, Wish

MOST_NAME_CHARACTERS = 200
MOST_FILES = 5000
_NAME_FROM_TEXT = 40
# What a plain text hardly ever holds: a heading, a fence of code, the line below the head of a table.
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|```|\|? *:?-{3,}:? *\|)", re.MULTILINE)
_ABSOLUTE = re.compile(r"/|[A-Za-z]:")

# Encodings that the form offers, by the names that readers know and those that learners know.
ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("gb18030", "GB18030, GBK, GB2312"),
    ("big5hkscs", "Big5"),
    ("utf-16", "UTF-16"),
    ("cp932", "Shift-JIS"),
    ("euc_jp", "EUC-JP"),
    ("cp949", "EUC-KR"),
    ("cp1252", "Windows-1252"),
)


def text_field(form: FormData, name: str) -> str:
    """Return what was typed into a field; nothing where it is missing or a file."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def wish_of(form: FormData) -> Wish:
    """Return how the learner wants the documents read and asked about."""
    density, encoding = text_field(form, "density"), text_field(form, "encoding")
    return Wish(
        density if density in set(Density) else Density.NORMAL.value,
        encoding if encoding in {name for name, _ in ENCODINGS} else None,
    )


async def sent_in(form: FormData) -> tuple[Sent, ...]:
    """Return the files of the form under the learner's names; none where none was chosen."""
    files = [
        file for part in ("file", "folder") for file in form.getlist(part) if isinstance(file, UploadFile)
    ]
    return await sent_of(files, name=text_field(form, "name").strip()[:MOST_NAME_CHARACTERS])


async def sent_of(files: Sequence[UploadFile], *, name: str = "") -> tuple[Sent, ...]:
    """Return the files that have a name; one alone is called `name` where that is given.

    Raises CardsError where the only file has a name that deceives.
    """
    files = [file for file in files if file.filename]
    sent: dict[str, Sent] = {}
    numbers: Counter[str] = Counter()
    for file in files:
        own_name = _path(file.filename or "")
        if name and len(files) == 1:
            own_name = _ending_in(PurePosixPath(own_name).suffix, name)
        own_name = _another(own_name, sent, numbers)
        sent[own_name] = Sent(own_name, await file.read())
    if len(sent) == 1 and deceives(own_name):
        raise CardsError(
            "{name}: this name holds characters that cannot be seen; rename the file", name=shown(own_name)
        )
    return tuple(sent.values())


def text_in(form: FormData) -> Sent:
    """Return the pasted text as a file in UTF-8; raise CardsError where there is none."""
    text, name = text_field(form, "text"), text_field(form, "name").strip()[:MOST_NAME_CHARACTERS]
    if not text.strip():
        raise CardsError("There is neither a file nor a text; choose a file or paste a text.")
    # Forms send line ends as CR LF, whatever the learner pasted.
    text = text.replace("\r\n", "\n")
    first_line = next(line.strip() for line in text.splitlines() if line.strip())
    name = name or first_line.lstrip("# ")[:_NAME_FROM_TEXT].strip() or first_line[:_NAME_FROM_TEXT]
    if _MARKDOWN.search(text):
        name = _ending_in(".md", name)
    return Sent(name, text.encode("utf-8", "replace"))


def _path(filename: str) -> str:
    """Return the name below the folder that was chosen; a file chosen alone has no folder."""
    path = filename.replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    # Some browsers send the whole path of a file on its own disk.
    if _ABSOLUTE.match(path) or ".." in path.split("/"):
        return parts[-1] if parts else "_"
    return "/".join(parts[1:] or parts)


def _another(name: str, taken: Container[str], numbers: Counter[str]) -> str:
    """Return the name, with a number where another file has it; `numbers` are the last ones that names were given."""
    path, another = PurePosixPath(name), name
    while another in taken:
        numbers[name] += 1
        another = str(path.with_name(f"{path.stem} ({numbers[name] + 1}){path.suffix}"))
    return another


def _ending_in(suffix: str, name: str) -> str:
    """Return the learner's name with the ending that chooses the reader; no name stays none."""
    return name + suffix if name and not name.lower().endswith(suffix.lower()) else name
