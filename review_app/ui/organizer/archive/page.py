"""The page "Archive and check": what goes into the archive, writing it, and checking it at once as anybody would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from review_app.model.checking import can_be_checked
from review_app.model.errors import ReviewError
from review_app.model.files import write_atomically
from review_app.model.progress import Progress
from review_app.model.result.archive import Results
from review_app.model.rubric import CountingRule
from review_app.model.text import visible
from review_app.model.value import Value
from review_app.model.workspace import Workspace
from review_app.model.workspace.publication import Notice
from review_app.ui import theme
from review_app.ui.organizer import stations
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.page import MARGIN, Page
from review_app.ui.organizer.published_key import PublishedKey
from review_app.ui.organizer.results.ahead import Ahead
from review_app.ui.organizer.results.disclosure import hidden_words, public_words
from review_app.ui.verify.lines import Mark, add_lines
from review_app.ui.verify.panel import Found, VerifyPanel, Work
from review_app.ui.verify.words import Line, verdict
from review_app.ui.widgets.parts import button, column, empty, label, row, rule, set_role

WIDEST = 760
PAGE_NAME = "verify.html"


class _Seen(Value, frozen=True):
    """What the page shows, read at one go.  ``draw``: what was drawn in public, None while it is awaited."""

    state: str = ""
    title: str = ""
    thumbprint: str = ""
    notice: Notice = Notice("counted")
    rule: CountingRule | None = None
    draw: str | None = ""

    @property
    def opened(self) -> bool:
        """Whether there is a result to write."""
        return self.state in ("opened", "sealed")


def _look(workspace: Workspace) -> _Seen:
    rounds = workspace.rounds.all()
    if not rounds:
        return _Seen()
    round_, publication = rounds[-1], workspace.publication
    if round_.state in ("drafted", "cards"):
        return _Seen(round_.state, thumbprint=round_.organizer_thumbprint, rule=round_.rule)
    terms = round_.terms
    return _Seen(
        round_.state,
        " ".join(part for part in (terms.title, terms.edition) if part),
        round_.organizer_thumbprint,
        publication.notice(round_),
        terms.rule,
        publication.draw(round_),
    )


class ArchivePage(Page):
    """Writes the archive; what is dropped here is checked."""

    station: ClassVar[str] = "archive"
    topics: ClassVar[tuple[str, ...]] = ("box", "package", "campaign", "cards")

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self._seen = _Seen()
        self._just_written: Path | None = None
        self.page_act = button(self.tr("Save {name}…").format(name=PAGE_NAME))
        self.page_act.clicked.connect(self._save_page)
        self.check_act = button(self.tr("Check a file…"))
        self.check_act.clicked.connect(self._ask_file)
        self.write_act = button(self.tr("Write the archive…"), "primary")
        self.write_act.clicked.connect(self._ask_writing)
        acts = [self.page_act, self.check_act, self.write_act]
        self._body = self.frame(self.tr("Archive and check"), "", acts, scroll=True)
        self.nothing = self._nothing()
        self.ready = self._ready()
        self.panel = VerifyPanel(self._run, invites=False)
        self._body.addWidget(self.nothing)
        self._body.addWidget(self.ready)
        self._checking = QWidget()
        self._checking.setLayout(
            column(
                8,
                rule(),
                6,
                label(self.tr("Check it, as anyone can"), "heading"),
                label(
                    self.tr(
                        "The archive that was written is checked at once. Other archives, certificates and box records "
                        "can be dropped here, too."
                    ),
                    "quiet",
                    wrap=True,
                ),
                4,
                self.panel,
                spacing=2,
            )
        )
        self._body.addWidget(self._checking)
        self._body.addStretch(1)

    def _nothing(self) -> QWidget:
        made = QWidget()
        self.to_box = button(self.tr("Go to the ballot box"))
        self.to_box.clicked.connect(lambda: self.desk.go("box"))
        self.ahead, self.key_ahead = Ahead(), PublishedKey(self.desk, "strong")
        made.setLayout(
            column(
                label(self.tr("There is no result yet."), "heading", wrap=True),
                label(
                    self.tr("The archive is written once the ballot box has been opened."), "quiet", wrap=True
                ),
                4,
                row(self.to_box, None),
                8,
                self.ahead,
                8,
                self.key_ahead,
                8,
            )
        )
        return made

    def _ready(self) -> QWidget:
        made = QWidget()
        self._standing = column(spacing=6)
        self.written = label("", "body", wrap=True)
        self.to_check = button(self.tr("To the check"), "quiet-link")
        self.to_check.clicked.connect(self._show_checked)
        written = row(self.written, self.to_check, spacing=12)
        written.setStretch(0, 1)
        self._written = QWidget()
        self._written.setLayout(written)
        self._written.hide()
        self.to_results = button(self.tr("Go to the results"), "quiet-link")
        self.to_results.clicked.connect(lambda: self.desk.go("results"))
        self._public, self._hidden = column(spacing=6), column(spacing=6)
        self.auditors = label("", "secondary", wrap=True, select=True)
        self.key = PublishedKey(self.desk)
        halves = row(
            column(
                label(self.tr("In it, for everybody"), "strong", wrap=True), self._public, None, spacing=6
            ),
            column(
                label(self.tr("Not in it"), "strong", wrap=True), self._hidden, self.auditors, None, spacing=6
            ),
            spacing=28,
        )
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        made.setLayout(
            column(
                self._standing,
                self._written,
                row(self.to_results, None),
                6,
                halves,
                8,
                rule(),
                6,
                self.key,
                spacing=6,
            )
        )
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines no longer than can be read; by the margin, as heights are found for the width between margins."""
        super().resizeEvent(event)
        edges = self._body.contentsMargins()
        edges.setRight(max(MARGIN, self.width() - theme.room(WIDEST) - MARGIN))
        self._body.setContentsMargins(edges)

    # --- showing --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Shows how the result stands."""
        seen = self.desk.act(_look)
        if seen is not None:
            self._show(seen)

    def _show(self, seen: _Seen) -> None:
        self._seen = seen
        self.nothing.setVisible(not seen.opened)
        self.ahead.show_rule(seen.rule)
        self.key_ahead.show_key(seen.thumbprint)
        self.key_ahead.setVisible(bool(seen.thumbprint))
        self.ready.setVisible(seen.opened)
        writing = not self.desk.read_only
        self.write_act.setVisible(writing and seen.opened)
        self.write_act.setEnabled(not self.desk.busy and seen.draw is not None)
        self.set_subtitle(self._subtitle(seen))
        for layout in (self._standing, self._public, self._hidden):
            empty(layout)
        if not seen.opened or seen.rule is None:
            return
        add_lines(self._standing, [self._standing_line(seen)])
        there = any(each.name == "results" for each in stations.present())
        self.to_results.setVisible(there and seen.notice.status != "final")
        for layout, said in (
            (self._public, public_words(seen.rule)),
            (self._hidden, hidden_words(seen.rule)),
        ):
            for each in said:
                sentence = label(each, "body", wrap=True)
                layout.addLayout(_item(sentence, layout is self._public))
        count = len(seen.rule.auditors)
        self.auditors.setVisible(bool(count))
        keys = "\n".join(visible(each, 100) for each in seen.rule.auditors)
        self.auditors.setText(self.tr("Keys of the %n auditor(s):", "", count) + "\n" + keys)
        self.key.show_key(seen.thumbprint)
        if not self.panel.expected.text():
            self.panel.expect(seen.thumbprint)

    def _subtitle(self, seen: _Seen) -> str:
        if not seen.opened:
            return ""
        return {
            "counted": self.tr("Counted, not confirmed"),
            "proposed": self.tr("Proposed, not final"),
            "final": self.tr("Final"),
        }[seen.notice.status]

    def _standing_line(self, seen: _Seen) -> Line:
        if seen.draw is None:
            return Line(
                "attention",
                self.tr(
                    "The public draw that the rule names hasn't been entered. Enter it with the results first."
                ),
            )
        if seen.notice.status == "final":
            return Line("done", self.tr("The result is final, and the archive says so."))
        if seen.notice.status == "proposed":
            words = self.tr(
                "The result isn't final yet: objections may still change it. An archive written now says that; "
                "write it again once the result is final."
            )
            return Line("open", words)
        words = self.tr(
            "The result hasn't been confirmed. Writing the archive confirms and seals it, without a notice for "
            "objections. To hold one, confirm it with the results first."
        )
        return Line("attention", words)

    def first_focus(self) -> QWidget | None:
        """Writing, where there is something to write."""
        if not self._seen.opened:
            return self.to_box
        return self.write_act if self.write_act.isVisibleTo(self) else self.check_act

    def set_busy(self, busy: bool) -> None:
        super().set_busy(busy)
        self.panel.setEnabled(not busy)
        if not busy:
            self.write_act.setEnabled(self._seen.draw is not None)

    # --- writing --------------------------------------------------------------------------------------------------

    def _ask_writing(self) -> None:
        if self._seen.notice.status == "counted":
            self.desk.ask(
                self.tr("Seal the result without a notice?"),
                self.tr("It can't be taken back: the round is sealed, and nobody was asked for objections."),
                self.tr("Seal and write"),
                self._choose,
            )
        else:
            self._choose()

    def _choose(self) -> None:
        name = self.tr("{title}.results").format(title=_file_name(self._seen.title))
        self.desk.save_as(self, name, self.tr("Results archive (*.results)"), self.write_to)

    def write_to(self, file: Path) -> None:
        """Writes the archive, and checks it."""

        def work(workspace: Workspace, progress: Progress) -> Results:
            return workspace.counting.archive(workspace.rounds.current(), file)

        def done(results: Results) -> None:
            count = len(results.states)
            self.desk.tell_of_file(
                self.tr("The archive is written, with %n sheet(s) stated.", "", count),
                file,
                self.tr("Publish it with the thumbprint of the key beside it."),
            )
            self.panel.forget()
            self._just_written = file
            self.panel.take([file])

        self.desk.run(self.tr("Writing the archive"), work, done, topics=("box", "package", "campaign"))

    def _save_page(self) -> None:
        def do(file: Path) -> None:
            def write(workspace: Workspace) -> None:
                from review_app.model.result.archive import page_bytes

                write_atomically(file, page_bytes())

            if self.desk.did(write):
                self.desk.tell_of_file(
                    self.tr("Saved: {name}").format(name=file.name),
                    file,
                    self.tr(
                        "It opens in any browser and asks the network for nothing. The archive holds it, too."
                    ),
                )

        self.desk.save_as(self, PAGE_NAME, self.tr("Web page (*.html)"), do)

    # --- checking -------------------------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        filters = [
            self.tr("Files to check (*.results *.pdf *.jws *.txt)"),
            self.tr("All files (*)"),
        ]
        self.desk.open_files(self, filters, self._check)

    def _check(self, paths: list[Path]) -> None:
        self._just_written = None
        self.panel.take(paths)

    def take_files(self, paths: list[Path]) -> bool:
        """What anybody can check is checked here."""
        try:
            fits = any(can_be_checked(path) for path in paths)
        except ReviewError:
            return False
        if fits:
            self._check(paths)
        return fits

    def _run(self, work: Work, done: Callable[[Found], None], failed: Callable[[Exception], None]) -> None:
        def finished(found: Found) -> None:
            done(found)
            file, self._just_written = self._just_written, None
            if file is None:
                QTimer.singleShot(0, self, self._show_checked)
            else:  # nobody asked for the check: the page stays where it is, and says what came of it
                self._tell_of_check(file)

        self.desk.run(self.tr("Checking"), lambda workspace, progress: work(progress), finished, failed)

    def _tell_of_check(self, file: Path) -> None:
        archive = self.panel.archive
        self._written.setVisible(archive is not None)
        if archive is not None:
            said = verdict(archive, self.panel.expected_key)
            set_role(self.written, "done-body" if said.tone == "done" else "attention-body")
            words = self.tr("{name} is written and was checked as anybody can. {verdict}")
            self.written.setText(words.format(name=visible(file.name, 80), verdict=said.text))

    def _show_checked(self) -> None:
        """Brings what was found into sight."""
        inside = self.area.widget() if self.area is not None else None
        if self.area is not None and inside is not None:
            self.area.verticalScrollBar().setValue(self._checking.mapTo(inside, QPoint(0, 0)).y())


def _item(sentence: QWidget, public: bool) -> QLayout:
    made = row(column(Mark("done" if public else "open"), None), sentence, spacing=6)
    made.setStretch(1, 1)
    return made


def _file_name(title: str) -> str:
    """A title as a file can be called."""
    kept = "".join(each if each not in '\\/:*?"<>|' else " " for each in visible(title, 60))
    return " ".join(kept.split()).strip(". ") or "results"
