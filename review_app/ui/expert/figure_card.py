"""A small card right beside a figure of the text: what it counts, where it comes from, and the way to all figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from review_app.model.case import Claim
from review_app.model.text import visible
from review_app.ui import theme
from review_app.ui.expert.claim_words import claim_words, source_words, status_at_length
from review_app.ui.expert.heard import announce
from review_app.ui.widgets.coming import give_focus_back
from review_app.ui.widgets.parts import button, column, empty, ground, label, row

WIDEST, EDGE, APART = 340, 8, 6
"""Pixels of the card, to the edge of the page, and to the figure."""
MOST = 3
"""Statements about one figure that find room; further ones are among all figures."""


class FigureCard(QWidget):
    """Not modal: it goes with Esc, a press elsewhere, and when the page moves.  :attr:`all_wanted` follows its link."""

    all_wanted = Signal()

    def __init__(self, page: QAbstractScrollArea) -> None:
        super().__init__(page)
        self._page = page
        self._before: QWidget | None = None
        ground(self, "card")
        self.close_button = button("×", "icon")
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.dismiss)
        self.all_button = button("", "link")
        self.all_button.clicked.connect(self._ask_for_all)
        self.lines = column(spacing=8)
        foot = row(self.all_button, None, self.close_button, spacing=8)
        self.setLayout(column(self.lines, foot, margins=(14, 10, 6, 4), spacing=4))
        page.verticalScrollBar().valueChanged.connect(lambda _: self.dismiss())
        page.horizontalScrollBar().valueChanged.connect(lambda _: self.dismiss())
        page.installEventFilter(self)
        self.hide()

    def show_claims(self, claims: Sequence[Claim], total: int, figure: QRect, *, by_key: bool) -> None:
        """Says of ``claims``, which are about the same figure, where they come from.

        ``total``: how many figures the case has.  ``figure``: where it stands in the page's viewport.  ``by_key``: the
        focus goes to the card, and back with it.
        """
        empty(self.lines)
        for claim in claims[:MOST]:
            status = "done" if claim.status == "verified" else "secondary"
            source = "secondary" if claim.source.strip() else "attention"
            self.lines.addLayout(
                column(
                    label(visible(claim.figure, 60), "figure", wrap=True),
                    label(visible(claim.what, 160), "body", wrap=True),
                    label(source_words(claim), source, wrap=True, select=True),
                    label(status_at_length(claim), status, wrap=True),
                    spacing=2,
                )
            )
        self.all_button.setText(self.tr("All figures ({count})").format(count=self.locale().toString(total)))
        said = "\n\n".join(claim_words(claim) for claim in claims[:MOST])
        self.setAccessibleName(said)
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one
        self._place(figure)
        self.show()
        self.raise_()
        announce(self, said)
        if by_key:
            self.all_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Takes the card away; the focus goes back if the card has it."""
        if self.isHidden():
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # as above
        held, before = QApplication.focusWidget(), self._before
        self._before = None
        if held is not None and self.isAncestorOf(held) and not give_focus_back(before):
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _place(self, figure: QRect) -> None:
        """Below the figure, or above it where there is more room; always within the page."""
        view = self._page.viewport()
        figure = figure.translated(view.pos())
        width = min(theme.room(WIDEST), self._page.width() - 2 * EDGE)
        self.ensurePolished()
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        bar = self._page.verticalScrollBar()
        right = self._page.width() - (bar.width() if bar.isVisible() else 0) - EDGE
        x = max(EDGE, min(figure.left() - 16, right - width))
        below, above = figure.bottom() + APART, figure.top() - APART - height
        fits = below + height <= self._page.height() - EDGE
        y = below if fits or above < EDGE else above
        self.setGeometry(x, max(EDGE, min(y, self._page.height() - EDGE - height)), width, height)

    def _ask_for_all(self) -> None:
        self.dismiss()
        self.all_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.dismiss()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the card is none on the text below."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press elsewhere, or another size or end of the page, takes the card away; the press does what it does."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if watched is not self and not self.isAncestorOf(watched):
                self.dismiss()
        elif self.isHidden() or watched is not self._page:
            return False
        elif kind in (QEvent.Type.Resize, QEvent.Type.Hide):
            self.dismiss()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not event.modifiers():
            if kind == QEvent.Type.KeyPress:
                self.dismiss()
            event.accept()  # before the window takes Esc for something else
            return True
        return False
