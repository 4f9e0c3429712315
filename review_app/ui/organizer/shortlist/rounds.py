"""The round itself and who sits at the table: title, quota, members, and how ballots are collected."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from review_app.model.workspace import Workspace
from review_app.model.workspace.panel import NAME_LIMIT, Member
from review_app.model.workspace.shortlist_files import read_members
from review_app.model.workspace.stages import MAX_QUOTA, TITLE_LIMIT
from review_app.ui.organizer.shortlist.state import ShortlistState
from review_app.ui.organizer.shortlist.view import Table, View
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, label, row, rule


class MemberTable(RecordTable):
    """The members; Delete takes one off the panel."""

    def __init__(self, view: RoundView) -> None:
        self._view, translate = view, QCoreApplication.translate
        columns = [
            Column(title=translate("RoundView", "Name"), text=lambda member: member.name, width=200),
            Column(title=translate("RoundView", "Institution"), text=lambda member: member.institution),
        ]
        super().__init__(
            columns,
            key=lambda member: member.id,
            empty=translate(
                "RoundView", "Nobody is on the panel yet.\nType a name above, or read a list from CSV."
            ),
            name=translate("RoundView", "Members of the panel"),
            several=False,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._view.remove()
        else:
            super().keyPressEvent(event)


class RoundView(View):
    """Fields that keep what is typed when Enter is pressed or the focus goes on."""

    quota_typed = Signal(int)
    """Another number of candidates stands in its field."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._before_first = False
        self.title = QLineEdit()
        self.title.setMaxLength(TITLE_LIMIT)
        self.title.setPlaceholderText(self.tr("What this round is about (may stay empty)"))
        self.title.setAccessibleName(self.tr("Title of the round"))
        self.title.editingFinished.connect(self._keep)
        self.quota = QLineEdit()
        self.quota.setProperty("kind", "number")
        self.quota.setValidator(QIntValidator(1, MAX_QUOTA, self))
        self.quota.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.quota.setAccessibleName(self.tr("Quota: candidates wanted"))
        self.quota.setFixedWidth(64)
        self.quota.editingFinished.connect(self._keep)
        self.quota.textChanged.connect(
            lambda text: self.quota_typed.emit(int(text)) if text.isdigit() else None
        )
        self.name, self.institution = QLineEdit(), QLineEdit()
        for field, words in ((self.name, self.tr("Name")), (self.institution, self.tr("Institution"))):
            field.setMaxLength(NAME_LIMIT)
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.textEdited.connect(lambda _: self.set_enabled())
        self.name.returnPressed.connect(lambda: self.institution.setFocus())
        self.institution.returnPressed.connect(self.add)
        self.put = button(self.tr("Add"))
        self.put.clicked.connect(self.add)
        self.correct = button(self.tr("Edit"))
        self.correct.clicked.connect(self._correct)
        self.off = button(self.tr("Take off the panel"))
        self.off.clicked.connect(self.remove)
        self.read = button(self.tr("Read members from CSV…"))
        self.read.clicked.connect(self._ask)
        self.members = MemberTable(self)
        self.members.selected_record.connect(self._selected)
        self.members.activated_record.connect(self._fill)
        self.members.setToolTip(self.tr("Enter or a double click brings a member back to the fields above."))
        self.sheets = button(self.tr("Vote by sealed sheets…"))
        self.sheets.clicked.connect(self._ask_for_sheets)
        self.take = button(self.tr("Take the sums over"))
        self.take.clicked.connect(self._take)
        self.ways = label("", "secondary", wrap=True)
        ways = row(self.ways, self.sheets, self.take)
        ways.setStretch(0, 1)
        layout = column(
            row(
                label(self.tr("Title"), "secondary"),
                self.title,
                12,
                label(self.tr("Quota"), "secondary"),
                self.quota,
            ),
            ways,
            rule(),
            row(self.name, self.institution, self.put),
            self.members,
            Flow(self.correct, self.off, self.read, right_from=2),
            spacing=10,
        )
        layout.setStretch(4, 1)
        self.setLayout(layout)

    def show_state(self, state: ShortlistState) -> None:
        stage = state.stage
        for field in (self.title, self.quota):
            field.blockSignals(True)
        waits = stage is None and self._before_first  # what was typed for a round that has not begun
        if not self.title.hasFocus() and not waits:
            self.title.setText(stage.title if stage else "")
        if not self.quota.hasFocus() and not waits:
            self.quota.setText(str(state.quota))
        self._before_first = stage is None
        for field in (self.title, self.quota):
            field.blockSignals(False)
        self.members.set_records(list(state.members))
        self.ways.setText(self._ways(state))
        self.set_enabled()

    def _ways(self, state: ShortlistState) -> str:
        if not state.by_sheets or state.stage is None:
            return self.tr(
                "Votes are typed into the grid or read from CSV. Or each member gets a card and sends a sealed sheet."
            )
        round_ = self.table.desk.workspace.rounds.get(state.stage.round_id)
        words = {
            "drafted": self.tr("Draw the cards next."),
            "cards": self.tr("Build the package next."),
            "packed": self.tr("The package is out; sheets are coming in."),
            "closed": self.tr("The box is closed; open it next."),
        }
        step = words.get(round_.state, self.tr("The box is open: take the sums over."))
        return self.tr("Ballots come by sealed sheets, scoring round {number}. {step}").format(
            number=round_.number, step=step
        )

    def set_enabled(self) -> None:
        state, may = self.table.state, self.table.may_change
        on = self.table.open
        for field in (self.title, self.quota):
            field.setEnabled(on)
        for widget in (self.name, self.institution, self.read):
            widget.setEnabled(may)
        self.put.setEnabled(may and bool(self.name.text().strip()))
        chosen = self.members.current() is not None
        self.off.setEnabled(may and chosen)
        self.correct.setEnabled(may and chosen and bool(self.name.text().strip()))
        sheets = state is not None and state.by_sheets
        voted = state is not None and bool(state.votes)
        self.sheets.setVisible(not sheets)
        self.sheets.setEnabled(on and not voted and state is not None and bool(state.rows))
        self.take.setVisible(sheets)
        self.take.setEnabled(on and sheets and self._opened())

    def _opened(self) -> bool:
        state = self.table.state
        if state is None or state.stage is None or self.table.desk.busy:
            return False
        return self.table.desk.workspace.rounds.get(state.stage.round_id).state in ("opened", "sealed")

    def first_focus(self) -> QWidget | None:
        return self.name

    # --- the round ------------------------------------------------------------------------------------------------

    def typed(self) -> tuple[str, int | None]:
        """Title and quota for the first round, as they were typed before it begins; nothing for a later one."""
        state = self.table.state
        if state is None or state.stage is not None:
            return "", None
        return self.title.text().strip(), int(self.quota.text() or state.quota)

    def _keep(self) -> None:
        state = self.table.state
        if state is None or not self.table.open or state.stage is None:
            return  # a round begins by its button, and takes over what stands here
        title, quota = self.title.text().strip(), int(self.quota.text() or state.quota)
        if (title, quota) != (state.stage.title, state.stage.quota):
            number = state.stage.number
            self.table.act(lambda workspace: workspace.stages.change(number, title, quota))

    def _ask_for_sheets(self) -> None:
        self.table.desk.ask(
            self.tr("Collect the ballots of this round by sealed sheets?"),
            self.tr(
                "A scoring round with one question is drafted for the cases on the table. No vote can be typed in this "
                "round then, and what was done so far can't be undone."
            ),
            self.tr("Draft the ballot"),
            self.start_ballot,
        )

    def start_ballot(self) -> None:
        """Drafts the round of sealed sheets, and goes on to its cards."""
        number = self.table.number
        title, quota = self.typed()

        def work(workspace: Workspace) -> bool:
            if workspace.stages.find(number) is None:
                workspace.stages.new(title, quota)
            workspace.shortlist.start_ballot(number)
            return True

        if self.table.desk.act(work, "shortlist", "cards", "package", "box"):
            self.table.desk.go("experts")

    def _take(self) -> None:
        state = self.table.state
        if state is None or state.stage is None:
            return
        number, round_id = state.stage.number, state.stage.round_id
        taken = self.table.act(
            lambda workspace: workspace.shortlist.from_round(number, workspace.rounds.get(round_id))
        )
        if taken is not None:
            self.table.desk.tell(self.tr("The sums of %n sheet(s) were taken over.", "", taken), tone="done")

    # --- the panel ------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Names the member typed."""
        name, institution = self.name.text(), self.institution.text()
        if not name.strip():
            self.name.setFocus()
            return
        if self.table.desk.act(
            lambda workspace: workspace.panel.add(name, institution), "shortlist", "people"
        ):
            self.name.clear()
            self.institution.clear()
            self.name.setFocus()

    def _correct(self) -> None:
        member: Member | None = self.members.current()
        if member is None:
            return
        name, institution = self.name.text(), self.institution.text() or member.institution
        self.table.desk.act(
            lambda workspace: workspace.panel.change(member.id, name, institution), "shortlist", "people"
        )

    def remove(self) -> None:
        """Takes the marked member off the panel."""
        member: Member | None = self.members.current()
        if member is not None:
            self.table.desk.act(lambda workspace: workspace.panel.remove(member.id), "shortlist", "people")

    def _fill(self, member: Member) -> None:
        self.name.setText(member.name)
        self.institution.setText(member.institution)
        self.name.setFocus()
        self.set_enabled()

    def _selected(self, member: Member | None) -> None:
        self.set_enabled()

    def _ask(self) -> None:
        self.table.desk.open_files(self, [self.tr("Tables (*.csv)")], lambda files: self.read_from(files[0]))

    def read_from(self, file: Path) -> None:
        """Names the members of a table; those on the panel already are left out."""
        added = self.table.desk.act(
            lambda workspace: workspace.panel.add_all(read_members(file), skip_known=True),
            "shortlist",
            "people",
        )
        if added is not None:
            self.table.desk.tell(self.tr("%n member(s) added to the panel.", "", len(added)), tone="done")
