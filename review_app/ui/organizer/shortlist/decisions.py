"""The decision on each case, with its reason; what the votes suggest stands beside it and is never taken silently."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from review_app.model.workspace import Workspace
from review_app.model.workspace.shortlist import KINDS, REASON_LIMIT, Decision, DecisionKind
from review_app.ui import theme
from review_app.ui.organizer.shortlist.state import CaseRow, ShortlistState
from review_app.ui.organizer.shortlist.suggestion_strip import SuggestionStrip
from review_app.ui.organizer.shortlist.view import Table, View
from review_app.ui.organizer.shortlist.words import decision_words, why_words
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.head_line import HeadLine
from review_app.ui.widgets.parts import ElidedLabel, button, column, row

_KEYS = {Qt.Key.Key_1: "keep", Qt.Key.Key_2: "hold", Qt.Key.Key_3: "drop"}


class DecisionTable(RecordTable):
    """The cases; 1, 2, 3 decide."""

    def __init__(self, view: DecisionsView, columns: Sequence[Column]) -> None:
        super().__init__(
            columns,
            key=lambda found: found.case.id,
            name=QCoreApplication.translate("DecisionsView", "Cases and decisions"),
        )
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key in _KEYS and not held:
            self._view.choose(_KEYS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._view.take_back()
        else:
            super().keyPressEvent(event)


class DecisionsView(View):
    """The table, and below it the case that is being decided."""

    everything_wanted = Signal()
    """Whether cases that are out are to be shown has changed."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.cases = DecisionTable(self, self._columns())
        self.cases.selected_record.connect(self._selected)
        self.cases.selectionModel().selectionChanged.connect(lambda *_: self._name())
        self.cases.activated_record.connect(lambda _: self._to_reason())
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Find a case"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.cases.set_filter)
        self.which = Choice(self.tr("Which cases are shown"))
        for name, words_ in (
            ("table", self.tr("On the table")),
            ("undecided", self.tr("Undecided")),
            ("all", self.tr("Also those that are out")),
        ):
            self.which.addItem(words_, name)
        self._everything = False
        self.which.currentIndexChanged.connect(lambda _: self._choose_which())
        self.suggest = button(self.tr("Take the suggestions…"))
        self.suggest.clicked.connect(self._suggest)
        self.strip = SuggestionStrip()
        self.strip.take.clicked.connect(self._take)
        self.strip.leave.clicked.connect(self._leave)
        self.name = ElidedLabel("", "strong")
        self.why = ElidedLabel("", "secondary")
        self.acts: dict[DecisionKind, QPushButton] = {}
        words = decision_words()
        for number, kind in enumerate(KINDS, start=1):
            one = button(self.tr("{number} {decision}").format(number=number, decision=words[kind]), "tab")
            one.setAccessibleName(words[kind])
            one.setCheckable(True)
            one.clicked.connect(lambda _=False, kind=kind: self.choose(kind))
            one.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.acts[kind] = one
        self.reason: QLineEdit = QLineEdit()
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.returnPressed.connect(self.record)
        self.reason.textEdited.connect(lambda _: self.set_enabled())
        self.enter = button(self.tr("Record"))
        self.enter.clicked.connect(self.record)
        self._kind: DecisionKind | None = None
        lead = QWidget()
        lead.setLayout(column(self.name, self.why, spacing=2))
        about = HeadLine(None, lead, list(self.acts.values()), spacing=6)
        self.below = QWidget()
        below = column(
            about,
            row(self.reason, self.enter),
            margins=(0, 6, 0, 0),
            spacing=8,
        )
        self.below.setLayout(below)
        layout = column(
            Flow(self.search, self.which, self.suggest, right_from=2),
            self.strip,
            self.cases,
            self.below,
            spacing=8,
        )
        layout.setStretch(2, 1)
        self.search.setFixedWidth(theme.room(168))
        self.setLayout(layout)
        table.focus_changed.connect(self._discuss)

    def _columns(self) -> list[Column]:
        words = decision_words()

        def votes(found: CaseRow) -> str:
            tally = found.tally
            return f"{tally.recommend} · {tally.hold} · {tally.drop}" if tally.cast else ""

        def suggested(found: CaseRow) -> str:
            return words[found.suggestion.decision] if found.suggestion else ""

        def decided(found: CaseRow) -> str:
            if found.decision:
                return words[found.decision.decision]
            return self.tr("(on hold)") if found.before == "hold" else ""

        def tone(found: CaseRow) -> str:
            if found.decision is None:
                return "secondary"
            return {"keep": "done", "hold": "attention", "drop": "secondary"}[found.decision.decision]

        return [
            Column(title=self.tr("Case"), text=lambda found: found.case.title, most=360),
            Column(
                title=self.tr("Votes"),
                text=votes,
                width=96,
                align="center",
                sort_key=lambda found: tuple(-part for part in found.tally.support),
            ),
            Column(
                title=self.tr("Suggested"),
                text=suggested,
                width=84,
                tone=lambda found: "secondary",
                tooltip=lambda found: why_words()[found.suggestion.why] if found.suggestion else "",
            ),
            Column(title=self.tr("Decision"), text=decided, width=84, tone=tone),
            Column(
                title=self.tr("Reason"), text=lambda found: found.decision.reason if found.decision else ""
            ),
        ]

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_state(self, state: ShortlistState) -> None:
        self.cases.set_empty(
            self.tr(
                "No case is on the table.\nAccept nominations first; the round is about those that are in."
            )
        )
        self.cases.set_records(list(state.rows))
        self._filter()
        if self.cases.current() is None and state.rows and not self.cases.select(self.table.case_id):
            self.cases.select(state.rows[0].case.id)
        self._name()

    def set_enabled(self) -> None:
        on = self.table.may_decide and bool(self._chosen())
        for one in self.acts.values():
            one.setEnabled(on)
        self.reason.setEnabled(on)
        self.enter.setEnabled(on and self._kind is not None)
        self.suggest.setEnabled(self.table.may_decide and bool(self._suggested()))
        self.which.setEnabled(not self.table.desk.busy)

    def first_focus(self) -> QWidget | None:
        return self.cases

    @property
    def everything(self) -> bool:
        """Whether cases that an earlier round dropped are shown as well."""
        return self._everything

    @property
    def only_undecided(self) -> bool:
        """Whether cases that this round has decided are left out."""
        return bool(self.which.currentData() == "undecided")

    def _choose_which(self) -> None:
        everything = self.which.currentData() == "all"
        if everything != self._everything:
            self._everything = everything
            self.everything_wanted.emit()
        self._filter()

    def _filter(self) -> None:
        only = self.only_undecided
        self.cases.set_predicate((lambda found: found.decision is None) if only else None)

    def _discuss(self, case_id: str) -> None:
        current = self.cases.current()
        if self.isVisible() and (current is None or current.case.id != case_id):
            self.cases.select(case_id)

    def _selected(self, found: CaseRow | None) -> None:
        if found is not None and self.isVisible():
            self.table.discuss(found.case.id)
        self._name()

    def _chosen(self) -> list[CaseRow]:
        chosen: list[CaseRow] = self.cases.selected()
        current = self.cases.current()
        return chosen or ([current] if current is not None else [])

    def _name(self) -> None:
        chosen = self._chosen()
        one = chosen[0] if len(chosen) == 1 else None
        if one is not None:
            self.name.setText(one.case.title)
            facts = [one.case.organisation, one.case.region, one.case.facet]
            if one.suggestion is not None:
                facts.insert(0, why_words()[one.suggestion.why].rstrip(".。"))
            self.why.setText(" · ".join(fact for fact in facts if fact))
        else:
            self.name.setText(self.tr("%n case(s) marked", "", len(chosen)) if chosen else "")
            self.why.setText("")
        self.why.setToolTip(self.why.text())
        decision = one.decision if one is not None else None
        self._kind = decision.decision if decision is not None else None
        if not self.reason.hasFocus() or not self.reason.isModified():
            self.reason.setText(decision.reason if decision is not None else "")
        self._mark()

    def _mark(self) -> None:
        for kind, one in self.acts.items():
            one.setChecked(kind == self._kind)
        needed = self._kind in ("hold", "drop")
        packed = self.table.state is not None and self.table.state.packed
        if packed:
            words = self.tr("The package is built: decisions can't change any more")
        elif needed:
            words = self.tr("Why? Enter records it and goes on")
        else:
            words = self.tr("Reason (needed to hold or drop a case)")
        self.reason.setPlaceholderText(words)
        self.set_enabled()

    # --- deciding -------------------------------------------------------------------------------------------------

    def choose(self, kind: str) -> None:
        """Takes a decision for the marked cases; held and dropped ones want their reason first."""
        chosen = self._chosen()
        if not chosen or not self.table.may_decide:
            self._mark()
            return
        self._kind = next(each for each in KINDS if each == kind)
        if (len(chosen) > 1 or chosen[0].decision is None) and not self.reason.isModified():
            self.reason.clear()
        self._mark()
        if kind == "keep" or (self.reason.text().strip() and self.reason.isModified()):
            self.record()
        else:
            self.reason.setFocus()
            self.reason.selectAll()  # a reason that was written before stays, and gives way to what is typed

    def record(self) -> None:
        """Records the decision chosen with the reason typed, and goes on to the next case."""
        chosen, kind, reason = self._chosen(), self._kind, self.reason.text().strip()
        if not chosen or kind is None or not self.table.may_decide:
            return
        if kind != "keep" and not reason:
            self.reason.setFocus()
            self.table.desk.tell(
                self.tr("A case is held or dropped with a written reason only."),
                self.tr("Type the reason, then press Enter."),
            )
            return
        stage = self.table.number
        found = [Decision(stage, each.case.id, kind, reason) for each in chosen]

        def work(workspace: Workspace) -> bool:
            if len(found) == 1:
                workspace.shortlist.decide_all(found)
            else:
                workspace.shortlist.decide_together(found)
            return True

        self.reason.setModified(False)
        at = self.cases.currentIndex().row()
        self.cases.setFocus()
        if self.table.act(work):
            if not self.only_undecided:
                at += 1
            if 0 <= at < len(self.cases.shown):
                self.cases.selectRow(at)
        self._name()

    def take_back(self) -> None:
        """Takes the decision of this round about the marked cases back."""
        stage = self.table.number
        found = [each.case.id for each in self._chosen() if each.decision is not None]
        if not found or not self.table.may_decide:
            return

        def work(workspace: Workspace) -> None:
            with workspace.transaction():
                for case_id in found:
                    workspace.shortlist.take_back(stage, case_id)

        self.table.act(work)

    # --- suggestions ----------------------------------------------------------------------------------------------

    def _suggested(self) -> list[Decision]:
        state = self.table.state
        if state is None:
            return []
        return [
            Decision(self.table.number, found.case.id, found.suggestion.decision, "")
            for found in state.rows
            if found.decision is None and found.suggestion is not None
        ]

    def _suggest(self) -> None:
        self.below.hide()  # one thing at a time, and room for both languages
        self.strip.show_suggestions(self._suggested())

    def _to_reason(self) -> None:
        self.reason.setFocus()

    def _leave(self) -> None:
        self.strip.hide()
        self.below.show()
        self.cases.setFocus()

    def _take(self) -> None:
        reason = self.strip.reason.text().strip()
        found = [
            Decision(d.stage, d.case_id, d.decision, "" if d.decision == "keep" else reason)
            for d in self.strip.found
        ]

        def work(workspace: Workspace) -> bool:
            workspace.shortlist.decide_together(found)
            return True

        if self.table.act(work):
            self._leave()
