"""What is remembered between starts, and that nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from review_app.ui import theme
from review_app.ui.settings import Settings
from review_app.ui.window import MainWindow

Open = Callable[..., MainWindow]


def test_choices_are_remembered(qtbot: QtBot, open_window: Open, review_app_home: Path) -> None:
    window = open_window()
    dark = next(action for action in window.menu.themes.actions() if action.data() == "dark")
    dark.trigger()
    assert theme.current().name == "dark"
    window.pages.currentWidget().doors.buttons()[1].click()
    window.resize(1111, 666)
    window.close()
    again = Settings()
    assert (again.theme, again.door, again.language) == ("dark", "organizer", "system")
    assert open_window().width() == 1280  # the fixture's own size: set after the remembered one
    assert again.geometry is not None
    assert {file.name for file in review_app_home.rglob("*") if file.is_file()} == {"window.ini"}


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"[General]\ntheme=pink\ndoor=\nlanguage=fr\n"])
def test_nonsense_in_the_file_is_ignored(review_app_home: Path, content: bytes) -> None:
    (review_app_home / "window.ini").write_bytes(content)
    settings = Settings()
    assert (settings.theme, settings.door, settings.language) == ("system", "expert", "system")
    assert settings.geometry is None


def test_the_theme_follows_the_system_unless_chosen(qapp: object) -> None:
    hints = QGuiApplication.styleHints()
    theme.choose("system")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)  # the offscreen platform has no setting to change
    assert theme.current().name == "dark"
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.current().name == "light"
    theme.choose("light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().name == "light"
