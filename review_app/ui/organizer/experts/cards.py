"""Drawing cards, drawing them again, withdrawing a lost one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from review_app.model.progress import Progress
from review_app.model.publish.card_papers import FILES, PDF, CardWords, draw_cards_into
from review_app.model.workspace import Workspace
from review_app.model.workspace.cards import MAX_CARDS, CardCounts
from review_app.model.workspace.rounds import Round
from review_app.ui import theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.experts.written import WrittenCards
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, label, row, rule


def number_field(most: int, name: str) -> QLineEdit:
    """A field for a whole number."""
    made = QLineEdit()
    made.setProperty("kind", "number")
    made.setValidator(QIntValidator(0, most, made))
    made.setAlignment(Qt.AlignmentFlag.AlignRight)
    made.setFixedWidth(64)
    made.setAccessibleName(name)
    return made


class CardsPart(QWidget):
    """The cards of the round under way."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.desk = desk
        self.round: Round | None = None
        self.state = ""
        self.count = number_field(MAX_CARDS, self.tr("Cards for experts"))
        self.reserve = number_field(MAX_CARDS, self.tr("Cards in reserve"))
        for field in (self.count, self.reserve):
            field.textChanged.connect(lambda _: self.set_enabled())
        self.again = button(self.tr("Draw all cards again…"))
        self.again.clicked.connect(self._ask_again)
        self.how_many = label("", "secondary", wrap=True)
        self.redraw = label(
            self.tr(
                "Did printing fail, or are there too few? Until the package is built all cards can be drawn again."
            ),
            "body",
            wrap=True,
        )
        self.drawing = QWidget()
        self.drawing.setLayout(
            column(
                self.redraw,
                Flow(
                    label(self.tr("Cards for experts"), "body"),
                    self.count,
                    label(self.tr("and in reserve"), "body"),
                    self.reserve,
                    self.again,
                    spacing=12,
                    right_from=4,
                ),
                self.how_many,
                spacing=8,
            )
        )
        self.where = label(
            self.tr(
                "You choose an empty folder. It gets {pdf}, one page a card to print, fold and seal, and {files}, "
                "a small file a card for experts without paper. Delete both once the cards are handed out: "
                "they are kept nowhere else."
            ).format(pdf=PDF, files=FILES),
            "secondary",
            wrap=True,
        )
        self.lookup = QLineEdit()
        self.lookup.setPlaceholderText(self.tr("Eight digits on the stub"))
        self.lookup.setAccessibleName(self.tr("Name on the stub of the lost card"))
        self.lookup.setFixedWidth(theme.room(240))
        self.lookup.textChanged.connect(lambda _: self.set_enabled())
        self.lookup.returnPressed.connect(self._ask_withdraw)
        self.withdraw = button(self.tr("Withdraw the card…"))
        self.withdraw.clicked.connect(self._ask_withdraw)
        self.unnamed = number_field(MAX_CARDS, self.tr("Lost cards that nobody can name"))
        self.unnamed.textChanged.connect(lambda _: self.set_enabled())
        self.unnamed.returnPressed.connect(self._keep_unnamed)
        self.keep = button(self.tr("Keep the count"))
        self.keep.clicked.connect(self._keep_unnamed)
        self.lost = QWidget()
        self.lost.setLayout(
            column(
                rule(),
                label(self.tr("A card is lost"), "strong"),
                label(
                    self.tr(
                        "The stub stays with the expert who has the card; ask for its eight digits. With them the card "
                        "is worthless; its sheet, if one came, won't count. "
                        "Then hand out any sealed envelope of the reserve. Don't ask and don't note whose it "
                        "was: the stub is enough."
                    ),
                    "body",
                    wrap=True,
                ),
                Flow(self.lookup, self.withdraw),
                label(
                    self.tr(
                        "Without the stub the card can't be found among the others. Hand out a reserve card and "
                        "count the lost one here: "
                        "it stands in the signed box record as one that may have been used twice."
                    ),
                    "body",
                    wrap=True,
                ),
                Flow(label(self.tr("Lost cards that nobody can name"), "body"), self.unnamed, self.keep),
                spacing=8,
            )
        )
        self.written = WrittenCards(desk)
        self.setLayout(column(self.written, self.drawing, self.where, self.lost, spacing=10))

    def show_round(self, round_: Round, counts: CardCounts, people: int) -> None:
        """Shows what can be done with the cards of a round; ``people`` may get one."""
        if self.round is None or self.round.id != round_.id:
            self.count.setText(str(people or ""))
            self.reserve.setText(str(max(2, round(people / 10))) if people else "")
            self.written.forget()
        elif not self.count.text() and people:
            self.count.setText(str(people))
            self.reserve.setText(str(max(2, round(people / 10))))
        self.written.look()
        self.round, self.state = round_, round_.state
        self.drawing.setVisible(self.state in ("drafted", "cards"))
        self.where.setVisible(self.state in ("drafted", "cards"))
        self.redraw.setVisible(self.state == "cards")
        self.again.setVisible(self.state == "cards")
        self.lost.setVisible(self.state in ("cards", "packed"))
        if round_.kind == "shortlist":
            words = self.tr("%n member(s) are on the panel. Reserve cards look like all others.", "", people)
        elif people:
            words = self.tr("%n people are on the roster. Reserve cards look like all others.", "", people)
        else:
            words = self.tr(
                "The roster is still empty; cards can be drawn without it. Reserve cards look like all others."
            )
        self.how_many.setText(words)
        if not self.unnamed.hasFocus():
            self.unnamed.setText(str(counts.unnamed))
        self.set_enabled()

    @property
    def can_draw(self) -> bool:
        """Whether the fields say how many, and cards can be drawn."""
        may = not (self.desk.busy or self.desk.read_only)
        count, reserve = int(self.count.text() or 0), int(self.reserve.text() or 0)
        return may and self.state in ("drafted", "cards") and count > 0 and count + reserve <= MAX_CARDS

    def set_enabled(self) -> None:
        """Puts acts on or off."""
        may = not (self.desk.busy or self.desk.read_only)
        for widget in (self.count, self.reserve, self.lookup, self.unnamed):
            widget.setEnabled(may)
        self.again.setEnabled(self.can_draw and self.state == "cards")
        self.withdraw.setEnabled(may and bool(self.lookup.text().strip()))
        self.keep.setEnabled(may and bool(self.unnamed.text()))

    # --- acts -----------------------------------------------------------------------------------------------------

    def ask_folder(self, replace: bool = False) -> None:
        """Asks for the folder, and draws."""
        if self.can_draw:
            title = self.tr("Choose an empty folder for the cards")
            self.desk.open_folder(self, title, lambda folder: self.draw(folder, replace=replace), make=True)

    def _ask_again(self) -> None:
        self.desk.ask(
            self.tr("Draw all cards again?"),
            self.tr(
                "Every card drawn so far becomes worthless, printed or not. Destroy them all, the reserve too."
            ),
            self.tr("Draw again"),
            lambda: self.ask_folder(replace=True),
        )

    def draw(self, folder: Path, *, replace: bool = False) -> None:
        """Draws the cards and writes them into ``folder``."""
        round_ = self.round
        if round_ is None or not self.can_draw:
            return
        count, reserve = int(self.count.text()), int(self.reserve.text() or 0)
        settings = self.desk.workspace.settings
        words = CardWords(
            self.tr('How to return the sheet stands on the page "Sign and export" and in the cover letter.'),
            self.tr("Ballot card: {title} {edition}").format(title=settings.title, edition=settings.edition),
        )

        def work(workspace: Workspace, progress: Progress) -> CardCounts:
            return draw_cards_into(
                workspace, round_, count, reserve, folder, words, replace=replace, progress=progress
            )

        def done(counts: CardCounts) -> None:
            self.written.add(folder)
            self.desk.tell_of_file(
                self.tr("%n card(s) are drawn.", "", counts.issued),
                folder / PDF,
                self.tr("Print {pdf} now, before a witness, and delete it afterwards.").format(pdf=PDF),
            )

        self.desk.run(self.tr("Drawing cards"), work, done, topics=("cards", "package", "box"))

    def _ask_withdraw(self) -> None:
        if not self.withdraw.isEnabled():
            return
        lookup = self.lookup.text()
        self.desk.ask(
            self.tr("Withdraw the card {lookup}?").format(lookup=lookup.strip()),
            self.tr(
                "No sheet of this card will count. Neither the withdrawal nor edits made before it can be undone, "
                "and its number is published."
            ),
            self.tr("Withdraw"),
            lambda: self.withdraw_card(lookup),
        )

    def withdraw_card(self, lookup: str) -> None:
        """Withdraws the card with this name on its stub."""
        round_ = self.round
        if round_ is None:
            return
        counts = self.desk.act(
            lambda workspace: workspace.cards.withdraw(round_, lookup), "cards", "package", "box"
        )
        if counts is not None:
            self.lookup.clear()
            self.desk.tell(
                self.tr("The card is withdrawn."),
                self.tr(
                    "Hand out a sealed envelope of the reserve. If the package is out already, send an amendment, too."
                ),
                "done",
            )

    def _keep_unnamed(self) -> None:
        round_ = self.round
        if round_ is not None and self.keep.isEnabled():
            count = int(self.unnamed.text())
            self.desk.act(lambda workspace: workspace.cards.set_unnamed(round_, count), "cards", "box")


class CountsPanel(QWidget):
    """The public counts, and what cards can't do."""

    def __init__(self) -> None:
        super().__init__()
        self.replaced = label("", "secondary", wrap=True)
        self.figures = {name: label("", "strong") for name in ("issued", "reserve", "withdrawn", "unnamed")}
        names = {
            "issued": self.tr("Cards issued"),
            "reserve": self.tr("of which reserve"),
            "withdrawn": self.tr("Withdrawn"),
            "unnamed": self.tr("Lost, number unknown"),
        }
        lines: QVBoxLayout = column(spacing=4)
        for name, figure in self.figures.items():
            line = row(label(names[name], "body-small", wrap=True), figure)
            line.setStretch(0, 1)
            lines.addLayout(line)
        limits = (
            self.tr(
                "Whoever prints the cards knows them, and could vote with them. An expert would notice by the receipt."
            ),
            self.tr(
                "So count issued, unused and withdrawn cards before a witness; more accepted sheets than cards "
                "are refused."
            ),
            self.tr(
                "Nobody knows who holds which card, as long as nobody writes it down. A list of who has which stub is "
                "a list of who gave which scores."
            ),
        )
        steps = (
            self.tr("1. Watch the printing, folding and sealing; see the files deleted."),
            self.tr("2. Count the envelopes. Shuffle them, reserve and all."),
            self.tr("3. Let each expert take any envelope; lists of people stay away."),
            self.tr("4. Keep the rest under seal. Count it again before the box is opened."),
        )
        layout = column(
            label(self.tr("Counts"), "strong"),
            lines,
            label(self.tr("All of these are published."), "secondary", wrap=True),
            self.replaced,
            10,
            label(self.tr("What cards can't do"), "strong"),
            margins=(16, 24, 16, 16),
            spacing=6,
        )
        for text in limits:
            layout.addWidget(label(text, "body-small", wrap=True))
        layout.addSpacing(10)
        layout.addWidget(label(self.tr("For the witness"), "strong"))
        for text in steps:
            layout.addWidget(label(text, "body-small", wrap=True))
        layout.addStretch(1)
        self.setLayout(layout)

    def show_counts(self, counts: CardCounts, replaced: int = 0) -> None:
        """Shows the counts of a round; ``replaced`` cards were drawn before these."""
        self.replaced.setText(
            self.tr(
                "%n card(s) drawn earlier were replaced by these. They are in no package and are not counted here, not "
                "as withdrawn either; the log tells of them.",
                "",
                replaced,
            )
        )
        self.replaced.setVisible(replaced > 0)
        for name, figure in self.figures.items():
            figure.setText(str(getattr(counts, name)))
