"""What ends a notice: cases taken out of the result, and the word that it is final."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_app.model.text import REASON_LIMIT, visible
from review_app.model.workspace.standing import Standing
from review_app.ui.days import day_text
from review_app.ui.organizer.results.fields import CaseChoice, Form, line_field, today
from review_app.ui.organizer.results.words import titles_of
from review_app.ui.widgets.parts import button, column, empty, label, row


class AsideForm(Form):
    """Takes a case out; :attr:`given`: its id and the reason."""

    given = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.case = CaseChoice(self.tr("Case to set aside"), self.tr("Choose a case…"))
        self.case.currentIndexChanged.connect(lambda _: self._adapt())
        self.reason = line_field(self.tr("Reason, published"), self.tr("Reason, published"), REASON_LIMIT)
        self.reason.textChanged.connect(lambda _: self._adapt())
        self.warning = label("", "attention", wrap=True)
        self.keep = button(self.tr("Set aside…"), "danger")
        self.keep.clicked.connect(lambda: self.given.emit(self.case.case, self.reason.text().strip()))
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.go_away)
        self.setLayout(
            column(
                self.case,
                self.reason,
                self.warning,
                row(self.keep, self.cancel, None),
                margins=(16, 12, 16, 12),
            )
        )

    def show_standing(self, standing: Standing) -> None:
        """Offers the cases, and says what the reason must not give away."""
        self.case.show_standing(standing)
        if standing.rule.publication == "full":
            words = self.tr("The archive and the report print the reason: don't write who objected.")
        else:
            words = self.tr(
                "The archive prints the reason word for word: don't write who objected, nor the title, organisation or "
                "recipient of a case that doesn't win."
            )
        self.warning.setText(words)

    def ask(self) -> None:
        """Shows an empty form."""
        self.reason.clear()
        self.case.setCurrentIndex(0)
        self._adapt()
        self.come(self.case)

    def _adapt(self) -> None:
        self.keep.setEnabled(bool(self.reason.text().strip()) and bool(self.case.case))


class AsidePanel(QWidget):
    """Cases set aside, with a way back while the result isn't final."""

    taken_back = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        self.form = AsideForm()
        self.new = button(self.tr("Set a case aside…"))
        self.new.clicked.connect(self.form.ask)
        self._open_still = False
        self.form.open_changed.connect(lambda there: self.new.setVisible(self._open_still and not there))
        self.backs: dict[str, QWidget] = {}
        self.setLayout(
            column(
                label(self.tr("Cases set aside"), "heading", wrap=True),
                label(
                    self.tr(
                        "A case that must not win after all is taken out, and the sheets are counted without it: the "
                        "next one moves up. Case and reason are published."
                    ),
                    "secondary",
                    wrap=True,
                ),
                self.lines,
                self.form,
                row(self.new, None),
                margins=(0, 0, 0, 16),
            )
        )

    def show_standing(self, standing: Standing, *, writing: bool) -> None:
        """Shown from the confirmation on; of a final result only where there are any."""
        status = standing.notice.status
        open_still = self._open_still = status == "proposed" and writing
        self.setVisible(status != "counted" and (open_still or bool(standing.set_aside)))
        self.form.show_standing(standing)
        self.new.setVisible(open_still and self.form.isHidden())
        empty(self.lines)
        self.backs.clear()
        titles = titles_of(standing)
        for each in standing.set_aside:
            words = label(titles.get(each.case, each.case), "strong", wrap=True)
            line = row(words)
            line.setStretch(0, 1)
            if open_still:
                back = button(self.tr("Take back"), "quiet-link")
                back.setAccessibleDescription(titles.get(each.case, each.case))
                back.clicked.connect(lambda _=False, case=each.case: self.taken_back.emit(case))
                self.backs[each.case] = back
                line.addWidget(back)
            self.lines.addLayout(line)
            self.lines.addWidget(label(visible(each.reason, REASON_LIMIT), "secondary", wrap=True))
        if not open_still:
            self.form.hide()


class FinishPanel(QWidget):
    """Declares the result final."""

    wanted = Signal(str)
    """Why before the last day or without a notice, "" where it is over."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "body", wrap=True)
        self._may = True
        self.early = line_field(
            self.tr("Why before its last day"),
            self.tr("Why the notice ends before its last day"),
            REASON_LIMIT,
        )
        self.early.textChanged.connect(lambda _: self.set_enabled(self._may))
        self.act = button(self.tr("Declare final…"), "primary")
        self.act.clicked.connect(lambda: self.wanted.emit(self.early.text().strip()))
        self._asks, self._waiting = False, 0
        self.setLayout(
            column(
                label(self.tr("End of the notice"), "heading", wrap=True),
                self.words,
                self.early,
                row(self.act, None),
            )
        )

    def show_standing(self, standing: Standing, *, writing: bool) -> None:
        """Shown while the result is on notice."""
        notice = standing.notice
        self.setVisible(notice.status == "proposed" and writing)
        waiting = self._waiting = sum(objection.open for objection in standing.objections)
        running, unnoticed = notice.running(today()), notice.until is None
        self._asks = running or unnoticed
        said = []
        if waiting:
            said.append(self.tr("%n objection(s) still wait for an answer.", "", waiting))
        if waiting and self._asks:
            said.append(self.tr("The reason that declaring it final takes is asked for after that."))
        elif unnoticed:
            said.append(
                self.tr(
                    "There was no notice: declaring the result final takes a reason. The archive prints it word for "
                    "word, so name nobody in it."
                )
            )
        elif running:
            words = self.tr(
                "Objections are heard until {day}. To end before that takes a reason. The archive prints it word for "
                "word, so name nobody in it."
            )
            said.append(words.format(day=day_text(notice.until)))
        if not said:
            said.append(self.tr("Nothing stands against it: every objection is answered."))
        self.words.setText("\n".join(said))
        why = (
            self.tr("Why there was no notice")
            if unnoticed
            else self.tr("Why the notice ends before its last day")
        )
        self.early.setPlaceholderText(why)
        self.early.setAccessibleName(why)
        self.early.setVisible(self._asks and not waiting)

    def set_enabled(self, may: bool) -> None:
        """Puts field and act on or off."""
        self._may = may
        self.early.setEnabled(may)
        ready = not self._asks or bool(self.early.text().strip())
        self.act.setEnabled(may and not self._waiting and ready)
