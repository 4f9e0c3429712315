"""Name, question and scale of one criterion, in three heights; where nothing can be scored, one line that says so."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.rubric import Criterion, Rubric
from review_app.ui.expert.number_row import NumberField
from review_app.ui.expert.score_row import MOST_STEPS, ScoreScale
from review_app.ui.expert.wording import level_tip
from review_app.ui.language import criterion_name, criterion_question
from review_app.ui.widgets.parts import ElidedLabel, column, label, row


class Density(IntEnum):
    """How much air a row has."""

    ROOMY = 0
    CLOSE = 1
    TIGHT = 2


class CriterionRow(QWidget):
    """One row of the score panel.  ``scored(criterion, value, move_on)`` and ``leave(criterion, step)`` go up."""

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
        self.kept = label("", "secondary")
        question = criterion_question(criterion)
        self.beside = ElidedLabel(question, "secondary")
        self.below = ElidedLabel(question, "secondary")
        for shown in (self.beside, self.below):
            shown.setToolTip(question)
        head = row(self.name, self.beside, self.missing, self.kept, spacing=10)
        head.setStretch(1, 1)
        self._column = column(head, self.below, self.field, spacing=2)
        self.setLayout(self._column)
        self._locked = False
        self._density = Density.ROOMY
        self.set_density(Density.ROOMY)

    @property
    def locked(self) -> bool:
        """Whether the case takes no scores."""
        return self._locked

    def set_density(self, density: Density) -> None:
        """In a low window the question stands beside the name, in a lower one the scale is lower too."""
        self._density = density
        if isinstance(self.field, ScoreScale):
            self.field.set_low(density is Density.TIGHT)
        self._arrange()

    def _arrange(self) -> None:
        beside = self._density is not Density.ROOMY or self._locked
        self.beside.setText(self.below.text() if beside and not self._locked else "")
        self.below.setVisible(not beside and bool(self.below.text()))
        self.field.setVisible(not self._locked)
        self._column.setSpacing(3 if self._density is Density.ROOMY else 2 if self._density else 1)

    def show_score(self, value: int | None, *, locked: str, wanted: bool) -> None:
        """Shows what is stored; ``wanted`` says that a missing score is still to be given.

        ``locked`` is empty, or says why nothing can be scored ("recused"): the scale is gone then, and the score given
        before stands beside the name as kept.
        """
        self.field.set_value(value)
        self.field.set_locked(bool(locked))
        self.missing.setVisible(value is None and wanted)
        self._locked = bool(locked)
        self.kept.setVisible(self._locked)
        if self._locked and value is not None:
            self.kept.setText(self.tr("{state}; {score} kept").format(state=locked, score=value))
        else:
            self.kept.setText(locked)
        self._arrange()
