"""The view of the case list: rows reach to its edge, and the scroll bar lies over them."""

from __future__ import annotations

from PySide6.QtWidgets import QListView


class CaseView(QListView):
    """What marks a row isn't cut off before the scroll bar, which is see-through but for its handle."""

    def __init__(self) -> None:
        super().__init__()
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: self._reach(bar.sizeHint().width() if most else 0))
        if (holder := bar.parentWidget()) is not None:
            holder.raise_()

    def _reach(self, under: int) -> None:
        if self.viewportMargins().right() != -under:
            self.setViewportMargins(0, 0, -under, 0)
