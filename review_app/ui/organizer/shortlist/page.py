"""The shortlist's page: rounds of deliberation, from the panel to the frozen list of candidates."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from review_app.desk_words import act_sentence
from review_app.model.case import Case
from review_app.model.workspace.edits import Edit
from review_app.model.workspace.log import LogLine
from review_app.ui import language, theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.page import MARGIN, SIDE
from review_app.ui.organizer.shortlist.candidates import CandidatesView
from review_app.ui.organizer.shortlist.changes import ChangesView
from review_app.ui.organizer.shortlist.coverage import CoveragePanel
from review_app.ui.organizer.shortlist.decisions import DecisionsView
from review_app.ui.organizer.shortlist.grid import VotesView
from review_app.ui.organizer.shortlist.rounds import RoundView
from review_app.ui.organizer.shortlist.state import ShortlistState, read_state
from review_app.ui.organizer.shortlist.view import Table, View
from review_app.ui.organizer.shortlist.words import stage_words
from review_app.ui.organizer.viewed_page import ViewedPage
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.parts import button, set_role

WIDE = 1180
"""Pixels of the page's width from which the grid of votes has room beside the coverage."""

NEXT = {"round": "votes", "votes": "decisions"}
"""The view that follows one while a round is open."""


class ShortlistPage(ViewedPage[View]):
    """Views on one round; the round is chosen above them."""

    station: ClassVar[str] = "shortlist"
    topics: ClassVar[tuple[str, ...]] = ("shortlist", "nominations", "campaign", "cards", "package", "box")

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.table = Table(desk)
        self._number: int | None = None
        self._cases: dict[str, Case] | None = None
        self.close_act = button("")  # not where the round was opened: nobody closes it by a second click
        self.close_act.clicked.connect(self.ask_to_close)
        self.undo = button(self.tr("Undo"))
        self.undo.clicked.connect(lambda: self._step(redo=False))
        self.redo = button(self.tr("Redo"))
        self.redo.clicked.connect(lambda: self._step(redo=True))
        self.further = button("")
        self.further.clicked.connect(lambda: self.new_round())
        self.primary = button("", "primary")
        self.primary.clicked.connect(self._primary)
        self.coverage = CoveragePanel()
        acts = [self.close_act, self.undo, self.redo, self.further, self.primary]
        body = self.frame(self.tr("Shortlist"), "", acts, side=self.coverage)
        self.votes, self.decisions = VotesView(self.table), DecisionsView(self.table)
        self.changes, self.round = ChangesView(self.table), RoundView(self.table)
        self.candidates = CandidatesView(self.table)
        self.decisions.everything_wanted.connect(self.refresh)
        self.round.quota_typed.connect(self.coverage.show_quota)
        self.rounds = Choice(self.tr("Round"))
        self.rounds.activated.connect(lambda _: self.show_round(self.rounds.currentData()))
        self.lay_views(
            body,
            {
                "round": (self.tr("Panel"), self.round),
                "votes": (self.tr("Votes"), self.votes),
                "decisions": (self.tr("Decisions"), self.decisions),
                "changes": (self.tr("Changes"), self.changes),
                "candidates": (self.tr("Candidates"), self.candidates),
            },
            self.rounds,
        )
        desk.changed.connect(self._forget)
        self.candidates.asked.connect(self._acts)
        self.show_view("decisions")

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_view(self, name: str) -> None:
        """Brings a view to the front: round, votes, decisions, changes, candidates."""
        super().show_view(name)
        self._make_room()
        self._acts()

    def show_round(self, number: int | None) -> None:
        """Looks at a round; None for the one under way."""
        self._number = number
        if not self.desk.busy:
            self.refresh()

    def refresh(self) -> None:
        if self._cases is None:
            self._cases = {case.id: case for case in self.desk.workspace.nominations.all()}
        state = read_state(self.desk.workspace, self._cases, self._number, self.decisions.everything)
        self.table.state = state
        if state.stage is None or self._number != state.stage.number:
            self._number = None
        self._name_rounds(state)
        self.coverage.show_state(state)
        for view in self.views.values():
            view.show_state(state)
        if (
            self.round.typed()[1] is not None
        ):  # a round that has not begun: what is typed for it is not stored yet
            self.coverage.show_quota(self.round.typed()[1] or state.quota)
        self._acts()

    def _forget(self, topic: str) -> None:
        if topic in ("", "nominations", "campaign"):
            self._cases = None

    def _name_rounds(self, state: ShortlistState) -> None:
        self.rounds.clear()
        for stage in state.stages:
            name = stage_words(stage)
            if stage.state == "closed":
                name = self.tr("{round} (closed)").format(round=name)
            self.rounds.addItem(name, stage.number)
        if state.stage is not None:
            self.rounds.setCurrentIndex(state.stage.number - 1)
        else:
            self.rounds.addItem(self.tr("Round 1, not begun"), None)
        self.rounds.setToolTip(self.rounds.currentText())
        self._make_room()
        self.set_subtitle(
            self.tr("{decided} of {total} decided in this round").format(
                decided=state.decided, total=len(state.rows)
            )
        )

    def _acts(self) -> None:
        state, may = self.table.state, self.table.may_change
        for one, edit in (
            (self.undo, state.undo if state is not None else None),
            (self.redo, state.redo if state is not None else None),
        ):
            one.setEnabled(may and edit is not None)
            one.setToolTip(self._said(edit) if edit is not None else "")
        self.rounds.setEnabled(not self.desk.busy)
        number = len(state.stages) + 1 if state is not None else 1
        on_to_list = self._complete and self.view != "candidates"
        self.further.setVisible(on_to_list)
        self.further.setText(self.tr("Open round {number}").format(number=number))
        self.further.setEnabled(may)
        opened = state is not None and state.open
        self.close_act.setVisible(opened and self.view != "candidates")
        self.close_act.setText(self.tr("Close round {number}").format(number=self.table.number))
        self.close_act.setEnabled(may)
        set_role(self.close_act, "" if self.view in NEXT else "primary", "kind")
        self.primary.setVisible(self.view in NEXT or self.view == "candidates" or not opened)
        if self.view == "candidates" and self.candidates.done:
            self.primary.setText(self.tr("On to experts and cards"))
            self.primary.setEnabled(True)
        elif self.view == "candidates":
            self.primary.setText(self.tr("Freeze the list"))
            self.primary.setEnabled(self.candidates.can_freeze)
        elif on_to_list and self.candidates.needs_round:
            self.primary.setText(self.tr("Next: set up the scoring round"))
            self.primary.setEnabled(may)
        elif on_to_list:
            self.primary.setText(self.tr("Next: the list of candidates"))
            self.primary.setEnabled(not self.desk.busy)
        elif self._none_open:
            self.primary.setText(self.tr("Open round {number}").format(number=number))
            self.primary.setEnabled(may and state is not None and bool(state.cases))
        elif opened:
            words = self.tr("Next: the votes") if self.view == "round" else self.tr("Next: the decisions")
            self.primary.setText(words)
            self.primary.setEnabled(not self.desk.busy)
        else:  # an earlier round is looked at while a later one is open
            self.primary.hide()
        for view in self.views.values():
            view.set_enabled()

    @property
    def _none_open(self) -> bool:
        state = self.table.state
        return state is not None and all(stage.state == "closed" for stage in state.stages)

    @property
    def _complete(self) -> bool:
        """Whether nothing speaks for another round: the last one is closed, no case on hold, as many kept as wanted."""
        state = self.table.state
        if state is None or not state.stages or not self._none_open:
            return False
        return not state.count("hold") and state.count("keep") == state.stages[-1].quota

    def _said(self, edit: Edit) -> str:
        """What an edit was, in the words that the history has for it."""
        line = LogLine(edit.line, "", edit.act, edit.details, "")
        titles = {case_id: case.title for case_id, case in (self._cases or {}).items()}
        return act_sentence(line, language.current(), titles)

    def set_busy(self, busy: bool) -> None:
        self._acts()

    def _make_room(self) -> None:
        """The grid of votes takes the coverage's place where there is no room for both."""
        width = self.width()
        if self.side is not None:
            shown = not self.views[self.view].wide or width >= theme.room(WIDE)
            self.show_side(shown)
            width -= theme.room(SIDE) if shown else 0
        tabs = sum(tab.sizeHint().width() + 2 for tab in self.tabs.values())
        left = width - 2 * MARGIN - tabs - 16
        said = self.rounds.fontMetrics().horizontalAdvance(self.rounds.currentText()) + 56
        self.rounds.setFixedWidth(max(theme.room(176), min(left, said, theme.room(440))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def first_focus(self) -> QWidget | None:
        return self.views[self.view].first_focus() or self.tabs[self.view]

    # --- acts -----------------------------------------------------------------------------------------------------

    def new_round(self) -> None:
        """Opens the next round and goes to its title."""
        title, quota = self.round.typed()
        made = self.table.act(lambda workspace: workspace.stages.new(title, quota))
        if made is not None:
            self.show_round(made.number)
            self.show_view("round")
            self.round.title.setFocus()

    def _primary(self) -> None:
        if self.view == "candidates" and self.candidates.done:
            self.desk.go("experts")
        elif self.view == "candidates":
            self.candidates.freeze()
        elif self._complete and self.candidates.needs_round:
            self.candidates.start_round()
        elif self._complete:
            self.show_view("candidates")
        elif self._none_open:
            self.new_round()
        elif self.view in NEXT:
            self.show_view(NEXT[self.view])

    def ask_to_close(self) -> None:
        """Asks whether the round is to be closed, and says what is open still."""
        state = self.table.state
        if state is None or state.stage is None:
            return
        undecided = len(state.rows) - state.decided
        lost = self.tr("Its votes and decisions can't be changed or undone afterwards.")
        if undecided:
            words = self.tr("%n case(s) are undecided and stand as before.", "", undecided)
            lost = self.tr("{undecided} {lost}").format(undecided=words, lost=lost)
        number = state.stage.number
        self.desk.ask(
            self.tr("Close round {number}?").format(number=number),
            lost,
            self.tr("Close the round"),
            lambda: self.close_round(number),
        )

    def close_round(self, number: int) -> None:
        """Closes the round and shows what it changed."""
        self._number = number
        if self.table.act(lambda workspace: workspace.shortlist.close(number)) is not None:
            self.show_view("changes")
            if self._complete:
                self.desk.tell(
                    self.tr("Round {number} is closed.").format(number=number),
                    self.tr("The quota is full. Set up the scoring round next.")
                    if self.candidates.needs_round
                    else self.tr("The quota is full. Freeze the list of candidates next."),
                    "done",
                )

    def _step(self, *, redo: bool) -> None:
        if not self.table.may_change:
            return
        if redo:
            self.table.act(lambda workspace: workspace.shortlist.redo())
        else:
            self.table.act(lambda workspace: workspace.shortlist.undo())

    def take_files(self, paths: list[Path]) -> bool:
        """A table dropped on the grid brings votes, on the panel's view members."""
        if len(paths) != 1 or paths[0].suffix.lower() != ".csv" or not self.table.may_change:
            return False
        if self.view == "votes":
            self.votes.take(paths[0])
        elif self.view == "round":
            self.round.read_from(paths[0])
        else:
            return False
        return True

    def go(self, **where: object) -> None:
        name, number = where.get("view"), where.get("stage")
        if isinstance(number, int):
            self.show_round(number)
        if isinstance(name, str) and name in self.views:
            self.show_view(name)
