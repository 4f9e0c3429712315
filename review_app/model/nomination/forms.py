"""The nomination form to send out, as DOCX and XLSX; :mod:`form_reader` reads it back once it is filled in.

The same settings give the same bytes: nothing in them says when or by whom they were made.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

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
from review_app.model.publish import ooxml
from review_app.model.publish.ooxml import HEI, INK, LINE, QUIET, SHADE, paragraph

if TYPE_CHECKING:
    from review_app.model.workspace.campaign import Settings

_FIELD_WIDTHS = (1750, 4690, 2744)  # twentieths of a point; A4 less the margins
_CLAIM_WIDTHS = (1750, 2900, 3134, 1400)
_HEAD_HEIGHT = 420
_ROW_HEIGHTS = {"summary": 1500, "earlier_awards": 800, "contact": 800, "attachments": 900}
CLAIM_SHEET_ROWS = 40
_LIST_SHEET = "选项"
_STEP = "nominations-until"


def form_docx(settings: Settings) -> bytes:
    """The form as a Word document of A4 pages (Office Open XML, ECMA-376 part 1)."""
    parts = [
        paragraph(_name(settings), "Heading1"),
        paragraph(_explanation(settings), "Hint"),
        _table(
            _field_rows(settings), _FIELD_WIDTHS, [_ROW_HEIGHTS.get(f.field, 480) for f in FIELDS], hints=True
        ),
        paragraph(BODY_TITLE, "Heading1"),
    ]
    for title, hint in SECTIONS:
        parts += [
            paragraph(title, "Heading2"),
            paragraph(f"{HINT_MARK}{hint}", "Hint"),
            paragraph("", "Body"),
        ]
    parts += [
        paragraph(CLAIMS_TITLE, "Heading1"),
        paragraph(f"{HINT_MARK}正文与简介中的每个数字写一行；出处写到别人能够找到的程度。", "Hint"),
        _table(
            [[(text, True) for text in CLAIM_HEAD]] + [[("", False)] * 4] * CLAIM_ROWS,
            _CLAIM_WIDTHS,
            [_HEAD_HEIGHT] * CLAIM_ROWS,
        ),
        paragraph(SIGN_TITLE, "Heading1"),
        *(paragraph(line, "Sign") for line in SIGN_LINES),
    ]
    return ooxml.document("".join(parts), _styles(), margins=(1361, 1361, 1361, 1361))


def form_xlsx(settings: Settings) -> bytes:
    """The form as a workbook: fields and text on the first sheet, figures on the second; choices drop down."""
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.worksheet.datavalidation import DataValidation

    book = openpyxl.Workbook()
    sheet, claims, lists = book.active, book.create_sheet(CLAIMS_TITLE), book.create_sheet(_LIST_SHEET)
    sheet.title = FORM_NAME
    lists.sheet_state = "hidden"
    side = Side(style="thin", color=f"FF{LINE}")
    box = Border(left=side, right=side, top=side, bottom=side)
    shade = PatternFill("solid", fgColor=f"FF{SHADE}")

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

    wide(sheet, 1, _name(settings), 34, 3, size=16, bold=True, color=INK, horizontal="center")
    wide(sheet, 2, _explanation(settings), 96, 3, size=10, color=QUIET, vertical="top")
    for column, text in enumerate(TABLE_HEAD, start=1):
        put(sheet, 3, column, text, bold=True, shaded=True, color=INK)
    row = 3
    for field in FIELDS:
        row += 1
        put(sheet, row, 1, _label(field, settings), bold=True, shaded=True, color=INK)
        entry = put(sheet, row, 2, "")
        entry.value, entry.number_format = None, "@"
        put(sheet, row, 3, _hint(field, settings), size=9, color=QUIET)
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
    wide(sheet, row, BODY_TITLE, 28, 3, size=13, bold=True, color=INK)
    for title, hint in SECTIONS:
        row += 1
        put(sheet, row, 1, title, bold=True, shaded=True, color=INK)
        entry = put(sheet, row, 2, "", vertical="top")
        entry.value, entry.number_format = None, "@"
        put(sheet, row, 3, hint, size=9, color=QUIET, vertical="top")
        sheet.row_dimensions[row].height = 150
    row += 1
    put(sheet, row, 1, SIGN_TITLE, bold=True, shaded=True, color=INK)
    put(sheet, row, 2, "\n\n".join(SIGN_LINES), vertical="top")
    put(sheet, row, 3, "打印后签字盖章，扫描件作为附件。", size=9, color=QUIET, vertical="top")
    sheet.row_dimensions[row].height = 130

    wide(
        claims,
        1,
        f"{HINT_MARK}正文与简介中的每个数字写一行；出处写到别人能够找到的程度。",
        30,
        4,
        size=10,
        color=QUIET,
    )
    for column, text in enumerate(CLAIM_HEAD, start=1):
        put(claims, 2, column, text, bold=True, shaded=True, color=INK)
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
    return ooxml.timeless(file.getvalue())


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


def _table(
    rows: Sequence[Sequence[tuple[str, bool]]],
    widths: Sequence[int],
    heights: Sequence[int],
    *,
    hints: bool = False,
) -> str:
    """A table of texts and whether they are bold and on shade; ``heights`` of the rows under the head."""
    made = []
    for number, (texts, height) in enumerate(zip(rows, (_HEAD_HEIGHT, *heights), strict=True)):
        cells = []
        for place, ((text, strong), width) in enumerate(zip(texts, widths, strict=True)):
            look = "Label" if strong else "CellHint" if hints and place == 2 else "Cell"
            cells.append(ooxml.cell(text, look, width, shaded=strong))
        made.append(ooxml.row(cells, height, head=number == 0))
    return ooxml.table(made, widths, air=(60, 100))


def _styles() -> str:
    """The headings are the ones that every program knows."""
    ink, quiet = f'<w:color w:val="{INK}"/>', f'<w:color w:val="{QUIET}"/>'
    styles = (
        (
            "Heading1",
            "heading 1",
            '<w:keepNext/><w:spacing w:before="320" w:after="160"/><w:outlineLvl w:val="0"/>',
            f'{HEI}<w:b/>{ink}<w:sz w:val="30"/>',
        ),
        (
            "Heading2",
            "heading 2",
            '<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="1"/>',
            f'{HEI}{ink}<w:sz w:val="25"/>',
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
        ("Label", "form label", "", f'{HEI}{ink}<w:sz w:val="21"/>'),
        ("Cell", "form cell", "", '<w:sz w:val="21"/>'),
        ("CellHint", "form cell hint", "", f'{quiet}<w:sz w:val="18"/>'),
        ("Sign", "form sign", '<w:spacing w:before="120" w:after="200"/>', ""),
    )
    return ooxml.base_styles(22) + "".join(ooxml.style(*each) for each in styles)
