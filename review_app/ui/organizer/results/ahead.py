"""Before there is a result: what will be published of it, when, and how much."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from review_app.model.rubric import CountingRule
from review_app.ui import theme
from review_app.ui.organizer.experts.words import publishing_words
from review_app.ui.widgets.parts import column, label

WIDEST = 760
"""Pixels of width of what is read."""


class Ahead(QWidget):
    """A few lines: the three things that are published, at which times, and what the round's rule lets be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumWidth(theme.room(WIDEST))
        self.what = label(
            self.tr(
                "Three things are published: the announcement (who wins, how to object), the public report (how it was "
                "counted), and the archive, with which anybody can count again."
            ),
            "body",
            wrap=True,
        )
        self.when = label(
            self.tr(
                "When: of the result nothing before the box is opened (the codes of sheets and the box record are). "
                "Once you have confirmed the result, all three, as a proposal; once objections are settled, all "
                "three again, as final."
            ),
            "body",
            wrap=True,
        )
        self.level = label("", "body", wrap=True)
        self.setLayout(
            column(
                label(self.tr("What will be published"), "strong", wrap=True),
                self.what,
                self.when,
                self.level,
                spacing=6,
            )
        )

    def show_rule(self, rule: CountingRule | None) -> None:
        """``rule`` is that of the round, None while none is set up."""
        if rule is None:
            self.level.setText(
                self.tr("How much is published is chosen when the round is set up, and fixed from then on.")
            )
            return
        said = " ".join(publishing_words(rule))
        self.level.setText(self.tr("The level is fixed for this round. {level}").format(level=said))
