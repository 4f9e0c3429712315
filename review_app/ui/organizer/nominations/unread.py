"""What can be done with a nomination of which nothing could be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.nomination.attachments import harmless_name
from review_app.model.progress import Progress
from review_app.model.text import visible
from review_app.model.workspace import Workspace
from review_app.model.workspace.submission import Submission
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button


class UnreadActs(QWidget):
    """Saving its files, putting a corrected one in its place, filling it in by hand, removing it.

    :attr:`piece_wanted` names the piece (and field) where it goes on.
    """

    piece_wanted = Signal(str, str)

    def __init__(self, desk: OrganizerDesk, submission: Submission, *, editable: bool) -> None:
        super().__init__()
        self._desk = desk
        self._submission = submission
        self.file = button(self.tr("Corrected file…"))
        self.file.setAccessibleDescription(
            self.tr("It takes the place of this one, which stays as it was handed in.")
        )
        self.file.clicked.connect(self._ask_file)
        self.folder = button(self.tr("Corrected folder…"))
        self.folder.setAccessibleDescription(self.file.accessibleDescription())
        self.folder.clicked.connect(self._ask_folder)
        self.save = button(self.tr("Save a copy…"))
        self.save.clicked.connect(self._ask_where)
        self.by_hand = button(self.tr("Fill in by hand"))
        self.by_hand.clicked.connect(lambda: self.piece_wanted.emit("fields", "title"))
        self.remove = button(self.tr("Remove from the list"), "quiet-link")
        self.remove.clicked.connect(self._remove)
        self.setLayout(Flow(self.file, self.folder, self.save, self.by_hand, self.remove, spacing=8))
        waits = editable and submission.state in ("received", "returned")
        self.save.setVisible(bool(submission.kept))
        for each in (self.file, self.folder, self.by_hand):
            each.setVisible(waits)
        self.remove.setVisible(editable)

    # --- saving ---------------------------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        if len(self._submission.kept) > 1:
            self.piece_wanted.emit("attachments", "")
            return
        name = self._submission.kept[0].file_name
        self._desk.save_as(
            self, harmless_name(name), self.tr("All files (*)"), lambda path: self.save_copy(name, path)
        )

    def save_copy(self, name: str, path: Path) -> None:
        """Writes the file called ``name`` to ``path`` as it was handed in."""

        def save(workspace: Workspace) -> bool:
            workspace.submissions.files.save(self._submission.id, name, path)
            return True

        if self._desk.act(save):
            self._desk.tell_of_file(self.tr("The copy is saved."), path)

    # --- a corrected one ------------------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        kinds = self.tr("Nominations (*.docx *.xlsx *.csv *.tsv *.zip)")
        self._desk.open_files(
            self, [kinds, self.tr("All files (*)")], lambda paths: self.replace_by(paths[0])
        )

    def _ask_folder(self) -> None:
        self._desk.open_folder(self, self.tr("The corrected nomination"), self.replace_by)

    def replace_by(self, path: Path) -> None:
        """Takes in what is at ``path`` in place of this one, and shows it."""
        desk, old = self._desk, self._submission

        def replace(workspace: Workspace, progress: Progress) -> list[Submission]:
            from review_app.model.nomination.replacing import replace_unread

            return replace_unread(workspace, old.id, path, progress)

        name = visible(old.source_name, 60)
        said = self.tr("What came in has taken the place of {name}, which stays here as it was handed in.")

        def replaced(came: list[Submission]) -> None:
            desk.go("nominations", submission=came[0].id)
            desk.tell(said.format(name=name), tone="quiet")

        desk.run(self.tr("Taking the corrected one in"), replace, replaced, topics=("nominations",))

    # --- no nomination at all -------------------------------------------------------------------------------------

    def _remove(self) -> None:
        desk, old = self._desk, self._submission
        words = self.tr("{name} is removed from the list.").format(name=visible(old.source_name, 60))
        then = self.tr("Undo brings it back; the log says that it was here.")
        if desk.did(lambda workspace: workspace.submissions.unread.remove(old.id), "nominations"):
            desk.tell(words, then, "quiet")
