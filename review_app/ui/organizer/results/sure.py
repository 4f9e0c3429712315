"""How sure the result is: counted otherwise, with a sheet less, and how far the experts agree."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from review_app.model.result.agreement import AgreementLine
from review_app.model.rubric import Rubric
from review_app.model.workspace.standing import CaseLine, Method, Standing, WithoutSheet
from review_app.ui import theme
from review_app.ui.language import criterion_name
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.results.agreement import (
    FIGURES,
    figure_name,
    figure_text,
    meaning,
    sheets_text,
    short_name,
)
from review_app.ui.organizer.results.view import View
from review_app.ui.organizer.results.words import (
    NONE,
    method_meaning,
    method_name,
    names_text,
    own_method,
    rank_text,
    title_of,
    titles_of,
    what_if_words,
)
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import Flowing, button, column, empty, label, led_by_choice, row, scrolling

PARTS = ("rules", "sheets", "agreement")
WIDEST = 1080
"""Pixels of width: in a wider table the eye loses the line."""


class SureView(View):
    """Three parts, one shown at a time."""

    sheet_opened = Signal(str)
    case_opened = Signal(str)

    def __init__(self, desk: OrganizerDesk, rubric: Rubric) -> None:
        super().__init__(desk)
        self._rubric = rubric
        self._ranks: dict[Method, dict[str, int | None]] = {}
        names = {
            "rules": self.tr("Other rules"),
            "sheets": self.tr("One sheet fewer"),
            "agreement": self.tr("Agreement"),
        }
        self._group = led_by_choice(QButtonGroup(self))
        self.tabs: dict[str, QPushButton] = {}
        self.stack = QStackedWidget()
        makers = {"rules": self._rules, "sheets": self._without, "agreement": self._agreement}
        for name in PARTS:
            tab = button(names[name], "chip")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, name=name: self.show_part(name))
            self._group.addButton(tab)
            self.tabs[name] = tab
            self.stack.addWidget(makers[name]())
        self.tabs["rules"].setChecked(True)
        line = QWidget()
        line.setLayout(Flow(*self.tabs.values(), spacing=6))
        held = QWidget()
        held.setMaximumWidth(theme.room(WIDEST))
        layout = column(line, self.stack)
        layout.setStretch(1, 1)
        held.setLayout(layout)
        beside = row(held, None)
        beside.setStretch(0, 1_000)
        self.setLayout(beside)

    def show_part(self, name: str) -> None:
        """Brings a part to the front: rules, sheets, agreement."""
        self.stack.setCurrentIndex(PARTS.index(name))
        self.tabs[name].setChecked(True)

    def first_focus(self) -> QWidget | None:
        return self.tabs[PARTS[self.stack.currentIndex()]]

    # --- other rules ----------------------------------------------------------------------------------------------

    def _rules(self) -> QWidget:
        self.rule_lines = QVBoxLayout()
        self.rule_lines.setSpacing(2)
        self.rule_table: RecordTable | None = None
        self._rule_place = QVBoxLayout()
        whole = QWidget()
        layout = column(
            label(
                self.tr(
                    "The same sheets, counted in other ways. Only the rule that was fixed before scoring can be "
                    "sealed; these ranks are for comparison."
                ),
                "secondary",
                wrap=True,
            ),
            self.rule_lines,
            self._rule_place,
        )
        layout.setStretch(2, 1)
        whole.setLayout(layout)
        return whole

    def _show_rules(self, standing: Standing) -> None:
        empty(self.rule_lines)
        names = [label(method_name(found.method), "strong") for found in standing.what_ifs]
        widest = max((name.sizeHint().width() for name in names), default=0)
        for name, found in zip(names, standing.what_ifs, strict=True):
            name.setMinimumWidth(widest)
            meaning_of = label(method_meaning(found.method), "secondary", wrap=True)
            words = label(what_if_words(found, standing, " · "), "body-small", wrap=True)
            line = row(column(name, None), column(words, meaning_of, spacing=0), spacing=24)
            line.setStretch(1, 1)
            self.rule_lines.addLayout(line)
            self.rule_lines.addSpacing(4)
        methods = [own_method(standing.rule), *(found.method for found in standing.what_ifs)]
        if list(self._ranks) != methods or self.rule_table is None:
            empty(self._rule_place)
            self.rule_table = self._rule_table(methods)
            self._rule_place.addWidget(self.rule_table)
        self._ranks = {
            methods[0]: {line.case.id: line.ranked.rank for line in standing.cases},
            **{
                found.method: {line.case_id: line.rank for line in found.ranking}
                for found in standing.what_ifs
            },
        }
        self.rule_table.set_records(standing.cases)

    def _rule_table(self, methods: Sequence[Method]) -> RecordTable:
        own = methods[0]

        def rank_in(method: Method, line: CaseLine) -> int | None:
            return self._ranks[method].get(line.case.id)

        def tone(method: Method, line: CaseLine) -> str:
            if method == own:
                return "strong" if line.wins else ""
            return "secondary" if rank_in(method, line) == rank_in(own, line) else "attention"

        columns = [
            Column(
                title=method_name(method),
                text=lambda line, method=method: rank_text(rank_in(method, line)),
                sort_key=lambda line, method=method: rank_in(method, line) or 10**6,
                tone=lambda line, method=method: tone(method, line),
                width=112,
                align="right",
            )
            for method in methods
        ]
        case = Column(
            title=self.tr("Case"), text=title_of, tone=lambda line: "" if line.wins else "secondary"
        )
        made = RecordTable(
            [case, *columns], key=lambda line: line.case.id, name=self.tr("Ranks, counted in other ways")
        )
        made.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        made.activated_record.connect(lambda line: self.case_opened.emit(line.case.id))
        return made

    # --- one sheet less -------------------------------------------------------------------------------------------

    def _without(self) -> QWidget:
        self.without_words = label("", "secondary", wrap=True)
        self.without = RecordTable(
            [
                Column(title=self.tr("Without the sheet"), text=lambda found: found.receipt, width=170),
                Column(title=self.tr("In"), text=lambda found: self._names(found, gained=True)),
                Column(title=self.tr("Out"), text=lambda found: self._names(found, gained=False)),
            ],
            key=lambda found: found.receipt,
            name=self.tr("Sheets without which the winners change"),
            empty=self.tr("Whichever single sheet is left out, the winners stay the same."),
        )
        self.without.activated_record.connect(lambda found: self.sheet_opened.emit(found.receipt))
        self._titles: dict[str, str] = {}
        whole = QWidget()
        layout = column(self.without_words, self.without)
        layout.setStretch(1, 1)
        whole.setLayout(layout)
        return whole

    def _names(self, found: WithoutSheet, *, gained: bool) -> str:
        return names_text(found.gained if gained else found.lost, self._titles) or NONE

    def _show_without(self, standing: Standing) -> None:
        self._titles = titles_of(standing)
        found, count = len(standing.without), len(standing.sheets)
        said = self.tr("Counted %n time(s), each time without one sheet.", "", count)
        if found:
            said += "\n" + self.tr("The winners change with %n of them.", "", found)
        self.without_words.setText(said)
        self.without.set_records(standing.without)

    # --- agreement ------------------------------------------------------------------------------------------------

    def _agreement(self) -> QWidget:
        names = {criterion.id: criterion_name(criterion) for criterion in self._rubric.criteria}
        total = self.tr("Total")
        figures = [
            Column(
                title=short_name(figure),
                text=lambda line, figure=figure: figure_text(line, figure),
                sort_key=lambda line, figure=figure: -(getattr(line, figure) or -2),
                width=96,
                align="right",
            )
            for figure in FIGURES
        ]

        def what(line: AgreementLine) -> str:
            return total if line.what == "total" else names.get(line.what, line.what)

        self.agreement = RecordTable(
            [
                Column(title="", text=what, tone=lambda line: "strong" if line.what == "total" else ""),
                *figures,
                Column(title=self.tr("Complete sheets"), text=sheets_text, width=128, align="right"),
            ],
            key=lambda line: line.what,
            name=self.tr("Figures of agreement"),
        )
        self.agreement.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.agreement.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = Flowing()
        said = column(self.agreement, 14, spacing=2, margins=(0, 0, 12, 8))
        self.meanings: dict[str, QLabel] = {}
        for figure in FIGURES:
            said.addWidget(label(figure_name(figure), "strong", wrap=True))
            self.meanings[figure] = label("", "secondary", wrap=True)
            said.addWidget(self.meanings[figure])
            said.addSpacing(6)
        said.addWidget(
            label(
                self.tr(
                    "W and ICC rest on the sheets that scored every case; α takes the gaps that recusals leave. "
                    "None of these figures changes the result."
                ),
                "secondary",
                wrap=True,
            )
        )
        said.addStretch(1)
        inside.setLayout(said)
        return scrolling(inside)

    def show_standing(self, standing: Standing) -> None:
        super().show_standing(standing)
        self._show_rules(standing)
        self._show_without(standing)
        self.agreement.set_records(standing.agreement)
        for figure, words in self.meanings.items():
            words.setText(meaning(figure, own_method(standing.rule)))
        head, rows = self.agreement.horizontalHeader(), self.agreement.verticalHeader()
        high = head.sizeHint().height() + rows.length() + 2
        self.agreement.setFixedHeight(high)  # the sentences follow at once
