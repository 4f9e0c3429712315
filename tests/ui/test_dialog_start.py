"""Where a dialog for existing files begins: among the documents at first, then where something was chosen last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from review_app.ui.widgets import dialogs


def test_documents_first_then_the_folder_chosen_last(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs._last, "folder", None)
    documents, sheets = tmp_path / "documents", tmp_path / "sheets"
    documents.mkdir()
    sheets.mkdir()
    (sheets / "one.scoresheet").write_bytes(b"x")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[Path] = []
    first = dialogs.ask_for_several(parent, "Open", ["All files (*)"], chosen.extend)
    assert Path(first.directory().absolutePath()) == documents
    name = first.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(sheets / "one.scoresheet"))
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chosen == [sheets / "one.scoresheet"])
    for second in (
        dialogs.ask_for_existing(parent, "Open", ["All files (*)"], lambda path: None),
        dialogs.ask_for_folder(parent, "Where", lambda path: None),
    ):
        assert Path(second.directory().absolutePath()) == sheets
        second.reject()
    (sheets / "one.scoresheet").unlink()
    sheets.rmdir()
    third = dialogs.ask_for_folder(parent, "Where", lambda path: None)
    assert Path(third.directory().absolutePath()) == documents
    third.reject()


def test_after_a_new_folder_the_next_begins_beside_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder for something new has to be empty: nobody wants the one that was filled."""
    monkeypatch.setattr(dialogs._last, "folder", tmp_path)
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[Path] = []
    first = dialogs.ask_for_folder(parent, "Where", chosen.append, make=True)
    name = first.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(tmp_path / "cards"))
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chosen == [tmp_path / "cards"])
    second = dialogs.ask_for_folder(parent, "Where", lambda path: None, make=True)
    assert Path(second.directory().absolutePath()) == tmp_path
    second.reject()
