"""The nomination form to send out, as DOCX and XLSX; :mod:`form_reader` reads it back once it is filled in.

The same settings give the same bytes: nothing in them says when or by whom they were made.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from review_app.model.nomination.checks import MINIMUM_DOSSIER
from review_app.model.nomination.form_layout import (
    BODY_TITLE,
    CLAIM_HEAD,
    CLAIM_ROWS,
    CLAIMS_TITLE,
    FIELDS,
    FORM_NAME,
    HINT_MARK,
    SECTIONS,
    SIGN_LINES,
    SIGN_TITLE,
    TABLE_HEAD,
    FormField,
)

if TYPE_CHECKING:
    from review_app.model.workspace.campaign import Settings

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIELD_WIDTHS = (1750, 4690, 2744)  # twentieths of a point; A4 less the margins
_CLAIM_WIDTHS = (1750, 2900, 3134, 1400)
_INK, _SHADE, _LINE, _QUIET = "1F3A5F", "EEF2F7", "B8C2CF", "5A6472"
_ROW_HEIGHTS = {"summary": 1500, "earlier_awards": 800, "contact": 800, "attachments": 900}
CLAIM_SHEET_ROWS = 40
_LIST_SHEET = "选项"
_STEP = "nominations-until"


def form_docx(settings: Settings) -> bytes:
    """The form as a Word document of A4 pages (Office Open XML, ECMA-376 part 1)."""
    parts = [
        _paragraph(_name(settings), "Heading1"),
        _paragraph(_explanation(settings), "Hint"),
        _table(
            _field_rows(settings), _FIELD_WIDTHS, [_ROW_HEIGHTS.get(f.field, 480) for f in FIELDS], hints=True
        ),
        _paragraph(BODY_TITLE, "Heading1"),
    ]
    for title, hint in SECTIONS:
        parts += [
            _paragraph(title, "Heading2"),
            _paragraph(f"{HINT_MARK}{hint}", "Hint"),
            _paragraph("", "Body"),
        ]
    parts += [
        _paragraph(CLAIMS_TITLE, "Heading1"),
        _paragraph(f"{HINT_MARK}正文与简介中的每个数字写一行；出处写到别人能够找到的程度。", "Hint"),
        _table(
            [[(text, True) for text in CLAIM_HEAD]] + [[("", False)] * 4] * CLAIM_ROWS,
            _CLAIM_WIDTHS,
            [420] * CLAIM_ROWS,
        ),
        _paragraph(SIGN_TITLE, "Heading1"),
        *(_paragraph(line, "Sign") for line in SIGN_LINES),
    ]
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1361" w:right="1361" w:bottom="1361" w:left="1361" w:header="720" w:footer="720"'
        ' w:gutter="0"/>'
        "</w:sectPr>"
    )
    body = "".join(parts)
    return _packed(
        {
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
            "word/styles.xml": _styles(),
        }
    )


def form_xlsx(settings: Settings) -> bytes:
    """The form as a workbook: fields and text on the first sheet, figures on the second; choices drop down."""
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.worksheet.datavalidation import DataValidation

    book = openpyxl.Workbook()
    sheet, claims, lists = book.active, book.create_sheet(CLAIMS_TITLE), book.create_sheet(_LIST_SHEET)
    sheet.title = FORM_NAME
    lists.sheet_state = "hidden"
    side = Side(style="thin", color=f"FF{_LINE}")
    box = Border(left=side, right=side, top=side, bottom=side)
    shade = PatternFill("solid", fgColor=f"FF{_SHADE}")

    def put(where: Any, row: int, column: int, text: str, **look: Any) -> Any:
        cell = where.cell(row, column)
        cell.value, cell.data_type = text, "s"
        cell.font = Font(
            name="微软雅黑",
            size=look.get("size", 11),
            bold=look.get("bold", False),
            color=f"FF{look.get('color', '000000')}",
        )
        cell.alignment = Alignment(
            wrap_text=True, vertical=look.get("vertical", "center"), horizontal=look.get("horizontal")
        )
        if look.get("boxed", True):
            cell.border = box
        if look.get("shaded"):
            cell.fill = shade
        return cell

    def wide(where: Any, row: int, text: str, height: float, last: int, **look: Any) -> None:
        put(where, row, 1, text, boxed=False, **look)
        where.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
        where.row_dimensions[row].height = height

    wide(sheet, 1, _name(settings), 34, 3, size=16, bold=True, color=_INK, horizontal="center")
    wide(sheet, 2, _explanation(settings), 96, 3, size=10, color=_QUIET, vertical="top")
    for column, text in enumerate(TABLE_HEAD, start=1):
        put(sheet, 3, column, text, bold=True, shaded=True, color=_INK)
    row = 3
    for field in FIELDS:
        row += 1
        put(sheet, row, 1, _label(field, settings), bold=True, shaded=True, color=_INK)
        entry = put(sheet, row, 2, "")
        entry.value, entry.number_format = None, "@"
        put(sheet, row, 3, _hint(field, settings), size=9, color=_QUIET)
        sheet.row_dimensions[row].height = max(30, _ROW_HEIGHTS.get(field.field, 0) / 14)
        if choices := _choices(field, settings):
            column = lists.max_column + 1 if lists.cell(1, 1).value else 1
            for place, choice in enumerate(choices, start=1):
                put(lists, place, column, choice, boxed=False)
            letter = openpyxl.utils.get_column_letter(column)
            rule = DataValidation(
                type="list",
                formula1=f"'{_LIST_SHEET}'!${letter}$1:${letter}${len(choices)}",
                allow_blank=True,
            )
            rule.errorTitle, rule.error = "请从列表中选择", "这一格只能填列表中的一项。"
            sheet.add_data_validation(rule)
            rule.add(entry)
    row += 1
    wide(sheet, row, BODY_TITLE, 28, 3, size=13, bold=True, color=_INK)
    for title, hint in SECTIONS:
        row += 1
        put(sheet, row, 1, title, bold=True, shaded=True, color=_INK)
        entry = put(sheet, row, 2, "", vertical="top")
        entry.value, entry.number_format = None, "@"
        put(sheet, row, 3, hint, size=9, color=_QUIET, vertical="top")
        sheet.row_dimensions[row].height = 150
    row += 1
    put(sheet, row, 1, SIGN_TITLE, bold=True, shaded=True, color=_INK)
    put(sheet, row, 2, "\n\n".join(SIGN_LINES), vertical="top")
    put(sheet, row, 3, "打印后签字盖章，扫描件作为附件。", size=9, color=_QUIET, vertical="top")
    sheet.row_dimensions[row].height = 130

    wide(
        claims,
        1,
        f"{HINT_MARK}正文与简介中的每个数字写一行；出处写到别人能够找到的程度。",
        30,
        4,
        size=10,
        color=_QUIET,
    )
    for column, text in enumerate(CLAIM_HEAD, start=1):
        put(claims, 2, column, text, bold=True, shaded=True, color=_INK)
        for place in range(3, 3 + CLAIM_SHEET_ROWS):
            entry = put(claims, place, column, "")
            entry.value, entry.number_format = None, "@"
    for where, widths, top in ((sheet, (17, 66, 34), "A4"), (claims, (18, 40, 46, 16), "A3")):
        for letter, width in zip("ABCD", widths, strict=False):
            where.column_dimensions[letter].width = width
        where.freeze_panes = top
        where.sheet_view.showGridLines = False
        where.page_setup.paperSize = where.PAPERSIZE_A4
        where.page_setup.fitToHeight = 0
        where.sheet_properties.pageSetUpPr.fitToPage = True
    book.properties.creator = ""
    file = io.BytesIO()
    book.save(file)
    return _timeless(file.getvalue())


def _name(settings: Settings) -> str:
    """Campaign, edition and what this is; a filled form is known by its end."""
    return "　".join(part for part in (settings.title, settings.edition, f"案例{FORM_NAME}") if part)


def _explanation(settings: Settings) -> str:
    lines = [
        f"{HINT_MARK}",
        "一、带 * 的项目须填写，其余没有可以空着。请勿改动表格左侧的项目名称与各部分的标题。",
        f"二、正文请写事实：时间、地点、做法、数字；不少于 {MINIMUM_DOSSIER} 字，四千字左右为宜，可分段、列表、插图。",
        "三、正文中的每个数字写入“数据与出处”，写明来源。",
        "四、附件请存为 PDF、PNG 或 JPEG，与本表放在同一个文件夹，压缩为 ZIP 后提交；Word 附件请先另存为 PDF。",
    ]
    dates = [planned.date for planned in settings.planned if planned.step == _STEP]
    if dates:
        lines.append(f"五、截止日期：{dates[0]}。")
    return "\n".join(lines)


def _needed(field: FormField, settings: Settings) -> bool:
    same_as_body = field.field in ("recipient",)  # left empty it is the nominating body
    return field.field in settings.checklist and not same_as_body


def _label(field: FormField, settings: Settings) -> str:
    return f"{field.label} *" if _needed(field, settings) else field.label


def _choices(field: FormField, settings: Settings) -> Sequence[str]:
    return [facet.name for facet in settings.facets] if field.field == "facet" else field.choices


def _hint(field: FormField, settings: Settings) -> str:
    choices = _choices(field, settings)
    if field.field == "facet" and not choices:
        return "案例所属的治理方面。"
    return f"{field.hint}{'、'.join(choices)}。" if choices else field.hint


def _field_rows(settings: Settings) -> list[list[tuple[str, bool]]]:
    """Cells as text and whether it is bold and on shade."""
    rows = [[(text, True) for text in TABLE_HEAD]]
    return rows + [
        [(_label(field, settings), True), ("", False), (_hint(field, settings), False)] for field in FIELDS
    ]


def _run(text: str, look: str = "") -> str:
    lines = text.split("\n")
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inside}</w:r>" if text else ""


def _paragraph(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(text)}</w:p>'


def _table(
    rows: Iterable[Sequence[tuple[str, bool]]],
    widths: Sequence[int],
    heights: Sequence[int],
    *,
    hints: bool = False,
) -> str:
    """A table whose first row is its head and comes again on every page."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made = [
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    ]
    for number, row in enumerate(rows):
        height = heights[number - 1] if number else 420
        head = "<w:tblHeader/>" if number == 0 else ""
        made.append(
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{head}</w:trPr>'
        )
        for place, ((text, strong), width) in enumerate(zip(row, widths, strict=True)):
            fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/>' if strong else ""
            style = "Label" if strong else "CellHint" if hints and place == 2 else "Cell"
            made.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}<w:vAlign w:val="center"/></w:tcPr>'
                f"{_paragraph(text, style)}</w:tc>"
            )
        made.append("</w:tr>")
    return "".join([*made, "</w:tbl>"])


def _styles() -> str:
    """Word's and WPS's usual faces; the headings are the ones that every program knows."""
    song = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
    hei = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体"/>'
    ink, quiet = f'<w:color w:val="{_INK}"/>', f'<w:color w:val="{_QUIET}"/>'
    made = [
        f"<w:docDefaults><w:rPrDefault><w:rPr>{song}"
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    ]
    for style, name, paragraph, run in (
        (
            "Heading1",
            "heading 1",
            '<w:keepNext/><w:spacing w:before="320" w:after="160"/><w:outlineLvl w:val="0"/>',
            f'{hei}<w:b/>{ink}<w:sz w:val="30"/>',
        ),
        (
            "Heading2",
            "heading 2",
            '<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="1"/>',
            f'{hei}{ink}<w:sz w:val="25"/>',
        ),
        (
            "Hint",
            "form hint",
            '<w:keepNext/><w:spacing w:line="300" w:lineRule="auto" w:after="120"/>',
            f'{quiet}<w:sz w:val="19"/>',
        ),
        (
            "Body",
            "form text",
            '<w:spacing w:line="380" w:lineRule="auto" w:after="60"/><w:ind w:firstLineChars="200" w:firstLine="440"/>',
            "",
        ),
        ("Label", "form label", "", f'{hei}{ink}<w:sz w:val="21"/>'),
        ("Cell", "form cell", "", '<w:sz w:val="21"/>'),
        ("CellHint", "form cell hint", "", f'{quiet}<w:sz w:val="18"/>'),
        ("Sign", "form sign", '<w:spacing w:before="120" w:after="200"/>', ""),
    ):
        made.append(
            f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
            f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    return f'{_XML}<w:styles xmlns:w="{_W}">{"".join(made)}</w:styles>'


def _packed(members: dict[str, str | bytes]) -> bytes:
    """A ZIP file of ``members`` in their order, without times."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode() if isinstance(content, str) else content)
    return file.getvalue()


def _timeless(content: bytes) -> bytes:
    """The workbook without the times that the library puts into it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    core = members["docProps/core.xml"]
    assert isinstance(core, bytes)
    members["docProps/core.xml"] = re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", core)
    return _packed(members)
