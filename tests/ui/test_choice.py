"""The box to choose from: what it shows of a long choice, and what it is called."""

from __future__ import annotations

import sys

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from review_app.ui.widgets.choice import Choice


def test_a_long_choice_ends_in_an_ellipsis_and_the_name_is_heard(qtbot: QtBot) -> None:
    long, cut = "Round 2 · from twenty-nine cases to twenty-four", "Round 2 · from twenty-nine"
    pictures = []
    for text in (long, cut):
        box = Choice("Round")
        qtbot.addWidget(box)
        box.addItem(text)
        box.setFixedSize(160, 36)
        box.show()
        qtbot.waitExposed(box)
        pictures.append(box.grab().toImage())
        assert box.currentText() == text
    assert pictures[0] == pictures[1]  # both end in the same ellipsis, neither in half a letter
    heard = QAccessible.queryAccessibleInterface(box)
    kind = QAccessible.Text.Description if sys.platform == "linux" else QAccessible.Text.Name
    assert heard.text(kind) == "Round"
