"""What the views of the shortlist's page have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from review_app.model.workspace import Workspace
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.shortlist.state import ShortlistState

T = TypeVar("T")


class Table(QObject):
    """The panel's table: the round that is looked at, and the way to change something of it."""

    focus_changed = Signal(str)
    """The id of the case under discussion."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.desk = desk
        self.state: ShortlistState | None = None
        self.case_id = ""

    @property
    def number(self) -> int:
        """The number of the round that is looked at; 1 before the first."""
        return self.state.stage.number if self.state is not None and self.state.stage is not None else 1

    @property
    def may_change(self) -> bool:
        """Whether panel and rounds can be changed now."""
        return not (self.desk.busy or self.desk.read_only)

    @property
    def open(self) -> bool:
        """Whether votes and decisions of this round can be changed now: a round not yet begun begins with the first."""
        state = self.state
        return self.may_change and state is not None and (state.stage is None or state.open)

    @property
    def may_decide(self) -> bool:
        """Whether decisions of this round can be changed now."""
        return self.open and self.state is not None and not self.state.packed

    def act(self, do: Callable[[Workspace], T]) -> T | None:
        """Does something with the workspace, and has everything shown anew."""
        return self.desk.act(do, "shortlist")

    def discuss(self, case_id: str) -> None:
        """Makes a case the one under discussion, in every view."""
        if case_id and case_id != self.case_id:
            self.case_id = case_id
            self.focus_changed.emit(case_id)


class View(QWidget):
    """One view of the page."""

    wide = False
    """Whether it needs the room of the panel at the right."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    def show_state(self, state: ShortlistState) -> None:
        """Shows ``state``."""

    def set_enabled(self) -> None:
        """Puts acts on or off, after :attr:`Table.may_change` or :attr:`Table.open` has changed."""

    def first_focus(self) -> QWidget | None:
        """Where work begins."""
        return None
