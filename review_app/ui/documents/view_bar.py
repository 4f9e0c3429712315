"""The quiet row under a document: where one is, how large it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget


class ViewBar(QWidget):
    """Says the place and the zoom, and carries what changes them.  A page can be typed where there are pages."""

    smaller = Signal()
    larger = Signal()
    fit_chosen = Signal(str)
    page_chosen = Signal(int)
    """From 0."""
    page_left = Signal()
    """Typing a page has ended; the reader goes on in the document."""
    strip_toggled = Signal()

    def __init__(self, parent: QWidget | None, choices: Sequence[tuple[str, str]]) -> None:
        """``choices``: key and words of the ways to fit the document."""
        super().__init__(parent)
        self.strip = self._button(self.tr("Pages"), self.tr("Small pictures of the pages"), "link")
        self.strip.setCheckable(True)
        self.strip.clicked.connect(self.strip_toggled)
        self.strip.hide()
        self._field = QLineEdit(self)
        self._field.setAccessibleName(self.tr("Page number"))
        self._field.setToolTip(self.tr("Type a page number and press Enter"))
        self._field.setValidator(QIntValidator(1, 999_999, self._field))
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.setProperty("kind", "number")
        self._field.setFixedWidth(56)
        self._field.returnPressed.connect(self._go)
        self._field.editingFinished.connect(self._settle)
        self._field.hide()
        self._page, self._last = "1", 1
        self._place = self._label()
        self._found = self._label()
        smaller = self._button("−", self.tr("Zoom out"), "icon")
        smaller.clicked.connect(self.smaller)
        larger = self._button("+", self.tr("Zoom in"), "icon")
        larger.clicked.connect(self.larger)
        self._zoom = self._button("", self.tr("Zoom"), "link")
        self._zoom.setMinimumWidth(64)
        self._fits = self._menu(choices)
        self._zoom.setMenu(self._fits)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 4)
        layout.setSpacing(6)
        for widget in (self.strip, self._field, self._place):
            layout.addWidget(widget)
        layout.addSpacing(12)
        layout.addWidget(self._found)
        layout.addStretch(1)
        for widget in (smaller, self._zoom, larger):
            layout.addWidget(widget)

    def show_place(self, text: str) -> None:
        """Says where one is, for example how many pages there are."""
        self._place.setText(text)

    def show_found(self, text: str, said: str = "") -> None:
        """Says what a search has found.  ``said``: the same as a sentence, for those who hear it or point at it."""
        self._found.setText(text)
        self._found.setAccessibleName(said or text)
        self._found.setToolTip(said)

    def set_pages(self, count: int) -> None:
        """Lets a page be typed, beyond ``count`` meaning the last one; 0 takes the field away."""
        self._last = count
        self._field.setVisible(count > 0)

    def show_page(self, page: int) -> None:
        """Says the page (from 0), unless one is being typed."""
        self._page = str(page + 1)
        if not self._field.hasFocus():
            self._field.setText(self._page)

    @property
    def place_text(self) -> str:
        """What :meth:`show_place` said."""
        return self._place.text()

    @property
    def found_text(self) -> str:
        """What :meth:`show_found` said."""
        return self._found.text()

    @property
    def field(self) -> QLineEdit:
        """Where a page is typed."""
        return self._field

    def show_zoom(self, percent: int) -> None:
        """Says the zoom."""
        number = self.locale().toString(percent)
        self._zoom.setText(self.tr("{percent} %").format(percent=number))
        self._zoom.setAccessibleDescription(self._zoom.text())

    def show_fit(self, fit: str) -> None:
        """Marks the way in which the document is fitted; none for one that is not known."""
        for action in self._fits.actions():
            action.setChecked(action.data() == fit)

    def _menu(self, choices: Sequence[tuple[str, str]]) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for key, words in choices:
            action = QAction(words, group)
            action.setCheckable(True)
            action.setData(key)
            menu.addAction(action)
        menu.triggered.connect(self._choose)
        return menu

    def _choose(self, action: QAction) -> None:
        action.setChecked(True)
        self.fit_chosen.emit(action.data())

    def _go(self) -> None:
        self._page = str(min(int(self._field.text()), self._last))
        self.page_chosen.emit(int(self._page) - 1)
        self.page_left.emit()

    def _settle(self) -> None:
        self._field.setText(self._page)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "secondary")
        return label

    def _button(self, text: str, name: str, kind: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("kind", kind)
        return button
