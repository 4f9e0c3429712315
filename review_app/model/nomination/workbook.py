"""The cells of an XLSX file as text, sheet by sheet."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

import openpyxl

from review_app.model.errors import InputError
from review_app.model.nomination.zip_limits import check_unpacked_size

MAX_SHEETS = 8
_ESCAPED = re.compile(r"_x(000[0-9A-Fa-f])_")


@dataclass
class Sheet:
    """A sheet's rows, all as wide as it is; ``unsaved`` names a cell in each row (from 1) that has a formula and no
    value saved with it; ``part`` is the member of the workbook that it is."""

    name: str
    rows: list[list[str]]
    unsaved: dict[int, str] = field(default_factory=dict)
    part: str = ""


@dataclass
class Workbook:
    """The first sheets of a workbook."""

    sheets: list[Sheet]


def read_workbook(content: bytes, name: str, max_rows: int, max_columns: int) -> Workbook:
    """The visible sheets of the workbook in ``content``, at most eight.

    Raises InputError ``table-invalid``, ``office-protected``.
    """
    check_unpacked_size(content, name)
    try:
        values = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = [
            Sheet(sheet.title, _rows(sheet, max_rows, max_columns), part=sheet._worksheet_path)
            for sheet in values.worksheets[:MAX_SHEETS]
            if sheet.sheet_state == "visible"
        ]
        if _has_formulas(content):
            _mark_unsaved(content, sheets, max_rows, max_columns)
    except Exception as failure:  # the reader stumbles in many ways over a damaged workbook
        raise InputError("table-invalid", name=name) from failure
    return Workbook(sheets)


def _rows(sheet: Any, max_rows: int, max_columns: int) -> list[list[str]]:
    sheet.reset_dimensions()
    cells = sheet.iter_rows(max_row=max_rows, max_col=max_columns, values_only=True)
    return [[_text(cell) for cell in row] for row in cells]


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and re.search(rb"<f[ >/]", archive.read(name)):
                return True
    return False


def _mark_unsaved(content: bytes, sheets: list[Sheet], max_rows: int, max_columns: int) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False)
    for sheet in sheets:
        written = book[sheet.name]
        written.reset_dimensions()
        for number, row in enumerate(written.iter_rows(max_row=max_rows, max_col=max_columns), start=1):
            for place, cell in enumerate(row):
                if cell.data_type == "f" and number <= len(sheet.rows):
                    there = sheet.rows[number - 1]
                    if place >= len(there) or not there[place]:
                        sheet.unsaved.setdefault(number, cell.coordinate)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    text = str(value).replace("\r\n", "\n")
    return _ESCAPED.sub(lambda found: "" if found[1].upper() == "000D" else chr(int(found[1], 16)), text)
