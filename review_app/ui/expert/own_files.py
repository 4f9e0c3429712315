"""For the expert alone: the own scores as PDF, and all work sealed, for another computer.  Both only on request."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from review_app.model.errors import ReviewError
from review_app.model.progress import Progress
from review_app.model.text import visible
from review_app.ui.expert import backup_words, own_papers, sheet_file
from review_app.ui.expert.desk import Desk
from review_app.ui.jobs import Jobs
from review_app.ui.widgets.dialogs import ask_for_new
from review_app.ui.widgets.parts import button, column, label, row, rule


class OwnFiles(QWidget):
    """Two quiet sections that open when they are wanted."""

    trouble = Signal(object)
    grown = Signal(object)
    """The part that has just unfolded or been written into: it should be in view."""

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__()
        self._desk, self._jobs = desk, jobs
        self.scores_button = button(self.tr("Save my scores as PDF…"))
        self.scores_button.clicked.connect(self._ask_scores)
        self.backup_button = button(self.tr("Make a backup…"))
        self.backup_button.clicked.connect(self._ask_backup)
        self.told_scores, self.told_backup = self._told(), self._told()
        warning = self.tr(
            "Not needed for anything. The file says how you scored every case and is marked private: whoever holds it "
            "can tell which published sheet is yours."
        )
        self.setLayout(
            column(
                rule(),
                self._section(
                    self.tr("My scores, for my own files"), warning, self.scores_button, self.told_scores
                ),
                self._section(
                    self.tr("Move to another computer"),
                    backup_words.what_it_is(),
                    self.backup_button,
                    self.told_backup,
                ),
                spacing=4,
            )
        )

    def _told(self) -> QLabel:
        made = label("", "secondary", wrap=True)
        made.hide()
        return made

    def _section(self, name: str, text: str, act: QPushButton, told: QLabel) -> QVBoxLayout:
        head = button(f"▸ {name}", "link")
        head.setAccessibleName(name)
        head.setCheckable(True)
        inner = QWidget()
        inner.setLayout(
            column(
                label(text, "secondary", wrap=True),
                row(act, None),
                told,
                margins=(6, 2, 0, 10),
                spacing=8,
            )
        )
        inner.hide()

        def unfold(on: bool) -> None:
            head.setText(f"▾ {name}" if on else f"▸ {name}")
            inner.setVisible(on)
            if on:
                self.grown.emit(inner)

        head.toggled.connect(unfold)
        return column(row(head, None), inner, spacing=0)

    def _ask_scores(self) -> None:
        name = self.tr("my-scores", "file name")
        proposal = sheet_file.documents_folder() / f"{name}.pdf"
        ask_for_new(
            self, self.tr("Save my scores"), proposal, self.tr("PDF document (*.pdf)"), self.save_scores
        )

    def save_scores(self, file: Path) -> None:
        """Writes the own scores into a new file."""
        own = own_papers.own_scores(self._desk)

        def written(_: object) -> None:
            said = self.tr("Saved as {name} in the folder {folder}.")
            self._tell(self.told_scores, said.format(name=file.name, folder=_folder(file)))

        self._run(lambda progress: own_papers.write_own_scores(own, file), written)

    def _ask_backup(self) -> None:
        name = self.tr("my-work", "file name")
        proposal = sheet_file.documents_folder() / f"{name}.scorebackup"
        kind = self.tr("Backup (*.scorebackup)")
        ask_for_new(self, self.tr("Save the backup"), proposal, kind, self.save_backup)

    def save_backup(self, file: Path) -> None:
        """Writes all work, sealed, into a new file."""

        def written(_: object) -> None:
            said = self.tr("Saved as {name} in the folder {folder}. {next}").format(
                name=file.name, folder=_folder(file), next=backup_words.how_to_go_on()
            )
            self._tell(self.told_backup, said)

        self._run(lambda progress: self._desk.session.make_backup(file), written)

    def _tell(self, where: QLabel, text: str) -> None:
        where.setText(text)
        where.show()
        self.grown.emit(where)

    def _run(self, work: Callable[[Progress], object], done: Callable[[object], None]) -> None:
        self._jobs.start(work, done, self._failed)

    def _failed(self, failure: Exception) -> None:
        if not isinstance(failure, ReviewError):
            raise failure
        self.trouble.emit(failure)


def _folder(file: Path) -> str:
    return visible(file.parent.name or str(file.parent), 120)
