"""Asking for words of commendation: a letter and a form for each author, and the form that comes back."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.files import read_limited, write_atomically
from review_app.model.progress import Progress
from review_app.model.text import visible
from review_app.model.workspace import Workspace
from review_app.model.workspace.standing import Standing
from review_app.ui import language
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.results.fields import DayField, line_field, today
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, label

USUAL = datetime.timedelta(days=14)
"""Proposed time for an author."""
FORM_LIMIT = 20 * 2**20
"""Bytes of a returned form."""
TOPIC = "box"


def letters_to(
    folder: Path,
    standing: Standing,
    cases: Sequence[str],
    tongue: Literal["zh", "en"],
    *,
    until: datetime.date,
    contact: str,
    names: tuple[str, str],
    progress: Progress,
) -> list[Path]:
    """Writes a letter and a form for each of ``cases`` into ``folder``, called ``names``, in which {case} stands for
    the case's id; a file that is there already is kept, and another name taken.  Raises what writing raises."""
    from review_app.model.publish.commendation import request_letter, requests_docx, return_form

    written = []
    progress.start(len(cases))
    for case_id in cases:
        letter = request_letter(standing, case_id, tongue, until=until, contact=contact, day=today())
        for name, content in (
            (names[0], requests_docx([letter], tongue)),
            (names[1], return_form(standing, case_id, tongue)),
        ):
            file = _free(folder, name.format(case=case_id))
            write_atomically(file, content)
            written.append(file)
        progress.step()
    return written


def _free(folder: Path, name: str) -> Path:
    file, number = folder / f"{name}.docx", 2
    while file.exists():
        file, number = folder / f"{name}-{number}.docx", number + 1
    return file


class AskingPanel(QWidget):
    """Below the words: until when, where to, and the files."""

    read = Signal()
    """A form was taken in."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.desk = desk
        self.standing: Standing | None = None
        self.case = ""
        self._may = True
        self.until = DayField(self.tr("Wanted back by"))
        self.until.set_day(today() + USUAL)
        self.until.textChanged.connect(lambda _: self.set_enabled(self._may))
        self.contact = line_field(
            self.tr("Where the form goes"), self.tr("Where the form goes: address, telephone")
        )
        self.one = button(self.tr("Letter and form…"))
        self.one.setToolTip(self.tr("For the author of this winner, as Word documents"))
        self.one.clicked.connect(lambda: self._write([self.case]))
        self.all = button(self.tr("For all still missing…"))
        self.all.setToolTip(self.tr("Letter and form for each winner without words"))
        self.all.clicked.connect(lambda: self._write(self.missing))
        self.take = button(self.tr("Read a form that came back…"))
        self.take.clicked.connect(self._ask_forms)
        self._may = True
        first, acts = QWidget(), QWidget()
        first.setLayout(Flow(label(self.tr("Wanted back by")), self.until))
        acts.setLayout(Flow(self.one, self.all, self.take))
        self.setLayout(
            column(
                label(self.tr("Asking the authors"), "strong", wrap=True),
                first,
                self.contact,
                acts,
                label(
                    self.tr("A form that came back can also be dropped here; it knows its case."),
                    "secondary",
                    wrap=True,
                ),
                margins=(0, 12, 0, 0),
                spacing=6,
            )
        )

    @property
    def missing(self) -> list[str]:
        """Winners whose words have not come."""
        if self.standing is None:
            return []
        known = self.standing.commendations
        return [each for each in self.standing.winners if each not in known or not known[each].text]

    def show_case(self, standing: Standing, case: str) -> None:
        """What the files are about."""
        self.standing, self.case = standing, case

    def set_enabled(self, may: bool) -> None:
        """Puts fields and acts on or off."""
        self._may = may
        dated = self.until.day is not None
        self.one.setEnabled(may and dated and bool(self.case))
        self.all.setEnabled(may and dated and bool(self.missing))
        self.take.setEnabled(may)

    def _write(self, cases: list[str]) -> None:
        standing, until, contact = self.standing, self.until.day, self.contact.text().strip()
        if standing is None or until is None or not cases:
            return
        tongue = language.current()
        names = (self.tr("{case}-letter"), self.tr("{case}-form"))

        def into(folder: Path) -> None:
            def work(workspace: Workspace, progress: Progress) -> list[Path]:
                files = letters_to(
                    folder,
                    standing,
                    cases,
                    tongue,
                    until=until,
                    contact=contact,
                    names=names,
                    progress=progress,
                )
                workspace.written.paper(workspace.rounds.current(), "commendation-letters")
                return files

            def done(files: list[Path]) -> None:
                count = len(files)
                self.desk.tell_of_file(self.tr("%n file(s) written.", "", count), files[0])

            self.desk.run(self.tr("Writing letters"), work, done, topics=("papers",))

        self.desk.open_folder(self, self.tr("Folder for the letters"), into, make=True)

    def _ask_forms(self) -> None:
        filters = [self.tr("Returned forms (*.docx)"), self.tr("All files (*)")]
        self.desk.open_files(self, filters, self.take_forms)

    def take_forms(self, paths: list[Path]) -> None:
        """Reads forms that came back and keeps what is in them."""
        from review_app.model.publish.commendation import read_return

        def work(workspace: Workspace, progress: Progress) -> list[str]:
            round_, found = workspace.rounds.current(), []
            progress.start(len(paths))
            for path in paths:
                returned = read_return(read_limited(path, FORM_LIMIT), path.name)
                workspace.commendations.put(round_, returned.case, returned.words, today())
                found.append(visible(path.name, 80))
                progress.step()
            return found

        def done(found: list[str]) -> None:
            count = len(found)
            self.desk.tell(self.tr("%n form(s) read.", "", count), tone="done")
            self.read.emit()

        self.desk.run(self.tr("Reading forms"), work, done, topics=(TOPIC,))
