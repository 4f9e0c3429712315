"""A folder that is typed in the dialog and isn't there yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from review_app.model.errors import InputError
from review_app.model.files import write_atomically
from review_app.ui.widgets.dialogs import ask_for_existing, ask_for_folder, ask_for_new, ask_for_several


@pytest.mark.parametrize("make", [True, False])
def test_a_typed_folder_is_made_only_where_one_is_wanted(qtbot: QtBot, tmp_path: Path, make: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[Path] = []
    (tmp_path / "there").mkdir()
    dialog = ask_for_folder(parent, "Where", chosen.append, tmp_path, make=make)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(tmp_path / "cards" if make else tmp_path / "there"))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(chosen))
    assert chosen == [tmp_path / ("cards" if make else "there")]
    assert chosen[0].is_dir() and (tmp_path / "cards").exists() is make


def test_every_dialog_can_be_the_systems_own(qtbot: QtBot, tmp_path: Path) -> None:
    """Qt takes its own drawing for any class but QFileDialog, and where it is told to (``canBeNativeDialog``)."""
    parent = QWidget()
    qtbot.addWidget(parent)
    for dialog in (
        ask_for_existing(parent, "Open", ["All files (*)"], lambda path: None),
        ask_for_several(parent, "Open", ["All files (*)"], lambda paths: None),
        ask_for_new(parent, "Save", tmp_path / "a.csv", "CSV (*.csv)", lambda path: None),
        ask_for_folder(parent, "Where", lambda path: None, make=True),
        ask_for_folder(parent, "Where", lambda path: None),
    ):
        assert dialog.metaObject().className() == "QFileDialog"
        assert not dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.reject()


def test_a_file_in_a_folder_that_is_not_there_is_refused_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[Path] = []
    dialog = ask_for_new(parent, "Save", tmp_path / "a.csv", "CSV (*.csv)", chosen.append)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(tmp_path / "gone" / "a.csv"))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(chosen))
    with pytest.raises(InputError, match="folder-missing") as failure:
        write_atomically(chosen[0], b"x")
    assert failure.value.params == {"folder": str(tmp_path / "gone"), "name": "a.csv"}
    assert list(tmp_path.iterdir()) == []
