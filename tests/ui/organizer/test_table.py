"""The table of records: order, filter, selection that stays, copying and export."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from review_app.ui.organizer.table import Column, RecordTable


class Body(msgspec.Struct, frozen=True):
    """A record to show."""

    id: str
    name: str
    number: int


BODIES = [
    Body("a", "银川市政務服務", 9),
    Body("b", "Ｗuhan Police", 10),
    Body("c", "=1+1", 2),
    Body("d", "Zürich\nStadt", 10),
]


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    """The bodies, in a window."""
    made = RecordTable(
        [
            Column(title="Name", text=lambda body: body.name),
            Column(
                title="Number",
                text=lambda body: str(body.number),
                width=80,
                align="right",
                sort_key=lambda body: body.number,
            ),
            Column(title="Id", text=lambda body: body.id, width=60, searched=False),
        ],
        key=lambda body: body.id,
        empty="Nothing yet",
        name="Bodies",
    )
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_records(BODIES)
    made.show()
    qtbot.waitExposed(made)
    return made


def ids(table: RecordTable) -> str:
    return "".join(body.id for body in table.shown)


def test_a_heading_sorts_turns_and_lets_go(table: RecordTable) -> None:
    head = table.horizontalHeader()
    seen = []
    for _ in range(3):
        head.sectionClicked.emit(1)
        seen.append((ids(table), head.isSortIndicatorShown()))
    assert seen == [("cabd", True), ("bdac", True), ("abcd", False)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("政务", "a"),
        ("WUHAN", "b"),
        ("zurich stadt", "d"),
        ("stadt 10", "d"),
        ("10 9", ""),
        ("  ", "abcd"),
        ("d", "d"),
    ],
)
def test_words_are_found_in_whatever_writing(table: RecordTable, words: str, found: str) -> None:
    table.set_filter(words)
    assert ids(table) == found


def test_selection_and_place_stay_through_order_filter_and_new_records(table: RecordTable) -> None:
    assert table.select("b")
    seen: list[object] = []
    table.selected_record.connect(seen.append)
    table.horizontalHeader().sectionClicked.emit(1)
    assert table.current() == BODIES[1] and table.selected() == [BODIES[1]]
    table.set_filter("zurich")
    assert table.current() is None and seen[-1] is None
    table.set_filter("")
    assert table.current() == BODIES[1] and seen[-1] == BODIES[1]
    renamed = msgspec.structs.replace(BODIES[1], name="武汉交警")
    table.set_records([renamed, *BODIES[2:]])
    assert table.current() == renamed and not table.select("a")
    table.set_predicate(lambda body: body.number == 10)
    assert set(ids(table)) == {"b", "d"}


def test_copied_text_has_headings_and_one_line_a_record(table: RecordTable) -> None:
    table.select("d")
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Name\tNumber\tId\nZürich Stadt\t10\td\n"


def test_an_exported_cell_is_never_a_formula(table: RecordTable, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    table.export_csv(file)
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert rows == [
        ["Name", "Number", "Id"],
        ["银川市政務服務", "9", "a"],
        ["Ｗuhan Police", "10", "b"],
        ["'=1+1", "2", "c"],
        ["Zürich Stadt", "10", "d"],
    ]


def test_enter_activates_and_counts_are_told(table: RecordTable) -> None:
    activated: list[object] = []
    counts: list[tuple[int, int]] = []
    table.activated_record.connect(activated.append)
    table.shown_changed.connect(lambda shown, total: counts.append((shown, total)))
    table.select("c")
    QTest.keyClick(table, Qt.Key.Key_Return)
    table.set_filter("银川")
    assert activated == [BODIES[2]] and counts == [(1, 4)]


def test_rows_are_high_enough_and_columns_fill_the_width(table: RecordTable) -> None:
    assert table.rowHeight(0) == 36
    assert sum(table.columnWidth(column) for column in range(3)) == table.viewport().width()


def test_columns_have_room_for_their_headings_and_grow_with_the_window(qtbot: QtBot) -> None:
    made = RecordTable(
        [
            Column(title="Case", text=lambda body: body.name, most=300),
            Column(title="A heading that is longer than its column", text=lambda body: body.id, width=60),
            Column(title="No.", text=lambda body: str(body.number), width=60, align="right"),
            Column(title="Reason", text=lambda body: body.name),
            Column(title="At", text=lambda body: f"{body.id}@example.invalid", width=100),
        ],
        name="Bodies",
    )
    qtbot.addWidget(made)
    made.set_records(BODIES)
    made.resize(700, 300)
    made.show()
    qtbot.waitExposed(made)
    head = made.horizontalHeader()
    assert made.columnWidth(1) >= head.sectionSizeHint(1) > 60
    assert sum(made.columnWidth(place) for place in range(5)) <= made.viewport().width()
    assert made.columnWidth(4) == 100 < made.sizeHintForColumn(4)
    made.resize(1600, 300)
    assert made.columnWidth(4) >= made.sizeHintForColumn(4) and made.columnWidth(2) == 60
    assert made.columnWidth(0) == 300 and made.columnWidth(3) > 600
    made.resize(260, 300)
    assert made.columnWidth(1) < head.sectionSizeHint(1)  # no room: what stands in the cells comes first


def test_a_column_gives_up_what_it_does_not_need_where_names_are_cut_off(qtbot: QtBot) -> None:
    long = "湖北省投资项目联合审批平台"
    made = RecordTable(
        [
            Column(title="Name", text=lambda body: body.name),
            Column(title="Id", text=lambda body: body.id, width=140),
            Column(title="No.", text=lambda body: str(body.number), width=140),
        ],
        key=lambda body: body.id,
    )
    qtbot.addWidget(made)
    made.resize(460, 300)
    made.set_records([Body("a", "短", 1), Body("as long as it gets", "短", 2)])
    made.show()
    qtbot.waitExposed(made)
    assert made.columnWidth(1) >= 140 and made.columnWidth(2) == 140
    made.set_records([Body("a", long, 1), Body("as long as it gets", "短", 2)])
    assert made.columnWidth(0) >= made.fontMetrics().horizontalAdvance(long) + 12
    assert made.columnWidth(1) >= made.fontMetrics().horizontalAdvance("as long as it gets") + 12
    assert made.columnWidth(2) < 140
    assert sum(made.columnWidth(place) for place in range(3)) == made.viewport().width()


def test_a_name_further_down_has_room_as_well(qtbot: QtBot) -> None:
    made = RecordTable(
        [
            Column(title="Id", text=lambda body: body.id, width=100),
            Column(title="Name", text=lambda body: body.name),
        ],
        key=lambda body: body.id,
    )
    qtbot.addWidget(made)
    made.resize(700, 150)  # three rows are in sight
    made.set_records([Body(f"{n:02d}", "短", n) for n in range(40)] + [Body("missing-attachment", "短", 99)])
    made.show()
    qtbot.waitExposed(made)
    assert made.columnWidth(0) >= made.fontMetrics().horizontalAdvance("missing-attachment")
