"""Bringing a campaign back from a backup: the file, an empty folder, and a kit or a passphrase where one is wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.crypto.vault import Unlocker
from review_app.model.errors import ReviewError
from review_app.model.progress import Progress
from review_app.model.workspace.keeping import ENDING, BroughtBack, bring_back, needs_passphrase
from review_app.ui.errors import sentences
from review_app.ui.organizer.care.kit_form import KitForm, OpenFiles, content_of
from review_app.ui.widgets.parts import button, column, label, row

Work = Callable[[Progress], BroughtBack]
Run = Callable[[str, Work, Callable[[BroughtBack], None], Callable[[ReviewError], None]], None]
"""Does long work: its title, the work, what to do with its result and with its failure."""
OpenFolder = Callable[[QWidget, str, Callable[[Path], None]], object]

_NEEDS_KIT = ("backup-key-missing", "kit-other-workspace", "kit-wrong-passphrase")
_WRONG = ("backup-wrong-passphrase",)


class RestoreForm(QWidget):
    """A line that says what it is about, and what is asked in turn."""

    brought = Signal(object)
    """The folder (Path) with the campaign that came back."""

    def __init__(self, run: Run, open_files: OpenFiles, open_folder: OpenFolder) -> None:
        super().__init__()
        self._run, self._open_files, self._open_folder = run, open_files, open_folder
        self._file, self._folder = Path(), Path()
        self.choose = button(self.tr("Bring a campaign back…"))
        self.choose.clicked.connect(self._ask_file)
        self.state = label("", "done-body", wrap=True)
        self.trouble = label("", "attention-body", wrap=True)
        self.form = KitForm(open_files, self.tr("Bring it back"))
        self.form.given.connect(self._again)
        for words in (self.state, self.trouble):
            words.hide()
        self.open_it = button(self.tr("Open it"))
        self.open_it.clicked.connect(lambda: self.brought.emit(self._folder))
        self.open_it.hide()
        self.setLayout(column(row(self.choose, self.open_it, None), self.state, self.trouble, self.form))

    def start(self, file: Path) -> None:
        """Goes on with a backup that was chosen or dropped: asks for the folder."""
        self._file = file
        self._say()
        title = self.tr("An empty folder for the campaign")
        self._open_folder(self, title, self._into)

    def _ask_file(self) -> None:
        filters = [
            self.tr("Backup of a campaign (*{ending})").format(ending=ENDING),
            self.tr("All files (*)"),
        ]
        self._open_files(self, filters, lambda paths: self.start(paths[0]))

    def _into(self, folder: Path) -> None:
        self._folder = folder
        try:
            sealed_apart = needs_passphrase(self._file)
        except ReviewError as failure:
            self._failed(failure)
            return
        if sealed_apart:
            self.form.ask(self.tr("This backup was sealed under a passphrase."), kit=False)
        else:
            self._bring(b"", "")

    def _again(self, kit: bytes, passphrase: str) -> None:
        self._bring(kit, passphrase)

    def _bring(self, kit: bytes, passphrase: str) -> None:
        file, folder = self._file, self._folder

        def work(progress: Progress) -> BroughtBack:
            content = content_of(kit, passphrase) if kit else None
            return bring_back(
                file, folder, Unlocker(), progress, passphrase="" if kit else passphrase, kit=content
            )

        self._run(self.tr("Bringing a campaign back"), work, self._done, self._failed)

    def _done(self, found: BroughtBack) -> None:
        self.form.forget()
        words = self.tr("The campaign is back, in {folder}. Its log verifies.").format(
            folder=str(self._folder)
        )
        trouble = ""
        if found.damaged:
            names = ", ".join(name for _, name in found.damaged)
            trouble = self.tr("Damaged or missing already when the backup was made: {names}").format(
                names=names
            )
        self._say(words, trouble)
        self.open_it.show()
        self.open_it.setFocus()

    def _failed(self, failure: ReviewError) -> None:
        text = sentences(failure)
        asked = self.form.isVisibleTo(self)
        if failure.code in _NEEDS_KIT and not asked:
            self._say()
            self.form.ask(
                self.tr("This computer doesn't have the key to this backup. The recovery kit brings it.")
            )
        elif asked and failure.code in (*_NEEDS_KIT, *_WRONG):
            self.form.say(f"{text.what} {text.next}")
        else:
            self.form.forget()
            self._say("", f"{text.what} {text.next}")

    def _say(self, words: str = "", trouble: str = "") -> None:
        for shown, text in ((self.state, words), (self.trouble, trouble)):
            shown.setText(text)
            shown.setVisible(bool(text))
        self.open_it.hide()
