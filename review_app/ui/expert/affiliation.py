"""Where an expert says which institutions they belong to, so that the program can suggest a recusal.

Asked once and never insisted on; what is typed stays in the store on this computer.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from review_app.model.errors import ReviewError
from review_app.model.scoring.session import ReviewSession
from review_app.ui.widgets.parts import button, column, label, row

_BETWEEN = re.compile(r"[;；、\n]+")
LONGEST = 300
"""Characters of the field: some names, not a list of everybody."""


def split_names(text: str) -> tuple[str, ...]:
    """Names as they are typed, between semicolons or enumeration commas; doubles and blanks are left out."""
    names = (" ".join(name.split()) for name in _BETWEEN.split(text))
    return tuple(dict.fromkeys(name for name in names if name))


class _Names(QLineEdit):
    left = Signal()
    escaped = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.left.emit()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.escaped.emit()
            return
        super().keyPressEvent(event)


class AffiliationField(QWidget):
    """A line for own institutions, stored with Enter, by the button, and when the focus leaves.

    :attr:`stored` follows the store (how many cases match is then known), :attr:`failed` carries a ReviewError,
    :attr:`dismissed` says that the expert would rather not (the later button, or Esc).
    """

    stored = Signal()
    failed = Signal(object)
    dismissed = Signal()

    def __init__(self, session: ReviewSession, *, dismissible: bool = True) -> None:
        super().__init__()
        self._session = session
        self.heading = label(self.tr("Your own institution"), "criterion")
        self.why = label(
            self.tr(
                "Where you work or lately worked, if you like to say: cases that come from there are pointed out. The "
                "names stay on this computer and are never exported."
            ),
            "secondary",
            wrap=True,
        )
        self.names = _Names()
        self.names.setMaxLength(LONGEST)
        self.names.setAcceptDrops(False)  # a dropped file is the window's business
        self.names.setPlaceholderText(self.tr("Institution; another one"))
        self.names.setAccessibleName(self.tr("Your own institution, stays on this computer"))
        self.names.setAccessibleDescription(self.why.text())
        self.save = button(self.tr("Keep"))
        self.later = button(self.tr("Not now"), "link")
        if not dismissible:
            self.later.hide()
        self.said = label("", "done", wrap=True)
        self.said.hide()
        self.names.returnPressed.connect(self.store)
        self.names.left.connect(self.store)
        self.names.escaped.connect(self.dismissed)
        self.save.clicked.connect(self.store)
        self.later.clicked.connect(self.dismissed)
        line = row(self.names, self.save, self.later, spacing=8)
        line.setStretch(0, 1)
        self.setLayout(column(self.heading, line, self.said, self.why, spacing=4))
        self.reload()

    def reload(self) -> None:
        """Shows what is stored."""
        self.names.setText(self.tr("; ", "between institutions").join(self._session.affiliations))

    def store(self) -> bool:
        """Stores what is typed, if it differs from what is stored, and says what came of it; False if it failed."""
        names = split_names(self.names.text())
        if names == tuple(self._session.affiliations):
            return True
        try:
            self._session.set_affiliations(names)
        except ReviewError as failure:
            self.failed.emit(failure)
            return False
        matched = len(self._session.suggested_recusals())
        if not names:
            self.said.setText(self.tr("Removed from this computer."))
        elif matched:
            self.said.setText(self.tr("Kept. It matches %n case(s); they will be pointed out.", "", matched))
        else:
            self.said.setText(self.tr("Kept. No case comes from there."))
        self.said.show()
        self.stored.emit()
        return True
