"""Saving beside the window: keys never wait, "Saved" is never said too early, and words outlive a disk that fails."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from review_app.model.errors import EnvironmentFailure
from review_app.model.scoring.session import ReviewSession
from review_app.ui.window import MainWindow
from tests.disks import full_disk, slow_disk
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")


class Heartbeat:
    """The longest time in which the window could not answer."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.monotonic()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, key)


def test_keys_do_not_wait_for_a_slow_disk(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    first = page.case
    assert page.desk.wait_saved()
    heart = Heartbeat()
    slow_disk(page.desk.session._store, 1.0)
    begun = time.monotonic()
    press(qtbot, Qt.Key.Key_7, Qt.Key.Key_8)
    qtbot.keyClicks(page.scores.comment.field, "good")
    page.go(1)
    page.go(-1)
    assert page.desk.state(first).scores[:2] == (7, 8)
    assert page.desk.state(first).comment == "good"
    assert time.monotonic() - begun < 0.9
    while not page.desk.session.settled:
        assert window.top.saved.text() != "Saved"
        qtbot.wait(20)
    qtbot.waitUntil(lambda: window.top.saved.text() == "Saved")
    assert time.monotonic() - begun > 1.0
    assert heart.longest < 0.5
    slow_disk(page.desk.session._store, 0)


def test_an_export_and_the_close_wait_for_the_disk(
    qtbot: QtBot,
    open_window: Open,
    package: Path,
    a_round: SmallRound,
    reopen: Callable[[], ReviewSession],
    tmp_path: Path,
) -> None:
    window = open_window(package, a_round)
    page = window.round
    session = page.desk.session
    for case_id in page.desk.order:
        page.desk.change(case_id, lambda session, case_id=case_id: session.set_recused(case_id, True))
    slow_disk(session._store, 0.1)
    page.desk.change(page.case, lambda session: session.set_recused(page.case, True, "own"))
    session.export(tmp_path / "mine.scoresheet")
    assert session.settled and session.meta.last_revision == 1
    page.desk.change(page.case, lambda session: session.set_note(page.case, "last words"))
    case_id = page.case
    window.close()
    with reopen() as again:
        assert again.state(case_id).note == "last words"
        assert again.meta.last_revision == 1


def test_undo_shows_the_case_it_changed_and_ends_with_a_new_change(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    first, second = page.desk.order[:2]
    steps: list[str] = []
    page.desk.stepped.connect(steps.append)
    press(qtbot, Qt.Key.Key_7, Qt.Key.Key_8)
    page.show_case(second)
    page.scores.focus_first_open()
    press(qtbot, Qt.Key.Key_3)
    for _ in range(2):
        page.undo()
    assert steps == [second, first]
    assert page.case == first
    assert page.desk.state(first).scores[:2] == (7, None)
    assert page.scores.rows[1].field.value is None
    page.redo()
    assert page.scores.rows[1].field.value == 8
    page.redo()
    assert page.case == second and page.scores.rows[0].field.value == 3
    assert page.desk.redo() is None
    page.undo()
    page.desk.change(first, lambda session: session.set_doubtful(first, True))
    assert page.desk.redo() is None


def test_undo_takes_back_words_still_in_their_field(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    field = page.scores.comment.field
    qtbot.keyClicks(field, "first thoughts")
    page.undo()
    assert field.text() == "" and page.desk.state(page.case).comment == ""
    page.redo()
    assert field.text() == "first thoughts"
    page.reader.open_tab("notes")
    notes = page.reader.notes.field
    qtbot.keyClicks(notes, "mine")
    page.undo()
    assert (notes.text(), field.text()) == ("", "first thoughts")
    assert page.desk.wait_saved() and not field.dirty and not notes.dirty


def test_undo_over_a_restart(qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound) -> None:
    window = open_window(package, a_round)
    first = window.round.case
    press(qtbot, Qt.Key.Key_7, Qt.Key.Key_8)
    window.round.undo()
    window.close()
    again = open_window(package, a_round).round
    assert again.desk.state(first).scores[:2] == (7, None)
    again.redo()
    assert again.desk.state(first).scores[:2] == (7, 8)
    again.undo()
    again.undo()
    assert again.desk.state(first).scores[:2] == (None, None)
    assert again.desk.session.undoable is None


@posix_only
def test_words_outlive_a_failed_write(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, reopen: Callable[[], ReviewSession]
) -> None:
    window = open_window(package, a_round)
    page = window.round
    first, second = page.desk.order[:2]
    assert page.desk.wait_saved()
    page.reader.open_tab("notes")
    with full_disk():
        qtbot.keyClicks(page.scores.comment.field, "a comment")
        qtbot.keyClicks(page.reader.notes.field, "a note")
        page.show_case(second)
        assert not page.desk.wait_saved()
        assert page.desk.unsaved_words(first, "comment") == "a comment"
        assert page.desk.unsaved_words(first, "note") == "a note"
        assert page.desk.state(first).comment == ""
        page.show_case(first)
        assert page.scores.comment.field.text() == "a comment"
        assert page.reader.notes.field.text() == "a note"
        page.scores.comment.field.setPlainText("a better one")
        page.show_case(second)
        assert not page.desk.wait_saved()
        assert window.top.saved.text() == "Not saved"
    page.flush()
    assert page.desk.wait_saved() and window.top.saved.text() == "Saved"
    window.close()
    with reopen() as session:
        assert session.state(first).comment == "a better one"
        assert session.state(first).note == "a note"


@posix_only
def test_a_reason_outlives_a_failed_write_and_recuses_nobody_again(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, reopen: Callable[[], ReviewSession]
) -> None:
    window = open_window(package, a_round)
    page = window.round
    first, second = page.desk.order[:2]
    page.desk.change(first, lambda session: session.set_recused(first, True))
    assert page.desk.wait_saved()
    with full_disk():
        page.desk.change(first, lambda session: session.set_recused(first, True, "my former student"))
        page.desk.change(second, lambda session: session.set_recused(second, True, "my own institution"))
        assert not page.desk.wait_saved()
        assert page.desk.state(first).recusal_reason == ""
        assert page.desk.unsaved_words(first, "recusal_reason") == "my former student"
        assert not page.desk.state(second).recused
        assert page.desk.unsaved_words(second, "recusal_reason") is None
        assert not window.settled()
    page.desk.save_again()
    assert page.desk.wait_saved() and window.settled()
    window.close()
    with reopen() as session:
        assert session.state(first).recusal_reason == "my former student"
        assert not session.state(second).recused


@posix_only
def test_a_recusal_taken_back_takes_a_reason_that_was_not_saved_along(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    case_id = page.case
    page.desk.change(case_id, lambda session: session.set_recused(case_id, True))
    assert page.desk.wait_saved()
    with full_disk():
        page.desk.change(case_id, lambda session: session.set_recused(case_id, True, "my former student"))
        assert not page.desk.wait_saved()
    page.desk.change(case_id, lambda session: session.set_recused(case_id, False))
    page.desk.save_again()
    assert page.desk.wait_saved()
    assert not page.desk.state(case_id).recused
    page.desk.change(case_id, lambda session: session.set_recused(case_id, True))
    page.desk.save_again()
    assert page.desk.wait_saved()
    assert page.desk.state(case_id).recusal_reason == ""


@posix_only
def test_words_given_up_are_not_saved_after_all(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    assert page.desk.wait_saved()
    with full_disk():
        qtbot.keyClicks(page.scores.comment.field, "no")
        page.flush()
        assert not page.desk.wait_saved()
    page.scores.comment.field.setPlainText("")
    page.flush()
    assert page.desk.wait_saved()
    assert page.desk.state(page.case).comment == ""
    assert not page.desk.has_unsaved_words


@posix_only
def test_the_language_is_not_changed_over_words_that_could_not_be_saved(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    assert page.desk.wait_saved()
    with full_disk():
        qtbot.keyClicks(page.scores.comment.field, "still here")
        window.rebuild()
        assert window.round is page
        assert page.scores.comment.field.text() == "still here"
    window.rebuild()
    assert window.round is not page
    assert window.round.scores.comment.field.text() == "still here"
    assert window.round.desk.undo() is not None


def test_saved_is_not_said_over_words_still_being_typed(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    field = page.scores.comment.field
    press(qtbot, Qt.Key.Key_7)
    qtbot.keyClicks(field, "word")
    assert page.desk.wait_saved()
    assert window.top.saved.text() == "Saving…"
    qtbot.waitUntil(lambda: window.top.saved.text() == "Saved", timeout=3000)
    assert page.desk.state(page.case).comment == "word"
    qtbot.keyClicks(field, "s")
    assert window.top.saved.text() == "Saving…"
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert window.top.saved.text() == "Saved"


def test_undo_while_signing_goes_where_something_changed(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    first = page.case
    press(qtbot, Qt.Key.Key_7)
    page.show_case(page.desk.order[2])
    page.show_step("sign")
    page.undo()
    assert (page.step, page.case) == ("read", first)
    page.show_step("check")
    page.redo()
    assert page.step == "check" and page.desk.state(first).scores[0] == 7


@posix_only
def test_a_round_is_not_left_over_what_could_not_be_saved(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, reopen: Callable[[], ReviewSession]
) -> None:
    window = open_window(package, a_round)
    page = window.round
    first = page.case
    assert page.desk.wait_saved()
    with full_disk():
        press(qtbot, Qt.Key.Key_7)
        qtbot.keyClicks(page.scores.comment.field, "my words")
        for leave in (window.leave_round, window.show_welcome):
            leave()
            assert window.round is page
            assert page.scores.comment.field.text() == "my words"
    window.leave_round()
    assert window.round is None
    with reopen() as session:
        assert session.state(first).comment == "my words"


def test_a_round_is_not_left_over_a_note_that_is_too_long(
    open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    page.reader.open_tab("notes")
    page.reader.notes.field.setPlainText("x" * 20_001)
    window.leave_round()
    assert window.round is page
    page.reader.notes.field.setPlainText("x" * 20_000)
    window.leave_round()
    assert window.round is None


@posix_only
def test_undo_takes_no_words_that_could_not_be_saved(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    press(qtbot, Qt.Key.Key_7)
    assert page.desk.wait_saved()
    for undo in (page.undo, page.desk.undo):
        with full_disk():
            page.scores.comment.field.setPlainText("my words")
            page.flush()
            assert not page.desk.wait_saved()
            undo()
            page.desk.wait_saved()
            assert page.scores.comment.field.text() == "my words"
            assert page.desk.state(page.case).scores[0] == 7
    page.flush()
    assert page.desk.wait_saved()
    assert page.desk.state(page.case).comment == "my words"


@posix_only
def test_a_comment_whose_undo_failed_is_shown_again(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    first, second = page.desk.order[:2]
    qtbot.keyClicks(page.scores.comment.field, "my words")
    page.flush()
    assert page.desk.wait_saved()
    with full_disk():
        page.undo()
        assert not page.desk.wait_saved()
    assert page.desk.state(first).comment == page.scores.comment.field.text() == "my words"
    page.show_case(second)
    assert page.case == second and window.settled()


@posix_only
def test_a_failure_that_was_told_does_not_keep_a_later_sheet_back(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    page = window.round
    for case_id in page.desk.order:
        page.desk.change(case_id, lambda session, case_id=case_id: session.set_recused(case_id, True))
    assert page.desk.wait_saved()
    with full_disk():
        page.desk.change(page.case, lambda session: session.set_recused(page.case, False))
        assert not page.desk.wait_saved()
    page.show_step("sign")
    page.sign.export_to(tmp_path / "mine.scoresheet")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert (tmp_path / "mine.scoresheet").exists()


@posix_only
def test_what_is_written_after_the_warning_is_warned_of_too(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    assert page.desk.wait_saved()
    with full_disk():
        qtbot.keyClicks(page.scores.comment.field, "first")
        window.close()
        assert window.round is page
        qtbot.keyClicks(page.scores.comment.field, "second")
        window.close()
        assert window.round is page
        window.close()
        assert window.round is None


@posix_only
def test_words_outlive_a_disk_that_fails_before_the_key_is_done(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    first, desk = page.case, page.desk
    assert desk.wait_saved()
    saved: list[bool] = []
    desk.saved.connect(lambda: saved.append(True))
    with full_disk():
        desk.change(first, lambda session: (session.set_comment(first, "my words"), session.wait()))
        assert desk.state(first).comment == ""
        assert desk.unsaved_words(first, "comment") == "my words"
        assert not desk.wait_saved() and not saved
    page.scores.show_comment()
    page.flush()
    assert desk.wait_saved() and saved
    assert desk.state(first).comment == "my words"


@posix_only
def test_a_comment_that_is_too_long_outlives_a_full_disk(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    first, limit = page.case, page.desk.session.terms.comment_limit
    assert page.desk.wait_saved()
    with full_disk():
        page.scores.comment.field.setPlainText("c" * limit + "the rest")
        page.go(1)
        page.desk.wait_saved()
        page.go(-1)
        page.desk.wait_saved()
    page.flush()
    assert page.desk.wait_saved()
    state = page.desk.state(first)
    assert (state.comment, state.note) == ("c" * limit, "the rest")


@posix_only
def test_institutions_are_kept_when_it_is_said(package: Path, a_round: SmallRound) -> None:
    with ReviewSession.open(package, a_round.cards[0]) as session:
        session.write_behind(lambda outcome: None)
        with full_disk(), pytest.raises(EnvironmentFailure, match="disk-full"):
            session.set_affiliations(["样例大学"])
        assert session.affiliations == ()
        session.set_affiliations(["样例大学"])
        assert session.settled
