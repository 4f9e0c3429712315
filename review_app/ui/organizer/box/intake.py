"""While sheets come in: a place to drop them, what was refused and why, the codes to post, and closing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from review_app.model.box.handed_in import HandedIn, TakenIn
from review_app.model.text import visible
from review_app.model.workspace.box_acts import BoxGlance
from review_app.ui import theme
from review_app.ui.errors import sentences
from review_app.ui.organizer.box.envelopes import Envelopes
from review_app.ui.organizer.box.figures import unused
from review_app.ui.widgets.drop_area import DropArea
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.head_line import HeadLine
from review_app.ui.widgets.parts import button, column, empty, label, row, rule

NAMED = 6
"""Files named of those refused for one reason."""


class RefusedList(QWidget):
    """Files of the last drop that are no sheets of this round: a paragraph a reason, with what to tell the senders."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "attention-body", wrap=True)
        self.copy = button(self.tr("Copy for the senders"), "quiet-link")
        self.copy.clicked.connect(self._copy)
        self.reasons = QVBoxLayout()
        self.reasons.setSpacing(2)
        self.files: list[HandedIn] = []
        line = row(self.heading, self.copy)
        line.setStretch(0, 1)
        self.setLayout(column(line, self.reasons, spacing=2))
        self.hide()

    def show_files(self, files: list[HandedIn]) -> None:
        """Fills the list, or hides it where there is nothing to say."""
        self.files = files
        empty(self.reasons)
        self.heading.setText(self.tr("%n file(s) not taken in", "", len(files)))
        by_reason: dict[str, list[HandedIn]] = {}
        for file in files:
            by_reason.setdefault(_why(file), []).append(file)
        for reason, alike in by_reason.items():
            names = ", ".join(visible(file.name, 60) for file in alike[:NAMED])
            if len(alike) > NAMED:
                names = self.tr("{names} and {more} more").format(names=names, more=f"{len(alike) - NAMED:,}")
            self.reasons.addWidget(label(names, "strong", wrap=True))
            self.reasons.addWidget(label(f"{reason} {_next(alike[0])}".strip(), "secondary", wrap=True))
            self.reasons.addSpacing(4)
        self.setVisible(bool(files))

    def _copy(self) -> None:
        lines = [f"{visible(file.name, 200)}\n{_why(file)} {_next(file)}\n" for file in self.files]
        QApplication.clipboard().setText("\n".join(lines))


def _why(file: HandedIn) -> str:
    return sentences(file.refusal).what if file.refusal is not None else ""


def _next(file: HandedIn) -> str:
    return sentences(file.refusal).next if file.refusal is not None else ""


class IntakeView(QWidget):
    """The page while sheets come in, and for late ones after that."""

    files_wanted = Signal()
    folder_wanted = Signal()
    codes_wanted = Signal()
    codes_copied = Signal()
    closing_wanted = Signal(int)
    """How many lost cards could not be named."""

    def __init__(self) -> None:
        super().__init__()
        self.area = DropArea()
        self.number = label("", "title")
        self.words = label("", "body")
        self.hint = label(
            self.tr("Drop sheets here: files, or whole folders. The same sheet twice counts once."),
            "secondary",
            wrap=True,
        )
        self.take_files = button(self.tr("Take files in…"))
        self.take_files.clicked.connect(self.files_wanted)
        self.take_folder = button(self.tr("Take a folder in…"))
        self.take_folder.clicked.connect(self.folder_wanted)
        first = HeadLine(self.number, self.words, [self.take_files, self.take_folder])
        inside = column(first, self.hint, margins=(20, 12, 20, 12), spacing=4)
        self.area.setLayout(inside)
        self.came = label("", "done-body", wrap=True)
        self.came.hide()
        self.refused = RefusedList()
        self.codes_words = label("", "secondary", wrap=True)
        self.save_codes = button(self.tr("Save the list…"), "quiet-link", edge="right")
        self.save_codes.clicked.connect(self.codes_wanted)
        self.copy_codes = button(self.tr("Copy the list"), "quiet-link")
        self.copy_codes.clicked.connect(self.codes_copied)
        codes = row(self.codes_words, self.copy_codes, self.save_codes)
        codes.setStretch(0, 1)
        self.closing = ClosingPanel()
        self.closing.closing_wanted.connect(self.closing_wanted)
        self.one_key = label("", "notice", wrap=True)
        self.setLayout(
            column(
                self.area,
                self.came,
                self.refused,
                self.closing,
                8,
                label(self.tr("Why nobody can tell whose a sheet is"), "strong"),
                Envelopes(),
                self._steps(),
                self.one_key,
                8,
                rule(),
                label(self.tr("Delivery codes to post"), "strong"),
                codes,
                None,
            )
        )

    def _steps(self) -> QWidget:
        """What closing and opening are, before anybody begins with it."""
        steps = QWidget()
        steps.setLayout(
            column(
                label(self.tr("From closing to the opening"), "strong"),
                label(
                    self.tr(
                        "1. Count the cards before the witnesses. Those left in their envelopes are withdrawn by their "
                        "stubs, so that nobody can use them any more: that is possible only until intake is closed."
                    ),
                    wrap=True,
                ),
                label(self.tr("2. Close intake: a record of every sheet in the box is signed."), wrap=True),
                label(
                    self.tr("3. Hand the record out, and read its short form to those present."), wrap=True
                ),
                label(
                    self.tr("4. Note who is present, open the box, and save the record of the opening."),
                    wrap=True,
                ),
                spacing=4,
                margins=(0, 8, 0, 0),
            )
        )
        return steps

    def show_box(self, seen: BoxGlance, sealing_keys: int) -> None:
        """Fills the view."""
        self.number.setText(f"{seen.inside:,}")
        words = self.tr("in the box; {expected} expected")
        self.words.setText(words.format(expected=f"{seen.expected:,}"))
        self.codes_words.setText(
            self.tr(
                "Each expert sees by the code whether the sheet has arrived. The list is sorted and says nothing "
                "of who or when."
            )
        )
        if sealing_keys == 1:
            self.one_key.setText(
                self.tr(
                    "Said plainly: this round has one opening key. Whoever receives the mail and also holds that "
                    "key could see whose sheet is whose. Let one person receive, and another keep this campaign."
                )
            )
        self.one_key.setVisible(sealing_keys == 1)
        for each in (self.save_codes, self.copy_codes):
            each.setEnabled(seen.inside + seen.late > 0)

    def show_taken(self, found: TakenIn) -> None:
        """Says what the last drop came to."""
        parts = []
        if found.taken:
            parts.append(self.tr("%n sheet(s) taken in.", "", found.taken))
        if found.known:
            parts.append(self.tr("%n known already: they count once.", "", found.known))
        if not found.files:
            parts.append(self.tr("There was no file in that folder."))
        self.came.setText(" ".join(parts))
        self.came.setVisible(bool(parts))
        self.refused.show_files(found.refused)

    def forget_taken(self) -> None:
        """Clears what was said of the last drop."""
        self.came.hide()
        self.refused.show_files([])


class ClosingPanel(QWidget):
    """Asked before intake is closed: lost cards that nobody could name."""

    closing_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.lost = QLineEdit("0")
        self.lost.setProperty("kind", "number")
        self.lost.setValidator(QIntValidator(0, 99_999, self))
        self.lost.setFixedWidth(theme.room(72))
        self.lost.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lost.setAccessibleName(self.tr("Lost cards that nobody could name"))
        self.lost.returnPressed.connect(self._close)
        self.close_intake = button(self.tr("Close intake…"), "primary")
        self.close_intake.clicked.connect(self._close)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.hide)
        self.unused = label("", "body", wrap=True)
        self.to_cards = button(self.tr("To the cards"), "quiet-link")
        cards = row(self.unused, self.to_cards)
        cards.setStretch(0, 1)
        self._cards = QWidget()
        self._cards.setLayout(cards)
        asked = Flow(
            label(self.tr("Lost cards that nobody could name")),
            self.lost,
            self.cancel,
            self.close_intake,
            right_from=2,
        )
        self.setLayout(
            column(
                rule(),
                label(self.tr("Close intake"), "strong"),
                label(
                    self.tr(
                        "Closing signs a record of every sheet that is in. It is handed out before the box is "
                        "opened, so that nobody can add, take out or exchange a sheet unseen. A lost card whose "
                        'stub is there is withdrawn under "Experts and cards"; one that nobody can name is '
                        "counted here, as somebody may hold it."
                    ),
                    "secondary",
                    wrap=True,
                ),
                self._cards,
                asked,
                rule(),
                spacing=8,
                margins=(0, 8, 0, 8),
            )
        )
        self.hide()

    def come(self, seen: BoxGlance) -> None:
        """Shows the panel with the number of lost cards known so far, and puts the focus into it."""
        if self.isHidden():
            self.lost.setText(str(seen.unnamed_lost))
        left = unused(seen)
        self.unused.setText(
            self.tr(
                "At least %n card(s) sent no sheet. Withdraw now those whose envelopes lie before you: after closing "
                "it can't be done. Closing goes without it, too.",
                "",
                left,
            )
        )
        self._cards.setVisible(bool(left))
        self.show()
        self.lost.setFocus(Qt.FocusReason.OtherFocusReason)
        self.lost.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves intake open."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel.click()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self.closing_wanted.emit(int(self.lost.text() or "0"))
