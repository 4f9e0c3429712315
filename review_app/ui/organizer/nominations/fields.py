"""The fields of a nomination, changed in their place and stored when one is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from review_app.model.errors import ReviewError
from review_app.model.nomination.checks import LIMITS, choice_of
from review_app.model.text import visible
from review_app.model.workspace import Workspace
from review_app.model.workspace.submission import Submission
from review_app.ui import theme
from review_app.ui.errors import sentences
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.piece import WIDEST, Piece
from review_app.ui.organizer.nominations.words import (
    BODY_TYPES,
    ROUTES,
    body_type_words,
    field_words,
    route_words,
)
from review_app.ui.widgets.parts import Flowing, column, label, scrolling

ORDER = (
    "title",
    "organisation",
    "body_type",
    "carrying_body",
    "recipient",
    "region",
    "level",
    "facet",
    "route",
    "contact",
    "summary",
    "earlier_awards",
)
LONG = {"summary": 120, "earlier_awards": 72}
"""Fields of several lines, and their height in pixels."""


CAPTION = 136
"""Pixels of width to which captions grow before they are broken."""


class FieldLine(QObject):
    """The entry of one field, and what is to be said of it."""

    stored = Signal()

    def __init__(self, name: str, desk: OrganizerDesk) -> None:
        super().__init__()
        self.name, self._desk = name, desk
        self._id, self._shown = "", ""
        self.caption = label(field_words(name), "secondary", wrap=True)
        self.trouble = label("", "attention", wrap=True)
        self.trouble.hide()
        self.entry: QWidget = self._entry()
        self.entry.setAccessibleName(field_words(name))
        self.caption.setBuddy(self.entry)

    def _entry(self) -> QWidget:
        if self.name in ("body_type", "route", "facet"):
            box = QComboBox()
            box.setEditable(False)
            box.activated.connect(lambda _: self.store())
            return box
        if self.name in LONG:
            area = QPlainTextEdit()
            area.setTabChangesFocus(True)
            area.setFixedHeight(theme.room(LONG[self.name]))
            area.installEventFilter(self)
            return area
        line = QLineEdit()
        line.setMaxLength(LIMITS.get(self.name, 500) * 2)
        line.editingFinished.connect(self.store)
        if self.name == "recipient":
            line.setPlaceholderText(self.tr("Empty: the nominating body"))
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field of several lines is stored when it loses the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.store()
        return super().eventFilter(watched, event)

    @property
    def text(self) -> str:
        """What stands in the entry."""
        if isinstance(self.entry, QComboBox):
            return str(self.entry.currentData() or "")
        if isinstance(self.entry, QPlainTextEdit):
            return self.entry.toPlainText()
        assert isinstance(self.entry, QLineEdit)
        return self.entry.text()

    def show_value(self, submission: Submission, missing: bool, facets: list[str], editable: bool) -> None:
        """Shows the field of ``submission``; what is being typed in the same one stays."""
        value = choice_of(self.name, submission.text(self.name))
        typing = submission.id == self._id and self.entry.hasFocus() and self.text != self._shown
        self._id = submission.id
        if not typing:
            self._put(value, facets)
        self._shown = value
        self.entry.setEnabled(editable)
        self.trouble.setText(self.tr("Missing") if missing else "")
        self.trouble.setVisible(missing)

    def _put(self, value: str, facets: list[str]) -> None:
        if isinstance(self.entry, QComboBox):
            self._offer(self.entry, value, facets)
        elif isinstance(self.entry, QPlainTextEdit):
            if self.entry.toPlainText() != value:
                self.entry.setPlainText(value)
        elif isinstance(self.entry, QLineEdit) and self.entry.text() != value:
            self.entry.setText(value)
            self.entry.setCursorPosition(0)

    def _offer(self, box: QComboBox, value: str, facets: list[str]) -> None:
        box.clear()
        if self.name == "facet":
            choices = [(name, name) for name in facets]
        elif self.name == "route":
            choices = [(route, route_words(route)) for route in ROUTES]
        else:
            choices = [(kind, body_type_words(kind)) for kind in BODY_TYPES]
        box.addItem(self.tr("not given"), "")
        for data, words in choices:
            box.addItem(words, data)
        if box.findData(value) < 0:  # the form's own word for it, or one that the campaign doesn't know
            box.addItem(visible(value, 80), value)
        box.setCurrentIndex(box.findData(value))

    def store(self) -> bool:
        """Stores what was typed; where it can't be stored the entry keeps it and says why."""
        text = self.text
        if not self._id or text == self._shown or self._desk.read_only:
            return True
        submission_id, failures = self._id, []

        def edit(workspace: Workspace) -> bool:
            try:
                workspace.submissions.edit(submission_id, {self.name: text})
            except ReviewError as failure:
                failures.append(failure)
                return False
            return True

        before, self._shown = self._shown, text
        done = self._desk.act(edit)
        if done:
            self._desk.announce("nominations")
            return True
        self._shown = before
        if failures:
            said = sentences(failures[0])
            self.trouble.setText(self.tr("Not stored. {why}").format(why=said.what))
            self.trouble.show()
        return False


class Fields(Piece):
    """All fields of one nomination, one below the other."""

    def __init__(self, desk: OrganizerDesk, facets: Callable[[], list[str]]) -> None:
        super().__init__(desk)
        self._facets = facets
        self.lines = {name: FieldLine(name, desk) for name in ORDER}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        measured = QFontMetrics(theme.interface_font(theme.SMALL_SIZE)).horizontalAdvance
        widest = max(measured(field_words(name)) for name in ORDER) + 2
        grid.setColumnMinimumWidth(0, min(widest, theme.room(CAPTION)))
        for place, line in enumerate(self.lines.values()):
            line.caption.setMaximumWidth(theme.room(CAPTION))
            line.caption.setContentsMargins(0, 9, 0, 0)
            grid.addWidget(line.caption, place, 0, Qt.AlignmentFlag.AlignTop)
            holder = QWidget()
            holder.setLayout(column(line.entry, line.trouble, spacing=2))
            grid.addWidget(holder, place, 1)
        self.where = label("", "secondary", wrap=True)
        inside = Flowing()
        inside.setLayout(column(grid, 8, self.where, None, margins=(2, 4, 12, 16)))
        self.area = scrolling(inside, "window", WIDEST)
        self.setLayout(column(self.area))

    def fill(self, submission: Submission, same: bool) -> None:
        facets = [facet.name for facet in self.desk.workspace.settings.facets]
        facets = facets or self._facets()
        missing = {
            field
            for problem in submission.problems
            if problem.code == "nomination-incomplete"
            for field in _listed(problem.params.get("fields"))
        }
        for name, line in self.lines.items():
            line.show_value(submission, name in missing, facets, self.editable)
        other = [name for name in submission.fields if name not in (*ORDER, "claims", "id")]
        said = [
            self.tr("{field}: {value}", "a field the form has and we don't").format(
                field=visible(name, 60), value=visible(submission.text(name), 200)
            )
            for name in other
        ]
        self.where.setText("\n".join(said))
        self.where.setVisible(bool(said))
        if not same:
            self.area.verticalScrollBar().setValue(0)

    def flush(self) -> bool:
        return all([line.store() for line in self.lines.values()])

    def focus_field(self, name: str) -> None:
        """Puts the focus on a field."""
        if name in self.lines:
            self.lines[name].entry.setFocus(Qt.FocusReason.OtherFocusReason)


def _listed(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
