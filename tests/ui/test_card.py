"""The card field: any spelling, a check before anything is tried, and a memory that is read back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import null
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from review_app.model import card_memory
from review_app.model.crypto.ballot_card import new_card
from review_app.model.errors import EnvironmentFailure
from review_app.ui.expert.card_field import CardField
from review_app.ui.expert.card_page import CardPage
from review_app.ui.expert.welcome_page import WelcomePage
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound, small_round

Open = Callable[..., MainWindow]


@pytest.fixture
def field(qtbot: QtBot) -> CardField:
    made = CardField()
    qtbot.addWidget(made)
    return made


def test_groups_appear_while_typing(qtbot: QtBot, field: CardField) -> None:
    card = new_card()
    symbols = card.printed().replace("-", "")
    qtbot.keyClicks(field, symbols.lower())
    assert field.text() == card.printed()
    assert field.card() == card


def test_hyphens_and_spaces_may_be_typed(qtbot: QtBot, field: CardField) -> None:
    card = new_card()
    qtbot.keyClicks(field, card.printed())
    assert field.card() == card
    field.clear_card()
    qtbot.keyClicks(field, card.printed().replace("-", " "))
    assert field.card() == card


def test_letters_that_look_like_digits_are_read(qtbot: QtBot, field: CardField) -> None:
    qtbot.keyClicks(field, "oil0")
    assert field.text() == "0110"


def test_backspace_and_typing_in_the_middle(qtbot: QtBot, field: CardField) -> None:
    qtbot.keyClicks(field, "ABCDEFGH")
    assert field.text() == "ABCD-EFGH"
    for _ in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "ABC"
    qtbot.keyClicks(field, "DEF")
    assert field.text() == "ABCD-EF"
    field.setCursorPosition(0)
    qtbot.keyClicks(field, "12")
    assert field.text() == "12AB-CDEF"
    assert field.cursorPosition() == 2
    qtbot.keyClicks(field, "345")
    assert field.text() == "1234-5ABC-DEF"


def test_a_card_file_can_be_pasted(qtbot: QtBot, field: CardField) -> None:
    card = new_card("0" * 26)
    QApplication.clipboard().setText(card.file_text("样例"))
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.card() == card
    assert field.text() == card.printed()


def asked(qtbot: QtBot, window: MainWindow, package: Path) -> CardPage:
    """The page that asks for the card of ``package``."""
    window.open_file(package)
    qtbot.waitUntil(lambda: window.card_page is not None)
    page = window.card_page
    assert isinstance(page, CardPage)
    return page


def test_every_single_typing_error_is_told(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window()
    page = asked(qtbot, window, package)
    printed = a_round.cards[0].printed().replace("-", "")
    wrong = ("8" if printed[3] != "8" else "9").join((printed[:3], printed[4:]))
    qtbot.keyClicks(page.field, printed[:10])
    assert page.state.text() == "10 of 24 characters"
    assert not page.open.isEnabled()
    page.field.clear_card()
    qtbot.keyClicks(page.field, wrong)
    assert "check" in page.state.text().lower()
    assert not page.open.isEnabled()
    page.field.clear_card()
    qtbot.keyClicks(page.field, printed[:5] + "!")
    assert "!" in page.state.text()
    page.field.clear_card()
    qtbot.keyClicks(page.field, printed)
    assert page.state.text() == "The card is typed correctly."
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.pages.currentWidget(), WelcomePage))


def test_a_card_of_another_round_is_refused_in_place(qtbot: QtBot, open_window: Open, package: Path) -> None:
    window = open_window()
    page = asked(qtbot, window, package)
    page.field.set_card(small_round().cards[0])
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "another round" in page.state.text())
    assert window.pages.currentWidget() is page
    page.field.clear_card()
    qtbot.keyClicks(page.field, new_card().printed())
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not open" in page.state.text() or "doesn't open" in page.state.text())
    assert window.pages.currentWidget() is page


def test_a_card_file_can_be_dropped(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window()
    page = asked(qtbot, window, package)
    file = tmp_path / "my.txt"
    file.write_text(a_round.cards[1].file_text("样例"), "utf-8")
    page.read_file(file)
    assert page.field.card().secret == a_round.cards[1].secret
    file.write_bytes(os.urandom(300))
    page.field.clear_card()
    page.read_file(file)
    assert page.field.card() is None
    assert page.state.text()


def test_the_card_is_never_written_by_the_window(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, review_app_home: Path
) -> None:
    window = open_window(package, a_round)
    title = window.round.desk.title(window.round.case)
    window.close()
    secret = a_round.cards[0].secret
    for file in review_app_home.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            for word in (secret, a_round.cards[0].printed(), title):
                assert word.encode() not in content, file


class Memory(KeyringBackend):
    """A working back end, kept in this process."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username))


@pytest.fixture
def a_keyring() -> object:
    before = keyring.get_keyring()
    memory = Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def test_remembered_only_if_asked_and_then_never_asked_again(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, a_keyring: Memory
) -> None:
    for wanted in (False, True):
        window = open_window()
        page = asked(qtbot, window, package)
        qtbot.waitUntil(page.remember.isVisible)
        assert not page.remember.isChecked()
        page.remember.setChecked(wanted)
        page.field.set_card(a_round.cards[0])
        page.open.click()
        qtbot.waitUntil(lambda: window.session is not None)  # noqa: B023 - waited for here
        qtbot.waitUntil(lambda: len(a_keyring.kept) == int(wanted))  # noqa: B023 - waited for here
        window.close()
    window = open_window()
    window.open_file(package)
    qtbot.waitUntil(lambda: window.session is not None)
    window.arrivals.forget_card()
    qtbot.waitUntil(lambda: a_keyring.kept == {})
    qtbot.waitUntil(lambda: bool(window.notes.notes))


def test_null_and_missing_back_ends_are_seen_through() -> None:
    before = keyring.get_keyring()
    assert not card_memory.can_remember()
    for backend in (null.Keyring(), before):
        keyring.set_keyring(backend)
        with pytest.raises(EnvironmentFailure) as failure:
            card_memory.remember("round", "thumb", new_card())
        assert failure.value.code == "card-not-remembered"
        assert card_memory.recall("round", "thumb") is None
    keyring.set_keyring(before)


def test_a_back_end_that_forgets_is_found_out() -> None:
    class Forgetful(Memory):
        def set_password(self, service: str, username: str, password: str) -> None:
            pass

    before = keyring.get_keyring()
    keyring.set_keyring(Forgetful())
    card = new_card()
    try:
        with pytest.raises(EnvironmentFailure) as failure:
            card_memory.remember("round", "thumb", card)
    finally:
        keyring.set_keyring(before)
    assert failure.value.code == "keyring-failed"
    assert card.printed() not in str(failure.value)


def test_memory_starts_without_asking_the_keyring_when_the_model_is_loaded() -> None:
    script = "import sys, review_app.model.card_memory; print('keyring' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
