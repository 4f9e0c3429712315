"""What a nomination resembles, both texts side by side with what they have in common marked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from review_app.model.nomination.similar import Similar
from review_app.model.text import visible
from review_app.model.workspace import Workspace
from review_app.model.workspace.submission import Submission
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.marked_text import MarkedText
from review_app.ui.organizer.nominations.piece import Piece
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.parts import button, column, label, row

AT_ONCE = 60
"""Nominations up to which comparing takes no time worth a word."""
LINES = 3
"""Lines of the list that are seen at once."""
_DUPLICATE = ("nomination-similar",)


class SimilarCases(Piece):
    """The near ones in a list; below, this text and the other's.  :attr:`accept_wanted`: it is no duplicate."""

    accept_wanted = Signal()
    opened = Signal(str)
    """Another submission that is to be looked at."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self._compared: tuple[str, object] | None = None
        self.said = label("", "body", wrap=True)
        self.table = RecordTable(
            [
                Column(title=self.tr("Similar to"), text=lambda one: visible(one.title, 200)),
                Column(title=self.tr("Where"), text=where_words, width=132, tone=lambda one: "secondary"),
                Column(
                    title=self.tr("Text"),
                    text=lambda one: percent_words(one.percent),
                    width=64,
                    align="right",
                    sort_key=lambda one: one.percent,
                ),
                Column(
                    title=self.tr("Title"),
                    text=lambda one: percent_words(one.title_percent),
                    width=64,
                    align="right",
                    sort_key=lambda one: one.title_percent,
                ),
                Column(
                    title=self.tr("Body"),
                    text=lambda one: self.tr("same") if one.same_body else "",
                    width=56,
                ),
            ],
            key=lambda one: (one.case_id, one.submission, one.edition, one.title),
            name=self.tr("Similar cases"),
            several=False,
        )
        self.table.selected_record.connect(self._compare)
        self.table.activated_record.connect(self._open)
        self.own = MarkedText(self.tr("This nomination's text"))
        self.other = MarkedText(self.tr("The other one's text"))
        self.own.entered.connect(self._follow)
        self.other.entered.connect(self._lead)
        self.own_title = label(self.tr("This nomination"), "secondary")
        self.other_title = label("", "secondary", wrap=True)
        self.next = button(self.tr("Next common part"))
        self.next.clicked.connect(self._next)
        self.replace = button(self.tr("This one replaces it"))
        self.replace.setToolTip(
            self.tr("The one chosen above stays as it was handed in, marked as replaced. This can be undone.")
        )
        self.replace.clicked.connect(self._replace)
        self.accept = button(self.tr("Not the same: accept it"))
        self.accept.clicked.connect(self.accept_wanted)
        self._common: list[tuple[tuple[int, int], tuple[int, int]]] = []
        self._others_first: list[int] = []
        self.earlier = label("", "secondary", wrap=True)
        self.add_file = button(self.tr("Earlier edition: file…"), "quiet-link")
        self.add_file.clicked.connect(self._ask_file)
        self.add_folder = button(self.tr("Earlier edition: folder…"), "quiet-link", edge="right")
        self.add_folder.clicked.connect(self._ask_folder)
        texts = row(
            column(self.own_title, self.own, spacing=2),
            column(self.other_title, self.other, spacing=2),
            spacing=8,
        )
        self.side = QWidget()
        layout = column(texts, row(self.next, None, self.replace, self.accept))
        layout.setStretch(0, 1)
        self.side.setLayout(layout)
        self._rest = QWidget()
        whole = column(self.said, self.table, self.side, self._rest, self._foot(), margins=(2, 4, 0, 0))
        for place in (2, 3):  # one of them is shown
            whole.setStretch(place, 1)
        self.setLayout(whole)

    def _foot(self) -> QHBoxLayout:
        foot = row(self.earlier, None, self.add_file, self.add_folder)
        return foot

    def fill(self, submission: Submission, same: bool) -> None:
        count = self.desk.act(lambda workspace: workspace.submissions.earlier.count()) or 0
        self.earlier.setVisible(count > 0)
        self.earlier.setText(self.tr("%n case(s) of earlier editions to compare with.", "", count))
        for part in (self.add_file, self.add_folder):
            part.setVisible(not self.desk.read_only)
        duplicate = any(problem.code in _DUPLICATE for problem in submission.problems)
        self.accept.setVisible(duplicate and submission.state != "accepted" and self.editable)
        compared = (submission.id, submission)
        if self._compared == compared:
            return
        self._compared = compared
        if sum(self.desk.workspace.submissions.counts().values()) <= AT_ONCE:
            self._show(self.desk.act(lambda workspace: workspace.submissions.similar(submission.id)) or [])
            return
        if not same:
            self._show([])
        self.said.setText(self.tr("Comparing…"))
        self.desk.run(
            self.tr("Comparing with all others"),
            lambda workspace, progress: workspace.submissions.similar(submission.id),
            lambda found: self._arrived(submission.id, found),
        )

    def let_go(self) -> None:
        self._compared = None

    # --- earlier editions -----------------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        kinds = self.tr("Results and tables (*.zip *.csv *.xlsx)")
        self.desk.open_files(self, [kinds, self.tr("All files (*)")], self.add_earlier)

    def _ask_folder(self) -> None:
        self.desk.open_folder(
            self, self.tr("The folder of an earlier campaign"), lambda folder: self.add_earlier([folder])
        )

    def add_earlier(self, paths: list[Path]) -> None:
        """Keeps the cases of earlier editions at ``paths``, and compares anew."""

        def add(workspace: Workspace) -> int:
            from review_app.model.nomination.earlier_files import read_earlier

            earlier = workspace.submissions.earlier
            return sum(earlier.add(read_earlier(path), path.name) for path in paths)

        if self.desk.act(add) is not None:
            self._compared = None
            self.desk.announce("nominations")

    # --- side by side ---------------------------------------------------------------------------------------------

    def _arrived(self, submission_id: str, found: list[Similar]) -> None:
        if self.submission is not None and self.submission.id == submission_id:
            self._show(found)

    def _show(self, found: list[Similar]) -> None:
        none = self.tr("Nothing similar: neither here nor among earlier editions.")
        self.said.setText(self.tr("%n similar one(s), the nearest first.", "", len(found)) if found else none)
        self.table.set_records(found)
        self.table.setVisible(bool(found))
        self.side.setVisible(bool(found))
        self._rest.setVisible(not found)
        lines = max(1, min(LINES, len(found)))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + 4 + lines * self.table.verticalHeader().defaultSectionSize())
        if found:
            self.table.selectRow(0)

    def _compare(self, one: Similar | None) -> None:
        if one is None or self.submission is None:
            return
        settled = self.submission.state in ("returned", "superseded")
        self.replace.setVisible(self.editable and not settled and bool(one.case_id or one.submission))
        pairs = [((part.start, part.end), (part.other_start, part.other_end)) for part in one.common]
        self._common = pairs
        # The other text's marks stand in its own order; which belongs to which is remembered.
        self._others_first = sorted(range(len(pairs)), key=lambda number: pairs[number][1])
        self.own.show_text(self.submission.dossier, [own for own, _ in pairs])
        self.other.show_text(one.text, [pairs[number][1] for number in self._others_first])
        self.other_title.setText(
            self.tr("{title} · {where}", "a similar case").format(
                title=visible(one.title, 80), where=where_words(one)
            )
        )
        self.next.setEnabled(bool(pairs))
        count = self.tr("%n common part(s)", "", len(pairs))
        self.own_title.setText(self.tr("This nomination · {count}").format(count=count))
        if pairs:
            self._go(0)

    def _go(self, number: int) -> None:
        self.own.go_to(number)
        self._follow(number)

    def _follow(self, number: int) -> None:
        if number in self._others_first:
            self.other.go_to(self._others_first.index(number))

    def _lead(self, place: int) -> None:
        if place < len(self._others_first):
            self.own.go_to(self._others_first[place])

    def _next(self) -> None:
        if self._common:
            self._go((self.own.at + 1) % len(self._common))

    def _replace(self) -> None:
        """Lets this nomination replace the one that is compared with it."""
        one, submission = self.table.current(), self.submission
        if one is None or submission is None:
            return

        def replace(workspace: Workspace) -> Submission:
            found = workspace.submissions.of_case(one.case_id) if one.case_id else None
            earlier = found.id if found is not None else one.submission
            return workspace.submissions.supersede(submission.id, earlier)

        if self.desk.act(replace, "nominations") is not None:
            self.desk.tell(
                self.tr('"{title}" is replaced.').format(title=visible(one.title, 80)),
                self.tr("It stays in the list as it was handed in, marked as replaced."),
                "quiet",
            )

    def _open(self, one: Similar) -> None:
        if one.submission:
            self.opened.emit(one.submission)
        elif one.case_id:
            found = self.desk.act(lambda workspace: workspace.submissions.of_case(one.case_id))
            if found is not None:
                self.opened.emit(found.id)


def where_words(one: Similar) -> str:
    """Where the other one is to be found."""
    from review_app.ui.organizer.nominations.words import translate

    if one.case_id:
        return translate("nominations", "Accepted here")
    if one.submission:
        return translate("nominations", "Handed in here")
    return translate("nominations", "Edition {year}").format(year=visible(one.edition, 20))


def percent_words(percent: int) -> str:
    """A share."""
    return f"{percent} %"
