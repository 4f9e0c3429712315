"""Headings over narrow columns say the whole name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from review_app.model.sample.campaign import sample_package
from review_app.ui import language, theme
from review_app.ui.widgets.name_header import SIDES, NameHeader, in_two
from review_app.ui.window import MainWindow


@pytest.mark.parametrize("width", [1093, 1280])
@pytest.mark.parametrize("code", ["en", "zh"])
@pytest.mark.parametrize("view", ["ranking", "grid"])
def test_names_of_criteria_are_whole_in_a_narrow_window(
    qtbot: QtBot, open_window: Callable[..., MainWindow], tmp_path: Path, width: int, code: str, view: str
) -> None:
    language.install("zh" if code == "zh" else "en")
    window = open_window()
    window.resize(width, 614)
    window.open_with_card(*sample_package(tmp_path))
    if window.round is None:
        window.enter_round()
    page = window.round
    for case_id in page.desk.order[:3]:
        for place in range(len(page.desk.rubric.criteria)):
            page.desk.change(case_id, lambda session, c=place, i=case_id: session.set_score(i, c, 7))
    page.show_step("check")
    page.check.show_view(view)
    qtbot.wait(50)
    table = page.check.table if view == "ranking" else page.check.grid.view
    header = table.horizontalHeader()
    assert isinstance(header, NameHeader)
    metrics = QFontMetrics(theme.interface_font(theme.SMALL_SIZE))
    names = [language.criterion_name(each) for each in page.desk.rubric.criteria]
    said = []
    for section in range(header.count()):
        lines = header.lines(section)
        for line in lines:
            assert metrics.horizontalAdvance(line) <= header.sectionSize(section) - SIDES
        said.append("".join(line.removesuffix("-") for line in lines))
    assert [each for each in said if each in names] == names
    two = any(len(header.lines(section)) == 2 for section in range(header.count()))
    assert header.height() >= (2 if two else 1) * metrics.lineSpacing()
    assert two == (code == "en" and width == 1093)
    assert (
        sum(header.sectionSize(section) for section in range(header.count())) <= table.viewport().width() + 1
    )


def test_where_a_name_is_broken(qapp: QApplication) -> None:
    metrics = QFontMetrics(theme.interface_font(theme.SMALL_SIZE))
    wide = metrics.horizontalAdvance
    assert in_two("Importance", metrics, wide("Importance")) == ["Importance"]
    assert in_two("Importance", metrics, wide("Importance") - 1) == ["Import-", "ance"]
    for narrow in ("Replicabil-", "Replicabi-", "Replica-"):
        assert in_two("Replicability", metrics, wide(narrow)) == ["Replica-", "bility"]
    assert in_two("Public value", metrics, wide("Public ")) == ["Public", "value"]
    assert in_two("可推广程度", metrics, wide("可推广")) == ["可推广", "程度"]
    torn = in_two("Unbelievabilities", metrics, wide("Unb-"))
    assert (torn[0], torn[1][-1]) == ("Unb-", "…")
    assert all(wide(line) <= wide("Unb-") for line in torn)


def test_the_tip_of_a_heading_says_the_name(
    open_window: Callable[..., MainWindow], package: Path, a_round: object
) -> None:
    window = open_window(package, a_round)
    window.round.show_step("check")
    model = window.round.check.model
    tip = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == language.criterion_name(window.round.desk.rubric.criteria[0])
