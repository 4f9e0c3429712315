"""The page of the ballot box: taking in, the ceremony of opening, and what it came to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from review_app.model.box.handed_in import TakenIn
from review_app.model.box.papers import Outcome
from review_app.model.files import write_atomically
from review_app.model.progress import Progress
from review_app.model.value import Value
from review_app.model.workspace import Workspace
from review_app.model.workspace.box_acts import BoxGlance, Opening
from review_app.model.workspace.written import BoxPaper
from review_app.ui.days import moment_text
from review_app.ui.organizer import stations
from review_app.ui.organizer.box.ceremony import CeremonyView
from review_app.ui.organizer.box.figures import FiguresPanel
from review_app.ui.organizer.box.intake import IntakeView
from review_app.ui.organizer.box.outcome import OutcomeView
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.page import Page
from review_app.ui.widgets.parts import Flowing, button, column, label, row, scrolling


class _Seen(Value, frozen=True):
    """What the page shows, read at one go; ``glance`` is None while there is no packed round, ``saved`` when the record
    of the closed box was saved last (UTC, ISO 8601), "" for never."""

    glance: BoxGlance | None = None
    sealing_keys: int = 1
    saved: str = ""
    last: Opening | None = None
    outcomes: tuple[Outcome, ...] = ()


def _look(workspace: Workspace) -> _Seen:
    rounds = workspace.rounds.all()
    if not rounds or rounds[-1].state in ("drafted", "cards"):
        return _Seen()
    round_, counting = rounds[-1], workspace.counting
    opened = round_.state in ("opened", "sealed")
    return _Seen(
        counting.glance(round_),
        len(round_.terms.sealing),
        (workspace.written.record_times(round_) or [""])[-1],
        counting.last_opening(round_),
        tuple(counting.listed(round_)) if opened else (),
    )


SAVED = "papers"
"""What is announced of a paper: no page shows it but the log's."""
WIDEST = 960
"""Pixels of width of what is read."""


class BoxPage(Page):
    """The ballot box of the round under way."""

    station: ClassVar[str] = "box"
    topics: ClassVar[tuple[str, ...]] = ("box", "package", "cards", "campaign")

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.close_act = button(self.tr("Close intake…"))
        self.close_act.clicked.connect(self._ask_or_not)
        self.record_act = button(self.tr("Save the opening record…"))
        self.record_act.clicked.connect(self._save_opening)
        self.open_act = button(self.tr("Open the box…"), "primary")
        self.open_act.clicked.connect(self._ask_opening)
        self.on_act = button(self.tr("Go on to the results"), "primary")
        self.on_act.clicked.connect(lambda: desk.go("results"))
        self.figures = FiguresPanel()
        acts = [self.close_act, self.record_act, self.open_act, self.on_act]
        body = self.frame(self.tr("Ballot box"), "", acts, side=self.figures)
        self.nothing = QWidget()
        self.to_package = button(self.tr("Go to the case package"))
        self.to_package.clicked.connect(lambda: desk.go("package"))
        self.nothing.setLayout(
            column(
                24,
                label(self.tr("The box is set up when the case package is built."), "heading", wrap=True),
                label(
                    self.tr("After that, drop the experts' score sheets here as they arrive."),
                    "quiet",
                    wrap=True,
                ),
                8,
                row(self.to_package, None),
                None,
            )
        )
        self.intake, self.ceremony, self.outcome = IntakeView(), CeremonyView(), OutcomeView()
        self.views = QStackedWidget()
        self._scrolled: dict[QWidget, QWidget] = {}
        for view in (self.nothing, self.intake, self.ceremony):
            holder = Flowing()
            holder.setLayout(column(view, margins=(0, 0, 8, 8)))
            self._scrolled[view] = scrolling(holder, "window", WIDEST)
            self.views.addWidget(self._scrolled[view])
        self.views.addWidget(self.outcome)
        body.addWidget(self.views)
        self._connect()
        self._seen = _Seen()

    def _connect(self) -> None:
        self.intake.files_wanted.connect(self._ask_files)
        self.intake.folder_wanted.connect(self._ask_folder)
        self.intake.codes_wanted.connect(self._save_codes)
        self.intake.codes_copied.connect(self._copy_codes)
        self.intake.closing_wanted.connect(self._ask_closing)
        self.intake.closing.cancel.clicked.connect(lambda: self.close_act.setFocus())
        self.intake.closing.to_cards.clicked.connect(lambda: self.desk.go("experts", view="round"))
        record = self.ceremony.record
        record.record_wanted.connect(self._save_record)
        record.page_wanted.connect(self._save_record_page)
        record.codes_wanted.connect(self._save_codes)
        self.ceremony.too_few.record_wanted.connect(self._save_opening)
        self.outcome.export_wanted.connect(self._export)

    # --- showing --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Shows the box in its state."""
        seen = self.desk.act(_look)
        if seen is not None:
            self._show(seen)

    def _show(self, seen: _Seen) -> None:
        self._seen = seen
        glance = seen.glance
        self.figures.show_glance(glance)
        state = glance.state if glance is not None else ""
        self.show_side(glance is not None)
        if glance is None:
            self._turn_to(self.nothing, "")
        elif state == "packed":
            self.intake.show_box(glance, seen.sealing_keys)
            self._turn_to(self.intake, self.tr("Taking in"))
        elif state == "closed":
            self.ceremony.show_box(glance, seen.last)
            self._turn_to(self.ceremony, self.tr("Intake is closed; the box has not been opened"))
        else:
            self.outcome.show_box(list(seen.outcomes), seen.last)
            accepted = sum(outcome.state.value == "accepted" for outcome in seen.outcomes)
            self._turn_to(self.outcome, self.tr("Opened: %n sheet(s) accepted", "", accepted))
        writing = not self.desk.read_only
        opened = state in ("opened", "sealed")
        self.close_act.setVisible(writing and state == "packed")
        self.record_act.setVisible(opened and seen.last is not None)
        self.open_act.setVisible(writing and state == "closed")
        self.on_act.setVisible(opened and any(each.name == "results" for each in stations.present()))
        for each in (self.intake.take_files, self.intake.take_folder):
            each.setVisible(writing)

    def _turn_to(self, view: QWidget, words: str) -> None:
        shown = self._scrolled.get(view, view)
        if shown is not self.views.currentWidget():
            self.views.setCurrentWidget(shown)
            self.intake.closing.hide()
        self.set_subtitle(words)

    def first_focus(self) -> QWidget | None:
        """What is to be done in the state shown."""
        state = self._seen.glance.state if self._seen.glance is not None else ""
        wanted = {
            "": self.to_package,
            "packed": self.intake.take_files,
            "closed": self.ceremony.record.save_record,
        }
        return wanted.get(state, self.outcome.table)

    def set_busy(self, busy: bool) -> None:
        """Everything that would read or write the box is off while a job runs."""
        super().set_busy(busy)
        self.views.setEnabled(not busy)

    def go(self, **where: object) -> None:
        """``closing=True`` shows what is asked before closing."""
        if where.get("closing"):
            self._ask_lost()

    # --- taking in ------------------------------------------------------------------------------------------------

    def files_over(self, over: bool) -> None:
        self.intake.area.set_alive(over and not self.desk.read_only)

    def take_files(self, paths: list[Path]) -> bool:
        """Sheets dropped on the window, in files or folders."""
        glance = self._seen.glance
        if glance is None or self.desk.read_only:
            return False

        def work(workspace: Workspace, progress: Progress) -> TakenIn:
            return workspace.counting.take_in_files(workspace.rounds.current(), paths, progress)

        self.desk.run(self.tr("Taking sheets in"), work, self._taken, topics=("box",))
        return True

    def _taken(self, found: TakenIn) -> None:
        self.intake.show_taken(found)
        glance = self._seen.glance
        if glance is not None and glance.state != "packed":
            late = sum(file.arrival is not None and str(file.arrival) == "late" for file in found.files)
            self.desk.tell(
                self.tr("%n sheet(s) taken in as late.", "", late),
                self.tr("Intake is closed: they are kept sealed and do not count."),
                "quiet",
            )
            for file in found.refused[:3]:
                if file.refusal is not None:
                    self.desk.tell_error(file.refusal)

    def _ask_files(self) -> None:
        filters = [self.tr("Score sheets (*.scoresheet)"), self.tr("All files (*)")]
        self.desk.open_files(self, filters, lambda paths: (self.take_files(paths), None)[1])

    def _ask_folder(self) -> None:
        title = self.tr("A folder with sheets")
        self.desk.open_folder(self, title, lambda path: (self.take_files([path]), None)[1])

    # --- closing --------------------------------------------------------------------------------------------------

    def leave(self) -> bool:
        """What is asked before closing doesn't wait on a page that was left."""
        self.intake.closing.hide()
        return True

    def _ask_or_not(self) -> None:
        if self.intake.closing.isVisible():
            self.intake.closing.hide()
        else:
            self._ask_lost()

    def _ask_lost(self) -> None:
        if self._seen.glance is not None and self._seen.glance.state == "packed":
            self.intake.closing.come(self._seen.glance)
            area = self._scrolled[self.intake]
            if hasattr(area, "ensureWidgetVisible"):
                area.ensureWidgetVisible(self.intake.closing)

    def _ask_closing(self, lost: int) -> None:
        glance = self._seen.glance
        if glance is None:
            return
        self.desk.ask(
            self.tr("Close intake with %n sheet(s) in the box?", "", glance.inside),
            self.tr(
                "It can't be taken back: sheets that come later do not count, and no card can be withdrawn any more."
            ),
            self.tr("Close intake"),
            lambda: self._close(lost),
        )

    def _close(self, lost: int) -> None:
        def do(workspace: Workspace) -> bytes:
            return workspace.counting.close(workspace.rounds.current(), lost)

        if self.desk.act(do, "box", "cards") is not None:
            self.intake.closing.hide()
            self.intake.forget_taken()
            self.refresh()
            self.desk.tell(
                self.tr("Intake is closed and the record is signed."),
                self.tr("Save the record and hand it out before the box is opened."),
                "done",
            )
            self.ceremony.record.save_record.setFocus()

    # --- opening --------------------------------------------------------------------------------------------------

    def _ask_opening(self) -> None:
        glance = self._seen.glance
        if glance is None:
            return
        lost = [
            self.tr(
                "It can't be taken back, unless fewer than %n sheet(s) are accepted: then nothing opened is kept.",
                "",
                glance.minimum,
            ),
            self.tr("The box record was saved on {time}: everybody present should have it by now.").format(
                time=moment_text(self._seen.saved)
            )
            if self._seen.saved
            else self.tr(
                "The box record hasn't been saved, so nobody can have it: later nobody can check that no sheet came or "
                "went. Save it and hand it out first."
            ),
        ]
        if not self.ceremony.present:
            lost.append(self.tr("Nobody is noted as present; names can't be added later."))
        self.desk.ask(
            self.tr("Open the box with %n sheet(s) in it?", "", glance.inside),
            "\n".join(lost),
            self.tr("Open the box"),
            self._open,
        )

    def _open(self) -> None:
        present = self.ceremony.present

        def work(workspace: Workspace, progress: Progress) -> Opening:
            return workspace.counting.open(workspace.rounds.current(), progress, present)

        self.desk.run(self.tr("Opening the box"), work, self._opened, topics=("box",))

    def _opened(self, opening: Opening) -> None:
        self.refresh()
        if opening.enough:
            self.desk.tell(
                self.tr("The box is open: %n sheet(s) accepted.", "", opening.accepted),
                self.tr("Save the record of the opening for those present."),
                "done",
            )
            self.record_act.setFocus()
        else:
            area = self._scrolled[self.ceremony]
            if hasattr(area, "verticalScrollBar"):
                area.verticalScrollBar().setValue(0)

    # --- handing out ----------------------------------------------------------------------------------------------

    def _save_record(self) -> None:
        self._save(
            self.tr("box-record.jws"),
            self.tr("Signed box record (*.jws)"),
            "box-record",
            lambda workspace: workspace.counting.record(workspace.rounds.current()),
        )

    def _save_record_page(self) -> None:
        def page(workspace: Workspace) -> bytes:
            from review_app.model.publish.box_papers import record_pdf

            return record_pdf(workspace.counting.record_page(workspace.rounds.current()))

        self._save(self.tr("box-record.pdf"), self.tr("PDF (*.pdf)"), "box-record-page", page)

    def _save_opening(self) -> None:
        from review_app.model.publish.box_papers import opening_pdf

        def do(path: Path) -> None:
            def write(workspace: Workspace) -> bool:
                round_, counting = workspace.rounds.current(), workspace.counting
                as_page = path.suffix.lower() == ".pdf"
                page = opening_pdf(counting.opening_page(round_)) if as_page else b""
                write_atomically(path, page or counting.opening_record(round_))
                workspace.written.box_paper(round_, "opening-record")
                return True

            if self.desk.act(write, SAVED):
                self._tell_saved(path)

        filters = ";;".join([self.tr("Page to print and sign (*.pdf)"), self.tr("Signed record (*.jws)")])
        self.desk.save_as(self, self.tr("opening.pdf"), filters, do)

    def _save_codes(self) -> None:
        from review_app.model.publish.box_papers import codes_pdf, codes_text

        def do(path: Path) -> None:
            def write(workspace: Workspace) -> bool:
                posted = workspace.counting.posted_codes(workspace.rounds.current())
                as_pdf = path.suffix.lower() == ".pdf"
                content = codes_pdf(posted) if as_pdf else codes_text(posted).encode("utf-8")
                write_atomically(path, content)
                workspace.written.box_paper(workspace.rounds.current(), "delivery-codes")
                return True

            if self.desk.act(write, SAVED):
                self._tell_saved(path)

        filters = ";;".join([self.tr("PDF (*.pdf)"), self.tr("Text (*.txt)")])
        self.desk.save_as(self, self.tr("delivery-codes.pdf"), filters, do)

    def _copy_codes(self) -> None:
        from review_app.model.publish.box_papers import codes_text

        posted = self.desk.act(lambda workspace: workspace.counting.posted_codes(workspace.rounds.current()))
        if posted is not None:
            QApplication.clipboard().setText(codes_text(posted))
            self.desk.tell(self.tr("The list of delivery codes is on the clipboard."), tone="quiet")

    def _export(self) -> None:
        def do(path: Path) -> None:
            def write(workspace: Workspace) -> bool:
                self.outcome.table.export_csv(path)
                workspace.written.box_paper(workspace.rounds.current(), "sheets")
                return True

            if self.desk.act(write, SAVED):
                self._tell_saved(path)

        self.desk.save_as(self, self.tr("sheets.csv"), self.tr("Table (*.csv)"), do)

    def _save(self, name: str, filters: str, paper: BoxPaper, make: Callable[[Workspace], bytes]) -> None:
        def do(path: Path) -> None:
            def write(workspace: Workspace) -> bool:
                write_atomically(path, make(workspace))
                workspace.written.box_paper(workspace.rounds.current(), paper)
                return True

            if self.desk.act(write, SAVED):
                self._seen = msgspec.structs.replace(self._seen, saved=self._record_saved())
                self._tell_saved(path)

        self.desk.save_as(self, name, filters, do)

    def _record_saved(self) -> str:
        def times(workspace: Workspace) -> list[str]:
            return workspace.written.record_times(workspace.rounds.current())

        return (self.desk.act(times) or [""])[-1]

    def _tell_saved(self, path: Path) -> None:
        self.desk.tell_of_file(self.tr("Saved: {name}").format(name=path.name), path)
