"""The experts' page: roster, overlaps, the round and its cards, letters and fees."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.experts.balance import BalancePanel
from review_app.ui.organizer.experts.cards import CountsPanel
from review_app.ui.organizer.experts.letters_view import LettersView
from review_app.ui.organizer.experts.overlaps_view import OverlapsView
from review_app.ui.organizer.experts.roster import RosterView
from review_app.ui.organizer.experts.round_view import RoundView
from review_app.ui.organizer.experts.view import View
from review_app.ui.organizer.viewed_page import ViewedPage
from review_app.ui.widgets.parts import button, column, set_role


class ExpertsPage(ViewedPage[View]):
    """Four views; beside them the roster's balance, or the counts of cards."""

    station: ClassVar[str] = "experts"
    topics: ClassVar[tuple[str, ...]] = (
        "people",
        "cards",
        "nominations",
        "shortlist",
        "campaign",
        "package",
        "box",
    )

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.undo = button(self.tr("Undo"))
        self.undo.clicked.connect(desk.undo)
        self.redo = button(self.tr("Redo"))
        self.redo.clicked.connect(desk.redo)
        self.primary = button("", "primary")
        self.primary.clicked.connect(self._primary)
        self.balance, self.counts = BalancePanel(), CountsPanel()
        beside = QWidget()
        beside.setLayout(column(self.balance, self.counts))
        body = self.frame(self.tr("Experts and cards"), "", [self.undo, self.redo, self.primary], side=beside)
        self.roster, self.overlaps = RosterView(desk), OverlapsView(desk)
        self.round, self.letters = RoundView(desk), LettersView(desk)
        self.lay_views(
            body,
            {
                "roster": (self.tr("Roster"), self.roster),
                "overlaps": (self.tr("Overlaps"), self.overlaps),
                "round": (self.tr("Round and cards"), self.round),
                "letters": (self.tr("Letters and fees"), self.letters),
            },
        )
        for part in (self.round.cards.count, self.round.cards.reserve):
            part.textChanged.connect(lambda _: self._acts())
        self.round.setup.changed.connect(self._acts)
        self.round.anew.clicked.connect(self._acts)
        self.round.setup.made.connect(self._set_up)
        self.round.look_wanted.connect(lambda: self.show_view("overlaps"))
        self.round.list_wanted.connect(lambda: desk.go("shortlist", view="candidates"))
        self.tabs["roster"].setChecked(True)

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_view(self, name: str) -> None:
        """Brings a view to the front: roster, overlaps, round, letters."""
        super().show_view(name)
        if not self.desk.busy:
            self.refresh()

    def go(self, **where: object) -> None:
        if (view := where.get("view")) in self.views:
            self.show_view(str(view))
        if where.get("new") and not self.desk.busy:
            self.round.show_form()
            self._acts()
            self.round.setup.minimum.setFocus()
        if (letter := where.get("letter")) is not None and not self.desk.busy:
            self.letters.show_letter(str(letter))

    def refresh(self) -> None:
        workspace = self.desk.workspace
        people = workspace.people.count()
        self.views[self.view].show_now()
        if self.view != "round":
            self.round.show_now()  # what the primary act is depends on it
        self.balance.show_balance(people, workspace.people.balance())
        shown = self.round.round
        self.counts.show_counts(
            self.round.counts, workspace.cards.replaced(shown) if shown is not None else 0
        )
        about_cards = self.view == "round"
        self.balance.setVisible(not about_cards)
        self.counts.setVisible(about_cards)
        words = [self.tr("%n on the roster", "", people)]
        if self.round.counts.issued:
            words.append(self.tr("%n card(s) issued", "", self.round.counts.issued))
        self.set_subtitle(" · ".join(words))
        self._acts()

    def _acts(self) -> None:
        may = not (self.desk.busy or self.desk.read_only)
        edits = None if self.desk.busy else self.desk.workspace.edits
        self.undo.setEnabled(may and edits is not None and edits.undoable is not None)
        self.redo.setEnabled(may and edits is not None and edits.redoable is not None)
        round_ = self.round
        first = (
            self.view == "round" and not round_.list.isHidden()
        )  # then that is the next step, and the only blue one
        set_role(self.primary, "" if first else "primary", "kind")
        if self.view != "round":
            self.primary.setText(self.tr("On to the round"))
            self.primary.setEnabled(not self.desk.busy)
        elif round_.setting_up:
            self.primary.setText(self.tr("Set the round up…"))
            self.primary.setEnabled(may and round_.setup.ready)
        elif round_.cards.state == "drafted":
            self.primary.setText(self.tr("Draw the cards…"))
            self.primary.setEnabled(round_.cards.can_draw)
        else:
            self.primary.setText(self.tr("On to the package"))
            self.primary.setEnabled(not self.desk.busy)

    def _set_up(self) -> None:
        """A round is set up: on to what comes next."""
        self._acts()
        following = self.round.list if self.round.list.isVisible() else self.round.first_focus()
        if following is not None:
            following.setFocus()

    def _primary(self) -> None:
        if self.view != "round":
            self.show_view("round")
        elif self.round.setting_up:
            self.round.setup.ask()
        elif self.round.cards.state == "drafted":
            self.round.cards.ask_folder()
        else:
            self.desk.go("package")

    def set_busy(self, busy: bool) -> None:
        for view in self.views.values():
            view.set_enabled()
        self._acts()

    def take_files(self, paths: list[Path]) -> bool:
        if self.view in ("roster", "overlaps"):
            return self.roster.take_files(paths)
        return self.views[self.view].take_files(paths)

    def leave(self) -> bool:
        """A letter that was reworded is kept; where it can't be, the page stays and the note says why."""
        if self.desk.busy or self.desk.read_only or not self.letters.changed:
            return True
        return self.letters.store()

    def first_focus(self) -> QWidget | None:
        return self.views[self.view].first_focus() or self.tabs[self.view]
