"""Whether the sheet that was exported last still says what is stored: told once when it no longer does, and marked."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from review_app.ui.expert.round_page import RoundPage
from review_app.ui.top_bar import TopBar
from review_app.ui.widgets.banner import Banner, BannerArea

PAUSE = 700
"""Milliseconds without a change until it is looked at: never between a key and what it shows."""


class ExportWatch(QObject):
    """A note in ``area`` and a mark on the step of signing in ``top``; both go when the sheet is right again.  On the
    page of signing, which says it in its own words, there is no note."""

    def __init__(self, area: BannerArea, top: TopBar, page: RoundPage) -> None:
        super().__init__(page.desk)
        self._area, self._top, self._desk, self._page = area, top, page.desk, page
        self._right: bool | None = None  # not known before the first look
        self._note: Banner | None = None
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self.look)
        self._desk.case_changed.connect(lambda _: self._soon())
        self._desk.exported.connect(lambda _: self.look())
        page.step_shown.connect(self._moved)
        self._soon()

    def _soon(self) -> None:
        if self._desk.session.meta.exported:
            self._later.start()

    def look(self) -> None:
        """Compares the last sheet with what is stored now."""
        self._later.stop()
        session = self._desk.session
        if not session.meta.exported:
            return
        before, self._right = self._right, session.current_export() is not None
        self._top.mark_outdated(not self._right)
        self._desk.judge_sheet(self._right)
        if self._right:
            self._take_note_away()
        elif before and self._page.step != "sign":
            self._note = self._area.tell(
                self.tr("The sheet you exported no longer says what stands here."),
                self.tr(
                    "Export again when you are done, and send the new file. Undoing the change (Ctrl+Z) helps too."
                ),
                tone="quiet",
            )
            if self._note.action is None:
                self._note.offer(self.tr("Go to Sign and export"), lambda: self._page.show_step("sign"))

    def _moved(self, step: str) -> None:
        if step == "sign":
            self._take_note_away()

    def _take_note_away(self) -> None:
        if self._note is not None:
            self._area.remove(self._note)
        self._note = None
