"""What an expert may want to look at before signing: what is open, doubtful, or out of the ordinary."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_app.model.scoring.scores import Standing
from review_app.model.scoring.unusual import Unusual, unusual_rows
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.wording import total_text
from review_app.ui.language import criterion_name
from review_app.ui.widgets.parts import button, column, empty, label


class CheckNotes(QWidget):
    """Links to cases, each with the reason why it stands here.  :attr:`jump` carries case and criterion, or -1."""

    jump = Signal(str, int)

    def __init__(self, desk: Desk, width: int) -> None:
        """``width``: pixels that a title may take."""
        super().__init__()
        self._desk, self._width = desk, width
        self._column: QVBoxLayout = column(spacing=4)
        self.setLayout(self._column)

    def reload(self) -> None:
        """Takes what is stored now."""
        empty(self._column)
        self._tell_completeness()
        self._tell_corrected()
        self._tell_doubts()
        self._tell_unusual()

    def _tell_completeness(self) -> None:
        done, wanted = self._desk.progress()
        self._column.addWidget(label(self.tr("Completeness"), "heading", wrap=True))
        open_cases = self._desk.open_cases()
        if not open_cases:
            self._column.addWidget(label(self.tr("Every case is decided."), "done-body", wrap=True))
            return
        text = self.tr("{done} of {wanted} decided.").format(done=done, wanted=wanted)
        self._column.addWidget(label(text, "body", wrap=True))
        begun = [case_id for case_id in open_cases if self._desk.state(case_id).standing is Standing.PARTIAL]
        for case_id in begun:
            self._link(case_id, self._what_is_missing(case_id), self._missing(case_id)[0])
        untouched = [case_id for case_id in open_cases if case_id not in begun]
        if untouched:
            self._column.addSpacing(8)
            text = self.tr("%n not scored at all:", "", len(untouched))
            self._column.addWidget(label(text, "secondary", wrap=True))
            for case_id in untouched:
                self._link(case_id, "")

    def _missing(self, case_id: str) -> list[int]:
        return [place for place, score in enumerate(self._desk.state(case_id).scores) if score is None]

    def _what_is_missing(self, case_id: str) -> str:
        """The criteria without a score."""
        criteria = self._desk.rubric.criteria
        names = self.tr(", ", "between criteria").join(
            criterion_name(criteria[place]) for place in self._missing(case_id)
        )
        return self.tr("missing: {criteria}").format(criteria=names)

    def _tell_corrected(self) -> None:
        """Cases whose correction by the organizer was not confirmed as seen."""
        waiting = {each.change.subject for each in self._desk.session.notices() if not each.seen}
        if waiting:
            self._column.addSpacing(16)
            self._column.addWidget(label(self.tr("Corrected by the organizer"), "heading", wrap=True))
            for case_id in self._desk.order:
                if case_id in waiting:
                    self._link(case_id, "")

    def _tell_doubts(self) -> None:
        doubtful = [
            case_id
            for case_id in self._desk.order
            if self._desk.state(case_id).doubtful and not self._desk.is_withdrawn(case_id)
        ]
        if doubtful:
            self._column.addSpacing(16)
            self._column.addWidget(label(self.tr("Marked doubtful"), "heading", wrap=True))
            for case_id in doubtful:
                self._link(case_id, "")

    def _tell_unusual(self) -> None:
        self._column.addSpacing(16)
        self._column.addWidget(label(self.tr("Worth a second look"), "heading", wrap=True))
        states = {
            case_id: self._desk.state(case_id)
            for case_id in self._desk.order
            if not self._desk.is_withdrawn(case_id)
        }
        found = unusual_rows(states, self._desk.rubric)
        if not found:
            text = self.tr("No unusual row among what is scored.")
            self._column.addWidget(label(text, "quiet", wrap=True))
            return
        totals = [total for state in states.values() if (total := state.total(self._desk.rubric)) is not None]
        mean = sum(totals, Fraction(0)) / len(totals)
        for each in found:
            self._link(each.case_id, self._why(each, total_text(mean)))

    def _why(self, unusual: Unusual, mean: str) -> str:
        value = total_text(unusual.value)
        if unusual.kind == "all-equal":
            return self.tr("every criterion {value}").format(value=value)
        if unusual.kind == "far-above":
            return self.tr("total {value}, far above your mean of {mean}").format(value=value, mean=mean)
        return self.tr("total {value}, far below your mean of {mean}").format(value=value, mean=mean)

    def _link(self, case_id: str, remark: str, criterion: int = -1) -> None:
        title = f"{self._desk.number(case_id):02d}  {self._desk.title(case_id)}"
        link = button("", "link")
        link.ensurePolished()
        shown = link.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, self._width - 16)
        link.setText(shown.replace("&", "&&"))
        link.setAccessibleName(f"{title} {remark}".strip())
        link.clicked.connect(lambda: self.jump.emit(case_id, criterion))
        self._column.addWidget(link)
        if remark:
            text = label(remark, "secondary", wrap=True)
            text.setContentsMargins(36, 0, 0, 4)
            self._column.addWidget(text)
