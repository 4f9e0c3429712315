"""What the organizer's window tells: failures stay until they are dismissed, all else goes by itself."""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from review_app.ui.organizer.frame import OrganizerFrame
from review_app.ui.widgets.banner import Banner, BannerArea, Tone

SHOWN = 6_000
"""Milliseconds that a note of success is shown."""
SHOWN_WITH_A_WAY = 10_000
"""The same where the note has a button."""


class DeskNotes(QObject):
    """Puts what a desk tells into the window's ``area``.

    Of the notes that are no failures there is one at most.  It goes with the station it was told on; one of success,
    or one that asks for nothing, also by itself, unless the pointer or the focus is on it.
    """

    def __init__(self, area: BannerArea, frame: OrganizerFrame) -> None:
        super().__init__(frame)
        self._area, self._desk = area, frame.desk
        self._frame = frame
        self._passing: Banner | None = None
        self._station = ""
        self._desk.told.connect(self.tell)
        self._desk.told_of_file.connect(self.tell_of_file)
        frame.shown.connect(lambda _: self._went_on())

    @property
    def passing(self) -> Banner | None:
        """The note that goes by itself, while it is shown."""
        note = self._passing
        return note if note is not None and shiboken6.isValid(note) and note in self._area.notes else None

    def tell(self, what: str, following: str, tone: Tone) -> Banner:
        """Shows a note in the place of the passing one."""
        if tone != "attention":
            self._drop()
        passes = tone == "done" or (tone == "quiet" and not following)
        note = self._area.tell(what, following, tone, passes=passes)
        if tone != "attention":
            self._passing, self._station = note, self._frame.station
            if passes:
                self._leave_after(note, SHOWN)
        return note

    def tell_of_file(self, what: str, following: str, file: Path) -> None:
        """Says that ``file`` was written, in which folder, and offers to show it there."""
        where = self.tr("In the folder {folder}").format(folder=str(file.absolute().parent))
        note = self.tell(what, f"{where}\n{following}".strip(), "done")
        if note.action is None:
            note.offer(self.tr("Show in folder"), lambda: self._desk.show_in_folder(file))
        self._leave_after(note, SHOWN_WITH_A_WAY)

    def _leave_after(self, note: Banner, time: int) -> None:
        for known in note.findChildren(QTimer):
            known.stop()
        timer = QTimer(note)  # gone with the note
        timer.setInterval(time)
        timer.timeout.connect(lambda: self._leave(note))
        timer.start()

    def _leave(self, note: Banner) -> None:
        held = QApplication.focusWidget()
        if not note.underMouse() and (held is None or not note.isAncestorOf(held)):
            self._area.remove(note)

    def _went_on(self) -> None:
        if self._frame.station != self._station:
            self._drop()

    def _drop(self) -> None:
        if (note := self.passing) is not None:
            self._area.remove(note)
        self._passing = None
