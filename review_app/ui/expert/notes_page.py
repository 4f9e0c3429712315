"""Private notes on a case: sealed in the store, never exported."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.scoring.session import NOTE_LIMIT
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.writing import WritingField
from review_app.ui.widgets.parts import column, ground, label, set_role


class NotesPage(QWidget):
    """One large field on paper, saved like everything else."""

    pending = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        ground(self, "paper")
        self._desk = desk
        self._case = ""
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
        layout = column(self.heading, self.hint, 8, self.field, margins=(48, 32, 48, 8), spacing=4)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def show_case(self, case_id: str) -> None:
        """Shows the notes of a case."""
        self._case = case_id
        self.field.fill(self._desk.state(case_id).note)

    def flush(self) -> None:
        """Saves what isn't saved yet."""
        if self._case:
            self.field.flush()

    def reload(self, case_id: str) -> None:
        """Shows what is stored when it was changed elsewhere."""
        if case_id == self._case and not self.field.dirty:
            self.field.fill(self._desk.state(case_id).note)

    def _save(self, text: str) -> None:
        over = len(text) - NOTE_LIMIT
        if over > 0:
            self.hint.setText(
                self.tr("%n character(s) too many: the notes are not saved until they are shorter", "", over)
            )
            set_role(self.hint, "attention")
            return
        if self._desk.change(self._case, lambda session: session.set_note(self._case, text)):
            self.field.accepted(text)
