"""A page of several views on one thing: tabs below the head, and the view that was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.page import Page
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, led_by_choice, rule

V = TypeVar("V", bound=QWidget)


class ViewedPage(Page, Generic[V]):
    """A page whose body is one of :attr:`views`.  A subclass fills it with :meth:`lay_views` after ``frame``."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.views: dict[str, V] = {}
        self.tabs: dict[str, QPushButton] = {}
        self.stack = QStackedWidget()
        self._tabs = led_by_choice(QButtonGroup(self))

    def lay_views(self, body: QVBoxLayout, views: Mapping[str, tuple[str, V]], *beside: QWidget) -> None:
        """Puts into ``body`` a tab for each view, named as given, ``beside`` at the right of them, and the views.  None
        is chosen yet."""
        for name, (title, view) in views.items():
            self.views[name] = view
            self.stack.addWidget(view)
            tab = button(title, "view")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, name=name: self.show_view(name))
            self._tabs.addButton(tab)
            self.tabs[name] = tab
        above = Flow(*self.tabs.values(), *beside, spacing=2, right_from=len(self.tabs))
        body.addLayout(column(above, rule(), spacing=0))
        body.addWidget(self.stack, 1)

    @property
    def view(self) -> str:
        """The name of the view that is shown."""
        return next(name for name, view in self.views.items() if view is self.stack.currentWidget())

    def show_view(self, name: str) -> None:
        """Brings the view of this name to the front."""
        self.stack.setCurrentWidget(self.views[name])
        self.tabs[name].setChecked(True)
