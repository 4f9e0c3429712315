"""The comments, apart from all scores: by case, and within a case in an order that says nothing of who wrote them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from review_app.model.text import visible
from review_app.model.workspace.standing import Standing
from review_app.ui import theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.results.view import View
from review_app.ui.organizer.results.words import titles_of
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.parts import column, label, row

LIST = 330
"""Pixels of width of the list of cases."""


class Remarked(NamedTuple):
    """A case, and what was written about it."""

    case: str
    title: str
    texts: list[str]


class RemarksView(View):
    """Cases at the left, what was written about one of them at the right."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.words = label(
            self.tr(
                "Comments stand apart from scores: nothing says which sheet one was on. Within a case they are "
                "sorted by their letters."
            ),
            "secondary",
            wrap=True,
        )
        self.cases = RecordTable(
            [
                Column(title=self.tr("Case"), text=lambda found: found.title),
                Column(
                    title=self.tr("Comments"),
                    text=lambda found: str(len(found.texts)),
                    sort_key=lambda found: -len(found.texts),
                    width=84,
                    align="right",
                ),
            ],
            key=lambda found: found.case,
            empty=self.tr("Nobody wrote a comment."),
            name=self.tr("Cases with comments"),
            several=False,
        )
        self.cases.setFixedWidth(theme.room(LIST))
        self.cases.selected_record.connect(self._show)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("kind", "page")
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.document().setDocumentMargin(20)
        self.text.setAccessibleName(self.tr("Comments on this case"))
        body = row(self.cases, self.text, spacing=16)
        body.setStretch(1, 1)
        layout = column(self.words, body)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_standing(self, standing: Standing) -> None:
        super().show_standing(standing)
        titles, found = titles_of(standing), dict[str, list[str]]()
        for remark in standing.remarks:
            found.setdefault(remark.case, []).append(remark.text)
        order = [line.case.id for line in standing.cases]
        listed = [case_id for case_id in order if case_id in found]
        listed += [case_id for case_id in found if case_id not in listed]
        self.cases.set_records([Remarked(each, titles[each], found[each]) for each in listed])
        if self.cases.current() is None and listed:
            self.cases.selectRow(0)
        self._show(self.cases.current())

    def first_focus(self) -> QWidget | None:
        return self.cases

    def _show(self, found: Remarked | None) -> None:
        texts = found.texts if found is not None else []
        shown = "\n\n".join("\n".join(visible(line, 4000) for line in text.splitlines()) for text in texts)
        if shown != self.text.toPlainText():
            self.text.setPlainText(shown)
