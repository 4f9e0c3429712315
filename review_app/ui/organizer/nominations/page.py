"""The station of nominations: the list, one of them beside it, and the door through which they come in."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from review_app.model.workspace.nominations import is_unsourced
from review_app.model.workspace.submission import Submission
from review_app.ui import theme
from review_app.ui.expert.heard import announce
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.detail import Detail
from review_app.ui.organizer.nominations.filters import Filters
from review_app.ui.organizer.nominations.list_table import STATE, TITLE, make_table
from review_app.ui.organizer.nominations.outgoing import Outgoing
from review_app.ui.organizer.nominations.words import STATES
from review_app.ui.organizer.page import Page
from review_app.ui.widgets.drop_area import DropArea
from review_app.ui.widgets.parts import button, column, label, row, set_role

if TYPE_CHECKING:
    from review_app.ui.organizer.nominations.taking_in import TakingIn

LIST, WIDE_LIST = 320, 440
"""Pixels of width of the list beside an open nomination: at least, and in a wide window."""


class NominationsPage(Page):
    """Everything handed in.  ``go(state=…)`` shows those of a state, ``go(submission=…)`` or ``go(case=…)`` one."""

    station = "nominations"
    topics: ClassVar[tuple[str, ...]] = ("nominations", "campaign")

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self._all: list[Submission] = []
        self._looked_at = False
        self.word_form = button(self.tr("Form (Word)…"))
        self.table_form = button(self.tr("Form (Excel)…"))
        self.take = button(self.tr("Take in…"), "primary")
        self.take.clicked.connect(self._open_door)
        body = self.frame(self.tr("Nominations"), "", [self.word_form, self.table_form, self.take])
        self.table = make_table()
        self.table.activated_record.connect(lambda one: self.open_submission(one.id))
        self.table.clicked.connect(lambda _: self._show_current())
        self.table.selected_record.connect(self._selected)
        self.filters = Filters()
        self.outgoing = Outgoing(self, desk, self.table, self.filters)
        self.word_form.clicked.connect(lambda: self.outgoing.save_form("docx"))
        self.table_form.clicked.connect(lambda: self.outgoing.save_form("xlsx"))
        self.filters.words_changed.connect(self.table.set_filter)
        self.filters.picked_changed.connect(lambda: self.table.set_predicate(self.filters.predicate()))
        self.count = label("", "secondary")
        self.count.hide()
        self.table.shown_changed.connect(self._count)
        self.accept_all = button("")
        self.accept_all.clicked.connect(self._accept_all)
        self.print_list = button(self.tr("List as PDF…"), "quiet-link", edge="left")
        self.print_list.clicked.connect(self.outgoing.print_list)
        self.export = button(self.tr("Table as CSV…"), "quiet-link")
        self.export.clicked.connect(self.outgoing.export)
        self.detail = Detail(desk)
        self.detail.closed.connect(self.close_detail)
        self.detail.stepped.connect(self._step)
        self.detail.opened.connect(self.open_submission)
        self.detail.hide()
        self._list = QWidget()
        foot = row(self.count, self.print_list, self.export, None, spacing=8)
        foot.setContentsMargins(0, 2, 0, 0)
        self._list.setLayout(column(self.table, foot, spacing=4))
        self._beside = row(self._list, self.detail, spacing=0)
        self._beside.setStretch(0, 1)
        listing = QWidget()
        above = row(self.filters, self.accept_all)
        above.setStretch(0, 1)
        above.setAlignment(self.accept_all, Qt.AlignmentFlag.AlignTop)
        layout = column(above, self.filters.second, self._beside, spacing=8)
        layout.setStretch(2, 1)
        listing.setLayout(layout)
        self.stack = QStackedWidget()
        self.stack.addWidget(listing)
        self._listing = listing
        body.addWidget(self.stack, 1)

    # --- as the frame asks ----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        found = self.desk.act(lambda workspace: workspace.submissions.all())
        if found is None:
            return
        self._all = self._in_order(found)
        self.filters.offer(self._all)
        self.filters.setVisible(bool(self._all))
        self.table.set_predicate(self.filters.predicate())
        self.table.set_records(self._all)
        self.detail.facets = sorted({one.text("facet") for one in self._all} - {""})
        shown = self.detail.submission
        if shown is not None:
            now = next((one for one in self._all if one.id == shown.id), None)
            if now is None:
                self.close_detail()
            else:
                self.detail.show_submission(now)
        complete = sum(one.state == "complete" for one in self._all)
        self.accept_all.setText(self.tr("Accept all %n complete", "", complete))
        self.accept_all.setVisible(complete > 0 and not self.desk.read_only)
        for widget in (self.print_list, self.export):
            widget.setVisible(bool(self._all))
        self._tell_counts()
        self.take.setVisible(not self.desk.read_only and self.stack.currentWidget() is self._listing)
        set_role(self.take, "" if self._detail_leads else "primary", "kind")

    def _in_order(self, found: list[Submission]) -> list[Submission]:
        """What is to be done first; but nothing jumps away while it is worked on."""
        places = {one.id: place for place, one in enumerate(self._all)}
        if self._looked_at and places.keys() == {one.id for one in found}:
            return sorted(found, key=lambda one: places[one.id])
        self._looked_at = self.isVisible()
        return sorted(found, key=lambda one: (STATES.index(one.state), one.text("region"), one.title))

    def hideEvent(self, event: QHideEvent) -> None:
        """Next time what is to be done comes first again."""
        super().hideEvent(event)
        self._looked_at = False

    def _tell_counts(self) -> None:
        accepted = sum(one.state == "accepted" for one in self._all)
        unsourced = sum(
            is_unsourced(claim.get("source", ""))
            for one in self._all
            if one.state == "accepted"
            for claim in one.claims
        )
        words = self.tr("%n handed in", "", len(self._all))
        said = [words, self.tr("%n accepted", "", accepted)]
        if unsourced:
            said.append(self.tr("%n figure(s) without a source", "", unsourced))
        self.set_subtitle(" · ".join(said) if self._all else "")

    @property
    def _detail_leads(self) -> bool:
        shown = self.detail.submission
        return shown is not None and shown.state == "complete" and not self.detail.isHidden()

    def take_files(self, paths: list[Path]) -> bool:
        if self.desk.read_only or self.desk.busy:
            return False
        if self.stack.currentWidget() is self._listing and self.detail.take_files(paths):
            return True
        if self.stack.currentWidget() is self._listing:
            self._open_door()
        self.door.offer(paths)
        return True

    def files_over(self, over: bool) -> None:
        over = over and not self.desk.read_only
        at_door = self.stack.currentWidget() is not self._listing
        if at_door:
            self.door.area.set_alive(over)
        if (over := over and not at_door and not self.detail.takes_files) or "landing" in self.__dict__:
            self.landing.set_alive(over)
            self.landing.setGeometry(self._list.rect())
            self.landing.setVisible(over)
            self.landing.raise_()

    def go(self, **where: object) -> None:
        self._show_list()
        if (state := where.get("state")) in STATES:
            self.filters.set_state(str(state))
        for one in self._all:
            if where.get("submission") == one.id or (one.case_id and where.get("case") == one.case_id):
                self.open_submission(one.id)

    def first_focus(self) -> QWidget | None:
        return self.table if self._all else self.take

    def set_busy(self, busy: bool) -> None:
        super().set_busy(busy)
        self.detail.set_busy(busy)
        for widget in (self.accept_all, self.print_list, self.export):
            widget.setEnabled(not busy)
        if "door" in self.__dict__:
            self.door.setEnabled(not busy)

    def leave(self) -> bool:
        return self.detail.flush()

    # --- list and detail ------------------------------------------------------------------------------------------

    def open_submission(self, submission_id: str) -> None:
        """Shows a nomination beside the list."""
        self._show_list()
        if not any(one.id == submission_id for one in self.table.shown):
            self.filters.reset()
        found = next((one for one in self._all if one.id == submission_id), None)
        if found is None or self.desk.busy:
            return
        self._fit(open_=True)
        self.table.select(submission_id)
        self.detail.show_submission(found)
        set_role(self.take, "" if self._detail_leads else "primary", "kind")

    def _show_current(self) -> None:
        current = self.table.current()
        if current is not None and len(self.table.selected()) == 1:
            self.open_submission(current.id)

    def _selected(self, one: Submission | None) -> None:
        """While a nomination is open the list leads it."""
        shown = self.detail.submission
        if one is None or shown is None or self.detail.isHidden() or self.desk.busy or one.id == shown.id:
            return
        self.detail.show_submission(one)
        set_role(self.take, "" if self._detail_leads else "primary", "kind")

    def _step(self, step: int) -> None:
        shown = self.table.shown
        ids = [one.id for one in shown]
        at = self.detail.submission
        if at is None or not ids:
            return
        place = ids.index(at.id) + step if at.id in ids else 0
        if 0 <= place < len(ids):
            self.open_submission(ids[place])

    def close_detail(self) -> None:
        """Gives the list the whole width again."""
        if not self.detail.flush():
            return
        self.detail.let_go()
        self._fit(open_=False)
        set_role(self.take, "primary", "kind")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self, *, open_: bool) -> None:
        self.detail.setVisible(open_)
        self._beside.setStretch(1, 1 if open_ else 0)
        self._beside.setStretch(0, 0 if open_ else 1)
        if open_:
            self._make_room()
            self.table.show_columns((TITLE, STATE))
        else:
            self._list.setMinimumWidth(0)
            self._list.setMaximumWidth(16_777_215)
            self.table.show_columns(range(STATE + 1))

    def _make_room(self) -> None:
        self._list.setFixedWidth(min(max(theme.room(LIST), self.width() * 3 // 10), theme.room(WIDE_LIST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.detail.isHidden():
            self._make_room()

    def _count(self, shown: int, all_: int) -> None:
        words = self.tr("{shown} of {all}").format(shown=shown, all=all_)
        self.count.setText(words)
        self.count.setVisible(shown != all_)

    def _show_list(self) -> None:
        self.take.setVisible(not self.desk.read_only)
        self.stack.setCurrentWidget(self._listing)

    @cached_property
    def landing(self) -> DropArea:
        """Lies over the list while files are held over the window."""
        made = DropArea(self._list)
        words = label(self.tr("Drop nominations here"), "heading")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setLayout(column(words))
        return made

    # --- the door -------------------------------------------------------------------------------------------------

    @cached_property
    def door(self) -> TakingIn:
        """What takes nominations in, made when it is first wanted."""
        from review_app.ui.organizer.nominations.taking_in import TakingIn

        made = TakingIn(self.desk)
        made.left.connect(self._show_list)
        made.taken.connect(self._came_in)
        self.stack.addWidget(made)
        return made

    def _open_door(self) -> None:
        if not self.detail.flush():
            return
        self.detail.let_go()
        self._fit(open_=False)
        self.stack.setCurrentWidget(self.door)
        self._tell_counts()  # what was said of another act is over
        self.take.hide()  # what is to be pressed next stands on the page itself
        self.door.start()
        self.door.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _came_in(self, words: str) -> None:
        self._show_list()
        self._say(words)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- all of them ----------------------------------------------------------------------------------------------

    def _accept_all(self) -> None:
        if not self.detail.flush():
            return
        accepted = self.desk.act(lambda workspace: workspace.submissions.accept_complete(), "nominations")
        if accepted is not None:
            words = self.tr("%n nomination(s) accepted.", "", len(accepted))
            in_all = sum(one.state == "accepted" for one in self._all)
            self._say(" · ".join([words, self.tr("%n accepted in all", "", in_all)]))

    def _say(self, words: str) -> None:
        """Says what was done in the quiet words of the head, until something else changes there."""
        self.set_subtitle(words)
        assert self.head_words is not None
        announce(self.head_words, words)
