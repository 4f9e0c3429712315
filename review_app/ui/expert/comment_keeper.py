"""The comment of the case on the panel: what is typed goes to the desk, what the desk has stands in the field."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from review_app.model.scoring.session import ReviewSession
from review_app.ui.expert.comment_box import CommentBox
from review_app.ui.expert.desk import Desk


class CommentKeeper(QObject):
    """Holds the field, and knows which case it belongs to."""

    overflowed = Signal(int)
    """So many characters beyond the limit went to the notes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case = ""
        self.box = CommentBox(desk.session.terms.comment_limit)
        self.box.save.connect(self._save)
        self.box.field.as_it_was.connect(desk.tell_saved)
        desk.held_by(lambda: self.unsaved)
        desk.words_saved.connect(self._saved)

    @property
    def unsaved(self) -> bool:
        """Whether the comment was not taken in: it stands in its field and nowhere else."""
        return bool(self._case) and self.box.field.text() != self._desk.state(self._case).comment

    def show_case(self, case_id: str) -> None:
        """Puts the stored comment of a case into the field, or in its place one that could not be stored."""
        self._case = case_id
        stored = self._desk.state(case_id).comment
        self.box.fill(stored, self._desk.unsaved_words(case_id, "comment"))

    def show_again(self) -> None:
        """The same for the case that is on the panel."""
        self.show_case(self._case)

    def catch_up(self) -> None:
        """Shows what is stored now where it changed below the field: after an undo that failed."""
        if self.unsaved and not self.box.field.dirty:
            self.show_again()

    def flush(self) -> None:
        """Saves what is typed and not saved."""
        self.box.flush()
        if not self.box.field.dirty:
            self._desk.forget_words(self._case, "comment", self.box.field.text())

    def _save(self, text: str, rest: str) -> None:
        case_id = self._case

        def store(_: ReviewSession) -> None:
            if rest:  # typed beyond the limit and left: kept where there is room
                note = self._desk.state(case_id).note
                joined = f"{note}\n{rest}" if note else rest
                self._desk.session.set_note(case_id, joined)
            self._desk.session.set_comment(case_id, text)

        if self._desk.change(case_id, store) and rest:
            self.show_again()
            self.overflowed.emit(len(rest))

    def _saved(self, case_id: str, kind: str, text: str) -> None:
        if (case_id, kind) == (self._case, "comment"):
            self.box.field.accepted(text)
