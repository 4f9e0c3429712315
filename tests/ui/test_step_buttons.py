"""Undo and redo by mouse: they do what the keys do, say which keys, and leave the focus alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from review_app.ui.window import MainWindow
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]
LEFT = Qt.MouseButton.LeftButton


def test_they_take_back_and_bring_back(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    assert page is not None
    panel, first = page.scores, page.case
    steps = panel.head.steps
    assert (steps.undo.isEnabled(), steps.redo.isEnabled()) == (False, False)
    for key in (Qt.Key.Key_7, Qt.Key.Key_8):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert (steps.undo.isEnabled(), steps.redo.isEnabled()) == (True, False)
    page.go(1)
    assert page.case != first
    qtbot.mouseClick(steps.undo, LEFT)
    assert page.case == first
    assert page.desk.state(first).scores[:2] == (7, None)
    assert (steps.undo.isEnabled(), steps.redo.isEnabled()) == (True, True)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel.rows[1].field)
    qtbot.mouseClick(steps.redo, LEFT)
    assert page.desk.state(first).scores[:2] == (7, 8)
    assert not steps.redo.isEnabled()


def test_typed_words_are_taken_back_as_one_and_the_focus_stays(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    assert page is not None
    panel = page.scores
    field = panel.comment.field
    field.setFocus()
    qtbot.keyClicks(field, "worth it")
    qtbot.waitUntil(lambda: page.desk.state(page.case).comment == "worth it", timeout=3000)
    qtbot.mouseClick(panel.head.steps.undo, LEFT)
    assert (field.text(), page.desk.state(page.case).comment) == ("", "")
    assert QApplication.focusWidget() is field
    qtbot.mouseClick(panel.head.steps.redo, LEFT)
    assert field.text() == "worth it"


def test_they_name_their_keys_and_the_tab_key_reaches_them(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    assert page is not None
    panel = page.scores
    steps = panel.head.steps
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_7)
    assert (steps.undo.accessibleName(), steps.redo.accessibleName()) == ("Undo", "Redo")
    assert "Ctrl+Z" in steps.undo.toolTip()
    assert "Ctrl+Y" in steps.redo.toolTip()
    panel.head.history.setFocus()
    qtbot.keyClick(panel.head.history, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is steps.undo
    qtbot.keyClick(steps.undo, Qt.Key.Key_Space)
    assert page.desk.state(page.case).scores[0] is None


@pytest.mark.parametrize("size", [(1093, 614), (1280, 720), (1920, 1080)])
def test_they_are_seen_and_stay_while_scores_come(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, size: tuple[int, int]
) -> None:
    window = open_window(package, a_round)
    window.resize(*size)
    qtbot.wait(60)
    page = window.round
    assert page is not None
    panel = page.scores
    steps = panel.head.steps
    assert steps.undo.visibleRegion().boundingRect() == steps.undo.rect()
    stood, headed = steps.geometry(), panel.head.heading.isVisible()
    panel.focus_criterion(0)
    for _ in panel.rows:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_0)
        qtbot.wait(10)
        assert (steps.geometry(), panel.head.heading.isVisible()) == (stood, headed)
    assert panel.total.text() == "50"
