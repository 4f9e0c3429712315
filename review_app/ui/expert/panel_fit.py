"""How the score panel uses its height: all rows in sight first, then air, then everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QLayout

from review_app.ui.expert.criterion_row import Density

if TYPE_CHECKING:
    from review_app.ui.expert.score_panel import ScorePanel

DRAWER = 160
"""Pixels of height that a drawer gets at least."""
WRITTEN, MOST_LINES = 3, 7
"""Lines of the comment while it is written in, and where there is room for more."""
MOST_SPARE = 10
"""Pixels that rows move further apart where room is left."""
FRAME = 14
"""Pixels that border and padding of the comment take."""
AGAIN = 120
"""Milliseconds between looks at whether a mouse button has been let go."""


@dataclass(frozen=True)
class Measure:
    """One way to arrange the panel: how dense the rows are, what lies between them and around, lines of the comment
    at rest, and what of the lower part is there."""

    density: Density
    between: int
    edge: int
    gap: int
    comment: int
    captioned: bool = True
    strip: bool = True
    lower: bool = True


MEASURES = (
    Measure(Density.ROOMY, 16, 16, 10, 4),
    Measure(Density.ROOMY, 10, 12, 8, 2),
    Measure(Density.CLOSE, 8, 10, 8, 2),
    Measure(Density.CLOSE, 6, 10, 6, 1),
    Measure(Density.CLOSE, 4, 8, 6, 1),
    Measure(Density.TIGHT, 4, 8, 5, 1),
    Measure(Density.TIGHT, 4, 8, 5, 1, captioned=False),
    Measure(Density.TIGHT, 3, 6, 4, 1, captioned=False, strip=False),
    Measure(Density.TIGHT, 3, 6, 4, 0, captioned=False, strip=False),
    Measure(Density.CLOSE, 4, 8, 6, 0, captioned=False, strip=False, lower=False),
    Measure(Density.TIGHT, 2, 2, 3, 0, captioned=False, strip=False, lower=False),
)
"""From the most air to the least.  Without the comment only while a recusal is suggested or stands; the last two
only while it is suggested, or a drawer is open, which takes that room."""


class Fit:
    """Chooses the first measure in which nothing has to scroll.

    While one works, it only ever gets tighter (:meth:`soon`): rows that slide away from under the hand would be hit
    wrongly.  Another case, another size, a drawer let it get loose again (:meth:`loosen`).
    """

    def __init__(
        self,
        panel: ScorePanel,
        top: QBoxLayout,
        lines: QBoxLayout,
        strip: QBoxLayout,
        foot: QBoxLayout,
        whole: QBoxLayout,
    ) -> None:
        self._panel = panel
        self._top, self._lines, self._strip, self._foot, self._whole = top, lines, strip, foot, whole
        self._from = 0
        self._spare = 0
        self.measure = MEASURES[0]
        self._timer = QTimer(panel, singleShot=True, interval=0)
        self._timer.timeout.connect(self._again)

    def loosen(self) -> None:
        """Chooses anew, from the most air on."""
        self._from = self._spare = 0
        self._timer.start(0)
        self._choose()
        free = self._panel.height() - self._needed()
        self._spare = max(0, min(MOST_SPARE, free // max(1, len(self._panel.rows))))
        self._lines.setSpacing(self.measure.between + self._spare)

    def loosen_soon(self) -> None:
        """Chooses anew when the events at hand are through."""
        self._from = self._spare = 0
        self.soon()

    def soon(self) -> None:
        """Chooses when the events at hand are through, and only what is as tight or tighter."""
        if not self._timer.isActive():
            self._timer.start(0)

    def _again(self) -> None:
        if self._panel.mouse_held:  # what is pressed must still be there when it is let go
            self._timer.start(AGAIN)
            return
        self._choose()

    def _choose(self) -> None:
        if self._panel.height() < 100 or self._panel.width() < 100:
            return
        room = self._panel.height()
        usable = [place for place, each in enumerate(MEASURES) if self._may(each) and place >= self._from]
        for place in usable:
            self.measure = MEASURES[place]
            self._apply(self.measure)
            self._from = place
            if self._needed() <= room:
                break
            self._spare = 0
            self._lines.setSpacing(self.measure.between)
            if self._needed() <= room:
                break
        self._grow_comment(room)
        drawers = self._panel.drawers
        if drawers.open_one is not None:
            wanted = drawers.wanted_height(self._panel.width() - 1)
            drawers.setFixedHeight(min(wanted, max(DRAWER, room - self._needed() + wanted)))

    def _may(self, measure: Measure) -> bool:
        asked = not self._panel.suggestion.isHidden()
        if not measure.lower:
            return asked or self._panel.drawers.open_one is not None
        return measure.comment > 0 or asked or self._panel.all_locked

    def _apply(self, measure: Measure) -> None:
        panel = self._panel
        for each in panel.rows:
            each.set_density(measure.density)
        self._lines.setSpacing(measure.between + self._spare)
        self._top.setContentsMargins(20, measure.edge, 20, 0)
        self._foot.setContentsMargins(20, 0, 20, max(8, measure.edge))
        self._foot.setSpacing(measure.gap)
        self._whole.setSpacing(measure.gap)
        panel.strip.set_captioned(measure.captioned)
        panel.standing.set_short(measure.comment == 0)
        panel.pause.setVisible(panel.pause.wanted and measure.strip)
        panel.strip.setVisible(measure.strip and not panel.pause.wanted and not panel.all_locked)
        for part in (panel.doubtful, panel.recused):
            part.setVisible(measure.lower)
        panel.comment.setVisible(measure.comment > 0 or (measure.lower and panel.comment.field.hasFocus()))
        panel.abstained.setVisible(measure.lower and panel.may_abstain)
        self._set_comment(max(WRITTEN if panel.comment.field.hasFocus() else 1, measure.comment))

    def _needed(self) -> int:
        """Pixels of height in which everything stands without scrolling."""
        width = self._panel.width() - 1
        parts = [height_of(layout, width) for layout in (self._top, self._lines, self._strip, self._foot)]
        drawer = self._panel.drawers.wanted_height(width)
        gaps = self._whole.spacing() * (len(parts) - 1 + (drawer > 0))
        return sum(parts) + drawer + gaps

    def _grow_comment(self, room: int) -> None:
        """While it is written in, the comment takes what is left free."""
        field = self._panel.comment.field
        if not field.hasFocus():
            return
        for lines in range(MOST_LINES, max(self.measure.comment, WRITTEN), -1):
            self._set_comment(lines)
            if self._needed() <= room:
                return
        self._set_comment(max(self.measure.comment, WRITTEN))

    def _set_comment(self, lines: int) -> None:
        """At rest in one line, text beyond it is not scrolled to: it is a click away."""
        field = self._panel.comment.field
        if field.document().documentMargin() != 2:  # each of these lays the text out anew, changed or not
            field.document().setDocumentMargin(2)
        # Not its viewport(): the first such widget that Qt made itself has all of QtWidgets put into Python's types.
        frame = field.height() - field.contentsRect().height() if field.isVisible() else FRAME
        field.setFixedHeight(lines * field.fontMetrics().lineSpacing() + 4 + max(frame, FRAME))
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if field.horizontalScrollBarPolicy() != off:
            field.setHorizontalScrollBarPolicy(off)
        wanted = off if lines == 1 else needed
        if field.verticalScrollBarPolicy() != wanted:
            field.setVerticalScrollBarPolicy(wanted)


def height_of(layout: QLayout, width: int) -> int:
    """Pixels of height that ``layout`` needs now at a width; nothing remembered from before is believed."""
    _forget(layout)
    if layout.hasHeightForWidth():
        return layout.heightForWidth(width)
    return layout.sizeHint().height()


def _forget(layout: QLayout) -> None:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            inner = widget.layout()
        if inner is not None:
            _forget(inner)
        if widget is not None:
            widget.updateGeometry()  # the one call that makes its layout forget the size it had
    layout.invalidate()
