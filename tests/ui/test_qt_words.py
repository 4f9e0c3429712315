"""Qt's own dialogs speak the window's language, also where Qt's catalogue lags behind its sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QHeaderView, QLabel
from pytestqt.qtbot import QtBot

from review_app.ui import language
from review_app.ui.widgets.dialogs import ask_for_new
from tests.conftest import REPOSITORY

LATIN = re.compile(r"[A-Za-z]{2}")


def said(dialog: QFileDialog) -> list[str]:
    """Words and tips of labels, buttons, menus and columns."""
    found = [part.text() for part in dialog.findChildren(QLabel)]
    for button in dialog.findChildren(QAbstractButton):
        found += [button.text(), button.toolTip()]
    found += [action.text() for part in dialog.findChildren(QAbstractButton) for action in part.actions()]
    for header in dialog.findChildren(QHeaderView):
        model = header.model()
        found += [str(model.headerData(each, Qt.Orientation.Horizontal)) for each in range(header.count())]
    return [text for text in found if text]


@pytest.mark.parametrize("mode", QFileDialog.AcceptMode)
def test_the_file_dialog_of_qt_is_chinese(qtbot: QtBot, tmp_path: Path, mode: QFileDialog.AcceptMode) -> None:
    language.install("zh")
    dialog = QFileDialog(None, "打开", str(tmp_path), "评分表 (*.scoresheet)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.show()
    words = said(dialog)
    assert "查找范围(&L)：" in words
    assert [each for each in words if LATIN.search(each)] == []


def test_the_window_asks_with_that_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    language.install("zh")
    dialog = ask_for_new(
        None, "保存评分表", tmp_path / "a.scoresheet", "评分表 (*.scoresheet)", lambda file: None
    )
    qtbot.waitUntil(dialog.isVisible)
    assert [each for each in said(dialog) if LATIN.search(each)] == []
    dialog.reject()


def test_words_with_a_key_are_taken_from_those_without() -> None:
    translate = QCoreApplication.translate
    language.install("zh")
    assert translate("QFileDialog", "Look in:") == "查找范围："
    assert translate("QFileDialog", "&Look in:") == "查找范围(&L)："
    assert translate("QFileDialog", "Files of &type:") == "文件类型(&T)："
    assert translate("QFileDialog", "File &name:") not in ("File &name:", "")  # Qt's own, with its key
    assert translate("QFileDialog", "No such &words") == "No such &words"
    assert translate("QFileDialog", "Terms & rules") == "Terms & rules"
    assert translate("Nobody", "&Look in:") == "&Look in:"
    language.install("en")
    assert translate("QFileDialog", "&Look in:") == "&Look in:"


def test_the_frozen_program_keeps_the_catalogue() -> None:
    """By the rule that drops catalogues of other languages."""
    specification = (REPOSITORY / "build" / "pyinstaller.spec").read_text("utf-8")
    (rule,) = re.findall(r'^foreign = re\.compile\(r"(.+)"\)$', specification, re.MULTILINE)
    folder = "_internal/PySide6/Qt/translations"
    assert not re.search(rule, f"{folder}/qtbase_zh_CN.qm")
    assert re.search(rule, f"{folder}/qtbase_de.qm")
