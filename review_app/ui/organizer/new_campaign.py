"""The form for a new campaign, in the first page itself."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from review_app.model.errors import ReviewError
from review_app.ui.errors import sentences
from review_app.ui.widgets.parts import button, column, label, row

NEEDS_PASSPHRASE = ("passphrase-needed", "passphrase-empty")
_UNUSABLE = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_BETWEEN_NAMES = re.compile(r"[;；、\n]")


class NewCampaign(msgspec.Struct, frozen=True):
    """What the form says; ``passphrase`` is empty unless the vault needs one."""

    folder: Path
    title: str
    edition: str
    organizers: list[str]
    passphrase: str = ""

    def __repr__(self) -> str:
        return f"NewCampaign(title={self.title!r})"


def folder_name(title: str, edition: str) -> str:
    """A folder's name that every system takes, of a campaign's title and edition; may be empty."""
    words = " ".join(part for part in (title.strip(), edition.strip()) if part)
    return " ".join(_UNUSABLE.sub(" ", words).split()).strip(" .")[:80].strip(" .")


class NewCampaignForm(QWidget):
    """Title, edition, organizers, folder; and a passphrase where this computer can keep no key."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.edition, self.organizers = QLineEdit(), QLineEdit(), QLineEdit()
        self.folder = QLineEdit()
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        self._own_folder = False
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._parent_folder = Path(documents) if documents else Path.home()
        self.choose = button(self.tr("Choose…"))
        self.choose.clicked.connect(self._choose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QWidget, QWidget]] = []
        for text, field, hint in (
            (self.tr("Name of the award"), self.title, ""),
            (self.tr("Edition"), self.edition, self.tr("A year or a number")),
            (self.tr("Organizers"), self.organizers, self.tr("Separate several with semicolons")),
            (self.tr("Folder"), self.folder, ""),
            (self.tr("Passphrase"), self.passphrase, ""),
            (self.tr("Once more"), self.again, ""),
        ):
            line = grid.rowCount()
            name = label(text, "body")
            grid.addWidget(name, line, 0)
            grid.addWidget(field, line, 1)
            field.setPlaceholderText(hint)
            field.setAccessibleName(text)
            field.returnPressed.connect(self._go_on)
            self._lines.append((name, field))
            if field is self.folder:
                grid.addWidget(self.choose, line, 2)
        self.passphrase_words = label(
            self.tr(
                "This computer has no place of its own for the keys of a campaign. Choose a passphrase to lock them "
                "with, and keep it well: nobody can open the ballot box without it."
            ),
            "secondary",
            wrap=True,
        )
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self._show_passphrase(False)
        for field in (self.title, self.edition):
            field.textChanged.connect(lambda _: self._propose_folder())
        self.folder.textEdited.connect(self._folder_typed)
        self.trouble = label("", "attention-body", wrap=True)
        self.trouble.hide()
        self.make = button(self.tr("Make the campaign"), "primary")
        self.make.clicked.connect(self._go_on)
        leave = button(self.tr("Cancel"))
        leave.clicked.connect(self.left)
        self.setLayout(
            column(
                label(self.tr("New campaign"), "heading"),
                grid,
                self.passphrase_words,
                self.trouble,
                row(None, leave, self.make),
            )
        )
        self._propose_folder()

    def _show_passphrase(self, shown: bool) -> None:
        for name, field in self._lines[-2:]:
            name.setVisible(shown)
            field.setVisible(shown)
        self.passphrase_words.setVisible(shown)

    def _folder_typed(self) -> None:
        self._own_folder = True

    def _propose_folder(self) -> None:
        if not self._own_folder:
            name = folder_name(self.title.text(), self.edition.text())
            self.folder.setText(str(self._parent_folder / name) if name else str(self._parent_folder))

    def _choose(self) -> None:
        from review_app.ui.widgets.dialogs import ask_for_folder

        def chosen(folder: Path) -> None:
            self._parent_folder = folder
            self._own_folder = False
            self._propose_folder()

        ask_for_folder(
            self, self.tr("Where the campaign's folder is made"), chosen, self._parent_folder, make=True
        )

    def _go_on(self) -> None:
        for field, words in (
            (self.title, self.tr("The award needs a name.")),
            (self.edition, self.tr("The award needs an edition: a year or a number.")),
            (self.folder, self.tr("The campaign needs a folder.")),
        ):
            if not field.text().strip():
                self._say(words, field)
                return
        if self.passphrase.isVisibleTo(self):
            if not self.passphrase.text():
                self._say(self.tr("Type a passphrase."), self.passphrase)
                return
            if self.passphrase.text() != self.again.text():
                self._say(self.tr("The two passphrases differ."), self.again)
                return
        self._say("")
        names = [name.strip() for name in _BETWEEN_NAMES.split(self.organizers.text())]
        self.wanted.emit(
            NewCampaign(
                Path(self.folder.text().strip()).expanduser(),
                self.title.text().strip(),
                self.edition.text().strip(),
                [name for name in names if name],
                self.passphrase.text(),
            )
        )

    def show_failure(self, failure: ReviewError) -> None:
        """Says why the campaign could not be made, or asks for a passphrase where the keys need one."""
        if failure.code in NEEDS_PASSPHRASE:
            self._show_passphrase(True)
            self.passphrase.setFocus()
            QTimer.singleShot(0, self, self._bring)
            return
        text = sentences(failure)
        self._say(f"{text.what} {text.next}".strip(), self.folder)

    def _say(self, words: str, field: QLineEdit | None = None) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        if field is not None:
            field.setFocus()
        QTimer.singleShot(0, self, self._bring)

    def _bring(self) -> None:
        """A form that has grown in a low window is scrolled as far as shows what goes on."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.isVisible():
            above.ensureWidgetVisible(self.make, 0, 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
