"""The right side: five rows, own use of the scale, a comment, the three flags, and the way to the next case."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from review_app.model.scoring.scores import Standing
from review_app.model.scoring.session import ReviewSession
from review_app.ui import shortcuts
from review_app.ui.expert.comment_box import CommentBox
from review_app.ui.expert.criterion_row import CriterionRow
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.distribution import Distribution, scores_given
from review_app.ui.expert.drawers import Drawers
from review_app.ui.expert.heard import announce
from review_app.ui.expert.number_row import NumberField
from review_app.ui.expert.own_undo import OwnUndoFirst
from review_app.ui.expert.panel_fit import Fit
from review_app.ui.expert.panel_head import PanelHead, with_keys
from review_app.ui.expert.recusal import NotScored, RecusalSuggestion
from review_app.ui.expert.reminder import Reminder
from review_app.ui.expert.score_row import ScoreScale
from review_app.ui.expert.step_marks import StepMarks
from review_app.ui.expert.wording import standing_words
from review_app.ui.language import criterion_name
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, ground, row, scrolling

BUTTON_SIDES = 34
"""Pixels that border and padding of a button take beside its words."""


class ScorePanel(QWidget):
    """Scores one case.  Every input goes to the desk at once; texts after a pause and by :meth:`flush`."""

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
        self._declined: set[str] = set()
        self.rows = [CriterionRow(desk.rubric, place) for place in range(len(desk.rubric.criteria))]
        for each in self.rows:
            each.scored.connect(self._scored)
            each.leave.connect(self._leave)
            each.focused.connect(self._row_focused)
            each.levels_wanted.connect(self.show_levels)
        self._make_head()
        self.strip = Distribution(desk.rubric)
        self.pause = Reminder()
        self.pause.idle.connect(self._say_open)
        self.comment = CommentBox(desk.session.terms.comment_limit)
        self.comment.save.connect(self._save_comment)
        self.comment.pending.connect(self.pending)
        self._make_flags()
        self._make_ways()
        self.drawers = Drawers(self, desk)
        self._lay_out()
        self.pause.changed.connect(self.fit.soon)
        shortcuts.bind(
            self,
            {
                "doubtful": self.doubtful.click,
                "recuse": self._recuse_by_key,
                "levels": self.show_levels,
                "history": self.show_history,
            },
        )
        self.comment.field.installEventFilter(self)
        self.marks = StepMarks(self, desk)
        self.own_undo = OwnUndoFirst(self)
        self.own_undo.watch(self.comment.field, self.reason.words)
        self.own_undo.watch(*(each.field for each in self.rows if isinstance(each.field, NumberField)))
        desk.case_changed.connect(self._refresh_if_shown)
        self.comment.field.as_it_was.connect(desk.tell_saved)
        desk.held_by(lambda: self.unsaved)
        desk.words_saved.connect(self._comment_saved)
        desk.stepped.connect(self._stepped)
        desk.steps_changed.connect(self.drawers.refresh)

    # --- making ---------------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.head = PanelHead(self._desk.rubric)
        self.head.levels_wanted.connect(self.show_levels)
        self.head.history_wanted.connect(self.show_history)
        self.total, self.best = self.head.total, self.head.best
        self.standing = NotScored()
        self.standing.take_back.connect(self._take_back)
        self.standing.institutions_wanted.connect(lambda: self.drawers.show_institutions())
        self.reason = self.standing.reason
        self.reason.chosen.connect(
            lambda reason: self._change(lambda session: session.set_recused(self._case, True, reason))
        )
        self.reason.pending.connect(self.pending)
        self.suggestion = RecusalSuggestion()
        self.suggestion.taken.connect(lambda: self._recuse(True))
        self.suggestion.declined.connect(self._decline)

    def _make_flags(self) -> None:
        self.doubtful = QCheckBox(self.tr("Doubtful"))
        self.doubtful.setAccessibleName(self.doubtful.text())
        self.doubtful.setToolTip(
            with_keys(self.tr("Marks the case for another look; never exported"), "doubtful")
        )
        self.recused = QCheckBox(self.tr("Recuse myself"))
        self.recused.setToolTip(
            with_keys(self.tr("No score for this case, which is not zero; can be taken back"), "recuse")
        )
        self.abstained = QCheckBox(self.tr("Abstain"))
        if not self.may_abstain:
            self.abstained.hide()
        self.doubtful.clicked.connect(
            lambda on: self._change(lambda session: session.set_doubtful(self._case, on))
        )
        self.recused.clicked.connect(self._recuse)
        self.abstained.clicked.connect(
            lambda on: self._change(lambda session: session.set_abstained(self._case, on))
        )

    def _make_ways(self) -> None:
        self.back = button(self.tr("Previous"))
        self.back.setAccessibleName(self.back.text())
        self.back.setToolTip(self.tr("Previous case (Ctrl+Up)"))
        self.forward = button(self.tr("Next open case  Ctrl+↓"), "primary")
        self.forward.setToolTip(with_keys(self.tr("To the next case still to be decided"), "next_open"))
        self.back.clicked.connect(self.previous)
        self.forward.clicked.connect(self.next_open)

    def _lay_out(self) -> None:
        top = column(self.head, self.suggestion, self.standing, margins=(20, 16, 20, 0), spacing=6)
        lines = column(*self.rows, None, margins=(20, 0, 20, 0), spacing=12)
        content = QWidget()
        content.setLayout(lines)
        self._area = scrolling(content)
        strip = column(self.strip, self.pause, margins=(20, 0, 20, 0), spacing=0)
        flags = Flow(self.doubtful, self.abstained, self.recused, spacing=8, right_from=1)
        ways = row(self.back, self.forward, spacing=6)
        ways.setStretch(1, 1)
        foot = column(self.comment, flags, ways, margins=(20, 0, 20, 16), spacing=8)
        whole = column(top, self._area, strip, self.drawers, foot, margins=(1, 0, 0, 0), spacing=8)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        order = (self.head.levels, self.head.history, *(each.field for each in self.rows))
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.fit = Fit(self, top, lines, strip, foot, whole)

    # --- what is shown --------------------------------------------------------------------------------------------

    @property
    def case(self) -> str:
        """The case on the panel; empty before the first."""
        return self._case

    @property
    def row_at_hand(self) -> int:
        """The row that has, or had last, the focus in this case; -1 before any."""
        return self._row

    def show_case(self, case_id: str) -> None:
        """Puts a case on the panel; what was being written about the one before is saved first."""
        if self._case:
            self.flush()
        self._case = case_id
        self._row = -1
        self.marks.glow.clear()
        self.show_comment()
        self._area.verticalScrollBar().setValue(0)
        self.refresh()
        self._say_open()
        self.fit.loosen()

    def refresh(self) -> None:
        """Shows what is stored of the case, except texts (which may be under the hand)."""
        state = self._desk.state(self._case)
        withdrawn = self._desk.is_withdrawn(self._case)
        locked = withdrawn or state.recused or state.abstained
        held = locked and any(each.field.hasFocus() for each in self.rows)
        was_locked = self.standing.isVisibleTo(self)
        for each, value in zip(self.rows, state.scores, strict=True):
            each.show_score(
                value, locked=standing_words(state, withdrawn) if locked else "", wanted=not locked
            )
        self.standing.show_state(state, withdrawn=withdrawn)
        self._show_suggestion(locked)
        self.head.show_total(state, locked=locked)
        self._show_use()
        self.doubtful.setChecked(state.doubtful)
        self.recused.setChecked(state.recused)
        self.abstained.setChecked(state.abstained)
        self.recused.setText(self.tr("Recused") if state.recused else self.tr("Recuse myself"))
        self.abstained.setText(self.tr("Abstained") if state.abstained else self.tr("Abstain"))
        for flag in (self.recused, self.abstained):
            flag.setEnabled(not withdrawn)
        self._name_forward()
        if held:
            self.forward.setFocus(Qt.FocusReason.OtherFocusReason)
        self.drawers.refresh()
        if was_locked != locked:
            self.fit.loosen()
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
            self._focus_row(place)

    def flush(self) -> None:
        """Saves everything that is typed and not saved."""
        if self._case:
            for each in self.rows:
                if isinstance(each.field, NumberField):
                    each.field.flush()
            self.reason.flush()
            self.comment.flush()
            if not self.comment.field.dirty:
                self._desk.forget_words(self._case, "comment", self.comment.field.text())

    @property
    def unsaved(self) -> bool:
        """Whether the comment was not taken in: it stands in its field and nowhere else."""
        return bool(self._case) and self.comment.field.text() != self._desk.state(self._case).comment

    def show_levels(self) -> None:
        """Opens what the scores mean, or closes it."""
        self.drawers.toggle_levels(max(self._row, 0))

    def show_history(self) -> None:
        """Opens the changes of the case, or closes them."""
        self.flush()
        self.drawers.toggle_history()

    def _stepped(self, case_id: str) -> None:
        if case_id == self._case:
            self.show_comment()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._case:
            self._name_forward()
        self.fit.loosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the drawer from anywhere in the panel."""
        if event.key() == Qt.Key.Key_Escape and self.drawers.open_one is not None:
            self.drawers.close_drawer()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "fit"):
            self.fit.loosen_soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The comment grows while it is written in."""
        if event.type() == QEvent.Type.FocusIn:
            self.fit.soon()
        elif event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            # Left by a key, the rows may have their room back; a mouse is on its way to where something stands now.
            by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
            self.fit.loosen_soon() if by_key else self.fit.soon()
        return super().eventFilter(watched, event)

    def _show_suggestion(self, locked: bool) -> None:
        name = self._desk.session.suggested_recusals().get(self._case, "")
        decided = locked or self._desk.state(self._case).standing is Standing.SCORED
        wanted = bool(name) and not decided and self._case not in self._declined
        if wanted:
            self.suggestion.suggest(name)
        if wanted != self.suggestion.isVisibleTo(self):
            self.suggestion.setVisible(wanted)
            self.fit.soon()

    def _show_use(self) -> None:
        """How often each score was given so far: on the criterion under the hand, or on all."""
        desk, place = self._desk, self._row
        states = [desk.state(case_id) for case_id in desk.order if not desk.is_withdrawn(case_id)]
        if place < 0:
            self.strip.show_scores(scores_given(states), "", None)
            return
        chosen = self.rows[place]
        self.strip.show_scores(
            scores_given(states, place), criterion_name(chosen.criterion), chosen.field.value
        )

    def _say_open(self) -> None:
        """On coming back to a half-done case, and when nothing has happened for a while."""
        self.pause.touched()
        state = self._desk.state(self._case)
        if state.standing is Standing.PARTIAL and not self._desk.is_withdrawn(self._case):
            self.pause.say([criterion_name(each.criterion) for each in self.rows if each.field.value is None])

    # --- what is done ---------------------------------------------------------------------------------------------

    def _scored(self, criterion: int, value: int | None, move_on: bool) -> None:
        shown = self.rows[criterion].field
        before = shown.value
        shown.set_value(value)
        shown.repaint()  # seen first, then written: the disk is never between key and eye
        if not self._change(lambda session: session.set_score(self._case, criterion, value)):
            shown.set_value(before)
            return
        if isinstance(shown, ScoreScale) and value is not None:
            announce(shown, self._heard(shown))
        if move_on:
            self._move_on(criterion)

    def _heard(self, scale: ScoreScale) -> str:
        """A score as it is said when the focus has gone on."""
        if meaning := scale.meaning():
            return self.tr("{score}: {meaning}").format(score=scale.accessibleName(), meaning=meaning)
        return scale.accessibleName()

    def _move_on(self, criterion: int) -> None:
        if criterion + 1 < len(self.rows):
            self._focus_row(criterion + 1)
        else:
            self.focus_first_open()

    def _leave(self, criterion: int, step: int) -> None:
        place = criterion + step
        if 0 <= place < len(self.rows):
            self._focus_row(place)
        elif step > 0:
            below = self.comment.field if self.comment.isVisible() else self.forward
            below.setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_row(self, place: int) -> None:
        self.rows[place].field.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(self.rows[place], 0, 8)

    def _row_focused(self, place: int) -> None:
        if place != self._row:
            self._row = place
            self._show_use()
            self.drawers.refresh()

    def _recuse(self, on: bool) -> None:
        if self._change(lambda session: session.set_recused(self._case, on)) and not on:
            self.focus_first_open()

    def _recuse_by_key(self) -> None:
        """The key never takes a recusal back: it goes to where that is done."""
        if self._desk.is_withdrawn(self._case):
            return
        if self._desk.state(self._case).recused:
            self.standing.back.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._recuse(True)
        self.reason.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_back(self) -> None:
        if self._desk.state(self._case).recused:
            self._recuse(False)
        elif self._change(lambda session: session.set_abstained(self._case, False)):
            self.focus_first_open()

    def _decline(self) -> None:
        self._declined.add(self._case)
        self.suggestion.hide()
        self.fit.loosen()
        self.focus_first_open()

    def _save_comment(self, text: str, rest: str) -> None:
        case_id = self._case

        def store(_: ReviewSession) -> None:
            if rest:  # typed beyond the limit and left: kept where there is room
                note = self._desk.state(case_id).note
                joined = f"{note}\n{rest}" if note else rest
                self._desk.session.set_note(case_id, joined)
            self._desk.session.set_comment(case_id, text)

        if self._desk.change(case_id, store) and rest:
            self.show_comment()
            self.overflowed.emit(len(rest))

    def show_comment(self) -> None:
        """Puts the stored comment into its field, or in its place one that could not be stored."""
        stored = self._desk.state(self._case).comment
        self.comment.fill(stored, self._desk.unsaved_words(self._case, "comment"))

    def _comment_saved(self, case_id: str, kind: str, text: str) -> None:
        if (case_id, kind) == (self._case, "comment"):
            self.comment.field.accepted(text)

    def _change(self, act: Callable[[ReviewSession], object]) -> bool:
        self.pause.touched()
        done = self._desk.change(self._case, act)
        self.refresh()
        return done

    def _refresh_if_shown(self, case_id: str) -> None:
        if case_id == self._case:
            if (
                self.unsaved and not self.comment.field.dirty
            ):  # it changed below the field: an undo that failed
                self.show_comment()
            self.refresh()
        elif self._case:
            self._show_use()

    def _name_forward(self) -> None:
        """The buttons name their keys, and themselves, where there is room for it."""
        if self._desk.next_open(self._case) is not None:
            whole, short = self.tr("Next open case  Ctrl+↓"), self.tr("Next open case")
        elif not self._desk.is_closed(self._case):
            whole, short = self.tr("Only this case is left  Ctrl+↓"), self.tr("Only this case is left")
        else:
            whole, short = self.tr("All decided: check  Ctrl+↓"), self.tr("All decided: check")
        room = self.width() - 41 - 6 - 2 * BUTTON_SIDES
        measured = self.forward.fontMetrics().horizontalAdvance
        back = self.tr("Previous")
        for before, after in ((back, whole), (back, short), ("←", short)):
            if measured(before) + measured(after) <= room:
                break
        self.back.setText(before)
        self.forward.setText(after)
        self._name_doubtful()

    def _name_doubtful(self) -> None:
        """In short, as above the list of cases, where the flags would not stand on one line."""
        others = [each for each in (self.abstained, self.recused) if not each.isHidden()]
        room = self.width() - 41 - sum(each.sizeHint().width() + 8 for each in others)
        for name in (self.tr("Doubtful"), QCoreApplication.translate("CaseList", "Doubtful")):
            self.doubtful.setText(name)
            if self.doubtful.sizeHint().width() <= room:
                break

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
