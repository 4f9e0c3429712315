"""Private notes on a case: sealed in the store, never exported."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from review_app.model.scoring.session import NOTE_LIMIT
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.writing import WritingField
from review_app.ui.widgets.parts import column, ground, label


class NotesPage(QWidget):
    """One large field on paper, saved like everything else."""

    pending = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        ground(self, "paper")
        self._desk = desk
        self._case = ""
        self._known = ""  # what was stored when it was last looked at
        self.heading = label(self.tr("My notes"), "heading")
        self.hint = label(
            self.tr("Only you see these notes. They stay sealed on this computer and are never exported."),
            "secondary",
            wrap=True,
        )
        self.field = WritingField()
        self.field.setProperty("kind", "page")
        self.field.setPlaceholderText(self.tr("Write here…"))
        self.field.setAccessibleName(self.tr("My notes"))
        self.field.pending.connect(self.pending)
        self.field.ready.connect(self._save)
        self.field.textChanged.connect(self._count)
        self.over = label("", "attention", wrap=True)
        self.over.hide()
        self.field.as_it_was.connect(desk.tell_saved)
        desk.held_by(lambda: self.unsaved)
        desk.words_saved.connect(self._saved)
        desk.stepped.connect(self._stepped)
        layout = column(self.heading, self.hint, 8, self.field, self.over, margins=(48, 32, 48, 8), spacing=4)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def show_case(self, case_id: str) -> None:
        """Shows the notes of a case."""
        self._case = case_id
        self._known = self._desk.state(case_id).note
        self.field.fill(self._known, self._desk.unsaved_words(case_id, "note"))

    def flush(self) -> None:
        """Saves what isn't saved yet."""
        if self._case:
            self.field.flush()
            if (
                len(self.field.text()) > NOTE_LIMIT
            ):  # refused, in words: whoever goes on must know why they can't
                self._desk.change(self._case, lambda session: session.set_note(self._case, self.field.text()))
            if not self.field.dirty:
                self._desk.forget_words(self._case, "note", self.field.text())

    @property
    def unsaved(self) -> bool:
        """Whether something stands in the field and nowhere else."""
        return bool(self._case) and self.field.text() != self._desk.state(self._case).note

    def reload(self, case_id: str) -> None:
        """Shows what is stored when it was changed elsewhere.  What was added there (the end of a comment that was too
        long) goes below what is being written here, so that neither replaces the other."""
        if case_id != self._case:
            return
        stored, known = self._desk.state(case_id).note, self._known
        if stored == known:
            if self._desk.unsaved_words(case_id, "note") is not None and not self.field.dirty:
                self.show_case(case_id)  # added elsewhere, and failed to be stored before it was seen here
            return
        if self.field.text() == known and not self.field.composing:
            self.show_case(case_id)
        elif self.field.text().startswith(stored):
            self._known = stored
        elif stored.startswith(known):
            self._known = stored
            cursor = self.field.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(stored[len(known) :])

    def _save(self, text: str) -> None:
        if len(text) <= NOTE_LIMIT:
            before, self._known = self._known, text  # first: the change comes back by reload
            if not self._desk.change(self._case, lambda session: session.set_note(self._case, text)):
                self._known = before

    def _saved(self, case_id: str, kind: str, text: str) -> None:
        if (case_id, kind) == (self._case, "note"):
            self.field.accepted(text)

    def _stepped(self, case_id: str) -> None:
        if case_id == self._case:
            self.show_case(case_id)

    def _count(self) -> None:
        over = len(self.field.text()) - NOTE_LIMIT
        self.over.setVisible(over > 0)
        if over > 0:
            self.over.setText(
                self.tr("%n character(s) too many: the notes are not saved until they are shorter", "", over)
            )
