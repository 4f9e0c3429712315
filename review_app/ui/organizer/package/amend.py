"""Amendments: composing the next one, seeing what experts will see, and the chain of those signed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from review_app.model.crypto.base32 import short_form
from review_app.model.package.amendment import TEXT_LIMIT, Change, ChangeKind, SignedAmendment
from review_app.model.text import visible
from review_app.model.value import Value
from review_app.ui import theme
from review_app.ui.expert.amendment_words import change_heading, change_text
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.parts import button, column, empty, label, row, rule


class Wanted(Value, frozen=True):
    """A change as it is composed.  ``subject``: a case's id, what stands on a card's stub, or a date."""

    kind: ChangeKind
    subject: str
    text: str


class AmendView(QWidget):
    """The form at the top, the changes composed so far as experts will see them, the chain below."""

    add_wanted = Signal(object)
    """A :class:`Wanted` to be checked; :meth:`take` answers."""
    sign_wanted = Signal()
    save_wanted = Signal(int)
    """The number of a signed amendment whose file is wanted again."""

    def __init__(self) -> None:
        super().__init__()
        self.changes: list[Change] = []
        self._titles: dict[str, str] = {}
        self.kind = Choice(self.tr("What changes"))
        names: dict[ChangeKind, str] = {
            "erratum": self.tr("Correct something about a case"),
            "withdrawn-case": self.tr("Withdraw a case"),
            "revoked-card": self.tr("Revoke a card"),
            "deadline": self.tr("Move the closing date"),
        }
        self._kinds = list(names)
        for kind, words in names.items():
            self.kind.addItem(words, kind)
        self.kind.currentIndexChanged.connect(lambda _: self._turn())
        self.case = Choice(self.tr("Case"))
        self.case.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.lookup = QLineEdit()
        self.lookup.setPlaceholderText(self.tr("the eight digits on its stub"))
        self.lookup.setAccessibleName(self.tr("The card's stub"))
        self.date = QDateEdit(QDate.currentDate().addDays(14))
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setAccessibleName(self.tr("New closing date"))
        self.subject = QStackedWidget()
        self.subject.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in (self.case, self.lookup, self.date):
            self.subject.addWidget(part)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("What experts are told"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.room(66))
        self.text.textChanged.connect(self._enable)
        self.lookup.textChanged.connect(lambda _: self._enable())
        self.add = button(self.tr("Add to the amendment"))
        self.add.clicked.connect(self._add)
        self.preview_heading = label(self.tr("What experts will see"), "strong")
        self.preview = QVBoxLayout()
        self.preview.setSpacing(4)
        self.sign = button(self.tr("Sign and save…"), "primary")
        self.sign.clicked.connect(self.sign_wanted)
        self.closed = label(
            self.tr("Intake is closed: nothing can be amended any more. What was signed can be saved again."),
            "secondary",
            wrap=True,
        )
        self.form = QWidget()
        first = row(self.kind, self.subject)
        first.setStretch(1, 1)
        self.form.setLayout(
            column(
                label(
                    self.tr(
                        "Rule and rubric stay as they are, and so does every score; the cases are marked to be looked "
                        "at again. Send the file to every expert."
                    ),
                    "secondary",
                    wrap=True,
                ),
                first,
                self.text,
                row(self.add, None),
                self.preview_heading,
                self.preview,
                row(self.sign, None),
                4,
                rule(),
                4,
            )
        )
        self.table = RecordTable(
            [
                Column(
                    title=self.tr("No."),
                    text=lambda signed: str(signed.amendment.number),
                    sort_key=lambda signed: signed.amendment.number,
                    width=48,
                    align="right",
                ),
                Column(title=self.tr("What was said"), text=self._line, tooltip=self._whole),
                Column(
                    title=self.tr("Fingerprint"), text=lambda signed: short_form(signed.digest), width=150
                ),
                Column(title=self.tr("Follows"), text=self._follows, width=150),
            ],
            key=lambda signed: signed.amendment.number,
            empty=self.tr("No amendment has been signed. Each names the one before it."),
            name=self.tr("Signed amendments"),
            several=False,
        )
        self.table.setMinimumHeight(theme.room(110))
        self.table.selected_record.connect(lambda _: self._enable())
        self.save = button(self.tr("Save the file again…"))
        self.save.clicked.connect(self._save)
        layout = column(self.closed, self.form, self.table, row(self.save, None))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._turn()
        self._show_changes()

    # --- filling --------------------------------------------------------------------------------------------------

    def show_round(
        self, cases: Sequence[tuple[str, str]], signed: Sequence[SignedAmendment], *, open_: bool
    ) -> None:
        """Candidates (id and title), what was signed, and whether more can be."""
        titles = dict(cases)
        if titles != self._titles:
            self._titles = titles
            self.case.clear()
            for case_id, title in cases:
                self.case.addItem(visible(title, 80), case_id)
        self.form.setVisible(open_)
        self.closed.setVisible(not open_)
        self.table.set_records(signed)
        if signed and self.table.current() is None:
            self.table.select(signed[-1].amendment.number)
        self._enable()

    def take(self, change: Change) -> None:
        """A change that was checked is part of the amendment."""
        self.changes.append(change)
        self.text.clear()
        self.lookup.clear()
        self._show_changes()

    def forget(self) -> None:
        """The amendment is signed, or given up."""
        self.changes = []
        self._show_changes()

    def headline(self, change: Change) -> str:
        """What experts read above the words of a change."""
        return change_heading(change, visible(self._titles.get(change.subject, change.subject), 80))

    def _show_changes(self) -> None:
        empty(self.preview)
        for place, change in enumerate(self.changes):
            drop = button(self.tr("Take out"), "quiet-link", edge="right")
            drop.setAccessibleDescription(self.headline(change))
            drop.clicked.connect(lambda _=False, place=place: self._drop(place))
            heading = label(self.headline(change), "body", wrap=True)
            line = row(heading, drop)
            line.setStretch(0, 1)
            self.preview.addLayout(line)
            if words := change_text(change):
                self.preview.addWidget(label(words, "secondary", wrap=True))
        some = bool(self.changes)
        self.preview_heading.setVisible(some)
        self.sign.setVisible(some)

    def _drop(self, place: int) -> None:
        del self.changes[place]
        self._show_changes()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the form -------------------------------------------------------------------------------------------------

    @property
    def _kind(self) -> ChangeKind:
        return self._kinds[self.kind.currentIndex()]

    def _turn(self) -> None:
        kind = self._kind
        part = {"revoked-card": self.lookup, "deadline": self.date}.get(kind, self.case)
        self.subject.setCurrentWidget(part)
        self.text.setPlaceholderText(
            {
                "erratum": self.tr("What was wrong, and what is right"),
                "withdrawn-case": self.tr("Why it is withdrawn"),
            }.get(kind, self.tr("What experts should know (may stay empty)"))
        )
        self._enable()

    def _enable(self) -> None:
        text = self.text.toPlainText().strip()
        needs_text = self._kind in ("erratum", "withdrawn-case")
        fits = len(text) <= TEXT_LIMIT and (bool(text) or not needs_text)
        if self._kind == "revoked-card":
            fits = fits and bool(self.lookup.text().strip())
        self.add.setEnabled(fits)
        self.save.setEnabled(self.table.current() is not None)

    def _add(self) -> None:
        subject = {
            "revoked-card": self.lookup.text().strip(),
            "deadline": self.date.date().toString("yyyy-MM-dd"),
        }.get(self._kind, str(self.case.currentData()))
        self.add_wanted.emit(Wanted(self._kind, subject, self.text.toPlainText().strip()))

    def _save(self) -> None:
        signed = self.table.current()
        if signed is not None:
            self.save_wanted.emit(signed.amendment.number)

    # --- the chain ------------------------------------------------------------------------------------------------

    def _line(self, signed: SignedAmendment) -> str:
        return " · ".join(self.headline(change) for change in signed.amendment.changes)

    def _whole(self, signed: SignedAmendment) -> str:
        lines = []
        for change in signed.amendment.changes:
            lines += [self.headline(change), change_text(change, 500)]
        return "\n".join(line for line in lines if line)

    def _follows(self, signed: SignedAmendment) -> str:
        previous = signed.amendment.previous
        return short_form(previous) if previous else self.tr("the terms")
