"""What was opened last stands first on the page of checks, and the page shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from review_app.ui.verify.panel import VerifyPanel
from tests.forger import Forger, Published
from tests.screens.clipped import settle_layouts
from tests.ui.shown import said
from tests.ui.verify.test_verify_page import Open, archive, dropped  # noqa: F401


def height_of(panel: VerifyPanel, name: str) -> int:
    """Where the result of a file begins, in pixels of the panel."""
    settle_layouts()
    (found,) = [each for each in panel.findChildren(QLabel) if each.text() == name and each.isVisible()]
    return found.mapTo(panel, QPoint()).y()


def test_what_came_last_stands_above_and_in_sight(
    open_window: Open,
    qtbot: QtBot,
    archive: Path,  # noqa: F811
    published: Published,
    tmp_path: Path,
) -> None:
    record = tmp_path / "handed-out.jws"
    record.write_bytes(Forger(published).parts["box.jws"])
    window = open_window()
    panel = dropped(window, qtbot, archive)
    page = window.verify_page
    assert page is not None
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    settle_layouts()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert area.verticalScrollBar().value() > 0, "the page has to be longer than the window"
    dropped(window, qtbot, record)
    assert "It is the record in the archive" in said(panel)
    assert height_of(panel, "handed-out.jws") < height_of(panel, "ten.results")
    (label,) = [each for each in panel.findChildren(QLabel) if each.text() == "handed-out.jws"]
    assert 0 < label.mapTo(area.viewport(), QPoint()).y() < area.viewport().height()
    dropped(window, qtbot, archive)
    assert height_of(panel, "ten.results") < height_of(panel, "handed-out.jws")
    assert [each.path.name for each in panel.files] == ["ten.results", "handed-out.jws"]


def test_of_files_that_come_together_the_archive_stands_first(
    open_window: Open,
    qtbot: QtBot,
    archive: Path,  # noqa: F811
    published: Published,
    tmp_path: Path,
) -> None:
    record = tmp_path / "handed-out.jws"
    record.write_bytes(Forger(published).parts["box.jws"])
    panel = dropped(open_window(), qtbot, record, archive)
    assert height_of(panel, "ten.results") < height_of(panel, "handed-out.jws")
