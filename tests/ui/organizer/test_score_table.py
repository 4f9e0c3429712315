"""How titles and the headings of criteria share the width of a table of scores."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from review_app.ui.organizer.results.score_table import NAMED, TITLE, ScoreTable
from review_app.ui.organizer.table import Column

HEADINGS = ("创新性", "重要性", "参与度", "治理效果", "可推广度")
TITLES = ["湖北省投资项目联合审批平台", "一网通办"]


@pytest.fixture
def table(qtbot: QtBot) -> ScoreTable:
    made = ScoreTable(
        [
            Column(title="名次", text=lambda _: "1", width=48),
            Column(title="案例", text=str),
            *(Column(title=heading, text=lambda _: "10", align="right") for heading in HEADINGS),
            Column(title="总分", text=lambda _: "45", width=64, align="right"),
        ],
        name="得分",
    )
    made.shared, made.leading = tuple(range(2, 7)), 1
    made.set_records(TITLES)
    qtbot.addWidget(made)
    return made


def _shown(table: ScoreTable, width: int) -> tuple[int, list[int], int]:
    """Widths of the title and of the criteria, and what the widest heading wants, in a table so wide."""
    table.resize(width, 300)
    table.show()
    QApplication.processEvents()
    wanted = max(table.horizontalHeader().sectionSizeHint(place) for place in table.shared)
    return table.columnWidth(1), [table.columnWidth(place) for place in table.shared], wanted


def test_headings_are_whole_where_the_title_keeps_its_least(table: ScoreTable) -> None:
    _, _, wanted = _shown(table, 900)
    title, criteria, wanted = _shown(table, 48 + 64 + TITLE + 5 * wanted)
    assert set(criteria) == {wanted} and title == TITLE


def test_where_they_cannot_be_whole_the_title_is(table: ScoreTable) -> None:
    _, _, wanted = _shown(table, 900)
    title, criteria, wanted = _shown(table, 48 + 64 + TITLE + 5 * wanted - 20)
    assert max(criteria) < wanted and TITLE < title <= NAMED
    assert title >= table.sizeHintForColumn(1)


def test_a_wide_table_leaves_the_rest_to_the_title(table: ScoreTable) -> None:
    title, criteria, wanted = _shown(table, 1600)
    assert min(criteria) >= wanted and title > 800


def test_a_heading_says_itself_as_a_tip(table: ScoreTable) -> None:
    model = table.records_model
    assert model.headerData(5, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "治理效果"
