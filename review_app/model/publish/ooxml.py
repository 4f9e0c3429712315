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
_BLANK = "A33A22"
INK, SHADE, LINE, QUIET = "1F3A5F", "EEF2F7", "B8C2CF", "5A6472"
SONG = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
HEI = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体"/>'
"""Word's and WPS's usual faces."""

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
    body = "".join(
        paragraph(each.text, each.style) if isinstance(each, Paragraph) else _form_table(each)
        for each in parts
    )
    return document(body, _styles(indented=indented), margins=(1587, 1361, 1474, 1361))


def document(body: str, styles: str, *, margins: tuple[int, int, int, int]) -> bytes:
    """A DOCX of A4 pages; ``body`` is what its paragraphs and tables are in WordprocessingML, ``styles`` what theirs
    are.  ``margins``: top, right, bottom and left, in twentieths of a point."""
    top, right, bottom, left = margins
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="720" w:footer="720"'
        ' w:gutter="0"/></w:sectPr>'
    )
    members = {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>'
        ),
        "_rels/.rels": _relationship("officeDocument", "word/document.xml"),
        "word/document.xml": f'{_XML}<w:document xmlns:w="{_W}"><w:body>{body}{page}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relationship("styles", "styles.xml"),
        "word/styles.xml": f'{_XML}<w:styles xmlns:w="{_W}">{styles}</w:styles>',
    }
    return packed({name: text.encode("utf-8") for name, text in members.items()})


def _relationship(kind: str, target: str) -> str:
    return (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


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


def paragraph(text: str, style: str) -> str:
    """A paragraph in WordprocessingML; a line break of ``text`` is one of the paragraph."""
    lines = text.split("\n")
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{xml_text(line)}</w:t>' for line in lines)
    run = f"<w:r>{inside}</w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def table(rows: Iterable[str], widths: Sequence[int], *, air: tuple[int, int]) -> str:
    """A table of :func:`row` s; ``widths`` of its columns and ``air`` (above and below, at the sides of a text) in
    twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    high, wide = air
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{high}" w:type="dxa"/><w:left w:w="{wide}" w:type="dxa"/>'
        f'<w:bottom w:w="{high}" w:type="dxa"/><w:right w:w="{wide}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(cells: Iterable[str], height: int, *, head: bool = False) -> str:
    """A row of :func:`cell` s, at least ``height`` twentieths of a point high; a ``head`` comes again on every page."""
    again = "<w:tblHeader/>" if head else ""
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{again}</w:trPr>'
        f"{''.join(cells)}</w:tr>"
    )


def cell(text: str, style: str, width: int, *, shaded: bool) -> str:
    """A cell with one paragraph."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' if shaded else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(text, style)}</w:tc>"
    )


def base_styles(size: int) -> str:
    """What all styles go back to, and the style named Normal; ``size`` in half points."""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{SONG}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    )


def style(key: str, name: str, paragraph: str, run: str) -> str:
    """A style of paragraphs: ``key`` is what they call it, ``name`` what a writer sees."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _form_table(form: FormTable) -> str:
    label, entry = 2100, _WIDTH - 2100
    rows = (
        row((cell(name, "plain", label, shaded=True), cell(text, "plain", entry, shaded=False)), height)
        for (name, text), height in zip(form.rows, form.heights, strict=True)
    )
    return table(rows, (label, entry), air=(80, 120))


def _styles(*, indented: bool) -> str:
    """The headings are the ones that every program knows."""
    indent = '<w:ind w:firstLineChars="200" w:firstLine="480"/>' if indented else ""
    space = '<w:spacing w:line="400" w:lineRule="auto" w:after="100"/>'
    styles: Sequence[tuple[str, str, str, str]] = (
        (
            "title",
            "heading 1",
            '<w:keepNext/><w:spacing w:before="120" w:after="320"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
            f'{HEI}<w:sz w:val="36"/>',
        ),
        (
            "heading",
            "heading 2",
            '<w:keepNext/><w:spacing w:before="360" w:after="140"/><w:outlineLvl w:val="1"/>',
            f'{HEI}<w:color w:val="{INK}"/><w:sz w:val="28"/>',
        ),
        (
            "subheading",
            "heading 3",
            '<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="2"/>',
            f'{HEI}<w:sz w:val="25"/>',
        ),
        ("text", "body text", f'{space}{indent}<w:jc w:val="both"/>', ""),
        ("plain", "plain text", '<w:spacing w:line="320" w:lineRule="auto"/>', '<w:sz w:val="23"/>'),
        ("facts", "facts", '<w:keepNext/><w:spacing w:line="320" w:lineRule="auto"/>', '<w:sz w:val="23"/>'),
        (
            "note",
            "note text",
            '<w:spacing w:line="320" w:lineRule="auto" w:after="240"/><w:contextualSpacing/>',
            f'<w:color w:val="{QUIET}"/><w:sz w:val="20"/>',
        ),
        ("quote", "quoted text", f'{space}<w:ind w:left="480" w:right="480"/><w:jc w:val="both"/>', ""),
        (
            "right",
            "right text",
            '<w:keepLines/><w:spacing w:before="240" w:after="100" w:line="400" w:lineRule="auto"/>'
            '<w:contextualSpacing/><w:jc w:val="right"/>',
            "",
        ),
        ("blank", "blank text", f'{space}<w:ind w:left="480"/>', f'<w:b/><w:color w:val="{_BLANK}"/>'),
    )
    return base_styles(24) + "".join(style(*each) for each in styles)
