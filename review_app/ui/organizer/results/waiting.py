"""What the page says while there is no result to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.rubric import CountingRule
from review_app.model.workspace.box_acts import Opening
from review_app.ui.organizer.box.states import StateLines
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.results.ahead import Ahead
from review_app.ui.organizer.results.view import View
from review_app.ui.widgets.parts import Flowing, button, column, label, row, scrolling


class WaitingView(View):
    """The box isn't open; too few sheets were accepted; the count is under way, or was stopped."""

    count_wanted = Signal()

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.heading = label("", "heading", wrap=True)
        self.words = label("", "quiet", wrap=True)
        self.counts = StateLines(choosing=False)
        self.ahead = Ahead()
        self.to_box = button(self.tr("Go to the ballot box"))
        self.to_box.clicked.connect(lambda: desk.go("box"))
        self.count = button(self.tr("Count now"))
        self.count.clicked.connect(self.count_wanted)
        inside = Flowing()
        inside.setLayout(
            column(
                24,
                self.heading,
                self.words,
                8,
                self.counts,
                8,
                row(self.to_box, self.count, None),
                16,
                self.ahead,
                None,
            )
        )
        self.setLayout(column(scrolling(inside)))

    def show_state(self, state: str, last: Opening | None, rule: CountingRule | None) -> None:
        """Before there is anything to count; ``last`` is an opening with too few sheets, ``rule`` that of the round,
        None while there is no round."""
        few = last is not None and not last.enough
        if few and last is not None:
            accepted, minimum = last.accepted, last.minimum
            self.heading.setText(self.tr("%n sheet(s) were accepted: too few for a result.", "", accepted))
            self.words.setText(
                self.tr(
                    "At least %n are needed, so that no single voice can be read out of a result. Only the counts "
                    "are shown; nothing of what was opened was kept.",
                    "",
                    minimum,
                )
            )
            self.counts.show_counts(dict(last.counts))
        else:
            self.heading.setText(self.tr("The result stands here once the ballot box is opened."))
            self.words.setText(
                self.tr(
                    "The rule is fixed already: it was sealed into the case package before anybody scored."
                )
                if state not in ("", "drafted", "cards")
                else self.tr("How it is counted is fixed with the round, before anybody scores.")
            )
        self.counts.setVisible(few)
        self.ahead.show_rule(rule)
        self.ahead.show()
        self.to_box.show()
        self.count.hide()

    def show_counting(self) -> None:
        """The count is under way."""
        self.heading.setText(self.tr("Counting…"))
        self.words.setText(self.tr("The ranking, and a few thousand draws to see how sure it is."))
        self._quiet()

    def show_stopped(self) -> None:
        """The count was left off."""
        self.heading.setText(self.tr("Nothing was counted."))
        self.words.setText("")
        self._quiet()
        self.count.show()

    def _quiet(self) -> None:
        for part in (self.counts, self.ahead, self.to_box, self.count):
            part.hide()

    def first_focus(self) -> QWidget | None:
        return (
            self.count if not self.count.isHidden() else self.to_box if not self.to_box.isHidden() else None
        )
