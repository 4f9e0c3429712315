"""Where the rows of the score panel stand: by the size of the panel and of its text, and by nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from review_app.model.value import Value
from review_app.ui.expert.criterion_row import CriterionRow, Density

MOST_SPARE = 10
"""Pixels that rows stand further apart where room is left."""
COMFORT = 280
"""Pixels of height that a drawer is to have before rows get air beyond their measure."""
WRITTEN = 3
"""Lines of the comment while it is written in."""


class Measure(Value, frozen=True):
    """One way to arrange the rows: how dense they are, pixels between them, above and below everything, and between
    the parts; lines of the comment at rest, and pixels of height that a drawer is to have below the rows."""

    density: Density
    between: int
    edge: int
    gap: int
    comment: int
    drawer: int


MEASURES = (
    Measure(Density.ROOMY, 16, 16, 10, 4, 290),
    Measure(Density.ROOMY, 10, 12, 8, 2, 280),
    Measure(Density.CLOSE, 12, 12, 8, 2, 186),
    Measure(Density.CLOSE, 8, 10, 8, 2, 186),
    Measure(Density.CLOSE, 6, 10, 6, 1, 186),
    Measure(Density.CLOSE, 4, 8, 6, 1, 140),
    Measure(Density.TIGHT, 4, 8, 5, 1, 140),
    Measure(Density.TIGHT, 3, 6, 4, 1, 130),
    Measure(Density.TIGHT, 2, 4, 4, 1, 110),
)
"""From the most air to the least."""


class Texts(Value, frozen=True):
    """Pixels of height of what stands around the rows, in the fonts that hold now."""

    head: int
    line: int
    """Of small text."""
    written: int
    """A line of the comment."""
    frame: int
    """What the comment takes beside its lines."""
    flag: int
    way: int


class Pitch(Value, frozen=True):
    """Where the rows stand: from ``top``, each ``high`` and ``between`` apart, down to ``bottom``; pixels."""

    measure: Measure
    top: int
    high: int
    between: int
    bottom: int


def pitch(rows: Sequence[CriterionRow], texts: Texts, height: int) -> Pitch:
    """The first measure that leaves a panel of ``height`` pixels room for whatever can come below its rows: a reminder
    of two lines over a comment that is written in, or a drawer.  In a panel too low for any, the tightest."""
    heights = {density: max(row.wanted_height(density) for row in rows) for density in Density}
    for measure in MEASURES:
        high = heights[measure.density]
        top = measure.edge + texts.head + measure.gap
        count = len(rows)
        taken = top + count * high + (count - 1) * measure.between
        free = height - taken - _reserve(measure.drawer, measure, texts)
        if free >= 0:
            break
    free = height - taken - _reserve(max(COMFORT, measure.drawer), measure, texts)
    spare = max(0, min(MOST_SPARE, free // max(1, count - 1)))
    bottom = taken + (count - 1) * spare
    return Pitch(measure, top, high, measure.between + spare, bottom)


def _reserve(drawer: int, measure: Measure, texts: Texts) -> int:
    """Pixels below the rows that are to be left for what comes and goes there, and for the foot that stays."""
    writing = 2 * texts.line + measure.gap
    writing += max(WRITTEN, measure.comment) * texts.written + texts.frame
    foot = texts.flag + texts.way + 2 * measure.gap + max(8, measure.edge)
    return max(writing, drawer) + measure.gap + foot
