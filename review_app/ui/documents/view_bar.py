"""The quiet row under a document: where one is, how large it is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class ViewBar(QWidget):
    """Says the page and the zoom and carries the buttons that change the zoom."""

    smaller = Signal()
    larger = Signal()
    fit = Signal()
    actual = Signal()

    def __init__(self, parent: QWidget | None = None, with_actual: bool = False) -> None:
        super().__init__(parent)
        self._place = self._label(Qt.AlignmentFlag.AlignLeft)
        self._zoom = self._label(Qt.AlignmentFlag.AlignCenter)
        self._zoom.setMinimumWidth(56)
        smaller = self._button("−", self.tr("Zoom out"), self.smaller, kind="icon")
        larger = self._button("+", self.tr("Zoom in"), self.larger, kind="icon")
        fit = self._button(self.tr("Fit width"), self.tr("Fit width"), self.fit, kind="link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 4, 24, 4)
        layout.setSpacing(8)
        layout.addWidget(self._place)
        layout.addStretch(1)
        for widget in (smaller, self._zoom, larger, fit):
            layout.addWidget(widget)
        if with_actual:
            layout.addWidget(
                self._button(self.tr("Actual size"), self.tr("Actual size"), self.actual, kind="link")
            )

    def show_place(self, text: str) -> None:
        """Says where one is, for example the page."""
        self._place.setText(text)

    @property
    def place_text(self) -> str:
        """What :meth:`show_place` said."""
        return self._place.text()

    def show_zoom(self, factor: float) -> None:
        """Says the zoom; 1 is shown as 100 %."""
        percent = self.locale().toString(round(factor * 100))
        self._zoom.setText(self.tr("{percent} %").format(percent=percent))

    def _label(self, alignment: Qt.AlignmentFlag) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "secondary")
        label.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
        return label

    def _button(self, text: str, name: str, signal: Signal, kind: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("kind", kind)
        button.clicked.connect(lambda: signal.emit())  # type: ignore[attr-defined]
        return button
