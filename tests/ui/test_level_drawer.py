"""What the scores mean, in a drawer that follows the focus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from review_app.model.rubric import load_rubric
from review_app.ui import language
from review_app.ui.expert.level_drawer import LevelDrawer
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_it_lists_the_levels_of_the_row_under_the_hand_and_marks_the_score(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    qtbot.keyClick(panel.rows[0].field, Qt.Key.Key_8)
    assert QApplication.focusWidget() is panel.rows[1].field
    qtbot.keyClick(panel.rows[1].field, Qt.Key.Key_I, CONTROL)
    drawer = panel.drawers.levels
    assert drawer.isVisible()
    rubric = page.desk.rubric
    assert [line.level for line in drawer.level_lines()] == rubric.criteria[1].levels[::-1]
    assert not any(line.here for line in drawer.level_lines())
    assert QApplication.focusWidget() is panel.rows[1].field
    qtbot.keyClick(panel.rows[1].field, Qt.Key.Key_Up)
    (here,) = [line for line in drawer.level_lines() if line.here]
    assert (here.level.lowest, here.level.highest) == (7, 8)
    assert here.accessibleName() == "7–8: Rare in the country, clear in idea (your score)"


def test_digits_go_on_scoring_while_it_is_open_and_the_mark_follows(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    qtbot.keyClick(panel.rows[0].field, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    drawer = panel.drawers.levels
    assert drawer.isVisible()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert page.desk.state(page.case).scores[:3] == (1, 2, 3)
    assert "Effectiveness" in drawer.title.text()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert [line.level.lowest for line in drawer.level_lines() if line.here] == [1]


def test_escape_closes_it_and_gives_the_focus_back(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    panel.rows[2].field.setFocus()
    panel.head.levels.click()
    drawer = panel.drawers.levels
    drawer.close_button.setFocus()
    qtbot.keyClick(drawer.close_button, Qt.Key.Key_Escape)
    assert not drawer.isVisible()
    assert QApplication.focusWidget() is panel.rows[2].field
    panel.show_levels()
    assert drawer.isVisible()
    qtbot.keyClick(panel.rows[2].field, Qt.Key.Key_Escape)
    assert not drawer.isVisible()


def test_the_level_that_holds_is_scrolled_to(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.resize(1093, 614)
    qtbot.wait(50)
    panel = window.round.scores
    qtbot.keyClick(panel.rows[0].field, Qt.Key.Key_1)
    panel.focus_criterion(0)
    panel.show_levels()
    drawer = panel.drawers.levels
    qtbot.wait(50)
    (here,) = [line for line in drawer.level_lines() if line.here]
    top = here.mapTo(drawer.area.viewport(), QPoint(0, 0)).y()
    assert top >= 0
    assert top + here.height() <= drawer.area.viewport().height()


@pytest.mark.parametrize("code", ["en", "zh"])
def test_the_levels_of_every_criterion_stand_in_a_low_window(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, code: str
) -> None:
    language.install("zh" if code == "zh" else "en")
    window = open_window(package, a_round)
    window.resize(1093, 614)
    panel = window.round.scores
    panel.show_levels()
    drawer = panel.drawers.levels
    for place in range(len(panel.rows)):
        panel.focus_criterion(place)
        qtbot.wait(50)
        lowest = drawer.level_lines()[-1]
        bottom = lowest.mapTo(drawer.area.viewport(), QPoint(0, lowest.height())).y()
        assert bottom <= drawer.area.viewport().height()
        assert not drawer.fade.isVisible()


def test_what_is_hidden_below_fades(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.resize(1093, 614)
    panel = window.round.scores
    panel.show_levels()
    drawer = panel.drawers.levels
    criterion = window.round.desk.rubric.criteria[0]
    wordy = [msgspec.structs.replace(level, text_en=f"{level.text_en} " * 4) for level in criterion.levels]
    drawer.show_levels(msgspec.structs.replace(criterion, levels=wordy), None)
    qtbot.waitUntil(drawer.fade.isVisible)
    bar = drawer.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not drawer.fade.isVisible()


def test_a_rubric_without_levels_is_said_to_have_none(qtbot: QtBot) -> None:
    criterion = load_rubric().criteria[0]
    bare = msgspec.structs.replace(criterion, levels=[])
    drawer = LevelDrawer()
    qtbot.addWidget(drawer)
    drawer.show_levels(bare, 4)
    assert drawer.level_lines() == []
    said = [line.text() for line in drawer.listed() if isinstance(line, QLabel)]
    assert said == [
        "The rubric of this round states no levels for this criterion: the question is all it says.",
        criterion.question_en,
    ]


def test_a_score_between_levels_is_said_to_have_none(qtbot: QtBot) -> None:
    criterion = load_rubric().criteria[0]
    gap = msgspec.structs.replace(criterion, levels=criterion.levels[:1] + criterion.levels[2:])
    drawer = LevelDrawer()
    qtbot.addWidget(drawer)
    drawer.show_levels(gap, 3)
    assert not any(line.here for line in drawer.level_lines())
    assert "The rubric says nothing of the score 3." in [
        line.text() for line in drawer.listed() if isinstance(line, QLabel)
    ]


def test_below_the_last_row_comes_what_can_be_seen(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.resize(1093, 614)
    qtbot.wait(50)
    panel = window.round.scores
    panel.focus_criterion(4)
    panel.show_levels()
    assert not panel.comment.isVisible()
    qtbot.keyClick(panel.rows[4].field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is panel.forward
    panel.show_levels()
    panel.focus_criterion(4)
    qtbot.keyClick(panel.rows[4].field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is panel.comment.field


def test_what_fits_has_no_scroll_bar(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    """Qt would give texts the height that they have in the narrowest column, and a bar to scroll through nothing."""
    window = open_window(package, a_round)
    window.resize(1280, 900)
    panel = window.round.scores
    panel.show_levels()
    drawer = panel.drawers.levels
    qtbot.waitUntil(drawer.isVisible)
    last = drawer.listed()[-1]
    qtbot.waitUntil(lambda: last.height() > 0 and drawer.area.viewport().height() >= last.geometry().bottom())
    assert drawer.area.verticalScrollBar().maximum() == 0
