"""The card's field with a line below it that says how far one is and what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.errors import ReviewError
from review_app.ui.errors import sentences
from review_app.ui.expert.card_field import CardField
from review_app.ui.widgets.parts import column, label, set_role


class CardEntry(QWidget):
    """``waiting``: what the line says while nothing is typed.  ``ready``: what it says of a whole card."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, waiting: str, ready: str) -> None:
        super().__init__()
        self._waiting, self._ready = waiting, ready
        self.field = CardField()
        self.state = label("", "secondary", wrap=True)
        self.state.setMinimumHeight(22)
        self.field.changed.connect(self._changed)
        self.field.submitted.connect(self.submitted)
        self.setLayout(column(self.field, self.state, spacing=6))
        self._judge()

    def show_failure(self, failure: ReviewError) -> None:
        """Says below the field what is wrong with the card."""
        text = sentences(failure)
        self.say(f"{text.what} {text.next}", "attention")

    def say(self, text: str, role: str = "secondary") -> None:
        """Says ``text`` below the field."""
        self.state.setText(text)
        set_role(self.state, role)

    def _changed(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        found, total = self.field.counted()
        failure = self.field.failure()
        if self.field.card() is not None:
            self.say(self._ready, "done")
        elif failure is not None and failure.code != "card-length":
            self.show_failure(failure)
        elif found > total:
            self.say(self.tr("%n character(s) too many.", "", found - total), "attention")
        elif found:
            self.say(self.tr("{found} of {total} characters").format(found=found, total=total))
        else:
            self.say(self._waiting)
