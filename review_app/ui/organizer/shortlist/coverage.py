"""How the shortlist covers the field: seats against the quota, and bars for facets, regions, routes and bodies."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from review_app.model.workspace.shortlist import By, Cover
from review_app.ui import theme
from review_app.ui.organizer.shortlist.state import ShortlistState
from review_app.ui.organizer.shortlist.words import body_words, route_words
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.named_bars import NamedBar, NamedBars
from review_app.ui.widgets.parts import column, fill, label

BAR, LINE = 8, 36
"""Pixels: a bar's height, and a line's at the usual text size."""


class QuotaBar(QWidget):
    """Kept and held cases in a row of seats, with the line of the quota across."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = self.held = self.total = 0
        self.quota = 1
        self.setFixedHeight(theme.room(46))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, kept: int, held: int, total: int, quota: int) -> None:
        """``total`` cases were accepted; ``quota`` candidates are wanted."""
        self.kept, self.held, self.total, self.quota = kept, held, total, quota
        self.setAccessibleName(
            self.tr("{kept} kept, {held} on hold, of {total}; quota {quota}").format(
                kept=kept, held=held, total=total, quota=quota
            )
        )
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        most = max(self.total, self.quota, 1)
        width, height = self.width() - 2, theme.room(14)
        fill(painter, QRectF(0, 0, width, height), QColor(colours.surface))
        kept = width * self.kept / most
        held = width * self.held / most
        over = self.kept > self.quota
        fill(painter, QRectF(0, 0, kept, height), QColor(colours.attention if over else colours.accent))
        fill(painter, QRectF(kept, 0, held, height), QColor(colours.fill))
        painter.setPen(QPen(QColor(colours.control), 1))
        for place in range(1, most if most <= 60 else 0):
            x = round(width * place / most) + 0.5
            painter.setPen(QPen(QColor(colours.window), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, height))
        line = min(width * self.quota / most, width - 1)
        painter.setPen(QPen(QColor(colours.ink), 2))
        painter.drawLine(QPointF(line, -1), QPointF(line, height + 5))
        painter.setFont(theme.interface_font(theme.SMALL_SIZE))
        painter.setPen(QColor(colours.ink))
        words = self.tr("quota {quota}").format(quota=self.quota)
        space = QFontMetrics(painter.font()).horizontalAdvance(words)
        x = min(max(0.0, line - space / 2), float(self.width() - space))
        painter.drawText(QPointF(x, height + 5 + QFontMetrics(painter.font()).ascent()), words)


class CoverBars(NamedBars):
    """A line for each name: how many cases were accepted (pale), and how many are still in (ink blue)."""

    def __init__(self) -> None:
        super().__init__(BAR, LINE)
        self.lines: list[tuple[str, Cover]] = []

    def show_lines(self, lines: list[tuple[str, Cover]]) -> None:
        """Names with what was accepted and what is still in."""
        self.lines = lines
        most = max((cover.accepted for _, cover in lines), default=1) or 1
        bars = [
            NamedBar(
                name,
                f"{cover.still_in} / {cover.accepted}",
                cover.still_in / most,
                cover.accepted / most,
                warns=cover.accepted > 0 and cover.still_in == 0,
            )
            for name, cover in lines
        ]
        said = [
            self.tr("{name}: {still_in} of {accepted}").format(
                name=name, still_in=cover.still_in, accepted=cover.accepted
            )
            for name, cover in lines
        ]
        self.show_bars(bars, "; ".join(said))


class CoveragePanel(QWidget):
    """The panel at the right of the page."""

    def __init__(self) -> None:
        super().__init__()
        self._state: ShortlistState | None = None
        self.seats = label("", "total")
        self.seats_words = label("", "secondary", wrap=True)
        self.bar = QuotaBar()
        self.by = Choice(self.tr("Coverage by"))
        for by, name in (
            ("facet", self.tr("By facet")),
            ("region", self.tr("By region")),
            ("route", self.tr("By route")),
            ("body_type", self.tr("By type of body")),
        ):
            self.by.addItem(name, by)
        self.by.currentIndexChanged.connect(lambda _: self._show_bars())
        self.bars = CoverBars()
        self.legend = label(self.tr("Strong: still in. Faint: accepted."), "secondary", wrap=True)
        self.setLayout(
            column(
                self.seats,
                self.seats_words,
                self.bar,
                8,
                self.by,
                self.legend,
                self.bars,
                None,
                margins=(16, 16, 16, 16),
                spacing=6,
            )
        )

    def show_state(self, state: ShortlistState) -> None:
        """Takes the counts of ``state``."""
        self._state = state
        self.show_quota(state.quota)
        self._show_bars()

    def show_quota(self, quota: int) -> None:
        """Holds the counts against a number of candidates wanted, as it is stored or being typed."""
        state = self._state
        if state is None:
            return
        kept, held = state.count("keep"), state.count("hold")
        self.seats.setText(f"{kept} / {quota}")
        self.seats.setAccessibleName(
            self.tr("{kept} cases kept, {quota} wanted").format(kept=kept, quota=quota)
        )
        left = quota - kept
        words = [self.tr("%n on hold", "", held)] if held else []
        if left > 0:
            words.append(self.tr("%n seat(s) free", "", left))
        elif left < 0:
            words.append(self.tr("%n over the quota", "", -left))
        else:
            words.append(self.tr("The quota is filled."))
        self.seats_words.setText(" · ".join(words))
        self.bar.show_counts(kept, held, len(state.standing), quota)

    def _show_bars(self) -> None:
        if self._state is None:
            return
        by: By = self.by.currentData()
        names = {"route": route_words(), "body_type": body_words()}.get(by, {})
        covers = self._state.covers[by]
        nameless = self.tr("not said")
        self.bars.show_lines([(names.get(name, name) or nameless, cover) for name, cover in covers.items()])
