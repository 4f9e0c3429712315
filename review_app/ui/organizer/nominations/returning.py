"""Sending a nomination back: a reason first, then a letter to copy.  In place, never modal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from review_app.model.workspace.submission import Submission
from review_app.ui import theme
from review_app.ui.expert.heard import announce
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.words import proposed_reason, return_letter
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, ground, label


class Returning(QWidget):
    """A panel below a nomination's head; :attr:`closed` when it goes."""

    closed = Signal()

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        ground(self, "surface")
        self._desk = desk
        self._submission: Submission | None = None
        self.heading = label("", "strong", wrap=True)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(theme.room(72))
        self.field.setMaximumHeight(theme.room(128))
        self.hint = label("", "secondary", wrap=True)
        self.no = button(self.tr("Leave it"))
        self.no.clicked.connect(self.close_panel)
        self.yes = button(self.tr("Return it"))
        self.yes.clicked.connect(self._return)
        self.copy = button(self.tr("Copy the letter"))
        self.copy.clicked.connect(self._copy)
        acts = Flow(self.no, self.copy, self.yes, right_from=0)
        self.setLayout(column(self.heading, self.field, self.hint, acts, margins=(12, 10, 12, 10)))
        self.hide()

    def ask(self, submission: Submission) -> None:
        """Asks for the reason."""
        self._submission = submission
        self.heading.setText(self.tr("Why is it returned?"))
        self.field.setAccessibleName(self.tr("Reason of the return"))
        self.field.setPlainText(proposed_reason(submission))
        self.field.setReadOnly(False)
        self.hint.setText(self.tr("The reason goes into the log and into the letter. It can be undone."))
        self._show(letter=False)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def show_letter(self, submission: Submission) -> None:
        """Shows the letter of a nomination that was returned."""
        self._submission = submission
        settings = self._desk.workspace.settings
        names = {
            "title": settings.title,
            "edition": settings.edition,
            "organizers": "\n".join(organizer.name for organizer in settings.organizers),
        }
        self.heading.setText(self.tr("A letter to send with it"))
        self.field.setAccessibleName(self.tr("Letter"))
        self.field.setPlainText(return_letter(submission, names, submission.reason))
        self.hint.setText(self.tr("Change it here as you like; it is not stored."))
        self._show(letter=True)
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Leaves everything as it is."""
        self.hide()
        self._submission = None
        self.closed.emit()

    @property
    def about(self) -> str:
        """The submission the panel is about, empty while it is not shown."""
        return self._submission.id if self._submission is not None and not self.isHidden() else ""

    def _show(self, *, letter: bool) -> None:
        self.copy.setVisible(letter)
        self.yes.setVisible(not letter)
        self.no.setText(self.tr("Close") if letter else self.tr("Leave it"))
        self.show()

    def _return(self) -> None:
        submission, reason = self._submission, self.field.toPlainText()
        if submission is None:
            return
        returned = self._desk.act(lambda workspace: workspace.submissions.return_(submission.id, reason))
        if returned is not None:
            self.show_letter(returned)
            self._desk.announce("nominations")

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.field.toPlainText())
        self.hint.setText(self.tr("The letter is on the clipboard."))
        announce(self.hint, self.hint.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)
