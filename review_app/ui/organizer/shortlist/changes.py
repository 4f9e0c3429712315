"""What a round changed: which cases came in, went out, are on hold, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from review_app.model.workspace.shortlist import StageChange
from review_app.ui.organizer.shortlist.state import ShortlistState
from review_app.ui.organizer.shortlist.view import Table, View
from review_app.ui.organizer.shortlist.words import change_words, decision_words
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.parts import column, label, row

_ORDER = {"in": 0, "held": 1, "out": 2, "stays": 3}


class ChangesView(View):
    """A table of changes, and the whole reason of the one that is marked."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._state: ShortlistState | None = None
        self.counts = label("", "body", wrap=True)
        self.also = QCheckBox(self.tr("Also cases that stay as they were"))
        self.also.toggled.connect(lambda _: self._filter())
        self.changes = RecordTable(
            self._columns(),
            key=lambda change: change.case_id,
            empty=self.tr("Nothing has been decided in this round yet."),
            name=self.tr("What the round changed"),
        )
        self.changes.selected_record.connect(self._selected)
        self.reason = label("", "body", wrap=True, select=True)
        above = row(self.counts, self.also)
        above.setStretch(0, 1)
        layout = column(above, self.changes, self.reason, spacing=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _columns(self) -> list[Column]:
        words, kinds = decision_words(), change_words()

        def title(change: StageChange) -> str:
            return self._state.cases[change.case_id].title if self._state else change.case_id

        def votes(change: StageChange) -> str:
            if change.votes_for is None:
                return ""
            return f"{change.votes_for} : {change.votes_against}"

        def tone(change: StageChange) -> str:
            return {"in": "done", "held": "attention", "out": "strong"}.get(change.kind, "secondary")

        return [
            Column(
                title=self.tr("Change"),
                text=lambda change: kinds[change.kind],
                width=84,
                tone=tone,
                sort_key=lambda change: _ORDER[change.kind],
            ),
            Column(title=self.tr("Case"), text=title, most=360),
            Column(
                title=self.tr("Before → after"),
                text=lambda change: f"{words[change.before]} → {words[change.after]}",
                width=120,
            ),
            Column(title=self.tr("For : against"), text=votes, width=96, align="center"),
            Column(title=self.tr("Why"), text=lambda change: change.reason),
        ]

    def show_state(self, state: ShortlistState) -> None:
        self._state = state
        found = sorted(state.changes, key=lambda change: (_ORDER[change.kind], change.case_id))
        self.changes.set_records(found)
        self._filter()
        counts = {kind: sum(change.kind == kind for change in found) for kind in _ORDER}
        self.counts.setText(
            self.tr("In {into} · out {out} · on hold {held} · as before {stays}").format(
                into=counts["in"], out=counts["out"], held=counts["held"], stays=counts["stays"]
            )
        )
        self._selected(self.changes.current())

    def first_focus(self) -> QWidget | None:
        return self.changes

    def _filter(self) -> None:
        also = self.also.isChecked()
        self.changes.set_predicate(None if also else lambda change: change.kind != "stays")

    def _selected(self, change: StageChange | None) -> None:
        self.reason.setText(change.reason if change is not None else "")
        self.reason.setVisible(bool(self.reason.text()))
