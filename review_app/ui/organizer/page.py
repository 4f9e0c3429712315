"""What every page of the organizer's desk is: a head with its acts, a body, a panel beside it where one is needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from review_app.ui import theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.widgets.head_line import HeadLine
from review_app.ui.widgets.parts import ElidedLabel, Flowing, column, ground, label, row, scrolling

SIDE = 232
"""Pixels of width of the panel at the right."""
MARGIN = 24


class Page(QWidget):
    """One station.  A subclass builds itself in ``__init__`` (with :meth:`frame`), and fills itself in
    :meth:`refresh`."""

    station: ClassVar[str] = ""
    topics: ClassVar[tuple[str, ...]] = ()
    """What the page shows: it is refreshed when one of them changes while it is shown."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.desk = desk
        self.head_title: QLabel | None = None
        self.head_words: QLabel | None = None
        self.head_acts: list[QWidget] = []
        self.side: QWidget | None = None
        """The panel at the right, 232 px wide, if :meth:`frame` was given one."""
        self._edge: QWidget | None = None
        self.area: QScrollArea | None = None
        """What scrolls, on a page that scrolls as a whole."""
        ground(self, "window")

    # --- for subclasses to fill -----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Reads what is shown anew.  Called each time the page comes to the front, and on changes while it is there."""

    def take_files(self, paths: list[Path]) -> bool:
        """Files that were dropped on the window while this page is shown; whether they were taken."""
        return False

    def files_over(self, over: bool) -> None:
        """Files are held over the window, or no longer: what would take them shows it."""

    def go(self, **where: object) -> None:
        """Goes to a place on the page, after another page asked for it."""

    def first_focus(self) -> QWidget | None:
        """What gets the focus when the page comes to the front by its key; None for the first act."""
        return self.head_acts[-1] if self.head_acts else None

    def set_busy(self, busy: bool) -> None:
        """While a job runs the page's acts are off; a page with more than those in its head adds them here."""
        for act in self.head_acts:
            act.setEnabled(not busy)

    def leave(self) -> bool:
        """Called before another page or the end; False keeps the page, which then says why in a note."""
        return True

    # --- building -------------------------------------------------------------------------------------------------

    def frame(
        self,
        title: str,
        subtitle: str = "",
        actions: Sequence[QWidget] = (),
        *,
        side: QWidget | None = None,
        scroll: bool = False,
    ) -> QVBoxLayout:
        """Builds the head (big title, quiet words beside it, acts at the right, the primary last) and returns the
        body's layout.  ``side`` is shown at the right in a panel of its own; ``scroll`` lets the body scroll as a
        whole (a table scrolls by itself and needs no ``scroll``).  To be called once."""
        self.head_title = label(title, "page-title")
        self.head_title.setFixedHeight(theme.room(36))
        self.head_words = ElidedLabel(subtitle, "quiet")
        self.head_acts = list(actions)
        head = QWidget()
        head.setLayout(HeadLine(self.head_title, self.head_words, actions))
        body = column(spacing=8)
        main = QWidget()
        if scroll:
            inside = Flowing()
            inside.setLayout(body)
            body.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
            area = self.area = scrolling(inside, "window")
            layout = column(
                row(head, margins=(MARGIN, 0, MARGIN, 0)), area, margins=(0, 16, 0, 0), spacing=12
            )
        else:
            holder = QWidget()
            holder.setLayout(body)
            layout = column(head, holder, margins=(MARGIN, 16, MARGIN, 16), spacing=12)
        layout.setStretch(1, 1)
        main.setLayout(layout)
        whole = row(main, spacing=0)
        whole.setStretch(0, 1)
        if side is not None:
            self.side = side
            area = scrolling(ground(side, "desk-side"), "desk-side")
            area.setFixedWidth(theme.room(SIDE))
            area.setFrameShape(QFrame.Shape.NoFrame)
            self._edge = QWidget()
            ground(self._edge, "desk-edge")
            self._edge.setLayout(column(area, margins=(1, 0, 0, 0)))
            whole.addWidget(self._edge)
        self.setLayout(whole)
        return body

    def show_side(self, shown: bool) -> None:
        """Whether the panel at the right is there, with its line."""
        if self._edge is not None:
            self._edge.setVisible(shown)

    def leave_room(self, height: int, *, stays: bool = True) -> None:
        """A note lies over so many pixels of the foot: a page that scrolls as a whole can be scrolled so much further,
        another one ends above the note as far as its parts have the height to give.  For a note that goes by itself
        nothing gets smaller, unless it would cover what has the focus."""
        scrolled = self.area.widget() if self.area is not None else None
        inside = scrolled.layout() if scrolled is not None else None
        whole, parent = self.layout(), self.parentWidget()
        if inside is not None:
            edges = inside.contentsMargins()
            edges.setBottom(MARGIN + height)
            inside.setContentsMargins(edges)
        elif whole is not None and parent is not None:
            if not stays and not self._focus_below(parent.height() - height):
                height = 0
            least = whole.minimumSize().height() - whole.contentsMargins().bottom()
            whole.setContentsMargins(0, 0, 0, max(0, min(height, parent.height() - least)))

    def _focus_below(self, y: int) -> bool:
        """Whether a control that has the focus ends below ``y`` of this page; what scrolls goes on above it."""
        held = self.window().focusWidget()
        if held is None or not self.isAncestorOf(held) or isinstance(held, QAbstractScrollArea):
            return False
        return held.mapTo(self, held.rect().bottomLeft()).y() > y

    def set_subtitle(self, words: str) -> None:
        """Changes the quiet words beside the title."""
        if self.head_words is not None:
            self.head_words.setText(words)
            self.head_words.setToolTip(words)
