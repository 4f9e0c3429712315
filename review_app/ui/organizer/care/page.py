"""The page "Safekeeping"."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QDateTime, QLocale, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from review_app.model.crypto.recovery import new_passphrase
from review_app.model.errors import ReviewError
from review_app.model.files import write_atomically
from review_app.model.progress import Progress
from review_app.model.workspace import Workspace
from review_app.model.workspace.keeping import ENDING, Kept, keep
from review_app.model.workspace.place import doubts
from review_app.model.workspace.recovery import NewKit, Recovered
from review_app.ui import theme
from review_app.ui.days import day_of_moment
from review_app.ui.errors import sentences
from review_app.ui.file_words import size_words
from review_app.ui.organizer.care.kit_form import KitForm
from review_app.ui.organizer.care.passphrase_panel import PassphrasePanel
from review_app.ui.organizer.care.places import Places
from review_app.ui.organizer.care.restore_form import RestoreForm
from review_app.ui.organizer.care.undo_list import UndoList
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.page import MARGIN, Page
from review_app.ui.widgets.parts import button, label, row, rule, set_role

WIDEST = 720


class CarePage(Page):
    """Recovery kit, backup, bringing back, where things lie, what can be undone."""

    station: ClassVar[str] = "care"
    topics: ClassVar[tuple[str, ...]] = ("campaign", "log")

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self._kit: NewKit | None = None
        self._kit_made = False
        self._body = self.frame(self.tr("Safekeeping"), scroll=True)
        self._kit_part()
        self._backup_part()
        for panel in (self.panel, self.backup_panel):
            panel.turned.connect(self._lead)
        self._section(self.tr("Where things lie"))
        self.places = Places()
        self.places.show_folder.clicked.connect(
            lambda: desk.show_in_folder(desk.workspace.folder / "campaign.sqlite")
        )
        self._add(self.places)
        self._section(self.tr("Edits"))
        self.edits = UndoList()
        self.edits.undo.clicked.connect(desk.undo)
        self.edits.redo.clicked.connect(desk.redo)
        self._add(self.edits)
        self._body.addStretch(1)

    # --- building -------------------------------------------------------------------------------------------------

    def _section(self, title: str, *, first: bool = False) -> None:
        if not first:
            self._body.addSpacing(10)
            self._body.addWidget(rule())
            self._body.addSpacing(6)
        self._body.addWidget(label(title, "heading"))

    def _add(self, widget: QWidget) -> None:
        self._body.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines no longer than can be read; by the margin, as heights are found for the width between margins."""
        super().resizeEvent(event)
        right = max(MARGIN, self.width() - theme.room(WIDEST) - MARGIN)
        edges = self._body.contentsMargins()
        edges.setRight(right)
        self._body.setContentsMargins(edges)

    def _kit_part(self) -> None:
        self._section(self.tr("Recovery kit"), first=True)
        self.kit_state = label("", "body", wrap=True)
        self._add(self.kit_state)
        self._add(
            label(
                self.tr(
                    "One page with a code, and a passphrase that you write on it by hand. With it, "
                    "and with the campaign's folder or a backup, another computer opens this campaign"
                    " when this one is lost. A backup counts as the folder: whoever has the page, the "
                    "passphrase and either of them can open everything and sign in the organizer's "
                    "name. Lock the page away, and destroy it once the result stands."
                ),
                "secondary",
                wrap=True,
            )
        )
        self.make_kit = button(self.tr("Make a recovery kit…"), "primary")
        self.make_kit.clicked.connect(self._ask_kit)
        self.use_kit = button(self.tr("Bring the key back with a recovery kit…"))
        self.use_kit.clicked.connect(self._ask_key)
        self._body.addLayout(row(self.make_kit, self.use_kit, None))
        self.panel = PassphrasePanel()
        self.panel.confirmed.connect(self._kit_confirmed)
        self.panel.given_up.connect(self._kit_given_up)
        self._add(self.panel)
        self.key_form = KitForm(self.desk.open_files, self.tr("Bring the key back"))
        self.key_form.given.connect(self._recover)
        self._add(self.key_form)

    def _backup_part(self) -> None:
        desk = self.desk
        self._section(self.tr("Backup"))
        self.backup_state = label("", "body", wrap=True)
        self._add(self.backup_state)
        self._add(
            label(
                self.tr(
                    "Everything in the campaign's folder goes into one sealed file: nominations with "
                    "their attachments, decisions, cards' public parts, ballot boxes, secrets. It "
                    "opens on this computer or with the recovery kit, or with a passphrase of its "
                    "own. Keep it on another disk."
                ),
                "secondary",
                wrap=True,
            )
        )
        self.back_up = button(self.tr("Back up…"))
        self.back_up.clicked.connect(lambda: self._ask_backup(sealed_apart=False))
        self.back_up_apart = button(self.tr("Back up under a passphrase…"))
        self.back_up_apart.clicked.connect(lambda: self._ask_backup(sealed_apart=True))
        self._body.addLayout(row(self.back_up, self.back_up_apart, None))
        self.backup_panel = PassphrasePanel()
        self.backup_panel.confirmed.connect(
            lambda: desk.tell(self.tr("The backup can be opened with what is on paper."), tone="done")
        )
        self._add(self.backup_panel)
        self._section(self.tr("Bring a campaign back"))
        self._add(
            label(
                self.tr(
                    "A backup is unpacked into an empty folder and verified. The campaign that is "
                    "open here stays as it is."
                ),
                "secondary",
                wrap=True,
            )
        )
        self.restore = RestoreForm(
            lambda title, work, done, failed: desk.run(
                title, lambda _, progress: work(progress), done, failed
            ),
            desk.open_files,
            lambda parent, title, do: desk.open_folder(parent, title, do, make=True),
        )
        self.restore.brought.connect(lambda folder: desk.open_wanted.emit(folder))
        self._add(self.restore)

    # --- the page -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Reads when kit and backup were made, and what can be undone."""
        found = self.desk.act(
            lambda workspace: (
                workspace.recovery.made,
                workspace.log.lines(),
                workspace.edits.remembered(),
                (workspace.edits.undoable is not None, workspace.edits.redoable is not None),
                workspace.nominations.titles(),
                workspace.recovery.key_kept,
            )
        )
        if found is None:
            return
        made, lines, remembered, possible, titles, key = found
        self._show_state(made, [line.time for line in lines if line.act == "workspace-kept"])
        writable = not self.desk.read_only
        self.edits.show_edits(remembered, lines, titles, (possible[0] and writable, possible[1] and writable))
        self.places.show_places(self.desk.workspace.folder, key, doubts(self.desk.workspace.folder))
        self.set_busy(self.desk.busy)

    def _show_state(self, made: str, kept: list[str]) -> None:
        if made:
            words = self.tr("Last made on {day}.").format(day=day_of_moment(made))
        else:
            words = self.tr("Not made yet. If this computer is lost, so is the campaign.")
        self.kit_state.setText(words)
        set_role(self.kit_state, "body" if made else "attention-body")
        self.make_kit.setText(self.tr("Make another…") if made else self.tr("Make a recovery kit…"))
        if kept:
            self.backup_state.setText(self.tr("Last backed up on {day}.").format(day=day_of_moment(kept[-1])))
        else:
            self.backup_state.setText(self.tr("Not backed up yet."))
        self._kit_made = bool(made)
        self._lead()

    def _lead(self) -> None:
        """What is due leads; a passphrase that waits to be written down before everything."""
        waits = self.panel.open or self.backup_panel.open
        set_role(self.make_kit, "" if waits or self._kit_made else "primary", "kind")
        set_role(self.back_up, "primary" if self._kit_made and not waits else "", "kind")

    def first_focus(self) -> QWidget | None:
        """What is due."""
        return self.back_up if self._kit_made else self.make_kit

    def set_busy(self, busy: bool) -> None:
        """Nothing here can be done while a job runs."""
        writable = not self.desk.read_only
        for act in (self.make_kit, self.back_up, self.back_up_apart, self.use_kit, self.restore.choose):
            act.setEnabled(not busy)
        self.make_kit.setEnabled(not busy and writable)
        for form in (self.key_form, self.restore.form):
            form.setEnabled(not busy)
        for act in (self.make_kit, self.use_kit) if self.panel.open else ():
            act.setEnabled(False)  # one passphrase at a time
        if busy:
            self.edits.undo.setEnabled(False)
            self.edits.redo.setEnabled(False)

    def go(self, **where: object) -> None:
        """``part``: ``kit`` makes one, ``key`` asks for one."""
        if where.get("part") == "key":
            self._ask_key()
        elif where.get("part") == "kit" and self.make_kit.isEnabled():
            self.make_kit.setFocus()

    def take_files(self, paths: list[Path]) -> bool:
        """A kit's file while one is asked for; a backup."""
        path = paths[0]
        if self.desk.busy or len(paths) != 1:
            return False
        if path.suffix.lower() == ENDING:
            self.restore.start(path)
            return True
        for form in (self.key_form, self.restore.form):
            if form.isVisibleTo(self):
                form.take_file(path)
                return True
        return False

    def _bring(self, panel: PassphrasePanel) -> None:
        """Scrolls as little as brings a panel into sight, once it has its height."""

        def scroll() -> None:
            if self.area is not None and panel.isVisible():
                self.area.ensureWidgetVisible(panel, 0, 12)

        QTimer.singleShot(0, self, scroll)

    def leave(self) -> bool:
        """A passphrase on the screen keeps the page: nobody could see it again."""
        for panel in (self.panel, self.backup_panel):
            if panel.open:
                self.desk.tell(
                    self.tr("There is a passphrase on this page that is shown only once."),
                    self.tr("Write it down and type it once, or give it up."),
                )
                panel.field.setFocus()
                return False
        return True

    # --- the kit --------------------------------------------------------------------------------------------------

    def _ask_kit(self) -> None:
        self.key_form.forget()
        self.desk.save_as(self, self.tr("Recovery kit.pdf"), self.tr("PDF (*.pdf)"), self._write_kit)

    def _write_kit(self, path: Path) -> None:
        def work(workspace: Workspace, progress: Progress) -> NewKit:
            made = workspace.recovery.prepare()
            write_atomically(path, made.pdf())
            return made

        def done(made: NewKit) -> None:
            self._kit = made
            words = self.tr(
                "{name} is saved: kit {number}. Print it, and write this passphrase into the boxes on"
                " the page, or on another sheet. It is shown this once and stands in no file."
            )
            self.panel.ask(made.passphrase, words.format(name=path.name, number=made.number))
            self.set_busy(False)
            self._bring(self.panel)

        self.desk.run(self.tr("Making a recovery kit"), work, done)

    def _kit_confirmed(self) -> None:
        kit, self._kit = self._kit, None
        if kit is None:
            return
        self.desk.act(lambda workspace: workspace.recovery.note_made(kit), "campaign")
        self.desk.tell(
            self.tr("The recovery kit is complete."),
            self.tr("Lock it away, apart from this computer."),
            "done",
        )

    def _kit_given_up(self) -> None:
        self._kit = None
        self.set_busy(self.desk.busy)
        self.desk.tell(
            self.tr("This kit was given up: nobody knows its passphrase now."),
            self.tr("Destroy the page that was saved, and make another."),
            "quiet",
        )

    def _ask_key(self) -> None:
        self.key_form.ask(
            self.tr(
                "For a campaign whose key this computer doesn't have: after moving its folder here, "
                "or after the system was set up anew."
            )
        )

    def _recover(self, kit: bytes, passphrase: str) -> None:
        def done(found: Recovered) -> None:
            self.key_form.forget()
            if found.passphrase:
                self.desk.tell(
                    self.tr("The passphrase that opens this campaign's keys is {passphrase}").format(
                        passphrase=found.passphrase
                    ),
                    self.tr("Write it down: it is asked for whenever a secret is needed."),
                )
            else:
                self.desk.tell(self.tr("The key is back, and kept on this computer."), tone="done")

        def failed(failure: ReviewError) -> None:
            text = sentences(failure)
            self.key_form.say(f"{text.what} {text.next}")

        self.desk.run(
            self.tr("Opening the recovery kit"),
            lambda workspace, progress: workspace.recovery.recover(kit, passphrase),
            done,
            failed,
            ("campaign",),
        )

    # --- the backup -----------------------------------------------------------------------------------------------

    def _ask_backup(self, *, sealed_apart: bool) -> None:
        day = QLocale.c().toString(QDateTime.currentDateTime().date(), "yyyy-MM-dd")
        name = f"{self.desk.workspace.folder.name} {day}{ENDING}"
        filters = self.tr("Backup of a campaign (*{ending})").format(ending=ENDING)
        self.desk.save_as(self, name, filters, lambda path: self._back_up(path, sealed_apart))

    def _back_up(self, path: Path, sealed_apart: bool) -> None:
        passphrase = new_passphrase() if sealed_apart else None

        def work(workspace: Workspace, progress: Progress) -> Kept:
            return keep(workspace, path, progress, passphrase=passphrase, replace=True)

        def done(kept: Kept) -> None:
            size = size_words(kept.size)
            words = self.tr("Backed up: %n file(s) in {name}, {size}.", "", kept.files)
            told = words.format(name=path.name, size=size)
            if passphrase is None:
                self.desk.tell_of_file(told, path, self.tr("Keep it on another disk."))
            else:
                following = self.tr(
                    "Write this passphrase down, apart from the backup. It is shown this once."
                )
                self.backup_panel.ask(passphrase, f"{told} {following}")
                self._bring(self.backup_panel)

        self.desk.run(self.tr("Backing up"), work, done, topics=("campaign",))
