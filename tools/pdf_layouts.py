"""A document's listing, as the golden files have it -> HTML and OpenDocument pages in the usual layouts."""

from __future__ import annotations

import io
from base64 import b64encode
from dataclasses import dataclass
from html import escape
from itertools import groupby

from PIL import Image


@dataclass(frozen=True)
class Said:
    """A line of a listing: `kind level: words`; the cells of a table row are parted by tabs."""

    kind: str
    level: int
    words: str


@dataclass(frozen=True)
class Layout:
    """How pages are set: paragraphs are told by an indented first line, or by the space between them."""

    columns: int = 1
    indented: bool = False
    justified: bool = True
    paper: str = "A4"
    size: float = 10.5
    heads: bool = False


def said_by(listing: str) -> list[Said]:
    """Return the lines of a listing, without the first that tells the language."""
    found = []
    for line in listing.splitlines()[1:]:
        what, words = line.split(": ", 1)
        kind, _, level = what.partition(" ")
        found.append(Said(kind, int(level or 0), words))
    return found


_TAGS = {"paragraph": "p", "quote": "blockquote", "code": "pre", "formula": "p"}


def html_of(said: list[Said], layout: Layout, *, language: str) -> str:
    """Return the pages that a browser prints; the title stands above all columns."""
    indent = "text-indent: 2em; margin: 0" if layout.indented else "margin: 0 0 .8em"
    align = "justify" if layout.justified else "left"
    style = (
        f"@page {{ size: {layout.paper}; margin: 20mm }} body {{ font: {layout.size}pt/1.5 serif; margin: 0 }} "
        f"p {{ {indent}; text-align: {align}; hyphens: auto }} h1 {{ font-size: 2em; text-align: center }} "
        f"main {{ columns: {layout.columns}; column-gap: 8mm }} td, th {{ border: 1px solid; padding: 2pt 6pt }} "
        "ul { margin: 0 0 .8em } table { border-collapse: collapse; margin: 0 0 .8em }"
    )
    title = [said[0]] if said[0].kind == "heading" and said[0].level == 1 else []
    body = "\n".join(_html(kind, list(group)) for kind, group in groupby(said[len(title) :], _run_of))
    head = "".join(f"<h1>{escape(one.words)}</h1>" for one in title)
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{escape(said[0].words)}</title>'
        f"<style>{style}</style><body>{head}<main>{body}</main></body></html>"
    )


def _run_of(one: Said) -> str:
    return one.kind if one.kind in ("item", "table") else f"{one.kind}{one.level}"


def _html(_kind: str, group: list[Said]) -> str:
    if group[0].kind == "table":
        rows = "".join(f"<tr>{_cells(one)}</tr>" for one in group)
        return f"<table>{rows}</table>"
    return "\n".join(_element(one) for one in group)


def _cells(row: Said) -> str:
    tag = "th" if row.level else "td"
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row.words.split("\t"))


def _element(one: Said) -> str:
    words = escape(one.words)
    if one.kind == "heading":
        return f"<h{min(one.level, 6)}>{words}</h{min(one.level, 6)}>"
    if one.kind == "item":
        return "<ul>" * one.level + f"<li>{words}</li>" + "</ul>" * one.level
    tag = _TAGS[one.kind]
    return f"<{tag}>{words}</{tag}>"


def fodt_of(said: list[Said], layout: Layout, *, language: str) -> str:
    """Return a flat OpenDocument text; heads and feet carry the title and the page number."""
    paper = {"A4": (21.0, 29.7), "A5": (14.8, 21.0)}[layout.paper]
    title = [said[0]] if said[0].kind == "heading" and said[0].level == 1 else []
    body = "\n".join(_odt(list(group)) for _, group in groupby(said[len(title) :], _run_of))
    head = "".join(
        f'<text:h text:style-name="H1" text:outline-level="1">{escape(o.words)}</text:h>' for o in title
    )
    running = ""
    if layout.heads:
        running = (
            f'<style:header><text:p text:style-name="Small">{escape(said[0].words)}</text:p></style:header>'
            '<style:footer><text:p text:style-name="Small">'
            "<text:page-number>1</text:page-number></text:p></style:footer>"
        )
    return _FODT.format(
        width=paper[0],
        height=paper[1],
        running=running,
        heads='<style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.4cm"/>'
        '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" '
        'fo:margin-top="0.4cm"/></style:footer-style>'
        if layout.heads
        else "",
        columns=layout.columns,
        indent=f"{2 * layout.size}pt" if layout.indented else "0pt",
        after="0pt" if layout.indented else f"{layout.size * 0.8}pt",
        align="justify" if layout.justified else "start",
        size=layout.size,
        small=layout.size * 0.85,
        headings="".join(
            f'<style:style style:name="H{level}" style:family="paragraph"><style:paragraph-properties '
            f'fo:margin-top="{8 if level > 1 else 0}pt" fo:margin-bottom="6pt" fo:keep-with-next="always" '
            f'fo:text-align="{"center" if level == 1 else "start"}"/><style:text-properties '
            f'fo:font-size="{layout.size * factor}pt" style:font-size-asian="{layout.size * factor}pt" '
            f'fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>'
            for level, factor in ((1, 2), (2, 1.5), (3, 1.25), (4, 1.0), (5, 1.0), (6, 1.0))
        ),
        hyphenate="true" if language == "en" else "false",
        head=head,
        body=body,
    )


def _odt(group: list[Said]) -> str:
    if group[0].kind == "table":
        count = max(one.words.count("\t") for one in group) + 1
        rows = "".join(
            "<table:table-row>"
            + "".join(
                '<table:table-cell table:style-name="Cell" office:value-type="string">'
                f'<text:p text:style-name="Plain">{escape(cell)}</text:p></table:table-cell>'
                for cell in one.words.split("\t")
            )
            + "</table:table-row>"
            for one in group
        )
        return (
            f'<table:table><table:table-column table:number-columns-repeated="{count}"/>{rows}</table:table>'
        )
    if group[0].kind == "item":
        return "".join(_odt_item(one) for one in group)
    return "".join(_odt_element(one) for one in group)


def _odt_item(one: Said) -> str:
    opened = '<text:list text:style-name="L1"><text:list-item>' + "<text:list><text:list-item>" * (
        one.level - 1
    )
    closed = "</text:list-item></text:list>" * one.level
    return f'{opened}<text:p text:style-name="Plain">{escape(one.words)}</text:p>{closed}'


def _odt_element(one: Said) -> str:
    words = _inline(one.words)
    if one.kind == "picture":
        return _odt_picture(one.words)
    if one.kind == "heading":
        level = min(one.level, 6)
        return f'<text:h text:style-name="H{level}" text:outline-level="{level}">{words}</text:h>'
    return f'<text:p text:style-name="{"Quoted" if one.kind == "quote" else "Body"}">{words}</text:p>'


def _inline(words: str) -> str:
    """Return words with their notes, which a listing has as [^words of the note]."""
    said, *rest = words.split("[^")
    parts = [escape(said)]
    for part in rest:
        note, after = part.split("]", 1)
        parts.append(
            '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
            f'<text:p text:style-name="Note">{escape(note)}</text:p></text:note-body></text:note>{escape(after)}'
        )
    return "".join(parts)


def _odt_picture(caption: str) -> str:
    kept = io.BytesIO()
    Image.linear_gradient("L").resize((96, 64)).save(kept, "PNG")
    return (
        '<text:p text:style-name="Caption"><draw:frame text:anchor-type="as-char" svg:width="6cm" svg:height="4cm">'
        f"<draw:image><office:binary-data>{b64encode(kept.getvalue()).decode()}</office:binary-data></draw:image>"
        f'</draw:frame></text:p><text:p text:style-name="Caption">{escape(caption)}</text:p>'
    )


_FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>
<style:font-face style:name="Serif" svg:font-family="'DejaVu Serif'"/>
<style:font-face style:name="Han" svg:font-family="'Noto Serif CJK SC'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Serif"
 style:font-name-asian="Han" fo:font-size="{size}pt" style:font-size-asian="{size}pt" fo:language="en" fo:country="US"
 style:language-asian="zh" style:country-asian="CN" fo:hyphenate="{hyphenate}" fo:hyphenation-remain-char-count="2"
 fo:hyphenation-push-char-count="2"/></style:default-style>
<text:list-style style:name="L1">
<text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties
 text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment
 text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="1cm"/></style:list-level-properties>
</text:list-level-style-bullet>
<text:list-level-style-bullet text:level="2" text:bullet-char="◦"><style:list-level-properties
 text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment
 text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="2cm"/></style:list-level-properties>
</text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="{width}cm" fo:page-height="{height}cm"
 fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/>{heads}</style:page-layout>
<style:style style:name="Columns" style:family="section"><style:section-properties
 text:dont-balance-text-columns="false"><style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/>
</style:section-properties></style:style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-indent="{indent}"
 fo:margin-bottom="{after}" fo:text-align="{align}" fo:line-height="150%"
 style:punctuation-wrap="simple"/></style:style>
<style:style style:name="Quoted" style:family="paragraph"><style:paragraph-properties fo:margin-left="1cm"
 fo:margin-bottom="{after}" fo:text-align="{align}"/></style:style>
<style:style style:name="Plain" style:family="paragraph"/>
<style:style style:name="Caption" style:family="paragraph">
<style:paragraph-properties fo:text-align="center" fo:margin-bottom="6pt"/>
<style:text-properties fo:font-size="{small}pt" style:font-size-asian="{small}pt"/></style:style>
<style:style style:name="Note" style:family="paragraph"><style:text-properties fo:font-size="{small}pt"
 style:font-size-asian="{small}pt"/></style:style>
<style:style style:name="Small" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
<style:text-properties fo:font-size="8pt" style:font-size-asian="8pt"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding="0.1cm"/></style:style>
{headings}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">{running}
</style:master-page></office:master-styles>
<office:body><office:text>{head}
<text:section text:style-name="Columns" text:name="Main">{body}</text:section>
</office:text></office:body></office:document>
"""
