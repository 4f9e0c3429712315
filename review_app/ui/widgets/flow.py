"""A row of small parts that goes on in a second line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from review_app.ui.widgets.part_layout import PartLayout, height_of


class Flow(PartLayout):
    """Parts from left to right, as wide as they want to be, on as many lines as that takes.

    The parts from place ``right_from`` on stand at the right end: of the one line, or of a line of their own.
    """

    def __init__(
        self,
        *parts: QWidget,
        spacing: int = 8,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        right_from: int | None = None,
    ) -> None:
        super().__init__(spacing=spacing)
        self._right_from = right_from
        self.setContentsMargins(*margins)
        for part in parts:
            self.addWidget(part)

    def heightForWidth(self, width: int) -> int:
        edges = self.contentsMargins()
        lines = self._lines(width - edges.left() - edges.right())
        high = sum(height_of(line) for line in lines) + self.spacing() * max(0, len(lines) - 1)
        return high + edges.top() + edges.bottom()

    def sizeHint(self) -> QSize:
        """One line with everything on it."""
        return self._with_margins(self.width_of(self._shown()), height_of(self._shown()))

    def minimumSize(self) -> QSize:
        widest = max((part.sizeHint().width() for part in self._shown()), default=0)
        return self._with_margins(widest, height_of(self._shown()))

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        edges = self.contentsMargins()
        inner = area.adjusted(edges.left(), edges.top(), -edges.right(), -edges.bottom())
        lines = self._lines(inner.width())
        top = inner.top()
        for line in lines:
            left, high = inner.left(), height_of(line)
            for part in line:
                if self._begins_right(part) if len(lines) == 1 else part is line[0] and self._is_right(part):
                    rest = line[line.index(part) :]
                    left = inner.right() + 1 - self.width_of(rest)
                wide = min(part.sizeHint().width(), inner.width())
                tall = part.sizeHint().height()
                part.setGeometry(QRect(left, top + (high - tall) // 2, wide, tall))
                left += wide + self.spacing()
            top += high + self.spacing()

    def _is_right(self, part: QLayoutItem) -> bool:
        return self._right_from is not None and part in self._parts[self._right_from :]

    def _begins_right(self, part: QLayoutItem) -> bool:
        return part is next((each for each in self._shown() if self._is_right(each)), None)

    def _shown(self) -> list[QLayoutItem]:
        return [part for part in self._parts if not part.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        shown = self._shown()
        for place, part in enumerate(shown):
            together = shown[place:] if self._begins_right(part) else [part]
            if self.width_of(together) > width:
                together = [part]
            if lines and self.width_of([*lines[-1], *together]) <= width:
                lines[-1].append(part)
            else:
                lines.append([part])
        return lines

    def _with_margins(self, width: int, height: int) -> QSize:
        edges = self.contentsMargins()
        return QSize(width + edges.left() + edges.right(), height + edges.top() + edges.bottom())
