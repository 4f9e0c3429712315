"""The text of a nomination: read as an expert will read it, or changed as Markdown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from review_app.model.text import visible
from review_app.model.workspace.nominations import is_unsourced
from review_app.model.workspace.submission import Submission
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.piece import Piece
from review_app.ui.organizer.nominations.words import route_words
from review_app.ui.widgets.parts import button, column, ground, label, row


class Text(Piece):
    """Two sides of a stack: the page, and its source."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        from review_app.ui.documents.dossier_view import DossierView

        self.view = DossierView(picture_of=self._picture)
        self.view.setAccessibleName(self.tr("Case text"))
        self.source = QPlainTextEdit()
        self.source.setProperty("kind", "side")
        self.source.setAccessibleName(self.tr("Case text as Markdown"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.source)
        ground(self.stack, "paper")
        self.hint = label(self.tr("As an expert will read it."), "secondary", wrap=True)
        self.edit = button(self.tr("Edit"))
        self.edit.clicked.connect(self._begin)
        self.leave_it = button(self.tr("Leave it"))
        self.leave_it.clicked.connect(self._end)
        self.store = button(self.tr("Store"))
        self.store.clicked.connect(self.flush)
        self._foot = QWidget()
        foot = row(self.hint, self.edit, self.leave_it, self.store)
        foot.setStretch(0, 1)
        self._foot.setLayout(foot)
        layout = column(self.stack, self._foot, margins=(2, 4, 0, 0), spacing=6)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._shown: tuple[object, ...] | None = None
        self._end()

    def fill(self, submission: Submission, same: bool) -> None:
        self.edit.setEnabled(self.editable)
        self.edit.setVisible(self.editable and not self.editing)
        if self.editing:
            if same:
                return
            self._end()
        facts = [submission.text("region"), submission.text("facet"), route_words(submission.text("route"))]
        above = " · ".join(visible(fact, 40) for fact in facts if fact)
        below = submission.text("organisation")
        shown = (submission.id, above, submission.title, below, submission.dossier, submission.claims)
        if shown == self._shown:
            return
        from review_app.ui.documents.typeset import TitleBlock

        place = self.view.place() if same else 0.0
        self._shown = shown
        self.view.show_markdown(
            TitleBlock(above, visible(submission.title, 200), visible(below, 200)), submission.dossier
        )
        self.view.set_sourced(
            [
                (claim["figure"], visible(claim.get("source", ""), 160))
                for claim in submission.claims
                if claim.get("figure") and not is_unsourced(claim.get("source", ""))
            ]
        )
        self.view.restore_place(place)

    @property
    def editing(self) -> bool:
        """Whether the source is being changed."""
        return self.stack.currentWidget() is self.source

    def _begin(self) -> None:
        if self.submission is None:
            return
        self.source.setPlainText(self.submission.dossier)
        self.stack.setCurrentWidget(self.source)
        self._say_editing(True)
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self.stack.setCurrentWidget(self.view)
        self._say_editing(False)

    def _say_editing(self, on: bool) -> None:
        self.edit.setVisible(not on and self.editable)
        self.leave_it.setVisible(on)
        self.store.setVisible(on)
        self.hint.setText(
            self.tr("Markdown: # heading, - list, | table |. What was handed in can be had back by undoing.")
            if on
            else self.tr("As an expert will read it.")
        )

    def flush(self) -> bool:
        submission, text = self.submission, self.source.toPlainText()
        if not self.editing or submission is None:
            return True
        if text != submission.dossier:
            done = self.desk.act(lambda workspace: workspace.submissions.edit(submission.id, dossier=text))
            if done is None:
                return False
        self._end()
        self.desk.announce("nominations")
        return True

    def let_go(self) -> None:
        self._shown = None

    def _picture(self, name: str) -> bytes | None:
        submission = self.submission
        if submission is None or self.desk.busy:
            return None
        digest = next((item.digest for item in submission.attachments if item.file_name == name), None)
        return self.desk.act(lambda workspace: workspace.blobs.read(digest)) if digest else None
