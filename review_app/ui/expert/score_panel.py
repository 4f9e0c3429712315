"""The right side: five rows, a comment, the three flags, and the way to the next case."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from review_app.model.scoring.session import ReviewSession
from review_app.ui.expert.comment_box import CommentBox
from review_app.ui.expert.criterion_row import CriterionRow
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.number_row import NumberField
from review_app.ui.expert.recusal import RecusalReason
from review_app.ui.expert.wording import total_text
from review_app.ui.widgets.parts import button, column, ground, label, row, scrolling, set_role

LOW, ROOMY = 640, 800
"""Pixels of height: below the first the rows are compact, from the second on there is air between them."""


class ScorePanel(QWidget):
    """Scores one case.  Every input is stored at once through the desk; texts after a pause and by :meth:`flush`."""

    next_open = Signal()
    previous = Signal()
    pending = Signal()
    overflowed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        ground(self, "right")
        self._desk = desk
        self._case = ""
        self.rows = [CriterionRow(desk.rubric, place) for place in range(len(desk.rubric.criteria))]
        for each in self.rows:
            each.scored.connect(self._scored)
            each.leave.connect(self._leave)
        self.heading = label(self.tr("Scores"), "heading")
        self.total = label("", "total")
        self.best = label("/ " + total_text(desk.rubric.best_total), "quiet")
        self.notice = label("", "notice", wrap=True)
        self.comment = CommentBox(desk.session.terms.comment_limit)
        self.comment.save.connect(self._save_comment)
        self.comment.pending.connect(self.pending)
        self._make_flags()
        self._make_ways()
        self._lay_out()
        desk.case_changed.connect(self._refresh_if_shown)
        desk.words_saved.connect(self._comment_saved)
        desk.stepped.connect(self._stepped)

    def _make_flags(self) -> None:
        self.doubtful = QCheckBox(self.tr("Doubtful"))
        self.doubtful.setToolTip(self.tr("Marks the case for another look; never exported"))
        self.recused = QCheckBox(self.tr("Recuse myself"))
        self.abstained = QCheckBox(self.tr("Abstain"))
        self.abstained.setVisible(self._desk.session.terms.rule.abstention)
        self.doubtful.clicked.connect(
            lambda on: self._change(lambda session: session.set_doubtful(self._case, on))
        )
        self.recused.clicked.connect(self._recuse)
        self.abstained.clicked.connect(
            lambda on: self._change(lambda session: session.set_abstained(self._case, on))
        )
        self.reason = RecusalReason()
        self.reason.chosen.connect(
            lambda reason: self._change(lambda session: session.set_recused(self._case, True, reason))
        )

    def _make_ways(self) -> None:
        self.back = button(self.tr("Previous"))
        self.back.setToolTip(self.tr("Previous case (Ctrl+Up)"))
        self.forward = button(self.tr("Next open case  Ctrl+↓"), "primary")
        self.back.clicked.connect(self.previous)
        self.forward.clicked.connect(self.next_open)

    def _lay_out(self) -> None:
        head = row(self.heading, None, self.total, self.best, spacing=6)
        head.setAlignment(self.total, Qt.AlignmentFlag.AlignBaseline)
        head.setAlignment(self.best, Qt.AlignmentFlag.AlignBaseline)
        self._rows = column(*self.rows, None, margins=(20, 0, 20, 0), spacing=12)
        content = QWidget()
        content.setLayout(self._rows)
        self._area = scrolling(content)
        flags = row(self.doubtful, None, self.abstained, self.recused, spacing=8)
        ways = row(self.back, self.forward)
        ways.setStretch(1, 1)
        self._foot = column(self.comment, self.reason, flags, ways, margins=(20, 0, 20, 16), spacing=8)
        self._top = column(head, self.notice, margins=(20, 16, 20, 0), spacing=6)
        self._all = column(self._top, self._area, self._foot, margins=(1, 0, 0, 0), spacing=8)
        self._all.setStretch(1, 3)
        self._all.setStretch(2, 1)
        self.setLayout(self._all)

    def show_case(self, case_id: str) -> None:
        """Puts a case on the panel; what was being written about the one before is saved first."""
        if self._case:
            self.flush()
        self._case = case_id
        self._show_comment()
        self._area.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is stored of the case, except texts (which may be under the hand)."""
        state = self._desk.state(self._case)
        withdrawn = self._desk.is_withdrawn(self._case)
        locked = withdrawn or state.recused or state.abstained
        for each, value in zip(self.rows, state.scores, strict=True):
            each.show_score(value, locked=locked, wanted=not locked)
        if locked and any(each.field.hasFocus() for each in self.rows):
            self.forward.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_total(locked)
        self.doubtful.setChecked(state.doubtful)
        self.recused.setChecked(state.recused)
        self.abstained.setChecked(state.abstained)
        for flag in (self.recused, self.abstained):
            flag.setEnabled(not withdrawn)
        self.reason.setVisible(state.recused and not withdrawn)
        self.reason.show_reason(state.recusal_reason)
        notice = self._notice(withdrawn)
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))
        undecided = self._desk.next_open(self._case) is not None
        self.forward.setText(
            self.tr("Next open case  Ctrl+↓") if undecided else self.tr("All decided: check  Ctrl+↓")
        )

    def focus_first_open(self) -> None:
        """Puts the focus where the next score is wanted."""
        if not self._case:
            return
        for each in self.rows:
            if each.field.value is None and each.field.isEnabled():
                each.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._area.ensureWidgetVisible(each, 0, 8)
                return
        self.forward.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_criterion(self, place: int) -> None:
        """Puts the focus on the row of one criterion; where nothing can be scored, on what comes next."""
        if self.rows[place].field.focusPolicy() == Qt.FocusPolicy.NoFocus:
            self.focus_first_open()
        else:
            self._focus_row(place)

    def flush(self) -> None:
        """Saves everything that is typed and not saved."""
        if self._case:
            for each in self.rows:
                if isinstance(each.field, NumberField):
                    each.field.flush()
            self.comment.flush()
            if not self.comment.field.dirty:
                self._desk.forget_words(self._case, "comment")

    @property
    def unsaved(self) -> bool:
        """Whether the comment was not taken in: it stands in its field and nowhere else."""
        return bool(self._case) and self.comment.field.text() != self._desk.state(self._case).comment

    def resizeEvent(self, event: QResizeEvent) -> None:
        low, roomy = self.height() < LOW, self.height() >= ROOMY
        for each in self.rows:
            each.set_compact(low)
        self._rows.setSpacing(16 if roomy else 6)
        self._foot.setSpacing(10 if roomy else 6)
        self._foot.setContentsMargins(20, 0, 20, 16 if roomy else 12)
        self._top.setContentsMargins(20, 16 if roomy else 10, 20, 0)
        self.comment.setMaximumHeight(140 if roomy else 72)
        super().resizeEvent(event)

    def _show_total(self, locked: bool) -> None:
        state = self._desk.state(self._case)
        given = [
            weight * score
            for weight, score in zip(self._desk.rubric.weights, state.scores, strict=True)
            if score is not None
        ]
        complete = len(given) == len(state.scores)
        self.total.setText("–" if locked or not given else total_text(sum(given[1:], given[0])))
        set_role(self.total, "total" if complete and not locked else "total-open")
        self.total.setAccessibleName(self.tr("Total {total}").format(total=self.total.text()))

    def _notice(self, withdrawn: bool) -> str:
        state = self._desk.state(self._case)
        if withdrawn:
            return self.tr("The organizer has withdrawn this case. It needs no decision.")
        if state.recused:
            return self.tr(
                "Recused: no score, not zero. Scores given before are kept in case you take it back."
            )
        if state.abstained:
            return self.tr(
                "Abstained: no score, not zero. Scores given before are kept in case you take it back."
            )
        return ""

    def _scored(self, criterion: int, value: int | None, move_on: bool) -> None:
        shown = self.rows[criterion].field
        before = shown.value
        shown.set_value(value)
        shown.repaint()  # seen first, then written: the disk is never between key and eye
        if not self._change(lambda session: session.set_score(self._case, criterion, value)):
            shown.set_value(before)
        elif move_on:
            self._move_on(criterion)

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
            self.comment.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_row(self, place: int) -> None:
        self.rows[place].field.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(self.rows[place], 0, 8)

    def _recuse(self, on: bool) -> None:
        self._change(lambda session: session.set_recused(self._case, on))

    def _save_comment(self, text: str, rest: str) -> None:
        case_id = self._case

        def store(_: ReviewSession) -> None:
            if rest:  # typed beyond the limit and left: kept where there is room
                note = self._desk.state(case_id).note
                joined = f"{note}\n{rest}" if note else rest
                self._desk.session.set_note(case_id, joined)
            self._desk.session.set_comment(case_id, text)

        if self._desk.change(case_id, store) and rest:
            self._show_comment()
            self.overflowed.emit(len(rest))

    def _show_comment(self) -> None:
        stored = self._desk.state(self._case).comment
        self.comment.fill(stored, self._desk.unsaved_words(self._case, "comment"))

    def _stepped(self, case_id: str) -> None:
        if case_id == self._case:
            self._show_comment()

    def _comment_saved(self, case_id: str, kind: str, text: str) -> None:
        if (case_id, kind) == (self._case, "comment"):
            self.comment.field.accepted(text)

    def _change(self, act: Callable[[ReviewSession], object]) -> bool:
        done = self._desk.change(self._case, act)
        self.refresh()
        return done

    def _refresh_if_shown(self, case_id: str) -> None:
        if case_id == self._case:
            self.refresh()
