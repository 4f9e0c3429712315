"""Taking nominations in: choose or drop, look at what would come in, then take it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from review_app.model.nomination.expected import Expected, Looked, look
from review_app.model.progress import Progress
from review_app.model.text import visible
from review_app.model.workspace import Workspace
from review_app.model.workspace.nominations import IntakeResult
from review_app.ui import theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.coming import Coming
from review_app.ui.organizer.nominations.mapping import ColumnMapping
from review_app.ui.organizer.nominations.words import arrival_words
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.drop_area import DropArea
from review_app.ui.widgets.parts import (
    Flowing,
    button,
    column,
    empty,
    label,
    row,
    scrolling,
)

ABOVE = 0.36
"""The share of the height that how tables and archives are read takes at most."""


class TakingIn(QWidget):
    """:attr:`left`: back to the list; :attr:`taken` says how much has come in, all of it to be seen in the list."""

    left = Signal()
    taken = Signal(str)

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.desk = desk
        self.paths: list[Path] = []
        self.mappings: dict[Path, dict[str, str]] = {}
        self._tables: list[ColumnMapping] = []
        self._known: tuple[list[tuple[Path, list[str]]], list[Path]] = ([], [])
        self._held: QWidget | None = None  # what has the focus again once everything was looked at anew
        self.back = button(self.tr("‹ All nominations"), "quiet-link", edge="left")
        self.back.clicked.connect(self.left)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._make_invitation())
        self.stack.addWidget(self._make_preview())
        layout = column(row(self.back, None), self.stack)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    # --- building -------------------------------------------------------------------------------------------------

    def _make_invitation(self) -> QWidget:
        self.area = DropArea()
        self.choose = button(self.tr("Choose files…"), "primary")
        self.choose.clicked.connect(self._ask_files)
        self.choose_folder = button(self.tr("Choose a folder…"))
        self.choose_folder.clicked.connect(self._ask_folder)
        what = label(self.tr("Drop nominations here"), "heading")
        what.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        kinds = label(
            self.tr(
                "Filled forms (DOCX, XLSX), tables with a nomination a row (XLSX, CSV), a folder for each nomination "
                "with its text and attachments, ZIP files of such folders. A folder or a ZIP file may hold many "
                "nominations at once. You see what comes in before anything is taken."
            ),
            "quiet",
            wrap=True,
        )
        kinds.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        kinds.setFixedWidth(theme.room(480))
        inner = column(
            None,
            what,
            row(None, kinds, None),
            8,
            row(None, self.choose, self.choose_folder, None),
            None,
            margins=(24, 24, 24, 24),
        )
        self.area.setLayout(inner)
        return self.area

    def _make_preview(self) -> QWidget:
        self.table = RecordTable(
            [
                Column(title=self.tr("Handed in as"), text=lambda one: visible(one.name, 120), width=176),
                Column(
                    title=self.tr("Kind"),
                    text=lambda one: "" if one.fate == "unreadable" else arrival_words(one.arrival),
                    width=92,
                    tone=lambda one: "secondary",
                ),
                Column(title=self.tr("Case title"), text=lambda one: visible(one.title, 200)),
                Column(title=self.tr("Nominating body"), text=lambda one: visible(one.organisation, 200)),
                Column(
                    title=self.tr("Files"),
                    text=lambda one: str(len(one.attachments) or ""),
                    width=52,
                    align="right",
                    sort_key=lambda one: len(one.attachments),
                ),
                Column(
                    title=self.tr("What becomes of it"),
                    text=fate_words,
                    width=176,
                    tone=lambda one: _TONES[one.fate],
                ),
            ],
            key=lambda one: (one.name, one.title),
            name=self.tr("What would come in"),
            empty=self.tr("There is no nomination in this."),
            several=False,
        )
        self.table.selected_record.connect(self._tell)
        self.heading = label("", "body", wrap=True)
        self._above: QVBoxLayout = column(spacing=8)
        above = Flowing()
        above.setLayout(self._above)
        self._above_area = scrolling(above, "window")
        self.about = Coming()
        self.accept = QCheckBox(self.tr("Accept the complete ones at once"))
        self.other = button(self.tr("Choose others"))
        self.other.clicked.connect(self.start)
        self.take = button("", "primary")
        self.take.clicked.connect(self._take)
        foot = row(self.accept, None, self.other, self.take)
        page = QWidget()
        layout = column(self.heading, self._above_area, self.table, self.about, foot)
        layout.setStretch(2, 1)
        layout.setStretch(3, 1)
        page.setLayout(layout)
        return page

    # --- choosing -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Shows the invitation."""
        self.paths, self.mappings = [], {}
        self.stack.setCurrentIndex(0)

    def _ask_files(self) -> None:
        kinds = self.tr("Nominations (*.docx *.xlsx *.csv *.tsv *.zip)")
        self.desk.open_files(self, [kinds, self.tr("All files (*)")], self.offer)

    def _ask_folder(self) -> None:
        self.desk.open_folder(self, self.tr("A folder of nominations"), lambda folder: self.offer([folder]))

    def offer(self, paths: Sequence[Path]) -> None:
        """Looks at ``paths``; what was offered and not taken in yet is looked at with them."""
        self.paths += [path for path in paths if path not in self.paths]
        self._look()

    def _look(self) -> None:
        paths, mappings = list(self.paths), dict(self.mappings)
        self.desk.run(
            self.tr("Looking at what there is"),
            lambda workspace, progress: look(workspace, paths, mappings, progress),
            self._show,
        )

    # --- what would come in ---------------------------------------------------------------------------------------

    def _show(self, found: Looked) -> None:
        self.stack.setCurrentIndex(1)
        self.table.set_records(found.expected)
        self._show_above(found)
        coming = [one for one in found.expected if one.fate in ("complete", "incomplete") or _waits(one)]
        left = len(found.expected) - len(coming)
        self.heading.setText(
            self.tr("%n can't be taken or are here already; choose a line to see why.", "", left)
            if left
            else self.tr("Nothing is taken in yet. Choose a line to see what is in it.")
        )
        self.take.setText(self.tr("Take in %n", "", len(coming)))
        self.take.setVisible(bool(coming))
        self.accept.setVisible(any(one.fate == "complete" for one in coming))
        self.other.show()
        if found.expected:
            self.table.selectRow(0)
        self._tell(self.table.current())
        held, self._held = self._held, None
        (held or (self.take if coming else self.table)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_above(self, found: Looked) -> None:
        tables = [(path, preview.columns) for path, preview in found.tables.items()]
        if self._tables and self._known == (tables, list(found.archives)):
            for mapping, preview in zip(self._tables, found.tables.values(), strict=True):
                mapping.show_missing(preview)
            return
        self._known = (tables, list(found.archives))
        empty(self._above)
        self._tables, self._held = [], None
        for path, preview in found.tables.items():
            mapping = ColumnMapping(path, preview)
            mapping.changed.connect(lambda mapping=mapping: self._map(mapping))
            self._tables.append(mapping)
            self._above.addWidget(mapping)
        for path, contents in found.archives.items():
            how = "GBK (CP936)" if contents.encoding == "cp936" else "UTF-8"
            words = self.tr("{file}: %n file(s), names read as {encoding}", "", len(contents.members)).format(
                file=visible(path.name, 80), encoding=how
            )
            self._above.addWidget(label(words, "body", wrap=True))
            some = self.tr(", ", "between names").join(visible(name, 60) for name in contents.names[:6])
            self._above.addWidget(label(some, "secondary", wrap=True))
        parts = [item.widget() for item in map(self._above.itemAt, range(self._above.count())) if item]
        self._above_area.setVisible(bool(parts))
        high = sum(part.sizeHint().height() + self._above.spacing() for part in parts if part is not None)
        self._above_area.setFixedHeight(min(max(184, int(ABOVE * self.height())), high))

    def _map(self, mapping: ColumnMapping) -> None:
        self.mappings[mapping.path] = mapping.mapping
        self._held = mapping.focusWidget()
        self._look()

    def _tell(self, one: Expected | None) -> None:
        self.about.show_expected(one)

    # --- taking in ------------------------------------------------------------------------------------------------

    def _take(self) -> None:
        paths, mappings = list(self.paths), dict(self.mappings)
        accept = self.accept.isChecked() and not self.accept.isHidden()

        def work(workspace: Workspace, progress: Progress) -> list[IntakeResult]:
            from review_app.model.nomination.intake import take_in

            plain = [path for path in paths if path not in mappings]
            results = take_in(workspace, plain, accept=accept, progress=progress) if plain else []
            for path, mapping in mappings.items():
                if path in paths:
                    results += take_in(workspace, [path], accept=accept, mapping=mapping, progress=progress)
            return results

        self.desk.run(self.tr("Taking nominations in"), work, self._taken, topics=("nominations",))

    def _taken(self, results: list[IntakeResult]) -> None:
        troubled = [result for result in results if result.status in ("refused", "duplicate")]
        came = len(results) - len(troubled)
        new = [result for result in troubled if result.code != "nomination-known"]
        unread = [one for one in self.table.records if one.fate == "unreadable" and not one.keeps]
        self.paths, self.mappings = [], {}
        said = [self.tr("%n nomination(s) came in complete.", "", came)]
        if new:
            said.append(self.tr("%n need(s) your attention.", "", len(new)))
        self.start()
        if not unread:
            self.taken.emit(" · ".join(said))
            return
        self._show(Looked(unread))
        self.heading.setText(
            self.tr("What could be read is in the list now. %n could not be:", "", len(unread))
        )


_TONES = {"complete": "done", "incomplete": "attention", "known": "secondary", "unreadable": "attention"}


def _waits(one: Expected) -> bool:
    """Whether it would be kept as it is: a table whose columns nobody has named yet is not meant to be."""
    return one.keeps and all(problem.code != "table-header" for problem in one.problems)


def fate_words(one: Expected) -> str:
    """What would become of something handed in."""
    from review_app.ui.organizer.nominations.words import translate

    if _waits(one):
        return translate("nominations", "Can't be read, is kept")
    return {
        "complete": translate("nominations", "Complete"),
        "incomplete": translate("nominations", "Comes in incomplete"),
        "known": translate("nominations", "Here already"),
        "unreadable": translate("nominations", "Can't be read"),
    }[one.fate]
