"""The attachments of a nomination, opened in the expert's own viewers; those that can't be taken, and why; and what is
kept with it though no expert gets it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from review_app.model.case import Attachment
from review_app.model.nomination.attachments import harmless_name
from review_app.model.text import visible
from review_app.model.workspace import Workspace
from review_app.model.workspace.submission import BrokenAttachment, KeptFile, Submission
from review_app.ui.expert.document_views import DocumentViews
from review_app.ui.file_words import size_words
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.piece import Piece
from review_app.ui.organizer.nominations.words import problem_text
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, empty, ground, label, row, set_role

Item = Attachment | BrokenAttachment | KeptFile


class Attachments(Piece):
    """A tab a file, no two of one name; the file below."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self._shown = ""
        self._asleep = False
        self._tabs: dict[str, QPushButton] = {}
        self._items: list[Item] = []
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
        self.kept = label("", "quiet", wrap=True)
        self.save = button(self.tr("Save a copy…"))
        self.save.clicked.connect(self._ask_where)
        self.instead = button(self.tr("Replace by a PDF…"))
        self.instead.clicked.connect(self._ask_instead)
        trouble = QWidget()
        trouble.setLayout(
            column(
                self.what,
                self.next,
                self.kept,
                4,
                row(self.save, self.instead, None),
                None,
                margins=(8, 16, 8, 8),
            )
        )
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
        broken = {item.file_name for item in submission.broken}
        items: list[Item] = [*submission.attachments, *submission.broken]
        items += [item for item in submission.kept if item.file_name not in broken]
        names = [item.file_name for item in items]
        changed = not same or items != self._items
        if changed:
            self._items = items
            empty(self._flow)
            self._tabs.clear()
            self._group = QButtonGroup(self)
            for item in items:
                self._add_tab(item)
        for widget in (self.add, self.remove):
            widget.setVisible(self.editable)
        self._names.setVisible(bool(names))
        wanted = self._shown if same and self._shown in names else next(iter(names), "")
        if changed or wanted != self._shown or not names:
            self.open(wanted)

    def _add_tab(self, item: Item) -> None:
        kept = isinstance(item, KeptFile)
        words = visible((not kept and item.title) or item.file_name, 28).replace("&", "&&")
        if isinstance(item, BrokenAttachment):
            words = self.tr("⚠ {name}").format(name=words)
        elif kept:
            words = self.tr("{name} (kept)", "a file that experts don't get").format(name=words)
        tab = button(words, "tab")
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
        broken = next((item for item in submission.broken if item.file_name == name), None)
        found = next((item for item in submission.attachments if item.file_name == name), None)
        kept = next((item for item in submission.kept if item.file_name == name), None)
        self.remove.setEnabled(broken is not None or found is not None)
        self.save.setVisible(kept is not None)
        set_role(self.what, "attention-body" if broken is not None else "body")
        self.instead.setVisible(self.editable and broken is not None)
        missing = broken is not None and broken.problem.code == "attachment-missing"
        self.instead.setText(self.tr("Add this file…") if missing else self.tr("Replace by a PDF…"))
        if kept is not None:
            self._say_size(kept.file_name, kept.size)
        if broken is not None:
            said = problem_text(broken.problem)
            self._say(said.what, said.next, self._kept_words(broken, kept))
            if kept is None:
                self.about.setText(visible(name, 120))
            return
        if kept is not None and found is None:
            self._say(
                self.tr("Kept as it was handed in; experts don't get it."),
                self.tr("To show it to them, save a copy, turn that into a PDF, and add the PDF here."),
            )
            return
        if found is None:
            self._say(
                self.tr("There are no attachments."), self.tr("Drop a PDF or a picture here, or add a file.")
            )
            self.about.setText("")
            return
        self._say_size(found.file_name, found.size)
        content = self.desk.act(lambda workspace: workspace.blobs.read(found.digest))
        if content is None:
            self._say(self.tr("The file can't be read."), "")
            return
        self.views.show_attachment(content, found.media_type)

    def _kept_words(self, broken: BrokenAttachment, kept: KeptFile | None) -> str:
        if kept is not None:
            return self.tr("The file itself is kept here as it was handed in. Experts don't get it.")
        if broken.problem.code == "attachment-too-large":
            return self.tr("Only its name is kept here: the file is too large.")
        return ""

    def _say_size(self, name: str, size: int) -> None:
        self.about.setText(
            self.tr("{name} · {size}", "an attachment").format(name=visible(name, 120), size=size_words(size))
        )

    def _say(self, what: str, next_: str, kept: str = "") -> None:
        self.what.setText(what)
        self.next.setText(next_)
        self.kept.setText(kept)
        self.kept.setVisible(bool(kept))
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

    def _ask_where(self) -> None:
        submission, name = self.submission, self._shown
        if submission is not None and name:
            self.desk.save_as(
                self,
                harmless_name(name),
                self.tr("All files (*)"),
                lambda path: self._save(submission.id, name, path),
            )

    def _save(self, submission_id: str, name: str, path: Path) -> None:
        def save(workspace: Workspace) -> bool:
            workspace.submissions.files.save(submission_id, name, path)
            return True

        if self.desk.act(save):
            self.desk.tell_of_file(self.tr("The copy is saved."), path)

    def _ask_instead(self) -> None:
        kinds = self.tr("PDF and pictures (*.pdf *.png *.jpg *.jpeg)")
        name = self._shown
        self.desk.open_files(
            self, [kinds, self.tr("All files (*)")], lambda paths: self._replace(paths, name)
        )

    def _replace(self, paths: list[Path], name: str) -> None:
        """The first of the files takes the place of ``name``."""
        submission = self.submission
        if submission is not None and paths and self.editable and self._add(submission.id, paths[0], name):
            self._shown = paths[0].name
            self.desk.announce("nominations")

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

    def _add(self, submission_id: str, path: Path, instead_of: str = "") -> bool:
        added = self.desk.act(
            lambda workspace: workspace.submissions.files.add(submission_id, path, instead_of=instead_of)
        )
        return added is not None

    def _remove(self) -> None:
        submission, name = self.submission, self._shown
        if submission is not None and name:
            self.desk.act(
                lambda workspace: workspace.submissions.files.remove(submission.id, name), "nominations"
            )


def _nothing() -> None:
    """Hits of a search are none of ours."""
