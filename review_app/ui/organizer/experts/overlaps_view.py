"""Where roster, panel and nominations have people or institutions in common."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from review_app.model.workspace.overlaps import Overlap
from review_app.ui import theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.experts.view import View
from review_app.ui.organizer.experts.words import kind_words, meaning_words, remedy_words, side_words
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.parts import column, label, row, rule

GRAVE = ("same-person", "nominating-institution", "named-in-nomination")


class OverlapsView(View):
    """Every overlap in a row; below, what the marked one means and what may be done."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self._titles: dict[str, str] = {}
        columns = [
            Column(title=self.tr("What"), text=kind_words, width=190, tone=_tone),
            Column(title=self.tr("Person"), text=lambda o: o.person, width=104),
            Column(title=self.tr("Listed on"), text=side_words, width=72, tone=lambda _: "secondary"),
            Column(title=self.tr("Institution"), text=lambda o: o.institution),
            Column(title=self.tr("Concerns"), text=self._other),
        ]
        self.table = RecordTable(
            columns,
            key=lambda o: (o.kind, o.side, o.person, o.institution, o.other),
            name=self.tr("Overlaps"),
            several=False,
        )
        self.table.selected_record.connect(self._explain)
        self.intro = label(
            self.tr(
                "Look at these before cards are drawn: afterwards nobody can tell whose sheet is whose. "
                "Names are compared as they are written; whether it is the same person, only you can know."
            ),
            "secondary",
            wrap=True,
        )
        self.meaning = label("", "body", wrap=True, select=True)
        self.remedy = label("", "body", wrap=True, select=True)
        heads = label(self.tr("What it means"), "secondary"), label(self.tr("What may be done"), "secondary")
        wide = max(theme.room(124), *(head.sizeHint().width() for head in heads))
        for head in heads:
            head.setFixedWidth(wide)
            head.setAlignment(Qt.AlignmentFlag.AlignTop)
        means, does = row(heads[0], self.meaning, spacing=12), row(heads[1], self.remedy, spacing=12)
        for line in (means, does):
            line.setStretch(1, 1)
        self.explained = QWidget()
        self.explained.setLayout(column(rule(), means, does, spacing=8))
        layout = column(self.intro, self.table, self.explained, spacing=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_now(self) -> None:
        workspace = self.desk.workspace
        self._titles = workspace.nominations.titles()
        found = workspace.people.overlaps()
        nobody = not workspace.people.count() and not workspace.panel.members()
        self.table.set_empty(
            self.tr("Enter the roster first.")
            if nobody
            else self.tr("Nobody on the roster or the panel is behind a nomination, and nobody sits on both.")
        )
        self.table.set_records(found)
        if found and self.table.current() is None:
            self.table.selectRow(0)
        self._explain(self.table.current())

    def _other(self, overlap: Overlap) -> str:
        titles = [self._titles.get(case_id, case_id) for case_id in overlap.where]
        return self.tr(", ").join(titles) if titles else overlap.other

    def _explain(self, overlap: Any) -> None:
        self.explained.setVisible(overlap is not None)
        if overlap is not None:
            self.meaning.setText(meaning_words(overlap))
            self.remedy.setText(remedy_words(overlap))

    def first_focus(self) -> QWidget | None:
        return self.table


def _tone(overlap: Overlap) -> str:
    return "attention" if overlap.kind in GRAVE else ""
