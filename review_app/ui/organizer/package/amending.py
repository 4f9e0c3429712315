"""What is done with amendments: a change is checked, an amendment is signed, and its file is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from review_app.model.files import check_writable, write_atomically
from review_app.model.package.amendment import Change
from review_app.model.workspace import Workspace
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.package.amend import AmendView, Wanted


class Amending(QObject):
    """Does what ``view`` asks for.  :attr:`signed`: how many amendments the round has."""

    def __init__(self, desk: OrganizerDesk, view: AmendView) -> None:
        super().__init__(view)
        self.desk, self._view = desk, view
        self.signed = 0
        view.add_wanted.connect(self._add_change)
        view.sign_wanted.connect(self._ask_signing)
        view.save_wanted.connect(self._save_again)

    def _add_change(self, wanted: Wanted) -> None:
        def checked(workspace: Workspace) -> Change:
            subject = wanted.subject
            if wanted.kind == "revoked-card":
                subject = workspace.cards.slip_of(workspace.rounds.current(), subject)
            return Change(wanted.kind, subject, wanted.text)

        change = self.desk.act(checked)
        if change is not None:
            self._view.take(change)

    def _ask_signing(self) -> None:
        number = self.signed + 1
        self.desk.ask(
            self.tr("Sign amendment {number}?").format(number=number),
            self.tr(
                "It can't be taken back, and everybody gets it; a mistake in it takes another amendment."
            ),
            self.tr("Sign"),
            lambda: self._choose_amendment(number),
        )

    def _choose_amendment(self, number: int) -> None:
        name = self.tr("amendment-{number}.amend").format(number=number)
        self.desk.save_as(self._view, name, self.tr("Amendment (*.amend)"), self._sign)

    def _sign(self, file: Path) -> None:
        changes = list(self._view.changes)

        def sign(workspace: Workspace) -> int:
            check_writable(file.parent)  # signed is signed: better to know before
            signed = workspace.amendments.add(workspace.rounds.current(), changes)
            return signed.amendment.number

        number = self.desk.act(sign)
        if number is None:
            return
        self._view.forget()
        self._write(number, file)
        self.desk.announce("package", "box")

    def _save_again(self, number: int) -> None:
        name = self.tr("amendment-{number}.amend").format(number=number)
        filters = self.tr("Amendment (*.amend)")
        self.desk.save_as(self._view, name, filters, lambda file: self._write(number, file))

    def _write(self, number: int, file: Path) -> None:
        def write(workspace: Workspace) -> None:
            write_atomically(file, workspace.amendments.file(workspace.rounds.current(), number))

        if self.desk.did(write):
            self.desk.tell_of_file(
                self.tr("Amendment {number} saved: {name}").format(number=number, name=file.name),
                file,
                self.tr("Send it to every expert; they drop it on the program."),
            )
