"""The figures that a nomination gives, each with its source, beside the text or on a page of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOption, QWidget

from review_app.model.case import Claim
from review_app.model.text import visible
from review_app.ui import theme
from review_app.ui.expert.claim_words import claim_words, source_words, status_words
from review_app.ui.expert.claims_holder import BESIDE
from review_app.ui.widgets.fade import Fade
from review_app.ui.widgets.parts import button, column, empty, ground, label, row, scrolling

MOST = 200
"""Figures that are listed at most."""
INSET = 8
"""Pixels around the words of a row, inside its frame of focus."""


class ClaimRow(QAbstractButton):
    """One figure; a click, Enter or Space shows where the text gives it."""

    def __init__(self, claim: Claim) -> None:
        super().__init__()
        self.claim = claim
        self.setProperty("kind", "claim")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(claim_words(claim))
        self.setToolTip(self.tr("Show where the dossier says so"))
        figure = label(visible(claim.figure, 60), "figure", wrap=True)
        status = label(status_words(claim), "done" if claim.status == "verified" else "secondary")
        status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        what = label(visible(claim.what, 160), "body", wrap=True)
        unsourced = not claim.source.strip()
        self.source = label(source_words(claim), "attention" if unsourced else "secondary", wrap=True)
        head = row(figure, status)
        head.setStretch(0, 1)
        self.setLayout(column(head, what, self.source, margins=(INSET, 10, INSET, 10), spacing=2))
        for part in (figure, status, what, self.source):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter as Space; the arrows go from figure to figure."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Down:
                self._go(1)
            case Qt.Key.Key_Up:
                self._go(-1)
            case _:
                super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        rows = self.parentWidget().findChildren(ClaimRow)
        place = rows.index(self) + step
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet's ground and frame."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()


class ClaimsPage(QWidget):
    """:attr:`chosen` carries the :class:`Claim` to be shown in the text; :attr:`folded` follows "Hide"."""

    chosen = Signal(object)
    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        ground(self, "paper")
        self.heading = label(self.tr("Figures and their sources"), "heading", wrap=True)
        self.hide_button = button(self.tr("Hide"), "link")
        self.hide_button.clicked.connect(self.folded)
        head = row(self.heading, self.hide_button, margins=(INSET, 0, 0, 0))
        head.setStretch(0, 1)
        self.hint = label("", "secondary", wrap=True)
        self.said = label("", "attention", wrap=True)
        for part in (self.hint, self.said):
            part.setContentsMargins(INSET, 0, INSET, 0)
        self.said.hide()
        self._rows = column(spacing=0)
        inner = QWidget()
        self._line = column(self.hint, 8, self._rows, None, spacing=0)
        inner.setLayout(self._line)
        self._area = scrolling(inner, "paper")
        self.fade = Fade(self._area, lambda: QColor(theme.current().paper))
        self._column = column(head, self.said, self._area, spacing=8)
        self._column.setStretch(2, 1)
        self.setLayout(self._column)
        self.set_beside(False)

    def show_claims(self, claims: Sequence[Claim]) -> None:
        """Lists ``claims``, in the nomination's order."""
        empty(self._rows)
        self.said.hide()
        if not claims:
            self.hint.setText(
                self.tr(
                    "This nomination lists no figures with their sources. "
                    "Numbers in the text are the nominating body's own words."
                )
            )
        else:
            self.hint.setText(
                self.tr(
                    "Verified: marked so by the organizer.\n"
                    "Self-reported: figure and source are given in the nomination, not marked as verified.\n"
                    "Choose a figure to see it in the text."
                )
            )
        for claim in claims[:MOST]:
            line = ClaimRow(claim)
            line.clicked.connect(lambda _=False, claim=claim: self.chosen.emit(claim))
            self._rows.addWidget(line)
        if len(claims) > MOST:
            more = self.tr("%n further figures are not listed here.", "", len(claims) - MOST)
            self._rows.addWidget(label(more, "secondary", wrap=True))
        self._area.verticalScrollBar().setValue(0)

    @property
    def rows(self) -> list[ClaimRow]:
        """The figures listed."""
        found = [self._rows.itemAt(number).widget() for number in range(self._rows.count())]
        return [each for each in found if isinstance(each, ClaimRow)]

    def set_beside(self, beside: bool) -> None:
        """Beside the text it is slim and can be hidden; on a page of its own it has the page's margins."""
        self.hide_button.setVisible(beside)
        self._column.setContentsMargins(*((8, 40, 8, 8) if beside else (40, 32, 40, 8)))
        if beside:
            self.setFixedWidth(BESIDE)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)

    def say_not_found(self, claim: Claim) -> None:
        """Says that the text doesn't give the figure in these words."""
        self.said.setText(
            self.tr('The dossier does not give "{figure}" in these words.').format(
                figure=visible(claim.figure, 60)
            )
        )
        self.said.show()

    def say_nothing(self) -> None:
        """Takes back what was said."""
        self.said.hide()

    def focus_on(self, number: int) -> None:
        """Puts the focus on a figure by its number in the list."""
        rows = self.rows
        if number < len(rows):
            rows[number].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(rows[number])

    def focus_first(self) -> None:
        """Puts the focus on the first figure."""
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
