"""After undo and redo: what has changed in the case is marked under one's eyes, and said."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from review_app.model.scoring.history import Step
from review_app.ui.expert.glow import Glow
from review_app.ui.expert.heard import announce
from review_app.ui.expert.wording import change_words

if TYPE_CHECKING:
    from review_app.ui.expert.desk import Desk
    from review_app.ui.expert.score_panel import ScorePanel


class StepMarks(QObject):
    """Finds out which change was taken back or brought back, whoever asked the desk for it."""

    def __init__(self, panel: ScorePanel, desk: Desk) -> None:
        super().__init__(panel)
        self._panel, self._desk = panel, desk
        self._next_redo = desk.session.redoable
        desk.stepped.connect(self._stepped)
        desk.steps_changed.connect(self._steps_changed)

    @cached_property
    def glow(self) -> Glow:
        """The mark itself; made with the first."""
        return Glow(self._panel)

    def clear(self) -> None:
        """Takes the mark away."""
        if "glow" in self.__dict__:
            self.glow.clear()

    def _steps_changed(self) -> None:
        self._next_redo = self._desk.session.redoable

    def _stepped(self, _: str) -> None:
        session = self._desk.session
        latest, undone = session.undoable, session.redoable
        brought_back = latest is not None and latest == self._next_redo
        step = latest if brought_back else undone
        if step is not None:
            if not brought_back:  # as it is told, from what was there to what is there now
                step = Step(step.case_id, step.after, step.before)
            # Later: the page shows the case first, and the layout settles where scales come or go.
            QTimer.singleShot(0, self, lambda: self._show(step))

    def _show(self, step: Step) -> None:
        panel = self._panel
        if step.case_id != panel.case or not panel.isVisible():
            return
        announce(panel, change_words(step, self._desk.rubric))
        scores = enumerate(zip(step.before.scores, step.after.scores, strict=True))
        changed = [place for place, (old, new) in scores if old != new]
        target: QWidget
        if changed:
            target = panel.rows[changed[0]]
            if not panel.rows[changed[0]].locked and not panel.writing:
                panel.focus_criterion(changed[0])
        elif step.before.comment != step.after.comment:
            target = panel.comment
        elif step.before.doubtful != step.after.doubtful:
            target = panel.doubtful
        elif step.before.note != step.after.note:
            return
        else:
            target = panel.standing if panel.asides.standing_shown else panel.recused
        self.glow.mark(target)
