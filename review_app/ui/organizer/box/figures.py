"""The panel at the right: what can be counted of a box from outside, and what the box does not know."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_app.model.workspace.box_acts import BoxGlance
from review_app.ui.widgets.parts import column, empty, label, row


def unused(seen: BoxGlance) -> int:
    """How many cards at least have sent no sheet and aren't withdrawn."""
    return max(0, seen.issued - seen.withdrawn - min(seen.inside, seen.issued))


class FiguresPanel(QWidget):
    """Counts, one a line, numbers at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.quiet = label(
            self.tr(
                "The box keeps a count and no order: nothing in it says when a sheet came, under what name, "
                "or from whom."
            ),
            "secondary",
            wrap=True,
        )
        self.setLayout(
            column(
                label(self.tr("The box in numbers"), "strong"),
                self._lines,
                10,
                self.quiet,
                None,
                margins=(16, 24, 16, 16),
            )
        )

    def show_glance(self, seen: BoxGlance | None) -> None:
        """Fills the panel; None empties it."""
        empty(self._lines)
        if seen is None:
            return
        rows = [
            (self.tr("Sheets in the box"), seen.inside),
            (self.tr("Cards issued, reserve included"), seen.issued),
            (self.tr("Cards withdrawn"), seen.withdrawn),
            (self.tr("Unused cards, at least"), unused(seen)),
            (self.tr("Accepted sheets needed"), seen.minimum),
        ]
        if seen.record:
            rows.append((self.tr("Lost cards, number unknown"), seen.unnamed_lost))
        if seen.late:
            rows.append((self.tr("Came late"), seen.late))
        for name, figure in rows:
            words = label(name, "secondary", wrap=True)
            number = label(f"{figure:,}", "strong")
            line = row(words, number)
            line.setStretch(0, 1)
            self._lines.addLayout(line)
