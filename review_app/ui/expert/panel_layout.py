"""Puts the parts of the score panel into their places: the head, the rows, what comes and goes below them, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from review_app.ui.expert.panel_fit import Parts
from review_app.ui.widgets.parts import column, scrolling

if TYPE_CHECKING:
    from review_app.ui.expert.score_panel import ScorePanel


def lay_out(panel: ScorePanel) -> Parts:
    """Gives ``panel``, whose parts are made, its layout and the order of the Tab key; the layouts that share it."""
    top = column(panel.head, spacing=0)
    lines = column(*panel.rows, None, margins=(20, 0, 20, 0), spacing=12)
    content = QWidget()
    content.setLayout(lines)
    area = scrolling(content)
    strip = column(panel.strip, panel.pause, margins=(20, 0, 20, 0), spacing=0)
    foot = column(panel.comment, panel.foot.flags, panel.foot.ways, margins=(20, 0, 20, 16), spacing=8)
    below = column(panel.asides, None, strip, panel.drawers, foot, spacing=8)
    whole = column(top, area, below, margins=(1, 0, 0, 0), spacing=0)
    whole.setStretch(2, 1)
    panel.setLayout(whole)
    before: QWidget = panel.head.levels
    for after in (panel.head.history, *panel.head.steps.buttons, *(each.field for each in panel.rows)):
        QWidget.setTabOrder(before, after)
        before = after
    return Parts(top, lines, area, panel.asides.lines, strip, foot, below)
