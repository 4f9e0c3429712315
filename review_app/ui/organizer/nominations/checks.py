"""What is wrong with a nomination and what to do about it; damaged text with what it would become."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_app.model.nomination.repair import Repair, repairs_of
from review_app.model.text import visible
from review_app.model.workspace.nominations import is_unsourced
from review_app.model.workspace.submission import Problem, Submission
from review_app.ui import theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.marked_text import MarkedText
from review_app.ui.organizer.nominations.piece import WIDEST, Piece
from review_app.ui.organizer.nominations.unread import UnreadActs
from review_app.ui.organizer.nominations.words import (
    field_words,
    note_text,
    problem_text,
    repair_words,
)
from review_app.ui.widgets.parts import Flowing, button, column, empty, label, row, rule, scrolling

_SIMILAR = ("nomination-similar", "nomination-same-title", "nomination-same-id", "nomination-known")
EXCERPT = 120
"""Pixels of height of a preview."""
SHORT = 30
"""Characters up to which one line is enough."""


class RepairPreview(QWidget):
    """The text before and after, what changes marked in both; :attr:`wanted` when it is to be done."""

    wanted = Signal(object)

    def __init__(self, repair: Repair, editable: bool) -> None:
        super().__init__()
        what, why = repair_words(repair.code)
        count = self.tr("%n place(s)", "", len(repair.places))
        title = self.tr("{damage} · {field}", "a repair").format(damage=what, field=field_words(repair.field))
        self.before = MarkedText(
            self.tr("As it is: {field}").format(field=field_words(repair.field)), "attention_soft"
        )
        self.after = MarkedText(self.tr("As it would be: {field}").format(field=field_words(repair.field)))
        for view in (self.before, self.after):
            view.setFixedHeight(theme.room(EXCERPT if len(repair.before) > SHORT else 44))
        self.before.show_text(repair.before, [(place.start, place.end) for place in repair.places])
        self.after.show_text(repair.after, [(place.after_start, place.after_end) for place in repair.places])
        self.before.entered.connect(self.after.go_to)
        self.after.entered.connect(self.before.go_to)
        self.act = button(self.tr("Repair"))
        self.act.setAccessibleDescription(title)
        self.act.setEnabled(editable)
        self.act.clicked.connect(lambda: self.wanted.emit(repair))
        head = row(
            column(label(title, "strong", wrap=True), label(why, "secondary", wrap=True), spacing=2), self.act
        )
        head.setStretch(0, 1)
        texts = row(
            column(
                label(self.tr("As it is · {places}").format(places=count), "secondary"),
                self.before,
                spacing=2,
            ),
            column(label(self.tr("As it would be"), "secondary"), self.after, spacing=2),
        )
        self.setLayout(column(head, texts, spacing=6))


class Checks(Piece):
    """:attr:`piece_wanted` names the piece (and field) where something is to be settled."""

    piece_wanted = Signal(str, str)

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self._lines: QVBoxLayout = column(spacing=12)
        inside = Flowing()
        inside.setLayout(column(self._lines, None, margins=(2, 4, 12, 16)))
        self.area = scrolling(inside, "window", WIDEST)
        self.setLayout(column(self.area))
        self.repairs: list[RepairPreview] = []
        self.unread: UnreadActs | None = None
        """What can be done with a nomination of which nothing could be read."""

    def fill(self, submission: Submission, same: bool) -> None:
        place = self.area.verticalScrollBar().value()
        empty(self._lines)
        self.repairs, self.unread = [], None
        roles = {
            "received": "attention-body",
            "complete": "body",
            "accepted": "done-body",
            "returned": "body",
            "superseded": "body",
        }
        self._lines.addWidget(label(self._standing(submission), roles[submission.state], wrap=True))
        reason = "\n".join(visible(line, 1000) for line in submission.reason.splitlines())
        if submission.state == "returned" and reason:
            self._lines.addWidget(label(reason, "quiet", wrap=True, select=True))
        if submission.state == "superseded":
            later = button(self.tr("Show the one that replaces it"), "link")
            later.clicked.connect(lambda: self.desk.go("nominations", submission=submission.superseded_by))
            self._lines.addLayout(row(later, None))
        for problem in submission.problems:
            self._lines.addLayout(self._problem(problem, settled=submission.unread is not None))
        if submission.unread is not None:
            self.unread = UnreadActs(self.desk, submission, editable=self.editable)
            self.unread.piece_wanted.connect(self.piece_wanted)
            self._lines.addWidget(self.unread)
        if count := sum(is_unsourced(claim.get("source", "")) for claim in submission.claims):
            go = button(self.tr("Figures"), "link")
            go.clicked.connect(lambda: self.piece_wanted.emit("figures", ""))
            words = label(self.tr("%n figure(s) without a source.", "", count), "body", wrap=True)
            line = row(words, go)
            line.setStretch(0, 1)
            self._lines.addLayout(line)
        for note in submission.notes:
            self._lines.addWidget(label(note_text(note), "quiet", wrap=True))
        texts = {name: value for name, value in submission.fields.items() if isinstance(value, str)}
        found = repairs_of({**texts, "dossier": submission.dossier}) if self.editable else []
        if found:
            self._lines.addWidget(rule())
            self._lines.addWidget(label(self.tr("The text seems damaged in places"), "heading", wrap=True))
        for repair in found:
            preview = RepairPreview(repair, self.editable)
            preview.wanted.connect(self._repair)
            self.repairs.append(preview)
            self._lines.addWidget(preview)
        if same:
            self.area.verticalScrollBar().setValue(place)

    def _standing(self, submission: Submission) -> str:
        """What the state means, and what comes next."""
        match submission.state:
            case "received" if submission.unread is not None:
                if not submission.kept:
                    return self.tr("Nothing of it could be read.")
                return self.tr("Nothing of it could be read. It is kept here as it was handed in.")
            case "received":
                count = submission.points
                return self.tr("%n point(s) to settle before it can be accepted.", "", count)
            case "complete":
                return self.tr("Complete. It waits for you to accept it.")
            case "accepted":
                return self.tr("Accepted as case {case}.").format(case=visible(submission.case_id, 40))
            case "returned":
                return self.tr("Returned to the nominating body.")
            case "superseded":
                return self.tr(
                    "Replaced by another one. It stays here as it was handed in, and counts for nothing."
                )

    def _problem(self, problem: Problem, *, settled: bool) -> QVBoxLayout:
        """What is wrong, and a way to where it is mended; none where that stands below."""
        said = problem_text(problem)
        lines = column(label(said.what, "strong", wrap=True), spacing=2)
        line = row(label(said.next, "quiet", wrap=True))
        line.setStretch(0, 1)
        piece, field = where_to_settle(problem)
        if piece and not settled:
            names = {
                "fields": self.tr("Fields"),
                "text": self.tr("Text"),
                "figures": self.tr("Figures"),
                "attachments": self.tr("Attachments"),
                "similar": self.tr("Similar"),
            }
            go = button(names[piece], "link")
            go.setAccessibleDescription(said.what)
            go.clicked.connect(lambda: self.piece_wanted.emit(piece, field))
            line.addWidget(go)
        lines.addLayout(line)
        return lines

    def _repair(self, repair: Repair) -> None:
        submission = self.submission
        if submission is not None:
            self.desk.act(
                lambda workspace: workspace.submissions.apply_repair(submission.id, repair), "nominations"
            )


def where_to_settle(problem: Problem) -> tuple[str, str]:
    """The piece of the detail where a problem can be settled, and the field there; empty for none."""
    if problem.code in _SIMILAR:
        return "similar", ""
    named = problem.params.get("fields", problem.params.get("field", ""))
    field = str(named[0]) if isinstance(named, list) and named else str(named)
    if problem.code.startswith(("attachment", "picture", "format-unsupported", "too-many-attachments")):
        return "attachments", ""
    if field.startswith("claim"):
        return "figures", ""
    if field == "attachments":
        return "attachments", ""
    if field == "dossier" or problem.code.startswith("dossier"):
        return "text", ""
    if problem.code.startswith("facet"):
        return "fields", "facet"
    return ("fields", field) if field else ("", "")
