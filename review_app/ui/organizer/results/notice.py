"""Confirming the result, the notice with its objections, and its end."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from review_app.model.text import REASON_LIMIT, visible
from review_app.model.workspace import Workspace
from review_app.model.workspace.standing import Standing
from review_app.ui.days import day_text
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.results.confirming import ConfirmPanel, DrawPanel
from review_app.ui.organizer.results.ending import AsidePanel, FinishPanel
from review_app.ui.organizer.results.fields import Form, today
from review_app.ui.organizer.results.objections import ObjectionsPanel
from review_app.ui.organizer.results.publishing import PublishPanel
from review_app.ui.organizer.results.view import View
from review_app.ui.organizer.results.words import early_words, notice_words, titles_of
from review_app.ui.widgets.parts import Flowing, column, label, row, scrolling

WIDEST = 820
TOPIC = "box"
"""What is announced: the round's state has changed, or what stands of its result."""


class NoticeView(View):
    """One column; what the state of the result asks for is in it."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.state = label("", "strong", wrap=True)
        self.early = label("", "body", wrap=True, select=True)
        self.publish = PublishPanel(desk)
        self.draw, self.confirm = DrawPanel(), ConfirmPanel()
        self.objections, self.aside, self.finish = ObjectionsPanel(), AsidePanel(), FinishPanel()
        self.draw.entered.connect(self._ask_draw)
        self.confirm.wanted.connect(self._ask_confirm)
        self.objections.form.given.connect(self._object)
        self.objections.answer.given.connect(self._answer)
        self.aside.form.given.connect(self._ask_aside)
        self.aside.taken_back.connect(self._take_back)
        self.finish.wanted.connect(self._ask_finish)
        for form in (self.objections.form, self.objections.answer, self.aside.form):
            form.open_changed.connect(lambda there, form=form: self._bring_up(form) if there else None)
        inside = Flowing()
        held = QWidget()
        held.setMaximumWidth(WIDEST)
        held.setLayout(
            column(
                self.state,
                self.early,
                4,
                self.draw,
                self.confirm,
                self.publish,
                self.objections,
                self.aside,
                self.finish,
                None,
            )
        )
        beside = row(held, None)  # only a row asks how high its parts are at the width that they may have
        beside.setStretch(0, 1_000)
        inside.setLayout(column(beside, margins=(0, 4, 12, 12)))
        self.area = scrolling(inside)
        self.setLayout(column(self.area))

    def show_standing(self, standing: Standing) -> None:
        super().show_standing(standing)
        writing = not self.desk.read_only
        self.state.setText(notice_words(standing.notice))
        early = early_words(standing.notice)
        self.early.setText(early)
        self.early.setVisible(bool(early))
        self.publish.show_standing(standing)
        held = self.window().focusWidget()
        if standing.draw is not None and held is not None and self.draw.isAncestorOf(held):
            self.confirm.until.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # Qt would go on by itself, and mark a field
        self.draw.show_standing(standing)
        self.confirm.show_standing(standing)
        for panel in (self.objections, self.aside, self.finish):
            panel.show_standing(standing, writing=writing)
        self.set_enabled()

    def set_enabled(self) -> None:
        may = self.may_change
        for panel in (self.draw, self.confirm, self.finish):
            panel.set_enabled(may)
        for part in (self.objections, self.aside):
            part.setEnabled(may or self.desk.read_only)

    def first_focus(self) -> QWidget | None:
        standing = self.standing
        if standing is None or self.desk.read_only:
            return None
        if standing.notice.status == "counted":
            return self.draw.text if not self.draw.isHidden() else self.confirm.until
        return self.objections.new if standing.notice.status == "proposed" else None

    def _bring_up(self, form: Form) -> None:
        """A form that came is seen down to its acts."""

        def bring() -> None:
            if form.isVisible():
                self.area.ensureWidgetVisible(form, 0, 12)

        QTimer.singleShot(0, form, bring)  # after it has its place

    def show_end(self) -> None:
        """Brings what ends the notice into sight."""
        self.area.ensureWidgetVisible(self.finish)
        target = self.finish.early if not self.finish.early.isHidden() else self.finish.act
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- acts -----------------------------------------------------------------------------------------------------

    def _ask_draw(self, text: str) -> None:
        def do() -> None:
            recorded = self.desk.did(
                lambda workspace: workspace.publication.record_draw(workspace.rounds.current(), text), TOPIC
            )
            if recorded:
                self.draw.text.clear()

        self.desk.ask(
            self.tr('Record "{draw}" as the public draw?').format(draw=visible(text, 120)),
            self.tr("It can't be changed: lots and intervals hang on it."),
            self.tr("Record"),
            do,
        )

    def _ask_confirm(self, since: datetime.date, until: datetime.date | None) -> None:
        def do() -> None:
            def confirm(workspace: Workspace) -> None:
                workspace.counting.confirm(workspace.rounds.current(), since, until)

            if self.desk.did(confirm, TOPIC):
                self.publish.announcement.setFocus()
                self.desk.tell(
                    self.tr("The result is confirmed."),
                    self.tr("Publish the announcement and the results archive now."),
                    "done",
                )

        if until is None:
            lost = self.tr(
                "It can't be taken back. There is no notice: declaring the result final will ask why."
            )
        else:
            lost = self.tr("It can't be taken back. Objections are heard from {since} to {until}.").format(
                since=day_text(since), until=day_text(until)
            )
        self.desk.ask(
            self.tr("Confirm the result and seal the round?"), lost, self.tr("Confirm and seal"), do
        )

    def _object(self, day: datetime.date, by: str, about: str, text: str) -> None:
        def do(workspace: Workspace) -> None:
            round_ = workspace.rounds.current()
            workspace.publication.object(round_, day=day, by=by, text=text, about=about)

        if self.desk.did(do, TOPIC):
            self.objections.form.go_away()

    def _answer(self, number: int, outcome: str, text: str) -> None:
        def do(workspace: Workspace) -> None:
            workspace.publication.answer(
                workspace.rounds.current(),
                number,
                day=today(),
                outcome="upheld" if outcome == "upheld" else "rejected",
                text=text,
            )

        if self.desk.did(do, TOPIC):
            self.objections.answer.go_away()
            act = self.objections.answers.get(number)  # the one that opened the form is gone
            if act is not None:
                QTimer.singleShot(0, act, act.setFocus)  # new parts are shown after this

    def _ask_aside(self, case: str, reason: str) -> None:
        if self.standing is None:
            return

        form = self.aside.form

        def do() -> None:
            form.go_away()  # the focus goes back before the count begins
            put = self.desk.did(
                lambda workspace: workspace.publication.put_aside(workspace.rounds.current(), case, reason),
                TOPIC,
            )
            if not put:
                form.come(form.reason)

        title = titles_of(self.standing).get(case, case)
        self.desk.ask(
            self.tr("Set {case} aside?").format(case=visible(title, 80)),
            self.tr(
                "It loses its place, and the count goes on without it; the reason is published word for word. Until "
                "the result is final it can come back."
            ),
            self.tr("Set aside"),
            do,
        )

    def _take_back(self, case: str) -> None:
        self.aside.new.setFocus()  # the way back goes with its line
        self.desk.did(
            lambda workspace: workspace.publication.take_back(workspace.rounds.current(), case), TOPIC
        )

    def _ask_finish(self, early: str) -> None:
        def do() -> None:
            finished = self.desk.did(
                lambda workspace: workspace.publication.finish(workspace.rounds.current(), today(), early),
                TOPIC,
            )
            if finished:
                self.finish.early.clear()
                self.publish.archive.setFocus()
                self.desk.tell(
                    self.tr("The result is final."),
                    self.tr(
                        "Publish announcement and results archive anew, as final; make the certificates."
                    ),
                    "done",
                )

        lost = self.tr("It can't be taken back: no objection is taken down after it, and no case set aside.")
        if early:
            lost += "\n" + self.tr("Published word for word as the reason: {reason}").format(
                reason=visible(early, REASON_LIMIT)
            )
        self.desk.ask(self.tr("Declare the result final?"), lost, self.tr("Declare final"), do)
