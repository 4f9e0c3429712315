"""The list of fees for everybody on the roster, to be signed: as a workbook and on paper.

A fee is paid for accepting a card.  The list can't be by returned sheets, as nobody knows whose they are.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from itertools import pairwise

import msgspec

from review_app.model.errors import UsageError
from review_app.model.publish.fonts import Face
from review_app.model.publish.paged import Paged, render_paged
from review_app.model.publish.paper import INK, MARGIN, MUTED, Pair, Paper, both, printable, words_of
from review_app.model.text import visible
from review_app.model.workspace import Workspace
from review_app.model.workspace.people import Person

ROW, BOTTOM, BODY = 13.0, 268.0, 10.5  # mm, mm, points: room for a signature
COLUMNS = ("number", "name", "institution", "fee", "accepted", "signature")
AT = (0.0, 11.0, 37.0, 88.0, 107.0, 134.0)  # mm from the margin
LARGEST = Decimal(10_000_000)


@dataclass(frozen=True)
class FeeList:
    """What the list says.  ``fee`` in yuan, the same for everybody."""

    title: str
    edition: str
    people: tuple[Person, ...]
    fee: Decimal
    sample: bool = False

    @property
    def total(self) -> Decimal:
        """What all of them come to."""
        return self.fee * len(self.people)


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    heading: Pair
    basis: Pair
    apart: Pair
    page: Pair
    total: Pair
    sample: Pair


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    document: _Document
    table: dict[str, Pair]


def fee_list(workspace: Workspace, fee: Decimal) -> FeeList:
    """The list of a campaign; raises UsageError ``roster-empty``."""
    people = workspace.people.all()
    if not people:
        raise UsageError("roster-empty")
    settings = workspace.settings
    return FeeList(settings.title, settings.edition, tuple(people), fee, workspace.sample)


def parse_fee(text: str) -> Decimal:
    """An amount in yuan with at most two places; raises UsageError ``fee-invalid``."""
    try:
        fee = Decimal(text.strip().replace(",", "").replace("，", ""))
    except InvalidOperation as failure:
        raise UsageError("fee-invalid", fee=visible(text, 20)) from failure
    if not fee.is_finite() or not 0 < fee < LARGEST or fee != round(fee, 2):
        raise UsageError("fee-invalid", fee=visible(text, 20))
    return fee


def written(amount: Decimal) -> str:
    """An amount as it is printed: 1,500 or 1,500.50."""
    return f"{amount:,.2f}".removesuffix(".00")


def fees_xlsx(found: FeeList) -> bytes:
    """The list as a workbook: texts are texts, whatever they begin with, and the sum is a formula."""
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, Side

    words, _ = words_of("fee-list", _Words)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Fees"
    thin = Side(style="thin", color="BBBBBB")

    def put(row: int, column: int, text: str, *, bold: bool = False, size: int = 11) -> None:
        cell = sheet.cell(row, column, text)
        cell.data_type = "s"
        cell.font = Font(bold=bold, size=size)
        cell.alignment = Alignment(vertical="center", wrap_text=column in (2, 3))

    document = words.document
    put(1, 1, f"{found.title}　{both(document.heading)}", bold=True, size=14)
    put(2, 1, found.edition)
    for row, pair in enumerate((document.basis, document.apart), start=3):
        put(row, 1, f"{pair[0]} {pair[1]}", size=9)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(COLUMNS))
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = 40
    for row in (1, 2):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(COLUMNS))
    head = 6
    for column, name in enumerate(COLUMNS, start=1):
        put(head, column, "\n".join(words.table[name]), bold=True)
        sheet.cell(head, column).alignment = Alignment(wrap_text=True, vertical="center")
    sheet.row_dimensions[head].height = 32
    for number, person in enumerate(found.people, start=1):
        row = head + number
        sheet.cell(row, 1, number)
        put(row, 2, person.name)
        put(row, 3, person.institution)
        sheet.cell(row, 4, float(found.fee)).number_format = "#,##0.00"
        sheet.row_dimensions[row].height = 30
    last = head + len(found.people)
    put(last + 1, 2, document.total[0].format(count=len(found.people)), bold=True)
    sheet.cell(last + 1, 4, f"=SUM(D{head + 1}:D{last})").number_format = "#,##0.00"
    for row in range(head, last + 2):
        for column in range(1, len(COLUMNS) + 1):
            sheet.cell(row, column).border = Border(top=thin, bottom=thin, left=thin, right=thin)
    for letter, width in zip("ABCDEF", (6, 14, 34, 13, 18, 24), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.freeze_panes = f"A{head + 1}"
    book.properties.creator = "review-app"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def fees_pdf(found: FeeList) -> bytes:
    """The list as a PDF of A4 pages; the same list gives the same bytes.  A character that the faces lack stands as its
    code point."""
    words, raw = words_of("fee-list", _Words)
    texts = [raw, found.title, found.edition, "0123456789,."]
    texts += [text for person in found.people for text in (person.name, person.institution)]
    drawn = [printable(text, face) for text in texts for face in Face]
    return render_paged(words.document.title, drawn, partial(_Drawing, words, found))


class _Drawing(Paged):
    def __init__(self, words: _Words, found: FeeList, paper: Paper, pages: int) -> None:
        super().__init__(paper, pages)
        self.words, self.found = words, found

    def draw(self) -> None:
        """Head, rows, sum."""
        self._begin_page()
        self._head()
        self._table_head()
        for number, person in enumerate(self.found.people, start=1):
            self._row([str(number), person.name, person.institution, written(self.found.fee)])
        total = self.words.document.total[0].format(count=len(self.found.people))
        self._row(["", total, "", written(self.found.total)], strong=True)
        self.paper.canvas.showPage()

    def _begin_page(self) -> None:
        document = self.words.document
        self.next_page(26.0)
        self.foot(document.page, 284, document.sample if self.found.sample else None)
        self.paper.colour(INK)

    def _head(self) -> None:
        paper, document = self.paper, self.words.document
        paper.colour(MUTED)
        paper.text(printable(f"{self.found.title} · {self.found.edition}"), MARGIN, self.top, 10)
        paper.colour(INK)
        width = paper.text(document.heading[0], MARGIN, self.top + 11, 18, face=Face.SERIF)
        paper.colour(MUTED)
        paper.text(document.heading[1], MARGIN + width + 3, self.top + 11, 11)
        self.top += 20
        for pair in (document.basis, document.apart):
            self.top = paper.pair(pair, MARGIN, self.top, 9.4)
        self.top += 4

    def _table_head(self) -> None:
        paper = self.paper
        for name, at in zip(COLUMNS, AT, strict=True):
            chinese, english = self.words.table[name]
            paper.colour(INK)
            paper.text(chinese, MARGIN + at, self.top, 9)
            paper.colour(MUTED)
            paper.text(english, MARGIN + at, self.top + 4, 7.4)
        paper.colour(INK)
        self.top += 6.4
        paper.rule(self.top)

    def _row(self, cells: Sequence[str], *, strong: bool = False) -> None:
        paper = self.paper
        widths = [right - left - 2.5 for left, right in pairwise(AT)]
        if not cells[2]:  # the sum's words may run on over the institutions
            widths[1] += widths[2] + 2.5
        set_cells = [
            paper.lines(printable(text), BODY if place != 2 else BODY - 1, widths[place], strong=strong)
            for place, text in enumerate(cells)
        ]
        height = max(ROW, 5.0 + 4.8 * max(map(len, set_cells)))
        if self.top + height > BOTTOM:
            self._begin_page()
            self._table_head()
        for place, lines in enumerate(set_cells):
            size = BODY if place != 2 else BODY - 1
            first = self.top + height / 2 + 1.4 - 2.4 * (len(lines) - 1)
            for number, line in enumerate(lines):
                paper.put(line, MARGIN + AT[place], first + 4.8 * number, size)
        self.top += height
        paper.rule(self.top)
