"""Nominations as rows: CSV in the encodings that programs write, and XLSX (values only), the columns as they are named
or as somebody maps them."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from review_app.model import canonical
from review_app.model.case import DOSSIER_LIMIT
from review_app.model.errors import InputError
from review_app.model.files import read_limited
from review_app.model.nomination.claim_columns import (
    PREFIX,
    claim_column,
    claims_in,
    is_continued,
    without_strays,
)
from review_app.model.nomination.draft import Draft, DraftAttachment, Source, field_of
from review_app.model.nomination.folder import locator_beside, reader_beside
from review_app.model.nomination.form_layout import BODY_SECTIONS, SECTION
from review_app.model.nomination.handed_in import files_of
from review_app.model.nomination.table_pictures import TablePictures, pictures_of
from review_app.model.nomination.text import check_readable, decode_text
from review_app.model.nomination.workbook import Sheet, Workbook, read_workbook

TABLE_LIMIT = 64 << 20
MAX_ROWS = 5000
MAX_COLUMNS = 100
PREVIEW_ROWS = 5
IGNORED = "-"
"""In a mapping: a column that is left out."""

_NEEDED = ("title", "organisation", "dossier")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True)
class TablePreview:
    """A table before it is taken in.

    ``columns`` are the heads, ``mapping`` the field that each is taken for (only those where there is one), ``rows``
    the first rows below the head, ``count`` how many there are, ``encoding`` how the text was read (empty for XLSX),
    ``missing`` the fields without which no row can be a nomination.
    """

    columns: list[str]
    mapping: dict[str, str]
    rows: list[list[str]]
    count: int
    encoding: str
    missing: list[str]


@dataclass(frozen=True)
class Table:
    """A table as it was read: its first row with anything in it, the rows below by their number (from 1), in which row
    which cell has a formula without a value, and its pictures."""

    head: list[str]
    rows: list[tuple[int, list[str]]]
    encoding: str
    repair: str
    unsaved: dict[int, str]
    pictures: TablePictures = field(default_factory=TablePictures)


@dataclass
class _Nomination:
    """What belongs together: the number of its row, that row and those that go on below it, its pictures, and those
    that belong to none, which the first has to name."""

    number: int
    rows: list[list[str]]
    pictures: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)


def table_preview(path: Path, mapping: Mapping[str, str] | None = None) -> TablePreview:
    """What the table at ``path`` holds, and how its columns would be taken (``mapping`` goes before guesses).

    Raises what :func:`csv_sources` and :func:`xlsx_sources` raise, but for missing columns.
    """
    table = read_table(path)
    columns = _columns(table.head, mapping)
    named = {head: field for head, field in zip(table.head, columns, strict=True) if field is not None}
    return TablePreview(
        table.head,
        named,
        [row for _, row in table.rows[:PREVIEW_ROWS]],
        len(table.rows),
        table.encoding,
        _missing(columns),
    )


def csv_sources(path: Path, mapping: Mapping[str, str] | None = None) -> list[Source]:
    """One source a row of a CSV file (commas, semicolons or tabs).

    Raises InputError ``table-invalid``, ``table-header`` (with the columns that are missing), ``table-too-long``,
    ``table-cell-too-long`` and what :func:`decode_text` raises.
    """
    return _sources(path, _read_csv(path), mapping, "csv")


def xlsx_sources(
    path: Path, mapping: Mapping[str, str] | None = None, beside: Sequence[Path] = ()
) -> list[Source]:
    """One source a row of the first sheet of a workbook, or one for a filled form; a formula counts as the value that
    was saved with it.  ``beside`` are attachments that came with a form.

    Raises InputError ``table-invalid``, ``table-header``, ``table-too-long``, ``office-protected``.
    """
    from review_app.model.nomination.form_reader import workbook_form

    content = read_limited(path, TABLE_LIMIT)
    book = read_workbook(content, path.name, MAX_ROWS + 2, MAX_COLUMNS)
    if mapping is None and (draft := workbook_form(book, content, beside)) is not None:
        digest = hashlib.sha256(path.name.encode("utf-8", "replace") + b"\0" + content).hexdigest()
        return [Source(path.name, digest, draft, "xlsx", files_of(path, *beside))]
    return _sources(path, _of_workbook(path, book, content), mapping, "xlsx")


def read_table(path: Path) -> Table:
    """The cells of the CSV or XLSX file at ``path``; raises what :func:`csv_sources` and :func:`xlsx_sources` raise,
    but for columns that are missing."""
    if path.suffix.lower() == ".xlsx":
        content = read_limited(path, TABLE_LIMIT)
        return _of_workbook(path, read_workbook(content, path.name, MAX_ROWS + 2, MAX_COLUMNS), content)
    return _read_csv(path)


def _read_csv(path: Path) -> Table:
    data = read_limited(path, TABLE_LIMIT)
    text, encoding, repair = _decoded(data, path.name)
    head = text.split("\n", 1)[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    csv.field_size_limit(DOSSIER_LIMIT)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as failure:
        too_long = "field larger than field limit" in str(failure)
        code = "table-cell-too-long" if too_long else "table-invalid"
        raise InputError(code, name=path.name, limit=DOSSIER_LIMIT >> 20) from failure
    return _table(path, rows, encoding, repair)


def _decoded(data: bytes, name: str) -> tuple[str, str, str]:
    """The text of a table, its encoding, and the repair that is told of."""
    for mark, encoding in _UTF16.items():
        if data.startswith(mark):
            try:
                text = data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
            except UnicodeDecodeError as failure:
                raise InputError("text-encoding", name=name, line=1) from failure
            check_readable(text, name)
            return text, encoding, ""
    decoded = decode_text(data, name)
    encoding = decoded.repair or ("utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8")
    return decoded.text, encoding, decoded.repair


def _of_workbook(path: Path, book: Workbook, content: bytes) -> Table:
    sheet = book.sheets[0] if book.sheets else Sheet("", [])
    pictures = pictures_of(content, sheet.part, (cell for row in sheet.rows for cell in row))
    rows = [pictures.taken_out(number, row) for number, row in enumerate(sheet.rows, start=1)]
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    rows = [(row + [""] * width)[:width] for row in rows]
    return replace(_table(path, rows, "", ""), unsaved=sheet.unsaved, pictures=pictures)


def _table(path: Path, rows: Sequence[list[str]], encoding: str, repair: str) -> Table:
    if len(rows) > MAX_ROWS + 1:
        raise InputError("table-too-long", name=path.name, limit=MAX_ROWS)
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    if not filled:
        raise InputError("table-header", name=path.name, fields=list(_NEEDED))
    return Table(filled[0][1], filled[1:], encoding, repair, {})


def _columns(head: Sequence[str], mapping: Mapping[str, str] | None) -> list[str | None]:
    """The field of each column: as mapped by its head, else as the head is known; sections of the dossier are
    ``dossier:`` and their title."""
    found: list[str | None] = []
    for cell in head:
        if mapping and cell in mapping:
            found.append(mapping[cell] if mapping[cell] not in (IGNORED, "") else None)
        else:
            section = cell.strip().strip(":： *＊")
            known = field_of(cell) or claim_column(cell)
            found.append(known or (f"{SECTION}{section}" if section in BODY_SECTIONS else None))
    return without_strays(found)


def _missing(columns: Sequence[str | None]) -> list[str]:
    named = {"dossier" if column and column.startswith(SECTION) else column for column in columns}
    return [field for field in _NEEDED if field not in named]


def _sources(path: Path, table: Table, mapping: Mapping[str, str] | None, arrival: str) -> list[Source]:
    columns = _columns(table.head, mapping)
    named = [column for column in columns if column is not None]
    missing = _missing(columns)
    if missing or len(set(named)) < len(named):
        raise InputError("table-header", name=path.name, fields=missing)
    left_out = [
        cell.strip()
        for cell, column in zip(table.head, columns, strict=True)
        if column is None and cell.strip()
    ]
    return [
        _row_source(path, one, columns, left_out, table, "xlsx" if arrival == "xlsx" else "csv")
        for one in _nominations(table, columns)
    ]


def _nominations(table: Table, columns: Sequence[str | None]) -> list[_Nomination]:
    """The nominations, below the row of each those that hold only figures of it; a picture is of the one where it
    begins."""
    found: list[_Nomination] = []
    for number, row in table.rows:
        if found and is_continued(_cells(columns, row)):
            found[-1].rows.append(row)
        else:
            found.append(_Nomination(number, [row]))
    loose = list(table.pictures.loose)
    for number, members in sorted(table.pictures.by_row.items()):
        owner = next((one for one in reversed(found) if one.number <= number), None)
        (loose if owner is None else owner.pictures).extend(members)
    for one in found:
        one.pictures = list(dict.fromkeys(one.pictures))
    for one in found[:1]:
        one.loose = loose
    return found


def _cells(columns: Sequence[str | None], row: Sequence[str]) -> dict[str, str]:
    return {column: cell for column, cell in zip(columns, row, strict=False) if column is not None}


def _row_source(
    path: Path,
    one: _Nomination,
    columns: Sequence[str | None],
    left_out: list[str],
    table: Table,
    arrival: Literal["csv", "xlsx"],
) -> Source:
    number, rows = one.number, one.rows

    def read() -> Draft:
        if any(len(row) != len(columns) for row in rows):
            raise InputError("row-length", name=path.name, line=number)
        if cell := table.unsaved.get(number):
            raise InputError("table-formula", name=path.name, cell=cell)
        cells = [_cells(columns, row) for row in rows]
        fields = {name: cell for name, cell in cells[0].items() if not name.startswith(PREFIX)}
        listed = fields.pop("attachments", "")
        sections = [name for name in fields if name.startswith(SECTION)]
        parts = [
            f"## {name.removeprefix('dossier:')}\n\n{text.strip()}"
            for name in sections
            if (text := fields.pop(name)).strip()
        ]
        dossier = "\n\n".join([part for part in [fields.pop("dossier", "")] if part.strip()] + parts)
        for optional in OPTIONAL:
            if not fields.get(optional, "").strip():
                fields.pop(optional, None)
        names = [name.strip() for name in re.split(r"[;；\n]", listed) if name.strip()]
        attachments = [
            DraftAttachment(name, "", reader_beside(path.parent, name), locator_beside(path.parent, name))
            for name in names
        ]
        shown, others = table.pictures.attachments(one.pictures, one.loose)
        claims = claims_in(cells, path.name, number)
        found: dict[str, Any] = {**fields, "claims": claims} if claims else dict(fields)
        not_taken = [*left_out, *(item.file_name for item in others)]
        return Draft(found, dossier, [*attachments, *shown], not_taken, table.repair, others=others)

    written = list(rows[0]) if len(rows) == 1 else [list(row) for row in rows]
    drawn = [table.pictures.sums(one.pictures)] if one.pictures else []
    content = hashlib.sha256(canonical.encode([path.name, written, *drawn])).hexdigest()
    return Source(f"{path.name}:{number}", content, read, arrival, files_of(path))


OPTIONAL = ("id", "recipient", "body_type", "route", "carrying_body", "level", "earlier_awards")
"""Fields that are as good as not there when a cell is empty."""
