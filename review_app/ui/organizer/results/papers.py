"""What is handed out of a result: report, tables, announcement, letters to the authors of commendations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from review_app.model.files import write_atomically
from review_app.model.progress import Progress
from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import NAME_LIMIT
from review_app.model.workspace.standing import Standing
from review_app.model.workspace.written import ResultPaper
from review_app.ui import language
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.results.fields import line_field, today
from review_app.ui.organizer.results.view import View
from review_app.ui.organizer.results.words import notice_words
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import Flowing, button, column, label, row, rule, scrolling

Tongue = Literal["zh", "en"]
Make = Callable[[Workspace, Standing, Tongue], bytes]
WIDEST = 820
_PAPERS: dict[str, ResultPaper] = {
    "report": "report",
    "tables": "tables",
    "ranking": "ranking",
    "public-report": "report-public",
    "public-tables": "tables-public",
    "public-ranking": "ranking-public",
    "announcement": "announcement",
    "announcement-text": "announcement",
}
"""What the log calls them."""


def _report(workspace: Workspace, standing: Standing, tongue: Tongue, *, public: bool) -> bytes:
    from review_app.model.publish.report import report_pdf
    from review_app.model.workspace.certificate_look import campaign_fonts

    return report_pdf(standing, tongue, public=public, fonts=campaign_fonts(workspace.folder))


def _workbook(_: Workspace, standing: Standing, tongue: Tongue, *, public: bool) -> bytes:
    from review_app.model.publish.tables import results_xlsx

    return results_xlsx(standing, tongue, public=public)


def _ranking(_: Workspace, standing: Standing, tongue: Tongue, *, public: bool) -> bytes:
    from review_app.model.publish.tables import results_csv

    return results_csv(standing, tongue, public=public)


def _announced(standing: Standing, tongue: Tongue, contact: str) -> bytes:
    from review_app.model.publish.announcement import announcement_docx

    return announcement_docx(standing, tongue, contact=contact, day=today())


def _announced_text(standing: Standing, tongue: Tongue, contact: str) -> bytes:
    from review_app.model.publish.announcement import announcement_markdown

    return announcement_markdown(standing, tongue, contact=contact, day=today()).encode("utf-8")


class PapersView(View):
    """A button for each file, by who may read it."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.acts: dict[str, QPushButton] = {}
        self.tongue = QComboBox()
        self.tongue.setAccessibleName(self.tr("Language of the papers"))
        self.tongue.addItem("中文", "zh")
        self.tongue.addItem("English", "en")
        self.tongue.setCurrentIndex(self.tongue.findData(language.current()))
        self.status = label("", "secondary", wrap=True)
        pdf, xlsx, csv = self.tr("PDF (*.pdf)"), self.tr("Workbook (*.xlsx)"), self.tr("Table (*.csv)")
        docx, text = self.tr("Word document (*.docx)"), self.tr("Markdown text (*.md)")
        self.contact = line_field(
            self.tr("Where objections go"), self.tr("Where objections go: address, telephone"), NAME_LIMIT
        )
        self.contact.editingFinished.connect(self._keep_contact)
        self._kept = ""

        def announced(_: Workspace, standing: Standing, tongue: Tongue) -> bytes:
            return _announced(standing, tongue, self._contact)

        def written(_: Workspace, standing: Standing, tongue: Tongue) -> bytes:
            return _announced_text(standing, tongue, self._contact)

        self._contact = ""
        inside = Flowing()
        held = QWidget()
        held.setMaximumWidth(WIDEST)
        held.setLayout(
            column(
                row(label(self.tr("Language of the papers")), self.tongue, None),
                self.status,
                8,
                rule(),
                self._group(
                    self.tr("For the organizer: everything"),
                    self.tr(
                        "All cases, all totals, all comments; marked as internal. It does not say whose sheet is "
                        "whose: nothing does."
                    ),
                    self._act(
                        "report", self.tr("Report (PDF)…"), self.tr("report-internal.pdf"), pdf, _all(_report)
                    ),
                    self._act(
                        "tables",
                        self.tr("All tables (Excel)…"),
                        self.tr("tables.xlsx"),
                        xlsx,
                        _all(_workbook),
                    ),
                    self._act(
                        "ranking", self.tr("Ranking (CSV)…"), self.tr("ranking.csv"), csv, _all(_ranking)
                    ),
                ),
                rule(),
                self._group(
                    self.tr("For the public: what the terms allow"),
                    self.tr(
                        "Made from the same count; what the publication level keeps back is not in the file."
                    ),
                    self._act(
                        "public-report",
                        self.tr("Report (PDF)…"),
                        self.tr("report-public.pdf"),
                        pdf,
                        _public(_report),
                    ),
                    self._act(
                        "public-tables",
                        self.tr("Tables (Excel)…"),
                        self.tr("tables-public.xlsx"),
                        xlsx,
                        _public(_workbook),
                    ),
                    self._act(
                        "public-ranking",
                        self.tr("Ranking (CSV)…"),
                        self.tr("ranking-public.csv"),
                        csv,
                        _public(_ranking),
                    ),
                ),
                rule(),
                self._group(
                    self.tr("Announcement (draft)"),
                    self.tr(
                        "A draft with the winners, their summaries and words of commendation, how to object and how to "
                        "check. What is not known yet is left blank."
                    ),
                    self._act(
                        "announcement",
                        self.tr("Word document…"),
                        self.tr("announcement.docx"),
                        docx,
                        announced,
                    ),
                    self._act(
                        "announcement-text", self.tr("Plain text…"), self.tr("announcement.md"), text, written
                    ),
                    above=self.contact,
                ),
                None,
                spacing=8,
            )
        )
        beside = row(held, None)  # only a row asks how high its parts are at the width that they may have
        beside.setStretch(0, 1_000)
        inside.setLayout(column(beside, margins=(0, 4, 12, 12)))
        self.area = scrolling(inside)
        self.setLayout(column(self.area))

    def _group(self, heading: str, words: str, *acts: QWidget, above: QWidget | None = None) -> QWidget:
        made, line = QWidget(), QWidget()
        line.setLayout(Flow(*acts))
        parts: list[QWidget] = [label(heading, "strong", wrap=True), label(words, "secondary", wrap=True)]
        parts += [above, line] if above is not None else [line]
        made.setLayout(column(*parts, margins=(0, 6, 0, 10), spacing=6))
        return made

    def _act(self, name: str, words: str, file: str, filters: str, make: Make) -> QPushButton:
        made = self.acts[name] = button(words)
        made.setToolTip(file)
        made.clicked.connect(lambda: self._save(_PAPERS[name], words.rstrip("…"), file, filters, make))
        return made

    def show_standing(self, standing: Standing) -> None:
        super().show_standing(standing)
        final = standing.notice.status == "final"
        said = [notice_words(standing.notice)]
        if not final:
            said.append(self.tr("A report saved now says that the result is not final."))
        self.status.setText(" · ".join(said))
        kept = self.desk.workspace.settings.objections_to
        if kept != self._kept:  # what is being typed stays
            self._kept = kept
            self.contact.setText(kept)
        self.set_enabled()

    def _keep_contact(self) -> None:
        """The address stays with the campaign."""
        typed = self.contact.text().strip()
        if typed == self._kept or not self.may_change:
            return

        def keep(workspace: Workspace) -> None:
            workspace.campaign.update(msgspec.structs.replace(workspace.settings, objections_to=typed))

        self._kept = typed
        self.desk.did(keep, "campaign")

    def leave(self) -> bool:
        self._keep_contact()
        return True

    def set_enabled(self) -> None:
        for act in self.acts.values():
            act.setEnabled(not self.desk.busy)

    def first_focus(self) -> QWidget | None:
        return self.acts["report"]

    def show_act(self, name: str) -> None:
        """Puts the focus on the way to one of the papers."""
        if (act := self.acts.get(name)) is not None:
            self.area.ensureWidgetVisible(act)
            act.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, paper: ResultPaper, what: str, name: str, filters: str, make: Make) -> None:
        standing, tongue = self.standing, self.tongue.currentData()
        if standing is None:
            return
        self._keep_contact()
        self._contact = self.contact.text().strip()  # the file is made beside the window

        def do(path: Path) -> None:
            def work(workspace: Workspace, progress: Progress) -> None:
                write_atomically(path, make(workspace, standing, tongue))
                workspace.written.paper(workspace.rounds.current(), paper)

            def done(_: None) -> None:
                self.desk.tell_of_file(self.tr("Saved: {name}").format(name=path.name), path)

            self.desk.run(self.tr("Writing: {what}").format(what=what), work, done, topics=("papers",))

        self.desk.save_as(self, name, filters, do)


def _all(make: Callable[..., bytes]) -> Make:
    return lambda workspace, standing, tongue: make(workspace, standing, tongue, public=False)


def _public(make: Callable[..., bytes]) -> Make:
    return lambda workspace, standing, tongue: make(workspace, standing, tongue, public=True)
