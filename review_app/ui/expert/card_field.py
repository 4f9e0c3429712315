"""The field for the card: groups itself as one types, takes any spelling, checks itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from review_app.model.crypto.ballot_card import SECRET_SYMBOLS, BallotCard, parse_card
from review_app.model.crypto.base32 import canonical
from review_app.model.errors import InputError

SYMBOLS = SECRET_SYMBOLS + 2
GROUP = 4
LONGEST = 64
"""Characters taken from what is pasted and is no card."""


def read_card(text: str) -> BallotCard:
    """The card in ``text``, typed or from a file; raises what :func:`parse_card` raises."""
    return parse_card(text)


def grouped(symbols: str) -> str:
    """Symbols in groups of four."""
    return "-".join(symbols[place : place + GROUP] for place in range(0, len(symbols), GROUP))


class CardField(QLineEdit):
    """One line.  Hyphens appear by themselves, O, I and L become what they were meant to be."""

    changed = Signal()
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.setAccessibleName(self.tr("Ballot card, 24 characters"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAcceptDrops(False)  # a card file dropped here is the window's business
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._card: BallotCard | None = None
        self._failure: InputError | None = None
        self.textEdited.connect(self._tidy)
        self.returnPressed.connect(self.submitted)

    def card(self) -> BallotCard | None:
        """The card, once its check symbols are right."""
        return self._card

    def failure(self) -> InputError | None:
        """Why what stands there is no card."""
        return self._failure

    def counted(self) -> tuple[int, int]:
        """Symbols typed, and how many a card has."""
        return len(canonical(self.text())), SYMBOLS

    def set_card(self, card: BallotCard) -> None:
        """Shows a card that was read from a file."""
        self.setText(card.printed())
        self._card, self._failure = card, None
        self.changed.emit()

    def put(self, text: str) -> None:
        """Puts in what was typed or pasted elsewhere: a card in any spelling, a whole card file, or a part of one."""
        try:
            self.set_card(read_card(text))
        except InputError:
            self.setText(" ".join(text.split())[:LONGEST])
            self._tidy(self.text())

    def clear_card(self) -> None:
        """Forgets what was typed."""
        self._card = self._failure = None
        self.clear()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pasting takes a whole card file; one key removes a hyphen together with the symbol before it."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            return
        at_hyphen = self.text()[: self.cursorPosition()].endswith("-") and not self.hasSelectedText()
        if event.key() == Qt.Key.Key_Backspace and at_hyphen:
            self.cursorBackward(False)
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Pasting by mouse takes a whole card file too."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.popup(event.globalPos())

    def _paste(self) -> None:
        text = QApplication.clipboard().text()
        try:
            self.set_card(read_card(text))
        except InputError:
            self.insert(" ".join(text.split())[:LONGEST])
            self._tidy(self.text())

    def _tidy(self, text: str) -> None:
        typed_before = len(canonical(text[: self.cursorPosition()]))
        symbols = canonical(text)
        shown = grouped(symbols)
        if len(symbols) < SYMBOLS and symbols and len(symbols) % GROUP == 0 and text.endswith("-"):
            shown += "-"
        if shown != text:
            self.setText(shown)
            self.setCursorPosition(min(len(shown), typed_before + max(0, typed_before - 1) // GROUP))
        self._judge(symbols)

    def _judge(self, symbols: str) -> None:
        self._card, self._failure = None, None
        try:
            self._card = read_card(symbols)
        except InputError as failure:
            self._failure = failure
        self.changed.emit()
