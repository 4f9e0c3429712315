"""A folder that is typed in the dialog and isn't there yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from review_app.ui.widgets.dialogs import ask_for_folder


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
    dialog.accept()
    qtbot.waitUntil(lambda: bool(chosen))
    assert chosen == [tmp_path / ("cards" if make else "there")]
    assert chosen[0].is_dir() and (tmp_path / "cards").exists() is make
