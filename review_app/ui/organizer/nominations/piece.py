"""What the pieces of one nomination's detail have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from review_app.model.workspace.submission import Submission
from review_app.ui.organizer.desk import OrganizerDesk

WIDEST = 800
"""Pixels of width to which lines that are read grow."""


class Piece(QWidget):
    """One side of a nomination: its fields, its text, its attachments and so on."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.desk = desk
        self.submission: Submission | None = None

    def show_submission(self, submission: Submission) -> None:
        """Shows a nomination, or the same one after a change."""
        same = self.submission is not None and self.submission.id == submission.id
        self.submission = submission
        self.fill(submission, same)

    def fill(self, submission: Submission, same: bool) -> None:
        """Fills the piece; ``same`` when the nomination shown before was this one."""

    def flush(self) -> bool:
        """Stores what was typed; False when that failed, and a note says why."""
        return True

    def let_go(self) -> None:
        """Called when another piece, or nothing, is shown: ends what runs for this one."""

    @property
    def editable(self) -> bool:
        """Whether anything may be changed at all."""
        return not self.desk.read_only and not self.desk.busy
