"""The settings page: names in both languages, facets, return instructions, planned days."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from review_app import desk_words
from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import STEPS, Facet, Organizer, PlannedDate, Settings
from review_app.ui import language, theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.page import Page
from review_app.ui.organizer.settings.lines import from_lines, to_lines
from review_app.ui.widgets.growing_text import GrowingText
from review_app.ui.widgets.parts import button, column, label, row

WIDEST = 720
_FORMATS = ("yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd")


def day_of(text: str) -> str | None:
    """A day as people type it, as ``YYYY-MM-DD``; "" for none, None for what is no day."""
    typed = "".join(text.split())
    if not typed:
        return ""
    for pattern in _FORMATS:
        day = QDate.fromString(typed, pattern)
        if day.isValid() and 2000 <= day.year() <= 2999:
            return day.toString("yyyy-MM-dd")
    return None


class SettingsPage(Page):
    """Changes are stored together by "Save", and can be undone."""

    station: ClassVar[str] = "settings"
    topics: ClassVar[tuple[str, ...]] = ("campaign", "package")

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.discard = button(self.tr("Discard changes"))
        self.discard.clicked.connect(self._discard)
        self.save = button(self.tr("Save"), "primary")
        self.save.clicked.connect(self._save)
        body = self.frame(self.tr("Settings"), actions=[self.discard, self.save], scroll=True)
        self.stays = label("", "notice", wrap=True)
        self.trouble = label("", "attention-body", wrap=True)
        for words in (self.trouble, self.stays):
            words.hide()
        form = QWidget()
        self._grid = QGridLayout(form)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        english = self.tr("in English")
        self._heading(self.tr("Names"), self.tr("They stand on cards, packages and certificates."))
        self.title = self._pair(self.tr("Name of the award"), english, below=True)
        self.edition = self._pair(self.tr("Edition"), english)
        self.organizers = self._text(
            self.tr("Organizers"),
            self.tr("One a line; an English name after a bar: 北京大学 | Peking University"),
            3,
        )
        self._heading(self.tr("Nominations"))
        self.facets = self._text(
            self.tr("Facets"),
            self.tr("The fields that nominations are spread over, one a line; leave it empty to allow any."),
            6,
        )
        self._heading(self.tr("For experts"))
        self.returning = self._text(
            self.tr("Where to send sheets"),
            self.tr("Shown when a sheet has been exported, and its first sentence on the card."),
            4,
        )
        self.note = self._text(
            self.tr("A word to the experts"), self.tr("Shown when the package is opened."), 4
        )
        self.note_en = self._text(self.tr("The same in English"), "", 3)
        self.planned_heading = self._heading(
            self.tr("Planned days"),
            self.tr(
                "Written like 2026-03-01, or left empty. The overview reminds of them and the letters name them; "
                "nothing happens by itself."
            ),
        )
        self.days: dict[str, QLineEdit] = {}
        for step in STEPS:
            field = self._field(self.tr("Not set"))
            field.setMaximumWidth(theme.room(180))
            self._row(desk_words.step_name(step, language.current()), field)
            self.days[step] = field
        held = QWidget()
        held.setMaximumWidth(theme.room(WIDEST))
        held.setLayout(column(self.trouble, self.stays, form))
        beside = row(held, None)  # only a row asks how high its parts are at the width that they may have
        beside.setStretch(0, 1_000)
        body.addLayout(beside)
        body.addStretch(1)
        self._stored = Settings()
        self._filling = False
        self._show_changed()

    # --- building -------------------------------------------------------------------------------------------------

    def _heading(self, text: str, words: str = "") -> QWidget:
        made = label(text, "heading")
        line = self._grid.rowCount()
        if line > 1:
            self._grid.setRowMinimumHeight(line, 8)
            line += 1
        self._grid.addWidget(made, line, 0, 1, 3)
        if words:
            self._grid.addWidget(label(words, "secondary", wrap=True), line + 1, 0, 1, 3)
        return made

    def _row(self, text: str, *fields: QWidget) -> None:
        line = self._grid.rowCount()
        self._grid.addWidget(label(text, "body"), line, 0)
        if len(fields) == 1:
            self._grid.addWidget(fields[0], line, 1, 1, 2)
        else:
            for place, field in enumerate(fields, start=1):
                self._grid.addWidget(field, line, place)
        for field in fields:
            if not field.accessibleName():
                field.setAccessibleName(text)

    def _field(self, hint: str = "") -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(hint)
        made.setReadOnly(self.desk.read_only)
        made.textChanged.connect(lambda _: self._show_changed())
        return made

    def _pair(self, text: str, english: str, *, below: bool = False) -> tuple[QLineEdit, QLineEdit]:
        """Two fields beside each other, or ``below``: names are long, English ones longer still."""
        own, other = self._field(), self._field(english)
        other.setAccessibleName(f"{text}, {english}")
        if below:
            self._row(text, own)
            self._grid.addWidget(other, self._grid.rowCount(), 1, 1, 2)
        else:
            self._row(text, own, other)
        return own, other

    def _text(self, text: str, words: str, lines: int) -> GrowingText:
        made = GrowingText(lines)
        made.setReadOnly(self.desk.read_only)
        made.setAccessibleName(text)
        made.setAccessibleDescription(words)
        made.textChanged.connect(self._show_changed)
        line = self._grid.rowCount()
        self._grid.addWidget(label(text, "body"), line, 0, 1, 3)
        if words:
            self._grid.addWidget(label(words, "secondary", wrap=True), line + 1, 0, 1, 3)
            line += 1
        self._grid.addWidget(made, line + 1, 0, 1, 3)
        return made

    # --- what is typed --------------------------------------------------------------------------------------------

    def typed(self) -> Settings | None:
        """The settings as they stand in the fields; None when a day is none."""
        planned = []
        for step, field in self.days.items():
            day = day_of(field.text())
            if day is None:
                return None
            if day:
                planned.append(PlannedDate(step, day))
        return msgspec.structs.replace(
            self._stored,
            title=self.title[0].text().strip(),
            title_en=self.title[1].text().strip(),
            edition=self.edition[0].text().strip(),
            edition_en=self.edition[1].text().strip(),
            organizers=[Organizer(*names) for names in from_lines(self.organizers.toPlainText())],
            facets=[Facet(*names) for names in from_lines(self.facets.toPlainText())],
            return_instructions=self.returning.toPlainText().strip(),
            note=self.note.toPlainText().strip(),
            note_en=self.note_en.toPlainText().strip(),
            planned=planned,
        )

    @property
    def changed(self) -> bool:
        """Whether something typed isn't stored yet."""
        return not self.desk.read_only and self.typed() != self._stored

    def _show_changed(self) -> None:
        if self._filling:
            return
        changed = self.changed
        self.save.setEnabled(changed and not self.desk.busy)
        self.discard.setEnabled(changed)
        if not changed:
            self._say("")

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    # --- the page -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Shows what is stored, unless something was typed meanwhile."""
        found = self.desk.act(_look)
        if found is None:
            return
        stored, packed = found
        if not self.changed or stored != self._stored:
            self._put(stored)
        words = self.tr(
            "The case package is built. It and the results archive keep the names and return instructions of that day, "
            "and certificates its edition and organizers, whatever is changed here. Changes hold for letters, for "
            "English names, and for the award's name on certificates made from now on."
        )
        self.stays.setText(words)
        self.stays.setVisible(packed)
        self.set_subtitle(self.tr("Read-only") if self.desk.read_only else "")

    def _put(self, stored: Settings) -> None:
        self._filling = True
        self._stored = _tidied(stored)
        self.title[0].setText(stored.title)
        self.title[1].setText(stored.title_en)
        self.edition[0].setText(stored.edition)
        self.edition[1].setText(stored.edition_en)
        self.organizers.setPlainText(to_lines(stored.organizers))
        self.facets.setPlainText(to_lines(stored.facets))
        self.returning.setPlainText(stored.return_instructions)
        self.note.setPlainText(stored.note)
        self.note_en.setPlainText(stored.note_en)
        planned = {each.step: each.date for each in stored.planned}
        for step, field in self.days.items():
            field.setText(planned.get(step, ""))
        for field in (*self.title, *self.edition):
            field.setCursorPosition(0)
        self._filling = False
        self._show_changed()

    def go(self, **where: object) -> None:
        """``section``, or ``view`` as other pages call it: ``planned`` goes to the planned days, ``returning`` to where
        sheets are sent."""
        section = where.get("section") or where.get("view")
        if section == "planned":
            QTimer.singleShot(0, self._show_days)  # once the page has its size
        elif section == "returning":
            QTimer.singleShot(0, self._show_returning)

    def _show_days(self) -> None:
        fields = list(self.days.values())
        if self.area is not None:
            self.area.ensureWidgetVisible(fields[-1], 0, 24)
            self.area.ensureWidgetVisible(self.planned_heading, 0, 8)
        fields[0].setFocus()

    def _show_returning(self) -> None:
        if self.area is not None:
            self.area.ensureWidgetVisible(self.note, 0, 24)
            self.area.ensureWidgetVisible(self.returning, 0, 80)
        self.returning.setFocus()

    def first_focus(self) -> QWidget | None:
        """The title."""
        return self.title[0]

    def set_busy(self, busy: bool) -> None:
        """Nothing is saved while a job has the workspace."""
        self._show_changed()

    def leave(self) -> bool:
        """What was typed is saved or discarded first."""
        if self.changed:
            self.desk.tell(
                self.tr("The settings have changes that aren't saved yet."),
                self.tr("Save or discard them first; both buttons stand at the top of the page."),
            )
            self.save.setFocus()
            return False
        return True

    def _discard(self) -> None:
        self._put(self._stored)

    def _save(self) -> None:
        wanted = self.typed()
        if wanted is None:
            self._say(
                self.tr("One of the planned days is no day. Write it like 2026-03-01, or leave it empty.")
            )
            bad = next(field for field in self.days.values() if day_of(field.text()) is None)
            bad.setFocus()
            return
        before = self._stored
        if self.desk.did(lambda workspace: workspace.campaign.update(wanted)):
            self._put(wanted)
            self.desk.announce("campaign")
            if _on_cards(before) != _on_cards(self._stored) and self.desk.act(_are_cards_drawn):
                self.desk.tell(
                    self.tr("Saved. The cards that are drawn still say what stood here before."),
                    self.tr(
                        "Draw all cards again before they are handed out: Experts and cards, Round and cards."
                    ),
                )
            else:
                self.desk.tell(self.tr("Saved."), tone="done")


def _look(workspace: Workspace) -> tuple[Settings, bool]:
    packed = any(round_.state not in ("drafted", "cards") for round_ in workspace.rounds.all())
    return workspace.settings, packed


def _on_cards(settings: Settings) -> tuple[str, ...]:
    """What a ballot card says of the campaign."""
    organizers = tuple(each.name for each in settings.organizers)
    return (settings.title, settings.edition, settings.return_instructions, *organizers)


def _are_cards_drawn(workspace: Workspace) -> bool:
    return any(round_.state == "cards" for round_ in workspace.rounds.all())


def _tidied(stored: Settings) -> Settings:
    """As the fields give it back: without blanks at the ends and in the order of the steps."""
    planned = {each.step: each for each in stored.planned}
    return msgspec.structs.replace(
        stored,
        title=stored.title.strip(),
        title_en=stored.title_en.strip(),
        edition=stored.edition.strip(),
        edition_en=stored.edition_en.strip(),
        organizers=[Organizer(*names) for names in from_lines(to_lines(stored.organizers))],
        facets=[Facet(*names) for names in from_lines(to_lines(stored.facets))],
        return_instructions=stored.return_instructions.strip(),
        note=stored.note.strip(),
        note_en=stored.note_en.strip(),
        planned=[planned[step] for step in STEPS if step in planned],
    )
