"""The comment that goes with the sheet, with its limit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.ui.expert.writing import WritingField
from review_app.ui.widgets.parts import column, label, set_role

NEAR = 0.8
"""Share of the limit from which the count is shown."""


class CommentBox(QWidget):
    """A comment field.  ``save(text, rest)``: ``rest`` is what is beyond the limit and can't go into the comment."""

    save = Signal(object, object)
    pending = Signal()

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit
        self.field = WritingField()
        self.field.setPlaceholderText(self.tr("Comment (optional)"))
        self.field.setToolTip(self.tr("Goes with the sheet, and is published apart from the scores"))
        self.field.setAccessibleName(self.tr("Comment"))
        self.field.setMinimumHeight(48)
        self.count = label("", "secondary", wrap=True)
        self.count.hide()
        self.field.textChanged.connect(self._count)
        self.field.pending.connect(self.pending)
        self.field.ready.connect(self._ready)
        layout = column(self.field, self.count, spacing=2)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def fill(self, text: str, unsaved: str | None = None) -> None:
        """Shows a stored comment, or in its place one that was written and could not be stored."""
        self.field.fill(text, unsaved)
        self._count()

    def flush(self) -> None:
        """Saves what isn't saved yet; what is beyond the limit is handed over, not dropped."""
        self.field.flush()
        text = self.field.text()
        if len(text) > self._limit:
            self.save.emit(text[: self._limit], text[self._limit :])

    def _ready(self, text: str) -> None:
        if len(text) <= self._limit:
            self.save.emit(text, "")

    def _count(self) -> None:
        length = len(self.field.text())
        over = length - self._limit
        if over > 0:
            self.count.setText(self.tr("%n character(s) too many: not saved until it is shorter", "", over))
        else:
            self.count.setText(self.tr("{used} of {limit}").format(used=length, limit=self._limit))
        set_role(self.count, "attention" if over > 0 else "secondary")
        self.count.setVisible(length >= NEAR * self._limit)
