"""The head of the score panel: the total, and the ways to what scores mean and what was changed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from review_app.model.rubric import Rubric
from review_app.model.scoring.scores import CaseScores
from review_app.ui import shortcuts
from review_app.ui.expert.step_buttons import StepButtons
from review_app.ui.expert.wording import total_text
from review_app.ui.widgets.parts import button, label, row, set_role

SPACING, GAP = 6, 4
"""Pixels between the parts, and once more before the total."""


class PanelHead(QWidget):
    """A total that isn't complete looks and is called otherwise than one that counts."""

    levels_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, rubric: Rubric) -> None:
        super().__init__()
        self._rubric = rubric
        self.heading = label(self.tr("Scores"), "heading")
        self.levels = button(self.tr("Levels"), "quiet-link")
        self.levels.setToolTip(with_keys(self.tr("What the scores of a criterion mean"), "levels"))
        self.levels.clicked.connect(self.levels_wanted)
        self.history = button(self.tr("History"), "quiet-link")
        self.history.setToolTip(with_keys(self.tr("The changes of this case, and the way back"), "history"))
        self.history.clicked.connect(self.history_wanted)
        self.steps = StepButtons()
        self.so_far = label(self.tr("so far"), "secondary")
        self.total = label("", "total")
        self._widest = total_text(rubric.best_total)
        self.best = label("/ " + self._widest, "quiet")
        on_line = (self.levels, self.history, self.so_far, self.total, self.best)
        line = row(
            self.heading,
            self.levels,
            self.history,
            self.steps,
            None,
            GAP,
            self.so_far,
            self.total,
            self.best,
            spacing=SPACING,
        )
        for part in on_line:
            line.setAlignment(part, Qt.AlignmentFlag.AlignBaseline)
        self.setLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def steady_height(self) -> int:
        """Pixels of height, whatever the total is and whether it counts."""
        beside = (self.levels, self.history, self.steps)
        self.total.ensurePolished()
        return max(self.total.fontMetrics().lineSpacing(), *(each.sizeHint().height() for each in beside))

    def minimumSizeHint(self) -> QSize:
        """Without the heading and the arrows."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self._wanted_beside()), whole.height())

    def _wanted_beside(self) -> int:
        """Pixels of width that everything but heading and arrows takes with the longest total and "so far" before it,
        so that neither comes or goes with a score."""
        beside = (self.levels, self.history, self.so_far, self.best)
        widest = self.total.fontMetrics().horizontalAdvance(self._widest)
        total = max(self.total.sizeHint().width(), widest)
        return sum(each.sizeHint().width() for each in beside) + total + SPACING * len(beside) + GAP

    def _make_room(self) -> None:
        """The heading goes where it doesn't fit: the total says what it is about.  Then the arrows, which have keys
        and a line in the menu."""
        wanted = self._wanted_beside() + SPACING + self.steps.sizeHint().width()
        self.steps.setVisible(wanted <= self.width())
        self.heading.setVisible(wanted + SPACING + self.heading.sizeHint().width() <= self.width())

    def show_total(self, state: CaseScores, *, locked: bool) -> None:
        """Shows the weighted sum of what is given; none of a case that isn't scored at all."""
        given = [
            weight * score
            for weight, score in zip(self._rubric.weights, state.scores, strict=True)
            if score is not None
        ]
        complete = len(given) == len(state.scores)
        self.total.setText("–" if locked or not given else total_text(sum(given[1:], given[0])))
        set_role(self.total, "total" if complete and not locked else "total-open")
        partial = bool(given) and not complete and not locked
        self.so_far.setVisible(partial)
        self._make_room()
        if partial:
            said = self.tr("Total so far {total}: counts only when every criterion is scored")
        else:
            said = self.tr("Total {total}")
        self.total.setAccessibleName(said.format(total=self.total.text()))
        self.total.setToolTip(self.total.accessibleName() if partial else "")


def with_keys(text: str, name: str) -> str:
    """A tip with the keys that do the same."""
    return f"{text} ({shortcuts.shown(name)[0]})"
