"""The attachments of a nomination, opened in the expert's own viewers; those that can't be taken, and why."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from review_app.model.case import Attachment
from review_app.model.text import visible
from review_app.model.workspace.submission import BrokenAttachment, Submission
from review_app.ui.expert.document_views import DocumentViews
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.piece import Piece
from review_app.ui.organizer.nominations.words import problem_text, size_words
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, empty, ground, label, row


class Attachments(Piece):
    """A tab a file; the file below."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self._shown = ""
        self._asleep = False
        self._tabs: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._flow = Flow(spacing=6)
        self._names = QWidget()
        self._names.setLayout(self._flow)
        self.stack = QStackedWidget()
        self.views = DocumentViews(
            self.stack, lambda name: None, _nothing, lambda zoom: None, _nothing, lambda place: None
        )
        self.what = label("", "attention-body", wrap=True)
        self.next = label("", "quiet", wrap=True)
        trouble = QWidget()
        trouble.setLayout(column(self.what, self.next, None, margins=(8, 16, 8, 8)))
        self._trouble = ground(trouble, "window")
        self.stack.addWidget(self._trouble)
        self.about = label("", "secondary", wrap=True)
        self.add = button(self.tr("Add a file…"))
        self.add.clicked.connect(self._ask)
        self.remove = button(self.tr("Leave out"))
        self.remove.clicked.connect(self._remove)
        foot = row(self.about, self.add, self.remove, margins=(0, 4, 0, 0))
        foot.setStretch(0, 1)
        layout = column(self._names, self.stack, foot, margins=(2, 4, 0, 0), spacing=6)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def fill(self, submission: Submission, same: bool) -> None:
        items: list[Attachment | BrokenAttachment] = [*submission.attachments, *submission.broken]
        names = [item.file_name for item in items]
        if not same or names != list(self._tabs):
            empty(self._flow)
            self._tabs.clear()
            self._group = QButtonGroup(self)
            for item in items:
                self._add_tab(item)
        for widget in (self.add, self.remove):
            widget.setVisible(self.editable)
        self._names.setVisible(bool(names))
        wanted = self._shown if same and self._shown in names else next(iter(names), "")
        if not same or wanted != self._shown or not names:
            self.open(wanted)

    def _add_tab(self, item: Attachment | BrokenAttachment) -> None:
        broken = isinstance(item, BrokenAttachment)
        words = visible(item.title or item.file_name, 28).replace("&", "&&")
        tab = button(self.tr("⚠ {name}").format(name=words) if broken else words, "tab")
        tab.setCheckable(True)
        tab.setToolTip(visible(item.file_name, 200))
        tab.clicked.connect(lambda _=False, name=item.file_name: self.open(name))
        self._group.addButton(tab)
        self._tabs[item.file_name] = tab
        self._flow.addWidget(tab)

    def open(self, name: str) -> None:
        """Shows a file, or why it can't be shown."""
        submission = self.submission
        self.views.clear_attachments()
        self._shown = name
        if submission is None:
            return
        if name in self._tabs:
            self._tabs[name].setChecked(True)
        self.remove.setEnabled(bool(name))
        broken = next((item for item in submission.broken if item.file_name == name), None)
        found = next((item for item in submission.attachments if item.file_name == name), None)
        if broken is not None:
            said = problem_text(broken.problem)
            self._say(said.what, said.next)
            self.about.setText(visible(name, 120))
            return
        if found is None:
            self._say(
                self.tr("There are no attachments."), self.tr("Drop a PDF or a picture here, or add a file.")
            )
            self.about.setText("")
            return
        self.about.setText(
            self.tr("{name} · {size}", "an attachment").format(
                name=visible(found.file_name, 120), size=size_words(found.size)
            )
        )
        content = self.desk.act(lambda workspace: workspace.blobs.read(found.digest))
        if content is None:
            self._say(self.tr("The file can't be read."), "")
            return
        self.views.show_attachment(content, found.media_type)

    def _say(self, what: str, next_: str) -> None:
        self.what.setText(what)
        self.next.setText(next_)
        self.stack.setCurrentWidget(self._trouble)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing draws a document that nobody sees."""
        super().hideEvent(event)
        self._asleep = bool(self._shown)
        self.views.clear_attachments()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._asleep and self.submission is not None and not self.desk.busy:
            self.open(self._shown)
        self._asleep = False

    def let_go(self) -> None:
        self.views.clear_attachments()
        self._shown = ""
        self.submission = None

    def _ask(self) -> None:
        kinds = self.tr("PDF and pictures (*.pdf *.png *.jpg *.jpeg)")
        self.desk.open_files(self, [kinds, self.tr("All files (*)")], self._take)

    def _take(self, paths: list[Path]) -> None:
        self.take(paths)

    def take(self, paths: list[Path]) -> bool:
        """Adds files, each an edit of its own; False for none."""
        submission = self.submission
        if submission is None or not self.editable:
            return False
        for path in paths:
            if not self._add(submission.id, path):
                break
            self._shown = path.name
        self.desk.announce("nominations")
        return True

    def _add(self, submission_id: str, path: Path) -> bool:
        return (
            self.desk.act(lambda workspace: workspace.submissions.add_attachment(submission_id, path))
            is not None
        )

    def _remove(self) -> None:
        submission, name = self.submission, self._shown
        if submission is not None and name:
            self.desk.act(
                lambda workspace: workspace.submissions.remove_attachment(submission.id, name), "nominations"
            )


def _nothing() -> None:
    """Hits of a search are none of ours."""
