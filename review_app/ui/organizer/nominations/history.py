"""What was done with one nomination, from the log."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QVBoxLayout

from review_app import desk_words
from review_app.model.workspace.log import LogLine
from review_app.model.workspace.submission import Submission
from review_app.ui import language, theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.piece import Piece
from review_app.ui.widgets.parts import Flowing, button, column, empty, label, row, scrolling


class NominationHistory(Piece):
    """The lines of the log that name the nomination or its case, the latest first."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self._lines: QVBoxLayout = column(spacing=6)
        inside = Flowing()
        inside.setLayout(column(self._lines, None, margins=(2, 4, 12, 16)))
        area = scrolling(inside, "window")
        self.all = button(self.tr("The whole history"), "link", edge="left")
        self.all.clicked.connect(lambda: desk.go("history"))
        layout = column(area, row(self.all, None), spacing=4)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def fill(self, submission: Submission, same: bool) -> None:
        empty(self._lines)
        lines = self.desk.act(lambda workspace: workspace.log.lines()) or []
        own = lines_about(submission, lines)
        if not own:
            words = self.tr("Nothing has been done with it since it came in.")
            self._lines.addWidget(label(words, "quiet", wrap=True))
        locale = language.LOCALES[language.current()]
        titles = {submission.case_id: submission.title} if submission.case_id else {}
        for line in reversed(own):
            moment = QDateTime.fromString(line.time, Qt.DateFormat.ISODate).toLocalTime()
            time = label(locale.toString(moment, QLocale.FormatType.ShortFormat), "secondary")
            time.setFixedWidth(theme.room(136))
            words = desk_words.act_sentence(line, language.current(), titles, lines)
            shown = row(time, label(words, "body", wrap=True, select=True))
            shown.setStretch(1, 1)
            self._lines.addLayout(shown)


def lines_about(submission: Submission, lines: Sequence[LogLine]) -> list[LogLine]:
    """The acts on a submission, and the undoing of them."""
    found: list[LogLine] = []
    own: set[object] = set()
    for line in lines:
        details = line.details
        about = submission.id in (details.get("submission"), details.get("earlier")) or (
            submission.case_id and details.get("case") == submission.case_id
        )
        if about or line.details.get("line") in own:
            own.add(line.seq)
            found.append(line)
    return found
