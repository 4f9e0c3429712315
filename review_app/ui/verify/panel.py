"""Checks what is dropped on it, and says in plain words what was checked and found.  For anyone, and for organizers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

import msgspec
import shiboken6
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from review_app.model.checking import CheckedFile, check_file, expected_signer
from review_app.model.errors import InputError, ReviewError
from review_app.model.progress import Progress
from review_app.model.text import visible
from review_app.ui import language, theme
from review_app.ui.errors import sentences
from review_app.ui.jobs import Job
from review_app.ui.verify import words
from review_app.ui.verify.lines import add_lines
from review_app.ui.verify.ranking import RecountTable
from review_app.ui.verify.receipt import is_typed, receipt_lines
from review_app.ui.widgets.drop_area import DropArea
from review_app.ui.widgets.parts import button, column, empty, label, row, rule, set_role
from review_app.ui.widgets.progress_bar import ThinBar

Found: TypeAlias = "list[CheckedFile | ReviewError]"
Work: TypeAlias = "Callable[[Progress], Found]"
Runner: TypeAlias = "Callable[[Work, Callable[[Found], None], Callable[[Exception], None]], Job | None]"
"""Does work beside the window.  None where it shows the progress itself, or refused."""
AWARDS_AT_MOST = 30
"""Certificates of one file that are shown field by field; those that don't hold come first."""


class Typed(msgspec.Struct, frozen=True):
    """What a panel holds, to be put into another one."""

    expected: str = ""
    receipt: str = ""
    files: tuple[Path, ...] = ()


class VerifyPanel(QWidget):
    """An archive, certificates beside it, a box record beside it; a receipt is looked up in the archive."""

    checked = Signal()
    """Files were looked at; what was found is shown."""

    def __init__(self, run: Runner, *, invites: bool = True) -> None:
        """``invites``: whether there is a place that asks for files, and a field for the key that is expected."""
        super().__init__()
        self._run = run
        self._job: Job | None = None
        self._files: list[CheckedFile] = []
        self._failures: list[tuple[str, ReviewError]] = []
        self.area = self._drop_area()
        self.area.setVisible(invites)
        self.expected = QLineEdit()
        self.expected.setAccessibleName(self.tr("Thumbprint of the organizer's key"))
        self.expected.setPlaceholderText(self.tr("its thumbprint, or as on a ballot card"))
        self.expected.textChanged.connect(self._show)
        self.expected_trouble = label("", "attention", wrap=True)
        self.receipt = QLineEdit()
        self.receipt.setAccessibleName(self.tr("Receipt"))
        self.receipt.setPlaceholderText(self.tr("from your receipt"))
        self.receipt.textChanged.connect(self._show_receipt)
        self._receipt_lines = column(spacing=4)
        self._fields = self._two_fields()
        self._progress = self._progress_row()
        self._before = column(spacing=6)
        self._after = column(spacing=6)
        self.ranking = RecountTable()
        self.ranking.hide()
        self.ties = label("", "secondary", wrap=True)
        self.ties.hide()
        self._keys = invites
        self.auditor = button(self.tr("I am an auditor: open my key file…"))
        self.auditor.clicked.connect(self._ask_key)
        self.auditor.hide()
        self.setLayout(
            column(
                self.area, self._fields, self._progress, self._before, row(self.auditor, None), self.ranking,
                self.ties, self._after, spacing=10
            )
        )  # fmt: skip
        self._show()

    # --- building -------------------------------------------------------------------------------------------------

    def _drop_area(self) -> DropArea:
        area = DropArea()
        self.invitation = label(
            self.tr("Drop a published result or a certificate here"), "heading", wrap=True
        )
        self._kinds = label(
            self.tr("a file ending in .results, a certificate (PDF), or a box record you were handed"),
            "secondary",
            wrap=True,
        )
        self.open = button(self.tr("Open a file…"), "primary")
        self.open.clicked.connect(self._ask)
        line = row(
            column(self.invitation, self._kinds, spacing=2), self.open, margins=(20, 12, 16, 12), spacing=16
        )
        line.setStretch(0, 1)
        area.setLayout(line)
        return area

    def _two_fields(self) -> QWidget:
        made = QWidget()
        self._expected_part = QWidget()
        key_words = label(self.tr("Organizer's key, as published"), "strong", wrap=True)
        self._expected_part.setLayout(column(None, key_words, self.expected, spacing=4))
        receipt_words = label(self.tr("Your receipt, if any"), "strong", wrap=True)
        line = row(self._expected_part, column(None, receipt_words, self.receipt, spacing=4), spacing=16)
        line.setStretch(0, 2)
        line.setStretch(1, 1)
        made.setLayout(column(line, self.expected_trouble, self._receipt_lines, spacing=4))
        return made

    def _progress_row(self) -> QWidget:
        made = QWidget()
        self.bar = ThinBar(160)
        self.count = label("", "secondary")
        self.stop = button(self.tr("Cancel"))
        self.stop.clicked.connect(self._cancel)
        made.setLayout(row(label(self.tr("Checking…"), "body"), self.bar, self.count, None, self.stop))
        made.hide()
        return made

    # --- files ----------------------------------------------------------------------------------------------------

    def typed(self) -> Typed:
        """What it holds now."""
        files = tuple(each.path for each in self._files)
        return Typed(self.expected.text(), self.receipt.text(), files)

    def put(self, typed: Typed) -> None:
        """Takes over what another one held; files are checked again."""
        self.expected.setText(typed.expected)
        self.receipt.setText(typed.receipt)
        if typed.files:
            self.take(typed.files)

    def expect(self, thumbprint: str) -> None:
        """The key is known here; nobody has to paste it."""
        self.expected.setText(thumbprint)
        self._expected_part.hide()

    @property
    def archive(self) -> CheckedFile | None:
        """The archive that is open."""
        return next((each for each in self._files if each.archive is not None), None)

    @property
    def files(self) -> list[CheckedFile]:
        """What was checked, the newest first."""
        return list(self._files)

    @property
    def refused(self) -> int:
        """How many of the files that came last could not be checked."""
        return len(self._failures)

    @property
    def busy(self) -> bool:
        """Whether something is being checked."""
        return self._job is not None

    def take(self, paths: Sequence[Path], auditor_key: Path | None = None) -> None:
        """Checks files beside the window and shows what was found; one archive at a time."""
        self._cancel()

        def work(progress: Progress) -> Found:
            found: Found = []
            for path in paths:
                try:
                    found.append(check_file(path, auditor_key, progress))
                except ReviewError as failure:
                    found.append(failure)
            return found

        job = self._run(work, partial(self._take, list(paths)), self._failed)
        if job is not None:
            self._job = job
            self.bar.set_progress(0, 1)
            self.count.setText("")
            self._progress.show()
            self._kinds.hide()  # room for what was found
            job.progressed.connect(self._progressed)
            job.ended.connect(partial(self._ended, job))

    def set_alive(self, alive: bool) -> None:
        """Files are held over the window, or no longer."""
        self.area.set_alive(alive)

    def forget(self) -> None:
        """Shows nothing."""
        self._files, self._failures = [], []
        self._show()

    def _take(self, paths: list[Path], found: Found) -> None:
        if not shiboken6.isValid(self):
            return
        self._failures = []
        fresh: dict[object, CheckedFile] = {}
        for path, each in zip(paths, found, strict=True):
            if isinstance(each, CheckedFile):
                fresh[_place(each)] = each
            else:
                self._failures.append((path.name, each))
        came = sorted(fresh.values(), key=lambda each: each.archive is None)  # the archive first, of several
        self._files = [*came, *(other for other in self._files if _place(other) not in fresh)]
        self._show()
        self.checked.emit()

    def _failed(self, failure: Exception) -> None:
        if not isinstance(failure, ReviewError):
            raise failure
        if shiboken6.isValid(self):
            self._failures = [("", failure)]
            self._show()

    def _progressed(self, done: int, total: int) -> None:
        if not shiboken6.isValid(self):
            return
        locale = language.LOCALES[language.current()]
        said = self.tr("{done} of {total} sheets")
        self.count.setText(
            said.format(done=locale.toString(done), total=locale.toString(total)) if total else ""
        )
        self.bar.set_progress(done, total)

    def _ended(self, job: Job) -> None:
        if self._job is job and shiboken6.isValid(self):
            self._job = None
            self._progress.hide()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._job = None
            self._progress.hide()

    def _ask(self) -> None:
        from review_app.ui.widgets.dialogs import ask_for_several

        filters = [
            self.tr("Files to check (*.results *.pdf *.jws *.txt)"),
            self.tr("All files (*)"),
        ]
        ask_for_several(self, self.tr("Open files to check"), filters, self.take)

    def _ask_key(self) -> None:
        from review_app.ui.widgets.dialogs import ask_for_existing

        open_now = self.archive
        if open_now is None:
            return
        path = open_now.path
        filters = [self.tr("Key files of age (*.txt *.key)"), self.tr("All files (*)")]
        ask_for_existing(self, self.tr("An auditor's key"), filters, lambda key: self.take([path], key))

    # --- showing --------------------------------------------------------------------------------------------------

    @property
    def expected_key(self) -> str | None:
        """The key that was put in, by its thumbprint or as a card has it, as far as there is one."""
        signers = {signer for each in self._files for signer in each.signers}
        return expected_signer(self.expected.text(), signers)

    def _show(self) -> None:
        expected = self.expected_key
        wrong = bool(self.expected.text().strip()) and expected is None
        self.expected_trouble.setVisible(wrong)
        if wrong:
            self.expected_trouble.setText(
                self.tr(
                    "This is no thumbprint: it has 43 letters, digits, - and _; on a ballot card, 12 symbols."
                )
            )
        for layout in (self._before, self._after):
            empty(layout)
        for name, failure in self._failures:
            self._show_failure(name, failure)
        archive = self.archive
        report = archive.archive if archive is not None else None
        self.ranking.setVisible(report is not None)
        self.auditor.setVisible(report is not None and not report.counted)
        ties = words.tie_lines(report) if report is not None else []
        self.ties.setText("\n".join(ties))
        self.ties.setVisible(bool(ties))
        if report is not None:
            self.ranking.show_report(report)
        layout = self._before if archive is not None else self._after
        for each in self._files:  # the newest first: what came after the archive stands above it
            if each is archive:
                self._show_archive(each, expected)
                layout = self._after
            elif each.record is not None:
                self._head(layout, each)
                add_lines(layout, words.record_lines(each.record, report))
            elif each.awards:
                self._show_awards(layout, each, expected, archive)
        self._show_receipt()
        QTimer.singleShot(0, self, self._measure)

    def _measure(self) -> None:
        """Lines are measured again once they have the look of the window: in two lines where they take two."""
        for each in self.findChildren(QLabel):
            each.updateGeometry()  # every layout between it and the panel forgets its height

    def _head(self, layout: QVBoxLayout, file: CheckedFile) -> None:
        layout.addSpacing(8)
        layout.addWidget(rule())
        layout.addSpacing(4)
        layout.addWidget(label(visible(file.path.name, 120), "secondary", wrap=True))

    def _verdict(self, layout: QVBoxLayout, file: CheckedFile, expected: str | None) -> None:
        said = words.verdict(file, expected)
        shown = label(said.text, "heading", wrap=True)
        if said.tone == "done":
            set_role(shown, "done-heading")
        elif said.tone == "attention":
            set_role(shown, "attention-heading")
        layout.addWidget(shown)

    def _show_failure(self, name: str, failure: ReviewError) -> None:
        text = sentences(failure)
        self._before.addSpacing(4)
        if name:
            self._before.addWidget(label(visible(name, 120), "secondary", wrap=True))
        what, after = self._refused(failure) or (text.what, text.next)
        shown = label(what, "heading", wrap=True)
        set_role(shown, "attention-heading")
        self._before.addWidget(shown)
        self._before.addWidget(label(after, "body", wrap=True))

    def _refused(self, failure: ReviewError) -> tuple[str, str] | None:
        """What is said here of a file that can't be checked, where that is more than is said elsewhere."""
        if not isinstance(failure, InputError):
            return None
        beside = self.tr(
            "An announcement, a report or a table can't be checked by itself: open the result that was published "
            "with it, a file ending in .results."
        )
        match failure.code:
            case "unknown-file":
                return self.tr(
                    "This is neither a published result nor a certificate nor a box record."
                ), beside
            case "certificate-not-found":
                return self.tr("This PDF is no certificate made by this program."), beside
            case "archive-damaged":
                part = words.part_name(str(failure.params["part"]))
                after = self.tr(
                    "Changed, replaced or missing: {part}. Get the file again from where it was published; if that "
                    "changes nothing, don't rely on it, keep it, and tell the organizer."
                )
                return self.tr("This archive was changed or is incomplete."), after.format(part=part)
        return None

    def _show_archive(self, file: CheckedFile, expected: str | None) -> None:
        report = file.archive
        assert report is not None
        self._head(self._before, file)
        title = " · ".join(part for part in (report.terms.title, report.terms.edition) if part)
        self._before.addWidget(label(visible(title, 200), "strong", wrap=True))
        self._verdict(self._before, file, expected)
        add_lines(self._before, [words.key_line(file, expected)], select=True)
        add_lines(self._before, words.finding_lines(report))
        add_lines(self._before, words.archive_lines(report))
        states = words.states_text(report)
        self._before.addWidget(label(states, "secondary", wrap=True))
        self._before.addSpacing(4)
        heading = (
            self.tr("Ranking, counted again") if report.counted else self.tr("What the organizer states")
        )
        self._before.addWidget(label(heading, "strong", wrap=True))

    def _show_awards(
        self, layout: QVBoxLayout, file: CheckedFile, expected: str | None, archive: CheckedFile | None
    ) -> None:
        self._head(layout, file)
        self._verdict(layout, file, expected)
        add_lines(layout, [words.key_line(file, expected)], select=True)
        if file.certificate is not None:
            add_lines(layout, words.file_lines(file.certificate), select=True)
        note = self.tr(
            "Compare with the page what was signed; for anything else on the page the signature says nothing."
        )
        layout.addWidget(label(note, "secondary", wrap=True))
        shown_awards = sorted(file.awards, key=lambda award: award.holds)[:AWARDS_AT_MOST]
        for award in shown_awards:
            layout.addSpacing(4)
            for name, value in words.award_fields(award):
                named = label(name, "secondary")
                named.setFixedWidth(theme.room(104))
                shown = label(value, "body", wrap=True, select=True)
                shown.setAccessibleName(f"{name} {value}")
                line = row(column(named, None), shown, spacing=8)
                line.setStretch(1, 1)
                layout.addLayout(line)
            add_lines(layout, words.award_lines(award))
            if archive is not None and archive.archive is not None:
                add_lines(layout, words.beside_lines(archive.archive, award))
        more = len(file.awards) - len(shown_awards)
        if more:
            left_out = self.tr("and %n more, each with its signature checked", "", more)
            layout.addWidget(label(left_out, "secondary", wrap=True))

    def _show_receipt(self) -> None:
        empty(self._receipt_lines)
        typed = self.receipt.text().strip()
        if not typed:
            return
        archive = self.archive
        if archive is None or archive.archive is None:
            wanted = self.tr("Open the published result, too: the receipt is looked up in it.")
            self._receipt_lines.addWidget(label(wanted, "secondary", wrap=True))
        elif is_typed(typed):  # not while it is being typed
            add_lines(self._receipt_lines, receipt_lines(archive.archive, typed))


def _place(file: CheckedFile) -> object:
    """What takes the place of what: one archive, one record; certificates by their file."""
    if file.archive is not None:
        return "archive"
    return "record" if file.record is not None else file.path
