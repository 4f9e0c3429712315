"""An opened round: reading and scoring, checking, signing; which case is on the table."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from review_app.model.errors import ReviewError
from review_app.ui import shortcuts
from review_app.ui.expert.amendment_notes import CaseNotice
from review_app.ui.expert.case_list import CaseList
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.piece_tabs import DOSSIER
from review_app.ui.expert.reader import Reader
from review_app.ui.expert.score_panel import ScorePanel
from review_app.ui.expert.sides import side_widths
from review_app.ui.expert.standing import Standing, standing_of, take_up
from review_app.ui.jobs import Jobs
from review_app.ui.widgets.parts import column, row

if TYPE_CHECKING:
    from pathlib import Path

    from review_app.ui.expert.check_page import CheckPage
    from review_app.ui.expert.sign_page import SignPage


class RoundPage(QWidget):
    """The three steps of a round.  Changing case or step, and closing, saves what is typed."""

    step_shown = Signal(str)
    pending = Signal()
    overflowed = Signal(int)
    trouble = Signal(object)
    told = Signal(str, str)
    """Something that went well: a sentence on what, and one on what follows."""
    focus_mode_changed = Signal(bool)

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__()
        self.desk, self._jobs = desk, jobs
        self._case = ""
        self._focus_mode = False
        self.only_looked_at = False
        self.list = CaseList(desk, jobs)
        self.reader = Reader(desk, jobs)
        self.scores = ScorePanel(desk)
        reading = QWidget()
        self.notice = CaseNotice(desk)
        middle = column(self.notice, self.reader, spacing=0)
        middle.setStretch(1, 1)
        across = row(self.list, middle, self.scores, spacing=0)
        across.setStretch(1, 1)
        reading.setLayout(across)
        self.stack = QStackedWidget()
        self.stack.addWidget(reading)
        self._reading = reading
        self.setLayout(column(self.stack))
        self.list.chosen.connect(self._show_chosen)
        self.list.hit_chosen.connect(self._show_hits)
        self.list.searched.connect(self.reader.mark)
        self.list.next_hit.connect(self.reader.find_next)
        self.list.left.connect(self.focus_scores)
        self.scores.next_open.connect(self.go_next_open)
        self.scores.previous.connect(lambda: self.go(-1))
        self.scores.pending.connect(self.pending)
        self.scores.overflowed.connect(self.overflowed)
        self.scores.own_undo.watch(self.list.search, self.reader.notes.field)
        self.reader.pending.connect(self.pending)
        desk.case_changed.connect(self._changed)
        desk.waiting.connect(self.pending)
        desk.stepping.connect(self._hand_over)
        desk.stepped.connect(self._show_step_taken)
        self._make_shortcuts()

    @cached_property
    def check(self) -> CheckPage:
        """The second step, made when it is first wanted: the window is there sooner."""
        from review_app.ui.expert.check_page import CheckPage

        page = CheckPage(self.desk)
        page.jump.connect(self.jump)
        page.go_on.connect(lambda: self.show_step("sign"))
        self.stack.addWidget(page)
        return page

    @cached_property
    def sign(self) -> SignPage:
        """The third step, made when it is first wanted."""
        from review_app.ui.expert.sign_page import SignPage

        page = SignPage(self.desk, self._jobs)
        page.jump.connect(self.jump)
        page.trouble.connect(self.trouble)
        self.stack.addWidget(page)
        return page

    def _make_shortcuts(self) -> None:
        shortcuts.bind(
            self,
            {
                "next_open": self.go_next_open,
                "previous": lambda: self.go(-1),
                "next": lambda: self.go(1),
                "search": self._search,
                "find_next": lambda: self._find_next(True),
                "find_previous": lambda: self._find_next(False),
                "next_figure": lambda: self._next_figure(True),
                "previous_figure": lambda: self._next_figure(False),
                "scores": self.focus_scores,
                "list": self._to_list,
                "zoom_in": lambda: self._zoom("zoom_in"),
                "zoom_out": lambda: self._zoom("zoom_out"),
                "zoom_usual": lambda: self._zoom("zoom_reset"),
                "undo": self.undo,
                "redo": self.redo,
            },
        )

    @property
    def focus_mode(self) -> bool:
        """Whether only the page is left."""
        return self._focus_mode

    def set_focus_mode(self, on: bool) -> None:
        """Leaves nothing but the page that is being read, or brings everything back.

        What is hidden takes no key: scores can't be changed unseen.
        """
        if on == self._focus_mode or (on and self.step != "read"):
            return
        self._focus_mode = on
        for part in (self.list, self.scores, self.reader.tabs):
            part.setVisible(not on)
        if on:
            self._focus_page()
        else:
            self.scores.focus_first_open()
        self.focus_mode_changed.emit(on)

    def _focus_page(self) -> None:
        page = self.reader.stack.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> None:
        """Opens the case where the expert was, or the first open one."""
        last = self.desk.session.meta.last_case
        if last not in self.desk.order:
            last = next(iter(self.desk.open_cases()), self.desk.order[0])
        self.show_step("read")
        self.show_case(last)
        self.scores.focus_first_open()
        self.list.gather_soon()

    @property
    def case(self) -> str:
        """The case on the table."""
        return self._case

    @property
    def step(self) -> str:
        """``read``, ``check`` or ``sign``."""
        shown = self.stack.currentWidget()
        return next((name for name in ("check", "sign") if self.__dict__.get(name) is shown), "read")

    @property
    def foot(self) -> QWidget:
        """The part of the step that is shown over whose foot notes may lie: what is read there can be scrolled."""
        if self.step == "check":
            return self.check.views
        return self.reader.stack if self.step == "read" else self.sign.explained

    @property
    def foot_column(self) -> int:
        """Pixels of the column of text at the right of :attr:`foot`; 0 where the text is in the middle."""
        return self.sign.text_width if self.step == "sign" else 0

    @property
    def has_checked(self) -> bool:
        """Whether the second step was made yet."""
        return "check" in self.__dict__

    def standing(self) -> Standing:
        """What is in view."""
        return standing_of(self)

    def take_up(self, standing: Standing) -> None:
        """Brings into view what was there before."""
        take_up(self, standing)

    def show_case(self, case_id: str) -> None:
        """Puts a case on the table."""
        if case_id == self._case:
            return
        self.flush()
        if self._refused:  # it can't be stored as it is, and was told; the text must not go
            self.list.show_case(self._case)
            return
        places = self.reader.places()
        self._case = case_id
        self.list.show_case(case_id)
        self.notice.show_case(case_id)
        self.reader.show_case(case_id)
        self.scores.show_case(case_id)
        self._remember(places)

    def show_step(self, step: str) -> None:
        """Goes to reading, checking or signing; an organizer's preview can't be signed."""
        if step == "sign" and self.only_looked_at:
            return
        self.set_focus_mode(False)
        self.flush()
        if step == "read":
            self.stack.setCurrentWidget(self._reading)
            self.scores.focus_first_open()
        else:
            page = self.check if step == "check" else self.sign
            page.reload()
            self.stack.setCurrentWidget(page)
            page.focus_first()
        self.step_shown.emit(step)

    def jump(self, case_id: str, criterion: int = -1) -> None:
        """From checking or signing back to a case, and to one of its criteria."""
        self.show_step("read")
        self.show_case(case_id)
        if criterion >= 0:
            self.scores.focus_criterion(criterion)
        else:
            self.scores.focus_first_open()

    def go(self, step: int) -> None:
        """To the neighbour in reading order."""
        if self.step == "read" and (case_id := self.desk.neighbour(self._case, step)):
            self.show_case(case_id)
            self._focus_after_move()

    def go_next_open(self) -> None:
        """To the next undecided case; when there is none, to checking, or to signing once a sheet was exported."""
        if self.step != "read":
            return
        self.flush()
        case_id = self.desk.next_open(self._case)
        if case_id is not None:
            self.show_case(case_id)
            self._focus_after_move()
        elif not self.desk.open_cases():
            exported = self.desk.sheet_right or self.desk.sheet_outdated
            self.show_step("sign" if exported else "check")
        else:
            self._focus_after_move()

    def _focus_after_move(self) -> None:
        if self._focus_mode:
            self._focus_page()
        else:
            self.scores.focus_first_open()

    def focus_scores(self) -> None:
        """Puts the focus on the first score that is wanted."""
        if self.step == "read":
            self.set_focus_mode(False)
            self.scores.focus_first_open()

    def flush(self) -> None:
        """Hands over everything typed, and once more what could not be stored before."""
        self._hand_over()
        self.desk.save_again()

    def _hand_over(self) -> None:
        if self._case:
            self.reader.flush()  # before the comment: the end of one that is too long goes below the notes
            self.scores.flush()

    @property
    def _refused(self) -> bool:
        return self.scores.unsaved or self.reader.notes.unsaved

    @property
    def unsaved(self) -> bool:
        """Whether something typed could not be saved; waits for what is on its way to the disk."""
        kept = self.desk.wait_saved()
        return not kept or self._refused

    def set_reading_zoom(self, percent: int) -> None:
        """Sets dossiers in ``percent`` of their usual size."""
        self.reader.views.set_reading_zoom(percent)

    def _zoom(self, how: str) -> None:
        if self.step == "read":
            act = getattr(self.reader.stack.currentWidget(), how, None)  # notes have none
            if act is not None:
                act()

    def undo(self) -> None:
        """Takes the latest change back, and shows where that was."""
        self.set_focus_mode(False)  # nothing changes unseen
        self.desk.undo()

    def redo(self) -> None:
        """Brings back what was undone last, and shows where that was."""
        self.set_focus_mode(False)
        self.desk.redo()

    def _show_step_taken(self, case_id: str) -> None:
        if self.step == "read":
            self.show_case(case_id)
        elif self.step == "sign":  # where no score is seen; checking shows all of them
            self.jump(case_id)

    def restore_backup(self, path: Path) -> None:
        """Takes in the work that another computer wrote into ``path``; :attr:`told` says what came of it."""
        from review_app.ui.expert.taking_in import take_in  # loads what is seldom wanted

        self.flush()
        if not self.unsaved:  # which was told already; the words must not go with what comes
            take_in(self, path, self._jobs)

    def leave(self) -> None:
        """Before the session closes: saves, remembers the place, ends what reads and draws."""
        self.flush()
        self._remember(self.reader.places())
        self.list.stop()
        self.reader.stop()
        self.desk.stop()

    def _remember(self, places: dict[str, str]) -> None:
        try:
            self.desk.session.remember_case(self._case, places)
        except ReviewError as failure:
            self.desk.failed.emit(failure)

    def _to_list(self) -> None:
        if self.step == "read":
            self.set_focus_mode(False)
            self.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _search(self) -> None:
        if self.step == "read":
            self.set_focus_mode(False)
            self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.list.search.selectAll()

    def _find_next(self, forward: bool) -> None:
        """The next hit in what is shown; without words, where to type them."""
        if not self.list.words:
            self._search()
        elif self.step == "read":
            self.reader.find_next(forward)

    def _next_figure(self, forward: bool) -> None:
        if self.step == "read":
            self.reader.next_figure(forward)

    def _show_chosen(self, case_id: str) -> None:
        if self.list.has_hits(case_id, DOSSIER):
            self._show_hits(case_id, DOSSIER)
        else:
            self.show_case(case_id)

    def _show_hits(self, case_id: str, piece: str) -> None:
        self.show_case(case_id)
        if self._case == case_id:
            if self.reader.tab != piece:
                self.reader.open_tab(piece)
            self.reader.seek()

    def _changed(self, case_id: str) -> None:
        self.reader.notes.reload(case_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for part, width in zip((self.list, self.scores), side_widths(event.size().width()), strict=True):
            part.setFixedWidth(width)
        super().resizeEvent(event)
