"""Writes handbook.zh.docx with python-docx: what Word and WPS write and LibreOffice and pandoc cannot.

Run from the project's folder: `.venv/bin/python tests/golden/documents/sources/handbook_zh.py`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_NAMES = nsdecls("w", "r") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_LEVELS = (
    ("chineseCountingThousand", "第%1章", "一级标题"),
    ("decimal", "%1.%2", "二级标题"),
    ("chineseCounting", "（%3）", ""),
)
_BOX = "<w:txbxContent><w:p><w:r><w:t>提示：酸要倒进水里。</w:t></w:r></w:p></w:txbxContent>"
_MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_CODE = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" </w:instrText></w:r>'


def _written() -> Document:
    document = docx.Document()
    _lists(document)
    title = document.add_paragraph(style="Title")
    title.add_run("化学实验手册")
    _paragraph(document, _MARK.format("begin") + _CODE + _MARK.format("separate") + _run("第一章 安全 1"))
    _paragraph(document, _run("1.1 药品 2") + _MARK.format("end"))
    document.add_paragraph("安全", style="一级标题")
    document.add_paragraph("药品", style="二级标题")
    _paragraph(
        document,
        _run("浓硫酸是具有强")
        + '<w:del w:id="1" w:author="甲"><w:r><w:delText>氧化性和</w:delText></w:r></w:del>'
        + '<w:ins w:id="2" w:author="甲">'
        + _run("腐蚀性和吸水性")
        + "</w:ins>"
        + _run("的液体，")
        + f"<w:sdt><w:sdtContent>{_run('使用时要戴手套')}</w:sdtContent></w:sdt>"
        + _run("。")
        + f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>给教师：备用。</w:t></w:r>{_box()}",
    )
    for words in ("先加水", "再加酸"):
        _paragraph(document, _run(words), '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="77"/></w:numPr>')
    document.add_paragraph("仪器", style="二级标题")
    ruby = (
        f"<w:r><w:ruby><w:rt>{_run('gān guō')}</w:rt><w:rubyBase>{_run('坩埚')}</w:rubyBase></w:ruby></w:r>"
    )
    _paragraph(document, "<w:r><w:lastRenderedPageBreak/></w:r>" + ruby + _run("是耐高温的容器。"))
    _table(document)
    document.add_paragraph("计算", style="一级标题")
    half = "<m:f><m:num><m:r><m:t>m</m:t></m:r></m:num><m:den><m:r><m:t>V</m:t></m:r></m:den></m:f>"
    density = f"<m:oMath><m:r><m:t>ρ=</m:t></m:r>{half}</m:oMath>"
    _paragraph(document, _run("密度是 ") + density + _run("，即单位体积的质量。"))
    french = "<w:t>La densité est le rapport de la masse au volume.</w:t>"
    _paragraph(document, f'<w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr>{french}</w:r>')
    noted = document.add_paragraph("水的密度约为 1000 千克每立方米。")
    comment = document.add_comment(noted.runs, "核对", author="甲", initials="甲")
    comment._comment_elm.set(
        f"{{{comment._comment_elm.nsmap['w']}}}date", datetime(2026, 1, 1, tzinfo=UTC).isoformat()
    )
    return document


def _lists(document: Document) -> None:
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{style}"/>' if style else "")
        + f'<w:isLgl w:val="{int(at == 1)}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text, style) in enumerate(_LEVELS)
    )
    abstract = f'<w:abstractNum {_NAMES} w:abstractNumId="77">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(f'<w:num {_NAMES} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for at, (_, _, name) in enumerate(_LEVELS[:2]):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(f"{{{style.element.nsmap['w']}}}styleId", name)
        listed = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="77"/></w:numPr>'
        style.element.append(parse_xml(f"<w:pPr {_NAMES}>{listed}</w:pPr>"))


def _table(document: Document) -> None:
    rows = (("类别", "仪器", "用途"), ("加热", "酒精灯", "提供热源"), ("", "坩埚", "灼烧固体"))
    table = document.add_table(rows=0, cols=3)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    table.cell(1, 0).merge(table.cell(2, 0))


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _box() -> str:
    text = f"<wps:wsp><wps:txbx>{_BOX}</wps:txbx></wps:wsp>"
    shape = f'<a:graphic><a:graphicData uri="">{text}</a:graphicData></a:graphic>'
    new = f'<mc:Choice Requires="wps"><w:drawing><wp:anchor>{shape}</wp:anchor></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"


def _paragraph(document: Document, runs: str, properties: str = "") -> None:
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(f"<w:p {_NAMES}><w:pPr>{properties}</w:pPr>{runs}</w:p>"))


if __name__ == "__main__":
    _written().save(str(Path(__file__).parent.parent / "handbook.zh.docx"))
