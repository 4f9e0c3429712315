"""Where the pages of a document lie, one under the other, at a zoom.  Numbers only; the widget paints by them."""

from __future__ import annotations

import bisect
import itertools
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QSize

ZOOMS = (10, 25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
"""Steps in percent of the size on paper; 100 is 96 pixels to the inch."""
WIDEST = 1100
"""Pixels at most of a page fitted to the width: lines beyond are too long to be read."""
MARGIN, GAP = 24, 16
TALLEST = 4.0
"""Height to width; pages beyond are shown narrower when fitted."""
PIXELS_A_POINT = 96 / 72
LONGEST_SIDE = 60_000
"""Pixels of a page on the screen."""

Fit = Literal["width", "page", "none"]
FITS: tuple[Fit, ...] = ("width", "page", "none")


@dataclass(frozen=True)
class Zoom:
    """Fitted to the width or to the whole page, or (``none``) at ``percent`` of the size on paper."""

    fit: Fit = "width"
    percent: int = 100

    def __str__(self) -> str:
        return str(self.percent) if self.fit == "none" else self.fit

    @classmethod
    def parsed(cls, text: str) -> Zoom:
        """What ``str`` has made; fitted to the width for anything else."""
        if text in FITS[:2]:
            return cls(text)
        if text.isascii() and text.isdecimal() and len(text) <= 4:
            return cls("none", min(ZOOMS[-1], max(ZOOMS[0], int(text))))
        return cls()


class PageLayout:
    """Sizes and tops of the pages in pixels.  ``sizes`` are width and height in points."""

    def __init__(self) -> None:
        self.sizes: list[tuple[float, float]] = []
        self.extents: list[tuple[int, int]] = []
        self.tops: list[int] = [MARGIN]
        self.widest = 0

    def __len__(self) -> int:
        return len(self.sizes)

    def arrange(self, room: QSize, zoom: Zoom) -> None:
        """Lays the pages out for a viewport of ``room`` pixels."""
        wide = max(40, min(WIDEST, room.width() - 2 * MARGIN))
        high = max(40, room.height() - 2 * GAP)
        self.extents = [self._extent(size, wide, high, zoom) for size in self.sizes]
        heights = (tall + GAP for _, tall in self.extents)
        self.tops = list(itertools.accumulate(heights, initial=MARGIN))
        self.widest = max((across for across, _ in self.extents), default=0)

    @property
    def height(self) -> int:
        """Of the whole column with its margins."""
        return self.tops[-1] - GAP + MARGIN

    def percent(self, page: int) -> int:
        """How large ``page`` is shown, in percent of its size on paper."""
        if not self.extents:
            return 100
        return max(1, round(100 * self.extents[page][0] / (self.sizes[page][0] * PIXELS_A_POINT)))

    def page_at(self, height: int) -> int:
        """The page at ``height`` pixels below the upper end of the column; the gap after a page belongs to it."""
        return max(0, bisect.bisect_right(self.tops, height, 0, len(self.sizes)) - 1)

    def between(self, top: int, bottom: int) -> range:
        """The pages of which something lies between two heights."""
        if not self.sizes:
            return range(0)
        first = self.page_at(top)
        return range(first, max(first + 1, bisect.bisect_left(self.tops, bottom, 0, len(self.sizes))))

    def share(self, height: int) -> float:
        """A height as a place, 0 to 1, counted in pages."""
        if not self.sizes:
            return 0.0
        page = self.page_at(height)
        inside = (height - self.tops[page]) / (self.tops[page + 1] - self.tops[page])
        return min(1.0, max(0.0, (page + inside) / len(self.sizes)))

    def height_of(self, share: float) -> float:
        """The height of what :meth:`share` said."""
        exact = min(1.0, max(0.0, share)) * len(self.sizes)
        page = min(int(exact), len(self.sizes) - 1)
        return self.tops[page] + (exact - page) * (self.tops[page + 1] - self.tops[page])

    @staticmethod
    def _extent(size: tuple[float, float], room: int, high: int, zoom: Zoom) -> tuple[int, int]:
        ratio = size[1] / size[0]
        if zoom.fit == "none":
            width = size[0] * PIXELS_A_POINT * zoom.percent / 100
        else:
            width = room * min(1.0, TALLEST / ratio)
            if zoom.fit == "page":
                width = min(width, high / ratio)
        width = min(width, LONGEST_SIDE, LONGEST_SIDE / ratio)
        return max(8, round(width)), max(8, round(width * ratio))
