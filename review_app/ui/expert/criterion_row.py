"""Name, question and scale of one criterion, in three heights; where nothing can be scored, one line that says so."""

from __future__ import annotations

from enum import IntEnum
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from review_app.model.rubric import Criterion, Rubric
from review_app.ui.expert.number_row import NumberField
from review_app.ui.expert.score_row import MOST_STEPS, ScoreScale
from review_app.ui.expert.wording import level_tip
from review_app.ui.language import criterion_name, criterion_question
from review_app.ui.widgets.parts import ElidedLabel, column, label, row

BESIDE = 8
"""Pixels between name, question and what is said of the score."""
LINES = {0: 3, 1: 2, 2: 1}
"""Pixels between the lines of a row, by density."""


class Density(IntEnum):
    """How much air a row has."""

    ROOMY = 0
    CLOSE = 1
    TIGHT = 2


class CriterionRow(QWidget):
    """One row of the score panel.  ``scored(criterion, value, move_on)`` and ``leave(criterion, step)`` go up.

    Its height is given by :meth:`set_density` alone, so that nothing that happens to its score moves the rows below.
    """

    scored = Signal(int, object, bool)
    leave = Signal(int, int)
    focused = Signal(int)
    levels_wanted = Signal()

    def __init__(self, rubric: Rubric, place: int) -> None:
        super().__init__()
        criterion: Criterion = rubric.criteria[place]
        self.place = place
        self.criterion = criterion
        steps = rubric.highest - rubric.lowest + 1
        self.field: ScoreScale | NumberField = (
            ScoreScale(rubric, criterion) if steps <= MOST_STEPS else NumberField(rubric, criterion)
        )
        self.field.scored.connect(lambda value, on: self.scored.emit(place, value, on))
        self.field.leave.connect(lambda step: self.leave.emit(place, step))
        self.field.focused.connect(lambda: self.focused.emit(place))
        self.field.levels_wanted.connect(self.levels_wanted)
        self.name = label(criterion_name(criterion), "criterion")
        self.name.setToolTip(level_tip(criterion.levels))
        self.missing = label(self.tr("not scored"), "attention")
        self._question = criterion_question(criterion)
        self.beside = ElidedLabel(self._question, "secondary")
        self.beside.setToolTip(self._question)
        self._head = row(self.name, self.beside, self.missing, spacing=BESIDE)
        self._head.setStretch(1, 1)
        self._column = column(self._head, self.field, None, spacing=LINES[Density.CLOSE])
        self.setLayout(self._column)
        self._locked = False
        self._density = Density.CLOSE

    @cached_property
    def kept(self) -> ElidedLabel:
        """Beside the name of a row that is locked: why, and the score that is kept; made with the first."""
        made = ElidedLabel("", "secondary")
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(made, 1)
        return made

    @cached_property
    def below(self) -> ElidedLabel:
        """The question on a line of its own; made where there is room for it."""
        made = ElidedLabel(self._question, "secondary")
        made.setToolTip(self._question)
        self._column.insertWidget(1, made)
        return made

    @property
    def locked(self) -> bool:
        """Whether the case takes no scores."""
        return self._locked

    def wanted_height(self, density: Density) -> int:
        """Pixels of height at a density, whatever the row has to say."""
        line = self.beside.sizeHint().height()
        lines = max(self.name.sizeHint().height(), self.missing.sizeHint().height(), line)
        if density is Density.ROOMY and self._question:
            lines += line + LINES[density]
        return lines + LINES[density] + self.field_height(density)

    def field_height(self, density: Density) -> int:
        """Pixels of height of the scale alone."""
        if isinstance(self.field, ScoreScale):
            return self.field.height_when(low=density is Density.TIGHT)
        return self.field.height()

    def set_density(self, density: Density) -> None:
        """In a low window the question stands beside the name, in a lower one the scale is lower too."""
        self._density = density
        if isinstance(self.field, ScoreScale):
            self.field.set_low(density is Density.TIGHT)
        self._column.setSpacing(LINES[density])
        self._arrange()

    def _arrange(self) -> None:
        own_line = self._density is Density.ROOMY and bool(self._question)
        # Beside what is said of a locked row there would be a word or two of the question.
        self.beside.setText("" if own_line or self._locked else self._question)
        self.beside.setVisible(not self._locked)  # the room is all for what is said then
        if own_line or "below" in self.__dict__:
            self.below.setVisible(own_line and not self._locked)
        self.field.setVisible(not self._locked)

    def show_score(self, value: int | None, *, locked: str, wanted: bool) -> None:
        """Shows what is stored; ``wanted`` says that a missing score is still to be given.

        ``locked`` is empty, or says why nothing can be scored ("recused"): the scale is gone then, and the score given
        before stands beside the name as kept.
        """
        self.field.set_value(value)
        self.field.set_locked(bool(locked))
        self.missing.setVisible(value is None and wanted)
        changed = self._locked != bool(locked)
        self._locked = bool(locked)
        if self._locked and value is not None:
            self.kept.setText(self.tr("{state}; {score} kept").format(state=locked, score=value))
        elif self._locked:
            self.kept.setText(locked)
        if changed:
            self.kept.setVisible(self._locked)
            self._arrange()
