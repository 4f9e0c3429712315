"""The roster: typed, pasted from a table, or read from one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from review_app.model.workspace import Workspace
from review_app.model.workspace.people import CONTACT_LIMIT, FIELDS, TEXT_LIMIT, Entry, Person, Taken
from review_app.model.workspace.people_files import paste_people, read_people
from review_app.ui import theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.experts.view import View
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import ElidedLabel, button, column, label, row

TABLES = (".csv", ".tsv", ".txt", ".xlsx")


class RosterTable(RecordTable):
    """The people; Delete takes the selected off, Ctrl+V takes cells of a table in."""

    def __init__(self, view: RosterView) -> None:
        self._view, translate = view, QCoreApplication.translate
        columns = [
            Column(
                title=translate("RosterView", "Name"),
                text=lambda person: person.name,
                width=104,
                tone=lambda _: "strong",
            ),
            Column(title=translate("RosterView", "Field"), text=lambda person: person.field),
            Column(title=translate("RosterView", "Institution"), text=lambda person: person.institution),
            Column(title=translate("RosterView", "Region"), text=lambda person: person.region, width=80),
            Column(title=translate("RosterView", "Contact"), text=lambda person: person.contact, width=150),
        ]
        super().__init__(
            columns,
            key=lambda person: person.id,
            empty=translate(
                "RosterView",
                "Nobody is on the roster yet.\nType a name above, paste cells copied from a table (Ctrl+V), "
                "or drop a CSV or Excel file here.",
            ),
            name=translate("RosterView", "Roster of experts"),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self._view.remove()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._view.paste()
        else:
            super().keyPressEvent(event)


class RosterView(View):
    """Fields for one person above, everybody below."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        names = {
            "name": self.tr("Name"),
            "field": self.tr("Field"),
            "institution": self.tr("Institution"),
            "region": self.tr("Region"),
            "contact": self.tr("Contact"),
        }
        self.fields: dict[str, QLineEdit] = {}
        for name in FIELDS:
            field = QLineEdit()
            field.setMaxLength(CONTACT_LIMIT if name == "contact" else TEXT_LIMIT)
            field.setPlaceholderText(names[name])
            field.setAccessibleName(names[name])
            field.textChanged.connect(lambda _: self.set_enabled())
            field.returnPressed.connect(self.put)
            self.fields[name] = field
        self._edited: str | None = None
        self.add = button(self.tr("Add"))
        self.add.clicked.connect(self.put)
        self.leave = button(self.tr("Cancel"), "quiet-link", edge="right")
        self.leave.clicked.connect(self._clear)
        self.filter = QLineEdit()
        self.filter.setProperty("kind", "search")
        self.filter.setPlaceholderText(self.tr("Search the roster"))
        self.filter.setAccessibleName(self.tr("Search the roster"))
        self.filter.setClearButtonEnabled(True)
        self.table = RosterTable(self)
        self.filter.textChanged.connect(self.table.set_filter)
        self.table.selected_record.connect(lambda _: self.set_enabled())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.set_enabled())
        self.table.activated_record.connect(self.edit)
        self.change = button(self.tr("Edit"))
        self.change.clicked.connect(lambda: self.edit(self.table.current()))
        self.off = button(self.tr("Take off"))
        self.off.clicked.connect(self.remove)
        self.pasting = button(self.tr("Paste cells"))
        self.pasting.setToolTip(
            self.tr(
                "Takes in rows copied in a spreadsheet: name, field, institution, region, contact, or with a "
                "line of headings."
            )
        )
        self.pasting.clicked.connect(self.paste)
        self.read = button(self.tr("Read a table…"))
        self.read.clicked.connect(self._ask)
        self.apart = label(
            self.tr("This list knows nothing of the cards: nowhere is it kept who was given which."),
            "secondary",
            wrap=True,
        )
        self.whose = ElidedLabel("", "secondary")
        self._changing = QWidget()
        whose = row(self.whose, self.leave)
        whose.setStretch(0, 1)
        self._changing.setLayout(whose)
        entry = row(*self.fields.values(), self.add, spacing=6)
        for place, share in enumerate((3, 3, 4, 3, 4)):
            entry.setStretch(place, share)
        layout = column(
            column(entry, self._changing, spacing=2),
            self.table,
            Flow(self.change, self.off, self.filter, self.pasting, self.read, right_from=3),
            self.apart,
            spacing=10,
        )
        layout.setStretch(1, 1)
        self.filter.setFixedWidth(theme.room(150))
        self.setLayout(layout)

    def show_now(self) -> None:
        self.table.set_records(self.desk.workspace.people.all())
        if self._edited is not None and all(person.id != self._edited for person in self.table.records):
            self._clear()
        self.set_enabled()

    def set_enabled(self) -> None:
        may, chosen = self.may_change, bool(self.table.selected())
        for widget in (*self.fields.values(), self.pasting, self.read):
            widget.setEnabled(may)
        self.add.setEnabled(may and bool(self.fields["name"].text().strip()))
        self.add.setText(self.tr("Save") if self._edited else self.tr("Add"))
        self._changing.setVisible(self._edited is not None)
        for widget in (self.change, self.off, self.filter):
            widget.setVisible(bool(self.table.records))
        self.change.setEnabled(may and self.table.current() is not None)
        self.off.setEnabled(may and chosen)

    def first_focus(self) -> QWidget | None:
        return self.fields["name"]

    # --- one person -----------------------------------------------------------------------------------------------

    def put(self) -> None:
        """Adds the typed person, or keeps what was changed."""
        if not self.add.isEnabled():
            return
        entry = Entry(*(field.text() for field in self.fields.values()))
        edited = self._edited

        def work(workspace: Workspace) -> Person:
            return workspace.people.change(edited, entry) if edited else workspace.people.add(entry)

        person = self.desk.act(work)
        if person is not None:
            self._clear()
            self.desk.announce("people")
            self.table.select(person.id)
            self.fields["name"].setFocus()

    def edit(self, person: Person | None) -> None:
        """Brings a person's entry to the fields above."""
        if person is None or not self.may_change:
            return
        self._edited = person.id
        self.whose.setText(self.tr("Changing the entry of {name}").format(name=person.name))
        for name, field in self.fields.items():
            field.setText(getattr(person, name))
            field.setCursorPosition(0)
        self.set_enabled()
        self.fields["name"].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel) and self._edited:
            self._clear()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self._edited = None
        for field in self.fields.values():
            field.clear()
        self.set_enabled()

    def remove(self) -> None:
        """Takes the selected people off; it can be undone."""
        chosen = [person.id for person in self.table.selected()]
        if chosen and self.may_change:
            self.desk.act(lambda workspace: workspace.people.remove(chosen), "people")

    # --- tables ---------------------------------------------------------------------------------------------------

    def paste(self) -> None:
        """Takes in the cells on the clipboard."""
        text = QApplication.clipboard().text()
        if not self.may_change:
            return
        if not text.strip():
            self.desk.tell(
                self.tr("There is no text on the clipboard."),
                self.tr("Copy the rows in the spreadsheet first."),
            )
            return
        self._told(self.desk.act(lambda workspace: workspace.people.take_in(paste_people(text)), "people"))

    def take_files(self, paths: list[Path]) -> bool:
        tables = [path for path in paths if path.suffix.lower() in TABLES]
        if not tables or not self.may_change:
            return False

        def work(workspace: Workspace) -> Taken:
            return workspace.people.take_in([entry for path in tables for entry in read_people(path)])

        self._told(self.desk.act(work, "people"))
        return True

    def _ask(self) -> None:
        self.desk.open_files(self, [self.tr("Tables (*.xlsx *.csv *.tsv *.txt)")], self._read_files)

    def _read_files(self, paths: list[Path]) -> None:
        self.take_files(paths)

    def _told(self, taken: Taken | None) -> None:
        if taken is not None:
            words = self.tr("{added} added, {changed} changed, {known} were there already.")
            self.desk.tell(words.format(**taken._asdict()), self.tr("Ctrl+Z takes it back."), "done")
