"""What layouts of our own have in common: a list of parts, side by side on lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class PartLayout(QLayout):
    """Keeps its parts in the order in which they came; how high it is depends on how wide it is."""

    def __init__(self, *, spacing: int) -> None:
        super().__init__()
        self._parts: list[QLayoutItem] = []
        self.setSpacing(spacing)

    def addItem(self, part: QLayoutItem) -> None:
        self._parts.append(part)

    def count(self) -> int:
        return len(self._parts)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._parts[place] if 0 <= place < len(self._parts) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._parts.pop(place) if 0 <= place < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def width_of(self, parts: list[QLayoutItem]) -> int:
        """Pixels that ``parts`` want beside each other."""
        return sum(part.sizeHint().width() for part in parts) + self.spacing() * max(0, len(parts) - 1)


def height_of(parts: list[QLayoutItem]) -> int:
    """Pixels that the highest of ``parts`` wants."""
    return max((part.sizeHint().height() for part in parts), default=0)
