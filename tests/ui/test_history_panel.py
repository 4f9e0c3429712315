"""The changes of a case as words, and the way back to any of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from review_app.model.rubric import load_rubric
from review_app.model.scoring.history import Step
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.session import ReviewSession
from review_app.ui.expert.history_panel import HistoryPanel
from review_app.ui.expert.wording import change_words
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]
NONE = (None,) * 5


def words(panel: HistoryPanel) -> list[str]:
    return [line.words.text() for line in panel.history_lines()]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            CaseScores((7, None, None, None, None)),
            CaseScores((8, None, None, None, None)),
            "Innovation 7 → 8",
        ),
        (CaseScores(NONE), CaseScores((0, None, None, None, None)), "Innovation: 0 given"),
        (CaseScores((7, *NONE[1:])), CaseScores(NONE), "Innovation: 7 cleared"),
        (CaseScores((1, 2, 3, 4, 5)), CaseScores((1, 3, 3, 4, 6)), "Importance 2 → 3; Replicability 5 → 6"),
        (CaseScores(NONE), CaseScores(NONE, recused=True), "Recused"),
        (CaseScores(NONE, recused=True), CaseScores(NONE), "Recusal taken back"),
        (
            CaseScores(NONE, recused=True),
            CaseScores(NONE, recused=True, recusal_reason="x"),
            "Reason of the recusal changed",
        ),
        (CaseScores(NONE), CaseScores(NONE, abstained=True), "Abstained"),
        (CaseScores(NONE, abstained=True), CaseScores(NONE), "Abstention taken back"),
        (CaseScores(NONE, abstained=True), CaseScores(NONE, recused=True), "Recused"),
        (CaseScores(NONE), CaseScores(NONE, doubtful=True), "Marked as doubtful"),
        (CaseScores(NONE, doubtful=True), CaseScores(NONE), "No longer doubtful"),
        (CaseScores(NONE), CaseScores(NONE, comment="x"), "Comment written"),
        (CaseScores(NONE, comment="x"), CaseScores(NONE, comment="xy"), "Comment changed"),
        (CaseScores(NONE, comment="x"), CaseScores(NONE), "Comment removed"),
        (CaseScores(NONE), CaseScores(NONE, note="x"), "Own notes changed"),
    ],
)
def test_a_change_in_words(before: CaseScores, after: CaseScores, said: str) -> None:
    assert change_words(Step("case-1", before, after), load_rubric()) == said


def test_nothing_changed_yet_is_said(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    panel = open_window(package, a_round).round.scores
    panel.head.history.click()
    assert panel.drawers.history.history_lines() == []
    (line,) = [part for part in panel.drawers.history.listed() if isinstance(part, QLabel)]
    assert line.text().startswith("Nothing has been changed in this case yet.")


def test_changes_are_listed_newest_first_and_follow_what_happens(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    panel.show_history()
    history = panel.drawers.history
    for key in (Qt.Key.Key_7, Qt.Key.Key_8):
        panel.focus_first_open()
        qtbot.keyClick(QApplication.focusWidget(), key)
    panel.focus_criterion(0)
    qtbot.keyClick(panel.rows[0].field, Qt.Key.Key_9)
    assert words(history) == [
        "Now: scores 9  8  –  –  –, not complete",
        "Innovation 7 → 9",
        "Importance: 8 given",
        "Innovation: 7 given",
        "As it was before these changes",
    ]
    page.undo()
    assert words(history)[:2] == ["Now: scores 7  8  –  –  –, not complete", "Importance: 8 given"]
    page.show_case(page.desk.order[1])
    assert history.history_lines() == []


def test_going_back_is_one_new_change_and_loses_nothing(
    qtbot: QtBot,
    open_window: Open,
    package: Path,
    a_round: SmallRound,
    reopen: Callable[[], ReviewSession],
) -> None:
    window = open_window(package, a_round)
    page = window.round
    case_id = page.case
    panel = page.scores
    for key in (Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9):
        qtbot.keyClick(QApplication.focusWidget(), key)
    qtbot.keyClicks(panel.comment.field, "kept words")
    panel.flush()
    page.desk.change(case_id, lambda session: session.set_note(case_id, "own note"))
    full = page.desk.state(case_id)
    panel.show_history()
    history = panel.drawers.history
    line = next(line for line in history.history_lines() if line.words.text() == "Innovation: 7 given")
    line.back.click()
    state = page.desk.state(case_id)
    assert state.scores == (7, None, None, None, None)
    assert state.comment == ""
    assert panel.comment.field.text() == ""
    assert state.note == "own note"
    assert "Importance: 8 given" in words(history)
    page.undo()
    assert page.desk.state(case_id) == full
    assert panel.comment.field.text() == "kept words"
    window.close()
    with reopen() as session:
        assert session.state(case_id) == full


def test_what_holds_has_no_way_back_to_itself(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    for key in (Qt.Key.Key_7, Qt.Key.Key_8):
        qtbot.keyClick(QApplication.focusWidget(), key)
    panel.show_history()
    lines = panel.drawers.history.history_lines()
    qtbot.waitUntil(lines[3].back.isVisible)
    assert [line.back.isVisible() for line in lines] == [False, False, True, True]
    assert lines[2].back.accessibleName() == "Back to here: Innovation: 7 given"


def test_the_list_is_used_by_keyboard_alone(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    for key in (Qt.Key.Key_7, Qt.Key.Key_8):
        qtbot.keyClick(QApplication.focusWidget(), key)
    before = QApplication.focusWidget()
    qtbot.keyClick(before, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(panel.drawers.history.history_lines()[3].back.isVisible)
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    held = QApplication.focusWidget()
    assert held is panel.drawers.history.history_lines()[3].back
    qtbot.keyClick(held, Qt.Key.Key_Return)
    assert page.desk.state(page.case).scores == NONE
    assert panel.drawers.history.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
