"""From failures to sentences on the screen: what happened, what is safe, what to do next."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from review_app.model.errors import ReviewError
from review_app.texts import ErrorText, error_text
from review_app.ui import language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


def sentences(failure: BaseException) -> ErrorText:
    """What to say of ``failure``.  Of an unexpected one only the kind is said: its words could carry a secret."""
    if isinstance(failure, ReviewError):
        return error_text(failure, language.current())
    return error_text(ReviewError("internal", kind=type(failure).__name__), language.current())


def install_hook() -> None:
    """From now on an exception that nobody caught reaches a dialog; nothing of its text is shown or written."""
    sys.excepthook = _report


def _report(kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        application = QApplication.instance()
        if application is not None:
            application.exit(130)
        return
    report_to_dialog(failure, place_of(trace))


def place_of(trace: TracebackType | None) -> str:
    """Module and line where it happened, without a path or a value: enough to report a bug."""
    if trace is None:
        return ""
    while trace.tb_next is not None:
        trace = trace.tb_next
    module = trace.tb_frame.f_globals.get("__name__", "?")
    return f"{module}:{trace.tb_lineno}"


_showing: list[QMessageBox] = []


def report_to_dialog(failure: BaseException, place: str = "", parent: QWidget | None = None) -> None:
    """Shows ``failure`` in a dialog that blocks nothing; while one is open a second failure adds no second dialog."""
    if _showing or QApplication.instance() is None:
        return
    from PySide6.QtWidgets import QMessageBox  # costs time to import, and few starts need it

    text = sentences(failure)
    box = QMessageBox(parent or QApplication.activeWindow())
    box.setWindowTitle(QCoreApplication.translate("errors", "Something went wrong"))
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(text.what)
    box.setInformativeText(text.next)
    if place and not isinstance(failure, ReviewError):
        box.setDetailedText(f"{type(failure).__name__} {place}")
    box.setModal(False)
    box.finished.connect(lambda _: _showing.clear())
    _showing.append(box)
    box.show()
