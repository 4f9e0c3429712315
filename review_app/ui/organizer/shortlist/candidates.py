"""The list of candidates: in the order of ids, or by a lot announced before its draw; frozen, and printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from review_app.model.files import write_atomically
from review_app.model.workspace import Workspace
from review_app.model.workspace.candidates import SEED_LIMIT, Drawn, Lot, Order
from review_app.model.workspace.rounds import Round
from review_app.ui.organizer.shortlist.state import ShortlistState
from review_app.ui.organizer.shortlist.view import Table, View
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.parts import button, column, label, row, set_role


class CandidatesView(View):
    """What is needed to freeze, and the frozen list."""

    asked = Signal()
    """Something was typed or chosen on which it depends what can be done."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._round: Round | None = None
        self._lot: Lot | None = None
        self._frozen = False
        self._free = self._stale = self._again = False
        self.words = label("", "body", wrap=True)
        self.start = button(self.tr("Set up the scoring round"))
        self.start.clicked.connect(self.start_round)
        self.by_id = button(self.tr("By id"), "tab")
        self.by_lot = button(self.tr("By lot"), "tab")
        for one in (self.by_id, self.by_lot):
            one.setCheckable(True)
            one.setAutoExclusive(True)
            one.toggled.connect(lambda _: self.asked.emit())
        self.source = self._field(self.tr("May stay empty: a public draw (name, number, date)"))
        self.source.setAccessibleName(self.tr("Which public draw decides"))
        self.announce = button(self.tr("Announce the lot"))
        self.announce.clicked.connect(self.announce_lot)
        self.source.returnPressed.connect(self.announce_lot)
        self.seed = self._field(self.tr("Result of the draw"))
        self.lot_words = label("", "secondary", wrap=True)
        self.lot = QWidget()
        self.lot.setLayout(column(row(self.source, self.announce), row(self.seed), self.lot_words, spacing=8))
        self.list = RecordTable(
            [
                Column(
                    title=self.tr("No."),
                    text=lambda found: str(found[0]),
                    width=48,
                    align="right",
                    sort_key=lambda found: found[0],
                ),
                Column(title=self.tr("Case"), text=lambda found: found[1].case.title),
                Column(title=self.tr("Nominating body"), text=lambda found: found[1].case.organisation),
                Column(title=self.tr("Facet"), text=lambda found: found[1].case.facet, width=110),
                Column(title=self.tr("Id"), text=lambda found: found[1].candidate_id, width=120),
            ],
            key=lambda found: found[1].case.id,
            name=self.tr("Frozen candidates"),
        )
        self.drawn = label("", "secondary", wrap=True, select=True)
        self.save = button(self.tr("Print the list (PDF)…"))
        self.save.clicked.connect(self._ask_for_pdf)
        self.export = button(self.tr("Export as a table…"))
        self.export.clicked.connect(self._ask_for_table)
        self.again = button(self.tr("Freeze anew…"), "link")
        self.again.clicked.connect(self._freeze_again)
        self.order = QWidget()
        why = self.tr(
            "The order is that of the published list, and of what must have one order. A lot keeps anybody from "
            "choosing who comes first. Each expert reads the cases in an order of their own."
        )
        self.order.setLayout(
            column(
                row(label(self.tr("Order"), "secondary"), self.by_id, self.by_lot, None, spacing=6),
                label(why, "secondary", wrap=True),
                spacing=6,
            )
        )
        self.open_words = label("", "secondary", wrap=True)
        said = row(self.words, self.again, self.start)
        said.setStretch(0, 1)
        layout = column(
            said,
            self.open_words,
            self.order,
            self.lot,
            self.drawn,
            self.list,
            row(None, self.export, self.save),
            spacing=8,
        )
        layout.setStretch(5, 1)
        self.setLayout(layout)
        self.by_lot.setChecked(True)

    def _field(self, words: str) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(SEED_LIMIT)
        made.setPlaceholderText(words)
        made.setAccessibleName(words)
        made.textEdited.connect(lambda _: self.asked.emit())
        return made

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_state(self, state: ShortlistState) -> None:
        workspace = self.table.desk.workspace
        finals = [found for found in workspace.rounds.all() if found.kind == "final"]
        self._round = round_ = finals[-1] if finals else None
        held, kept = state.count("hold"), state.count("keep")
        self._free = round_ is not None and round_.state in ("drafted", "cards")
        frozen = workspace.shortlist.candidates(round_) if round_ is not None else []
        self._frozen = bool(frozen)
        self._lot = workspace.shortlist.lists.lot(round_) if round_ is not None else None
        stale = round_ is not None and self._frozen and not workspace.shortlist.frozen_holds(round_)
        self._stale = stale
        self.open_words.setText(
            self.tr(
                "Round {number} is still open, so decisions can change. Close it once they stand."
            ).format(number=self.table.number)
        )
        self.open_words.setVisible(state.open and bool(state.rows) and not state.packed)
        self.words.setText(self._words(state, held, kept, stale))
        set_role(self.words, "attention-body" if stale or held else "body")
        self.list.set_empty(self.tr("The list isn't frozen yet."))
        self.list.set_records(list(enumerate(frozen, start=1)))
        drawn = workspace.shortlist.drawn(round_) if round_ is not None and frozen else None
        self.drawn.setText(self._drawn_words(drawn))
        self.drawn.setVisible(bool(self.drawn.text()))
        if self._lot is not None and not self.source.isModified():
            self.source.setText(self._lot.source)
        self.set_enabled()

    def _words(self, state: ShortlistState, held: int, kept: int, stale: bool) -> str:
        if not state.standing:
            return self.tr("There is no case yet. Accept nominations first.")
        if self._round is None:
            return self.tr(
                "The list is frozen for a scoring round. Set one up first: criteria, counting rule, least number of "
                "sheets and what is published are decided there."
            )
        if not self._free:
            return self.tr("The list went into the package; it is fixed for good.")
        if held:
            return self.tr(
                "%n case(s) are on hold: keep or drop them, then the list can be frozen.", "", held
            )
        if stale:
            return self.tr("Decisions have changed since the list was frozen. Freeze it again.")
        if self._frozen:
            return self.tr("The list is frozen. It can be frozen anew until the package is built.")
        return self.tr("%n case(s) will be on the list.", "", kept)

    def _drawn_words(self, drawn: Drawn | None) -> str:
        if drawn is None:
            return ""
        if drawn.order == "id":
            return self.tr("Sorted by id.")
        sources = {
            "random": self.tr("drawn by the program at random"),
            "typed": self.tr("given by the organizer"),
        }
        return self.tr(
            "Order by lot, from this number: {seed} ({source}). The same number always gives the same order, so "
            'anybody can check it (sorted by the SHA-256 of "number.case id").'
        ).format(seed=drawn.seed, source=sources.get(drawn.source, drawn.source))

    def set_enabled(self) -> None:
        state, may = self.table.state, self.table.may_change
        free = may and self._free
        ready = free and state is not None and not state.count("hold") and state.count("keep") > 0
        lot = self.by_lot.isChecked()
        self.start.setVisible(self._round is None)
        self.start.setEnabled(may and state is not None and bool(state.standing))
        self.again.setVisible(self.done and self._free)
        self.again.setEnabled(may)
        self.order.setVisible(self._free and not self.done)
        self.lot.setVisible(lot and self._free and not self.done)
        for one in (self.by_id, self.by_lot):
            one.setEnabled(free)
        self.source.setEnabled(ready)
        typed = self.source.text().strip()
        new = self._lot is None or typed != self._lot.source
        self.announce.setEnabled(ready and bool(typed) and new)
        self.seed.setEnabled(ready)
        self.seed.setPlaceholderText(
            self.tr("Result of the draw")
            if self._lot is not None
            else self.tr("May stay empty: result of that draw")
        )
        if self._lot is None:
            self.lot_words.setText(
                self.tr(
                    "Both fields may stay empty: the program then draws a number at random, and the log keeps it. Or "
                    "announce a draw that is still to come."
                )
            )
        else:
            self.lot_words.setText(
                self.tr("Announced: {source}. Type its result, then freeze the list.").format(
                    source=self._lot.source
                )
            )
        for one in (self.save, self.export):
            one.setEnabled(self._frozen and not self.table.desk.busy)

    @property
    def done(self) -> bool:
        """Whether the list is frozen as it should be, and nobody wants it otherwise."""
        return self._frozen and not self._stale and not self._again

    @property
    def needs_round(self) -> bool:
        """Whether no scoring round is there that the list could be frozen for."""
        return self._round is None

    def _freeze_again(self) -> None:
        self._again = True
        self.set_enabled()
        self.asked.emit()

    @property
    def can_freeze(self) -> bool:
        """Whether everything needed to freeze is there."""
        state = self.table.state
        ready = self.table.may_change and self._free and state is not None
        if not ready or state is None or state.count("hold") or not state.count("keep"):
            return False
        return not (self.by_lot.isChecked() and self._lot is not None and not self.seed.text().strip())

    def first_focus(self) -> QWidget | None:
        return self.source if self.lot.isVisible() else self.list

    # --- acts -----------------------------------------------------------------------------------------------------

    def start_round(self) -> None:
        """Goes to where a scoring round is set up: what is fixed by it is decided there, by nobody else."""
        self.table.desk.go("experts", view="round", new=True)

    def announce_lot(self) -> None:
        """Commits to the draw that is typed."""
        round_, source = self._round, self.source.text()
        if round_ is None or not source.strip():
            self.source.setFocus()
            return
        if self.table.act(lambda workspace: workspace.shortlist.announce_lot(round_, source)):
            self.source.setModified(False)
            self.seed.setFocus()

    def freeze(self) -> None:
        """Fixes the candidates in the order chosen."""
        round_ = self._round
        if round_ is None:
            return
        order: Order = "lot" if self.by_lot.isChecked() else "id"
        seed = self.seed.text().strip() or None

        def work(workspace: Workspace) -> int:
            return len(workspace.shortlist.freeze(round_, order, seed if order == "lot" else None))

        again, self._again = self._again, False
        number = self.table.desk.act(work, "shortlist", "package")
        if number is None:
            self._again = again
        else:
            self.seed.clear()
            self.table.desk.tell(self.tr("The list of %n candidate(s) is frozen.", "", number), tone="done")

    def _ask_for_pdf(self) -> None:
        name = self.tr("Candidates.pdf")
        self.table.desk.save_as(self, name, self.tr("PDF (*.pdf)"), self.write_pdf)

    def write_pdf(self, file: Path) -> None:
        """Writes the frozen list for printing."""
        round_ = self._round
        if round_ is None:
            return

        def work(workspace: Workspace) -> bool:
            from review_app.model.publish.candidate_list import render_candidates

            write_atomically(file, render_candidates(workspace, round_))
            return True

        if self.table.desk.act(work):
            self.table.desk.tell_of_file(self.tr("{name} is written.").format(name=file.name), file)

    def _ask_for_table(self) -> None:
        name = self.tr("Candidates.csv")
        self.table.desk.save_as(self, name, self.tr("Tables (*.csv)"), self._write_table)

    def _write_table(self, file: Path) -> None:
        if self.table.desk.did(lambda _: self.list.export_csv(file)):
            self.table.desk.tell_of_file(self.tr("{name} is written.").format(name=file.name), file)
