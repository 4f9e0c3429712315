"""Something on its way to a printer: which printer and which pages, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from review_app.model.errors import ReviewError


class PrintJob(QObject):
    """Asks for the printer; printing begins with :attr:`chosen`.  :attr:`ended` follows in any case, after
    :attr:`failed` (a :class:`ReviewError`) if it went wrong."""

    chosen = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._dialog: QPrintDialog | None = None
        self.title = ""
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setCreator("")
        self.printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self.printer.setFullPage(True)

    def ask(self) -> None:
        """Shows the system's dialog under :attr:`title`; where the system allows it, the window stays usable
        meanwhile."""
        dialog = self._dialog = QPrintDialog(self.printer, self._parent)
        dialog.setWindowTitle(self.title)
        dialog.finished.connect(self._answer)
        dialog.setModal(False)
        dialog.show()

    def _answer(self, result: int) -> None:
        if result == QPrintDialog.DialogCode.Accepted:
            self.chosen.emit()
        else:
            self.end()

    def pages_of(self, count: int) -> range:
        """Which of ``count`` pages are wanted, from 0."""
        if self.printer.printRange() != QPrinter.PrintRange.PageRange:
            return range(count)
        first = min(max(1, self.printer.fromPage()), count)
        last = min(max(first, self.printer.toPage() or count), count)
        return range(first - 1, last)

    def fail(self, failure: ReviewError) -> None:
        """Says what went wrong, and ends."""
        self.failed.emit(failure)
        self.end()

    def end(self) -> None:
        """Says that it is over, and goes."""
        self.ended.emit()
        if self._dialog is not None:
            self._dialog.deleteLater()
        self.deleteLater()
