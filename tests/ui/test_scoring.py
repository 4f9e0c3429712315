"""Scoring by keyboard and mouse, and that nothing typed is ever lost."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from review_app.model.rubric import load_rubric
from review_app.model.scoring.scores import Standing
from review_app.model.scoring.session import ReviewSession
from review_app.ui.expert.criterion_row import CriterionRow
from review_app.ui.expert.number_row import NumberField
from review_app.ui.expert.score_row import ScoreScale
from review_app.ui.window import MainWindow
from tests.disks import full_disk
from tests.rounds import SmallRound, small_round

Open = Callable[..., MainWindow]


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def test_five_keys_score_a_case_and_the_sixth_goes_on(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    first, second = page.desk.order[:2]
    assert page.case == first
    for key in (Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9, Qt.Key.Key_0, Qt.Key.Key_1):
        press(qtbot, key)
    assert page.desk.state(first).scores == (7, 8, 9, 10, 1)
    qtbot.waitUntil(lambda: window.top.saved.text() == "Saved")
    press(qtbot, Qt.Key.Key_Return)
    assert page.case == second
    assert QApplication.focusWidget() is page.scores.rows[0].field


def test_a_digit_after_the_last_score_changes_nothing(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    for _ in range(5):
        press(qtbot, Qt.Key.Key_6)
    press(qtbot, Qt.Key.Key_3)
    assert page.desk.state(page.case).scores == (6,) * 5
    assert page.desk.state(page.case).comment == ""


def test_backspace_clears_and_arrows_move(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    press(qtbot, Qt.Key.Key_5)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Right)
    assert page.desk.state(page.case).scores[0] == 6
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Left)
    assert page.desk.state(page.case).scores[0] == 4
    press(qtbot, Qt.Key.Key_Backspace)
    assert page.desk.state(page.case).scores[0] is None
    assert page.desk.state(page.case).standing is Standing.UNSCORED
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.scores.rows[1].field
    press(qtbot, Qt.Key.Key_End)
    assert page.desk.state(page.case).scores[1] == 10


def test_a_click_scores(qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound) -> None:
    page = open_window(package, a_round).round
    scale = page.scores.rows[2].field
    assert isinstance(scale, ScoreScale)
    for value in (1, 4, 10):
        spot: QPoint = scale.step_area(value).center().toPoint()
        qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=spot)
        assert page.desk.state(page.case).scores[2] == value


def test_input_method_is_off_where_digits_score(
    open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    for row in page.scores.rows:
        assert not row.field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_all_five_rows_are_seen_at_1093_by_614(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.resize(1093, 614)
    qtbot.wait(50)
    assert window.size().width() == 1093
    area = window.round.scores._area
    assert area.verticalScrollBar().maximum() == 0
    for row in window.round.scores.rows:
        top = row.field.mapTo(area.viewport(), QPoint(0, 0)).y()
        assert top >= 0
        assert top + row.field.height() <= area.viewport().height()


def test_comment_is_saved_after_a_pause(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    qtbot.keyClicks(page.scores.comment.field, "worth it")
    assert window.top.saved.text() == "Saving…"
    assert page.desk.state(page.case).comment == ""
    qtbot.waitUntil(lambda: page.desk.state(page.case).comment == "worth it", timeout=3000)
    qtbot.waitUntil(lambda: window.top.saved.text() == "Saved")
    assert not page.scores.comment.field.dirty


def test_comment_is_saved_when_the_case_changes_and_when_the_window_closes(
    qtbot: QtBot,
    open_window: Open,
    package: Path,
    a_round: SmallRound,
    reopen: Callable[[], ReviewSession],
) -> None:
    window = open_window(package, a_round)
    page = window.round
    first, second = page.desk.order[:2]
    qtbot.keyClicks(page.scores.comment.field, "one")
    page.go(1)
    assert page.case == second
    assert page.desk.state(first).comment == "one"
    assert page.scores.comment.field.text() == ""
    qtbot.keyClicks(page.scores.comment.field, "two")
    page.reader.open_tab("notes")
    qtbot.keyClicks(page.reader.notes.field, "mine alone")
    window.close()
    with reopen() as session:
        assert session.state(second).comment == "two"
        assert session.state(second).note == "mine alone"


def test_composition_survives_autosave(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    field = page.scores.comment.field
    field.setFocus()
    qtbot.keyClicks(field, "ab")
    QApplication.sendEvent(field, QInputMethodEvent("zhong", []))
    qtbot.waitUntil(lambda: page.desk.state(page.case).comment == "ab", timeout=3000)
    commit = QInputMethodEvent()
    commit.setCommitString("中")
    QApplication.sendEvent(field, commit)
    assert field.text() == "ab中"
    field.flush()
    assert page.desk.state(page.case).comment == "ab中"


def test_text_beyond_the_limit_goes_to_the_notes(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    first = page.case
    limit = a_round.terms.comment_limit
    page.scores.comment.field.setPlainText("x" * limit + "rest")
    assert "4 characters too many" in page.scores.comment.count.text()
    page.go(1)
    assert page.desk.state(first).comment == "x" * limit
    assert page.desk.state(first).note == "rest"
    assert len(window.notes.notes) == 1


def test_recusal_keeps_scores_and_is_not_zero(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    for _ in range(5):
        press(qtbot, Qt.Key.Key_8)
    page.scores.recused.click()
    state = page.desk.state(page.case)
    assert state.standing is Standing.RECUSED
    assert page.desk.total(page.case) is None
    assert page.scores.total.text() == "–"
    page.scores.rows[0].field.setFocus()
    qtbot.keyClick(page.scores.rows[0].field, Qt.Key.Key_2)
    assert page.desk.state(page.case).scores == (8,) * 5
    page.scores.reason.pick(2)
    assert page.desk.state(page.case).recusal_reason == page.scores.reason.list.itemData(2)
    page.scores.recused.click()
    assert page.desk.total(page.case) == 40
    assert page.scores.total.text() == "40"


def test_abstention_only_where_the_rule_has_it(open_window: Open, tmp_path: Path) -> None:
    for allowed in (False, True):
        a_round = small_round(abstention=allowed)
        file = tmp_path / f"{allowed}.casepkg"
        file.write_bytes(a_round.package)
        page = open_window(file, a_round).round
        assert page.scores.abstained.isVisibleTo(page) is allowed
        if allowed:
            page.scores.abstained.click()
            assert page.desk.state(page.case).standing is Standing.ABSTAINED


def test_a_failed_save_is_said_and_nothing_is_shown_that_is_not_stored(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    press(qtbot, Qt.Key.Key_4)
    row = page.scores.rows[1]
    row.field.scored.emit(99, True)  # beyond the scale: the model refuses
    assert window.top.saved.text() == "Not saved"
    assert row.field.value is None
    assert page.desk.state(page.case).scores == (4, None, None, None, None)
    assert "99" in window.notes.notes[0].what.text()


def test_reopening_goes_on_where_it_was_left(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    third = window.round.desk.order[2]
    window.round.show_case(third)
    window.close()
    again = open_window(package, a_round)
    assert again.round.case == third


def test_levels_are_told_on_hover(
    open_window: Open, package: Path, a_round: SmallRound, qtbot: QtBot
) -> None:
    page = open_window(package, a_round).round
    scale = page.scores.rows[0].field
    spot = scale.step_area(9).center().toPoint()
    QApplication.sendEvent(scale, QHelpEvent(QEvent.Type.ToolTip, spot, scale.mapToGlobal(spot)))
    assert "A first that changed the field" in QToolTip.text()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_full_disk_loses_nothing(
    qtbot: QtBot,
    open_window: Open,
    package: Path,
    a_round: SmallRound,
    reopen: Callable[[], ReviewSession],
) -> None:
    """With no file allowed to grow, scores go back, words stay in hand whatever case is shown, and closing waits."""
    window = open_window(package, a_round)
    page = window.round
    first = page.case
    press(qtbot, Qt.Key.Key_6)
    assert page.desk.wait_saved()
    with full_disk():
        press(qtbot, Qt.Key.Key_7)
        qtbot.waitUntil(lambda: window.top.saved.text() == "Not saved")
        assert page.scores.rows[1].field.value is None
        qtbot.keyClicks(page.scores.comment.field, "words")
        page.go(1)
        qtbot.waitUntil(lambda: page.desk.has_unsaved_words)
        assert page.desk.state(first).comment == ""
        assert window.notes.notes
        page.show_case(first)
        assert page.scores.comment.field.text() == "words"
        # Going there tried once more; when that has failed too, they are still in hand.
        qtbot.waitUntil(lambda: page.desk.unsaved_words(first, "comment") == "words")
        page.go(1)
        assert not page.desk.wait_saved()
        assert window.top.saved.text() == "Not saved"
        assert not window.close()
        assert window.isVisible()
    page.go(1)
    assert page.desk.wait_saved()
    assert window.top.saved.text() == "Saved"
    window.close()
    with reopen() as session:
        assert session.state(first).comment == "words"
        assert session.state(first).scores == (6, None, None, None, None)


def test_a_long_scale_is_typed(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "rubric.yaml"
    file.write_text(
        "lowest: 10\nhighest: 100\ncriteria:\n  - {id: worth, name: 价值, weight: '1'}\n", "utf-8"
    )
    rubric = load_rubric(file)
    row = CriterionRow(rubric, 0)
    qtbot.addWidget(row)
    row.show()
    stored: list[object] = []

    def store(criterion: int, value: object, move_on: bool) -> None:
        stored.append(value)
        row.show_score(value, locked="", wanted=True)  # type: ignore[arg-type]

    row.scored.connect(store)
    field = row.field
    assert isinstance(field, NumberField)
    field.setFocus()
    qtbot.keyClicks(field, "85")
    assert stored == []
    qtbot.waitUntil(lambda: stored == [85], timeout=2000)
    field.clear()
    qtbot.keyClicks(field, "7")
    field.flush()
    assert stored == [85]
    assert field.text() == "85"
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert stored == [85, None]


def test_a_scale_with_zero_has_zero_on_its_key(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "rubric.yaml"
    file.write_text("lowest: 0\nhighest: 5\ncriteria:\n  - {id: worth, name: 价值, weight: '1'}\n", "utf-8")
    rubric = load_rubric(file)
    scale = ScoreScale(rubric, rubric.criteria[0])
    qtbot.addWidget(scale)
    given: list[object] = []
    scale.scored.connect(lambda value, on: given.append(value))
    for key in (Qt.Key.Key_0, Qt.Key.Key_5, Qt.Key.Key_6):
        qtbot.keyClick(scale, key)
    assert given == [0, 5]
    scale.set_value(0)
    assert scale.accessibleName() == "价值: 0 of 5"
    scale.set_value(None)
    assert scale.accessibleName() == "价值: not scored"


def test_ctrl_down_and_ctrl_up_work_from_everywhere(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    order = page.desk.order
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClicks(page.scores.comment.field, "kept")
    places = [
        page.scores.comment.field,
        page.scores.rows[3].field,
        page.list.view,
        page.list.search,
        page.scores.doubtful,
    ]
    for widget in places:
        page.show_case(order[1])
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Down, control)
        assert page.case == order[2], widget
        assert QApplication.focusWidget() is page.scores.rows[0].field
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Up, control)
        assert page.case == order[1], widget
    assert page.desk.state(order[0]).comment == "kept"


def test_tab_reaches_every_control(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    reached = set()
    page.list.search.setFocus()
    for _ in range(60):
        focused = QApplication.focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    scores = page.scores
    wanted = [
        page.list.search,
        page.list.view,
        *[row.field for row in scores.rows],
        scores.comment.field,
        scores.doubtful,
        scores.recused,
        scores.back,
        scores.forward,
        window.top.menu,
        window.top.step_buttons["read"],
    ]
    missed = [widget.accessibleName() or widget for widget in wanted if widget not in reached]
    assert missed == []
    assert any(tab in reached for tab in page.reader.tabs.group.buttons())
    # In a row of which one is chosen, Tab goes to that one and arrows to its neighbours, as in any such row.
    steps = window.top.step_buttons
    steps["read"].setFocus()
    qtbot.keyClick(steps["read"], Qt.Key.Key_Right)
    assert page.step == "check"
    page.show_step("read")
    first = page.list.chips.buttons()[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert page.list.filter.rowCount() == len(page.desk.order)
    assert page.list.chips.buttons()[1].isChecked()
