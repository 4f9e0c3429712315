"""The overview page: the one thing to do next, every station with what is missing there, the planned days."""

from __future__ import annotations

import re
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from review_app import desk_words
from review_app.model.crypto.base32 import short_form
from review_app.model.text import visible
from review_app.model.workspace.overview import DateLine, Overview, Standing, Station, overview
from review_app.ui import language, theme
from review_app.ui.days import day_of_moment, day_text
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.page import MARGIN, SIDE, Page
from review_app.ui.widgets.parts import button, column, empty, label, row, rule

NAME = 150
"""Pixels of width of a station's name."""
_APART = "\u00a0\u00a0·  "
"""Between two facts: the dot ends a line rather than beginning one."""
LEAST, WIDEST = 600, 960
"""Pixels of width below which a page shows no days beside its stations, and to which its lines grow: a day far from
what was done on it is read with the wrong line."""


class Mark(QWidget):
    """A dot that says how far a station is: filled green with a tick, an ink-blue ring, a grey ring."""

    def __init__(self, standing: Standing) -> None:
        super().__init__()
        self._standing = standing
        self.setFixedSize(20, theme.room(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, (self.height() - 20) / 2 + 1)  # as letters stand below the middle
        if self._standing == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.done))
            painter.drawEllipse(2, 2, 16, 16)
            painter.setPen(QPen(QColor(colours.window), 2))
            painter.drawPolyline([QPoint(6, 10), QPoint(9, 13), QPoint(14, 7)])
            return
        now = self._standing == "now"
        painter.setPen(QPen(QColor(colours.accent if now else colours.control), 2 if now else 1.5))
        painter.drawEllipse(3, 3, 14, 14)
        if now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(7, 7, 6, 6)


def _counted(words: str) -> str:
    """``words`` with no line broken between a number and what it counts."""
    return re.sub(r" (?=\d)|(?<=\d) ", "\u00a0", words)


class OverviewPage(Page):
    """Where the campaign stands."""

    station: ClassVar[str] = "overview"
    topics: ClassVar[tuple[str, ...]] = (
        "campaign",
        "nominations",
        "shortlist",
        "people",
        "cards",
        "package",
        "box",
        "results",
    )

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.dates = QVBoxLayout()
        self.dates.setSpacing(10)
        self.plan = button(self.tr("Plan days"), "quiet-link")
        self.plan.clicked.connect(lambda: desk.go("settings", section="planned"))
        side = QWidget()
        side.setLayout(
            column(
                label(self.tr("Planned days"), "strong"),
                self.dates,
                4,
                self.plan,
                None,
                margins=(16, 24, 16, 16),
            )
        )
        body = self._body = self.frame(self.tr("Overview"), side=side, scroll=True)
        self.next_words = label("", "heading", wrap=True)
        self.go_there = button(self.tr("Go there"), "primary")
        self.go_there.clicked.connect(self._go_next)
        words = column(label(self.tr("What comes next"), "secondary"), self.next_words, spacing=2)
        line = row(words, 16, self.go_there, margins=(0, 4, 0, 12))
        line.setStretch(0, 1)
        line.setAlignment(self.go_there, Qt.AlignmentFlag.AlignBottom)
        self.stations = QVBoxLayout()
        self.stations.setSpacing(0)
        self.links: dict[str, QWidget] = {}
        self.log_words = label("", "secondary", wrap=True)
        self.log_link = button(self.tr("To the log"), "quiet-link", edge="right")
        self.log_link.clicked.connect(lambda: desk.go("history"))
        foot = row(self.log_words, self.log_link, margins=(0, 10, 0, 0))
        foot.setStretch(0, 1)
        for part in (line, self.stations, foot):
            body.addLayout(part)
        body.addStretch(1)
        self._next_station = ""
        self._last: list[QLabel] = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where sentences would stand in a narrow column, they come before the days on which something was done."""
        body = self.width() - (theme.room(SIDE) if self.side is not None else 0)
        edges = self._body.contentsMargins()  # heights are found for the width between margins
        edges.setRight(max(MARGIN, body - theme.room(WIDEST) - MARGIN))
        self._body.setContentsMargins(edges)
        for last in self._last:
            last.setVisible(body >= theme.room(LEAST) and bool(last.text()))

    def first_focus(self) -> QWidget | None:
        """The way to what comes next."""
        return self.go_there if self.go_there.isVisibleTo(self) else None

    def set_busy(self, busy: bool) -> None:
        """Going about is possible at any time."""

    def refresh(self) -> None:
        """Finds out where everything stands."""
        found = self.desk.act(lambda workspace: (overview(workspace), len(workspace.log.lines())))
        if found is not None:
            self._show(*found)

    def _show(self, found: Overview, acts: int) -> None:
        tongue = language.current()
        self.set_subtitle(visible(f"{found.title} · {found.edition}", 120))
        self.next_words.setText(desk_words.next_sentence(found.next, tongue))
        self._next_station = found.next_station
        self.go_there.setVisible(bool(found.next_station))
        if found.next_station:
            name = desk_words.station_name(found.next_station, tongue)
            self.go_there.setText(self.tr("Go to {station}").format(station=name))
        empty(self.stations)
        self.links.clear()
        self._last.clear()
        for station in found.stations:
            self.stations.addWidget(rule())
            self.stations.addLayout(self._line(station))
        self.stations.addWidget(rule())
        self._make_room()
        head = short_form(found.log_head) if found.log_head else "–"
        words = self.tr("%n act(s) in the log; its head: {head}", "", acts).format(head=head)
        self.log_words.setText(words)
        empty(self.dates)
        for date in found.dates:
            self.dates.addLayout(self._date(date))
        if not found.dates:
            none = self.tr("No days are planned yet. Planned days only remind; nothing happens by itself.")
            self.dates.addWidget(label(none, "secondary", wrap=True))
        self.plan.setText(self.tr("Change days") if found.dates else self.tr("Plan days"))

    def _line(self, station: Station) -> QVBoxLayout:
        tongue = language.current()
        name = button(desk_words.station_name(station.name, tongue), "link")
        name.setProperty("strong", station.standing == "now")
        name.setFixedWidth(theme.room(NAME))
        standing = desk_words.standing_word(station.standing, tongue)
        facts = [_counted(desk_words.fact_sentence(fact, tongue)) for fact in station.facts]
        missing = [_counted(desk_words.fact_sentence(fact, tongue)) for fact in station.missing]
        name.setAccessibleDescription("; ".join([standing, *facts, *missing]))
        name.clicked.connect(partial(self.desk.go, station.name))
        self.links[station.name] = name
        mark = Mark(station.standing)
        mark.setToolTip(standing)
        texts = column(margins=(0, 3, 0, 3), spacing=1)
        if facts:
            texts.addWidget(label(_APART.join(facts), "body", wrap=True))
        for words in missing:
            texts.addWidget(label(words, "attention-body", wrap=True))
        last = label(day_of_moment(station.last), "secondary")
        self._last.append(last)
        last.setContentsMargins(8, 5, 0, 0)  # on the line of the first words, in smaller letters
        line = row(mark, name, texts, last, margins=(0, 5, 0, 5))
        line.setStretch(2, 1)
        for part in (mark, name, last):
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        return column(line)

    def _date(self, date: DateLine) -> QVBoxLayout:
        tongue = language.current()
        tone = "done" if date.done else "attention" if date.urgent else "secondary"
        shown = day_text(date.date)
        days = label(desk_words.days_words(date, tongue), tone)
        return column(
            label(desk_words.step_name(date.step, tongue), "body"),
            row(label(shown, "secondary"), None, days),
            spacing=0,
        )

    def _go_next(self) -> None:
        if self._next_station:
            self.desk.go(self._next_station)
