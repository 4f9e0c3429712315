"""A passphrase that the program made: shown once, large, and held against what was written by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from review_app.model.crypto.recovery import parse_passphrase
from review_app.model.errors import ReviewError
from review_app.ui import theme
from review_app.ui.errors import sentences
from review_app.ui.widgets.parts import button, column, ground, label, row


class PassphrasePanel(QWidget):
    """Shows a passphrase until it has been typed from the paper, or given up."""

    confirmed = Signal()
    given_up = Signal()
    turned = Signal()
    """A passphrase is shown, or no longer."""

    def __init__(self) -> None:
        super().__init__()
        ground(self, "surface")
        self._passphrase = ""
        self.words = label("", "body", wrap=True)
        self.shown = label("", "passphrase")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.field = QLineEdit()
        self.field.setFixedWidth(theme.room(280))
        self.field.setAccessibleName(self.tr("The passphrase, typed from the paper"))
        self.field.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhLatinOnly
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhUppercaseOnly
        )
        self.field.returnPressed.connect(self._confirm)
        self.field.textEdited.connect(lambda _: self._say(""))
        self.confirm = button(self.tr("It is on paper"), "primary")
        self.confirm.clicked.connect(self._confirm)
        self.give_up = button(self.tr("Give this one up"), "link")
        self.give_up.clicked.connect(self._give_up)
        self.trouble = label("", "attention-body", wrap=True)
        self.trouble.hide()
        asked = label(
            self.tr("Now type it from the paper, to be sure that it can be read:"), "secondary", wrap=True
        )
        self.setLayout(
            column(
                self.words,
                self.shown,
                asked,
                row(self.field, self.confirm, self.give_up, None),
                self.trouble,
                margins=(16, 14, 16, 16),
            )
        )
        self.hide()

    def ask(self, passphrase: str, words: str) -> None:
        """Shows ``passphrase`` with what it is for."""
        self._passphrase = passphrase
        self.turned.emit()
        self.words.setText(words)
        self.shown.setText(passphrase)
        self.shown.setAccessibleName(self.tr("Passphrase: {symbols}").format(symbols=" ".join(passphrase)))
        self.field.clear()
        self._say("")
        self.show()
        self.field.setFocus()

    @property
    def open(self) -> bool:
        """Whether a passphrase is waiting to be written down."""
        return bool(self._passphrase)

    def forget(self) -> None:
        """Takes the passphrase off the screen and out of memory."""
        self._passphrase = ""
        self.turned.emit()
        self.shown.clear()
        self.shown.setAccessibleName("")
        self.field.clear()
        self.hide()

    def _confirm(self) -> None:
        try:
            typed = parse_passphrase(self.field.text())
        except ReviewError as failure:
            text = sentences(failure)
            self._say(f"{text.what} {text.next}")
            return
        if typed != self._passphrase:
            self._say(
                self.tr(
                    "This is a passphrase, but not the one shown above. Compare the paper with the screen."
                )
            )
            return
        self.forget()
        self.confirmed.emit()

    def _give_up(self) -> None:
        self.forget()
        self.given_up.emit()

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        if words:
            self.field.setFocus()
            self.field.selectAll()
