"""What the views of the experts' page have in common."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from review_app.ui.organizer.desk import OrganizerDesk


class View(QWidget):
    """One view of the page."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.desk = desk

    @property
    def may_change(self) -> bool:
        """Whether anything can be changed now."""
        return not (self.desk.busy or self.desk.read_only)

    def show_now(self) -> None:
        """Reads what is shown anew."""

    def set_enabled(self) -> None:
        """Puts acts on or off."""

    def take_files(self, paths: list[Path]) -> bool:
        """Files dropped while the view is shown; whether they were taken."""
        return False

    def first_focus(self) -> QWidget | None:
        """Where work begins."""
        return None
