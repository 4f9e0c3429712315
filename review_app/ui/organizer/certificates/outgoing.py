"""What leaves the page of the certificates: all in one file, one file each, on paper; and the look as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from review_app.model.files import write_atomically
from review_app.model.progress import Progress
from review_app.model.publish.certificate import each_certificate
from review_app.model.publish.certificate_name import certificate_name
from review_app.model.workspace import Workspace
from review_app.model.workspace.certificate_look import DESIGN_FILE, write_design

if TYPE_CHECKING:
    from review_app.ui.organizer.certificates.page import CertificatesPage


class Outgoing(QObject):
    """Asks where to and writes what ``page`` shows."""

    def __init__(self, page: CertificatesPage) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk

    def save(self) -> None:
        """All certificates in one file."""

        def do(path: Path) -> None:
            content = self._page.content
            if content and self._desk.did(lambda workspace: write_atomically(path, content)):
                self._tell_written(path)

        self._desk.save_as(self._page, self.tr("certificates.pdf"), self.tr("PDF (*.pdf)"), do)

    def save_each(self) -> None:
        """One file each, in a folder that is asked for."""
        title = self.tr("A folder for the certificates")
        self._desk.open_folder(self._page, title, self._ask_each, make=True)

    def _ask_each(self, folder: Path) -> None:
        files = [folder / certificate_name(each) for each in self._page.certificates]
        count = sum(file.exists() for file in files)
        if count:
            self._desk.ask(
                self.tr("Replace %n file(s) in this folder?", "", count),
                self.tr("What is in the files now is lost."),
                self.tr("Replace"),
                lambda: self._write_each(files),
            )
        else:
            self._write_each(files)

    def _write_each(self, files: list[Path]) -> None:
        certificates, design = self._page.certificates, self._page.design

        def work(workspace: Workspace, progress: Progress) -> int:
            progress.start(len(files))
            pages = each_certificate(certificates, design)
            for file, content in zip(files, pages, strict=True):
                write_atomically(file, content)
                progress.step()
            return len(files)

        self._desk.run(self.tr("Writing the certificates"), work, lambda count: self._tell_written(files[0]))

    def _tell_written(self, path: Path) -> None:
        count, final = len(self._page.certificates), self._page.final
        self._desk.did(
            lambda workspace: workspace.written.certificates(workspace.rounds.current(), count, final=final),
            "results",
        )
        following = "" if final else self.tr("The result isn't final yet.")
        self._desk.tell_of_file(self.tr("%n certificate(s) written.", "", count), path, following)

    def print(self) -> None:
        """On a printer of the system's."""
        if not self._page.content:
            return
        from review_app.ui.organizer.certificates.printing import PdfPrint

        landscape = self._page.design.orientation == "landscape"
        title = self.tr("Print the certificates")
        run = PdfPrint(self._page, self._page.content, title, landscape=landscape)
        run.failed.connect(self._desk.tell_error)
        run.ask()

    # --- the look -------------------------------------------------------------------------------------------------

    def save_look(self) -> None:
        """The look as a design file with its pictures, in a folder that is asked for."""

        def chosen(folder: Path) -> None:
            if (folder / DESIGN_FILE).exists():
                self._desk.ask(
                    self.tr("Replace {name}?").format(name=DESIGN_FILE),
                    self.tr("What is in the file now is lost."),
                    self.tr("Replace"),
                    lambda: self._write_look(folder),
                )
            else:
                self._write_look(folder)

        self._desk.open_folder(self._page, self.tr("A folder for the look"), chosen, make=True)

    def _write_look(self, folder: Path) -> None:
        design = self._page.looks.look.design
        if self._desk.did(lambda workspace: write_design(folder, design)):
            self._desk.tell_of_file(self.tr("The look is in files now."), folder / DESIGN_FILE)
