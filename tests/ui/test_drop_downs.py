"""The lists of boxes to choose from: every entry is whole, and long ones have room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from review_app.ui import theme
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.parts import button

LONG = "示例省网络理政与数字政府建设研究会专家委员会 — a long entry"


@pytest.mark.parametrize("count", [2, 3, 10, 30])
@pytest.mark.parametrize("chosen", [0, 1])
def test_no_entry_of_a_list_is_cut_in_half(count: int, chosen: int, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    choice = Choice("entries")
    choice.addItems([f"条目 {number}" for number in range(count - 1)] + [LONG])
    choice.setFixedWidth(140)
    choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    layout = QVBoxLayout(window)
    layout.addWidget(choice)
    layout.addWidget(button("below"))
    layout.addStretch(1)
    window.setStyleSheet(theme.style_sheet(theme.current()))
    window.resize(900, 500)
    window.show()
    qtbot.waitExposed(window)
    window.move(0, 0)  # a list over the box, with its chosen entry there, would have no room above
    choice.setCurrentIndex(chosen)
    choice.showPopup()
    view = choice.view()
    qtbot.waitUntil(view.isVisible)
    shown = min(count, choice.maxVisibleItems())
    inside = view.viewport().rect()
    rects = [view.visualRect(view.model().index(number, 0)) for number in range(count)]
    assert all(inside.contains(rect) for rect in rects[:shown])
    assert rects[0].height() >= choice.fontMetrics().height() + 4
    assert bool(view.verticalScrollBar().maximum()) is (count > shown)
    assert view.sizeHintForColumn(0) <= inside.width() + 1
    choice.hidePopup()
