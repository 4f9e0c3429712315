"""One criterion: its name, its question, and the scale to score it on with one click or one key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from review_app.model.rubric import Criterion, Rubric
from review_app.ui import theme
from review_app.ui.expert.heard import Spoken, make_spoken, tell_value
from review_app.ui.expert.wording import level_tip
from review_app.ui.language import criterion_name, level_of, level_text
from review_app.ui.theme import interface_font

MOST_STEPS = 12
"""A scale with more steps is typed."""
GAP = 4
STEP, LOW_STEP = 32, 26
"""Height of a step at the usual text size, and where room is short; the line that shows the focus lies below."""
UNDER = 4
"""Pixels that this line takes."""


class ScoreScale(Spoken):
    """A row of steps.  A digit scores and moves on, Backspace clears, arrows change or move; a click scores.

    On the usual scale 0 is ten; on a scale that has a zero it is zero.  :attr:`scored` carries the value or None and
    whether the focus should move on; the owner stores it and calls :meth:`set_value` with what is stored.
    """

    scored = Signal(object, bool)
    leave = Signal(int)
    levels_wanted = Signal()
    focused = Signal()

    def __init__(self, rubric: Rubric, criterion: Criterion) -> None:
        super().__init__()
        make_spoken()
        self._steps = list(range(rubric.lowest, rubric.highest + 1))
        self._criterion = criterion
        self._value: int | None = None
        self._hover: int | None = None
        self._pressed: int | None = None
        self._locked = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._step = 0
        self.set_low(False)
        self._name()

    @property
    def value(self) -> int | None:
        """What is shown as chosen."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Shows ``value`` as chosen."""
        if value == self._value:
            return
        self._value = value
        self._name()
        tell_value(self)
        self.update()

    def set_low(self, low: bool) -> None:
        """Chooses the lower of the two heights, or the usual one."""
        high = self.height_when(low=low)
        if high != self._step + UNDER:
            self._step = high - UNDER
            self.setFixedHeight(high)
            self.update()

    def height_when(self, *, low: bool) -> int:
        """Pixels of height, the line that shows the focus included, in the lower form or the usual one."""
        return theme.room(LOW_STEP if low else STEP) + UNDER

    def set_locked(self, locked: bool) -> None:
        """A locked scale shows its scores paler and takes none (the case is recused, abstained or withdrawn)."""
        self._locked = locked
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if locked else Qt.FocusPolicy.StrongFocus)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(32 * len(self._steps), self._step + UNDER)

    def step_area(self, value: int) -> QRectF:
        """Where the step of ``value`` lies."""
        count = len(self._steps)
        width = (self.width() - GAP * (count - 1)) / count
        left = (width + GAP) * self._steps.index(value)
        return QRectF(left, 0, width, self._step).adjusted(0.5, 0.5, -0.5, -0.5)

    def _at(self, position: float) -> int | None:
        for value in self._steps:
            area = self.step_area(value)
            if area.left() - GAP / 2 <= position <= area.right() + GAP / 2:
                return value
        return None

    def spoken_name(self) -> str:
        """The criterion."""
        return criterion_name(self._criterion)

    def spoken_value(self) -> str:
        """The score of how many, or that there is none."""
        if self._value is None:
            return self.tr("not scored")
        return self.tr("{value} of {highest}").format(value=self._value, highest=self._steps[-1])

    def meaning(self) -> str:
        """What the rubric says of the score; empty where it says nothing or there is no score."""
        level = None if self._value is None else level_of(self._criterion.levels, self._value)
        return level_text(level) if level else ""

    def _name(self) -> None:
        name = criterion_name(self._criterion)
        if self._value is None:
            self.setAccessibleName(self.tr("{criterion}: not scored").format(criterion=name))
            self.setAccessibleDescription(
                self.tr("Digits score, Backspace clears")
                if 0 in self._steps or self._steps[-1] < 10
                else self.tr("Digits score, 0 is ten, Backspace clears")
            )
            return
        self.setAccessibleName(
            self.tr("{criterion}: {value} of {highest}").format(
                criterion=name, value=self._value, highest=self._steps[-1]
            )
        )
        self.setAccessibleDescription(self.meaning())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Question:  # with Shift on most keyboards
            self.levels_wanted.emit()
            return
        if self._locked or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        key = event.key()
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            digit = int(key) - int(Qt.Key.Key_0)
            value = 10 if digit == 0 and 0 not in self._steps else digit
            if value in self._steps:
                self.scored.emit(value, True)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.scored.emit(None, False)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._nudge(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Home:
            self.scored.emit(self._steps[0], False)
        elif key == Qt.Key.Key_End:
            self.scored.emit(self._steps[-1], False)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.leave.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _nudge(self, by: int) -> None:
        if self._value is None:
            self.scored.emit(self._steps[0] if by > 0 else self._steps[-1], False)
            return
        place = self._steps.index(self._value) + by
        if 0 <= place < len(self._steps):
            self.scored.emit(self._steps[place], False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = (
            self._at(event.position().x()) if event.button() == Qt.MouseButton.LeftButton else None
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click scores where it was begun: sliding off takes it back, and nothing moves in between."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        value, self._pressed = self._pressed, None
        inside = self.rect().contains(event.position().toPoint())
        if not self._locked and inside and value is not None and value == self._at(event.position().x()):
            self.scored.emit(value, False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(None if self._locked else self._at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focused.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _set_hover(self, value: int | None) -> None:
        if value != self._hover:
            self._hover = value
            self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            value = self._at(event.pos().x())
            level = None if value is None else level_of(self._criterion.levels, value)
            if level is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), level_tip([level]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = 14 if self.step_area(self._steps[0]).width() < 27 else theme.SCORE_SIZE
        plain = interface_font(size)
        for value in self._steps:
            area = self.step_area(value)
            chosen = value == self._value
            below = self._value is not None and value < self._value
            if self._locked:
                ground, ink, edge = colours.window, colours.secondary, colours.line
                if chosen:
                    ground = colours.surface
            elif chosen:
                ground, ink, edge = colours.accent, colours.on_accent, colours.accent
            elif value == self._hover:
                ground, ink, edge = colours.hover, colours.accent, colours.accent
            elif below:
                ground, ink, edge = colours.fill, colours.on_fill, colours.fill
            else:
                ground, ink = colours.window, colours.secondary
                edge = colours.accent if self.hasFocus() else colours.line
            painter.setPen(QPen(QColor(edge), 1))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(area, 5, 5)
            painter.setPen(QColor(ink))
            painter.setFont(interface_font(size, bold=True) if chosen else plain)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(value))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawLine(1, self._step + 3, self.width() - 1, self._step + 3)
