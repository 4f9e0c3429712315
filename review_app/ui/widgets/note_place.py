"""Where notes lie: over the foot of what is shown, so that nothing moves away from under the hand."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from review_app.ui import theme
from review_app.ui.widgets.banner import BannerArea

WIDEST = 760
"""Pixels beyond which a note is no wider."""
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show)


class NotePlace(QObject):
    """Keeps ``area``, which is in no layout, at the foot of a part of ``whole``; the part itself keeps its size.

    :attr:`covered` carries the pixels of height that notes cover, 0 without any.
    """

    covered = Signal(int)

    def __init__(self, area: BannerArea, whole: QWidget) -> None:
        super().__init__(area)
        self._area, self._whole = area, whole
        self._host: QWidget | None = None
        self._column = 0
        area.setParent(whole)
        area.hide()
        area.lie_over_others()
        area.installEventFilter(self)

    def lie_over(self, host: QWidget, column: int = 0) -> None:
        """From now on notes lie at the foot of ``host``: in the middle, or, where the text of ``host`` is a column of
        so many pixels at its right, over that."""
        self._column = column
        if host is self._host:
            return
        if self._host is not None and shiboken6.isValid(self._host):
            self._host.removeEventFilter(self)
        self._host = host
        host.installEventFilter(self)
        self.settle()

    def settle(self) -> None:
        """Finds the place again."""
        host = self._host
        if host is None or not shiboken6.isValid(host) or self._area.isHidden():
            return
        width = min(host.width(), self._column or theme.room(WIDEST))
        left = host.width() - width if self._column else (host.width() - width) // 2
        height = min(host.height(), self._area.wanted_height(width))
        self.covered.emit(height)
        corner = host.mapTo(self._whole, QPoint(left, host.height() - height))
        self._area.setGeometry(corner.x(), corner.y(), width, height)
        self._area.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the host, and notes that come, go or unfold."""
        kind = event.type()
        if watched is self._area:
            if kind in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
                self.settle()
            elif kind == QEvent.Type.Hide:
                self.covered.emit(0)
        elif kind in _MOVING and watched is self._host:
            self.settle()
        return False
