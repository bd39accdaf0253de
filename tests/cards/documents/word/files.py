"""Elements of a body -> the bytes of a Word file, and what is read in it."""

from __future__ import annotations

from collections.abc import Mapping

from cards.documents import Document, read_here
from tests.cards.documents.listing import listing
from tests.cards.documents.office.packing import package, relations, xml

_PARTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
}


def word_file(body: str, *, more: Mapping[str, tuple[str, bytes]] | None = None, **parts: str) -> bytes:
    """Return a Word file; `parts` are the insides of styles, numbering, footnotes, endnotes.

    `more` are other parts by the ids of their relations: the kind and the content.
    """
    made = {f"word/{name}.xml": xml(_PARTS[name], inside) for name, inside in parts.items()}
    related = {name: (name, f"{name}.xml") for name in parts}
    for name, (kind, content) in (more or {}).items():
        made[f"word/more/{name}"] = content
        related[name] = (kind, f"more/{name}")
    return package(
        "word/document.xml",
        {
            "word/document.xml": xml("w:document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(related),
            **made,
        },
    )


def word(body: str, *, more: Mapping[str, tuple[str, bytes]] | None = None, **parts: str) -> Document:
    """Return the document in a Word file of these parts."""
    return read_here(word_file(body, more=more, **parts), name="test.docx")


def told(document: Document) -> list[str]:
    """Return the lines of the document's listing without its language."""
    return listing(document).splitlines()[1:]


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs; what is no element is a run's words."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{inside}</w:p>"


def r(words: str, properties: str = "") -> str:
    """Return a run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def style(name: str, called: str, inside: str = "", *, kind: str = "paragraph", based_on: str = "") -> str:
    """Return a style with its id and its name."""
    above = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{called}"/>{above}{inside}</w:style>'
