"""Name, question and scale of one criterion, in two heights."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.rubric import Criterion, Rubric
from review_app.ui.expert.number_row import NumberField
from review_app.ui.expert.score_row import MOST_STEPS, ScoreScale
from review_app.ui.expert.wording import level_tip
from review_app.ui.language import criterion_name, criterion_question
from review_app.ui.widgets.parts import ElidedLabel, column, label, row


class CriterionRow(QWidget):
    """One row of the score panel.  ``scored(criterion, value, move_on)`` and ``leave(criterion, step)`` go up."""

    scored = Signal(int, object, bool)
    leave = Signal(int, int)

    def __init__(self, rubric: Rubric, place: int) -> None:
        super().__init__()
        criterion: Criterion = rubric.criteria[place]
        self.place = place
        steps = rubric.highest - rubric.lowest + 1
        self.field: ScoreScale | NumberField = (
            ScoreScale(rubric, criterion) if steps <= MOST_STEPS else NumberField(rubric, criterion)
        )
        self.field.scored.connect(lambda value, on: self.scored.emit(place, value, on))
        self.field.leave.connect(lambda step: self.leave.emit(place, step))
        self.name = label(criterion_name(criterion), "criterion")
        self.name.setToolTip(level_tip(criterion.levels))
        self.missing = label(self.tr("not scored"), "attention")
        question = criterion_question(criterion)
        self.beside = ElidedLabel(question, "secondary")
        self.below = ElidedLabel(question, "secondary")
        for shown in (self.beside, self.below):
            shown.setToolTip(question)
        head = row(self.name, self.beside, self.missing, spacing=10)
        head.setStretch(1, 1)
        self._column = column(head, self.below, self.field, spacing=2)
        self.setLayout(self._column)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """In a low window the question stands beside the name."""
        self.beside.setText(self.below.text() if compact else "")
        self.below.setVisible(not compact and bool(self.below.text()))
        self._column.setSpacing(2 if compact else 3)

    def show_score(self, value: int | None, *, locked: bool, wanted: bool) -> None:
        """Shows what is stored; ``wanted`` says that a missing score is still to be given."""
        self.field.set_value(value)
        self.field.set_locked(locked)
        self.missing.setVisible(value is None and wanted)
