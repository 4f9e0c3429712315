"""A window on which files can be dropped anywhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from review_app.ui.widgets.drop_area import dropped_files


class DropWindow(QMainWindow):
    """:attr:`dropped` carries the files; :attr:`hovering` whether some hang over the window just now."""

    dropped = Signal(list)
    hovering = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.hovering.emit(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hovering.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.hovering.emit(False)
        files: list[Path] = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)
