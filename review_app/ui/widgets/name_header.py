"""Headings over narrow columns of figures: a name that finds no room on one line goes on in a second."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from review_app.ui import theme

SIDES = 14
"""Pixels beside a name, as the style sheet has them."""
ENDINGS = ("bility", "tion", "sion", "ness", "ment", "ance", "ence", "ity")
"""Where an English word is broken best, the better first: "Replica-bility" in columns of any width."""
LEAST = 3
"""Letters of a word that are not torn off it."""


class NameHeader(QHeaderView):
    """A row of headings, as high as the longest name asks for at the widths the columns have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.sectionResized.connect(lambda *_: self.updateGeometries())

    def lines(self, section: int) -> list[str]:
        """How a heading is set at the width its column has: on one line or two."""
        name = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        return in_two(name, _metrics(), self.sectionSize(section) - SIDES)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Ground, line and words as the style sheet has them; Qt itself would set one line only."""
        colours = theme.current()
        painter.save()
        painter.fillRect(rect, QColor(colours.window))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.control))
        painter.setPen(QColor(colours.secondary))
        painter.setFont(theme.interface_font(theme.SMALL_SIZE))
        role = Qt.ItemDataRole.TextAlignmentRole
        align = self.model().headerData(section, Qt.Orientation.Horizontal, role) or self.defaultAlignment()
        sideways = Qt.AlignmentFlag(align) & Qt.AlignmentFlag.AlignHorizontal_Mask
        inner = rect.adjusted(SIDES // 2, 0, -SIDES // 2, -6)
        painter.drawText(inner, int(sideways | Qt.AlignmentFlag.AlignBottom), "\n".join(self.lines(section)))
        painter.restore()

    def sizeHint(self) -> QSize:
        """Two lines where one name at least needs them."""
        size = super().sizeHint()
        model = self.model()
        count = model.columnCount() if model is not None else 0
        if any(len(self.lines(section)) > 1 for section in range(count)):
            size.setHeight(size.height() + _metrics().lineSpacing())
        return size


def in_two(name: str, metrics: QFontMetrics, room: int) -> list[str]:
    """``name`` on one line if that fits into ``room`` pixels, or else broken: between words, or a Latin word with a
    hyphen; what finds no room on two lines ends in an ellipsis."""
    measured = metrics.horizontalAdvance
    if measured(name) <= room:
        return [name]
    words = name.split(" ")
    for count in range(len(words) - 1, 0, -1):
        first, rest = " ".join(words[:count]), " ".join(words[count:])
        if measured(first) <= room:
            return [first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)]
    hyphen = "-" if words[0].isascii() else ""
    best = [len(name) - len(ending) for ending in ENDINGS if name.lower().endswith(ending)]
    for place in [*best, *range(len(name) - (LEAST if hyphen else 1), 0, -1)]:
        if measured(name[:place] + hyphen) <= room and (not hyphen or place >= LEAST):
            return [
                name[:place] + hyphen,
                metrics.elidedText(name[place:], Qt.TextElideMode.ElideRight, room),
            ]
    return [metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)]


def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.interface_font(theme.SMALL_SIZE))
