"""How fields, regions and institutions are represented on the roster: small bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from review_app.model.workspace.people import Balance, Share
from review_app.ui.widgets.named_bars import NamedBar, NamedBars
from review_app.ui.widgets.parts import column, label

BAR, LINE = 6, 32
"""Pixels: a bar's height, and a line's at the usual text size."""
SHOWN = 8
"""Shares shown singly; the smaller ones are summed up."""
FULL = 3
"""People that make a full bar, where none has more: one alone is not much of a field."""


class ShareBars(NamedBars):
    """A line for each share: name, people, bar."""

    def __init__(self) -> None:
        super().__init__(BAR, LINE)
        self.lines: list[Share] = []

    def show_shares(self, shares: Sequence[Share]) -> None:
        """The largest shares, and the others as one."""
        named = [share for share in shares if share.name]
        unknown = [Share(self.tr("not given"), share.people) for share in shares if not share.name]
        rest = named[SHOWN:] if len(named) > SHOWN + 1 else []
        lines = named[: len(named) - len(rest)]
        if rest:
            lines = [*lines, Share(self.tr("%n more", "", len(rest)), sum(share.people for share in rest))]
        self.lines = [*lines, *unknown]
        most = max([FULL, *(share.people for share in self.lines)])
        said = [
            self.tr("{name}: {people}").format(name=share.name, people=share.people) for share in self.lines
        ]
        bars = [NamedBar(share.name, str(share.people), share.people / most) for share in self.lines]
        self.show_bars(bars, "; ".join(said))
        self.setToolTip("\n".join(said))


class BalancePanel(QWidget):
    """The panel at the right beside roster and overlaps."""

    def __init__(self) -> None:
        super().__init__()
        self.total = label("", "total")
        self.words = label(self.tr("on the roster"), "secondary")
        self.bars = {name: ShareBars() for name in ("fields", "regions", "institutions")}
        self.titles = {
            "fields": label(self.tr("Fields"), "strong"),
            "regions": label(self.tr("Regions"), "strong"),
            "institutions": label(self.tr("Institutions named more than once"), "strong", wrap=True),
        }
        layout = column(self.total, self.words, margins=(16, 16, 16, 16), spacing=6)
        for name, bars in self.bars.items():
            layout.addSpacing(8)
            layout.addWidget(self.titles[name])
            layout.addWidget(bars)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_balance(self, people: int, balance: Balance) -> None:
        """Shows the shares of ``people`` experts."""
        self.total.setText(str(people))
        several = [share for share in balance.institutions if share.name and share.people > 1]
        shown = {"fields": balance.fields, "regions": balance.regions, "institutions": several}
        for name, shares in shown.items():
            self.bars[name].show_shares(shares)
            self.bars[name].setVisible(bool(shares))
            self.titles[name].setVisible(bool(shares))
