"""After the opening: the states with their counts, and a plain table of receipts."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from review_app.model.box.papers import Outcome
from review_app.model.box.states import State
from review_app.model.workspace.box_acts import Opening
from review_app.ui import theme
from review_app.ui.organizer.box.states import StateLines
from review_app.ui.organizer.box.words import state_name
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.parts import button, column, label, row, scrolling


class OutcomeView(QWidget):
    """The page of an opened box."""

    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.present = label("", "secondary", wrap=True)
        self.lines = StateLines(choosing=True)
        self.lines.chosen.connect(self.show_state)
        self._scroll = scrolling(self.lines)
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Find a receipt"))
        self.search.setAccessibleName(self.tr("Find a receipt"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme.room(240))
        self.all = button(self.tr("Show all"), "quiet-link")
        self.all.clicked.connect(lambda: self.show_state(None))
        self.shown = label("", "secondary")
        self.export = button(self.tr("Export the table…"), "quiet-link", edge="right")
        self.export.clicked.connect(self.export_wanted)
        self.table = RecordTable(
            [
                Column(title=self.tr("Receipt"), text=lambda each: each.receipt, width=220),
                Column(title=self.tr("Delivery code"), text=lambda each: each.delivery_code, width=190),
                Column(
                    title=self.tr("State"),
                    text=lambda each: state_name(each.state),
                    sort_key=lambda each: list(State).index(each.state),
                    tone=lambda each: "" if each.state is State.ACCEPTED else "secondary",
                ),
            ],
            key=lambda each: (each.receipt, each.delivery_code, each.state),
            empty=self.tr("There was no sheet in the box."),
            name=self.tr("Receipts and states"),
        )
        self.search.textChanged.connect(self.table.set_filter)
        self.table.shown_changed.connect(self._count)
        found = row(self.search, self.shown, self.all, None, self.export)
        layout = column(self.present, self._scroll, found, self.table, spacing=8)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.show_state(None)

    def show_box(self, outcomes: list[Outcome], last: Opening | None) -> None:
        """Fills the view."""
        counts: dict[str, int] = {}
        for outcome in outcomes:
            counts[outcome.state.value] = counts.get(outcome.state.value, 0) + 1
        self.lines.show_counts(counts)
        QTimer.singleShot(0, self._fit)  # the new lines are no part of a height before they are shown
        names = ", ".join(last.present) if last is not None else ""
        self.present.setText(self.tr("Present at the opening: {names}").format(names=names))
        self.present.setVisible(bool(names))
        self.table.set_records(outcomes)
        coded = any(outcome.delivery_code for outcome in outcomes)  # what has no receipt, which is rare
        self.table.show_columns((0, 1, 2) if coded else (0, 2))

    def show_state(self, state: State | None) -> None:
        """Shows the sheets of one state, or of all."""
        self.table.set_predicate(None if state is None else lambda each: each.state is state)
        self.all.setVisible(state is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The states have the height of their words, and scroll where the table would have no room."""
        layout = self.lines.layout()
        if layout is None:
            return
        layout.activate()
        wanted = max(layout.heightForWidth(max(self.width() - 16, 200)), layout.minimumSize().height())
        self._scroll.setFixedHeight(min(wanted + 4, max(self.height() * 2 // 5, theme.room(64))))

    def _count(self, shown: int, total: int) -> None:
        words = self.tr("{shown} of {total}").format(shown=f"{shown:,}", total=f"{total:,}")
        self.shown.setText(words if shown != total else "")
