"""Nominations as rows: CSV (UTF-8 with or without byte order mark, GB18030) and XLSX (values only)."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl

from review_app.model import canonical
from review_app.model.errors import InputError
from review_app.model.files import read_limited
from review_app.model.nomination.draft import Draft, DraftAttachment, Source, field_of
from review_app.model.nomination.folder import reader_beside
from review_app.model.nomination.text import decode_text

TABLE_LIMIT = 64 << 20
UNPACKED_LIMIT = 256 << 20
MAX_ROWS = 5000
MAX_COLUMNS = 100

_NEEDED = ("title", "organisation", "dossier")


def csv_sources(path: Path) -> list[Source]:
    """One source a row of a CSV file.

    Raises InputError ``table-invalid``, ``table-header`` (with the columns that are missing), ``table-too-long`` and
    what :func:`decode_text` raises.
    """
    decoded = decode_text(read_limited(path, TABLE_LIMIT), path.name)
    head = decoded.text.split("\n", 1)[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as failure:
        raise InputError("table-invalid", name=path.name) from failure
    return _rows_to_sources(path, rows, decoded.repair)


def xlsx_sources(path: Path) -> list[Source]:
    """One source a row of the first sheet of a workbook; a formula counts as the value that was saved with it.

    Raises InputError ``table-invalid``, ``table-header``, ``table-too-long``.
    """
    content = read_limited(path, TABLE_LIMIT)
    check_unpacked_size(content, path.name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        cells = sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=MAX_COLUMNS, values_only=True)
        rows = [[_cell_text(cell) for cell in row] for row in cells]
    except Exception as failure:  # the reader stumbles in many ways over a damaged workbook
        raise InputError("table-invalid", name=path.name) from failure
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    return _rows_to_sources(path, [(row + [""] * width)[:width] for row in rows], "")


def check_unpacked_size(content: bytes, name: str) -> None:
    """Raises InputError ``table-invalid`` for an office file that is no ZIP, or would unpack to more than 256 MB."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except Exception as failure:  # zipfile raises half a dozen kinds
        raise InputError("table-invalid", name=name) from failure
    if unpacked > UNPACKED_LIMIT:
        raise InputError("table-invalid", name=name)


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    return str(value).replace("\r\n", "\n").replace("_x000D_", "")


def _rows_to_sources(path: Path, rows: Sequence[Sequence[str]], repair: str) -> list[Source]:
    if len(rows) > MAX_ROWS + 1:
        raise InputError("table-too-long", name=path.name, limit=MAX_ROWS)
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    if not filled:
        raise InputError("table-header", name=path.name, fields=list(_NEEDED))
    _, head = filled[0]
    columns = [field_of(cell) for cell in head]
    named = [column for column in columns if column is not None]
    missing = [field for field in _NEEDED if field not in named]
    if missing or len(set(named)) < len(named):
        raise InputError("table-header", name=path.name, fields=missing)
    left_out = [
        cell.strip() for cell, column in zip(head, columns, strict=True) if column is None and cell.strip()
    ]
    return [_row_source(path, number, row, columns, left_out, repair) for number, row in filled[1:]]


def _row_source(
    path: Path,
    number: int,
    row: Sequence[str],
    columns: Sequence[str | None],
    left_out: list[str],
    repair: str,
) -> Source:
    def read() -> Draft:
        if len(row) != len(columns):
            raise InputError("row-length", name=path.name, line=number)
        fields = {column: cell for column, cell in zip(columns, row, strict=True) if column is not None}
        dossier, listed = fields.pop("dossier"), fields.pop("attachments", "")
        for optional in ("id", "recipient", "body_type", "route"):
            if not fields.get(optional, "").strip():
                fields.pop(optional, None)
        names = [name.strip() for name in re.split(r"[;；\n]", listed) if name.strip()]
        attachments = [DraftAttachment(name, "", reader_beside(path.parent, name)) for name in names]
        return Draft(dict(fields), dossier, attachments, left_out, repair)

    content = hashlib.sha256(canonical.encode([path.name, list(row)])).hexdigest()
    return Source(f"{path.name}:{number}", content, read)
