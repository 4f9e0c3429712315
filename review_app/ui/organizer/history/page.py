"""The history page: the log in sentences, filtered, verified, exported."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from review_app import desk_words
from review_app.model.crypto.base32 import short_form
from review_app.model.workspace import Workspace
from review_app.model.workspace.log import LogLine
from review_app.model.workspace.overview import topic_of
from review_app.ui import language, shortcuts, theme
from review_app.ui.days import moment_text
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.page import Page
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.parts import Flowing, button, column, label, row, scrolling

ABOUT = ("campaign", "nominations", "shortlist", "experts", "package", "box", "results", "certificates")


class Act(msgspec.Struct, frozen=True):
    """A line of the log as it is shown."""

    line: LogLine
    when: str
    about: str
    station: str
    sentence: str


def acts_of(workspace: Workspace) -> tuple[list[Act], str]:
    """The lines, the newest first, and the head (SHA-256)."""
    lines, tongue = workspace.log.lines(), language.current()
    titles = workspace.nominations.titles()
    found = [
        Act(
            line,
            moment_text(line.time),
            topic_of(line.act),
            desk_words.station_name(topic_of(line.act), tongue),
            desk_words.act_sentence(line, tongue, titles, lines),
        )
        for line in reversed(lines)
    ]
    return found, workspace.log.head()


class HistoryPage(Page):
    """Every act, in the order in which it was done."""

    station: ClassVar[str] = "history"
    topics: ClassVar[tuple[str, ...]] = ("log",)

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.export = button(self.tr("Export as table…"))
        self.export.clicked.connect(self._export)
        self.verify = button(self.tr("Verify the log"), "primary")
        self.verify.clicked.connect(self._verify)
        body = self.frame(self.tr("Log"), actions=[self.export, self.verify])
        self.words = QLineEdit()
        self.words.setProperty("kind", "search")
        self.words.setPlaceholderText(self.tr("Search the log"))
        self.words.setAccessibleName(self.tr("Search the log"))
        self.words.setClearButtonEnabled(True)
        self.about = Choice(self.tr("Which acts are shown"))
        self.about.addItem(self.tr("All acts"), "")
        for name in ABOUT:
            self.about.addItem(desk_words.station_name(name, language.current()), name)
        self.count = label("", "secondary")
        line = row(self.words, self.about, None, self.count)
        line.setStretch(0, 1)
        body.addLayout(line)
        self.table = RecordTable(
            [
                Column(
                    title=self.tr("No."),
                    text=lambda act: str(act.line.seq),
                    width=56,
                    align="right",
                    sort_key=lambda act: act.line.seq,
                    tone=lambda act: "secondary",
                ),
                Column(
                    title=self.tr("When"),
                    text=lambda act: act.when,
                    width=150,
                    sort_key=lambda act: act.line.seq,
                    tone=lambda act: "secondary",
                ),
                Column(title=self.tr("Station"), text=lambda act: act.station, width=150),
                Column(title=self.tr("What was done"), text=lambda act: act.sentence),
            ],
            key=lambda act: act.line.seq,
            empty=self.tr("Nothing has been done yet."),
            name=self.tr("Log"),
        )
        body.addWidget(self.table, 1)
        self.detail = label("", "body-small", wrap=True, select=True)
        self.detail.setAccessibleName(self.tr("The chosen act in full"))
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = Flowing()
        inside.setLayout(column(self.detail, None))
        whole = scrolling(inside, "window")
        whole.setFixedHeight(theme.room(72))
        body.addWidget(whole)
        self.words.textChanged.connect(self.table.set_filter)
        self.about.currentIndexChanged.connect(lambda _: self._choose())
        self.table.shown_changed.connect(self._show_count)
        self.table.selected_record.connect(self._show_detail)
        shortcuts.bind(self, {"search": self.words.setFocus}, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def first_focus(self) -> QWidget | None:
        """The search."""
        return self.words

    def refresh(self) -> None:
        """Reads the log."""
        found = self.desk.act(acts_of)
        if found is not None:
            acts, head = found
            self.table.set_records(acts)
            self.set_subtitle(self.tr("Head of the log: {head}").format(head=short_form(head)))
            self._show_detail(self.table.current())

    def _choose(self) -> None:
        wanted = self.about.currentData()
        self.table.set_predicate((lambda act: act.about == wanted) if wanted else None)

    def _show_count(self, shown: int, total: int) -> None:
        if shown == total:
            self.count.setText(self.tr("%n act(s)", "", total))
        else:
            self.count.setText(self.tr("{shown} of {total}").format(shown=shown, total=total))

    def _show_detail(self, act: Act | None) -> None:
        self.detail.setText(act.sentence if act is not None else self.tr("Choose a line to read it in full."))

    def _verify(self) -> None:
        head = self.desk.act(lambda workspace: workspace.verify_log())
        if head is not None:
            self.desk.tell(
                self.tr("The log is whole: every act names the one before it."),
                self.tr("Its head, for your minutes: {head}").format(head=short_form(head)),
                "quiet",
            )

    def _export(self) -> None:
        def write(path: Path) -> None:
            if self.desk.did(lambda workspace: self.table.export_csv(path)):
                self.desk.tell_of_file(self.tr("The log is written to {name}.").format(name=path.name), path)

        self.desk.save_as(self, self.tr("log.csv"), self.tr("Table (*.csv)"), write)
