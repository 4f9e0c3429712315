"""Behind the organizers' door of the first page: campaigns opened before, a new one, the sample, an archived one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from review_app.model.errors import ReviewError
from review_app.model.progress import Progress
from review_app.model.workspace.context import DATABASE_NAME
from review_app.ui.errors import sentences
from review_app.ui.jobs import Jobs
from review_app.ui.organizer.new_campaign import NewCampaign, NewCampaignForm
from review_app.ui.settings import Settings
from review_app.ui.widgets.parts import button, column, label, row, rule
from review_app.ui.widgets.recent_places import RecentPlaces

if TYPE_CHECKING:
    from review_app.model.workspace.keeping import BroughtBack
    from review_app.ui.organizer.care.restore_form import RestoreForm

__all__ = ["NewCampaign", "OrganizerDoor"]


class OrganizerDoor(QWidget):
    """Leads to a campaign: by its folder, from the list, new, as a sample, or only for looking."""

    open_wanted = Signal(object, bool)
    """Folder (Path), and whether it is only looked at."""
    new_wanted = Signal(object)
    """A :class:`NewCampaign`."""
    sample_wanted = Signal()

    def __init__(self, settings: Settings, jobs: Jobs) -> None:
        super().__init__()
        self._settings, self._jobs = settings, jobs
        self._tried_new = False
        self.trouble = label("", "attention-body", wrap=True)
        self.trouble.hide()
        self.open = button(self.tr("Open a campaign folder…"), "primary")
        self.open.clicked.connect(lambda: self._ask_folder(read_only=False))
        self.new = button(self.tr("New campaign"))
        self.new.clicked.connect(self._show_form)
        self.archived = button(self.tr("Look at an archived campaign…"), "link")
        self.archived.setToolTip(self.tr("Nothing in its folder is changed."))
        self.archived.clicked.connect(lambda: self._ask_folder(read_only=True))
        self.form = NewCampaignForm()
        self.form.hide()
        self.form.wanted.connect(self._make)
        self.form.left.connect(self._hide_form)
        self.sample = button(self.tr("Try the sample campaign"))
        self.sample.clicked.connect(self._try_sample)
        words = label(
            self.tr(
                "First time here? The sample campaign has forty invented nominations; nothing in it counts."
            ),
            "quiet",
            wrap=True,
        )
        sample = row(words, self.sample, spacing=16)
        sample.setStretch(0, 1)
        self._acts = QWidget()
        self.back = button(self.tr("Bring a campaign back from a backup…"), "link")
        self.back.clicked.connect(self._bring_back)
        ways = column(
            row(self.open, self.new, None), 4, row(self.archived, None), row(self.back, None), spacing=2
        )
        for link in (self.archived, self.back):
            link.setProperty("edge", "left")
        self._acts.setLayout(ways)
        self.restore: RestoreForm | None = None
        self._recent = self._recent_places()
        self.recent = self._recent.links
        self.setLayout(
            column(
                self.trouble,
                self._recent,
                self._acts,
                self.form,
                12,
                rule(),
                8,
                sample,
                margins=(0, 12, 0, 0),
            )
        )

    def _recent_places(self) -> RecentPlaces:
        """Campaigns opened before."""
        clear = button(self.tr("Clear this list"), "link")
        clear.clicked.connect(self._clear)
        found = RecentPlaces(self.tr("Campaigns opened before"), clear, self._settings.campaigns)
        for link in found.links:
            link.setProperty("edge", "left")
        found.chosen.connect(lambda folder: self._open(folder, read_only=False))
        gone = self.tr("the folder is not there any more: {folder}")
        found.find_missing(self._jobs, lambda folder: folder / DATABASE_NAME, gone)
        return found

    def _clear(self) -> None:
        self._recent.hide()
        self._settings.forget_campaigns()
        self.open.setFocus()

    # --- acts -----------------------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Puts the focus on what an organizer does first."""
        (self.recent[0] if self.recent else self.open).setFocus()

    def _ask_folder(self, *, read_only: bool) -> None:
        from review_app.ui.widgets.dialogs import ask_for_folder

        title = self.tr("Look at an archived campaign") if read_only else self.tr("Open a campaign")
        ask_for_folder(self, title, lambda folder: self._open(folder, read_only=read_only))

    def _open(self, folder: Path, *, read_only: bool) -> None:
        self._say("")
        self._tried_new = False
        self.open_wanted.emit(folder, read_only)

    def _try_sample(self) -> None:
        self._say("")
        self._tried_new = False
        self.sample_wanted.emit()

    def _make(self, wanted: NewCampaign) -> None:
        self._say("")
        self._tried_new = True
        self.new_wanted.emit(wanted)

    def _bring_back(self) -> None:
        """A lost computer's campaign starts here."""
        self._restore_form().choose.click()

    def take_backup(self, file: Path) -> None:
        """Goes on with a backup that was dropped."""
        self._restore_form().start(file)

    def _restore_form(self) -> RestoreForm:
        """Made when it is first wanted, with what it takes."""
        if self.restore is None:
            from review_app.ui.organizer.care.restore_form import RestoreForm
            from review_app.ui.widgets.dialogs import ask_for_folder, ask_for_several

            self.restore = RestoreForm(
                self._run,
                lambda parent, kinds, do: ask_for_several(parent, self.tr("Open"), kinds, do),
                lambda parent, title, do: ask_for_folder(parent, title, do, make=True),
            )
            self.restore.choose.hide()
            self.restore.brought.connect(lambda folder: self._open(folder, read_only=False))
            ways = self._acts.layout()
            assert ways is not None
            ways.addWidget(self.restore)
        return self.restore

    def _run(
        self,
        title: str,
        work: Callable[[Progress], BroughtBack],
        done: Callable[[BroughtBack], None],
        failed: Callable[[ReviewError], None],
    ) -> None:
        def returned(found: BroughtBack) -> None:
            if shiboken6.isValid(self):
                self.set_busy(False)
                done(found)

        def broken(failure: Exception) -> None:
            if not isinstance(failure, ReviewError):
                raise failure
            if shiboken6.isValid(self):
                self.set_busy(False)
                failed(failure)

        self.set_busy(True)
        self._jobs.start(work, returned, broken)

    def _show_form(self) -> None:
        self._acts.hide()
        self.form.show()
        self.form.title.setFocus()

    def _hide_form(self) -> None:
        self.form.hide()
        self._acts.show()
        self._say("")
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what comes of it -----------------------------------------------------------------------------------------

    def set_busy(self, busy: bool) -> None:
        """While a campaign is being opened or made, which may take a moment."""
        self.setEnabled(not busy)
        self.sample.setText(self.tr("Opening…") if busy else self.tr("Try the sample campaign"))

    def show_failure(self, failure: ReviewError) -> None:
        """Says what went wrong, beside what was tried."""
        if self._tried_new:
            self.form.show_failure(failure)
            return
        text = sentences(failure)
        self._say(f"{text.what} {text.next}".strip())
        self.focus_first()

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
