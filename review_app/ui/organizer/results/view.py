"""What the views of the results page have in common."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from review_app.model.workspace.standing import Standing
from review_app.ui.organizer.desk import OrganizerDesk


class View(QWidget):
    """One view of the page.  It shows a :class:`Standing`, and computes nothing itself."""

    beside = False
    """Whether the panel at the right stays beside it."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.desk = desk
        self.standing: Standing | None = None

    @property
    def may_change(self) -> bool:
        """Whether anything can be changed now."""
        return not (self.desk.busy or self.desk.read_only)

    def show_standing(self, standing: Standing) -> None:
        """Shows a result, or the same one after a change."""
        self.standing = standing

    def set_enabled(self) -> None:
        """Puts acts on or off."""

    def first_focus(self) -> QWidget | None:
        """Where work begins."""
        return None

    def take_files(self, paths: list[Path]) -> bool:
        """Files dropped while the view is shown; whether they were taken."""
        return False

    def leave(self) -> bool:
        """Called before another view comes to the front; False keeps this one, which says why."""
        return True
