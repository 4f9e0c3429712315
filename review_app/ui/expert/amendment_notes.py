"""What the organizer changed: above a corrected case until it was looked at, and all of it in one list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_app.model.errors import ReviewError
from review_app.model.scoring.notices import Notice
from review_app.model.scoring.session import ReviewSession
from review_app.model.text import visible
from review_app.ui.expert.amendment_words import change_heading, change_text
from review_app.ui.expert.desk import Desk
from review_app.ui.widgets.parts import Flowing, button, column, empty, ground, label, row, scrolling

translate = QCoreApplication.translate

MOST_HEIGHT = 220
"""Pixels that a note above the dossier may take; longer corrections scroll."""


class CaseNotice(QWidget):
    """Corrections to the case on the table that nobody has confirmed yet; takes no room when there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._case = desk, ""
        self._texts: QVBoxLayout | None = None
        desk.amended.connect(lambda _: self.show_case(self._case))
        self.hide()

    def _build(self) -> QVBoxLayout:
        """Made with the first correction: most rounds have none, and the window is there sooner."""
        texts = column(spacing=4)
        content = Flowing()
        content.setLayout(texts)
        self._area = scrolling(content, "attention")
        self._area.viewport().installEventFilter(self)
        self.seen = button(self.tr("Seen"))
        self.seen.setToolTip(self.tr("Takes this note away. 'About this round' in the menu keeps it."))
        self.seen.clicked.connect(self._confirm)
        card = QWidget()
        ground(card, "attention")
        line = row(self._area, self.seen, margins=(16, 10, 12, 10), spacing=16)
        line.setStretch(0, 1)
        line.setAlignment(self.seen, Qt.AlignmentFlag.AlignTop)
        card.setLayout(line)
        self.setLayout(column(card, margins=(16, 12, 16, 4)))
        return texts

    def show_case(self, case_id: str) -> None:
        """Shows what is to be looked at in a case, if anything is."""
        self._case = case_id
        notices = self._desk.session.unseen_notices(case_id) if case_id else []
        self.setVisible(bool(notices))
        if not notices:
            return
        if self._texts is None:
            self._texts = self._build()
        empty(self._texts)
        last = notices[-1]  # it carries what those before it said
        heading = self.tr("The organizer corrected this case (amendment {number})").format(number=last.number)
        _add_notice(self._texts, last, heading, "attention-body")
        if any(value is not None for value in self._desk.state(case_id).scores):
            again = self.tr(
                "See whether your scores still hold; they stay as they are until you change them."
            )
            self._texts.addWidget(label(again, "secondary", wrap=True))
        self._texts.addStretch(1)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(change_text(last.change))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The height follows the width that the texts have, which comes later than the note's own."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if self._texts is not None:
            wanted = self._texts.totalHeightForWidth(self._area.viewport().width()) + 2
            self._area.setFixedHeight(max(24, min(MOST_HEIGHT, wanted)))

    def _confirm(self) -> None:
        try:
            self._desk.session.confirm_notices(self._case)
        except ReviewError as failure:
            self._desk.failed.emit(failure)
            return
        self._desk.case_changed.emit(self._case)
        self.show_case(self._case)


class NoticeList(QWidget):
    """Every change of the round, latest first.  :attr:`case_wanted` carries the case that a link leads to."""

    case_wanted = Signal(str)

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self.notices = sorted(session.notices(), key=lambda each: -each.number)
        layout = column(label(self.tr("What the organizer changed"), "heading"), spacing=4)
        self.links: list[QWidget] = []
        number = 0
        for notice in self.notices:
            if notice.number != number:
                number = notice.number
                layout.addSpacing(8)
                layout.addWidget(
                    label(self.tr("Amendment {number}").format(number=number), "secondary", wrap=True)
                )
            about_case = notice.change.kind in ("erratum", "withdrawn-case")
            title = visible(session.package.case(notice.change.subject).title, 120) if about_case else ""
            _add_notice(layout, notice, change_heading(notice.change, title), "strong")
            if about_case:
                layout.addLayout(self._link(notice, title))
        self.setLayout(layout)

    def _link(self, notice: Notice, title: str) -> QVBoxLayout:
        link = button(self.tr("Go to the case"), "link")
        link.setAccessibleName(self.tr("Go to {title}").format(title=title))
        link.clicked.connect(lambda: self.case_wanted.emit(notice.change.subject))
        self.links.append(link)
        waiting = label("" if notice.seen else self.tr("not looked at yet"), "attention")
        return column(row(link, waiting, None, spacing=8), 4, spacing=0)


def _add_notice(layout: QVBoxLayout, notice: Notice, heading: str, role: str) -> None:
    layout.addWidget(label(heading, role, wrap=True))
    for before in notice.before:
        said = translate("amendment", "Said before: {text}").format(text=visible(before, 2000))
        layout.addWidget(label(said, "secondary", wrap=True, select=True))
    text = change_text(notice.change)
    if text:
        layout.addWidget(label(text, "body", wrap=True, select=True))
