"""The page of the results: read once beside the window, then shown in views."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from review_app.model.box.states import State
from review_app.model.errors import ReviewError
from review_app.model.progress import Progress
from review_app.model.workspace import Workspace
from review_app.model.workspace.standing import Standing, look
from review_app.ui.organizer import stations
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.page import Page
from review_app.ui.organizer.results.case import CaseView
from review_app.ui.organizer.results.making import VIEWS, Ways, make_view
from review_app.ui.organizer.results.ranking import RankingView
from review_app.ui.organizer.results.reading import Key, Seen, freshened, glance
from review_app.ui.organizer.results.side import SidePanel
from review_app.ui.organizer.results.view import View
from review_app.ui.organizer.results.waiting import WaitingView
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, led_by_choice, rule


class ResultsPage(Page):
    """The result of the round under way."""

    station: ClassVar[str] = "results"
    topics: ClassVar[tuple[str, ...]] = ("box", "package", "cards", "campaign")

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.primary = button("", "primary")
        self.primary.clicked.connect(self._primary)
        self.panel = SidePanel()
        self.panel.wanted.connect(self._show_sure)
        body = self.frame(self.tr("Results"), "", [self.primary], side=self.panel)
        self.waiting = WaitingView(desk)
        self.waiting.count_wanted.connect(self._count)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.waiting)
        self.views: dict[str, View] = {}
        self.case: CaseView | None = None
        self.tabs: dict[str, QPushButton] = {}
        self._group = led_by_choice(QButtonGroup(self))
        self._line = self._tabs()
        body.addWidget(self._line)
        body.addWidget(self.stack, 1)
        self.standing: Standing | None = None
        self._key: Key | None = None
        self._counting, self._arrived, self._stale = False, False, True
        self.view = "ranking"
        """The view in front; "case" for one case."""

    def _tabs(self) -> QWidget:
        names = {
            "ranking": self.tr("Ranking"),
            "sure": self.tr("How sure"),
            "sheets": self.tr("Sheets"),
            "remarks": self.tr("Comments"),
            "notice": self.tr("Notice"),
            "commending": self.tr("Commendations"),
            "papers": self.tr("Reports"),
        }
        for name in VIEWS:
            tab = button(names[name], "view")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, name=name: self.show_view(name))
            self._group.addButton(tab)
            self.tabs[name] = tab
        line, flow = QWidget(), QWidget()
        flow.setLayout(Flow(*self.tabs.values(), spacing=0))
        line.setLayout(column(flow, rule(), spacing=0))
        return line

    # --- reading --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Counts where something that the count hangs on has changed, and shows it."""
        if self.desk.busy:
            self._stale = True
            return
        self._stale = False
        seen = self.desk.act(glance)
        if seen is None:
            return
        if seen.key is None:
            self._show_waiting(seen)
        elif self.standing is None or seen.key != self._key:
            self._count()
        else:
            standing = self.standing
            fresh = self.desk.act(lambda workspace: freshened(workspace, standing))
            if fresh is not None:
                self._show(fresh)

    def _count(self) -> None:
        def work(workspace: Workspace, progress: Progress) -> tuple[Key | None, Standing]:
            return glance(workspace).key, look(workspace, workspace.rounds.current(), progress)

        if self.standing is None:
            self._show_empty()
            self.waiting.show_counting()
        self._counting, self._arrived = True, False
        self.desk.run(self.tr("Counting"), work, self._counted, self._not_counted)

    def _counted(self, found: tuple[Key | None, Standing]) -> None:
        self._arrived = True
        self._key, standing = found
        first = self.standing is None
        rubric_before = self.standing.terms.rubric if self.standing is not None else None
        if rubric_before is not None and rubric_before != standing.terms.rubric:
            self._forget_views()
        self._show(standing)
        if first and self.isVisible() and self.window().focusWidget() in (None, self.waiting.count):
            target = self.first_focus()
            if target is not None:
                target.setFocus()

    def _not_counted(self, failure: ReviewError) -> None:
        self.desk.tell_error(failure)

    def _look_whether_counted(self) -> None:
        """Where the count failed or was left off, what was seen before is another count's."""
        if self._arrived or self.desk.busy:
            return
        self.standing, self._key = None, None
        self._show_empty()
        self.waiting.show_stopped()

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_waiting(self, seen: Seen) -> None:
        self.standing, self._key = None, None
        self._show_empty()
        self.waiting.show_state(seen.state, seen.last, seen.rule)

    def _show_empty(self) -> None:
        self.stack.setCurrentWidget(self.waiting)
        self._line.hide()
        self.show_side(False)
        for act in self.head_acts:
            act.hide()
        self.set_subtitle("")

    def _show(self, standing: Standing) -> None:
        self.standing = standing
        self._line.show()
        self.panel.show_standing(standing)
        for view in self.views.values():
            view.show_standing(standing)
        if self.case is not None:
            self.case.show_standing(standing)
        if self.view == "case" and (self.case is None or self.case.line is None):
            self.view = "ranking"
        self._bring(self.view)
        self.set_subtitle(self._subtitle(standing))
        status = standing.notice.status
        words = {
            "counted": self.tr("Confirm and seal…"),
            "proposed": self.tr("Declare final…"),
            "final": self.tr("On to the certificates"),
        }
        self.primary.setText(words[status])
        self._show_primary()

    def _subtitle(self, standing: Standing) -> str:
        accepted = standing.states.get(State.ACCEPTED, 0)
        others = sum(standing.states.values()) - accepted
        missing = max(0, standing.procedure.cards.expected - sum(standing.states.values()))
        said = [self.tr("Sample · synthetic scores")] if standing.sample else []
        said.append(self.tr("%n valid sheet(s)", "", accepted))
        if missing:
            said.append(self.tr("%n not returned", "", missing))
        if others:
            said.append(self.tr("%n not counted", "", others))
        return " · ".join(said)

    def _show_primary(self) -> None:
        """The act that leads on; not beside its own panel."""
        if self.standing is None:
            return
        if self.standing.notice.status == "final":
            shown = any(each.name == "certificates" for each in stations.present())
        else:
            shown = not self.desk.read_only and self.view != "notice"
        self.primary.setVisible(shown)

    def show_view(self, name: str) -> None:
        """Brings a view to the front: one of :data:`VIEWS`."""
        if self.standing is None:
            return
        before = self._current()
        if before is not None and name != self.view and not before.leave():
            if self.view in self.tabs:
                self.tabs[self.view].setChecked(True)
            return
        self._bring(name)

    def _bring(self, name: str) -> None:
        self.view = name
        view = self.case if name == "case" else self._made(name)
        if view is None:
            return
        self.stack.setCurrentWidget(view)
        self.show_side(view.beside)
        self._show_primary()
        self.tabs["ranking" if name == "case" else name].setChecked(True)

    def _current(self) -> View | None:
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, View) and shown is not self.waiting else None

    def _made(self, name: str) -> View:
        """A view, made when it is first wanted."""
        if name not in self.views:
            view = self.views[name] = self._wired(name)
            self.stack.addWidget(view)
            if self.standing is not None:
                view.show_standing(self.standing)
        return self.views[name]

    def _wired(self, name: str) -> View:
        assert self.standing is not None
        ways = Ways(self.show_case, self.show_sheet)
        return make_view(name, self.desk, self.standing.terms.rubric, ways)

    def _forget_views(self) -> None:
        """Another round may have other criteria."""
        for view in (*self.views.values(), *([self.case] if self.case is not None else [])):
            self.stack.removeWidget(view)
            view.deleteLater()
        self.views.clear()
        self.case, self.view = None, "ranking"

    def show_case(self, case_id: str, other: str = "") -> None:
        """Opens a case with the sheets behind it, compared with ``other`` where one is named."""
        standing, before = self.standing, self._current()
        if standing is None or (before is not None and not before.leave()):
            return
        if self.case is None:
            self.case = CaseView(self.desk, standing.terms.rubric)
            self.case.left.connect(self._leave_case)
            self.case.sheet_opened.connect(self.show_sheet)
            self.stack.addWidget(self.case)
        self.case.standing = standing
        self.case.show_case(case_id, other)
        self._bring("case")
        self.case.sheets.selectRow(0)
        self.case.sheets.setFocus()

    def _leave_case(self) -> None:
        shown = self.case.line.case.id if self.case is not None and self.case.line is not None else ""
        self._bring("ranking")
        ranking = self._made("ranking")
        if isinstance(ranking, RankingView):
            ranking.table.select(shown)
            ranking.table.setFocus()

    def show_sheet(self, receipt: str) -> None:
        """Opens a sheet by its receipt."""
        from review_app.ui.organizer.results.sheets import SheetsView

        self.show_view("sheets")
        view = self._made("sheets")
        if isinstance(view, SheetsView):
            view.show_sheet(receipt)
            view.rows.setFocus()

    def _show_sure(self, part: str) -> None:
        from review_app.ui.organizer.results.sure import SureView

        self.show_view("sure")
        view = self._made("sure")
        if isinstance(view, SureView):
            view.show_part(part)

    # --- as the frame asks ----------------------------------------------------------------------------------------

    def go(self, **where: object) -> None:
        """``view`` shows one of :data:`VIEWS`, ``case`` a case; ``act`` is the paper that gets the focus."""
        if (view := where.get("view")) in VIEWS:
            self.show_view(str(view))
            if view == "papers":
                self._to_paper(str(where.get("act", "")))
        if self.standing is not None and (case := where.get("case")) is not None:
            self.show_case(str(case))

    def _to_paper(self, name: str) -> None:
        from review_app.ui.organizer.results.papers import PapersView

        view = self.views.get("papers")
        if isinstance(view, PapersView):
            view.show_act(name)

    def first_focus(self) -> QWidget | None:
        view = self._current()
        if self.standing is None or view is None:
            return self.waiting.first_focus()
        return view.first_focus() or self.tabs.get(self.view)

    def set_busy(self, busy: bool) -> None:
        super().set_busy(busy)
        for view in self.views.values():
            view.set_enabled()
        if busy:
            return
        if self._counting:
            self._counting = False
            QTimer.singleShot(0, self._look_whether_counted)  # what was counted comes right after this
        elif self._stale and self.isVisible():
            self.refresh()

    def take_files(self, paths: list[Path]) -> bool:
        view = self._current()
        return view is not None and view.take_files(paths)

    def leave(self) -> bool:
        view = self._current()
        return view is None or view.leave()

    def _primary(self) -> None:
        if self.standing is None:
            return
        status = self.standing.notice.status
        if status == "final":
            self.desk.go("certificates")
            return
        from review_app.ui.organizer.results.notice import NoticeView

        self.show_view("notice")
        view = self._made("notice")
        if not isinstance(view, NoticeView):
            return
        if status == "proposed":
            view.show_end()
        elif (target := view.first_focus()) is not None:
            target.setFocus()
