"""A field of several lines that grows with what is typed, so that nothing scrolls within a page that scrolls."""

from __future__ import annotations

from math import ceil

from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit


class GrowingText(QPlainTextEdit):
    """As high as its lines are at the width it has: ``least`` lines or more, and from ``most`` lines on it scrolls."""

    def __init__(self, least: int, most: int = 16) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())  # Qt counts the height of plain text in lines
        shown = min(max(lines, self._least), max(self._most, self._least))
        around = self.height() - self.viewport().height() if self.isVisible() else 0
        margins = 2 * round(self.document().documentMargin()) + 2  # the last line has to be within
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        self.setFixedHeight(shown * line + margins + max(around, 14))
