"""A line with a name at its left, quiet words beside it, and acts at its right; where there is no room, words or acts
stand below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QLayoutItem, QWidget

from review_app.ui.widgets.part_layout import PartLayout, height_of

LEAST = 64
"""Pixels of width that the quiet words keep beside the acts."""
BESIDE = 16
"""Pixels between the name and the words."""


class HeadLine(PartLayout):
    """``name`` (None: there is none) as wide as it is, ``words`` with the room that is left, the ``acts`` at the right.

    Words that would be cut short between name and acts stand on a line of their own; where even the name has no room
    beside them, the acts do, on as many lines as they need.
    """

    def __init__(
        self, name: QWidget | None, words: QWidget, acts: Sequence[QWidget], *, spacing: int = 8
    ) -> None:
        super().__init__(spacing=spacing)
        self._named = name is not None
        self.setContentsMargins(0, 0, 0, 0)
        for part in ([name] if name is not None else []) + [words, *acts]:
            self.addWidget(part)

    def heightForWidth(self, width: int) -> int:
        if self._words_below(width):
            return self._name_height() + self._words.sizeHint().height()
        lines = self._lines(width)
        return self._lead_height(lines[0]) + sum(height_of(line) + self.spacing() for line in lines[1:])

    def sizeHint(self) -> QSize:
        acts, name, words = self._acts(), self._name, self._words.widget()
        lead = self._lead_width()
        if name is not None and isinstance(words, QLabel):
            lead = name.sizeHint().width() + BESIDE + words.sizeHint().width()
        return QSize(lead + (self.spacing() + self.width_of(acts) if acts else 0), self._lead_height(acts))

    def minimumSize(self) -> QSize:
        widest = max((act.sizeHint().width() for act in self._acts()), default=0)
        return QSize(max(widest, self._lead_width()), self._lead_height(self._acts()))

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        name, acts = self._name, self._acts()
        if name is not None and self._words_below(area.width()):
            high, tall = self._name_height(), self._words.sizeHint().height()
            name.setGeometry(QRect(area.left(), area.top(), name.sizeHint().width(), high))
            self._place(acts, area, area.top(), high)
            self._words.setGeometry(QRect(area.left(), area.top() + high, area.width(), tall))
            return
        lines = self._lines(area.width())
        high, first = self._lead_height(lines[0]), lines[0]
        room = area.width() - (self.width_of(first) + self.spacing() if first else 0)
        self._place_lead(QRect(area.left(), area.top(), room, high))
        self._place(first, area, area.top(), high)
        top = area.top() + high + self.spacing()
        for line in lines[1:]:
            self._place(line, area, top, height_of(line))
            top += height_of(line) + self.spacing()

    # --- the lead -------------------------------------------------------------------------------------------------

    @property
    def _name(self) -> QLayoutItem | None:
        return self._parts[0] if self._named and self._parts else None

    @property
    def _words(self) -> QLayoutItem:
        return self._parts[1 if self._named else 0]

    def _acts(self) -> list[QLayoutItem]:
        return [part for part in self._parts[2 if self._named else 1 :] if not part.isEmpty()]

    def _name_height(self) -> int:
        """The height of the first line without the words."""
        name = self._name
        return max(name.sizeHint().height() if name is not None else 0, height_of(self._acts()))

    def _words_below(self, width: int) -> bool:
        """Whether the words would be cut short beside the acts, which have their room beside the name."""
        name, acts, words = self._name, self._acts(), self._words.widget()
        if name is None or not acts or not isinstance(words, QLabel) or not words.text():
            return False
        taken = name.sizeHint().width() + self.spacing() + self.width_of(acts)
        return taken <= width < taken + BESIDE + words.sizeHint().width()

    def _lead_width(self) -> int:
        """What name and words need at least."""
        name = self._name
        wide = name.sizeHint().width() + BESIDE if name is not None else 0
        words = self._words.widget()  # what may be elided says as a part of a layout that it needs nothing
        return wide + (min(LEAST, words.sizeHint().width()) if isinstance(words, QLabel) else LEAST)

    def _lead_height(self, beside: list[QLayoutItem]) -> int:
        name = self._name
        return max(
            name.sizeHint().height() if name is not None else 0,
            self._words.sizeHint().height(),
            height_of(beside),
        )

    def _place_lead(self, area: QRect) -> None:
        name, words = self._name, self._words
        tall = words.sizeHint().height()
        if name is None:
            words.setGeometry(
                QRect(area.left(), area.top() + (area.height() - tall) // 2, area.width(), tall)
            )
            return
        wide = min(name.sizeHint().width(), area.width())
        name.setGeometry(QRect(area.left(), area.top(), wide, area.height()))
        left = area.left() + wide + BESIDE
        # one base line: both texts stand in the middle of their heights
        lower = _base(name.widget()) - _base(words.widget())
        high = max(tall, area.height() - 2 * lower)
        words.setGeometry(QRect(left, area.top() + 2 * lower, max(0, area.right() + 1 - left), high))

    # --- the acts -------------------------------------------------------------------------------------------------

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The acts beside the lead, and those on each line below."""
        acts = self._acts()
        if not acts or self._lead_width() + self.spacing() + self.width_of(acts) <= width:
            return [acts]
        below: list[list[QLayoutItem]] = []
        for act in acts:
            if below and self.width_of([*below[-1], act]) <= width:
                below[-1].append(act)
            else:
                below.append([act])
        return [[], *below]

    def _place(self, line: list[QLayoutItem], area: QRect, top: int, high: int) -> None:
        left = max(area.left(), area.right() + 1 - self.width_of(line))
        for part in line:
            wanted = part.sizeHint()
            wide = min(wanted.width(), area.width())
            part.setGeometry(QRect(left, top + (high - wanted.height()) // 2, wide, wanted.height()))
            left += wide + self.spacing()


def _base(widget: QWidget | None) -> int:
    """How far below the middle of a line its letters stand, in pixels."""
    if widget is None:
        return 0
    metrics = QFontMetrics(widget.font())
    return (metrics.ascent() - metrics.descent()) // 2
