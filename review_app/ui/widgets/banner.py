"""Notes on a page: what happened, what to do next; they go when they are dismissed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from review_app.ui.widgets.parts import button, column, ground, label, row

Tone = Literal["attention", "done", "quiet"]
AT_MOST = 3
"""Notes shown at once; the oldest goes first."""
LOW, LINES = 660, 2
"""Pixels of height below which a window shows only so many lines of a note at first."""
BETWEEN = 16
"""Pixels between what happened and what to do where both are on one line."""
UNLIMITED = (1 << 24) - 1
"""Pixels: what Qt takes for no limit."""


class Banner(QWidget):
    """One note: a sentence on what happened, a second one on what to do."""

    dismissed = Signal()

    def __init__(self, what: str, following: str = "", tone: Tone = "attention") -> None:
        super().__init__()
        ground(self, "surface" if tone == "quiet" else tone)
        roles = {"attention": "attention-body", "done": "done-body", "quiet": "body"}
        self.what = label(what, roles[tone], wrap=True)
        self.following = label(following, "body", wrap=True)
        self.following.setVisible(bool(following))
        self.following.installEventFilter(self)  # its width is not the note's: the way to the rest takes some
        self.whole = following
        self.passes = False
        """Whether it goes by itself, so that nothing has to make room for it."""
        self.close_button = button("×", "icon")
        self.close_button.setAccessibleName(self.tr("Dismiss this note"))
        self.close_button.setToolTip(self.tr("Dismiss this note"))
        self.close_button.clicked.connect(self.dismissed)
        self.more = button(self.tr("More"), "quiet-link")
        self.more.setToolTip(self.tr("The whole note"))
        self.more.clicked.connect(self._toggle)
        self.more.hide()
        self._low = self._unfolded = False
        self.action: QPushButton | None = None
        for said in (self.what, self.following):
            said.setAlignment(Qt.AlignmentFlag.AlignTop)
        texts = self._texts = column(self.what, self.following, spacing=2)
        self._line = line = row(texts, self.more, self.close_button, margins=(16, 8, 8, 8))
        line.setStretch(0, 1)
        for part in (self.more, self.close_button):
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.setAccessibleName(f"{what} {following}".strip())

    def offer(self, text: str, act: Callable[[], None]) -> None:
        """A button for what the note says is to be done next."""
        self.action = button(text, "quiet-link")
        self.action.clicked.connect(act)
        self._line.insertWidget(1, self.action)
        self._line.setAlignment(self.action, Qt.AlignmentFlag.AlignTop)
        QWidget.setTabOrder(self.action, self.more)
        QWidget.setTabOrder(self.more, self.close_button)

    def set_low(self, low: bool) -> None:
        """Whether the window is so low that what to do shows only its first line, with a way to the rest."""
        if low != self._low:
            self._low = low
            self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Folded words end in an ellipsis at the width that they have."""
        if event.type() == QEvent.Type.Resize and watched is self.following:
            self._fold()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc as the cross."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.dismissed.emit()
            return
        super().keyPressEvent(event)

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self.more.setText(self.tr("Less") if self._unfolded else self.tr("More"))
        self._fold()

    def _lay(self) -> None:
        """What passes by itself takes one line where that is enough: it lies over something."""
        if not self.passes or not self.whole or "\n" in self.whole:
            return
        first, second = (
            part.fontMetrics().horizontalAdvance(words) + 4
            for part, words in ((self.what, self.what.text()), (self.following, self.whole))
        )
        others = [
            part for part in (self.action, self.more, self.close_button) if part and not part.isHidden()
        ]
        edges = self._line.contentsMargins()
        left = self.width() - edges.left() - edges.right()
        left -= sum(part.sizeHint().width() + self._line.spacing() for part in others)
        beside = first + BETWEEN + second <= left
        self._texts.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._texts.setSpacing(BETWEEN if beside else 2)
        self._texts.setStretch(1, 1 if beside else 0)
        self.what.setMinimumWidth(first if beside else 0)
        for part in (self.what, self.following):
            part.setAlignment(Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignTop)
        for part in others:
            self._line.setAlignment(
                part, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignTop
            )

    def _fold(self) -> None:
        self._lay()
        line = self.following.fontMetrics().lineSpacing()
        left = max(1, LINES - _lines(self.what))
        first = self._first_lines(left) if self._low and self.whole else self.whole
        long = first != self.whole
        self.more.setVisible(long)
        folded = long and not self._unfolded
        shown = first if folded else self.whole
        if shown != self.following.text():
            self.following.setText(shown)
        self.following.setMaximumHeight(line * left if folded else UNLIMITED)

    def _first_lines(self, lines: int) -> str:
        from review_app.ui.widgets.folded import first_lines  # few starts tell anything

        return first_lines(self.whole, self.following.font(), self.following.width() - 2, lines)


class BannerArea(QWidget):
    """Where notes appear; takes no room while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 8)
        self._column.setSpacing(8)
        self._notes: list[Banner] = []
        self._watched: QWidget | None = None
        self._before: QWidget | None = None  # what had the focus before a note got it
        self._over = False
        self.hide()

    def lie_over_others(self) -> None:
        """Notes get an edge from now on: they lie over something."""
        self._over = True
        self._column.setContentsMargins(8, 0, 8, 8)
        self._column.setSpacing(4)

    def wanted_height(self, width: int) -> int:
        """Pixels of height that all notes take at a width."""
        return self._column.totalHeightForWidth(width)

    def focus_latest(self) -> bool:
        """Puts the focus on the latest note's cross; the focus goes back with the note.  False without notes."""
        if not self._notes or self.isHidden():
            return False
        held = QApplication.focusWidget()
        if held is None or not self.isAncestorOf(held):
            self._before = held
        self._notes[-1].close_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._watched is not self.window():
            self._watched = self.window()
            self._watched.installEventFilter(self)
        self._tell_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes are long or short by the height of the window."""
        if event.type() == QEvent.Type.Resize and watched is self._watched:
            self._tell_height()
        return super().eventFilter(watched, event)

    def _tell_height(self) -> None:
        for note in self._notes:
            note.set_low(self.window().height() < LOW)

    @property
    def notes(self) -> list[Banner]:
        """What is shown, oldest first."""
        return list(self._notes)

    @property
    def stays(self) -> bool:
        """Whether a note is among them that stays until it is dismissed."""
        return any(not note.passes for note in self._notes)

    def tell(
        self, what: str, following: str = "", tone: Tone = "attention", *, passes: bool = False
    ) -> Banner:
        """Shows a note, which ``passes`` by itself or stays; one that says the same already isn't doubled."""
        for known in self._notes:
            if known.what.text() == what and known.whole == following:
                return known
        while len(self._notes) >= AT_MOST:
            self.remove(self._notes[0])
        note = Banner(what, following, tone)
        note.passes = passes
        if self._over:
            note.setProperty("lies", "over")
        note.dismissed.connect(lambda: self.remove(note))
        self._notes.append(note)
        self._column.addWidget(note)
        note.set_low(self.window().height() < LOW)
        self.show()
        from review_app.ui.expert.heard import announce  # few starts tell anything

        announce(note, note.accessibleName())
        return note

    def remove(self, note: Banner) -> None:
        """Takes a note away."""
        if note in self._notes:
            self._notes.remove(note)
            held = QApplication.focusWidget()
            if held is not None and note.isAncestorOf(held):
                self._give_focus_back()
            note.hide()
            note.deleteLater()
        self.setVisible(bool(self._notes))

    def _give_focus_back(self) -> None:
        """To the note before, and from the last one to where the focus was."""
        before = self._before
        if self._notes:
            self._notes[-1].close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Takes all notes away."""
        for note in list(self._notes):
            self.remove(note)


def _lines(text: QLabel) -> int:
    """How many lines a label has at the width it has."""
    return round(text.heightForWidth(text.width()) / text.fontMetrics().lineSpacing())
