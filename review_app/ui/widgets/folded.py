"""Text from outside that shows its first lines, and says by an ellipsis that there are more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from review_app.ui.widgets.parts import label

UNLIMITED = (1 << 24) - 1
"""Pixels: what Qt takes for no limit."""


def first_lines(text: str, font: QFont, width: int, lines: int) -> str:
    """``text`` as ``lines`` lines of at most ``width`` pixels, the last with an ellipsis where anything is left out;
    the whole text if it needs no more."""
    shown: list[str] = []
    paragraphs = text.split("\n")
    for number, paragraph in enumerate(paragraphs):
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, after = line.textStart(), line.textStart() + line.textLength()
            more = after < len(paragraph) or number + 1 < len(paragraphs)
            if len(shown) + 1 >= lines and more:
                rest = f"{paragraph[start:].rstrip()}…"
                last = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
                return "\n".join([*shown, last])
            shown.append(paragraph[start:after].rstrip())
        layout.endLayout()
        if not paragraph:
            shown.append("")
    return text


class Folded(QLabel):
    """A text of which ``lines`` lines are shown until :meth:`unfold`, or all where it has no more than ``whole``;
    selectable, and heard as a whole.  :attr:`fits` says whether all is shown from the beginning."""

    fits = Signal(bool)

    def __init__(self, text: str, lines: int, whole: int = 0) -> None:
        super().__init__()
        like = label(text, "body", wrap=True, select=True)
        self.setTextFormat(like.textFormat())
        self.setProperty("role", "body")
        self.setWordWrap(True)
        self.setSizePolicy(like.sizePolicy())
        self.setTextInteractionFlags(like.textInteractionFlags())
        self.setCursor(like.cursor())
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setAccessibleDescription(text)
        self._whole, self._lines, self.folded = text, lines, True
        self._most = max(lines, whole)
        self.long = True
        self.ensurePolished()
        self._show()

    def unfold(self, on: bool) -> None:
        """Shows all of it, or its first lines."""
        self.folded = not on
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.folded and event.oldSize().width() != event.size().width():
            self._show()

    def _show(self) -> None:
        width = self.width() - 2  # so that nothing is broken anew where the line just fits
        self.long = first_lines(self._whole, self.font(), width, self._most) != self._whole
        cut = self.folded and self.long
        self.setMaximumHeight(self.fontMetrics().lineSpacing() * self._lines if cut else UNLIMITED)
        self.setText(first_lines(self._whole, self.font(), width, self._lines) if cut else self._whole)
        self.fits.emit(not self.long)
