"""From an empty start page to the first case: package and card in any order, and files that belong elsewhere."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from review_app.model.file_kind import FileKind
from review_app.model.package.open import SealedPackage
from review_app.ui import errors, opening
from review_app.ui.app import load_qt, open_named
from review_app.ui.expert.start import StartPage
from review_app.ui.file_words import belongs_elsewhere
from review_app.ui.settings import RECENT, Settings
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound, small_round
from tests.ui.made import a_pdf

Open = Callable[..., MainWindow]


def drop(window: MainWindow, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    spot, buttons = QPoint(5, 5), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window.dragEnterEvent(QDragEnterEvent(spot, Qt.DropAction.CopyAction, data, buttons, none))
    window.dropEvent(QDropEvent(QPointF(spot), Qt.DropAction.CopyAction, data, buttons, none))


@pytest.fixture
def card_file(a_round: SmallRound, tmp_path: Path) -> Path:
    file = tmp_path / "card.txt"
    file.write_text(a_round.cards[0].file_text("样例"), "utf-8")
    return file


def start_of(window: MainWindow) -> StartPage:
    page = window.start_page
    assert isinstance(page, StartPage)
    return page


def test_a_card_dropped_first_is_kept_and_opens_the_package(
    qtbot: QtBot,
    open_window: Open,
    package: Path,
    card_file: Path,
    a_round: SmallRound,
    review_app_home: Path,
) -> None:
    window = open_window()
    drop(window, card_file)
    qtbot.waitUntil(lambda: window.kept_card is not None)
    assert start_of(window).card.field.text() == a_round.cards[0].printed()
    assert "open the package" in start_of(window).card.state.text()
    drop(window, package)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.kept_card is None
    window.close()
    for file in review_app_home.rglob("*"):
        if file.is_file():
            assert a_round.cards[0].printed().encode() not in file.read_bytes()


def test_a_card_typed_on_the_start_page_is_used(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window()
    qtbot.keyClicks(start_of(window).card.field, a_round.cards[0].printed().lower())
    window.rebuild()
    assert start_of(window).card.field.text() == a_round.cards[0].printed()
    assert window.kept_card is not None
    drop(window, package)
    qtbot.waitUntil(lambda: window.session is not None)


def test_package_and_card_dropped_together_open_at_once(
    qtbot: QtBot, open_window: Open, package: Path, card_file: Path
) -> None:
    window = open_window()
    drop(window, package, card_file)
    qtbot.waitUntil(lambda: window.session is not None)


def test_a_kept_card_of_another_round_is_refused_where_the_right_one_is_asked_for(
    qtbot: QtBot, open_window: Open, package: Path
) -> None:
    window = open_window()
    start_of(window).card.field.set_card(small_round().cards[0])
    drop(window, package)
    qtbot.waitUntil(lambda: window.card_page is not None)
    assert window.card_page is not None
    assert window.card_page.state.text()
    assert window.card_page.open.isEnabled() == (window.card_page.field.card() is not None)
    assert window.session is None
    assert window.kept_card is None


@pytest.mark.parametrize("spelling", ["spaces", "lower", "lines", "wide", "dashes", "file"])
def test_a_card_is_pasted_in_any_spelling(
    qtbot: QtBot, open_window: Open, a_round: SmallRound, spelling: str
) -> None:
    printed = a_round.cards[0].printed()
    spelled = {
        "spaces": f"  {printed.replace('-', ' ')} ",
        "lower": printed.lower(),
        "lines": printed.replace("-", "\r\n"),
        "wide": "".join(chr(ord(c) + 0xFEE0) for c in printed),
        "dashes": printed.replace("-", " — "),
        "file": a_round.cards[0].file_text("样例"),
    }[spelling]
    field = start_of(open_window()).card.field
    QApplication.clipboard().setText(spelled)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.card() is not None
    assert field.card().secret == a_round.cards[0].secret
    assert field.text() == printed


def test_a_sheet_and_a_pdf_are_named_for_what_they_are(
    qtbot: QtBot, open_window: Open, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window()
    sheet, pdf = tmp_path / "a.bin", tmp_path / "b.casepkg"
    sheet.write_bytes(a_round.sheet_and_receipt(0)[0])
    pdf.write_bytes(a_pdf())
    for file, word in ((sheet, "score sheet"), (pdf, "PDF")):
        drop(window, file)
        qtbot.waitUntil(lambda word=word: [word in note.what.text() for note in window.notes.notes] == [True])
        assert window.notes.notes[0].following.text()
    assert window.start_page is not None


def test_every_kind_of_file_has_words_of_its_own() -> None:
    said = [belongs_elsewhere(kind) for kind in FileKind]
    assert len(set(said)) == len(said)
    assert all(what and then for what, then in said)


def test_the_round_that_is_open_is_not_closed_by_its_own_package(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, card_file: Path
) -> None:
    window = open_window(package, a_round)
    session = window.session
    drop(window, package)
    qtbot.waitUntil(lambda: bool(window.notes.notes))
    assert window.session is session
    assert window.round is not None
    drop(window, card_file)
    qtbot.waitUntil(lambda: ["ballot card" in note.what.text() for note in window.notes.notes] == [True])
    assert window.session is session


def test_another_package_closes_the_round_and_keeps_its_scores(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    case_id = window.round.case
    window.round.desk.change(case_id, lambda session: session.set_score(case_id, 0, 6))
    other = tmp_path / "other.casepkg"
    other.write_bytes(small_round().package)
    drop(window, other)
    qtbot.waitUntil(lambda: window.card_page is not None)
    assert window.session is None
    drop(window, package)
    qtbot.waitUntil(lambda: window.card_page is not None and window.card_page.outside.path == package)
    window.open_with_card(package, a_round.cards[0])
    assert window.session.state(case_id).scores[0] == 6


def test_packages_opened_before_are_listed_marked_when_gone_and_cleared(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.casepkg"
    Settings().note_recent(gone)
    window = open_window(package, a_round)
    assert window.settings.recent == [package, gone]
    window.leave_round()
    page = start_of(window)
    assert [link.text() for link in page.recent] == ["round.casepkg", "gone.casepkg"]
    qtbot.waitUntil(lambda: not page.recent[1].isEnabled())
    assert page.recent[0].isEnabled()
    page.recent[0].click()
    qtbot.waitUntil(lambda: window.card_page is not None)
    window.show_start()
    start_of(window)._clear_recent()
    assert window.settings.recent == []
    assert not window.show_start().recent


def test_nothing_is_remembered_when_that_is_switched_off(
    open_window: Open, package: Path, a_round: SmallRound, review_app_home: Path
) -> None:
    Settings().note_recent(package)
    window = open_window()
    window.menu.prepare()
    keep = next(action for action in window.menu.recent.actions() if action.isCheckable())
    assert keep.isChecked()
    keep.trigger()
    assert window.settings.recent == []
    window.open_with_card(package, a_round.cards[0])
    assert window.settings.recent == []
    window.close()
    assert b"casepkg" not in (review_app_home / "window.ini").read_bytes()


def test_the_list_of_packages_is_short_and_without_doubles(review_app_home: Path) -> None:
    settings = Settings()
    for number in range(RECENT + 3):
        settings.note_recent(Path(f"/somewhere/{number}.casepkg"))
    settings.note_recent(Path("/somewhere/5.casepkg"))
    names = [path.name for path in Settings().recent]
    assert names == ["5.casepkg", "7.casepkg", "6.casepkg", "4.casepkg", "3.casepkg"]


class Hanging(KeyringBackend):
    """A store of secrets that waits for its user."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.answer = threading.Event(), threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.set()
        self.answer.wait(60)
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("nothing was to be kept")

    def delete_password(self, service: str, username: str) -> None:
        self.answer.wait(60)


def test_a_store_of_secrets_that_waits_for_its_user_holds_nothing_up(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    before = keyring.get_keyring()
    hanging = Hanging()
    keyring.set_keyring(hanging)
    try:
        window = open_window()
        window.open_file(package)
        qtbot.waitUntil(lambda: window.card_page is not None)
        qtbot.waitUntil(hanging.asked.is_set)
        qtbot.keyClicks(window.card_page.field, a_round.cards[0].printed())
        qtbot.keyClick(window.card_page.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.session is not None)
        started = time.monotonic()
        window.close()
        assert time.monotonic() - started < 5
    finally:
        hanging.answer.set()
        keyring.set_keyring(before)


def test_a_slow_disk_leaves_the_window_alive_and_can_be_given_up(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = threading.Event()
    at_once = SealedPackage.open.__func__  # type: ignore[attr-defined]

    def slowly(cls: type[SealedPackage], *arguments: object) -> SealedPackage:
        answer.wait(30)
        return at_once(cls, *arguments)

    monkeypatch.setattr(opening.SealedPackage, "open", classmethod(slowly))
    window = open_window()
    started = time.monotonic()
    window.open_file(package)
    assert time.monotonic() - started < 5
    (note,) = window.notes.notes
    assert "round.casepkg" in note.what.text()
    note.dismissed.emit()
    answer.set()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    qtbot.wait(50)
    assert window.start_page is not None
    assert window.notes.notes == []
    window.open_file(package)
    qtbot.waitUntil(lambda: window.card_page is not None)


def test_a_session_that_came_too_late_is_closed_again(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, opened = threading.Event(), threading.Event()
    at_once = opening.ReviewSession.open.__func__  # type: ignore[attr-defined]

    def slowly(cls: object, *arguments: object, **named: object) -> object:
        answer.wait(30)
        session = at_once(cls, *arguments, **named)
        opened.set()
        return session

    monkeypatch.setattr(opening.ReviewSession, "open", classmethod(slowly))
    window = open_window()
    window.open_file(package)
    qtbot.waitUntil(lambda: window.card_page is not None)
    page = window.card_page
    page.field.set_card(a_round.cards[0])
    page.open.click()
    assert not page.open.isEnabled()
    page.back.emit()
    answer.set()
    qtbot.waitUntil(opened.is_set)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    monkeypatch.undo()
    assert window.session is None
    window.open_with_card(package, a_round.cards[0])  # its lock was let go
    assert window.session is not None


def test_loading_qt_keeps_pythons_own_import() -> None:
    before = __import__
    load_qt()
    assert __import__ is before


def test_files_of_a_command_line_open_and_a_bug_among_them_is_told(
    qtbot: QtBot,
    review_app_home: Path,
    package: Path,
    card_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = MainWindow(Settings(), start=False)
    qtbot.addWidget(window)
    open_named(window, [package, card_file])
    qtbot.waitUntil(lambda: window.session is not None)
    window.close()

    def broken(*_: object) -> None:
        raise ValueError("SECRET")

    other = MainWindow(Settings(), start=False)
    qtbot.addWidget(other)
    monkeypatch.setattr(other, "adopt", broken)
    monkeypatch.setattr("sys.excepthook", errors._report)
    open_named(other, [package, card_file])
    assert other.start_page is not None
    (box,) = errors._showing
    assert "SECRET" not in box.text() + box.informativeText() + box.detailedText()
    box.close()


def test_without_files_that_can_be_opened_the_start_page_stands(
    qtbot: QtBot, review_app_home: Path, tmp_path: Path, card_file: Path
) -> None:
    window = MainWindow(Settings(), start=False)
    qtbot.addWidget(window)
    open_named(window, [tmp_path / "missing.casepkg", card_file])
    qtbot.waitUntil(lambda: window.start_page is not None)
    assert window.notes.notes
    assert window.kept_card is not None


def test_what_is_in_view_survives_a_new_text_size(
    qtbot: QtBot, open_window: Callable[..., MainWindow], package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    page.show_step("check")
    page.check.show_view("grid")
    window.rebuild()
    assert window.round.step == "check" and window.round.check.view == "grid"

    page = window.round
    page.show_step("read")
    page.list.search.setText("a")
    page.list.chips.buttons()[1].click()
    page.scores.focus_criterion(2)
    page.scores.show_levels()
    case_id, title = page.case, page.scores.drawers.levels.title.text()
    window.rebuild()
    page = window.round
    assert page is window.round and page.case == case_id
    assert page.list.search.text() == "a" and page.list.words == ["a"]
    assert page.list.chips.buttons()[1].isChecked()
    assert page.scores.drawers.open_name == "levels"
    assert page.scores.drawers.levels.title.text() == title
    assert page.scores.rows[2].field.hasFocus()
    assert page.check.view == "grid"
