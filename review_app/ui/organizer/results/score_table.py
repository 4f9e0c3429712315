"""A table with a column for each criterion, which share what the other columns leave."""

from __future__ import annotations

from review_app.ui import theme
from review_app.ui.organizer.table import RecordTable

LEAST, MOST = 34, 92
"""Pixels of width of a criterion's column; more where a heading needs it and there is room."""
TITLE, NAMED = 168, 224
"""Pixels that the case's title keeps at least, and up to which it grows where headings can't be whole anyway."""


class ScoreTable(RecordTable):
    """``shared`` are the places of the criteria; what they do not need goes to the column ``leading``, or to the last
    one."""

    shared: tuple[int, ...] = ()
    leading: int | None = None
    whole: tuple[int, ...] = ()
    """Columns that are never cut off: a receipt without its end is none."""

    def _set_widths(self) -> None:
        super()._set_widths()
        for place in self.whole:
            if not self.isColumnHidden(place):
                self.setColumnWidth(place, max(self.columnWidth(place), self.sizeHintForColumn(place)))
        shown = [place for place in self.shared if not self.isColumnHidden(place)]
        columns = self.records_model.columns
        rest = columns[-1:] if self.leading is None else [columns[self.leading]]
        taker = columns.index(rest[0])
        others = sum(
            self.columnWidth(place)
            for place in range(len(columns))
            if place not in self.shared and place != taker and not self.isColumnHidden(place)
        )
        least = theme.room(rest[0].width or TITLE)
        left = self.viewport().width() - others
        if shown:
            headed = max(self.horizontalHeader().sectionSizeHint(place) for place in shown)
            if self.leading is not None and left - headed * len(shown) < least:
                least = max(least, min(theme.room(NAMED), self.sizeHintForColumn(taker)))
            each = max(LEAST, min(max(headed, theme.room(MOST)), (left - least) // len(shown)))
            for place in shown:
                self.setColumnWidth(place, each)
            left -= each * len(shown)
        self.setColumnWidth(taker, max(least, left))
