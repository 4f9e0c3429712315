"""The roster as a table that somebody has already: CSV, a workbook, or cells copied out of one."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from review_app.model.errors import InputError
from review_app.model.files import read_limited
from review_app.model.nomination.text import decode_text
from review_app.model.text import visible
from review_app.model.workspace.people import FIELDS, Entry

LIMIT = 16 << 20
"""Bytes of one table."""
MAX_ROWS = 5000
HEADS = {
    "name": ("name", "expert", "姓名", "专家", "专家姓名", "名字"),
    "field": (
        "field",
        "fields",
        "expertise",
        "discipline",
        "领域",
        "研究领域",
        "专业",
        "专业领域",
        "研究方向",
        "学科",
    ),
    "institution": (
        "institution",
        "affiliation",
        "organisation",
        "organization",
        "单位",
        "所在单位",
        "工作单位",
        "机构",
    ),
    "region": ("region", "province", "地区", "省份", "所在地", "地域", "省市"),
    "contact": (
        "contact",
        "email",
        "e-mail",
        "mail",
        "phone",
        "telephone",
        "联系方式",
        "邮箱",
        "电话",
        "手机",
        "联系电话",
    ),
}
"""What tables call the columns, in both languages.  Of several columns for the contact all are taken."""


def read_people(path: Path) -> list[Entry]:
    """The people of a CSV (UTF-8 or GB18030; comma, semicolon or tab) or an XLSX file (its first sheet; of a formula
    the value saved with it).

    The first line may name the columns, in any order; others are left out.  Without it the columns are those of
    :data:`~review_app.model.workspace.people.FIELDS`.  Raises InputError ``people-file-invalid`` with the line, and
    what :func:`decode_text` and reading raise.
    """
    if path.suffix.lower() == ".xlsx":
        return people_in(_workbook(path), path.name)
    return people_in(_separated(decode_text(read_limited(path, LIMIT), path.name).text, path.name), path.name)


def paste_people(text: str) -> list[Entry]:
    """The people of cells copied from a table (tabs between them), or of lines with commas.

    Raises InputError as :func:`read_people`.
    """
    return people_in(_separated(text.replace("\r\n", "\n").replace("\r", "\n"), ""), "")


def people_in(rows: Sequence[Sequence[str]], name: str) -> list[Entry]:
    """The people of rows of cells; raises InputError ``people-file-invalid``."""
    lines = [(number, [cell.strip() for cell in row]) for number, row in enumerate(rows, start=1)]
    filled = [(number, cells) for number, cells in lines if any(cells)]
    if not filled or len(filled) > MAX_ROWS:
        raise InputError("people-file-invalid", name=name, line=len(filled), reason="")
    columns: list[str | None] = [*FIELDS]
    named = [_field_of(cell) for cell in filled[0][1]]
    if "name" in named:
        columns = list(named)
        filled = filled[1:]
    found = []
    for number, cells in filled:
        values: dict[str, str] = {}
        for field, cell in zip(columns, cells, strict=False):
            if field is not None and cell:
                values[field] = f"{values[field]} {cell}" if field in values else cell
        if not values.get("name"):
            raise InputError(
                "people-file-invalid", name=name, line=number, reason=visible(",".join(cells), 60)
            )
        found.append(Entry(**values))
    if not found:
        raise InputError("people-file-invalid", name=name, line=1, reason="")
    return found


def _field_of(head: str) -> str | None:
    bare = "".join(head.split()).strip(":：*＊").casefold()
    return next((field for field, names in HEADS.items() if bare in names), None)


def _separated(text: str, name: str) -> list[list[str]]:
    head = text.split("\n", 1)[0]
    delimiter = max("\t,;，", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader)
    except csv.Error as failure:
        line = reader.line_num
        raise InputError("people-file-invalid", name=name, line=line, reason=str(failure)) from failure


def _workbook(path: Path) -> list[list[str]]:
    import openpyxl

    from review_app.model.nomination.zip_limits import check_unpacked_size

    content = read_limited(path, LIMIT)
    check_unpacked_size(content, path.name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=40, values_only=True)
        return [[_cell(value) for value in row] for row in rows]
    except Exception as failure:  # the reader stumbles in many ways over a damaged workbook
        raise InputError("people-file-invalid", name=path.name, line=0, reason="") from failure


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
