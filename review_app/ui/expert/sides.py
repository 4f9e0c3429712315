"""How wide the list and the scores are beside the page."""

from __future__ import annotations

from review_app.ui import theme

NARROW, WIDE = 1200, 1600
"""Pixels of width below which the sides are slimmer, and from which on they are wider."""
PAGE = 380
"""Pixels of width that larger text at the sides leaves to the page."""


def side_widths(width: int) -> tuple[int, int]:
    """Pixels of the list and of the scores in a window ``width`` pixels wide.

    Larger text widens the sides as far as the page keeps its column.
    """
    usual = (256, 336) if width < NARROW else (288, 368) if width < WIDE else (320, 400)
    spare = max(0, width - sum(usual) - PAGE)
    wanted = [theme.room(side) - side for side in usual]
    share = min(1.0, spare / (sum(wanted) or 1))
    left, right = (side + round(more * share) for side, more in zip(usual, wanted, strict=True))
    return left, right
