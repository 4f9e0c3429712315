"""What leaves the page of nominations: the form to send out, and the list as it is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from review_app.model.files import write_atomically
from review_app.model.nomination.checks import choice_of
from review_app.model.workspace import Workspace
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.filters import Filters
from review_app.ui.organizer.table import RecordTable

translate = QCoreApplication.translate


class Outgoing:
    """Asks for a file and writes it; ``table`` and ``filters`` say what is shown on ``page``."""

    def __init__(self, page: QWidget, desk: OrganizerDesk, table: RecordTable, filters: Filters) -> None:
        self._page, self._desk = page, desk
        self._table, self._filters = table, filters

    def save_form(self, kind: str) -> None:
        """Asks where the form goes; ``kind`` is ``docx`` or ``xlsx``."""
        kinds = {
            "docx": translate("NominationsPage", "Word document (*.docx)"),
            "xlsx": translate("NominationsPage", "Excel workbook (*.xlsx)"),
        }
        name = translate("NominationsPage", "Nomination form")
        self._desk.save_as(
            self._page, f"{name}.{kind}", kinds[kind], lambda path: self.write_form(path, kind)
        )

    def write_form(self, path: Path, kind: str) -> None:
        """Writes the form that nominating bodies fill in."""

        def write(workspace: Workspace) -> bool:
            from review_app.model.nomination.forms import form_docx, form_xlsx

            make = form_docx if kind == "docx" else form_xlsx
            write_atomically(path, make(workspace.settings))
            return True

        self._say_written(self._desk.act(write), path)

    def print_list(self) -> None:
        """Asks where the list goes as a PDF."""
        name = translate("NominationsPage", "List of nominations")
        self._desk.save_as(
            self._page, f"{name}.pdf", translate("NominationsPage", "PDF document (*.pdf)"), self.write_list
        )

    def write_list(self, path: Path) -> None:
        """Writes what is shown as a PDF."""
        shown, said = self._table.shown, self._filters.said()

        def write(workspace: Workspace) -> bool:
            from review_app.model.publish.nomination_list import ListedNomination, render_nomination_list

            lines = [
                ListedNomination(
                    one.title,
                    one.text("organisation"),
                    one.text("region"),
                    one.text("facet"),
                    choice_of("route", one.text("route")),
                    one.state,
                )
                for one in shown
            ]
            settings = workspace.settings
            write_atomically(path, render_nomination_list(settings.title, settings.edition, lines, said))
            return True

        self._say_written(self._desk.act(write), path)

    def export(self) -> None:
        """Asks where the list goes as CSV."""
        name = translate("NominationsPage", "List of nominations")
        self._desk.save_as(
            self._page, f"{name}.csv", translate("NominationsPage", "CSV table (*.csv)"), self.write_table
        )

    def write_table(self, path: Path) -> None:
        """Writes what is shown as CSV."""

        def write(workspace: Workspace) -> bool:
            self._table.export_csv(path)
            return True

        self._say_written(self._desk.act(write), path)

    def _say_written(self, done: bool | None, path: Path) -> None:
        if done:
            self._desk.tell_of_file(
                translate("NominationsPage", "{name} is written.").format(name=path.name), path
            )
