"""What the organizer's pages share: the open workspace, quick acts, one long job at a time, notes, the one question."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.errors import ReviewError
from review_app.model.progress import Progress
from review_app.model.text import visible
from review_app.model.workspace import Workspace
from review_app.model.workspace.edits import Edit
from review_app.model.workspace.log import LogLine
from review_app.ui import language
from review_app.ui.errors import sentences
from review_app.ui.jobs import Job, Jobs
from review_app.ui.organizer.passphrase import TypedPassphrase
from review_app.ui.settings import Settings
from review_app.ui.widgets.banner import Tone

T = TypeVar("T")
TOPICS = ("campaign", "nominations", "shortlist", "people", "cards", "package", "box", "log")
KEY_IS_GONE = ("vault-key-missing", "vault-key-damaged", "vault-missing", "vault-damaged")
"""What a recovery kit or a backup mends: both are on one page."""
NEEDS_PASSPHRASE = ("passphrase-needed", "wrong-passphrase", "passphrase-empty")


class Question(msgspec.Struct, frozen=True):
    """What is asked before something that can't be taken back: the question, what is lost, the act's name."""

    question: str
    lost: str
    act_text: str
    do: Callable[[], None]


class OwnSteps(Protocol):
    """What the page in front can take back by itself, as it is no edit of the workspace."""

    @property
    def undo_words(self) -> str:
        """What would be taken back; "" for nothing."""

    @property
    def redo_words(self) -> str:
        """What would be made again; "" for nothing."""

    def undo(self) -> None:
        """Takes it back."""

    def redo(self) -> None:
        """Makes it again."""


class OrganizerDesk(QObject):
    """One open campaign.  ``keeper`` holds the passphrase that was typed, where the vault wants one."""

    changed = Signal(str)
    """A topic of :data:`TOPICS`, "" for all; kept back while a job runs."""
    busy_changed = Signal(bool)
    job_progressed = Signal(int, int)
    told = Signal(str, str, str)
    told_of_file = Signal(str, str, object)
    """What was written, what to do, and the file (Path)."""
    asked = Signal(object)
    """A :class:`Question` for the window's foot."""
    passphrase_wanted = Signal(object, object)
    """The failure (ReviewError), and what to do once the passphrase is there."""
    wanted = Signal(str, dict)
    """Another station, and where on its page."""
    open_wanted = Signal(object)
    """A campaign's folder (Path) to open in place of this one."""
    preview_wanted = Signal(object, object)
    """A package (Path) and a card to show in the expert's own reader."""

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        jobs: Jobs,
        *,
        read_only: bool = False,
        keeper: TypedPassphrase | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.settings = settings
        self.read_only = read_only
        self.job_title = ""
        self.own_steps: OwnSteps | None = None
        self.keeper = keeper or TypedPassphrase()
        self._jobs = jobs
        self._job: Job | None = None
        self._kept_back: list[str] = []

    # --- acts -----------------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether a long job has the workspace: pages read and change nothing meanwhile."""
        return self._job is not None

    def act(self, do: Callable[[Workspace], T], *topics: str) -> T | None:
        """Does something quick with the workspace in the window's thread and announces ``topics``.

        A ReviewError is told in the window's notes, and None returned; as is while a job runs.  Where the vault wants a
        passphrase, it is asked for in the window, and ``do`` is called again once it is there.
        """
        if self.busy:
            self._tell_busy()
            return None
        try:
            result = do(self.workspace)
        except ReviewError as failure:
            if failure.code in NEEDS_PASSPHRASE:
                self.passphrase_wanted.emit(failure, lambda: self.act(do, *topics))
            else:
                self.tell_error(failure)
            return None
        self.announce(*topics)
        return result

    def did(self, do: Callable[[Workspace], object], *topics: str) -> bool:
        """As :meth:`act` for what returns nothing: whether it was done."""

        def done(workspace: Workspace) -> bool:
            do(workspace)
            return True

        return self.act(done, *topics) is not None

    def announce(self, *topics: str) -> None:
        """Tells the pages what has changed; and the log's, as every change is a line there."""
        for topic in dict.fromkeys((*topics, "log") if topics else ()):
            if self.busy:
                self._kept_back.append(topic)
            else:
                self.changed.emit(topic)

    def run(
        self,
        title: str,
        work: Callable[[Workspace, Progress], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[ReviewError], None] | None = None,
        topics: Sequence[str] = (),
    ) -> None:
        """Does long work beside the window, with its progress and a way to cancel it in the window's foot.

        ``title`` says what is under way ("Taking nominations in").  One job at a time: a second is refused with a note.
        ``failed`` None tells the failure.  What is cancelled has undone itself, and is told quietly.  ``topics`` are
        announced in every case, as work in pieces may have come some way.
        """
        if self.busy:
            self._tell_busy()
            return
        outcome: list[Callable[[], None]] = []

        def returned(result: T) -> None:
            if done is not None:
                outcome.append(lambda: done(result))

        def again() -> None:
            self.run(title, work, done, failed, topics)

        def broken(failure: Exception) -> None:
            if not isinstance(failure, ReviewError):
                outcome.append(lambda: _raise(failure))
            elif failure.code in NEEDS_PASSPHRASE:
                outcome.append(lambda: self.passphrase_wanted.emit(failure, again))
            elif failed is not None:
                outcome.append(lambda: failed(failure))
            else:
                outcome.append(lambda: self.tell_error(failure))

        heard = threading.Event()  # not a step is done before somebody hears of it

        def begin(progress: Progress) -> T:
            heard.wait()
            return work(self.workspace, progress)

        job = self._jobs.start(begin, returned, broken)
        self._job, self.job_title = job, title
        job.progressed.connect(self.job_progressed)
        job.ended.connect(lambda: self._ended(job, outcome, topics))
        heard.set()
        self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Asks the job under way to stop at its next step."""
        if self._job is not None:
            self._job.stop()

    def _ended(self, job: Job, outcome: list[Callable[[], None]], topics: Sequence[str]) -> None:
        if self._job is not job:
            return
        self._job, self.job_title = None, ""
        stopped = job.stopped
        self.busy_changed.emit(False)
        kept, self._kept_back = self._kept_back, []
        self.announce(*topics)
        for topic in dict.fromkeys(kept):
            self.changed.emit(topic)
        if stopped:
            self.tell(self.tr("Stopped. Nothing was left half done."), tone="quiet")
        for each in outcome:
            each()

    def _tell_busy(self) -> None:
        self.tell(
            self.tr("Something else is under way: {what}").format(what=self.job_title),
            self.tr("Wait until it is done, or cancel it at the foot of the window."),
            "quiet",
        )

    # --- edits ----------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Takes the last edit back and says which; says why where there is none.  What the page in front can take back
        by itself goes first."""
        if self.own_steps is not None and (words := self.own_steps.undo_words):
            self.own_steps.undo()
            self.tell(self.tr("Taken back: {what}").format(what=words), tone="quiet")
        elif not self.read_only and (edit := self.act(lambda workspace: workspace.edits.undo())) is not None:
            self.announce(*TOPICS)
            self.tell(self.tr("Taken back: {what}").format(what=self.edit_words(edit)), tone="quiet")

    def redo(self) -> None:
        """Makes the edit taken back last again; see :meth:`undo`."""
        if self.own_steps is not None and (words := self.own_steps.redo_words):
            self.own_steps.redo()
            self.tell(self.tr("Done again: {what}").format(what=words), tone="quiet")
        elif not self.read_only and (edit := self.act(lambda workspace: workspace.edits.redo())) is not None:
            self.announce(*TOPICS)
            self.tell(self.tr("Done again: {what}").format(what=self.edit_words(edit)), tone="quiet")

    def edit_words(self, edit: Edit) -> str:
        """What an edit did, as the history says it."""
        from review_app import desk_words

        line = LogLine(edit.line, "", edit.act, edit.details, "")
        titles = self.workspace.nominations.titles()
        return visible(desk_words.act_sentence(line, language.current(), titles), 80)

    # --- words ----------------------------------------------------------------------------------------------------

    def tell(self, what: str, next: str = "", tone: Tone = "attention") -> None:
        """A note in the window: what happened, and what to do."""
        self.told.emit(what, next, tone)

    def tell_of_file(self, what: str, file: Path, next: str = "") -> None:
        """A note on a file that was written: ``what``, its folder, and a way to see it there."""
        self.told_of_file.emit(what, next, file)

    def tell_error(self, failure: ReviewError) -> None:
        """A note on a failure, in its own sentences."""
        text = sentences(failure)
        if failure.code in KEY_IS_GONE and not self.read_only:
            self.ask(
                text.what, text.next, self.tr("To the recovery kit"), lambda: self.go("care", part="key")
            )
        else:
            self.tell(text.what, text.next)

    def ask(self, question: str, what_is_lost: str, act_text: str, do: Callable[[], None]) -> None:
        """The one question before a destructive step, at the foot of the window; Esc leaves it undone."""
        self.asked.emit(Question(question, what_is_lost, act_text, do))

    # --- files ----------------------------------------------------------------------------------------------------

    def save_as(self, parent: QWidget, suggested_name: str, filters: str, do: Callable[[Path], None]) -> None:
        """Asks for the name of a new file, beside the campaign's folder at first; ``filters`` as in
        "Spreadsheet (*.xlsx)".  A name that is taken is asked about before ``do`` gets it."""
        from review_app.ui.widgets.dialogs import ask_for_new

        def chosen(path: Path) -> None:
            if path.exists():
                self.ask(
                    self.tr("Replace {name}?").format(name=path.name),
                    self.tr("What is in the file now is lost."),
                    self.tr("Replace"),
                    lambda: do(path),
                )
            else:
                do(path)

        proposal = self.workspace.folder.absolute().parent / suggested_name
        ask_for_new(parent, self.tr("Save"), proposal, filters, chosen)

    def open_files(self, parent: QWidget, filters: Sequence[str], do: Callable[[list[Path]], None]) -> None:
        """Asks for one or more existing files."""
        from review_app.ui.widgets.dialogs import ask_for_several

        ask_for_several(parent, self.tr("Open files"), filters, do)

    def open_folder(
        self, parent: QWidget, title: str, do: Callable[[Path], None], *, make: bool = False
    ) -> None:
        """Asks for a folder; with ``make``, one that is typed and isn't there is made."""
        from review_app.ui.widgets.dialogs import ask_for_folder

        ask_for_folder(parent, title, do, make=make)

    def show_in_folder(self, path: Path) -> None:
        """Shows a file in the system's file manager."""
        from review_app.ui.expert.sheet_file import show_in_folder

        if not show_in_folder(path):
            self.tell(
                self.tr("The file manager did not open."),
                self.tr("The file lies here: {path}").format(path=str(path)),
                "quiet",
            )

    # --- going about ----------------------------------------------------------------------------------------------

    def go(self, station: str, **where: object) -> None:
        """Goes to another station; ``where`` reaches the page's own ``go``."""
        self.wanted.emit(station, where)

    def open_in_reader(self, package: Path, opened_by: BallotCard | str) -> None:
        """Shows a package as its expert will see it, opened by a card or by the package's own age identity."""
        self.preview_wanted.emit(package, opened_by)


def _raise(failure: Exception) -> Any:
    raise failure
