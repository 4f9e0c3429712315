"""Letters to everybody on the roster, and the list of fees."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from review_app.model.errors import ReviewError
from review_app.model.files import write_atomically
from review_app.model.progress import Progress
from review_app.model.workspace import Workspace
from review_app.model.workspace.letters import ALIASES, LetterKind, LetterLanguage
from review_app.ui.language import current
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.experts.view import View
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import Flowing, button, column, label, row, rule, scrolling

WIDEST = 860
"""Pixels of width of a letter."""


class LettersView(View):
    """One letter at a time: its text, and all of them into one file."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.kind = Choice(self.tr("Which letter"))
        for kind, name in (
            ("invitation", self.tr("Invitation")),
            ("reminder", self.tr("Reminder")),
            ("cover", self.tr("Cover letter of the package")),
        ):
            self.kind.addItem(name, kind)
        self.language = Choice(self.tr("Language of the letter"))
        self.language.addItem("中文", "zh")
        self.language.addItem("English", "en")
        self.language.setCurrentIndex(0 if current() == "zh" else 1)
        self._shown: tuple[LetterKind, LetterLanguage] | None = None
        for choice in (self.kind, self.language):
            choice.activated.connect(lambda _: self._choose())
        self.to_all = label(
            self.tr(
                "A letter goes to everybody on the roster. Who has returned a sheet isn't known here, and can't be."
            ),
            "secondary",
            wrap=True,
        )
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text of the letter"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self.set_enabled)
        self.gaps = label("", "secondary", wrap=True)
        self.missing = label("", "attention", wrap=True)
        self.dates = button(self.tr("Planned days"), "quiet-link")
        self.dates.clicked.connect(lambda: desk.go("settings", section="planned"))
        self.keep = button(self.tr("Keep the text"))
        self.keep.clicked.connect(self.store)
        self.own = button(self.tr("Usual text"))
        self.own.clicked.connect(self._own)
        self.docx = button(self.tr("All letters as DOCX…"))
        self.docx.clicked.connect(lambda: self._save("docx"))
        self.pdf = button(self.tr("As PDF…"))
        self.pdf.clicked.connect(lambda: self._save("pdf"))
        self.fee = QLineEdit()
        self.fee.setProperty("kind", "number")
        self.fee.setPlaceholderText("1500")
        self.fee.setAccessibleName(self.tr("Fee for each, in yuan"))
        self.fee.setFixedWidth(96)
        self.fee.textChanged.connect(lambda _: self.set_enabled())
        self.fee_xlsx = button(self.tr("As Excel table…"))
        self.fee_xlsx.clicked.connect(lambda: self._save_fees("xlsx"))
        self.fee_pdf = button(self.tr("As PDF…"))
        self.fee_pdf.clicked.connect(lambda: self._save_fees("pdf"))
        layout = column(
            row(self.kind, self.language, None),
            self.to_all,
            self.text,
            self.gaps,
            row(self.missing, self.dates, None),
            Flow(self.keep, self.own, self.pdf, self.docx, right_from=2),
            rule(),
            Flow(
                label(self.tr("List of fees"), "strong"),
                label(self.tr("Fee for each, in yuan"), "body"),
                self.fee,
                self.fee_pdf,
                self.fee_xlsx,
                right_from=3,
            ),
            label(
                self.tr(
                    "Paid for accepting a card, the same for everybody, with room for a signature. It can't be "
                    "by returned sheets: nobody knows whose they are."
                ),
                "secondary",
                wrap=True,
            ),
            spacing=8,
        )
        layout.setStretch(2, 1)
        self.text.setMinimumHeight(QFontMetrics(self.text.font()).lineSpacing() * 5)
        inside = Flowing()
        inside.setLayout(layout)
        self.setLayout(column(scrolling(inside, "window", WIDEST)))

    # --- the text -------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[LetterKind, LetterLanguage]:
        """Which letter is shown, in which language."""
        return self.kind.currentData(), self.language.currentData()

    @property
    def changed(self) -> bool:
        """Whether the text on the page isn't kept yet."""
        return self._shown is not None and self.text.toPlainText().strip() != self._stored.strip()

    def show_now(self) -> None:
        chosen = self.chosen
        stored = self.desk.workspace.letters.text(*chosen)
        if self._shown != chosen or not self.changed:
            self._stored = stored
            self._shown = chosen
            if self.text.toPlainText() != stored:
                self.text.setPlainText(stored)
        self._stored = stored
        names = [f"{{{chinese if chosen[1] == 'zh' else english}}}" for chinese, english in ALIASES.items()]
        self.gaps.setText(
            self.tr(
                'Put in for each: {names}. A line beginning with "# " is the title, with "> " stands at the '
                'right, with "- " apart.'
            ).format(names=" ".join(names))
        )
        known = {english: chinese if chosen[1] == "zh" else english for chinese, english in ALIASES.items()}
        missing = [f"{{{known[name]}}}" for name in self.desk.workspace.letters.missing(*chosen)]
        self.missing.setText(
            self.tr("Not known yet, and left blank: {names}").format(names=" ".join(missing))
        )
        self.missing.setVisible(bool(missing))
        self.dates.setVisible("deadline" in self.desk.workspace.letters.missing(*chosen))
        self.set_enabled()

    def show_letter(self, kind: str) -> None:
        """Turns to a letter: invitation, reminder, cover."""
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self._choose()

    def _choose(self) -> None:
        if self.changed and not self.store(self._shown):
            assert self._shown is not None
            self.kind.setCurrentIndex(self.kind.findData(self._shown[0]))
            self.language.setCurrentIndex(self.language.findData(self._shown[1]))
            return
        self.show_now()

    def store(self, which: object = None) -> bool:
        """Keeps the text; False where it can't be."""
        kind, language = self._shown or self.chosen
        text = self.text.toPlainText()

        def work(workspace: Workspace) -> bool:
            workspace.letters.reword(kind, language, text)
            return True

        kept = bool(self.desk.act(work))
        if kept:
            self._stored = self.desk.workspace.letters.text(kind, language)
            self.desk.announce("people")
        return kept

    def _own(self) -> None:
        kind, language = self.chosen

        def work(workspace: Workspace) -> bool:
            workspace.letters.reword(kind, language, "")
            return True

        if self.desk.act(work):
            self._shown = None
            self.desk.announce("people")

    def set_enabled(self) -> None:
        may, workspace = self.may_change, self.desk.workspace
        self.text.setReadOnly(not may)
        self.keep.setEnabled(may and self.changed)
        if self.desk.busy:
            for widget in (self.own, self.docx, self.pdf, self.fee_pdf, self.fee_xlsx):
                widget.setEnabled(False)
            return
        self.own.setEnabled(may and (self.changed or workspace.letters.is_own(*self.chosen)))
        people = workspace.people.count() > 0
        for widget in (self.docx, self.pdf):
            widget.setEnabled(people)
        for widget in (self.fee_pdf, self.fee_xlsx):
            widget.setEnabled(people and bool(self.fee.text().strip()))

    def first_focus(self) -> QWidget | None:
        return self.kind

    # --- files ----------------------------------------------------------------------------------------------------

    def _save(self, suffix: str) -> None:
        if self.changed and not self.store():
            return
        try:  # what is wrong is said before a name is asked for
            self.desk.workspace.letters.all(*self.chosen, datetime.date.today())
        except ReviewError as failure:
            self.desk.tell_error(failure)
            return
        filters = {"docx": self.tr("Word document (*.docx)"), "pdf": self.tr("PDF (*.pdf)")}[suffix]
        name = f"{self.kind.currentText()}-{self.language.currentText()}.{suffix}"
        self.desk.save_as(self, name, filters, self.write_letters)

    def write_letters(self, path: Path) -> None:
        """Writes all letters to ``path``, PDF or DOCX by its ending."""
        from review_app.model.publish.letters import letters_docx, letters_pdf

        kind, language = self.chosen
        title = self.kind.currentText()

        def work(workspace: Workspace, progress: Progress) -> int:
            letters = workspace.letters.all(kind, language, datetime.date.today())
            pdf = path.suffix.lower() == ".pdf"
            write_atomically(
                path, letters_pdf(letters, title, language) if pdf else letters_docx(letters, language)
            )
            return len(letters)

        self.desk.run(self.tr("Writing letters"), work, lambda count: self._written(path, count))

    def _save_fees(self, suffix: str) -> None:
        from review_app.model.publish.fee_list import parse_fee

        try:
            parse_fee(self.fee.text())
        except ReviewError as failure:
            self.desk.tell_error(failure)
            return
        filters = {"xlsx": self.tr("Excel table (*.xlsx)"), "pdf": self.tr("PDF (*.pdf)")}[suffix]
        self.desk.save_as(self, f"{self.tr('List of fees')}.{suffix}", filters, self.write_fees)

    def write_fees(self, path: Path) -> None:
        """Writes the list of fees to ``path``, PDF or XLSX by its ending."""
        from review_app.model.publish.fee_list import fee_list, fees_pdf, fees_xlsx, parse_fee

        fee = self.fee.text()

        def work(workspace: Workspace, progress: Progress) -> int:
            found = fee_list(workspace, parse_fee(fee))
            write_atomically(path, fees_pdf(found) if path.suffix.lower() == ".pdf" else fees_xlsx(found))
            return len(found.people)

        self.desk.run(self.tr("Writing the list of fees"), work, lambda count: self._written(path, count))

    def _written(self, path: Path, count: int) -> None:
        words = self.tr("{file} is written, for %n people.", "", count).format(file=path.name)
        self.desk.tell_of_file(words, path)
