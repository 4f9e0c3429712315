"""What an input method composes is never lost: not to autosave, not to a shortcut, not to another case or field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from review_app.model.scoring.session import NOTE_LIMIT
from review_app.ui.expert.round_page import RoundPage
from review_app.ui.expert.writing import PAUSE, WritingField
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]


def compose(field: WritingField, preedit: str) -> None:
    """An input method shows what it would put in."""
    QApplication.sendEvent(field, QInputMethodEvent(preedit, []))


def commit(field: WritingField, text: str) -> None:
    """An input method puts text in."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


@pytest.fixture
def page(open_window: Open, package: Path, a_round: SmallRound) -> RoundPage:
    return open_window(package, a_round).round  # type: ignore[return-value]


@pytest.fixture(params=["comment", "note"])
def field(request: pytest.FixtureRequest, page: RoundPage) -> WritingField:
    """Each of the two fields, with the focus."""
    if request.param == "note":
        page.reader.open_tab("notes")
        found = page.reader.notes.field
    else:
        found = page.scores.comment.field
    found.setFocus()
    return found


def kept(page: RoundPage, case_id: str, field: WritingField) -> str:
    """What the store has of the field's text."""
    state = page.desk.state(case_id)
    return state.note if field is page.reader.notes.field else state.comment


def test_composed_and_committed(page: RoundPage, field: WritingField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "ab")
    for preedit in ("z", "zh", "zhong", "zhong'guo"):
        compose(field, preedit)
        assert field.composing and field.text() == "ab"
    commit(field, "中国")
    assert not field.composing
    assert field.text() == "ab中国"
    qtbot.waitUntil(lambda: kept(page, page.case, field) == "ab中国", timeout=4 * PAUSE)


def test_autosave_leaves_a_composition_alone(page: RoundPage, field: WritingField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "ab")
    compose(field, "ping")
    qtbot.waitUntil(lambda: kept(page, page.case, field) == "ab", timeout=4 * PAUSE)
    assert page.desk.wait_saved()
    qtbot.wait(50)
    assert field.composing
    assert field.textCursor().block().layout().preeditAreaText() == "ping"
    commit(field, "评")
    assert field.text() == "ab评"


def test_a_composition_is_taken_over_when_all_is_handed_over(page: RoundPage, field: WritingField) -> None:
    commit(field, "案例")
    compose(field, "hao")
    field.flush()
    assert field.text() == "案例hao" == kept(page, page.case, field)
    assert not field.composing and field.textCursor().block().layout().preeditAreaText() == ""


def test_a_composition_in_the_middle_stays_in_its_place(page: RoundPage, field: WritingField) -> None:
    commit(field, "前后")
    cursor = field.textCursor()
    cursor.setPosition(1)
    field.setTextCursor(cursor)
    compose(field, "zhong")
    field.flush()
    assert field.text() == "前zhong后"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_ctrl_down_while_composing(page: RoundPage, field: WritingField, qtbot: QtBot, key: Qt.Key) -> None:
    page.show_case(page.desk.order[1])
    if field is page.reader.notes.field:
        page.reader.open_tab("notes")
    field.setFocus()
    case_id = page.case
    commit(field, "很")
    compose(field, "hao")
    qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    assert page.case != case_id
    assert kept(page, case_id, field) == "很hao"
    assert field.text() == ""
    assert not field.composing


def test_another_case_while_composing(page: RoundPage, field: WritingField) -> None:
    first, second = page.desk.order[:2]
    commit(field, "很")
    compose(field, "hao")
    page.list.chosen.emit(second)
    assert page.case == second and field.text() == ""
    assert kept(page, first, field) == "很hao"
    assert kept(page, second, field) == ""


def test_another_field_while_composing(page: RoundPage, field: WritingField) -> None:
    commit(field, "很")
    compose(field, "hao")
    page.scores.rows[0].field.setFocus()
    assert field.text() == "很hao" == kept(page, page.case, field)
    assert not field.composing


def test_another_window_while_composing_leaves_it_going(page: RoundPage, field: WritingField) -> None:
    """The input method goes on when its window is back."""
    commit(field, "很")
    compose(field, "hao")
    field.focusOutEvent(focus_out(Qt.FocusReason.ActiveWindowFocusReason))
    assert kept(page, page.case, field) == "很"
    assert field.composing
    commit(field, "好")
    assert field.text() == "很好"


def focus_out(reason: Qt.FocusReason):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent

    return QFocusEvent(QEvent.Type.FocusOut, reason)


def test_undo_while_composing(page: RoundPage, field: WritingField) -> None:
    compose(field, "hao")
    page.undo()
    assert field.text() == "" and not field.composing
    page.redo()
    assert field.text() == "hao"


def test_closing_while_composing(page: RoundPage, field: WritingField, reopen: Callable[[], object]) -> None:
    case_id, is_note = page.case, field is page.reader.notes.field
    commit(field, "很")
    compose(field, "hao")
    page.window().close()
    with reopen() as session:  # type: ignore[attr-defined]
        state = session.state(case_id)
        assert (state.note if is_note else state.comment) == "很hao"


def test_notes_that_are_too_long_stay_in_sight_until_shorter(page: RoundPage, qtbot: QtBot) -> None:
    first, second = page.desk.order[:2]
    page.reader.open_tab("notes")
    notes = page.reader.notes
    private = notes.hint.text()
    notes.field.setPlainText("长" * (NOTE_LIMIT + 3))
    assert notes.over.isVisible() and "3 " in notes.over.text()
    assert notes.hint.text() == private and notes.hint.isVisible()
    page.show_case(second)
    assert page.case == first and page.unsaved
    assert "20000" in page.window().notes.notes[-1].what.text().replace(",", "")
    assert len(notes.field.text()) == NOTE_LIMIT + 3
    notes.field.setPlainText("长" * NOTE_LIMIT)
    assert not notes.over.isVisible()
    page.show_case(second)
    assert page.case == second
    assert page.desk.state(first).note == "长" * NOTE_LIMIT


def test_a_comment_too_long_for_comment_and_notes_stays(page: RoundPage, a_round: SmallRound) -> None:
    """Where neither comment nor notes have room, nothing is cut off: the case stays on the table."""
    first, second = page.desk.order[:2]
    page.desk.change(first, lambda session: session.set_note(first, "x" * NOTE_LIMIT))
    field = page.scores.comment.field
    field.setPlainText("y" * (a_round.terms.comment_limit + 5))
    page.show_case(second)
    assert page.case == first
    assert len(field.text()) == a_round.terms.comment_limit + 5
    assert page.desk.state(first).note == "x" * NOTE_LIMIT
    field.setPlainText("short")
    page.show_case(second)
    assert page.case == second and page.desk.state(first).comment == "short"


def test_the_end_of_a_comment_goes_below_notes_still_in_their_field(
    page: RoundPage, a_round: SmallRound, qtbot: QtBot
) -> None:
    first, second = page.desk.order[:2]
    page.reader.open_tab("notes")
    limit = a_round.terms.comment_limit
    qtbot.keyClicks(page.reader.notes.field, "my note")
    page.scores.comment.field.setPlainText("y" * limit + "rest")
    page.show_case(second)
    assert page.desk.state(first).note == "my note\nrest"
    assert page.desk.wait_saved()
    page.show_case(first)
    assert page.reader.notes.field.text() == "my note\nrest"
    page.flush()
    assert page.desk.state(first).note == "my note\nrest"


def test_the_end_of_a_comment_is_added_to_notes_that_are_too_long(
    page: RoundPage, a_round: SmallRound
) -> None:
    first, second = page.desk.order[:2]
    page.reader.open_tab("notes")
    notes, limit = page.reader.notes.field, a_round.terms.comment_limit
    notes.setPlainText("x" * (NOTE_LIMIT + 1))
    page.scores.comment.field.setPlainText("y" * limit + "rest")
    page.show_case(second)
    assert page.case == first and notes.text() == "x" * (NOTE_LIMIT + 1) + "rest"
    notes.setPlainText("short\nrest")
    page.show_case(second)
    assert page.case == second
    assert page.desk.state(first).note == "short\nrest"
    assert page.desk.state(first).comment == "y" * limit
