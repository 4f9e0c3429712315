"""How the score panel uses its height: the rows stand still, and what comes and goes shares what is below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea

from review_app.model.value import Value
from review_app.ui.expert.row_pitch import WRITTEN, Pitch, Texts, pitch

if TYPE_CHECKING:
    from review_app.ui.expert.score_panel import ScorePanel

DRAWER = 130
"""Pixels of height that make a drawer of use."""
MOST_LINES = 7
"""Lines of the comment while it is written in, where there is room."""
FRAME = 14
"""Pixels that border and padding of the comment take."""
MARGIN = 4
"""Pixels that the comment's document keeps around its text."""
AIR = 6
"""Pixels between the last row and what is said of a case without scores."""
SIDE = 20
"""Pixels at either side of everything."""
AGAIN = 120
"""Milliseconds between looks at whether a mouse button has been let go."""


class Rest(Value, frozen=True):
    """What of the part below the rows is there; ``comment``: lines at rest, at most what the rows' measure says or a
    comment takes that is written in; ``tall``: whether the bars are higher, and numbered; ``short``: whether fewer
    words are made about a case that isn't scored."""

    comment: int
    tall: bool = False
    captioned: bool = True
    strip: bool = True
    short: bool = False
    flags: bool = True


RESTS = (
    Rest(4, tall=True),
    Rest(3, tall=True),
    Rest(3),
    Rest(2),
    Rest(1),
    Rest(1, captioned=False),
    Rest(1, captioned=False, strip=False),
    Rest(0, captioned=False, strip=False),
    Rest(0, captioned=False, strip=False, short=True),
    Rest(0, captioned=False, strip=False, short=True, flags=False),
)
"""From everything to the least.  Without the comment only while a recusal is suggested or stands, or a drawer is open;
so without the flags, which the recusal's own buttons stand for."""


class Parts(Value, frozen=True):
    """The layouts that share the panel: above the rows, the rows in their area, and from there down."""

    top: QBoxLayout
    lines: QBoxLayout
    area: QScrollArea
    asides: QBoxLayout
    strip: QBoxLayout
    foot: QBoxLayout
    below: QBoxLayout


class Fit:
    """Places the rows by the panel's size, and chooses the first :class:`Rest` that has room below them.

    Where even the least has none, the rows' area ends sooner and scrolls; its rows stay where they were.
    """

    def __init__(self, panel: ScorePanel, parts: Parts) -> None:
        self._panel, self._parts = panel, parts
        self._placed: Pitch | None = None
        self._height = 0
        self._timer = QTimer(panel, singleShot=True, interval=0)
        self._timer.timeout.connect(self._again)

    @property
    def pitch(self) -> Pitch | None:
        """Where the rows stand; None before the panel has a size."""
        return self._placed

    def now(self) -> None:
        """Arranges what is below the rows at once, and again when its labels know their widths."""
        self._timer.start(0)
        self._arrange()

    def soon(self) -> None:
        """Arranges it when the events at hand are through."""
        if not self._timer.isActive():
            self._timer.start(0)

    def anew(self) -> None:
        """The text has another size or the panel another look: the rows are placed anew, too."""
        self._height = 0
        self.soon()

    def _again(self) -> None:
        if self._panel.mouse_held:  # what is pressed must still be there when it is let go
            self._timer.start(AGAIN)
            return
        self._arrange()

    def _arrange(self) -> None:
        panel = self._panel
        if panel.height() < 100 or panel.width() < 100:
            return
        if self._placed is None or panel.height() != self._height:
            self._placed = self._place_rows()
            self._height = panel.height()
        placed = self._placed
        open_one = panel.drawers.open_one is not None
        panel.asides.set_shut(open_one)
        blank = self._blank(placed) if panel.all_locked else 0
        panel.rows[-1].setFixedHeight(placed.high - blank)
        room = panel.height() - placed.bottom + blank
        for rest in RESTS:
            if not self._may(rest, open_one):
                continue
            self._apply(rest, placed)
            drawer = self._drawer_least(rest)
            short = self._needed(placed, drawer) - room
            if short <= 0:
                break
        self._cut_area(placed, blank, max(0, short))
        self._grow_comment(rest, placed, room - (drawer and drawer + placed.measure.gap))
        if open_one:
            wanted = panel.drawers.wanted_height(panel.width() - 1)
            panel.drawers.setFixedHeight(
                max(drawer, min(wanted, room - self._needed(placed, drawer) + drawer))
            )

    def _place_rows(self) -> Pitch:
        panel, parts = self._panel, self._parts
        placed = pitch(panel.rows, self._texts(), panel.height())
        measure = placed.measure
        panel.head.setFixedHeight(panel.head.steady_height())
        for each in panel.rows:
            each.set_density(measure.density)
            each.setFixedHeight(placed.high)
        parts.lines.setSpacing(placed.between)
        parts.top.setContentsMargins(SIDE, measure.edge, SIDE, measure.gap)
        parts.foot.setContentsMargins(SIDE, 0, SIDE, max(8, measure.edge))
        parts.foot.setSpacing(measure.gap)
        parts.below.setContentsMargins(0, measure.gap, 0, 0)
        parts.below.setSpacing(measure.gap)
        return placed

    def _blank(self, placed: Pitch) -> int:
        """Pixels that the last row leaves where its scale would be, in a case that takes no scores."""
        last = self._panel.rows[-1]
        return last.field_height(placed.measure.density) - AIR

    def _texts(self) -> Texts:
        panel = self._panel
        for each in (panel.strip.caption, panel.comment.field):
            each.ensurePolished()
        return Texts(
            head=panel.head.steady_height(),
            line=panel.strip.caption.fontMetrics().lineSpacing(),
            written=panel.comment.field.fontMetrics().lineSpacing(),
            frame=FRAME + MARGIN,
            flag=panel.doubtful.sizeHint().height(),
            way=panel.forward.sizeHint().height(),
        )

    def _cut_area(self, placed: Pitch, blank: int, short: int) -> None:
        """Ends the rows' area ``short`` pixels before what is ``blank`` at its end, but leaves two rows of it.  The bar
        that it has then stands beside the rows, which stay as wide as they were."""
        parts = self._parts
        whole = placed.bottom - placed.top - blank
        least = min(whole, 2 * placed.high + placed.between)
        parts.area.setFixedHeight(max(least, whole - short))
        bar = parts.area.verticalScrollBar().sizeHint().width() if short > 0 else 0
        parts.lines.setContentsMargins(SIDE, 0, max(0, SIDE - bar), 0)

    def _may(self, rest: Rest, open_one: bool) -> bool:
        return rest.comment > 0 or open_one or self._panel.asides.asking or self._panel.all_locked

    def _apply(self, rest: Rest, placed: Pitch) -> None:
        panel = self._panel
        panel.strip.set_captioned(rest.captioned)
        panel.strip.set_tall(rest.tall)
        panel.asides.set_short(rest.short)
        panel.pause.setVisible(panel.pause.wanted and rest.strip)
        panel.strip.setVisible(rest.strip and not panel.pause.wanted and not panel.all_locked)
        panel.foot.show_flags(rest.flags)
        held = panel.comment.field.hasFocus()
        panel.comment.setVisible(rest.comment > 0 or held)
        self._set_comment(_lines(rest, placed, held))

    def _drawer_least(self, rest: Rest) -> int:
        """Pixels of height that a drawer is to have; 0 when none is open.  For all that it wants the comment may go,
        for what makes it of use the flags, too."""
        wanted = self._panel.drawers.wanted_height(self._panel.width() - 1)
        return wanted if rest.comment > 0 else min(DRAWER, wanted)

    def _needed(self, placed: Pitch, drawer: int) -> int:
        """Pixels of height in which everything below the rows stands, with a drawer of that height."""
        width = self._panel.width() - 1
        parts = [height_of(each, width) for each in (self._parts.asides, self._parts.strip, self._parts.foot)]
        if self._panel.asides.isHidden():
            parts[0] = 0
        parts.append(drawer)
        shown = [part for part in parts if part > 0]
        return sum(shown) + placed.measure.gap * len(shown)

    def _grow_comment(self, rest: Rest, placed: Pitch, room: int) -> None:
        """While it is written in, the comment takes of what is left free as many lines as it has: a click into it
        alone moves nothing."""
        field = self._panel.comment.field
        if not field.hasFocus():
            return
        least = _lines(rest, placed, True)
        # The size of a plain text's document is counted in lines.
        for lines in range(min(MOST_LINES, round(field.document().size().height())), least, -1):
            self._set_comment(lines)
            if self._needed(placed, 0) <= room:
                return
        self._set_comment(least)

    def _set_comment(self, lines: int) -> None:
        """At rest in one line, text beyond it is not scrolled to: it is a click away."""
        field = self._panel.comment.field
        if field.document().documentMargin() != 2:  # each of these lays the text out anew, changed or not
            field.document().setDocumentMargin(2)
        # Not its viewport(): the first such widget that Qt made itself has all of QtWidgets put into Python's types.
        frame = field.height() - field.contentsRect().height() if field.isVisible() else FRAME
        field.setFixedHeight(lines * field.fontMetrics().lineSpacing() + MARGIN + max(frame, FRAME))
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if field.horizontalScrollBarPolicy() != off:
            field.setHorizontalScrollBarPolicy(off)
        wanted = off if lines == 1 else needed
        if field.verticalScrollBarPolicy() != wanted:
            field.setVerticalScrollBarPolicy(wanted)


def _lines(rest: Rest, placed: Pitch, held: bool) -> int:
    """Lines of the comment: more while it is written in, but one where it would be hidden otherwise."""
    least = WRITTEN if held and rest.comment > 0 else 1
    return max(least, min(rest.comment, max(WRITTEN, placed.measure.comment)))


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
