"""The page of the case package: what is in it, a look at it, building, sending, amendments."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QApplication, QWidget

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.crypto.base32 import short_form
from review_app.model.errors import UsageError
from review_app.model.package.amendment import SignedAmendment
from review_app.model.package.split import size_of, split_file
from review_app.model.progress import Progress
from review_app.model.terms import terms_digest
from review_app.model.value import Value
from review_app.model.workspace import Workspace
from review_app.model.workspace.contents import Contents
from review_app.model.workspace.letters import key_short, round_short
from review_app.model.workspace.packing import Packed
from review_app.model.workspace.rounds import Round
from review_app.ui.file_words import size_words
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.package.amend import AmendView
from review_app.ui.organizer.package.amending import Amending
from review_app.ui.organizer.package.contents import ContentsView, UnsourcedView
from review_app.ui.organizer.package.sending import SendingView
from review_app.ui.organizer.package.side import SidePanel
from review_app.ui.organizer.package.words import package_name
from review_app.ui.organizer.viewed_page import ViewedPage
from review_app.ui.widgets.parts import Flowing, button, column, scrolling, set_role

WIDEST = 800
"""Pixels of width of what is read."""
_NOT_YET = ("", "drafted", "cards")


class _Seen(Value, frozen=True):
    """What the page shows, read at one go; the short forms are empty before packing."""

    contents: Contents
    round: Round | None
    amendments: tuple[SignedAmendment, ...] = ()
    terms: str = ""
    round_short: str = ""
    key_short: str = ""
    thumbprint: str = ""


def _look(workspace: Workspace) -> _Seen:
    contents = workspace.packing.contents()
    rounds = workspace.rounds.all()
    round_ = rounds[-1] if rounds else None
    if round_ is None or contents.state in _NOT_YET:
        return _Seen(contents, round_)
    return _Seen(
        contents,
        round_,
        tuple(workspace.amendments.list(round_)),
        short_form(terms_digest(round_.terms_jws)),
        round_short(round_),
        key_short(workspace.organizer_public),
        round_.organizer_thumbprint,
    )


class PackagePage(ViewedPage[QWidget]):
    """Contents and unsourced figures; once built, sending and amendments, too."""

    station: ClassVar[str] = "package"
    topics: ClassVar[tuple[str, ...]] = ("package", "nominations", "shortlist", "cards", "campaign", "box")

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.preview = button(self.tr("See it as an expert"))
        self.preview.clicked.connect(self._preview)
        self.build = button(self.tr("Build the package…"), "primary")
        self.build.clicked.connect(self._ask_build)
        self.panel = SidePanel()
        self.panel.wanted.connect(
            lambda station, view: desk.go(station, view=view) if view else desk.go(station)
        )
        body = self.frame(self.tr("Case package"), "", [self.preview, self.build], side=self.panel)
        self.contents, self.unsourced = ContentsView(), UnsourcedView()
        self.sending, self.amend = SendingView(desk), AmendView()
        self._amending = Amending(desk, self.amend)
        self.lay_views(
            body,
            {
                "sending": (self.tr("Sending"), self._scrolling(self.sending)),
                "contents": (self.tr("Contents"), self.contents),
                "unsourced": (self.tr("Without source"), self.unsourced),
                "amend": (self.tr("Amendments"), self._scrolling(self.amend)),
            },
        )
        self._seen: _Seen | None = None
        self._state = "?"
        self.file: Path | None = None
        """The built package, where this window wrote or found it."""
        self.parts: list[Path] = []
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._connect()
        self.show_view("contents")

    @staticmethod
    def _scrolling(view: QWidget) -> QWidget:
        holder = Flowing()
        holder.setLayout(column(view, margins=(0, 4, 8, 8)))
        return scrolling(holder, "window", WIDEST)

    def _connect(self) -> None:
        self.unsourced.case_wanted.connect(lambda case_id: self.desk.go("nominations", case=case_id))
        sending = self.sending
        sending.folder_wanted.connect(self._show_in_folder)
        sending.file_wanted.connect(lambda: self._ask_file(preview=False))
        sending.split_wanted.connect(self._split)
        sending.copy_wanted.connect(self._copy)
        sending.letters_wanted.connect(lambda: self.desk.go("experts", view="letters", letter="cover"))

    # --- showing --------------------------------------------------------------------------------------------------

    def go(self, **where: object) -> None:
        """``view`` names a view that is there now."""
        view = str(where.get("view", ""))
        if view in self.tabs and not self.tabs[view].isHidden():
            self.show_view(view)

    def refresh(self) -> None:
        """Shows the package in its state."""
        if self._scratch is not None:  # a preview is over
            self._scratch.cleanup()
            self._scratch = None
        seen = self.desk.act(_look)
        if seen is None:
            return
        same_round = self._seen is not None and self._seen.round_short == seen.round_short
        if not same_round:
            self.file, self.parts = None, []
            self.amend.forget()
        self._seen = seen
        contents = seen.contents
        built = contents.state not in _NOT_YET
        self.contents.show_contents(contents)
        self.unsourced.show_contents(contents)
        self.panel.show_contents(contents, seen.round)
        self.sending.show_terms(seen.terms, seen.round_short, seen.key_short, seen.thumbprint)
        self.sending.show_file(self.file, self.parts)
        cases = [(case.id, case.title) for case in contents.cases]
        writing = not self.desk.read_only and contents.state == "packed"
        self._amending.signed = len(seen.amendments)
        self.amend.show_round(cases, seen.amendments, open_=writing)
        self.tabs["sending"].setVisible(built)
        self.tabs["amend"].setVisible(built)
        count = sum(len(case.unsourced) for case in contents.cases)
        without = self.tr("Without source") if not count else self.tr("Without source ({count})")
        self.tabs["unsourced"].setText(without.format(count=count))
        if built and self._state in ("?", *_NOT_YET):
            self.show_view("sending")
        elif not built and self.view in ("sending", "amend"):
            self.show_view("contents")
        self._state = contents.state
        words = [self.tr("%n candidate(s)", "", len(contents.cases))]
        if seen.amendments:
            words.append(self.tr("%n amendment(s)", "", len(seen.amendments)))
        elif built:
            words.append(self.tr("built"))
        elif contents.cases:
            words.append(size_words(contents.size))
        self.set_subtitle(" · ".join(words))
        self.set_busy(self.desk.busy)

    def set_busy(self, busy: bool) -> None:
        """What can be done in the state shown, and nothing while a job runs."""
        state = self._seen.contents.state if self._seen is not None else ""
        contents = self._seen.contents if self._seen is not None else None
        ready = contents is not None and contents.holds and not contents.trouble
        writing = not self.desk.read_only
        self.build.setVisible(writing and state in ("", "drafted", "cards", "packed"))
        self.build.setText(
            self.tr("Write the file again…") if state == "packed" else self.tr("Build the package…")
        )
        set_role(self.build, "" if state == "packed" else "primary", "kind")
        self.build.setEnabled(not busy and (state == "packed" or (state == "cards" and ready)))
        there = self._seen is not None and bool(self._seen.contents.cases) and bool(state)
        self.preview.setEnabled(not busy and there)
        for view in (self.sending, self.amend):
            view.setEnabled(not busy)

    def first_focus(self) -> QWidget | None:
        """The primary act where it can be done; what is shown otherwise."""
        if self.build.isEnabled() and self._state != "packed":
            return self.build
        return self.tabs[self.view]

    # --- a look at it ---------------------------------------------------------------------------------------------

    def _preview(self) -> None:
        if self._state not in _NOT_YET:
            if self.file is not None and self.file.is_file():
                self._check(self.file, preview=True)
            else:
                self._ask_file(preview=True)
            return
        scratch = self._scratch = tempfile.TemporaryDirectory(
            prefix="review-app-", ignore_cleanup_errors=True
        )
        file = Path(scratch.name) / "preview.casepkg"

        def work(workspace: Workspace, progress: Progress) -> BallotCard:
            return workspace.packing.draft(workspace.rounds.current(), file, progress)

        self.desk.run(
            self.tr("Preparing the preview"), work, lambda card: self.desk.open_in_reader(file, card)
        )

    def _ask_file(self, *, preview: bool) -> None:
        filters = [self.tr("Case packages (*.casepkg)"), self.tr("All files (*)")]
        self.desk.open_files(self, filters, lambda paths: self._check(paths[0], preview=preview))

    def take_files(self, paths: list[Path]) -> bool:
        """A package dropped on the page is checked against what was built."""
        if self._state in _NOT_YET:
            return False
        self._check(paths[0], preview=False)
        return True

    def _check(self, file: Path, *, preview: bool) -> None:
        """Whether ``file`` is the package as it was built; then it is the one that is looked at and split."""

        def work(workspace: Workspace, progress: Progress) -> str:
            round_ = workspace.rounds.current()
            if not workspace.packing.is_ours(round_, file):
                raise UsageError("not-this-package", name=file.name)
            return round_.package_identity()

        def found(identity: str) -> None:
            self.file = file
            self.sending.show_file(self.file, self.parts)
            if preview:
                self.desk.open_in_reader(file, identity)
            else:
                self.desk.tell(
                    self.tr("{name} is the package as it was built.").format(name=file.name), tone="done"
                )

        self.desk.run(self.tr("Checking the package"), work, found)

    # --- building -------------------------------------------------------------------------------------------------

    def _ask_build(self) -> None:
        if self._seen is None:
            return
        if self._state == "packed":
            self._choose_target()
            return
        contents = self._seen.contents
        count = sum(len(case.unsourced) for case in contents.cases)
        lost = [
            self.tr("Candidates, their order and texts, rule, rubric and cards can't be changed after that.")
        ]
        if count:
            lost.append(self.tr("%n figure(s) go out without a source.", "", count))
        if not contents.instructions.strip():
            lost.append(self.tr("Experts are not told where to send their sheets."))
        self.desk.ask(
            self.tr("Build the package with %n candidate(s)?", "", len(contents.cases)),
            " ".join(lost),
            self.tr("Build"),
            self._choose_target,
        )

    def _choose_target(self) -> None:
        settings = self.desk.workspace.settings
        name = package_name(settings.title, settings.edition)
        self.desk.save_as(self, name, self.tr("Case package (*.casepkg)"), self._build)

    def _build(self, file: Path) -> None:
        def work(workspace: Workspace, progress: Progress) -> Packed:
            return workspace.packing.pack(workspace.rounds.current(), file, progress)

        def done(packed: Packed) -> None:
            self.file, self.parts = file, []
            self.sending.show_file(self.file, self.parts)
            self.show_view("sending")
            self.desk.tell_of_file(
                self.tr("The package is built: {name}").format(name=file.name),
                file,
                self.tr("Look at it as an expert would before it goes out."),
            )

        topics = ("package", "shortlist", "cards", "campaign", "box")
        self.desk.run(self.tr("Building the package"), work, done, topics=topics)

    def _split(self, size: str) -> None:
        file = self.file
        if file is None:
            return

        def work(workspace: Workspace, progress: Progress) -> list[Path]:
            return split_file(file, size_of(size), progress=progress)

        def done(parts: list[Path]) -> None:
            self.parts = parts
            self.sending.show_file(self.file, parts)
            if parts:
                words = self.tr("%n part(s) lie beside the package.", "", len(parts))
                self.desk.tell(
                    words, self.tr("Send all of them; each in a message of its own is fine."), "done"
                )
            else:
                self.desk.tell(self.tr("The package is small enough as it is."), tone="done")

        self.desk.run(self.tr("Splitting the package"), work, done)

    def _show_in_folder(self) -> None:
        if self.file is not None:
            self.desk.show_in_folder(self.file)

    def _copy(self) -> None:
        QApplication.clipboard().setText("\n".join([self.sending.terms.text(), self.sending.keys.text()]))
        self.desk.tell(self.tr("The fingerprint is on the clipboard."), tone="quiet")
