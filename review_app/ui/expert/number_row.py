"""A criterion on a long scale: the score is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from review_app.model.rubric import Criterion, Rubric
from review_app.ui import theme
from review_app.ui.expert.wording import level_tip
from review_app.ui.language import criterion_name, level_of, level_text

PAUSE = 700
"""Milliseconds without a key after which a typed number counts as meant."""


class NumberField(QLineEdit):
    """Takes an integer of the scale; same signals as :class:`~review_app.ui.expert.score_row.ScoreScale`.

    What is typed is stored after a pause, with Enter, and when the focus leaves; a number outside the scale is never
    stored and goes back to what is.
    """

    scored = Signal(object, bool)
    leave = Signal(int)
    levels_wanted = Signal()
    focused = Signal()

    def __init__(self, rubric: Rubric, criterion: Criterion) -> None:
        super().__init__()
        self._rubric, self._criterion = rubric, criterion
        self._value: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setValidator(QIntValidator(0, rubric.highest, self))
        self.setAcceptDrops(False)
        self.setMaximumWidth(120)
        self.setFixedHeight(theme.room(34))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(f"{rubric.lowest}–{rubric.highest}")
        self.setAccessibleName(criterion_name(criterion))
        self.setToolTip(level_tip(criterion.levels))
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(lambda: self.flush(final=False))
        self.textEdited.connect(lambda _: self._timer.start())

    @property
    def typing(self) -> bool:
        """Whether something is typed and not sent yet."""
        return self._timer.isActive()

    @property
    def value(self) -> int | None:
        """What is stored."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Shows ``value`` unless something else is being typed."""
        self._value = value
        if not self._timer.isActive():
            self.setText("" if value is None else str(value))
        level = None if value is None else level_of(self._criterion.levels, value)
        self.setAccessibleDescription(level_text(level) if level else "")

    def set_locked(self, locked: bool) -> None:
        """Takes no scores while the case is recused, abstained or withdrawn."""
        self.setEnabled(not locked)

    def flush(self, *, final: bool = True) -> None:
        """Sends what is typed, if the scale has it; with ``final`` anything else gives way to what is stored."""
        self._timer.stop()
        text = self.text().strip()
        value = int(text) if text.isdecimal() else None
        fits = value is None or self._rubric.lowest <= value <= self._rubric.highest
        if fits and value != self._value:
            self.scored.emit(value, False)
        elif final and not fits:
            self.setText("" if self._value is None else str(self._value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Question:
            self.levels_wanted.emit()
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up):
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                event.ignore()
                return
            self.flush()
            self.leave.emit(-1 if key == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focused.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)
