"""What stands on a recovery kit, taken from its file or typed, with the passphrase; or a passphrase alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from review_app.model.crypto.recovery import KIT_LIMIT, KitContent, open_kit, parse_kit, parse_passphrase
from review_app.model.errors import InputError, ReviewError
from review_app.model.files import read_limited
from review_app.ui import theme
from review_app.ui.errors import sentences
from review_app.ui.widgets.parts import button, column, ground, label, row

OpenFiles = Callable[[QWidget, list[str], Callable[[list[Path]], None]], object]


class KitForm(QWidget):
    """Asks for a kit; :attr:`given` brings its bytes and its passphrase as they are to be used."""

    given = Signal(bytes, str)
    left = Signal()

    def __init__(self, open_files: OpenFiles, act_text: str) -> None:
        super().__init__()
        ground(self, "surface")
        self._open_files = open_files
        self._file = b""
        self.words = label("", "body", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("What the code holds, or the rows as they stand on the paper"))
        self.text.setAccessibleName(self.tr("Text of the recovery kit"))
        self.text.setFixedHeight(theme.room(132))
        self.text.textChanged.connect(self._typed)
        self.choose = button(self.tr("Take it from the kit's PDF…"))
        self.choose.clicked.connect(self._ask_file)
        self.file_words = label("", "secondary")
        self.passphrase = QLineEdit()
        self.passphrase.setFixedWidth(theme.room(280))
        self.passphrase.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.passphrase.setAccessibleName(self.tr("Passphrase written on the kit"))
        self.passphrase.returnPressed.connect(self._give)
        self.act = button(act_text, "primary")
        self.act.clicked.connect(self._give)
        self.cancel = button(self.tr("Cancel"), "link")
        self.cancel.clicked.connect(self._leave)
        self.trouble = label("", "attention-body", wrap=True)
        self.trouble.hide()
        self.setLayout(
            column(
                self.words,
                self.text,
                row(self.choose, self.file_words, None),
                label(self.tr("Passphrase, as it was written by hand"), "secondary"),
                row(self.passphrase, self.act, self.cancel, None),
                self.trouble,
                margins=(16, 14, 16, 16),
            )
        )
        self.hide()

    def ask(self, words: str, *, kit: bool = True) -> None:
        """Shows the form; ``kit`` False asks for a passphrase alone."""
        self.words.setText(words)
        for part in (self.text, self.choose, self.file_words):
            part.setVisible(kit)
        self.forget()
        self.show()
        (self.text if kit else self.passphrase).setFocus()

    def forget(self) -> None:
        """Clears what was typed and hides the form."""
        self._file = b""
        self.text.clear()
        self.passphrase.clear()
        self.file_words.clear()
        self.say("")
        self.hide()

    def take_file(self, path: Path) -> bool:
        """The kit from a file; False when there is none in it."""
        try:
            self._file = read_limited(path, KIT_LIMIT)
            parse_kit(self._file)
        except ReviewError as failure:
            self._file = b""
            self._fail(failure)
            return False
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self.file_words.setText(self.tr("Kit read from {name}").format(name=path.name))
        self.say("")
        self.passphrase.setFocus()
        return True

    def say(self, words: str) -> None:
        """What is wrong, below the form."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def _fail(self, failure: ReviewError) -> None:
        text = sentences(failure)
        self.say(f"{text.what} {text.next}")

    def _typed(self) -> None:
        self._file = b""
        self.file_words.clear()
        self.say("")

    def _ask_file(self) -> None:
        filters = [self.tr("Recovery kit (*.pdf *.txt)"), self.tr("All files (*)")]
        self._open_files(self, filters, self._chosen)

    def _chosen(self, paths: list[Path]) -> None:
        self.take_file(paths[0])

    def _give(self) -> None:
        asked_for_kit = self.text.isVisibleTo(self)
        kit = self._file or self.text.toPlainText().encode()
        try:
            if asked_for_kit:
                parse_kit(kit)
                parse_passphrase(self.passphrase.text())
            elif not self.passphrase.text().strip():
                raise InputError("kit-passphrase-length", found=0, expected=16)
        except ReviewError as failure:
            self._fail(failure)
            return
        self.given.emit(kit if asked_for_kit else b"", self.passphrase.text())

    def _leave(self) -> None:
        self.forget()
        self.left.emit()


def content_of(kit: bytes, passphrase: str) -> KitContent:
    """What a kit holds; takes half a second, for a job."""
    return open_kit(parse_kit(kit), parse_passphrase(passphrase))
