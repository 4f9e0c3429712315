"""What taking every suggestion would do, said before anybody takes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from review_app.model.workspace.shortlist import KINDS, REASON_LIMIT, Decision
from review_app.ui.widgets.parts import button, column, ground, label, row


class SuggestionStrip(QWidget):
    """What taking every suggestion would do, and the reason that held and dropped cases get."""

    def __init__(self) -> None:
        super().__init__()
        ground(self, "surface")
        self.found: list[Decision] = []
        self.words = label("", "body", wrap=True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.setPlaceholderText(self.tr("Reason for the cases held or dropped"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.take = button(self.tr("Take them"))
        self.leave = button(self.tr("Leave it"))
        self.reason.textChanged.connect(lambda _: self._allow())
        self.reason.returnPressed.connect(self.take.click)
        self.setLayout(
            column(
                self.words,
                row(self.reason, self.take, self.leave),
                margins=(16, 12, 16, 12),
                spacing=8,
            )
        )
        self.hide()

    def show_suggestions(self, found: list[Decision]) -> None:
        """``found`` has an empty reason throughout."""
        self.found = found
        counts = {kind: sum(d.decision == kind for d in found) for kind in KINDS}
        self.words.setText(
            self.tr(
                "{number} cases are undecided and have votes. Taking the suggestions keeps {keep}, holds {hold} "
                "and drops {drop}; each can be changed afterwards, and all of it undone at once."
            ).format(number=len(found), **counts)
        )
        self.reason.setVisible(counts["hold"] + counts["drop"] > 0)
        self.reason.clear()
        self._allow()
        self.show()
        (self.take if self.reason.isHidden() else self.reason).setFocus()

    def _allow(self) -> None:
        self.take.setEnabled(self.reason.isHidden() or bool(self.reason.text().strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave.click()
        else:
            super().keyPressEvent(event)
