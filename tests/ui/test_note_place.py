"""Notes lie over the foot of what is read: nothing moves for them, and the keyboard reaches them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from review_app.ui.widgets.banner import LOW
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]


def places(window: MainWindow) -> dict[QWidget, QRect]:
    """Where everything stands that can be pressed or read, the notes apart."""
    return {
        each: QRect(each.mapTo(window, QPoint(0, 0)), each.size())
        for each in window.findChildren(QWidget)
        if each.isVisible() and not window.notes.isAncestorOf(each) and each is not window.notes
    }


def lies_at(window: MainWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


@pytest.mark.parametrize("step", ["read", "check", "sign"])
def test_nothing_moves_when_notes_come_and_go(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, step: str
) -> None:
    window = open_window(package, a_round)
    window.round.show_step(step)
    qtbot.waitUntil(lambda: not window.jobs.busy)  # the text of the case may still be on its way
    qtbot.wait(200)
    before = places(window)
    notes = [window.notes.tell(f"What happened {number}.", "What to do.") for number in range(2)]
    qtbot.waitUntil(lambda: all(each.isVisible() and each.height() > 30 for each in notes))
    assert places(window) == before
    area = lies_at(window, window.notes)
    foot = lies_at(window, window.round.foot)
    assert foot.contains(area)
    assert area.bottom() == foot.bottom()
    over = [
        each for each in before if isinstance(each, QPushButton) and lies_at(window, each).intersects(area)
    ]
    assert over == []  # nothing that is pressed lies under them
    for each in notes:
        assert each.what.height() >= each.what.heightForWidth(each.what.width())
        each.close_button.click()
    qtbot.waitUntil(lambda: not window.notes.isVisible())
    assert places(window) == before


def test_notes_follow_the_window_and_the_step(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.notes.tell("What happened.", "What to do.")
    for width, height, step in ((1093, LOW - 46, "read"), (1600, 900, "sign"), (1093, LOW - 46, "check")):
        window.resize(width, height)
        window.round.show_step(step)
        qtbot.waitUntil(
            lambda: lies_at(window, window.notes).bottom() == lies_at(window, window.round.foot).bottom()
        )
        assert lies_at(window, window.round.foot).contains(lies_at(window, window.notes))
    window.leave_round(quietly=True)
    window.show_start()
    qtbot.waitUntil(lambda: lies_at(window, window.notes).bottom() == lies_at(window, window.pages).bottom())


def test_a_key_leads_to_the_latest_note_and_esc_takes_it_away(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.activateWindow()
    window.round.focus_scores()
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is held  # no note, no way
    first, second = (window.notes.tell(f"What happened {number}.") for number in range(2))
    assert QApplication.focusWidget() is held
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert second.close_button.hasFocus()
    QTest.keyClick(second.close_button, Qt.Key.Key_Escape)
    assert window.notes.notes == [first]
    assert first.close_button.hasFocus()
    QTest.keyClick(first.close_button, Qt.Key.Key_Space)
    assert window.notes.notes == []
    assert QApplication.focusWidget() is held


def test_a_note_is_said_aloud_as_it_comes(
    open_window: Open, package: Path, a_round: SmallRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    window = open_window(package, a_round)
    said: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    window.notes.tell("What happened.", "What to do.")
    assert said == ["What happened. What to do."]


@pytest.mark.parametrize("height", [420, 480, 540, 614])
def test_before_a_round_what_has_the_focus_is_not_covered(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, height: int
) -> None:
    window = open_window()
    window.resize(1093, height)
    window.open_with_card(package, a_round.cards[0])
    window.show_welcome()
    window.activateWindow()
    page = window.pages.currentWidget()
    page.begin.setFocus()
    note = window.notes.tell("What happened.", "What to do.")

    def free() -> bool:
        over = lies_at(window, window.notes)
        begin = lies_at(window, page.begin)
        return window.rect().contains(begin) and not over.intersects(begin)

    qtbot.waitUntil(lambda: window.notes.isVisible() and free())
    bar = page.findChild(QScrollArea).verticalScrollBar()
    furthest = bar.maximum()
    note.close_button.click()
    qtbot.waitUntil(lambda: bar.maximum() < furthest or furthest == 0)  # the room goes with the note
