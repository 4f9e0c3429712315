"""Third step: what leaves the computer and what doesn't, the sheet, and how one knows that it arrived and counts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLayout, QLineEdit, QWidget

from review_app.model.errors import ReviewError
from review_app.model.scoring.meta import Exported
from review_app.model.scoring.sheet import Receipt, new_sheet_name
from review_app.ui import theme
from review_app.ui.expert import own_papers, sheet_file
from review_app.ui.expert.amendment_words import closing_words
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.earlier_field import EarlierField
from review_app.ui.expert.own_files import OwnFiles
from review_app.ui.expert.receipt_panel import Codes, ReceiptPanel
from review_app.ui.expert.revision_words import file_name, last_words, receipt_words, replaced_words
from review_app.ui.expert.sign_words import explanation
from review_app.ui.expert.wording import standing_words
from review_app.ui.jobs import Jobs
from review_app.ui.widgets.dialogs import ask_for_new
from review_app.ui.widgets.fade import Fade
from review_app.ui.widgets.parts import Flowing, button, column, empty, ground, label, row, rule, scrolling

TEXT_WIDTH = 640
SHOWN_OPEN = 8
"""Open cases listed; more are counted."""
PATIENCE = 0.4
"""Seconds in which a sheet is usually written: the window waits that long for it, and shows nothing in between."""


class SignPage(QWidget):
    """Signs and seals.  Nothing is written before the person has chosen where.

    :attr:`jump` carries a case and the criterion to look at, or -1.
    """

    jump = Signal(str, int)
    trouble = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__()
        ground(self, "window")
        self._desk, self._jobs = desk, jobs
        self.open_links: list[QWidget] = []
        self._files: dict[int, Path] = {}  # revisions written since the window was opened
        self._earlier: EarlierField | None = None
        self.receipt_panel: ReceiptPanel | None = None
        self._left = column(spacing=0)
        self._right = column(spacing=8)
        self.own_files = OwnFiles(desk, jobs)
        self.own_files.trouble.connect(self.trouble)
        self.own_files.grown.connect(self._bring_into_view)
        left, right = Flowing(), Flowing()
        # Side by side at the middle of a wide window; no line longer than can be read.
        explained = row(None, _limited(column(self._left, None, margins=(40, 24, 40, 24))), spacing=0)
        explained.setStretch(1, 100)
        left.setLayout(explained)
        doing = column(self._right, 20, self.own_files, None, margins=(32, 24, 32, 24), spacing=0)
        acting = row(_limited(doing), None, spacing=0)
        acting.setStretch(0, 100)
        right.setLayout(acting)
        self._left_area, self._right_area = scrolling(left, "paper"), scrolling(right)
        self.fades = (
            Fade(self._left_area, lambda: QColor(theme.current().paper)),
            Fade(self._right_area, lambda: QColor(theme.current().window)),
        )
        whole = row(self._left_area, self._right_area, spacing=0)
        whole.setStretch(0, 5)
        whole.setStretch(1, 6)
        self.setLayout(whole)
        self._later = QTimer(self, singleShot=True, interval=0)  # many cases may change at once
        self._later.timeout.connect(self._reload_here)
        desk.case_changed.connect(self._reload_soon)
        desk.amended.connect(self._reload_soon)

    def reload(self) -> None:
        """Shows what holds now: what is open, the way to export, or what to do with the sheet that was made."""
        empty(self._left)
        self._left.addLayout(explanation(self._desk))
        empty(self._right)
        self.open_links, self._earlier, self.receipt_panel = [], None, None
        open_cases = self._desk.open_cases()
        standing = None if open_cases else self._desk.session.standing_export()
        current, amendments_since = standing or (None, 0)
        if open_cases:
            self._show_open(open_cases)
        elif current is not None:
            self._show_receipt(current, amendments_since)
        else:
            self._show_export()
        self._show_earlier(None if current is None else current.revision)

    def _reload_soon(self, _: object) -> None:
        if self.isVisible():
            self._later.start()

    def _reload_here(self) -> None:
        """After a change while the page is shown: the focus, which goes with what it was on, comes back."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        bar = self._right_area.verticalScrollBar()
        place = bar.value()
        self.reload()
        if inside:
            self.focus_first()
        bar.setValue(place)  # the focus on its way has moved it

    def focus_first(self) -> None:
        """Puts the focus on what comes next: the first open case, the sheet that was made, or the way to export."""
        if self.open_links:
            target = self.open_links[0]
        elif self.receipt_panel is not None:
            target = self.receipt_panel.copy_all
        else:
            target = self.export_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_open(self, open_cases: list[str]) -> None:
        self._right.addWidget(label(self.tr("Not ready to sign yet"), "heading"))
        self._show_closing()
        self._right.addWidget(
            label(
                self.tr("%n case(s) are still open. Score them, or recuse yourself.", "", len(open_cases)),
                "body",
                wrap=True,
            )
        )
        links = column(spacing=0)
        self._right.addLayout(links)
        for case_id in open_cases[:SHOWN_OPEN]:
            links.addLayout(self._open_link(case_id))
        more = len(open_cases) - SHOWN_OPEN
        if more > 0:
            self._right.addWidget(label(self.tr("and %n more", "", more), "secondary"))

    def _show_closing(self) -> None:
        if closing := closing_words(self._desk.session):
            self._right.addWidget(label(closing, "strong", wrap=True))

    def _open_link(self, case_id: str) -> QLayout:
        link = button("", "link")
        text = f"{self._desk.number(case_id):02d}  {self._desk.title(case_id)}"
        link.ensurePolished()
        shown = link.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, 280)
        link.setText(shown.replace("&", "&&"))
        link.setAccessibleName(text)
        scores = self._desk.state(case_id).scores
        missing = next((place for place, score in enumerate(scores) if score is None), -1)
        link.clicked.connect(lambda: self.jump.emit(case_id, missing))
        self.open_links.append(link)
        return row(link, label(standing_words(self._desk.state(case_id)), "secondary"), None, spacing=8)

    def _show_export(self) -> None:
        meta = self._desk.session.meta
        again = meta.last_revision
        self._right.addWidget(label(self.tr("Sign and export"), "heading"))
        self._show_closing()
        text = self.tr("Every case is decided. Your sheet becomes one sealed file, which you then send.")
        if again:
            text = self.tr(
                "A sheet was made before: {last}. It no longer says what stands here, and this one replaces it."
            ).format(last=last_words(meta))
        self._right.addWidget(label(text, "body", wrap=True))
        self._right.addSpacing(8)
        self._earlier = EarlierField()
        self._earlier.field.textChanged.connect(lambda _: self._say_which())
        self._right.addWidget(self._earlier)
        self._right.addSpacing(8)
        self._which = label("", "secondary", wrap=True)
        self._right.addWidget(self._which)
        self._right.addSpacing(8)
        self._add_export_button(self.tr("Sign and export…"), "primary")
        self._say_which()

    def _say_which(self) -> None:
        """Which revision the sheet will be, and what that means."""
        revision = max(self._desk.session.meta.last_revision, self._entered) + 1
        self._which.setText(
            self.tr(
                "This will be revision {number}. If you change something and export again, that is revision {next}; "
                "the highest one that arrives in time counts, and the others don't."
            ).format(number=revision, next=revision + 1)
        )

    @property
    def _entered(self) -> int:
        """The revision of another computer; 0 where nothing is entered."""
        return 0 if self._earlier is None else self._earlier.revision

    def _add_export_button(self, text: str, kind: str) -> None:
        self.export_button = button(text, kind)
        self.export_button.clicked.connect(self._ask_where)
        self._right.addLayout(row(self.export_button, None))

    @property
    def explained(self) -> QWidget:
        """The side that explains; nothing is pressed there."""
        return self._left_area

    @property
    def text_width(self) -> int:
        """Pixels of the widest column of text, margins included."""
        return theme.room(TEXT_WIDTH)

    @property
    def earlier(self) -> QLineEdit | None:
        """Where the last revision of another computer is entered, while a sheet can be made."""
        return None if self._earlier is None else self._earlier.field

    def _show_receipt(self, codes: Exported, amendments_since: int) -> None:
        if amendments_since:
            self._right.addWidget(
                label(
                    self.tr(
                        "%n amendment(s) came after this sheet. No new export is needed for that; export again only if "
                        "you change something because of it.",
                        "",
                        amendments_since,
                    ),
                    "notice",
                    wrap=True,
                )
            )
            self._right.addSpacing(12)
        instructions = self._desk.session.package.manifest.return_instructions
        closing = closing_words(self._desk.session)
        earlier = [each for each in self._desk.session.meta.exported if each != codes]
        panel = ReceiptPanel(
            codes,
            self._files.get(codes.revision),
            instructions,
            closing,
            file_name(codes),
            replaced_words(earlier) if earlier else "",
        )
        panel.print_wanted.connect(lambda: self._ask_where_receipt(codes))
        self.receipt_panel = panel
        self._right.addWidget(panel)
        self._right.addSpacing(12)
        self._right.addWidget(rule())
        self._right.addWidget(
            label(
                self.tr(
                    "The sheet says what stands here now. If you change something later, export again: that is a new "
                    "revision with codes of its own, and the highest that arrives in time counts."
                ),
                "secondary",
                wrap=True,
            )
        )
        self._add_export_button(self.tr("Export once more…"), "")

    def _show_earlier(self, shown: int | None) -> None:
        earlier = [each for each in self._desk.session.meta.exported if each.revision != shown]
        if not earlier:
            return
        self._right.addSpacing(12)
        self._right.addWidget(label(self.tr("Earlier receipts"), "heading"))
        for each in reversed(earlier):
            self._right.addWidget(label(receipt_words(each), "secondary", wrap=True, select=True))

    def _ask_where(self) -> None:
        name = new_sheet_name(self.tr("scores", "file name of a sheet"))
        # A sheet never takes the place of another file: the session refuses, in words.
        ask_for_new(
            self,
            self.tr("Save the score sheet"),
            self._usual_folder() / name,
            self.tr("Score sheet (*.scoresheet)"),
            self.export_to,
        )

    def _bring_into_view(self, part: QWidget) -> None:
        """As soon as the page has its new height."""

        def scroll() -> None:
            layout = self._right_area.widget().layout()  # type: ignore[union-attr]  # set when the page was made
            if layout is not None:
                layout.activate()
            self._right_area.ensureWidgetVisible(part, 0, 24)

        QTimer.singleShot(0, part, scroll)

    def _usual_folder(self) -> Path:
        return self._files[max(self._files)].parent if self._files else sheet_file.documents_folder()

    def export_to(self, file: Path) -> None:
        """Signs and seals into ``file``; a failure leaves no file and is told.

        Everything is saved before.  While the disk is slow the button waits, and the window doesn't.
        """
        revision = self._entered
        self.export_button.setEnabled(False)
        session = self._desk.session
        job = self._jobs.start(lambda _: session.wait(), lambda _: self._sign(file, revision), self._fail)
        job.wait(PATIENCE)

    def _sign(self, file: Path, earlier: int) -> None:
        """Signs what stands here, if all of it could be saved; what couldn't was told and has gone back."""
        if not self._desk.wait_saved():
            self.reload()
            return
        session = self._desk.session

        def work(_: object) -> Receipt:
            if earlier:
                session.note_earlier_revision(earlier)
            return session.export(file)

        self._jobs.start(work, lambda receipt: self._exported(receipt, file), self._fail).wait(PATIENCE)

    def _exported(self, receipt: Receipt, file: Path) -> None:
        self._files[receipt.revision] = file
        self.reload()
        self._right_area.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.focus_first()
        self._desk.exported.emit(receipt)

    def _ask_where_receipt(self, codes: Codes) -> None:
        name = self.tr("receipt-{revision}", "file name").format(revision=codes.revision)
        ask_for_new(
            self,
            self.tr("Save the receipt"),
            self._usual_folder() / f"{name}.pdf",
            self.tr("PDF document (*.pdf)"),
            lambda file: self.save_receipt(codes, file),
        )

    def save_receipt(self, codes: Codes, file: Path) -> None:
        """Writes the page that can be printed into a new file, and offers to open it."""
        sheet = self._files.get(codes.revision)
        kept = file_name(codes) if isinstance(codes, Exported) else ""
        paper = own_papers.receipt_sheet(self._desk, codes, kept if sheet is None else sheet.name)
        self._jobs.start(lambda _: own_papers.write_receipt(paper, file), self._receipt_saved, self._fail)

    def _receipt_saved(self, file: Path) -> None:
        if self.receipt_panel is not None:
            self.receipt_panel.tell_saved(file)

    def _fail(self, failure: Exception) -> None:
        if not isinstance(failure, ReviewError):
            raise failure
        self.trouble.emit(failure)
        self.reload()


def _limited(layout: QLayout) -> QWidget:
    made = QWidget()
    made.setMaximumWidth(theme.room(TEXT_WIDTH))
    made.setLayout(layout)
    return made
