"""The view of the case list: rows reach to its edge, and the scroll bar lies over them."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QListView, QWidget


class CaseView(QListView):
    """What marks a row isn't cut off before the scroll bar, which is see-through but for its handle."""

    def __init__(self) -> None:
        super().__init__()
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: self._reach(bar.sizeHint().width() if most else 0))
        # The viewport that Qt made would do, but to ask for it has all classes of QtWidgets made for Python, before the
        # window is painted.  The name is the one it has.
        ground = QWidget()
        ground.setObjectName("qt_scrollarea_viewport")
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        self.setViewport(ground)
        ground.lower()

    def _reach(self, under: int) -> None:
        if self.viewportMargins().right() != -under:
            self.setViewportMargins(0, 0, -under, 0)
