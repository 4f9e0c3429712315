"""A quiet line on a half-done case: what is still open, and that one may leave."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from review_app.ui.expert.wording import names_text
from review_app.ui.widgets.parts import column, label

IDLE = 90_000
"""Milliseconds without an input after which it is said."""


class Reminder(QWidget):
    """Shown on coming back to a half-done case and after a while without input; the next input takes it away.

    :attr:`wanted` says whether it should be seen, :attr:`changed` that this has changed; whoever lays it out shows it.
    """

    changed = Signal()
    idle = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = column()
        self.setLayout(self._column)
        self.wanted = False
        self._timer = QTimer(self, singleShot=True, interval=IDLE)
        self._timer.timeout.connect(self.idle)
        self.hide()

    @cached_property
    def words(self) -> QLabel:
        """What is said; made when something is."""
        made = label("", "secondary", wrap=True)
        self._column.addWidget(made)
        return made

    def say(self, open_names: Sequence[str]) -> None:
        """Says that these criteria have no score yet; with none of them, nothing."""
        if open_names:
            self.words.setText(
                self.tr(
                    "%n not scored yet: {names}. All is saved; leave whenever you like.", "", len(open_names)
                ).format(names=names_text(open_names))
            )
        self._want(bool(open_names))

    def touched(self) -> None:
        """There was an input: the line goes, and the time begins again."""
        self._timer.start()
        self._want(False)

    def _want(self, wanted: bool) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            self.changed.emit()
