"""Words of commendation (推荐语): for each winner an author, the post, and the words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from review_app.model.text import visible
from review_app.model.workspace import Workspace
from review_app.model.workspace.commendations import NAME_LIMIT, TEXT_LIMIT, Commendation, Words
from review_app.model.workspace.standing import CaseLine, Standing
from review_app.ui import theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.results.asking import TOPIC, AskingPanel
from review_app.ui.organizer.results.fields import line_field, text_field, today
from review_app.ui.organizer.results.view import View
from review_app.ui.organizer.results.words import NONE, title_of
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import Flowing, button, column, label, row, scrolling

LIST, FORM = 400, 760
"""Pixels of width of the list of winners; of the form at most."""


class Asked(NamedTuple):
    """A winner, and what there is of its words."""

    line: CaseLine
    commendation: Commendation | None


class CommendingView(View):
    """Winners at the left, what is entered for one of them at the right; leaving one keeps what was typed."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.case = ""
        """The id of the winner that is being written about."""
        self.winners = RecordTable(
            [
                Column(title=self.tr("Winner"), text=lambda found: title_of(found.line)),
                Column(
                    title=self.tr("Author"),
                    text=lambda found: visible(found.commendation.author, 60) if found.commendation else NONE,
                    width=88,
                ),
                Column(title=self.tr("Words"), text=self._state, tone=_tone, width=78),
            ],
            key=lambda found: found.line.case.id,
            empty=self.tr("There are no winners."),
            name=self.tr("Winners and their words of commendation"),
            several=False,
        )
        self.winners.setFixedWidth(theme.room(LIST))
        self.winners.selected_record.connect(self._selected)
        self.title = label("", "heading", wrap=True)
        self.author = line_field(self.tr("Author"), "", NAME_LIMIT)
        self.institution = line_field(self.tr("Institution"), "", NAME_LIMIT)
        self.post = line_field(self.tr("Post"), "", NAME_LIMIT)
        hint = self.tr("Leave it empty until the words have come")
        self.text = text_field(self.tr("Words of commendation"), 4, hint)
        self.count = label("", "secondary")
        self.keep = button(self.tr("Save"), "primary")
        self.keep.clicked.connect(self._keep)
        self.remove = button(self.tr("Remove"), "quiet-link")
        self.remove.clicked.connect(self._remove)
        for field in (self.author, self.institution, self.post):
            field.textChanged.connect(lambda _: self.set_enabled())
        self.text.textChanged.connect(self.set_enabled)
        self.asking = AskingPanel(desk)
        fields = QGridLayout()
        fields.setColumnStretch(1, 1)
        fields.setVerticalSpacing(6)
        for place, (words, field) in enumerate(
            (
                (self.tr("Author"), self.author),
                (self.tr("Institution"), self.institution),
                (self.tr("Post"), self.post),
            )
        ):
            fields.addWidget(label(words, "secondary"), place, 0)
            fields.addWidget(field, place, 1)
        acts = QWidget()
        acts.setLayout(Flow(self.keep, self.remove, self.count))
        inside = Flowing()
        inside.setLayout(
            column(
                self.title,
                fields,
                label(self.tr("Words of commendation"), "secondary", wrap=True),
                self.text,
                acts,
                label(
                    self.tr(
                        "Written on request by a named author, after the ranking and apart from all sheets. They "
                        "stand in the announcement, signed with name and post."
                    ),
                    "secondary",
                    wrap=True,
                ),
                self.asking,
                None,
                margins=(0, 0, 12, 12),
            )
        )
        body = row(self.winners, scrolling(inside, widest=FORM), spacing=16)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _state(self, found: Asked) -> str:
        made = found.commendation
        if made is None:
            return self.tr("not asked")
        return self.tr("received") if made.text else self.tr("asked")

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_standing(self, standing: Standing) -> None:
        typed = self.case if self.changed else ""
        super().show_standing(standing)
        winning = [line for line in standing.cases if line.wins]
        known = standing.commendations
        self.winners.set_records([Asked(line, known.get(line.case.id)) for line in winning])
        if self.winners.current() is None and winning:
            self.winners.selectRow(0)
        current = self.winners.current()
        if current is None or current.line.case.id != typed:
            self._show(current)
        self.set_enabled()

    @property
    def words(self) -> Words:
        """What is typed."""
        return Words(
            self.author.text().strip(),
            self.post.text().strip(),
            self.institution.text().strip(),
            self.text.toPlainText().strip(),
        )

    @property
    def changed(self) -> bool:
        """Whether what is typed differs from what is kept."""
        if not self.case or self.standing is None:
            return False
        made = self.standing.commendations.get(self.case)
        kept = Words(made.author, made.post, made.institution, made.text) if made else Words("")
        return self.words != kept

    def set_enabled(self) -> None:
        may, found = self.may_change and bool(self.case), self.words
        for field in (self.author, self.institution, self.post):
            field.setEnabled(may)
        self.text.setEnabled(may)
        length = len(found.text)
        self.count.setText(self.tr("%n character(s)", "", length))
        self.keep.setEnabled(may and self.changed and bool(found.author) and length <= TEXT_LIMIT)
        made = self.standing.commendations.get(self.case) if self.standing is not None else None
        self.remove.setVisible(made is not None)
        self.remove.setEnabled(may)
        if self.standing is not None:
            self.asking.show_case(self.standing, self.case)
        self.asking.set_enabled(may)

    def first_focus(self) -> QWidget | None:
        return self.winners

    def leave(self) -> bool:
        """What was typed is kept; where no author is named, the page stays and says so."""
        if not self.changed or not self.may_change:
            return True
        return self.store()

    def take_files(self, paths: list[Path]) -> bool:
        """Forms that came back, dropped on the window."""
        forms = [path for path in paths if path.suffix.lower() == ".docx"]
        if not forms or not self.may_change or not self.leave():
            return False
        self.asking.take_forms(forms)
        return True

    # --- acts -----------------------------------------------------------------------------------------------------

    def store(self) -> bool:
        """Keeps what is typed; False where that failed."""
        case, found = self.case, self.words
        if not found.author:
            self.desk.tell(
                self.tr("Words of commendation need an author."),
                self.tr("Type a name, or take the words out again."),
            )
            self.author.setFocus()
            return False

        def do(workspace: Workspace) -> None:
            workspace.commendations.put(workspace.rounds.current(), case, found, today())

        return self.desk.did(do, TOPIC)

    def _keep(self) -> None:
        if self.store():  # the button is off now: the focus stays with the words, nothing of them chosen
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        case = self.case
        self.author.setFocus(Qt.FocusReason.OtherFocusReason)
        self.case = ""  # what is typed goes with it
        self.desk.did(
            lambda workspace: workspace.commendations.remove(workspace.rounds.current(), case), TOPIC
        )

    def _selected(self, found: Asked | None) -> None:
        case = found.line.case.id if found is not None else ""
        if case == self.case:
            return
        if self.changed and self.may_change and not self.store():
            self.winners.select(self.case)
            return
        self._show(self.winners.current())

    def _show(self, found: Asked | None) -> None:
        self.case = found.line.case.id if found is not None else ""
        made = found.commendation if found is not None else None
        self.title.setText(title_of(found.line) if found is not None else "")
        self.author.setText(made.author if made else "")
        self.institution.setText(made.institution if made else "")
        self.post.setText(made.post if made else "")
        self.text.setPlainText(made.text if made else "")
        self.set_enabled()


def _tone(found: Asked) -> str:
    made = found.commendation
    return "attention" if made is None else "done" if made.text else "secondary"
