"""One nomination beside the list: what it is, what can be done with it, and its pieces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from review_app.model.errors import ReviewError
from review_app.model.text import visible
from review_app.model.workspace import Workspace
from review_app.model.workspace.submission import Submission
from review_app.ui import theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.piece import Piece
from review_app.ui.organizer.nominations.returning import Returning
from review_app.ui.organizer.nominations.words import arrival_words, standing_words, state_tone
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import (
    ElidedLabel,
    button,
    column,
    ground,
    label,
    led_by_choice,
    row,
    set_role,
)

PIECES = ("checks", "fields", "text", "figures", "attachments", "similar", "history")


class Detail(QWidget):
    """:attr:`closed`: the list wants the whole width again; :attr:`stepped`: the one before (-1) or after (1);
    :attr:`opened`: another submission is to be shown."""

    closed = Signal()
    stepped = Signal(int)
    opened = Signal(str)

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        ground(self, "window")
        self.desk = desk
        self.submission: Submission | None = None
        self.facets: list[str] = []
        """What nominations say, offered where the campaign has no list of its own."""
        self._pieces: dict[str, Piece] = {}
        self.title = label("", "heading", wrap=True)
        self.about = ElidedLabel("", "secondary")
        self.state = label("", "attention")
        self.close_button = button(self.tr("Close"), "quiet-link", edge="right")
        self.close_button.clicked.connect(self.closed)
        self.before = button(self.tr("‹ Previous"), "quiet-link")
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after = button(self.tr("Next ›"), "quiet-link")
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.accept = button(self.tr("Accept"))
        self.accept.clicked.connect(lambda: self._accept(similar=False))
        self.give_back = button(self.tr("Return…"))
        self.give_back.clicked.connect(self._ask_return)
        self.reopen = button("")
        self.reopen.clicked.connect(self._reopen)
        self.letter = button(self.tr("Letter"))
        self.letter.clicked.connect(self._show_letter)
        self.returning = Returning(desk)
        self.tabs: dict[str, QPushButton] = {}
        line = QWidget()
        line.setLayout(Flow(*self._make_tabs(), spacing=2))
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(theme.room(64))  # a piece that is not shown needs no room
        top = row(self.state, self.about, self.before, self.after, self.close_button, spacing=8)
        top.setStretch(1, 1)
        self._acts = QWidget()
        self._acts.setLayout(Flow(self.letter, self.reopen, self.give_back, self.accept, right_from=0))
        named = row(self.title, self._acts)
        named.setStretch(0, 1)
        layout = column(top, named, self.returning, line, self.stack, margins=(20, 0, 0, 0), spacing=8)
        layout.setStretch(4, 1)
        self.setLayout(layout)

    def _make_tabs(self) -> list[QWidget]:
        self._group = led_by_choice(QButtonGroup(self))
        for name in PIECES:
            tab = button("", "piece")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, name=name: self.open_piece(name))
            self._group.addButton(tab)
            self.tabs[name] = tab
        self.tabs["checks"].setChecked(True)
        return list(self.tabs.values())

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_submission(self, submission: Submission) -> None:
        """Shows a nomination at the piece that is open; the same one again after a change."""
        if self.submission is None or self.submission.id != submission.id:
            self.flush()
            if self.returning.about:
                self.returning.close_panel()
        self.submission = submission
        self.title.setText(visible(submission.title, 200))
        self.state.setText(standing_words(submission))
        roles = {"attention": "attention", "done": "done", "accent": "strong", "secondary": "secondary"}
        set_role(self.state, roles[state_tone(submission.state)])
        self.about.setText(
            self.tr("{source} · {kind} · {id}", "how a nomination came").format(
                source=visible(submission.source_name, 80),
                kind=arrival_words(submission.arrival),
                id=submission.case_id or submission.id,
            )
        )
        self._show_acts(submission)
        self._name_tabs(submission)
        self.piece(self.open_name).show_submission(submission)

    def _show_acts(self, submission: Submission) -> None:
        state, may = submission.state, not self.desk.read_only
        # Accepted, it keeps its place at the edge: under a second click of a double one no other act may come to lie.
        self.accept.setVisible(may and state in ("complete", "accepted"))
        self.accept.setEnabled(state == "complete")
        self.accept.setText(self.tr("Accept") if state == "complete" else self.tr("Accepted"))
        set_role(self.accept, "primary" if state == "complete" else "", "kind")
        back = {
            "accepted": self.tr("Take the acceptance back"),
            "returned": self.tr("Take the return back"),
            "superseded": self.tr("Take the replacement back"),
        }
        self.give_back.setVisible(may and state not in ("returned", "superseded"))
        self.reopen.setVisible(may and state in back)
        self.reopen.setText(back.get(state, ""))
        self.letter.setVisible(state == "returned")
        self._acts.setVisible(may or state == "returned")

    def _name_tabs(self, submission: Submission) -> None:
        count = submission.points
        files = len(submission.attachments)  # one that is missing is no attachment, but a point to settle
        names = {
            "checks": self.tr("Check {count}").format(count=count) if count else self.tr("Check"),
            "fields": self.tr("Fields"),
            "text": self.tr("Text"),
            "figures": self.tr("Figures {count}").format(count=len(submission.claims)),
            "attachments": self.tr("Attachments {count}").format(count=files),
            "similar": self.tr("Similar"),
            "history": self.tr("History"),
        }
        for name, tab in self.tabs.items():
            tab.setText(names[name])
        self.tabs["figures"].setVisible(True)

    @property
    def open_name(self) -> str:
        """The piece that is open."""
        return next(name for name, tab in self.tabs.items() if tab.isChecked())

    def open_piece(self, name: str, field: str = "") -> None:
        """Shows a piece of the nomination; ``field`` gets the focus where the piece has one of that name."""
        from review_app.ui.organizer.nominations.fields import Fields

        current = self.stack.currentWidget()
        if isinstance(current, Piece) and current is not self._pieces.get(name):
            if not current.flush():
                self.tabs[next(key for key, piece in self._pieces.items() if piece is current)].setChecked(
                    True
                )
                return
            current.let_go()
        self.tabs[name].setChecked(True)
        piece = self.piece(name)
        if self.submission is not None:
            piece.show_submission(self.submission)
        self.stack.setCurrentWidget(piece)
        if field and isinstance(piece, Fields):
            piece.focus_field(field)

    def piece(self, name: str) -> Piece:
        """A piece, made when it is first wanted: viewers of documents take a moment to load."""
        if name not in self._pieces:
            made = self._pieces[name] = self._make(name)
            self.stack.addWidget(made)
            self.stack.setCurrentWidget(made)
        return self._pieces[name]

    def _make(self, name: str) -> Piece:
        from review_app.ui.organizer.nominations.checks import Checks
        from review_app.ui.organizer.nominations.fields import Fields
        from review_app.ui.organizer.nominations.figures import Figures

        if name == "checks":
            checks = Checks(self.desk)
            checks.piece_wanted.connect(self.open_piece)
            return checks
        if name == "similar":
            from review_app.ui.organizer.nominations.similar import SimilarCases

            similar = SimilarCases(self.desk)
            similar.accept_wanted.connect(lambda: self._accept(similar=True))
            similar.opened.connect(self.opened)
            return similar
        if name == "text":
            from review_app.ui.organizer.nominations.text import Text

            return Text(self.desk)
        if name == "attachments":
            from review_app.ui.organizer.nominations.attached import Attachments

            return Attachments(self.desk)
        if name == "fields":
            return Fields(self.desk, lambda: self.facets)
        if name == "history":
            from review_app.ui.organizer.nominations.history import NominationHistory

            return NominationHistory(self.desk)
        return Figures(self.desk)

    @property
    def takes_files(self) -> bool:
        """Whether the attachments are open: files dropped now belong to this nomination."""
        from review_app.ui.organizer.nominations.attached import Attachments

        return self.isVisible() and isinstance(self.stack.currentWidget(), Attachments)

    def take_files(self, paths: list[Path]) -> bool:
        """Files dropped while the attachments are open belong to this nomination."""
        from review_app.ui.organizer.nominations.attached import Attachments

        current = self.stack.currentWidget()
        return self.isVisible() and isinstance(current, Attachments) and current.take(paths)

    def flush(self) -> bool:
        """Stores what was typed; False when that failed."""
        current = self.stack.currentWidget()
        return current.flush() if isinstance(current, Piece) else True

    def let_go(self) -> None:
        """Ends what runs for the nomination shown."""
        current = self.stack.currentWidget()
        if isinstance(current, Piece):
            current.let_go()
        self.submission = None

    def set_busy(self, busy: bool) -> None:
        """While a job runs nothing can be changed."""
        for widget in (self._acts, self.returning, self.stack):
            widget.setEnabled(not busy)
        if not busy and self.submission is not None:
            self.piece(self.open_name).show_submission(self.submission)

    # --- acts -----------------------------------------------------------------------------------------------------

    def _act(self, do: Callable[[Workspace, str], Submission]) -> Submission | None:
        submission = self.submission
        if submission is None or not self.flush():
            return None
        return self.desk.act(lambda workspace: do(workspace, submission.id), "nominations")

    def _accept(self, *, similar: bool) -> None:
        failures: list[ReviewError] = []

        def accept(workspace: Workspace, submission_id: str) -> Submission:
            try:
                return workspace.submissions.accept(submission_id, allow_similar=similar)
            except ReviewError as failure:
                failures.append(failure)
                raise

        self._act(accept)
        if failures and failures[0].code.startswith("nomination-"):
            self.open_piece("similar")

    def _ask_return(self) -> None:
        if self.submission is not None and self.flush():
            self.returning.ask(self.submission)

    def _show_letter(self) -> None:
        if self.submission is not None:
            self.returning.show_letter(self.submission)

    def _reopen(self) -> None:
        if self.returning.about:
            self.returning.close_panel()
        self._act(lambda workspace, submission_id: workspace.submissions.reopen(submission_id))
