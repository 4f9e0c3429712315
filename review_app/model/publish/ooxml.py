"""Word documents and workbooks that say nothing about when and by whom they were made (Office Open XML, ECMA-376)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from review_app.model.text import storable

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TIMES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_WIDTH = 9184  # twentieths of a point: A4 less the margins
_INK, _SHADE, _LINE, _QUIET, _BLANK = "1F3A5F", "EEF2F7", "B8C2CF", "5A6472", "A33A22"

Style = Literal["title", "heading", "subheading", "text", "plain", "facts", "note", "quote", "right", "blank"]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in one of the document's styles; ``blank`` is something that somebody has to fill in."""

    text: str
    style: Style = "text"


@dataclass(frozen=True)
class FormTable:
    """Rows of a label and a cell to fill in (empty where nothing is known); ``heights`` in twentieths of a point."""

    rows: tuple[tuple[str, str], ...]
    heights: tuple[int, ...]


def docx(parts: Iterable[Paragraph | FormTable], *, indented: bool) -> bytes:
    """A document of A4 pages; ``indented``: paragraphs of text begin two characters in, as in Chinese."""
    body = "".join(_paragraph(each) if isinstance(each, Paragraph) else _table(each) for each in parts)
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1587" w:right="1361" w:bottom="1474" w:left="1361" w:header="720" w:footer="720"'
        ' w:gutter="0"/></w:sectPr>'
    )
    members = {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": f'{_XML}<w:document xmlns:w="{_W}"><w:body>{body}{page}</w:body></w:document>',
        "word/_rels/document.xml.rels": (
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
        ),
        "word/styles.xml": _styles(indented=indented),
    }
    return packed({name: text.encode("utf-8") for name, text in members.items()})


def packed(members: Mapping[str, bytes]) -> bytes:
    """A ZIP file of ``members`` in their order, without times."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()


def timeless(content: bytes) -> bytes:
    """A workbook without the times that the library puts into it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["docProps/core.xml"] = _TIMES.sub(b"", members["docProps/core.xml"])
    return packed(members)


def xml_text(text: str) -> str:
    """``text`` escaped, without what XML 1.0 can't carry."""
    kept = (each for each in storable(text) if (each >= " " or each in "\t\n") and each not in "\ufffe\uffff")
    return escape("".join(kept))


def _paragraph(paragraph: Paragraph) -> str:
    lines = paragraph.text.split("\n")
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{xml_text(line)}</w:t>' for line in lines)
    run = f"<w:r>{inside}</w:r>" if paragraph.text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>{run}</w:p>'


def _table(table: FormTable) -> str:
    widths = (2100, _WIDTH - 2100)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made = [
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="120" w:type="dxa"/>'
        '<w:bottom w:w="80" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{''.join(f'<w:gridCol w:w={chr(34)}{width}{chr(34)}/>' for width in widths)}</w:tblGrid>"
    ]
    for row, height in zip(table.rows, table.heights, strict=True):
        made.append(f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>')
        made += [
            _cell(text, width, label=not place)
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        made.append("</w:tr>")
    return "".join([*made, "</w:tbl>"])


def _cell(text: str, width: int, *, label: bool) -> str:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/>' if label else ""
    style: Style = "plain"
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}<w:vAlign w:val="center"/></w:tcPr>'
        f"{_paragraph(Paragraph(text, style))}</w:tc>"
    )


def _styles(*, indented: bool) -> str:
    """Word's and WPS's usual faces; headings are the ones that every program knows."""
    song = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
    hei = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体"/>'
    indent = '<w:ind w:firstLineChars="200" w:firstLine="480"/>' if indented else ""
    space = '<w:spacing w:line="400" w:lineRule="auto" w:after="100"/>'
    styles: Sequence[tuple[str, str, str, str]] = (
        (
            "title",
            "heading 1",
            '<w:keepNext/><w:spacing w:before="120" w:after="320"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
            f'{hei}<w:sz w:val="36"/>',
        ),
        (
            "heading",
            "heading 2",
            '<w:keepNext/><w:spacing w:before="360" w:after="140"/><w:outlineLvl w:val="1"/>',
            f'{hei}<w:color w:val="{_INK}"/><w:sz w:val="28"/>',
        ),
        (
            "subheading",
            "heading 3",
            '<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="2"/>',
            f'{hei}<w:sz w:val="25"/>',
        ),
        ("text", "body text", f'{space}{indent}<w:jc w:val="both"/>', ""),
        ("plain", "plain text", '<w:spacing w:line="320" w:lineRule="auto"/>', '<w:sz w:val="23"/>'),
        ("facts", "facts", '<w:keepNext/><w:spacing w:line="320" w:lineRule="auto"/>', '<w:sz w:val="23"/>'),
        (
            "note",
            "note text",
            '<w:spacing w:line="320" w:lineRule="auto" w:after="60"/>',
            f'<w:color w:val="{_QUIET}"/><w:sz w:val="20"/>',
        ),
        ("quote", "quoted text", f'{space}<w:ind w:left="480" w:right="480"/><w:jc w:val="both"/>', ""),
        ("right", "right text", f'<w:keepLines/>{space}<w:jc w:val="right"/>', ""),
        ("blank", "blank text", f'{space}<w:ind w:left="480"/>', f'<w:b/><w:color w:val="{_BLANK}"/>'),
    )
    made = [
        f"<w:docDefaults><w:rPrDefault><w:rPr>{song}"
        '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    ]
    made += [
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        for style, name, paragraph, run in styles
    ]
    return f'{_XML}<w:styles xmlns:w="{_W}">{"".join(made)}</w:styles>'
