"""What is done on the score panel: scores, flags, recusals; each goes to the desk, and the panel shows what holds.

And what the panel says by itself of the case and the round: own use of the scale, what is open, whose case it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from review_app.model.scoring.scores import CaseScores, Standing
from review_app.model.scoring.session import ReviewSession
from review_app.ui.expert.distribution import scores_given
from review_app.ui.expert.heard import announce
from review_app.ui.expert.score_row import ScoreScale
from review_app.ui.language import criterion_name

if TYPE_CHECKING:
    from review_app.ui.expert.desk import Desk
    from review_app.ui.expert.score_panel import ScorePanel


class Scoring(QObject):
    """Connected to the parts of a panel, which are there already."""

    def __init__(self, panel: ScorePanel, desk: Desk) -> None:
        super().__init__(panel)
        self._panel, self._desk = panel, desk
        self._declined: set[str] = set()
        for each in panel.rows:
            each.scored.connect(self._score)
        panel.doubtful.clicked.connect(
            lambda on: self._change(lambda session: session.set_doubtful(panel.case, on))
        )
        panel.recused.clicked.connect(self._recuse)
        panel.abstained.clicked.connect(
            lambda on: self._change(lambda session: session.set_abstained(panel.case, on))
        )
        panel.asides.taken.connect(lambda: self._recuse(True))
        panel.asides.declined.connect(self._decline)
        panel.asides.take_back.connect(self._take_back)
        panel.asides.reasoned.connect(
            lambda reason: self._change(lambda session: session.set_recused(panel.case, True, reason))
        )

    def suggest(self, state: CaseScores, *, locked: bool) -> None:
        """Asks about a case of one's own institution, unless it is decided or the answer was no."""
        case_id = self._panel.case
        decided = locked or state.standing is Standing.SCORED or case_id in self._declined
        name = self._desk.session.suggested_recusals().get(case_id, "")
        self._panel.asides.suggest("" if decided else name)

    def say_open(self) -> None:
        """On coming back to a half-done case, and when nothing has happened for a while: what has no score yet."""
        panel = self._panel
        panel.pause.touched()
        state = self._desk.state(panel.case)
        if state.standing is Standing.PARTIAL and not self._desk.is_withdrawn(panel.case):
            open_rows = [each for each in panel.rows if each.field.value is None]
            panel.pause.say([criterion_name(each.criterion) for each in open_rows])

    def show_use(self) -> None:
        """How often each score was given so far: on the criterion under the hand, or on all."""
        desk, panel = self._desk, self._panel
        states = [desk.state(case_id) for case_id in desk.order if not desk.is_withdrawn(case_id)]
        place = panel.row_at_hand
        if place < 0:
            panel.strip.show_scores(scores_given(states), "", None)
            return
        chosen = panel.rows[place]
        panel.strip.show_scores(
            scores_given(states, place), criterion_name(chosen.criterion), chosen.field.value
        )

    def recuse_by_key(self) -> None:
        """The key never takes a recusal back: it goes to where that is done."""
        panel = self._panel
        if self._desk.is_withdrawn(panel.case):
            return
        if self._desk.state(panel.case).recused:
            panel.standing.back.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._recuse(True)
        panel.reason.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _change(self, act: Callable[[ReviewSession], object]) -> bool:
        self._panel.pause.touched()
        done = self._desk.change(self._panel.case, act)
        self._panel.refresh()
        return done

    def _score(self, criterion: int, value: int | None, move_on: bool) -> None:
        panel = self._panel
        shown = panel.rows[criterion].field
        before = shown.value
        shown.set_value(value)
        shown.repaint()  # seen first, then written: the disk is never between key and eye
        if not self._change(lambda session: session.set_score(panel.case, criterion, value)):
            shown.set_value(before)
            return
        if isinstance(shown, ScoreScale) and value is not None:
            announce(shown, _heard(shown))
        if move_on and criterion + 1 < len(panel.rows):
            panel.focus_criterion(criterion + 1)
        elif move_on:
            panel.focus_first_open()

    def _recuse(self, on: bool) -> None:
        case_id = self._panel.case
        if not on:  # a reason still in its field would recuse once more on leaving it
            self._panel.asides.flush()
        if self._change(lambda session: session.set_recused(case_id, on)) and not on:
            self._panel.focus_first_open()

    def _take_back(self) -> None:
        case_id = self._panel.case
        if self._desk.state(case_id).recused:
            self._recuse(False)
        elif self._change(lambda session: session.set_abstained(case_id, False)):
            self._panel.focus_first_open()

    def _decline(self) -> None:
        self._declined.add(self._panel.case)
        self._panel.refresh()
        self._panel.focus_first_open()


def _heard(scale: ScoreScale) -> str:
    """A score as it is said when the focus has gone on."""
    if meaning := scale.meaning():
        said = QCoreApplication.translate("ScorePanel", "{score}: {meaning}")
        return said.format(score=scale.accessibleName(), meaning=meaning)
    return scale.accessibleName()
