"""The organizer's desk as the window shows it: stations at the left, the page, and what is under way at the foot."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)
from shiboken6 import isValid

from review_app.model.errors import ReviewError
from review_app.model.text import visible
from review_app.ui import shortcuts, theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.foot import DeskFoot
from review_app.ui.organizer.page import Page
from review_app.ui.organizer.stations import UNKNOWN, Station, present
from review_app.ui.top_bar import MenuButton
from review_app.ui.widgets.parts import (
    ElidedLabel,
    button,
    column,
    ground,
    label,
    led_by_choice,
    row,
    scrolling,
)

SIDEBAR, WIDEST_SIDEBAR = 190, 250
"""Pixels of width of the sidebar at the usual text size, where the names of the stations need no more, and at most."""
HIGH = 38
"""Pixels of height of a station's line."""
AROUND = 78
"""Pixels around a station's name: margins, and room for a count."""


class StationButton(QPushButton):
    """A line of the sidebar: the station's name, and a few figures at its right."""

    reached = Signal(QWidget)
    """The focus came here."""

    def __init__(self, station: Station) -> None:
        super().__init__(station.title)
        self.station = station
        self.setProperty("kind", "station")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._count = ""

    def sizeHint(self) -> QSize:
        """As high as a line of a table; lower, as low as the style sheet lets it be, where many have little room."""
        return QSize(super().sizeHint().width(), theme.room(HIGH))

    def set_count(self, count: str) -> None:
        """What stands at the right."""
        self._count = count
        words = self.station.count_words(count) or count
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    @property
    def count(self) -> str:
        """What stands at the right."""
        return self._count

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        painter = QPainter(self)
        colours = theme.current()
        painter.setPen(QColor(colours.accent if self.isChecked() else colours.secondary))
        font = theme.interface_font(theme.SMALL_SIZE)
        painter.setFont(font)
        used = self.fontMetrics().horizontalAdvance(self.text()) + 18
        room = self.width() - used - 10
        text = QFontMetrics(font).elidedText(self._count, Qt.TextElideMode.ElideRight, max(0, room))
        painter.drawText(
            self.rect().adjusted(0, 0, -10, 0),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            text,
        )


class OrganizerFrame(QWidget):
    """Sidebar, page and foot of one open campaign."""

    menu_wanted = Signal(QPoint)
    left = Signal()
    """The organizer closes the campaign."""
    shown = Signal(str)
    """The title of the station that came to the front."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.desk = desk
        desk.setParent(self)
        self._pages: dict[str, Page] = {}
        self._covered, self._stays = 0, False
        self._before_job: QWidget | None = None
        self._during_job: QWidget | None = None
        self._stations = {station.name: station for station in present()}
        self.stack = QStackedWidget()
        self.foot = DeskFoot(desk)
        self.sidebar = self._sidebar()
        beside = QWidget()
        layout = column(self.stack, self.foot, spacing=0)
        layout.setStretch(0, 1)
        beside.setLayout(layout)
        whole = row(self.sidebar, beside, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        ground(self, "window")
        desk.changed.connect(self._changed)
        desk.busy_changed.connect(self._busy)
        desk.wanted.connect(lambda name, where: self.show_station(name, **where))
        shortcuts.bind(
            self,
            {
                "undo": desk.undo,
                "redo": desk.redo,
                "next_station": lambda: self.step(1),
                "previous_station": lambda: self.step(-1),
            },
        )
        self._name()
        self._count()

    # --- sidebar --------------------------------------------------------------------------------------------------

    def _sidebar(self) -> QWidget:
        made = QWidget()
        ground(made, "desk-sidebar")
        measured = QFontMetrics(theme.interface_font(bold=True)).horizontalAdvance
        names = max(measured(station.title) for station in self._stations.values())
        width = max(theme.room(SIDEBAR), names + theme.room(AROUND))
        made.setFixedWidth(min(theme.room(WIDEST_SIDEBAR), width))
        self.title = label("", "sidebar-title", wrap=True)
        self.edition = ElidedLabel("", "secondary")
        self.standing = ElidedLabel("", "attention")
        self.buttons: dict[str, StationButton] = {}
        self._group = led_by_choice(QButtonGroup(self))
        lines = column(spacing=2)
        inside = QWidget()
        self.lines = scrolling(inside, "desk-stations")  # a low window has no room for a dozen stations
        for name, station in self._stations.items():
            one = StationButton(station)
            one.clicked.connect(lambda _=False, name=name: self.show_station(name))
            one.reached.connect(self._bring_into_sight)
            self._group.addButton(one)
            self.buttons[name] = one
            lines.addWidget(one)
        lines.addStretch(1)
        inside.setLayout(lines)
        self.menu = MenuButton()
        self.menu.clicked.connect(
            lambda: self.menu_wanted.emit(self.menu.mapToGlobal(self.menu.rect().topLeft()))
        )
        self.close_campaign = button(self.tr("Close campaign"), "quiet-link")
        self.close_campaign.clicked.connect(self.left)
        layout = column(
            row(column(self.title, self.edition, self.standing, spacing=2), margins=(12, 0, 4, 0)),
            14,
            self.lines,
            8,
            self.close_campaign,
            self.menu,
            margins=(12, 16, 12, 10),
            spacing=2,
        )
        layout.setStretch(2, 1)
        made.setLayout(layout)
        return made

    def _bring_into_sight(self, line: QWidget) -> None:
        self.lines.ensureWidgetVisible(line, 0, 4)

    def _name(self) -> None:
        if self.desk.busy:
            return
        settings = self.desk.workspace.settings
        self.title.setText(visible(settings.title, 60))
        self.edition.setText(visible(settings.edition, 60))
        marks = []
        if self.desk.workspace.sample:
            marks.append(self.tr("Sample campaign"))
        if self.desk.read_only:
            marks.append(self.tr("Read-only"))
        self.standing.setText(" · ".join(marks))
        self.standing.setVisible(bool(marks))

    def _count(self) -> None:
        for name, station in self._stations.items():
            try:
                count = station.count(self.desk.workspace)
            except ReviewError:  # its own page says what is wrong
                count = UNKNOWN
            self.buttons[name].set_count(count)

    # --- pages ----------------------------------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        found = self.stack.currentWidget()
        return found if isinstance(found, Page) else None

    @property
    def station(self) -> str:
        """The name of the station that is shown, "" before the first."""
        return next((name for name, page in self._pages.items() if page is self.page), "")

    def show_station(self, name: str, **where: object) -> Page | None:
        """Brings a station's page to the front, made when it is first wanted; None where there is no such page."""
        station = self._stations.get(name)
        before = self.page
        if station is None:
            return None
        page = self._pages.get(name)
        if before is not None and before is not page and not before.leave():
            self.buttons[self.station].setChecked(True)
            return before
        if self.desk.busy and page is None:
            self.desk.tell(
                self.tr("This page can be opened once the work at the foot of the window is done."),
                tone="quiet",
            )
            self.buttons[self.station].setChecked(True)
            return before
        if page is None:
            page = self._pages[name] = station.load()(self.desk)
            self.stack.addWidget(page)
            page.leave_room(self._covered, stays=self._stays)
        self.stack.setCurrentWidget(page)
        self.buttons[name].setChecked(True)
        self._bring_into_sight(self.buttons[name])
        page.set_busy(self.desk.busy)
        if not self.desk.busy:
            page.refresh()
        if where:
            page.go(**where)
        self.shown.emit(station.title)
        return page

    def step(self, step: int) -> None:
        """Goes ``step`` stations down the sidebar, and from its end to its other end."""
        names = list(self._stations)
        at = names.index(self.station) if self.station in names else -step
        if self.show_station(names[(at + step) % len(names)]) is not None:
            self.focus_first()

    def focus_first(self) -> None:
        """Puts the focus where work on the page begins."""
        page = self.page
        target = page.first_focus() if page is not None else None
        (target or self.buttons.get(self.station) or self.menu).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_files(self, paths: list[Path]) -> bool:
        """Gives files that were dropped to the page that is shown."""
        page = self.page
        return page is not None and not self.desk.busy and page.take_files(paths)

    def files_over(self, over: bool) -> None:
        """Files are held over the window, or no longer."""
        page = self.page
        if page is not None:
            page.files_over(over and not self.desk.busy)

    def refresh(self) -> None:
        """Shows page and counts as they are now."""
        self._changed("")

    def leave_room(self, height: int, *, stays: bool = True) -> None:
        """Notes cover ``height`` pixels of the foot of the page: until they are dismissed, or for a few seconds."""
        self._covered, self._stays = height, stays
        for page in self._pages.values():
            page.leave_room(height, stays=stays)

    def may_leave(self) -> bool:
        """Whether every page can be left: what was typed is stored."""
        return all(page.leave() for page in self._pages.values())

    # --- what happens ---------------------------------------------------------------------------------------------

    def _changed(self, topic: str) -> None:
        self._count()
        if topic in ("", "campaign"):
            self._name()
        page = self.page
        if page is not None and (not topic or topic in page.topics):
            page.refresh()

    def _busy(self, busy: bool) -> None:
        page = self.page
        if page is None:
            return
        bar = page.area.verticalScrollBar() if page.area is not None else None
        place = bar.value() if bar is not None else 0
        if busy:
            self._before_job = _focus_in(page)
        page.set_busy(busy)
        if bar is not None:  # Qt hands the focus on from what is switched off, and would scroll there
            bar.setValue(place)
        if busy:
            self._during_job = _focus_in(page)
            return
        before, during = self._before_job, self._during_job
        there = before is not None and isValid(before) and before.isEnabled() and before.isVisible()
        if before is not None and there and _focus_in(page) is during:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif before is not None and not there:  # gone, with what was done
            QTimer.singleShot(0, page, lambda: self._focus_somewhere(page))
        self._before_job = self._during_job = None

    def _focus_somewhere(self, page: Page) -> None:
        target = page.first_focus()
        if page is self.page and self.window().focusWidget() is None and target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = self.focusWidget()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and isinstance(held, StationButton):
            lines = list(self.buttons.values())
            lines[(lines.index(held) + step) % len(lines)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


def _focus_in(page: QWidget) -> QWidget | None:
    """What has the focus, or will have it once a dialog is gone, if that is a part of ``page``."""
    held = page.window().focusWidget()
    return held if held is not None and page.isAncestorOf(held) else None
