"""What stands in the place of a document that can't be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Notice(QWidget):
    """A sentence in the middle of the page, and a button to try again where that makes sense."""

    retried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setProperty("role", "quiet")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.retried)
        column = QWidget(self)
        column.setMaximumWidth(480)
        inner = QVBoxLayout(column)
        inner.setSpacing(16)
        inner.addStretch(2)
        inner.addWidget(self._text)
        inner.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(3)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.addStretch(1)
        layout.addWidget(column, 100)  # as wide as it may be, before the space beside it grows
        layout.addStretch(1)

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._text.text()

    @property
    def offers_retry(self) -> bool:
        """Whether the button is there."""
        return not self._button.isHidden()

    def say(self, text: str, retry: bool = False) -> None:
        """Shows ``text``, with the button if ``retry``."""
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._button.setText(self.tr("Try again"))
        self._button.setVisible(retry)
