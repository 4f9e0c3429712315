"""The page of the certificates: the winners, how their certificates look, a preview, files and paper."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from review_app.model.errors import ReviewError
from review_app.model.progress import Progress
from review_app.model.publish.certificate import (
    Certificate,
    Design,
    certificate_troubles,
    load_design,
    render_certificates,
)
from review_app.model.text import visible
from review_app.model.value import Value
from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import Settings
from review_app.model.workspace.certificate_look import (
    Look,
    kept_look,
    named_in_english,
)
from review_app.ui import theme
from review_app.ui.documents.background import Task
from review_app.ui.errors import sentences
from review_app.ui.organizer.certificates.above import Above
from review_app.ui.organizer.certificates.look_panel import LookPanel
from review_app.ui.organizer.certificates.names_form import Fixed, unnamed_in_english, untranslated
from review_app.ui.organizer.certificates.outgoing import Outgoing
from review_app.ui.organizer.certificates.preview import Preview
from review_app.ui.organizer.certificates.steps import LookKeeper, LookSteps
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.page import Page
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.verify.words import Line
from review_app.ui.widgets.parts import button, column, label, row

LIST = (164, 320)
"""Pixels of width of the list of winners, at least and at most; between, a share of the page."""
SHARE = 0.33
PATIENCE = 200
"""Milliseconds after a change before the page is drawn anew: the next change may follow."""
TROUBLES = 12
"""Sentences of what is in the way, at most."""


class _Seen(Value, frozen=True):
    """How the round stands: ``status`` of the result, "" while there is none.  ``head``: what the result hangs on."""

    status: str = ""
    head: str = ""
    settings: Settings = Settings()


def _look(workspace: Workspace) -> _Seen:
    rounds = workspace.rounds.all()
    if not rounds or rounds[-1].state not in ("opened", "sealed"):
        return _Seen()
    round_ = rounds[-1]
    notice = workspace.publication.notice(round_)
    out = sorted(workspace.counting.out(round_))
    head = " ".join([round_.id, notice.status, *out, workspace.publication.draw(round_) or ""])
    return _Seen(notice.status, head, workspace.settings)


@dataclass(frozen=True)
class _Drawn:
    """What came of drawing: the PDF, or what was in the way; ``kept`` is why the look couldn't be kept."""

    content: bytes
    troubles: Sequence[ReviewError]
    kept: ReviewError | None


class CertificatesPage(Page):
    """Certificates are made anew from the count each time: what is shown is what will be printed."""

    station: ClassVar[str] = "certificates"
    topics: ClassVar[tuple[str, ...]] = ("box", "package", "campaign", "cards")

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self._seen = _Seen()
        self._loaded: tuple[str, str, datetime.date | None] | None = None
        self._looked = False
        self._steps, self._keeper = LookSteps(), LookKeeper()
        self._unkept = self._leaving = False
        self.certificates: list[Certificate] = []
        self.content = b""
        self.troubled: list[ReviewError] = []
        self._drawing: Task[_Drawn] | None = None
        self._again = self._load_again = False
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._draw)
        self.print_act = button(self.tr("Print…"))
        self.outgoing = Outgoing(self)
        self.print_act.clicked.connect(self.outgoing.print)
        self.each_act = button(self.tr("One file each…"))
        self.each_act.clicked.connect(self.outgoing.save_each)
        self.save_act = button(self.tr("All in one file…"), "primary")
        self.save_act.clicked.connect(self.outgoing.save)
        self.looks = LookPanel()
        self.looks.changed.connect(self._changed)
        self.looks.design_file.connect(self._take_design)
        self.looks.keep_as_files.connect(self.outgoing.save_look)
        self.looks.undo_wanted.connect(self.undo)
        acts = [self.print_act, self.each_act, self.save_act]
        body = self.frame(self.tr("Certificates"), "", acts, side=self.looks)
        self.nothing = self._nothing()
        self._main = QWidget()
        self._above = Above()
        self.table = self._table()
        self.preview = Preview()
        self.preview.page_shown.connect(self._page_shown)
        halves = row(self.table, self.preview, spacing=12)
        halves.setStretch(1, 1)
        whole = column(self._above, halves, spacing=8)
        whole.setStretch(1, 1)
        self._main.setLayout(whole)
        body.addWidget(self.nothing)
        body.addWidget(self._main)
        body.setStretch(1, 1)

    def _nothing(self) -> QWidget:
        made = QWidget()
        self.to_box = button(self.tr("Go to the ballot box"))
        self.to_box.clicked.connect(lambda: self.desk.go("box"))
        made.setLayout(
            column(
                24,
                label(self.tr("There are no winners yet."), "heading", wrap=True),
                label(
                    self.tr("Their certificates are made once the ballot box has been opened."),
                    "quiet",
                    wrap=True,
                ),
                8,
                row(self.to_box, None),
                None,
            )
        )
        return made

    def _table(self) -> RecordTable:
        table = RecordTable(
            [
                Column(title=self.tr("Number"), text=lambda each: visible(each.serial, 40), width=76),
                Column(
                    title=self.tr("Recipient"),
                    text=lambda each: visible(each.recipient, 200),
                    tooltip=lambda each: f"{visible(each.recipient, 200)}\n{visible(each.case_title, 200)}",
                ),
            ],
            key=lambda each: each.serial,
            name=self.tr("Certificates by number, not by rank"),
            several=False,
        )
        table.selected_record.connect(self._selected)
        table.horizontalHeader().setSectionsClickable(False)  # in the order of the pages
        return table

    # --- reading --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Reads the winners anew where the result has changed."""
        seen = self.desk.act(_look)
        if seen is None:
            return
        renamed = seen.settings != self._seen.settings
        self._seen = seen
        self.desk.own_steps = self
        there = bool(seen.status)
        self.nothing.setVisible(not there)
        self._main.setVisible(there)
        self.show_side(there)
        for act in self.head_acts:
            act.setVisible(there)
        self.set_subtitle(self._subtitle())
        if not there:
            return
        if not self._looked:
            self._looked = True
            look = self.desk.act(lambda workspace: kept_look(workspace.folder))
            if look is not None:
                self._steps.begin(look)
                self._show_look(look)
        self._say(self.troubled)
        if renamed and self._loaded is not None:
            self._show_look(self.looks.look)
            self._later()
        self._load()

    def _subtitle(self) -> str:
        return {
            "": "",
            "counted": self.tr("Counted, not confirmed"),
            "proposed": self.tr("Proposed, not final"),
            "final": self.tr("Final"),
        }[self._seen.status]

    @property
    def final(self) -> bool:
        """Whether the result is final."""
        return self._seen.status == "final"

    @property
    def at_rest(self) -> bool:
        """Whether what is shown is as it was chosen: drawn, or said why it can't be."""
        ready = self.preview.ready and self.looks.templates.drawn
        return not self._seen.status or bool(self.troubled) or (bool(self.content) and ready)

    def _load(self) -> None:
        """Has the statements signed, unless those at hand are still right."""
        look = self.looks.look
        award = look.award or self._seen.settings.title
        wanted = (self._seen.head, award, look.date)
        if wanted == self._loaded:
            if self.content or self.troubled:
                self._show_drawn()
            else:  # left before it was drawn
                self._later()
            return
        if self.desk.busy:
            self._load_again = True
            return

        def work(workspace: Workspace, progress: Progress) -> list[Certificate]:
            return workspace.counting.certificates(workspace.rounds.current(), award, look.date)

        def done(found: list[Certificate]) -> None:
            self._loaded = wanted
            self.certificates = found
            self.table.set_records(found)
            if found and self.table.current() is None:
                self.table.selectRow(0)
            self._show_look(self.looks.look)
            self._later()

        self.desk.run(self.tr("Preparing the certificates"), work, done)

    def _show_look(self, look: Look) -> None:
        first = self.certificates[0] if self.certificates else None
        usual = first.date if first is not None and look.date is None else None
        english = named_in_english(Design(language="en"), self._seen.settings).names_en
        fixed = Fixed(self._seen.settings.title, "", (), english)
        if first is not None:
            fixed = replace(fixed, edition=first.edition, issuers=first.issuers)
        self.looks.show_look(look, fixed, usual)
        self.looks.undo.setVisible(self._steps.undoable)

    @property
    def design(self) -> Design:
        """What is drawn: the look's design, with the settings' English names where it has none."""
        return named_in_english(self.looks.look.design, self._seen.settings)

    def set_busy(self, busy: bool) -> None:
        super().set_busy(busy)
        self._enable()
        if not busy and self._load_again:
            self._load_again = False
            QTimer.singleShot(0, self, self._load)

    def _enable(self) -> None:
        for act in self.head_acts:
            act.setEnabled(bool(self.content) and not self.desk.busy)

    # --- drawing --------------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._steps.add(self.looks.look)
        self._show_changed()

    def _show_changed(self) -> None:
        self._unkept = True
        if self._leaving:
            self.content = b""
            return
        self._show_look(self.looks.look)
        self._load()  # another award or day has to be signed
        self._later()

    # --- back and forth -------------------------------------------------------------------------------------------

    @property
    def undo_words(self) -> str:
        """What an undo would take back; "" for nothing."""
        return self.tr("look of the certificates") if self._steps.undoable else ""

    @property
    def redo_words(self) -> str:
        """What a redo would make again; "" for nothing."""
        return self.tr("look of the certificates") if self._steps.redoable else ""

    def undo(self) -> None:
        """Takes the last change of the look back."""
        if self._steps.undoable:
            self._show_look(self._steps.back())
            self._show_changed()

    def redo(self) -> None:
        """Makes the change taken back last again."""
        if self._steps.redoable:
            self._show_look(self._steps.forth())
            self._show_changed()

    def _later(self) -> None:
        self.content = b""
        self._enable()
        self._timer.start()

    def _draw(self) -> None:
        """Draws all certificates beside the window, and keeps the look there, too."""
        if self._drawing is not None:
            self._again = True
            return
        certificates, look, folder = self.certificates, self.looks.look, self.desk.workspace.folder
        design = self.design
        if not certificates:
            return
        keeping, number = not self.desk.read_only, self._keeper.next()

        def work(cancelled: threading.Event) -> _Drawn:
            kept: ReviewError | None = None
            try:
                if keeping:
                    self._keeper.keep(folder, look, number)
            except ReviewError as failure:
                kept = failure
            troubles: list[ReviewError] = list(certificate_troubles(certificates, design))
            content = b""
            if not troubles:
                try:
                    content = render_certificates(certificates, design)
                except ReviewError as failure:
                    troubles.append(failure)
            return _Drawn(content, troubles, kept)

        def done(drawn: _Drawn) -> None:
            self._drawing = None
            if self._again:
                self._again = False
                self._draw()
                return
            self.content = drawn.content
            self._enable()
            said = [(each.code, each.params) for each in drawn.troubles]
            kept = drawn.kept if drawn.kept and (drawn.kept.code, drawn.kept.params) not in said else None
            self._unkept = drawn.kept is not None
            self.troubled = [*drawn.troubles, *([kept] if kept is not None else [])]
            self._say(self.troubled)
            if drawn.content and self.isVisible():
                self.preview.show_pdf(drawn.content)
                self._show_drawn()
            elif not drawn.content:
                self.preview.stop()
                self.preview.say(self.tr("Nothing is drawn until that is mended."))

        self.preview.say(self.tr("Drawing the certificates…"))
        self._drawing = Task(self, work, done)

    def _say(self, troubles: Sequence[ReviewError]) -> None:
        """Above the preview: that the result isn't final, and what keeps certificates from being made."""
        lines = []
        if self._seen.status and self._seen.status != "final":
            words = self.tr(
                "The result isn't final yet: objections may still change who is awarded. Until it is, every page is "
                "marked as a draft: hand none out."
            )
            lines.append(Line("attention", words))
        unnamed = unnamed_in_english(self.design, self.certificates)
        if unnamed:
            words = self.tr("Without an English name, so the Chinese one is printed: {names}.")
            lines.append(
                Line("open", words.format(names=self.tr(", ").join(visible(name, 80) for name in unnamed)))
            )
        bare = untranslated(self.design, self.certificates)
        if bare:
            lines.append(Line("open", self._untranslated_words(bare)))
        for failure in troubles[:TROUBLES]:
            text = sentences(failure)
            lines.append(Line("attention", f"{text.what} {text.next}".strip()))
        if len(troubles) > TROUBLES:
            lines.append(Line("attention", self.tr("and %n more", "", len(troubles) - TROUBLES)))
        self._above.say(lines)

    def _untranslated_words(self, count: int) -> str:
        if self.design.language == "en":
            return self.tr(
                "%n certificate(s) without an English name of recipient or case: the Chinese one is printed. Choose "
                "one in the list to type its names at the right.",
                "",
                count,
            )
        return self.tr(
            "%n certificate(s) without an English name of recipient or case: the English part then has no salutation, "
            "or the Chinese title. Choose one in the list to type its names at the right.",
            "",
            count,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least, most = map(theme.room, LIST)
        self.table.setFixedWidth(max(least, min(most, round(self._main.width() * SHARE))))

    # --- the list and the preview ---------------------------------------------------------------------------------

    def _selected(self, certificate: Certificate | None) -> None:
        if certificate in self.certificates:
            self.preview.go_to_page(self.certificates.index(certificate))
        self.looks.names.show_winner(certificate)

    def _page_shown(self, page: int) -> None:
        if page < len(self.certificates):
            self.table.select(self.certificates[page].serial)

    def first_focus(self) -> QWidget | None:
        """The list: its arrows page through the certificates."""
        return self.table if self._seen.status else self.to_box

    def take_files(self, paths: list[Path]) -> bool:
        """Seal, signature, fonts, a design file."""
        return bool(self._seen.status) and not self.desk.read_only and self.looks.take_files(paths)

    def _take_design(self, path: Path) -> None:
        design = self.desk.act(lambda workspace: load_design(path))
        if design is not None:
            self._show_look(replace(self.looks.look, design=design))
            self._changed()

    # --- leaving --------------------------------------------------------------------------------------------------

    def leave(self) -> bool:
        """No process draws for a page that nobody sees; where it stays after all, it is drawn again."""
        self._leaving = True
        self.looks.settle()
        self._leaving = False
        self._timer.stop()
        if self._unkept and self._looked and not self.desk.read_only:
            self._keep_now()
        self.looks.templates.stop()
        self.preview.stop()
        if self.desk.own_steps is self:
            self.desk.own_steps = None
        QTimer.singleShot(0, self, self._stay)
        return True

    def _keep_now(self) -> None:
        """What was changed last is kept, also while a job has the workspace: it is no part of that."""
        try:
            self._keeper.keep(self.desk.workspace.folder, self.looks.look, self._keeper.next())
        except ReviewError as failure:
            self.desk.tell_error(failure)
        else:
            self._unkept = False

    def _stay(self) -> None:
        """Another page may have refused to be left, or the window to be closed: this one goes on then."""
        if self.isVisible():
            self.desk.own_steps = self
            if self.content:
                self._show_drawn()
            else:
                self._later()

    def _show_drawn(self) -> None:
        """What was drawn, in the preview."""
        if self.content and self.isVisible():
            if self.preview.empty:
                self.preview.show_pdf(self.content)
            self.looks.templates.draw(self.certificates[0], self.design)
