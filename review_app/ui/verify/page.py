"""The page where anyone checks a published result or a certificate: no campaign, no card, nothing to sign in to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from review_app.ui.jobs import Job, Jobs
from review_app.ui.verify.panel import Found, VerifyPanel, Work
from review_app.ui.widgets.outer_page import OuterPage
from review_app.ui.widgets.parts import button, column, label, row


class VerifyPage(OuterPage):
    """Holds a :class:`VerifyPanel`."""

    back = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        back = button(self.tr("Back"), "link")
        back.clicked.connect(self.back)
        self.leave = back
        title = label(self.tr("Check a result or a certificate"), "title", wrap=True)
        lead = label(
            self.tr("On this computer, and from nothing but the file: signatures, admission, the count."),
            "quiet",
            wrap=True,
        )
        self.panel = VerifyPanel(self._run)
        self.panel.checked.connect(self.scroll_to_top)  # what came last stands there
        head = row(title, back)
        head.setStretch(0, 1)
        self.hold(column(head, 4, lead, 12, self.panel, None, spacing=0))

    def _run(
        self,
        work: Work,
        done: Callable[[Found], None],
        failed: Callable[[Exception], None],
    ) -> Job:
        return self._jobs.start(work, done, failed)

    def focus_first(self) -> None:
        """Puts the focus on the way to a file."""
        self.panel.open.setFocus()
