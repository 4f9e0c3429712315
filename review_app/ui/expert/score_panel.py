"""The right side: five rows, own use of the scale, a comment, the three flags, and the way to the next case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from review_app.ui import shortcuts
from review_app.ui.expert.asides import Asides
from review_app.ui.expert.comment_keeper import CommentKeeper
from review_app.ui.expert.criterion_row import CriterionRow
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.distribution import Distribution
from review_app.ui.expert.drawers import Drawers
from review_app.ui.expert.number_row import NumberField
from review_app.ui.expert.own_undo import OwnUndoFirst
from review_app.ui.expert.panel_fit import Fit
from review_app.ui.expert.panel_foot import PanelFoot
from review_app.ui.expert.panel_head import PanelHead
from review_app.ui.expert.panel_layout import lay_out
from review_app.ui.expert.reminder import Reminder
from review_app.ui.expert.scoring import Scoring
from review_app.ui.expert.step_marks import StepMarks
from review_app.ui.expert.wording import standing_words
from review_app.ui.widgets.parts import ground

if TYPE_CHECKING:
    from review_app.ui.expert.recusal import NotScored, RecusalReason, RecusalSuggestion


class ScorePanel(QWidget):
    """Scores one case.  Every input goes to the desk at once; texts after a pause and by :meth:`flush`.

    The rows stand still while a case is shown, and in the same places for every case: only the size of the panel or of
    its text moves them.
    """

    next_open = Signal()
    previous = Signal()
    pending = Signal()
    overflowed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        ground(self, "right")
        self._desk = desk
        self._case = ""
        self._row = -1
        self._grows = False
        self.own_undo = OwnUndoFirst(self)
        self.rows = [CriterionRow(desk.rubric, place) for place in range(len(desk.rubric.criteria))]
        for each in self.rows:
            each.leave.connect(self._leave)
            each.focused.connect(self._row_focused)
            each.levels_wanted.connect(self.show_levels)
        self.head = PanelHead(desk.rubric)
        self.head.levels_wanted.connect(self.show_levels)
        self.head.history_wanted.connect(self.show_history)
        self.head.steps.undo_wanted.connect(desk.undo)
        self.head.steps.redo_wanted.connect(desk.redo)
        self.total, self.best = self.head.total, self.head.best
        self.strip = Distribution(desk.rubric)
        self.pause = Reminder()
        self.pause.idle.connect(lambda: self._scoring.say_open())
        self._comments = CommentKeeper(desk)
        self._comments.overflowed.connect(self.overflowed)
        self.comment = self._comments.box
        self.comment.pending.connect(self.pending)
        self.foot = PanelFoot(self.may_abstain)
        self.doubtful, self.recused = self.foot.doubtful, self.foot.recused
        self.abstained = self.foot.abstained
        self.back, self.forward = self.foot.back, self.foot.forward
        self.back.clicked.connect(self.previous)
        self.forward.clicked.connect(self.next_open)
        self.asides = Asides(self.own_undo)
        self.asides.pending.connect(self.pending)
        self.asides.institutions_wanted.connect(lambda: self.drawers.show_institutions())
        self.drawers = Drawers(self, desk)
        self._scoring = Scoring(self, desk)
        parts = lay_out(self)
        self._area = parts.area
        self.fit = Fit(self, parts)
        self.pause.changed.connect(self.fit.soon)
        shortcuts.bind(
            self,
            {
                "doubtful": self.doubtful.click,
                "recuse": self._scoring.recuse_by_key,
                "levels": self.show_levels,
                "history": self.show_history,
            },
        )
        self.comment.field.installEventFilter(self)
        self.marks = StepMarks(self, desk)
        self.own_undo.watch(self.comment.field)
        self.own_undo.watch(*(each.field for each in self.rows if isinstance(each.field, NumberField)))
        desk.case_changed.connect(self._refresh_if_shown)
        desk.stepped.connect(self._stepped)
        desk.steps_changed.connect(self._show_steps)
        desk.sheet_judged.connect(self._name_ways)
        self._show_steps()

    # --- what is shown --------------------------------------------------------------------------------------------

    @property
    def case(self) -> str:
        """The case on the panel; empty before the first."""
        return self._case

    @property
    def row_at_hand(self) -> int:
        """The row that has, or had last, the focus in this case; -1 before any."""
        return self._row

    @property
    def standing(self) -> NotScored:
        """Says why the case is not scored; made when first wanted."""
        return self.asides.standing

    @property
    def reason(self) -> RecusalReason:
        """The reason of a recusal, part of :attr:`standing`."""
        return self.asides.standing.reason

    @property
    def suggestion(self) -> RecusalSuggestion:
        """Asks whether to recuse oneself; made when first wanted."""
        return self.asides.suggestion

    def show_case(self, case_id: str) -> None:
        """Puts a case on the panel; what was being written about the one before is saved first."""
        if self._case:
            self.flush()
        self._case = case_id
        self._row = -1
        self.marks.clear()
        self.show_comment()
        self._area.verticalScrollBar().setValue(0)
        self.refresh()
        self._scoring.say_open()
        self.fit.now()

    def refresh(self) -> None:
        """Shows what is stored of the case, except texts (which may be under the hand)."""
        state = self._desk.state(self._case)
        withdrawn = self._desk.is_withdrawn(self._case)
        locked = withdrawn or state.recused or state.abstained
        held = locked and any(each.field.hasFocus() for each in self.rows)
        before = (self.asides.asking, self.asides.standing_shown)
        words = standing_words(state, withdrawn) if locked else ""
        for each, value in zip(self.rows, state.scores, strict=True):
            each.show_score(value, locked=words, wanted=not locked)
        self.asides.show_state(state, withdrawn=withdrawn)
        if withdrawn:
            self.pause.touched()  # nothing is open any more in what was half done
        self._scoring.suggest(state, locked=locked)
        self.head.show_total(state, locked=locked)
        self._scoring.show_use()
        self.foot.show_state(state, withdrawn=withdrawn)
        self._name_ways()
        if held:
            self.forward.setFocus(Qt.FocusReason.OtherFocusReason)
        self.drawers.refresh()
        if before != (self.asides.asking, self.asides.standing_shown):
            self.fit.now()
        elif locked:
            self.fit.soon()

    def focus_first_open(self) -> None:
        """Puts the focus where the next score is wanted."""
        if not self._case:
            return
        for each in self.rows:
            if each.field.value is None and each.field.isEnabled() and not each.locked:
                each.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._area.ensureWidgetVisible(each, 0, 8)
                return
        self.forward.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_criterion(self, place: int) -> None:
        """Puts the focus on the row of one criterion; where nothing can be scored, on what comes next."""
        if self.rows[place].locked:
            self.focus_first_open()
        else:
            self.rows[place].field.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self.rows[place], 0, 8)

    def flush(self) -> None:
        """Saves everything that is typed and not saved."""
        if self._case:
            for each in self.rows:
                if isinstance(each.field, NumberField):
                    each.field.flush()
            self.asides.flush()
            self._comments.flush()

    @property
    def unsaved(self) -> bool:
        """Whether the comment was not taken in: it stands in its field and nowhere else."""
        return self._comments.unsaved

    def show_comment(self) -> None:
        """Puts the stored comment into its field, or in its place one that could not be stored."""
        self._comments.show_case(self._case)

    def show_levels(self) -> None:
        """Opens what the scores mean, or closes it."""
        self.drawers.toggle_levels(max(self._row, 0))

    def show_history(self) -> None:
        """Opens the changes of the case, or closes them."""
        self.flush()
        self.drawers.toggle_history()

    def _show_steps(self) -> None:
        undoable, redoable = self._desk.session.undoable, self._desk.session.redoable
        self.head.steps.show_steps(undoable=undoable is not None, redoable=redoable is not None)
        self.drawers.refresh()

    def _name_ways(self) -> None:
        if self._desk.next_open(self._case) is not None:
            self.foot.name("open", self.width())
        elif not self._desk.is_closed(self._case):
            self.foot.name("last", self.width())
        else:
            right, outdated = self._desk.sheet_right, self._desk.sheet_outdated
            self.foot.name("exported" if right else "outdated" if outdated else "done", self.width())

    # --- what happens ---------------------------------------------------------------------------------------------

    def _stepped(self, case_id: str) -> None:
        if case_id == self._case:
            self.show_comment()

    def _refresh_if_shown(self, case_id: str) -> None:
        if case_id == self._case:
            self._comments.catch_up()
            self.refresh()
        elif self._case:
            self._scoring.show_use()
            self._name_ways()

    def _leave(self, criterion: int, step: int) -> None:
        place = criterion + step
        if 0 <= place < len(self.rows):
            self.focus_criterion(place)
        elif step > 0:
            below = self.comment.field if self.comment.isVisible() else self.forward
            below.setFocus(Qt.FocusReason.TabFocusReason)

    def _row_focused(self, place: int) -> None:
        if place != self._row:
            self._row = place
            self._scoring.show_use()
            self.drawers.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._case:
            self._name_ways()
            self.fit.now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the drawer from anywhere in the panel."""
        if event.key() == Qt.Key.Key_Escape and self.drawers.open_one is not None:
            self.drawers.close_drawer()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "fit"):
            self.fit.anew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The comment grows while it is written in, with its lines."""
        if event.type() == QEvent.Type.FocusIn and not self._grows:
            self._grows = True  # not before: few starts come to a comment
            self.comment.field.textChanged.connect(self._written)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.fit.soon()
        return super().eventFilter(watched, event)

    def _written(self) -> None:
        if self.comment.field.hasFocus():
            self.fit.soon()

    @property
    def writing(self) -> bool:
        """Whether the focus is in a field for words: it must not be taken from there."""
        return isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit))

    @property
    def all_locked(self) -> bool:
        """Whether nothing can be scored in this case."""
        return all(each.locked for each in self.rows)

    @property
    def may_abstain(self) -> bool:
        """Whether the rule of the round knows abstention."""
        return self._desk.session.terms.rule.abstention

    @property
    def mouse_held(self) -> bool:
        """Whether a button is down: nothing may move away from under it."""
        return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
