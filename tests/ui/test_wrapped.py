"""Texts of several lines: no Chinese character stands alone on the last."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QTextLayout
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from review_app.ui.widgets.parts import label
from review_app.ui.widgets.wrapped import JOINER, joined

SENTENCE = (
    "可填现在或近年的任职单位（可不填）：来自这些单位的案例会给出提示。单位名称只留在这台电脑上，不会导出。"
)


def shown_lines(text: str, width: int, like: QLabel) -> list[str]:
    """``text`` as lines of at most ``width`` pixels."""
    layout, found = QTextLayout(text, like.font()), list[str]()
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].replace(JOINER, ""))
    layout.endLayout()
    return found


@pytest.mark.parametrize("width", range(150, 900, 7))
def test_the_last_line_has_two_characters_at_least(qtbot: QtBot, width: int) -> None:
    made = label(SENTENCE, "secondary", wrap=True)
    qtbot.addWidget(made)
    lines = shown_lines(QLabel.text(made), width, made)
    assert "".join(lines) == SENTENCE
    assert len(lines[-1].rstrip("。")) >= 2


def test_what_is_asked_for_and_heard_is_the_text_itself(qtbot: QtBot) -> None:
    made = label(SENTENCE, "secondary", wrap=True)
    qtbot.addWidget(made)
    heard = QAccessible.queryAccessibleInterface(made)
    assert made.text() == SENTENCE
    assert heard.text(QAccessible.Text.Name) == SENTENCE
    made.setText("Nothing to join.")
    assert heard.text(QAccessible.Text.Name) == "Nothing to join."
    made.setText("已自动保存，可随时离开。")
    assert heard.text(QAccessible.Text.Name) == "已自动保存，可随时离开。"
    made.setAccessibleName("另一个名称")
    made.setText("没有可搜索的文字。")
    assert heard.text(QAccessible.Text.Name) == "另一个名称"


def test_what_can_be_copied_holds_no_joiner(qtbot: QtBot) -> None:
    made = label(SENTENCE, "secondary", wrap=True, select=True)
    qtbot.addWidget(made)
    assert QLabel.text(made) == SENTENCE


@pytest.mark.parametrize("text", ["", "Saved.", "F3", "第 12 号", "一"])
def test_what_cannot_break_is_left(text: str) -> None:
    assert joined(text) == text
